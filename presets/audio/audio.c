#include "audio/audio.h"

#include "base/text.h"
#include "base/utf8.h"

#include <math.h>
#include <string.h>

/* Subtypes of SF_FORMAT_MPEG, which libsndfile has from 1.1 on. */
enum { MPEG_LAYER_I = 0x80, MPEG_LAYER_II, MPEG_LAYER_III };

/* The samples of encodings that are not integers of 16 bits; 0: no integers. */
static const struct {
    int encoding, n_bits;
} encodings[] = {{SF_FORMAT_FLOAT, 0},   {SF_FORMAT_DOUBLE, 0},   {SF_FORMAT_VORBIS, 0},
                 {SF_FORMAT_OPUS, 0},    {MPEG_LAYER_I, 0},       {MPEG_LAYER_II, 0},
                 {MPEG_LAYER_III, 0},    {SF_FORMAT_PCM_S8, 8},   {SF_FORMAT_PCM_U8, 8},
                 {SF_FORMAT_DPCM_8, 8},  {SF_FORMAT_DWVW_12, 12}, {SF_FORMAT_ALAC_20, 20},
                 {SF_FORMAT_PCM_24, 24}, {SF_FORMAT_ALAC_24, 24}, {SF_FORMAT_DWVW_24, 24},
                 {SF_FORMAT_PCM_32, 32}, {SF_FORMAT_ALAC_32, 32}};

/* Below this nobody hears the error of rounding, with or without dither. */
enum { MAX_DITHERED_BITS = 16, LANES = TARE_AUDIO_DITHER_LANES };

int tare_audio_integer_bits(int format)
{
    for (size_t i = 0; i < sizeof encodings / sizeof *encodings; ++i)
        if (encodings[i].encoding == (format & SF_FORMAT_SUBMASK))
            return encodings[i].n_bits;
    return 16;
}

static double peak_of(const float* samples, sf_count_t n)
{
    float peaks[LANES] = {0.0f}; /* side by side, for the processor */
    float peak = 0.0f;
    for (sf_count_t i = 0; i + LANES <= n; i += LANES)
        for (unsigned k = 0; k < LANES; ++k) {
            const float magnitude = fabsf(samples[i + k]);
            peaks[k] = magnitude > peaks[k] ? magnitude : peaks[k];
        }
    for (unsigned k = 0; k < LANES; ++k)
        peak = peaks[k] > peak ? peaks[k] : peak;
    for (sf_count_t i = n - n % LANES; i < n; ++i)
        peak = fabsf(samples[i]) > peak ? fabsf(samples[i]) : peak;
    return (double)peak;
}

/* As many samples at once, for gcc and clang. */
typedef float Vec __attribute__((vector_size(4 * LANES)));
typedef int32_t Whole __attribute__((vector_size(4 * LANES)));
typedef uint32_t Bits __attribute__((vector_size(4 * LANES)));

/** Where a mask is set the one, elsewhere the other. */
static Vec choose(Whole mask, Vec one, Vec other)
{
    return (Vec)((mask & (Whole)one) | (~mask & (Whole)other));
}

static Vec at_most(Vec value, Vec limit)
{
    return choose(value < limit, value, limit);
}

/** The next numbers of triangular distribution within -1 to 1, each the difference of two halves of
    a random number: G. Marsaglia, "Xorshift RNGs", J. Stat. Software 8(14), 2003. */
static Vec next_dither(Bits* states)
{
    Bits x = *states;
    x ^= x << 13;
    x ^= x >> 17;
    x ^= x << 5;
    *states = x;
    return __builtin_convertvector((Whole)(x >> 16) - (Whole)(x & 0xffff), Vec) * (1.0f / 65536.0f);
}

/** Rounds samples to integers of `n_bits`, at most 16, at the upper end of 16. With dither the
   error of rounding is noise that does not follow the sound (S. P. Lipshitz, R. A. Wannamaker and
   J. Vanderkooy, JAES 40(5), 1992); a value that needs no rounding, such as silence, keeps still.
 */
static Whole to_integer_lanes(Vec samples, float full_scale, int n_bits, Bits* states,
                              Whole* n_clipped)
{
    const float no_fraction = 12582912.0f; /* 1.5 * 2^23: adding it rounds to the nearest */
    const Vec top = {full_scale - 1.0f, full_scale - 1.0f, full_scale - 1.0f, full_scale - 1.0f};
    const Vec beyond = top + top;
    const Vec value = -at_most(-at_most(samples * full_scale, beyond), beyond);
    const Vec whole = (value + no_fraction) - no_fraction;
    const Vec dithered = ((value + next_dither(states)) + no_fraction) - no_fraction;
    const Vec rounded = choose(whole == value, whole, dithered);
    const Vec held = -at_most(-at_most(rounded, top), top + 1.0f);
    *n_clipped -= held != rounded;
    return __builtin_convertvector(held, Whole) << (16 - n_bits);
}

static void to_shorts(const float* samples, int16_t* shorts, sf_count_t n, int n_bits,
                      TareAudioLevel* level)
{
    const float full_scale = (float)ldexp(1.0, n_bits - 1);
    Bits states;
    Whole n_clipped = {0};
    memcpy(&states, level->dither.states, sizeof states);
    for (sf_count_t i = 0; i < n; i += LANES) {
        const size_t n_here = n - i < LANES ? (size_t)(n - i) : LANES;
        Vec values = {0.0f};
        if (n_here == LANES) /* of a length that is known before */
            memcpy(&values, samples + i, sizeof values);
        else
            memcpy(&values, samples + i, n_here * sizeof(float));
        const Whole integers = to_integer_lanes(values, full_scale, n_bits, &states, &n_clipped);
        for (size_t k = 0; k < n_here; ++k)
            shorts[i + (sf_count_t)k] = (int16_t)integers[k];
    }
    memcpy(level->dither.states, &states, sizeof states);
    for (unsigned k = 0; k < LANES; ++k)
        level->n_clipped += (uint64_t)n_clipped[k];
}

/** The whole number next to a value below 2^51, the even one of two: what rint() gives, without a
    call for each sample. */
static double nearest_whole(double value)
{
    const double no_fraction = 6755399441055744.0; /* 1.5 * 2^52 */
    return (value + no_fraction) - no_fraction;
}

/** Integers stand at the upper end of 32 bits, as sf_writef_int() wants them. */
static void to_integers(const float* samples, int32_t* integers, sf_count_t n, int n_bits,
                        TareAudioLevel* level)
{
    const double full_scale = ldexp(1.0, n_bits - 1);
    const double unit = ldexp(1.0, 32 - n_bits);
    for (sf_count_t i = 0; i < n; ++i) {
        const double rounded = nearest_whole(full_scale * (double)samples[i]);
        const double below = rounded < full_scale - 1.0 ? rounded : full_scale - 1.0;
        const double held = below > -full_scale ? below : -full_scale;
        level->n_clipped += held != rounded;
        integers[i] = (int32_t)(held * unit);
    }
}

TareAudioLevel tare_audio_level_start(void)
{
    TareAudioLevel level = {0};
    for (unsigned k = 0; k < LANES; ++k)
        level.dither.states[k] = 2463534242u + 0x9e3779b9u * k;
    return level;
}

bool tare_audio_write(SNDFILE* out, int format, int n_channels, const float* samples,
                      int32_t* scratch, sf_count_t n_frames, TareAudioLevel* level)
{
    const int n_bits = tare_audio_integer_bits(format);
    const sf_count_t n = n_frames * n_channels;
    const double peak = peak_of(samples, n);
    level->peak = peak > level->peak ? peak : level->peak;
    if (n_bits == 0)
        return sf_writef_float(out, samples, n_frames) == n_frames;
    if (n_bits <= MAX_DITHERED_BITS) {
        int16_t* const shorts = (int16_t*)(void*)scratch;
        to_shorts(samples, shorts, n, n_bits, level);
        return sf_writef_short(out, shorts, n_frames) == n_frames;
    }
    to_integers(samples, scratch, n, n_bits, level);
    return sf_writef_int(out, scratch, n_frames) == n_frames;
}

/** Appends a text as UTF-8: what is none, old tags above all, is taken for Latin-1. */
static void append_as_utf8(TareText* utf8, const char* text)
{
    const size_t length = strlen(text);
    for (size_t at = 0; at < length;) {
        uint32_t character = (unsigned char)text[at];
        char bytes[4];
        const size_t n = tare_utf8_decode(text + at, length - at, &character);
        if (n == 0)
            character = (unsigned char)text[at];
        tare_text_append(utf8, bytes, tare_utf8_encode(character, bytes));
        at += n > 0 ? n : 1;
    }
}

bool tare_audio_copy_texts(SNDFILE* in, SNDFILE* out, bool* are_copied)
{
    bool is_good = true;
    *are_copied = true;
    for (int kind = SF_STR_FIRST; kind <= SF_STR_LAST && is_good; ++kind) {
        const char* const text = kind != SF_STR_SOFTWARE ? sf_get_string(in, kind) : NULL;
        TareText utf8 = {0}; /* libsndfile 1.2 ends the program where a FLAC gets anything else */
        if (text)
            append_as_utf8(&utf8, text);
        is_good = !utf8.failed;
        if (utf8.data && is_good && sf_set_string(out, kind, utf8.data) != 0)
            *are_copied = false;
        tare_text_clear(&utf8);
    }
    return is_good;
}

const char* tare_audio_container_name(int format)
{
    static SF_FORMAT_INFO info;
    info.format = format & SF_FORMAT_TYPEMASK;
    if (sf_command(NULL, SFC_GET_FORMAT_INFO, &info, sizeof info) != 0 || !info.name)
        return "unknown format";
    return info.name;
}
