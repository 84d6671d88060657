/* What devices and programs can be set to, for corrections that are made for them. */

#ifndef TARE_DEVICES_H
#define TARE_DEVICES_H

#include <stddef.h>

typedef struct TareEqLimits TareEqLimits;

typedef struct TareDevice {
    const char* name;   ///< "qudelix-5k"
    const char* title;  ///< for people
    const char* format; ///< in which it is told, unless another is asked for
    const char* source; ///< of the limits
    const TareEqLimits* limits;
} TareDevice;

/** All devices by an index, in the order of names; NULL beyond the last one. */
const TareDevice* tare_devices_get(size_t index);

/** The device of a name; NULL when there is none. */
const TareDevice* tare_devices_find(const char* name);

#endif
