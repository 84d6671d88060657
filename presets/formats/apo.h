/* Writes Equalizer APO text. */

#ifndef TARE_APO_H
#define TARE_APO_H

#include "formats/writer.h"

/** A TareWriter's write(): the correction must be in range. */
bool tare_apo_write(FILE* out, const TareCorrection* correction, const TareReporter* reporter);

#endif
