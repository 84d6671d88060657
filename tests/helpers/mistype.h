/* The ways in which names are typed that a search has to bear, and a draw of names to type. */

#ifndef TARE_TESTS_MISTYPE_H
#define TARE_TESTS_MISTYPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { N_MISTYPES = 9, MISTYPE_MAX = 600, MISTYPE_MAX_NAME = MISTYPE_MAX / 2 };

/** One way. `type` writes what a person types for a brand and the rest of a name, neither longer
    than MISTYPE_MAX_NAME in all, into `query` of MISTYPE_MAX bytes; `random` is a state for
    noise_below(). */
typedef struct {
    const char* name;
    void (*type)(char* query, const char* brand, const char* rest, uint64_t* random);
    bool is_complete; ///< nothing is missing or wrong
} Mistype;

extern const Mistype mistypes[N_MISTYPES];

/** Draws min(n, n_all) different indexes below n_all; returns how many. */
size_t mistype_draw(size_t* indexes, size_t n, size_t n_all, uint64_t* random);

#endif
