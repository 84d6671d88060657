/* Single keys of a terminal, as they are pressed. */

#ifndef TARE_CLI_BLIND_KEYS_H
#define TARE_CLI_BLIND_KEYS_H

#include <stdbool.h>
#include <termios.h>

typedef struct TareBlindKeys {
    struct termios before;
    bool is_taken;
} TareBlindKeys;

/** Whether a person sits in front of the program, at its input and its output. */
bool tare_blind_keys_has_person(void);

/** Has the terminal give each key at once, and not show it. An interrupt (Ctrl-C) stays one; the
    keys that would stop or crash the program while it has PipeWire in its hands count as none.
    False, and errno, when it is no terminal. */
bool tare_blind_keys_take(TareBlindKeys* keys);

/** Makes the terminal what it was. */
void tare_blind_keys_give_back(TareBlindKeys* keys);

/** Reads what was pressed: calls `press` for each key, none for those that are more than one
    character, as arrows are. False when the terminal is gone. */
bool tare_blind_keys_read(int fd, void (*press)(void* data, char key), void* data);

#endif
