/* How often mere guessing does as well: exact binomial tests of one half. */

#ifndef TARE_CHANCE_H
#define TARE_CHANCE_H

/** With more tries than this the smallest probabilities would have no place in a double. */
enum { TARE_CHANCE_MAX_TRIES = 1000 };

/** The probability that `n_tries` throws of a coin show heads `n_right` times or more; 1 for 0 of
    them, 0 for more than there are tries. Tries are at most TARE_CHANCE_MAX_TRIES. */
double tare_chance_at_least(unsigned n_right, unsigned n_tries);

/** The sign test: the probability that as many throws of a coin as both counts together show sides
    as unequal as these or more, whichever is ahead; 1 when they are equal. Both together are at
    most TARE_CHANCE_MAX_TRIES. */
double tare_chance_of_signs(unsigned n_up, unsigned n_down);

#endif
