#include "base/chance.h"

#include <math.h>

/** The sum of the first terms of the binomial distribution, up to `n_right`, the smallest first. */
static double at_most(unsigned n_right, unsigned n_tries)
{
    double term = ldexp(1.0, -(int)n_tries);
    double sum = term;
    for (unsigned k = 0; k < n_right; ++k) {
        term *= (double)(n_tries - k) / (double)(k + 1);
        sum += term;
    }
    return fmin(sum, 1.0);
}

double tare_chance_at_least(unsigned n_right, unsigned n_tries)
{
    if (n_right == 0)
        return 1.0;
    return n_right > n_tries ? 0.0 : at_most(n_tries - n_right, n_tries);
}

double tare_chance_of_signs(unsigned n_up, unsigned n_down)
{
    const unsigned n_behind = n_up < n_down ? n_up : n_down;
    return n_up == n_down ? 1.0 : fmin(2.0 * at_most(n_behind, n_up + n_down), 1.0);
}
