/* Counts the system calls that a function makes, without letting them happen. */

#ifndef TARE_SYSCALL_TRAP_H
#define TARE_SYSCALL_TRAP_H

#include <stdbool.h>

typedef struct {
    bool is_known;  ///< false: this system cannot tell, or the function could not be run
    bool has_ended; ///< false: the function crashed, as it may without its system calls
    unsigned n_calls;
    int first; ///< number of the first call
} SyscallCount;

/** Runs `f` in a child, in which every system call fails and is counted. Nothing that f does to
    memory is seen outside. */
SyscallCount syscall_trap_run(void (*f)(void));

#endif
