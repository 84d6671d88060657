/* Writers turn a correction into the text that another program takes. */

#ifndef TARE_WRITER_H
#define TARE_WRITER_H

#include "base/report.h"
#include "corrections/correction.h"

#include <stdio.h>

typedef struct {
    const char* name; ///< "apo"
    const char* note; ///< one line for a person
    /** Writes the correction. Reports what the format cannot hold; false on a write error or when
        the correction cannot be written at all. */
    bool (*write)(FILE* out, const TareCorrection* correction, const TareReporter* reporter);
} TareWriter;

/** All writers, in the order of names, ended by one without a name. */
const TareWriter* tare_writers(void);

/** The writer of a name; NULL when there is none. */
const TareWriter* tare_writer_find(const char* name);

#endif
