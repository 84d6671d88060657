#include "base/exact.h"
#include "helpers/check.h"

#include <float.h>
#include <math.h>

/** How far a value is from the C library's, in units of the last place of that. */
static double ulps(double value, double wanted)
{
    return fabs(value - wanted) / (nextafter(fabs(wanted), INFINITY) - fabs(wanted));
}

static void test_exp(void)
{
    double worst = 0.0;
    for (double x = -700.0; x < 700.0; x += 0.0137)
        worst = fmax(worst, ulps(tare_exact_exp(x), exp(x)));
    for (double x = 1e-18; x < 700.0; x *= 1.003)
        worst =
            fmax(worst, fmax(ulps(tare_exact_exp(x), exp(x)), ulps(tare_exact_exp(-x), exp(-x))));
    CHECK(worst <= 2.0);
    CHECK(tare_exact_exp(0.0) == 1.0 && tare_exact_exp(-0.0) == 1.0);
}

static void test_log(void)
{
    double worst = 0.0;
    for (double x = DBL_MIN; x < DBL_MAX / 1.01; x *= 1.0037)
        worst = fmax(worst, ulps(tare_exact_log(x), log(x)));
    for (double x = 0.5; x < 2.0; x += 1.3e-5)
        if (x != 1.0)
            worst = fmax(worst, ulps(tare_exact_log(x), log(x)));
    worst = fmax(worst, ulps(tare_exact_log(nextafter(1.0, 2.0)), DBL_EPSILON));
    worst = fmax(worst, ulps(tare_exact_log(DBL_MAX), log(DBL_MAX)));
    CHECK(worst <= 3.0);
    CHECK(tare_exact_log(1.0) == 0.0);
}

static void test_sine_and_cosine(void)
{
    double worst = 0.0;
    for (double x = 0.0; x <= M_PI; x += 1.7e-5) {
        worst = fmax(worst, fabs(tare_exact_sin(x) - sin(x)));
        worst = fmax(worst, fabs(tare_exact_cos(x) - cos(x)));
    }
    CHECK(worst <= 4e-16);
    /* small angles, as of low frequencies, keep all their digits */
    for (double x = 1e-9; x < 0.7; x *= 1.01)
        CHECK(ulps(tare_exact_sin(x), sin(x)) <= 2.0);
    CHECK(tare_exact_sin(0.0) == 0.0 && tare_exact_cos(0.0) == 1.0);
    CHECK(fabs(tare_exact_sin(M_PI)) <= 2e-16 && tare_exact_cos(M_PI) == -1.0);
}

static void test_inverse(void)
{
    for (double x = -690.0; x < 690.0; x += 0.71)
        CHECK_NEAR(tare_exact_log(tare_exact_exp(x)), x, 4e-16 * fmax(1.0, fabs(x)));
    for (double x = -20.0; x < 20.0; x += 0.013)
        CHECK(tare_exact_exp(x) < tare_exact_exp(x + 1e-6));
}

/* Bits that were once worked out: they are to be the same with every compiler and machine. */
static void test_bits(void)
{
    CHECK(tare_exact_exp(1.0) == 0x1.5bf0a8b14576ap+1);
    CHECK(tare_exact_exp(-12.5) == 0x1.f42ed3f68e69p-19);
    CHECK(tare_exact_log(10.0) == 0x1.26bb1bbb55515p+1);
    CHECK(tare_exact_log(19730.0) == 0x1.3c7a0655d4304p+3);
    CHECK(tare_exact_sin(0.3) == 0x1.2e9cd95baba33p-2);
    CHECK(tare_exact_cos(2.1) == -0x1.027b304989ecap-1);
}

int main(void)
{
    RUN(test_exp);
    RUN(test_log);
    RUN(test_sine_and_cosine);
    RUN(test_inverse);
    RUN(test_bits);
    return check_done();
}
