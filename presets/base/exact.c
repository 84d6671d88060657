#include "base/exact.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

/* ldexp and floor only move bits: they are exact everywhere. */

/** A polynomial, the highest coefficient first. */
static double polynomial(const double* coefficients, unsigned n, double x)
{
    double sum = 0.0;
    for (unsigned i = 0; i < n; ++i)
        sum = coefficients[i] + x * sum;
    return sum;
}

#define POLYNOMIAL(coefficients, x)                                                                \
    polynomial(coefficients, sizeof(coefficients) / sizeof *(coefficients), x)

double tare_exact_exp(double x)
{
    static const double taylor[] = {1.0 / 6227020800.0,
                                    1.0 / 479001600.0,
                                    1.0 / 39916800.0,
                                    1.0 / 3628800.0,
                                    1.0 / 362880.0,
                                    1.0 / 40320.0,
                                    1.0 / 5040.0,
                                    1.0 / 720.0,
                                    1.0 / 120.0,
                                    1.0 / 24.0,
                                    1.0 / 6.0,
                                    1.0 / 2.0,
                                    1.0,
                                    1.0};
    const double n = floor(x / TARE_EXACT_LN2 + 0.5);
    /* ln 2 in two parts, so that the remainder keeps its last bits (Cody and Waite, 1980) */
    const double r = (x - n * 0.693147180369123816490) - n * 1.90821492927058770002e-10;
    return ldexp(POLYNOMIAL(taylor, r), (int)n);
}

double tare_exact_log(double x)
{
    /* m x 2^exponent with m from about 0.707 to 1.414, straight out of the bits */
    const uint64_t half_root = 0x3FE6A09E667F3BCD;
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    const uint64_t shifted = bits - half_root;
    const int exponent = (int)((int64_t)shifted >> 52);
    const uint64_t m_bits = bits - (shifted & 0xFFF0000000000000);
    double m;
    memcpy(&m, &m_bits, sizeof m);
    /* ln m = 2 artanh s */
    const double s = (m - 1.0) / (m + 1.0);
    static const double odd[] = {1.0 / 21.0, 1.0 / 19.0, 1.0 / 17.0, 1.0 / 15.0,
                                 1.0 / 13.0, 1.0 / 11.0, 1.0 / 9.0,  1.0 / 7.0,
                                 1.0 / 5.0,  1.0 / 3.0,  1.0};
    return exponent * TARE_EXACT_LN2 + 2.0 * s * POLYNOMIAL(odd, s * s);
}

/** For |x| <= pi / 4. */
static double small_sin(double x)
{
    static const double taylor[] = {
        -1.0 / 1307674368000.0, 1.0 / 6227020800.0, -1.0 / 39916800.0, 1.0 / 362880.0,
        -1.0 / 5040.0,          1.0 / 120.0,        -1.0 / 6.0,        1.0};
    return x * POLYNOMIAL(taylor, x * x);
}

/** For |x| <= pi / 4. */
static double small_cos(double x)
{
    static const double taylor[] = {1.0 / 20922789888000.0,
                                    -1.0 / 87178291200.0,
                                    1.0 / 479001600.0,
                                    -1.0 / 3628800.0,
                                    1.0 / 40320.0,
                                    -1.0 / 720.0,
                                    1.0 / 24.0,
                                    -1.0 / 2.0,
                                    1.0};
    return POLYNOMIAL(taylor, x * x);
}

double tare_exact_sin(double x)
{
    const double quarter = M_PI / 4.0;
    if (x > 2.0 * quarter)
        x = M_PI - x;
    return x > quarter ? small_cos(2.0 * quarter - x) : small_sin(x);
}

double tare_exact_cos(double x)
{
    const double half = M_PI / 2.0;
    return x > half ? -tare_exact_sin(x - half) : tare_exact_sin(half - x);
}
