/* Programs that go on when this one has ended. */

#ifndef TARE_CLI_DETACHED_H
#define TARE_CLI_DETACHED_H

#include <stdbool.h>
#include <sys/types.h>

/** Starts a program in a session of its own, without terminal; what it says goes to a new file
    `log`, or nowhere for NULL. `arguments` ends in NULL. Returns the process, or -1 and errno. */
pid_t tare_detached_start(char* const* arguments, const char* log);

/** Whether a process that was started here has ended. */
bool tare_detached_has_ended(pid_t process);

/** The last line with an error in such a file, without what stands before its message, into
    `line`; "" when there is none. */
void tare_detached_last_error(const char* log, char* line, size_t size);

/** Whether a process of this session (XDG_RUNTIME_DIR) runs `program` with a last argument that
   ends in `argument`. */
bool tare_detached_is_there(const char* program, const char* argument);

/** Ends the processes of this user and of this session (XDG_RUNTIME_DIR) that run `program` with a
    last argument that ends in `argument`, all but one: a client of PipeWire stays behind, idle,
   when the daemon goes. */
void tare_detached_sweep(const char* program, const char* argument, pid_t but);

/** Asks a process to end if it runs `program` with a last argument that ends in `argument`, and
    waits until it has, for at most two seconds. False when it is another one, or stays. */
bool tare_detached_end(pid_t process, const char* program, const char* argument);

#endif
