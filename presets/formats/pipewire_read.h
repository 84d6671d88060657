/* Reads graphs of PipeWire's filter-chain: builtin filters, its parametric equaliser, and our own
   plugins. */

#ifndef TARE_PIPEWIRE_READ_H
#define TARE_PIPEWIRE_READ_H

#include "base/report.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareContents TareContents;
typedef struct TareFormatInput TareFormatInput;

enum { TARE_PIPEWIRE_READ_MAX_BYTES = 1 << 20 };

/** Whether a text has a list of nodes, or names a file with filters, as PipeWire's own do. */
bool tare_pipewire_read_knows(const char* text, size_t length);

/** As TareFormat's read(). */
TareStatus tare_pipewire_read(TareContents* contents, const TareFormatInput* input,
                              const TareReporter* reporter);

#endif
