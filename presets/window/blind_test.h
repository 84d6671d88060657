/* The blind test in the window: which two sounds, what is asked, and how far it has come. While it
   runs the equaliser does what is listened to; afterwards all is as it was. */

#ifndef TARE_WINDOW_BLIND_TEST_H
#define TARE_WINDOW_BLIND_TEST_H

#include "window/words.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct TareBlind TareBlind;
typedef struct TareBlindSounds TareBlindSounds;
typedef struct TareDials TareDials;
typedef struct TareLoaded TareLoaded;
typedef struct TareSlots TareSlots;

typedef enum {
    TARE_BLIND_TEST_CLOSED,
    TARE_BLIND_TEST_SETUP, ///< what is compared, and how often
    TARE_BLIND_TEST_ROUNDS,
    TARE_BLIND_TEST_RESULT
} TareBlindTestPage;

/** What is said of a round beside its two places. */
enum { TARE_BLIND_TEST_SAME = 2 };

/** The place of X, which is one of the two others. */
enum { TARE_BLIND_TEST_X = 2 };

/** Starts as {0}: closed. */
typedef struct TareBlindTest {
    TareBlindTestPage page;
    bool has_slots;     ///< both slots have settings
    bool is_of_slots;   ///< A and B are compared, not the corrected sound and the original
    bool is_preference; ///< which is better is asked, not which one X is
    unsigned n_rounds;
    uint8_t place;           ///< that is heard
    TareBlind* blind;        ///< NULL when none was begun
    TareBlindSounds* sounds; ///< what plays, and what did before; NULL as `blind`
} TareBlindTest;

/** Frees what it holds; NULL is allowed. */
void tare_blind_test_clear(TareBlindTest* test);

/** Shows what can be chosen: the slots where both have settings. */
void tare_blind_test_open(TareBlindTest* test, const TareSlots* slots);

/** Begins with the first round, at its first place. Returns why it cannot be; TARE_WORD_NONE when
    it has begun. */
TareWord tare_blind_test_begin(TareBlindTest* test, TareDials* dials, const TareSlots* slots,
                               const TareLoaded* loaded);

/** How many places there are to listen to. */
uint8_t tare_blind_test_n_places(const TareBlindTest* test);

/** Has a place of the round be heard. */
void tare_blind_test_play(TareBlindTest* test, TareDials* dials, uint8_t place);

/** What the listener says of the round: a place, or of a preference TARE_BLIND_TEST_SAME. It may be
    said anew. */
void tare_blind_test_say(TareBlindTest* test, uint8_t answer);

/** Whether that was said. */
bool tare_blind_test_has_said(const TareBlindTest* test, uint8_t answer);

/** Whether anything was said. */
bool tare_blind_test_is_answered(const TareBlindTest* test);

/** The next round, or what came of all of them; nothing happens before something was said. */
void tare_blind_test_next(TareBlindTest* test, TareDials* dials, TareLoaded* loaded);

/** Ends the rounds: all is as it was before, and shown is what came of those that count, if any
    does. Closes what is no round. */
void tare_blind_test_end(TareBlindTest* test, TareDials* dials, TareLoaded* loaded);

#endif
