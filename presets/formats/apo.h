/* Equalizer APO text. */

#ifndef TARE_APO_H
#define TARE_APO_H

#include "formats/format.h"

/** "apo" */
extern const TareFormat tare_apo_format;

#endif
