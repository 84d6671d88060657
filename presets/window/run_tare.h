/* Has the program tare do what needs libraries that no host shall load for a window. Nobody waits
   for it. */

#ifndef TARE_WINDOW_RUN_TARE_H
#define TARE_WINDOW_RUN_TARE_H

#include <stdbool.h>

typedef struct TareRun TareRun;

/** Starts it, out of the folder `home` if it is there, else the installed one. `arguments` end in
    NULL and begin behind the program's name; `input` is what it reads as its input. NULL when it
    cannot be started. */
TareRun* tare_run_start(const char* home, const char* const* arguments, const char* input);

/** Frees it; NULL is allowed. One that has not ended is ended. */
void tare_run_free(TareRun* run);

/** Whether it has ended. */
bool tare_run_has_ended(TareRun* run);

/** Of one that has ended: whether it did what was asked for. */
bool tare_run_is_good(const TareRun* run);

/** What it printed, and the first line that it said besides; both belong to the run, and are "" for
    nothing. */
const char* tare_run_output(TareRun* run);
const char* tare_run_words(TareRun* run);

#endif
