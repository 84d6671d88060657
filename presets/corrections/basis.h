/* On what a correction rests: whether anybody measured the headphone for it. */

#ifndef TARE_BASIS_H
#define TARE_BASIS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareEntry TareEntry;

/** What is said wherever a correction is used for which there is nothing but text. */
#define TARE_BASIS_WORDS "from words only"

/** Whether a correction rests on nothing but what somebody wrote of the headphone. */
bool tare_basis_is_words(const TareEntry* entry);

/** Whether it rests on a measurement, by us or by whoever published it. What the listener made is
    neither. */
bool tare_basis_is_measured(const TareEntry* entry);

/** Whether text is all there is for a model with these corrections; false for none. */
bool tare_basis_all_words(const TareEntry* const* entries, size_t n);

/** The kind of a correction with what there is to say of it: "preset"; "review, from words only".
    NULL when the kind is out of range. */
const char* tare_basis_kind(const TareEntry* entry);

#endif
