/* How much of a file of the catalogue is read at once. */

#ifndef TARE_READ_DEPTH_H
#define TARE_READ_DEPTH_H

typedef enum {
    TARE_READ_ALL,    ///< everything, and what is wrong anywhere is reported
    TARE_READ_ENTRIES ///< who the corrections are for and whose they are; the rest of a correction
                      ///< when it is asked for
} TareReadDepth;

#endif
