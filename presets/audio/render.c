#include "audio/render.h"

#include "audio/audio.h"
#include "audio/audio_kind.h"
#include "audio/ears.h"
#include "audio/foreign.h"
#include "audio/resampler.h"
#include "audio/sound_in.h"
#include "audio/sound_out.h"
#include "audio/spool.h"
#include "audio/tags.h"
#include "base/interrupt.h"
#include "controls.h"
#include "tare/eq.h"
#include "tare/limits.h"

#include <math.h>
#include <stdlib.h>

enum { BLOCK_FRAMES = 4096 };

typedef struct {
    const TareRenderWish* wish;
    const TareReporter* reporter;
    TareControls controls;
    TareSoundIn in;
    TareSoundOut out;
    TareEq* eq;
    TareResampler* resampler; ///< where the rate changes behind the correction; else NULL
    bool are_texts_copied;    ///< title, artist and the like
    TareAudioLevel level;

    /* the sound of one block, in every shape that it needs */
    float interleaved[BLOCK_FRAMES * TARE_MAX_CHANNELS];
    float channels[TARE_MAX_CHANNELS][BLOCK_FRAMES];
    float resampled[BLOCK_FRAMES * TARE_MAX_CHANNELS];
    int32_t integers[BLOCK_FRAMES * TARE_MAX_CHANNELS];
} Render;

/** How many channels there will be: a sound without sides gets two when the ears differ. */
static int choose_channels(Render* render, const char* out_path)
{
    if (render->in.info.channels > 1)
        return render->in.info.channels;
    if (render->controls.strength > 0.0 && tare_ears_differ(&render->controls.set)) {
        tare_report(render->reporter, TARE_NOTE, NULL, 0, 0,
                    "%s is mono, but left and right need different corrections: %s is stereo",
                    render->in.path, out_path);
        return TARE_MAX_CHANNELS;
    }
    tare_ears_keep_left(&render->controls.set);
    return 1;
}

/** The rate of a kind of file that does not have that of the sound. */
static TareStatus choose_rate(const Render* render, const char* out_path, SF_INFO* info)
{
    const int from_hz = render->in.info.samplerate;
    const char* const kind = (info->format & SF_FORMAT_SUBMASK) == SF_FORMAT_OPUS ? "Opus" : "MP3";
    info->samplerate = tare_audio_kind_rate(info->format, from_hz);
    if (info->samplerate == from_hz)
        return TARE_OK;
    if (!tare_resampler_is_built()) {
        tare_foreign_refuse_rate(render->in.path, from_hz, info->samplerate, kind,
                                 render->in.spool ? NULL : render->in.path, render->reporter);
        return TARE_BAD_INPUT;
    }
    tare_report(render->reporter, TARE_NOTE, NULL, 0, 0,
                "%s has %d Hz, and %s no such rate: %s has %d Hz", render->in.path, from_hz, kind,
                out_path, info->samplerate);
    return TARE_OK;
}

static TareStatus choose_format(Render* render, const char* out_path, SF_INFO* info)
{
    const TareRenderWish* const wish = render->wish;
    const char* const ending = wish->format                   ? wish->format
                               : tare_spool_is_pipe(out_path) ? ""
                                                              : tare_audio_kind_ending(out_path);
    *info =
        (SF_INFO){.samplerate = render->in.info.samplerate,
                  .channels = choose_channels(render, out_path),
                  .format = tare_audio_kind_format(ending, render->in.info.format, wish->as_float)};
    if (sf_format_check(info))
        return choose_rate(render, out_path, info);
    tare_report(render->reporter, TARE_ERROR, NULL, 0, 0,
                "%s cannot hold this sound of %d Hz%s; expected another format",
                tare_audio_container_name(info->format), info->samplerate,
                wish->as_float ? " as --float" : "");
    return TARE_BAD_INPUT;
}

/** What filters ring on with below the last bit, when the sound itself is digital silence. */
static void silence(const Render* render, float* channel, uint32_t source, uint32_t n_frames)
{
    const int n_bits = tare_audio_integer_bits(render->out.info.format);
    const uint32_t n_in = (uint32_t)render->in.info.channels;
    const float half = n_bits > 0 ? (float)ldexp(1.0, -n_bits) : 0.0f;
    for (uint32_t i = 0; i < n_frames; ++i)
        if (fabsf(channel[i]) < half && render->interleaved[i * n_in + source] == 0.0f)
            channel[i] = 0.0f;
}

static void filter(Render* render, uint32_t n_frames)
{
    const uint32_t n_in = (uint32_t)render->in.info.channels;
    const uint32_t n_out = (uint32_t)render->out.info.channels;
    float* channels[TARE_MAX_CHANNELS];
    for (uint32_t c = 0; c < n_out; ++c) {
        const uint32_t source = c < n_in ? c : 0;
        channels[c] = render->channels[c];
        for (uint32_t i = 0; i < n_frames; ++i)
            channels[c][i] = render->interleaved[i * n_in + source];
    }
    tare_eq_process(render->eq, (const float* const*)channels, channels, n_frames);
    for (uint32_t c = 0; c < n_out; ++c)
        silence(render, channels[c], c < n_in ? c : 0, n_frames);
    for (uint32_t c = 0; c < n_out; ++c)
        for (uint32_t i = 0; i < n_frames; ++i)
            render->interleaved[i * n_out + c] = channels[c][i];
}

static bool write_frames(Render* render, const float* frames, sf_count_t n)
{
    return tare_audio_write(render->out.file, render->out.info.format, render->out.info.channels,
                            frames, render->integers, n, &render->level);
}

/** Writes the corrected frames of a block, at the rate of the file; none: what there is still. */
static TareStatus write_block(Render* render, sf_count_t n)
{
    bool is_good = true;
    if (!render->resampler)
        is_good = write_frames(render, render->interleaved, n);
    else {
        tare_resampler_put(render->resampler, render->interleaved, (long)n);
        while (is_good &&
               (n = tare_resampler_take(render->resampler, render->resampled, BLOCK_FRAMES)) > 0)
            is_good = write_frames(render, render->resampled, n);
    }
    return is_good
               ? TARE_OK
               : tare_sound_out_fail(&render->out, sf_strerror(render->out.file), render->reporter);
}

/** Everything from the first frame to the last. */
static TareStatus run(Render* render)
{
    sf_count_t done = 0;
    sf_count_t n;
    TareStatus status = TARE_OK;
    while ((n = sf_readf_float(render->in.file, render->interleaved, BLOCK_FRAMES)) > 0) {
        if (tare_interrupt_came())
            return TARE_IO_ERROR;
        filter(render, (uint32_t)n);
        status = write_block(render, n);
        if (status != TARE_OK)
            return status;
        done += n;
        if (render->wish->progress && !tare_sound_in_is_open_ended(&render->in))
            render->wish->progress((double)done, (double)render->in.info.frames);
    }
    if (render->resampler)
        status = write_block(render, 0);
    return status == TARE_OK ? tare_sound_in_check_end(&render->in, done, render->reporter)
                             : status;
}

static TareStatus keep(Render* render)
{
    TareStatus status = tare_sound_out_end(&render->out, render->reporter);
    if (status == TARE_OK)
        status =
            tare_tags_carry(&render->in, &render->out, render->are_texts_copied, render->reporter);
    if (status == TARE_OK)
        status = tare_sound_out_hand_over(&render->out, render->reporter);
    if (status == TARE_OK && render->level.n_clipped > 0)
        tare_report(render->reporter, TARE_NOTE, NULL, 0, 0,
                    "%llu samples lie above full scale and are clipped, by up to %.2f dB; a lower "
                    "--preamp avoids it",
                    (unsigned long long)render->level.n_clipped,
                    fmax(20.0 * log10(fmax(render->level.peak, 1e-15)), 0.0));
    return status;
}

/** What the sound goes through. */
static TareStatus make_eq(Render* render, const SF_INFO* info)
{
    const int rate_hz = render->in.info.samplerate;
    render->eq = tare_eq_new((double)rate_hz, (uint32_t)info->channels);
    if (!render->eq)
        return TARE_NO_MEMORY;
    tare_eq_set_controls(render->eq, &render->controls);
    if (info->samplerate == rate_hz)
        return TARE_OK;
    render->resampler = tare_resampler_new(rate_hz, info->samplerate, info->channels);
    return render->resampler ? TARE_OK : TARE_NO_MEMORY;
}

/** Sets how good a lossy file becomes, and says where an MP3 becomes worse, as was asked for. */
static void set_quality(Render* render, const SF_INFO* info)
{
    const double source_kbps =
        tare_audio_kind_kbps(tare_sound_in_place(&render->in), &render->in.info);
    const double kbps = tare_audio_kind_set_quality(
        render->out.file, info->format, info->samplerate, render->wish->quality, source_kbps);
    if (!isnan(render->wish->quality) && kbps > 0.0 && kbps < source_kbps)
        tare_report(render->reporter, TARE_NOTE, NULL, 0, 0,
                    "%s has %.0f kbit/s, its source %.0f; without --quality it has no less",
                    render->out.path, kbps, source_kbps);
}

static TareStatus open_out(Render* render, const char* path, const SF_INFO* info)
{
    const TareStatus status = tare_sound_out_open(&render->out, path, info, render->reporter);
    if (status != TARE_OK)
        return status;
    set_quality(render, info);
    return tare_audio_copy_texts(render->in.file, render->out.file, &render->are_texts_copied)
               ? TARE_OK
               : TARE_NO_MEMORY;
}

static TareStatus make(Render* render, const char* in_path, const char* out_path)
{
    SF_INFO info;
    if (!tare_sound_out_may_be(out_path, in_path, render->wish->may_replace, render->reporter))
        return TARE_BAD_INPUT;
    TareStatus status = tare_sound_in_open(&render->in, in_path, render->reporter);
    if (status == TARE_OK)
        status = choose_format(render, out_path, &info);
    if (status == TARE_OK)
        status = make_eq(render, &info);
    if (status != TARE_OK)
        return status;
    tare_interrupt_catch();
    status = open_out(render, out_path, &info);
    if (status == TARE_OK)
        status = run(render);
    return status == TARE_OK ? keep(render) : status;
}

bool tare_render_is_built(void)
{
    return true;
}

bool tare_render_writes(const char* ending)
{
    return tare_audio_kind_is_known(ending);
}

TareStatus tare_render(const char* in_path, const char* out_path, const TareRenderWish* wish,
                       const TareReporter* reporter)
{
    Render* const render = calloc(1, sizeof *render);
    if (!render)
        return TARE_NO_MEMORY;
    render->wish = wish;
    render->reporter = reporter;
    render->controls = *wish->controls;
    render->level = tare_audio_level_start();
    render->out.new_file.descriptor = -1;
    const TareStatus status = make(render, in_path, out_path);
    tare_sound_out_close(&render->out);
    tare_sound_in_close(&render->in);
    tare_resampler_free(render->resampler);
    tare_eq_free(render->eq);
    free(render);
    return status;
}
