#include "formats/impulse_read.h"

#include "corrections/correction.h"
#include "formats/contents.h"
#include "formats/format.h"
#include "formats/gathered.h"
#include "formats/impulse_is.h"
#include "formats/input.h"

#include <math.h>
#include <sndfile.h>
#include <stdlib.h>
#include <string.h>

enum {
    MAX_FRAMES = 1 << 18, ///< 5.9 s at 44.1 kHz; music is longer
    N_POINTS = 481        ///< of a response: 48 an octave
};

/* A convolver's impulse has these shares of its energy within so long of its peak, whatever rings.
 */
static const struct {
    double share, seconds;
} nearness[] = {{0.5, 0.005}, {0.9, 0.05}};

/* What is lower than the peak by more counts as no sound. */
static const double lowest_gain = 1e-7, lowest_db = -60.0;

static const double least_rate_hz = 44100.0;

/** A file in memory. */
typedef struct {
    const char* bytes;
    sf_count_t length, at;
} Memory;

static sf_count_t memory_length(void* data)
{
    return ((const Memory*)data)->length;
}

static sf_count_t memory_seek(sf_count_t offset, int whence, void* data)
{
    Memory* const memory = data;
    const sf_count_t from = whence == SEEK_SET   ? 0
                            : whence == SEEK_CUR ? memory->at
                                                 : memory->length;
    if (offset < -from || offset > memory->length - from)
        return -1;
    memory->at = from + offset;
    return memory->at;
}

static sf_count_t memory_read(void* to, sf_count_t n, void* data)
{
    Memory* const memory = data;
    const sf_count_t left = memory->length - memory->at;
    const sf_count_t taken = n < left ? n : left;
    if (taken > 0)
        memcpy(to, memory->bytes + memory->at, (size_t)taken);
    memory->at += taken > 0 ? taken : 0;
    return taken > 0 ? taken : 0;
}

static sf_count_t memory_write(const void* from, sf_count_t n, void* data)
{
    (void)from, (void)n, (void)data;
    return 0;
}

static sf_count_t memory_tell(void* data)
{
    return ((const Memory*)data)->at;
}

/** One side of the sound: every so many samples. */
typedef struct {
    const double* samples;
    size_t n, step;
    double rate_hz;
} Side;

static double sample(const Side* side, size_t i)
{
    return side->samples[i * side->step];
}

static double energy_near(const Side* side, size_t peak, double seconds)
{
    const size_t reach = (size_t)(seconds * side->rate_hz);
    double near = 0.0;
    for (size_t i = peak > reach ? peak - reach : 0; i < side->n && i <= peak + reach; ++i)
        near += sample(side, i) * sample(side, i);
    return near;
}

/** Why it is no impulse response; NULL when it is one. */
static const char* fault_of(const Side* side)
{
    double energy = 0.0;
    size_t peak = 0;
    for (size_t i = 0; i < side->n; ++i) {
        if (!isfinite(sample(side, i)))
            return "a sample is no number; expected an impulse response";
        energy += sample(side, i) * sample(side, i);
        peak = fabs(sample(side, i)) > fabs(sample(side, peak)) ? i : peak;
    }
    if (!(energy > 0.0) || !isfinite(energy))
        return "a side is silent; expected an impulse response";
    for (size_t i = 0; i < sizeof nearness / sizeof *nearness; ++i)
        if (energy_near(side, peak, nearness[i].seconds) < nearness[i].share * energy)
            return "the sound is no impulse response, which is nearly over after 0.05 s; expected "
                   "one as convolvers take it";
    return NULL;
}

/** The part of a side that counts. */
static Side trimmed(Side side)
{
    double peak = 0.0;
    for (size_t i = 0; i < side.n; ++i)
        peak = fmax(peak, fabs(sample(&side, i)));
    while (side.n > 1 && fabs(sample(&side, side.n - 1)) <= lowest_gain * peak)
        --side.n;
    while (side.n > 1 && fabs(sample(&side, 0)) <= lowest_gain * peak) {
        side.samples += side.step;
        --side.n;
    }
    return side;
}

/** The level at a frequency: the sum of samples, each turned by another step. */
static double level_db(const Side* side, double freq_hz)
{
    const double w = 2.0 * M_PI * freq_hz / side->rate_hz, c = cos(w), s = sin(w);
    double re = 0.0, im = 0.0;
    for (size_t i = side->n; i-- > 0;) { /* after Horner */
        const double turned = re * c + im * s + sample(side, i);
        im = im * c - re * s;
        re = turned;
    }
    return 10.0 * log10(fmax(re * re + im * im, 1e-30));
}

static void add_side(TareGathered* gathered, TareChannel channel, Side whole)
{
    const Side side = trimmed(whole);
    TareCurve curve = {0};
    double levels_db[N_POINTS], highest_db = -HUGE_VAL;
    for (int i = 0; i < N_POINTS; ++i) {
        levels_db[i] = level_db(&side, 20.0 * pow(1000.0, i / (N_POINTS - 1.0)));
        highest_db = fmax(highest_db, levels_db[i]);
    }
    for (int i = 0; i < N_POINTS && !gathered->is_short_of_memory; ++i)
        gathered->is_short_of_memory =
            !tare_curve_append(&curve, 20.0 * pow(1000.0, i / (N_POINTS - 1.0)),
                               fmax(levels_db[i], highest_db + lowest_db));
    if (!gathered->is_short_of_memory)
        tare_gathered_curve(gathered, 0, channel, &curve);
    tare_curve_clear(&curve);
}

static TareStatus fail(const TareGathered* gathered, const char* why)
{
    tare_report(gathered->reporter, TARE_ERROR, gathered->file, 0, 0, "%s", why);
    return TARE_BAD_INPUT;
}

static TareStatus take_samples(TareGathered* gathered, const SF_INFO* info, const double* samples)
{
    const size_t n_sides = (size_t)info->channels;
    for (size_t i = 0; i < n_sides; ++i) {
        const Side side = {samples + i, (size_t)info->frames, n_sides, info->samplerate};
        const char* const why = fault_of(&side);
        if (why)
            return fail(gathered, why);
    }
    for (size_t i = 0; i < n_sides; ++i)
        add_side(gathered,
                 n_sides == 1 ? TARE_CHANNEL_BOTH
                 : i == 0     ? TARE_CHANNEL_LEFT
                              : TARE_CHANNEL_RIGHT,
                 (Side){samples + i, (size_t)info->frames, n_sides, info->samplerate});
    return gathered->is_short_of_memory ? TARE_NO_MEMORY : TARE_OK;
}

static TareStatus take_sound(TareGathered* gathered, SNDFILE* sound, SF_INFO* info)
{
    if (info->channels > TARE_MAX_CHANNELS)
        return fail(gathered, "there are more than two channels; expected one, or left and right");
    if (info->samplerate < least_rate_hz)
        return fail(gathered, "the rate is too low for what is heard; expected 44100 Hz or more");
    if (info->frames <= 0 || info->frames > MAX_FRAMES)
        return fail(gathered, "the sound is too long, or empty; expected an impulse response of at "
                              "most 262144 samples");
    double* const samples = malloc((size_t)info->frames * (size_t)info->channels * sizeof *samples);
    if (!samples)
        return TARE_NO_MEMORY;
    info->frames = sf_readf_double(sound, samples, info->frames);
    const TareStatus status = info->frames > 0
                                  ? take_samples(gathered, info, samples)
                                  : fail(gathered, "no sample can be read; expected some");
    free(samples);
    return status;
}

static TareStatus read_sound(TareGathered* gathered, const TareFormatInput* input)
{
    SF_VIRTUAL_IO io = {memory_length, memory_seek, memory_read, memory_write, memory_tell};
    Memory memory = {input->text, (sf_count_t)input->length, 0};
    SF_INFO info = {0};
    SNDFILE* const sound = sf_open_virtual(&io, SFM_READ, &info, &memory);
    if (!sound) {
        tare_report(gathered->reporter, TARE_ERROR, gathered->file, 0, 0,
                    "the sound cannot be read: %s; expected WAV, AIFF or FLAC", sf_strerror(NULL));
        return TARE_BAD_INPUT;
    }
    const TareStatus status = take_sound(gathered, sound, &info);
    sf_close(sound);
    return status;
}

TareStatus tare_impulse_read(TareContents* contents, const TareFormatInput* input,
                             const TareReporter* reporter)
{
    static const TareGatheredOrigin origin = {"impulse", "impulse response, fitted by its level",
                                              false};
    TareCorrection correction = {.entry.kind = TARE_KIND_USER, .set.reference_rate_hz = 48000.0};
    TareGathered gathered = {.file = input->file, .reporter = reporter};
    *contents = (TareContents){0};
    TareStatus status = read_sound(&gathered, input);
    if (status == TARE_OK) {
        tare_report(reporter, TARE_NOTE, input->file, 0, 0,
                    "an impulse response is taken by its level, not by its phase and delay; "
                    "expected filters to be exact");
        status = tare_gathered_finish(&gathered, contents, &correction, &origin);
    }
    if (status != TARE_OK)
        tare_contents_clear(contents);
    tare_gathered_clear(&gathered);
    return status;
}
