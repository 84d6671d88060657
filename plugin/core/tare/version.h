/* The version of Tare. It is written here and nowhere else: the build reads it from this file.

   What is stable: programs that were built with one version run with the shared library of each
   later one whose major number is the same; that number is also in the library's file name. Until
   then no function goes, nor changes what it takes and returns; no number of an enumeration changes
   its meaning; TareBand keeps its members. What may come are functions, numbers at the end of an
   enumeration, and a larger range of values. All other types are opaque, and may grow.

   Not stable: internal headers, and the last digits of the sound. */

#ifndef TARE_VERSION_H
#define TARE_VERSION_H

#include "tare/attributes.h"

#define TARE_VERSION_MAJOR 0
#define TARE_VERSION_MINOR 1
#define TARE_VERSION_MICRO 0

/* "0.1.0", from the numbers above */
#define TARE_VERSION_QUOTED(number) #number
#define TARE_VERSION_JOINED(major, minor, micro)                                                   \
    TARE_VERSION_QUOTED(major) "." TARE_VERSION_QUOTED(minor) "." TARE_VERSION_QUOTED(micro)
#define TARE_VERSION TARE_VERSION_JOINED(TARE_VERSION_MAJOR, TARE_VERSION_MINOR, TARE_VERSION_MICRO)

TARE_BEGIN_DECLS

/** The version of the library that runs, such as "0.1.0"; TARE_VERSION is that of the headers. The
    text stays valid. */
TARE_NODISCARD TARE_API TARE_REALTIME const char* tare_version(void);

TARE_END_DECLS

#endif
