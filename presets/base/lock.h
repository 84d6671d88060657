/* Locks on open files and folders: gone with their descriptor, whatever becomes of the process. */

#ifndef TARE_LOCK_H
#define TARE_LOCK_H

#include <stdbool.h>

typedef enum {
    TARE_LOCK_SHARED, ///< with others who only look
    TARE_LOCK_ALONE
} TareLockMode;

/** Locks what is open, waiting for others for up to `patience_ms`; for ever where that is negative.
    False when somebody still has it then. */
bool tare_lock_take(int descriptor, TareLockMode mode, int patience_ms);

#endif
