#include "base/exact.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

/* floor only drops bits: it is exact everywhere. */

/* The bits of 1, and of the root of 1/2 */
#define ONE_BITS 0x3FF0000000000000
#define HALF_ROOT_BITS 0x3FE6A09E667F3BCD
#define EXPONENT_BITS 0xFFF0000000000000
#define N_MANTISSA_BITS 52

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
    const int64_t n = (int64_t)floor(x / TARE_EXACT_LN2 + 0.5);
    /* ln 2 in two parts, so that the remainder keeps its last bits (Cody and Waite, 1980) */
    const double r =
        (x - (double)n * 0.693147180369123816490) - (double)n * 1.90821492927058770002e-10;
    const uint64_t power_bits = ONE_BITS + ((uint64_t)n << N_MANTISSA_BITS);
    double power;
    memcpy(&power, &power_bits, sizeof power);
    return POLYNOMIAL(taylor, r) * power;
}

double tare_exact_log(double x)
{
    /* m x 2^exponent with m from about 0.707 to 1.414, straight out of the bits */
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    const uint64_t shifted = bits - HALF_ROOT_BITS;
    const int exponent = (int)((int64_t)shifted >> N_MANTISSA_BITS);
    const uint64_t m_bits = bits - (shifted & EXPONENT_BITS);
    double m;
    memcpy(&m, &m_bits, sizeof m);
    /* ln m = 2 artanh s */
    const double s = (m - 1.0) / (m + 1.0);
    static const double odd[] = {1.0 / 21.0, 1.0 / 19.0, 1.0 / 17.0, 1.0 / 15.0,
                                 1.0 / 13.0, 1.0 / 11.0, 1.0 / 9.0,  1.0 / 7.0,
                                 1.0 / 5.0,  1.0 / 3.0,  1.0};
    return exponent * TARE_EXACT_LN2 + 2.0 * s * POLYNOMIAL(odd, s * s);
}

typedef double Two __attribute__((vector_size(16)));
typedef uint64_t TwoBits __attribute__((vector_size(16)));

/** As tare_exact_log(), with six terms. */
static Two log_two(Two x)
{
    /* an exponent as the last bits of 2^52 is that number plus 2^52 */
    const uint64_t last_bits = 0x4330000000000000;
    const double least = 4503599627370496.0 + 1023.0;
    const TwoBits bits = (TwoBits)x;
    const TwoBits shifted = bits - HALF_ROOT_BITS;
    const Two exponent = (Two)(((shifted + ONE_BITS) >> N_MANTISSA_BITS) | last_bits) - least;
    const Two m = (Two)(bits - (shifted & EXPONENT_BITS));
    const Two s = (m - 1.0) / (m + 1.0);
    const Two t = s * s;
    const Two sum =
        1.0 +
        t * (1.0 / 3.0 + t * (1.0 / 5.0 + t * (1.0 / 7.0 + t * (1.0 / 9.0 + t * (1.0 / 11.0)))));
    return exponent * TARE_EXACT_LN2 + 2.0 * s * sum;
}

void tare_exact_log_all(double* numbers, unsigned n)
{
    Two two;
    for (unsigned i = 0; i + 2 <= n; i += 2) {
        memcpy(&two, numbers + i, sizeof two);
        two = log_two(two);
        memcpy(numbers + i, &two, sizeof two);
    }
    if (n % 2)
        numbers[n - 1] = log_two((Two){numbers[n - 1], 1.0})[0];
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
