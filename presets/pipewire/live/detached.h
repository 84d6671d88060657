/* Programs that go on when this one has ended. */

#ifndef TARE_CLI_DETACHED_H
#define TARE_CLI_DETACHED_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/** Starts a program in a session of its own, in the root folder, with nothing open but what it
   says: that goes to a new file `log`, or nowhere for NULL. `arguments` ends in NULL. Returns the
   process, or -1 and errno. */
pid_t tare_detached_start(char* const* arguments, const char* log);

/** Whether a process that was started here has ended. */
bool tare_detached_has_ended(pid_t process);

/** The last line with an error in such a file, without what stands before its message, into
    `line`; "" when there is none. */
void tare_detached_last_error(const char* log, char* line, size_t size);

/** What a process runs: a program of this name, with one of these as its last argument. */
typedef struct {
    const char* program;
    const char* const* arguments; ///< ended by NULL
} TareRunning;

/** The next process after `last`, in the order of their numbers, that runs this and talks to the
    same PipeWire as this one; 0 when there is none. */
pid_t tare_detached_next(pid_t last, const TareRunning* running);

/** Ends a process that runs this, by force if need be. False when it runs something else, or may
   not be ended. */
bool tare_detached_end(pid_t process, const TareRunning* running);

#endif
