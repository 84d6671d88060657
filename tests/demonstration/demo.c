/* The demonstration: one preset through the built plugin in an LV2 host. Prints what it does to the
   response at four rates, and writes a WAV in which it is switched off and on every second.

       demo BUNDLE PRESET_URI FREQ_HZ WANTED_DB OUT.wav

   Ends with 1 when the level at the frequency, relative to 1 kHz, is not what is wanted. */

#include "helpers/lv2_host.h"
#include "helpers/noise.h"

#include <complex.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { n_impulse = 1 << 16, wav_rate_hz = 48000, wav_seconds = 8 };

static const double tolerance_db = 0.02;

static double level_db(const float* response, double freq_hz, double rate_hz)
{
    double complex sum = 0;
    for (int i = 0; i < n_impulse; ++i)
        sum += (double)response[i] * cexp(-I * 2 * M_PI * freq_hz / rate_hz * i);
    return 20 * log10(cabs(sum));
}

/** Sends an impulse through. NAN when the plugin does not start. */
static double measured_db(Lv2Host* host, double freq_hz, double rate_hz)
{
    static float left[n_impulse], right[n_impulse];
    memset(left, 0, sizeof left);
    memset(right, 0, sizeof right);
    left[0] = right[0] = 1;
    if (!lv2_host_start(host, rate_hz))
        return NAN;
    lv2_host_run(host, (float*[]){left, right}, (float*[]){left, right}, n_impulse);
    return level_db(left, freq_hz, rate_hz) - level_db(left, 1000, rate_hz);
}

static bool print_levels(Lv2Host* host, const char* preset_uri, double freq_hz, double wanted_db)
{
    static const double rates_hz[] = {44100, 48000, 96000, 192000};
    bool is_good = true;
    for (int i = 0; i < 4; ++i) {
        lv2_host_reset_controls(host);
        const double before_db = measured_db(host, freq_hz, rates_hz[i]);
        lv2_host_load_preset(host, preset_uri);
        const double after_db = measured_db(host, freq_hz, rates_hz[i]);
        printf("  at %6.0f Hz   before %+.2f dB   after %+.2f dB\n", rates_hz[i], before_db,
               after_db);
        if (!(fabs(after_db - wanted_db) <= tolerance_db))
            is_good = false;
    }
    if (!is_good)
        printf("  wanted %+.2f dB within %.2f dB\n", wanted_db, tolerance_db);
    return is_good;
}

static void put_le(FILE* file, uint32_t value, int n_bytes)
{
    for (int i = 0; i < n_bytes; ++i)
        fputc((int)(value >> (8 * i) & 255), file);
}

static void write_wav_head(FILE* file, uint32_t n_frames)
{
    fputs("RIFF", file);
    put_le(file, 36 + n_frames * 4, 4);
    fputs("WAVEfmt ", file);
    put_le(file, 16, 4);
    put_le(file, 1, 2);
    put_le(file, 2, 2);
    put_le(file, wav_rate_hz, 4);
    put_le(file, wav_rate_hz * 4, 4);
    put_le(file, 4, 2);
    put_le(file, 16, 2);
    fputs("data", file);
    put_le(file, n_frames * 4, 4);
}

enum { n_octaves = 10 };

/** Noise that holds the same in every octave, as music roughly does: each octave is a one-pole
    low-pass of white noise, half as high as the one before. */
static float pink(float state[n_octaves], uint32_t* seed)
{
    const float white = noise_sample(seed);
    float sum = 0;
    for (int i = 0; i < n_octaves; ++i) {
        const float step = 0.7f * exp2f((float)-i);
        state[i] += step * (white - state[i]);
        sum += state[i];
    }
    return 0.08f * sum;
}

static bool write_wav(Lv2Host* host, const char* path)
{
    static float left[wav_rate_hz], right[wav_rate_hz];
    float state[2][n_octaves] = {{0}};
    uint32_t seed = 5;
    FILE* file = fopen(path, "wb");
    if (!file || !lv2_host_start(host, wav_rate_hz))
        return false;
    write_wav_head(file, wav_seconds * wav_rate_hz);
    for (int second = 0; second < wav_seconds; ++second) {
        *lv2_host_control(host, "compare") = (float)(1 - second % 2);
        for (int i = 0; i < wav_rate_hz; ++i) {
            left[i] = pink(state[0], &seed);
            right[i] = pink(state[1], &seed);
        }
        lv2_host_run(host, (float*[]){left, right}, (float*[]){left, right}, wav_rate_hz);
        for (int i = 0; i < wav_rate_hz; ++i) {
            put_le(file, (uint32_t)lrintf(32767 * left[i]), 2);
            put_le(file, (uint32_t)lrintf(32767 * right[i]), 2);
        }
    }
    return !fclose(file);
}

int main(int argc, char** argv)
{
    if (argc != 6) {
        fprintf(stderr, "usage: demo BUNDLE PRESET_URI FREQ_HZ WANTED_DB OUT.wav\n");
        return 2;
    }
    Lv2Host* host = lv2_host_new(argv[1], "urn:tare:eq");
    if (!host || !lv2_host_load_preset(host, argv[2])) {
        fprintf(stderr, "demo: no plugin or no preset %s in %s\n", argv[2], argv[1]);
        return 1;
    }
    const bool is_good = print_levels(host, argv[2], atof(argv[3]), atof(argv[4]));
    const bool is_written = write_wav(host, argv[5]);
    if (!is_written)
        fprintf(stderr, "demo: %s cannot be written\n", argv[5]);
    lv2_host_free(host);
    return is_good && is_written ? 0 : 1;
}
