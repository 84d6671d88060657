/* Writing files of parts (parts.h). */

#ifndef TARE_PARTS_WRITE_H
#define TARE_PARTS_WRITE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

typedef struct TareText TareText;

/** Writes a file of n parts, at most TARE_PARTS_MAX. False on a write error, and when memory is
    short or was for a part. */
bool tare_parts_write(FILE* out, uint32_t use, const TareText* parts, size_t n);

/** Appends a number to a part. */
void tare_parts_add_number(TareText* part, uint64_t number, size_t n_bytes);

#endif
