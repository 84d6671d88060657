#include "formats/impulse.h"

#include "base/number.h"
#include "base/report.h"
#include "corrections/correction.h"
#include "formats/comment.h"
#include "formats/format.h"
#include "formats/impulse_is.h"
#include "formats/impulse_read.h"
#include "formats/output.h"
#include "formats/response_taps.h"
#include "formats/wav_write.h"
#include "formats/written.h"

#include <stdlib.h>

#define USUAL_RATE_HZ 48000.0

static double rate_of(const TareFormatOutput* output)
{
    return output->rate_hz > 0.0 ? output->rate_hz : USUAL_RATE_HZ;
}

/** Says how to play it: ffmpeg makes responses as loud as it likes unless told not to, and doubles
    all in version 5.1. */
static void tell_use(const TareFormatOutput* output, double rate_hz, const TareReporter* reporter)
{
    char rate[TARE_NUMBER_SIZE];
    tare_report(reporter, TARE_NOTE, NULL, 0, 0,
                "for streams at %s Hz; with ffmpeg: -i IN -i %s -lavfi afir=irnorm=-1 OUT (ffmpeg "
                "5.1: afir=gtype=none:wet=0.5)",
                tare_number_format(rate, sizeof rate, rate_hz),
                output->path ? output->path : "FILE.wav");
}

/** The taps of both channels side by side; NULL when memory is short. Always two: of one alone
    ffmpeg makes a quieter sound, or one channel. */
static float* interleaved(const TareResponseTaps* response)
{
    float* const frames = calloc(response->n * TARE_MAX_CHANNELS, sizeof *frames);
    for (unsigned channel = 0; frames && channel < TARE_MAX_CHANNELS; ++channel) {
        const double* const taps = response->taps[channel < response->n_channels ? channel : 0];
        for (size_t i = 0; i < response->n; ++i)
            frames[i * TARE_MAX_CHANNELS + channel] = (float)taps[i];
    }
    return frames;
}

static bool write_wav(const TareFormatOutput* output, bool is_linear, const TareReporter* reporter)
{
    const double rate_hz = rate_of(output);
    TareResponseTaps response;
    float* frames = NULL;
    if (rate_hz != (double)(unsigned)rate_hz) {
        tare_report(reporter, TARE_ERROR, NULL, 0, 0,
                    "the rate has a fraction; expected whole Hz for a WAV file");
        return false;
    }
    if (tare_response_taps(&response, &output->correction->set, rate_hz, is_linear))
        frames = interleaved(&response);
    if (!frames)
        tare_report(reporter, TARE_ERROR, NULL, 0, 0, "not enough memory");
    const bool is_good = frames && tare_wav_write(output->file, frames, response.n,
                                                  TARE_MAX_CHANNELS, (unsigned)rate_hz, reporter);
    if (is_good)
        tell_use(output, rate_hz, reporter);
    free(frames);
    tare_response_taps_clear(&response);
    return is_good;
}

static bool write_impulse(const TareFormatOutput* output, const TareReporter* reporter)
{
    return write_wav(output, false, reporter);
}

static bool write_linear(const TareFormatOutput* output, const TareReporter* reporter)
{
    return write_wav(output, true, reporter);
}

/** sox takes the middle of the taps for the time 0: as many zeros in front as there are taps behind
    the first one put it there. */
static void write_taps(FILE* out, const TareResponseTaps* response)
{
    for (size_t i = 1; i < response->n; ++i)
        fputs("0\n", out);
    for (size_t i = 0; i < response->n; ++i) {
        tare_written_number(out, response->taps[0][i]);
        fputc('\n', out);
    }
}

static bool write_sox_fir(const TareFormatOutput* output, const TareReporter* reporter)
{
    const double rate_hz = rate_of(output);
    FILE* const out = output->file;
    TareResponseTaps response;
    bool is_good = tare_response_taps(&response, &output->correction->set, rate_hz, false);
    if (!is_good) {
        tare_report(reporter, TARE_ERROR, NULL, 0, 0, "not enough memory");
    } else if (response.n_channels > 1) {
        is_good = false;
        tare_report(reporter, TARE_ERROR, NULL, 0, 0,
                    "left and right differ; expected the same bands for both, or the format sox");
    } else {
        fputs("# Written by Tare.\n", out);
        tare_comment_origin(out, output->correction, output->correction->set.reference_rate_hz);
        fputs("# For streams at ", out);
        tare_written_number(out, rate_hz);
        fprintf(out, " Hz: sox IN OUT fir %s\n", output->path ? output->path : "FILE");
        write_taps(out, &response);
    }
    tare_response_taps_clear(&response);
    return is_good && !ferror(out);
}

const TareFormat tare_impulse_format = {.name = "impulse",
                                        .note = TARE_IMPULSE_NOTE,
                                        .holds =
                                            TARE_FORMAT_HOLDS_CHANNELS | TARE_FORMAT_HOLDS_SOUND,
                                        .max_bytes = TARE_IMPULSE_MAX_BYTES,
                                        .sniff = tare_impulse_is,
                                        .read = tare_impulse_read,
                                        .write = write_impulse};

const TareFormat tare_impulse_linear_format = {.name = "impulse-linear",
                                               .note = "impulse response, WAV, linear phase",
                                               .holds = TARE_FORMAT_HOLDS_CHANNELS |
                                                        TARE_FORMAT_HOLDS_SOUND,
                                               .write = write_linear};

const TareFormat tare_sox_fir_format = {
    .name = "sox-fir", .note = "impulse response as text for fir of sox", .write = write_sox_fir};
