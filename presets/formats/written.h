/* Pieces of the texts that writers write. */

#ifndef TARE_WRITTEN_H
#define TARE_WRITTEN_H

#include <stdio.h>

typedef struct TareEntry TareEntry;

/** Writes a number as TareNumber has it: the shortest text that reads back as the same. */
void tare_written_number(FILE* out, double value);

/** Writes a text, made plain, in quotes as JSON wants it. */
void tare_written_quoted(FILE* out, const char* text);

/** Writes the name of a headphone, in quotes as well: "Brand Model (variant)". */
void tare_written_name(FILE* out, const TareEntry* entry);

#endif
