/* Damage to texts, for readers to survive. */

#ifndef TARE_TESTS_MUTATE_H
#define TARE_TESTS_MUTATE_H

#include <stddef.h>
#include <stdint.h>

/** Changes a few bytes, moves or doubles a few pieces of a text of `length` bytes in a buffer of
    `size`. `random` is a state for noise_below(). Returns the new length. */
size_t mutate(char* text, size_t length, size_t size, uint64_t* random);

#endif
