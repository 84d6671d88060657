#include "audio/sound_in.h"

#include "audio/audio_end.h"
#include "audio/foreign.h"
#include "audio/spool.h"
#include "tare/band.h"
#include "tare/limits.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/** Takes in all of a pipe. */
static TareStatus take_pipe(TareSoundIn* in, const TareReporter* reporter)
{
    if (!tare_spool_is_pipe(in->path))
        return TARE_OK;
    in->spool = tare_spool_new();
    if (!in->spool || !tare_spool_copy(STDIN_FILENO, fileno(in->spool))) {
        tare_report(reporter, TARE_ERROR, NULL, 0, 0, "standard input cannot be kept: %s",
                    strerror(errno));
        return TARE_IO_ERROR;
    }
    tare_spool_path(in->spool_path, sizeof in->spool_path, fileno(in->spool));
    return TARE_OK;
}

static TareStatus check(const TareSoundIn* in, const TareReporter* reporter)
{
    const SF_INFO* const info = &in->info;
    const uint64_t n_missing = tare_audio_n_missing_bytes(tare_sound_in_place(in));
    if (n_missing > 0)
        tare_report(reporter, TARE_ERROR, in->path, 0, 0,
                    "is cut off: %llu bytes of sound are missing at its end; expected a complete "
                    "file",
                    (unsigned long long)n_missing);
    else if (info->samplerate < TARE_SAMPLE_RATE_MIN_HZ ||
             info->samplerate > TARE_SAMPLE_RATE_MAX_HZ)
        tare_report(reporter, TARE_ERROR, in->path, 0, 0,
                    "has a sample rate of %d Hz; expected 8000 to 768000 Hz", info->samplerate);
    else
        return TARE_OK;
    return TARE_BAD_INPUT;
}

TareStatus tare_sound_in_open(TareSoundIn* in, const char* path, const TareReporter* reporter)
{
    *in = (TareSoundIn){.path = path};
    const TareStatus status = take_pipe(in, reporter);
    if (status != TARE_OK)
        return status;
    in->file = sf_open(tare_sound_in_place(in), SFM_READ, &in->info);
    const char* const made_from = in->spool ? NULL : in->path;
    if (!in->file)
        tare_foreign_refuse(in->path, tare_sound_in_place(in), made_from, sf_strerror(NULL),
                            reporter);
    else if (in->info.channels < 1 || in->info.channels > TARE_MAX_CHANNELS)
        tare_foreign_refuse_channels(in->path, in->info.channels, made_from, reporter);
    else
        return check(in, reporter);
    return TARE_BAD_INPUT;
}

const char* tare_sound_in_place(const TareSoundIn* in)
{
    return in->spool ? in->spool_path : in->path;
}

bool tare_sound_in_is_open_ended(const TareSoundIn* in)
{
    return in->info.frames == SF_COUNT_MAX;
}

TareStatus tare_sound_in_check_end(const TareSoundIn* in, sf_count_t n_frames,
                                   const TareReporter* reporter)
{
    if (sf_error(in->file) == SF_ERR_NO_ERROR &&
        (tare_sound_in_is_open_ended(in) || n_frames >= in->info.frames))
        return TARE_OK;
    tare_report(reporter, TARE_ERROR, in->path, 0, 0,
                "ends after %lld of %lld frames; expected a complete file", (long long)n_frames,
                (long long)in->info.frames);
    return TARE_BAD_INPUT;
}

void tare_sound_in_close(TareSoundIn* in)
{
    if (in->file)
        sf_close(in->file);
    if (in->spool)
        fclose(in->spool);
    *in = (TareSoundIn){0};
}
