/* What there is to know of a format in which corrections come and go: what it can hold, and the
   ways there and back. */

#ifndef TARE_FORMAT_H
#define TARE_FORMAT_H

#include "base/report.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareContents TareContents;
typedef struct TareFormatInput TareFormatInput;
typedef struct TareEqLimits TareEqLimits;
typedef struct TareFormatOutput TareFormatOutput;

/** What a format can hold beside bands and preamp. */
typedef enum {
    TARE_FORMAT_HOLDS_CHANNELS = 1, ///< bands for one channel only
    TARE_FORMAT_HOLDS_RATE = 2,     ///< the rate whose response the bands mean
    TARE_FORMAT_HOLDS_ORIGIN = 4,   ///< for whom, whose and why, so that it can be read back
    TARE_FORMAT_HOLDS_SEVERAL = 8,  ///< more than one correction
    TARE_FORMAT_HOLDS_SOUND = 16    ///< an impulse response: no text, and no bands
} TareFormatHolds;

enum { TARE_FORMAT_MAX_ENDINGS = 2 };

typedef struct TareFormat {
    const char* name;                             ///< "apo"
    const char* note;                             ///< one line for a person
    const char* endings[TARE_FORMAT_MAX_ENDINGS]; ///< of files that hold it: ".tare"; else NULL
    unsigned holds;                               ///< TareFormatHolds
    size_t max_bytes;                             ///< a longer file is not read
    const TareEqLimits* limits; ///< of the bands that it can say, of which the steps are those of
                                ///< its rounding; NULL: it holds none, or any
    /** Whether a text of so many bytes, with a NUL behind them, is of this format and no other;
        NULL when that cannot be told, or not be read. */
    bool (*sniff)(const char* text, size_t length);
    /** Reads such a text. On TARE_OK the caller clears the contents; otherwise they are empty.
        TARE_NOT_FOUND: the file is good but gives no correction, which is reported. NULL when it
        cannot be read. */
    TareStatus (*read)(TareContents* contents, const TareFormatInput* input,
                       const TareReporter* reporter);
    /** Writes a correction. Reports what the format cannot hold; false on a write error or when
        the correction cannot be written at all, which is reported. NULL when the format cannot be
        written. */
    bool (*write)(const TareFormatOutput* output, const TareReporter* reporter);
} TareFormat;

#endif
