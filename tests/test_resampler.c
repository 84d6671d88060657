/* Sound of another sample rate: it lasts as long, is where it was, and as loud; the sound that
   should come out is computed at the other rate. */

#include "audio/resampler.h"
#include "helpers/check.h"

#include <stdlib.h>

enum { SECONDS = 1, MAX_FRAMES = 192000 * SECONDS + 1 };

static const struct {
    int from_hz, to_hz;
} rates[] = {{44100, 48000}, {96000, 48000}, {88200, 44100}, {11025, 12000}, {176400, 48000}};
enum { N_RATES = sizeof rates / sizeof *rates };

static float in[2 * MAX_FRAMES], out[2 * MAX_FRAMES];

/** Converts so many stereo frames, handed over in blocks of a length; returns how many come. */
static long convert(int from_hz, int to_hz, long n_frames, long n_block)
{
    TareResampler* const resampler = tare_resampler_new(from_hz, to_hz, 2);
    assert(resampler);
    long n_done = 0, n;
    for (long at = 0; at <= n_frames; at += n_block) {
        const long n_here = n_frames - at < n_block ? n_frames - at : n_block;
        tare_resampler_put(resampler, in + 2 * at, n_here);
        while ((n = tare_resampler_take(resampler, out + 2 * n_done, 1000)) > 0)
            n_done += n;
        if (n_here < n_block && n_here > 0) {
            tare_resampler_put(resampler, NULL, 0);
            while ((n = tare_resampler_take(resampler, out + 2 * n_done, 1000)) > 0)
                n_done += n;
        }
    }
    tare_resampler_free(resampler);
    return n_done;
}

/** A tone that rises in proportion from 20 Hz to `top_hz`, faded in and out: the converter knows
    nothing of what was before and will be. */
static double sweep(double t, double top_hz)
{
    const double rate = log(top_hz / 20) / SECONDS;
    const double fade = fmin(1, fmin(t, SECONDS - t) / 0.02);
    return 0.9 * fade * fade * (3 - 2 * fade) * sin(2 * M_PI * 20 / rate * (exp(rate * t) - 1));
}

static double sine(double t, double freq_hz)
{
    const double fade = fmin(1, fmin(t, SECONDS - t) / 0.02);
    return 0.9 * fade * fade * (3 - 2 * fade) * sin(2 * M_PI * freq_hz * t);
}

/** The largest error of a sound on the left; on the right there is half of it, turned over. */
static double error_of(double (*sound)(double t, double freq_hz), double freq_hz, int from_hz,
                       int to_hz)
{
    const long n = (long)from_hz * SECONDS;
    for (long i = 0; i < n; ++i) {
        in[2 * i] = (float)sound((double)i / from_hz, freq_hz);
        in[2 * i + 1] = -0.5f * in[2 * i];
    }
    const long n_out = convert(from_hz, to_hz, n, 4096);
    CHECK(n_out == (long)to_hz * SECONDS);
    double worst = 0;
    for (long i = 0; i < n_out; ++i) {
        const double wanted = sound((double)i / to_hz, freq_hz);
        worst = fmax(worst, fabs((double)out[2 * i] - wanted));
        worst = fmax(worst, fabs(-2 * (double)out[2 * i + 1] - wanted));
    }
    return worst;
}

static double lower(unsigned i)
{
    return rates[i].from_hz < rates[i].to_hz ? rates[i].from_hz : rates[i].to_hz;
}

/** Up to 0.4 of the lower rate -92 dB below it, up to 0.45, 19.8 kHz of 44.1, its level within
    0.005 dB. */
static void test_a_sweep_is_the_same_sweep(void)
{
    for (unsigned i = 0; i < N_RATES; ++i) {
        CHECK_NEAR(error_of(sweep, 0.4 * lower(i), rates[i].from_hz, rates[i].to_hz), 0, 2.5e-5);
        CHECK_NEAR(error_of(sweep, 0.45 * lower(i), rates[i].from_hz, rates[i].to_hz), 0, 5e-4);
    }
}

static void test_a_sine_is_the_same_sine(void)
{
    static const double parts[] = {0.001, 0.0226, 0.4};
    for (unsigned i = 0; i < N_RATES; ++i)
        for (unsigned k = 0; k < sizeof parts / sizeof *parts; ++k)
            CHECK_NEAR(error_of(sine, parts[k] * lower(i), rates[i].from_hz, rates[i].to_hz), 0,
                       2.5e-5);
}

static void test_what_the_lower_rate_cannot_hold_is_gone(void)
{
    for (long i = 0; i < 96000; ++i)
        in[2 * i] = in[2 * i + 1] = (float)sine((double)i / 96000, 25000);
    const long n = convert(96000, 48000, 96000, 4096);
    for (long i = 2000; i < n - 2000; ++i)
        CHECK_NEAR((double)out[2 * i], 0, 1e-5);
}

static void test_it_lasts_as_long(void)
{
    static const long lengths[] = {0, 1, 2, 3, 100, 4095, 4096, 4097, 44100, 44101, 77777};
    for (unsigned i = 0; i < N_RATES; ++i)
        for (unsigned k = 0; k < sizeof lengths / sizeof *lengths; ++k) {
            const double exact = (double)lengths[k] * rates[i].to_hz / rates[i].from_hz;
            memset(in, 0, sizeof in);
            const long n = convert(rates[i].from_hz, rates[i].to_hz, lengths[k], 5000);
            CHECK_NEAR((double)n, exact, 0.5);
            for (long f = 0; f < 2 * n; ++f)
                CHECK(out[f] == 0);
        }
}

static void test_blocks_do_not_matter(void)
{
    static float first[2 * 48000];
    for (long i = 0; i < 44100; ++i)
        in[2 * i] = in[2 * i + 1] = (float)sweep((double)i / 44100, 20000);
    const long n = convert(44100, 48000, 44100, 44101);
    REQUIRE(n == 48000);
    memcpy(first, out, sizeof first);
    static const long blocks[] = {17, 1000, 4096};
    for (unsigned k = 0; k < sizeof blocks / sizeof *blocks; ++k) {
        CHECK(convert(44100, 48000, 44100, blocks[k]) == n);
        CHECK(memcmp(first, out, sizeof first) == 0);
    }
}

int main(void)
{
    CHECK(tare_resampler_is_built());
    RUN(test_a_sweep_is_the_same_sweep);
    RUN(test_a_sine_is_the_same_sine);
    RUN(test_what_the_lower_rate_cannot_hold_is_gone);
    RUN(test_it_lasts_as_long);
    RUN(test_blocks_do_not_matter);
    return check_done();
}
