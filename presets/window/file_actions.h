/* Opening files and saving as files. */

#ifndef TARE_WINDOW_FILE_ACTIONS_H
#define TARE_WINDOW_FILE_ACTIONS_H

#include <stdbool.h>

typedef struct TareDesk TareDesk;

/** Has a file to open looked for, or a format and a file to save in. */
void tare_action_choose_file(TareDesk* desk);
void tare_action_choose_format(TareDesk* desk);

/** Begins to open a file. */
void tare_action_open(TareDesk* desk, const char* path);

/** Begins to save what is heard, as was chosen. */
void tare_action_save(TareDesk* desk);

/** Takes what has ended of these, and what the host has told of outputs. Whether anything has. */
bool tare_action_end(TareDesk* desk);

#endif
