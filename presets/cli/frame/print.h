/* Parts of a correction in print for people. */

#ifndef TARE_CLI_PRINT_H
#define TARE_CLI_PRINT_H

#include <stddef.h>
#include <stdint.h>

struct TareBand;
struct TareEvidence;

/** Prints a line of a label and a text; nothing for NULL. */
void tare_print_row(const char* label, const char* text);

/** Prints a table of bands, a line each. */
void tare_print_bands(const struct TareBand* bands, uint32_t n_bands);

/** Prints where words stand, the words, and what was made of them. */
void tare_print_evidence(const struct TareEvidence* evidence, size_t indent);

#endif
