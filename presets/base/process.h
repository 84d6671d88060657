/* Other processes: programs that go on when this one has ended, found again by what they run. */

#ifndef TARE_PROCESS_H
#define TARE_PROCESS_H

#include <stdbool.h>
#include <sys/types.h>

/** Starts a program in a session of its own, in the root folder, with nothing open but what it
    says: that goes to a new file `log`, or nowhere for NULL. `arguments`, its name first, end in
    NULL. Waits until it runs. Returns the process, or -1 and errno. */
pid_t tare_process_start(char* const* arguments, const char* log);

/** Whether a process that was started here has ended. */
bool tare_process_has_ended(pid_t process);

/** Lets go of all processes that were started here and have ended. */
void tare_process_reap(void);

/** What a process runs: a program of this name, with one of these as its last argument. */
typedef struct TareProcessKind {
    const char* program;
    const char* const* arguments; ///< ended by NULL
} TareProcessKind;

/** The next process after `last`, in the order of their numbers, that runs this and has a fitting
    environment, in which tare_process_variable() finds its way; 0 when there is none. Looks at
    every process there is. */
pid_t tare_process_next(pid_t last, const TareProcessKind* kind,
                        bool (*fits)(const void* environment));

/** Whether a process started before this one; false when that is not known. */
bool tare_process_is_older(pid_t process);

/** The value of a variable; NULL when it is not there. */
const char* tare_process_variable(const void* environment, const char* name);

/** Ends a process that runs this, by force if it is still there after a second, and waits for its
    end. False when it runs something else, or may not be ended. */
bool tare_process_end(pid_t process, const TareProcessKind* kind);

#endif
