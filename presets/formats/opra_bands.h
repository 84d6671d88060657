/* The parameters of a published preset as bands. */

#ifndef TARE_OPRA_BANDS_H
#define TARE_OPRA_BANDS_H

#include <jansson.h>
#include <stdbool.h>

typedef struct TareBandSet TareBandSet;

/** Room for what is wrong. */
enum { TARE_OPRA_MESSAGE_SIZE = 200 };

/** Reads {"gain_db", "bands": [...]} into preamp and bands of a set that has its reference
    rate. When
    something cannot be represented as it is meant, returns false and says so in `message`: "what is
    wrong; what was expected". Of more bands than a correction holds the first ones count, for they
    stand in the order of importance; then `message` says how many there were and the result is
    true. Else `message` is empty. */
bool tare_opra_bands_read(TareBandSet* set, const json_t* parameters,
                          char message[TARE_OPRA_MESSAGE_SIZE]);

/** Whether a preset's author is AutoEq, whose filters are those at 44.1 kHz. */
bool tare_opra_bands_is_by_autoeq(const char* author);

#endif
