#include "cli/audio/render_file.h"

#include "base/file.h"
#include "base/interrupt.h"
#include "base/new_file.h"
#include "cli/audio/audio.h"
#include "cli/audio/audio_end.h"
#include "cli/audio/audio_kind.h"
#include "cli/audio/ears.h"
#include "cli/audio/foreign.h"
#include "cli/audio/sound.h"
#include "cli/audio/spool.h"
#include "cli/audio/tags.h"
#include "cli/frame/cli.h"
#include "cli/frame/terminal.h"
#include "controls.h"
#include "tare/eq.h"
#include "tare/limits.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BLOCK_FRAMES = 4096 };

typedef struct {
    const TareCommand* command;
    const char *in_path, *out_path; ///< as they are called
    FILE *in_spool, *out_spool;     ///< in place of pipes; else NULL
    char in_spool_path[32];
    const TareRenderWish* wish;
    TareBandSet set; ///< what is left of the correction
    SNDFILE *in, *out;
    SF_INFO in_info, out_info;
    TareNewFile new_file;
    TareEq* eq;
    TareAudioLevel level;
} Render;

/** The sound of one block, in every shape that it needs. */
typedef struct {
    float interleaved[BLOCK_FRAMES * TARE_MAX_CHANNELS];
    float channels[TARE_MAX_CHANNELS][BLOCK_FRAMES];
    int32_t integers[BLOCK_FRAMES * TARE_MAX_CHANNELS];
} Block;

/** Whether the file to write may be written, so that nothing is lost. */
static bool check_out(const Render* render)
{
    struct stat out;
    if (tare_spool_is_pipe(render->out_path)) {
        if (isatty(STDOUT_FILENO))
            tare_cli_error(render->command,
                           "standard output is a terminal; expected a pipe or a file");
        return !isatty(STDOUT_FILENO);
    }
    if (stat(render->out_path, &out) != 0)
        return true;
    if (tare_file_is_same(render->in_path, render->out_path))
        tare_cli_error(render->command, "%s is the file to read as well; expected another one",
                       render->out_path);
    else if (!S_ISREG(out.st_mode))
        tare_cli_error(render->command, "%s is not a file; expected the name of one",
                       render->out_path);
    else if (!render->wish->force)
        tare_cli_error(render->command,
                       "%s is there already; expected a new name, or --force to replace it",
                       render->out_path);
    else
        return true;
    return false;
}

static bool refuse_in(const Render* render, const char* what, const char* expected)
{
    tare_report(tare_cli_reporter(), TARE_ERROR, render->in_path, 0, 0, "%s; expected %s", what,
                expected);
    return false;
}

/** Where the sound to read is to be found. */
static const char* path_of(const Render* render)
{
    return render->in_spool ? render->in_spool_path : render->in_path;
}

/** Takes in all of a pipe. */
static bool take_pipe(Render* render)
{
    if (!tare_spool_is_pipe(render->in_path))
        return true;
    render->in_spool = tare_spool_new();
    if (!render->in_spool || !tare_spool_copy(STDIN_FILENO, fileno(render->in_spool))) {
        tare_cli_error(render->command, "standard input cannot be kept: %s", strerror(errno));
        return false;
    }
    snprintf(render->in_spool_path, sizeof render->in_spool_path, "/dev/fd/%d",
             fileno(render->in_spool));
    return true;
}

static bool open_in(Render* render)
{
    if (!take_pipe(render))
        return false;
    render->in = sf_open(path_of(render), SFM_READ, &render->in_info);
    const char* const made_from = render->in_spool ? NULL : render->in_path;
    if (!render->in) {
        tare_foreign_refuse(render->in_path, path_of(render), made_from, sf_strerror(NULL),
                            tare_cli_reporter());
        return false;
    }
    const SF_INFO* const info = &render->in_info;
    if (info->channels < 1 || info->channels > TARE_MAX_CHANNELS) {
        tare_foreign_refuse_channels(render->in_path, info->channels, made_from,
                                     tare_cli_reporter());
        return false;
    }
    const uint64_t n_missing = tare_audio_n_missing_bytes(path_of(render));
    if (n_missing > 0) {
        char what[96];
        snprintf(what, sizeof what, "is cut off: %llu bytes of sound are missing at its end",
                 (unsigned long long)n_missing);
        return refuse_in(render, what, "a complete file");
    }
    if (info->samplerate < TARE_SAMPLE_RATE_MIN_HZ || info->samplerate > TARE_SAMPLE_RATE_MAX_HZ) {
        char what[64];
        snprintf(what, sizeof what, "has a sample rate of %d Hz", info->samplerate);
        return refuse_in(render, what, "8000 to 768000 Hz");
    }
    return true;
}

/** How many channels there will be: a sound without sides gets two when the ears differ. */
static int choose_channels(Render* render)
{
    if (render->in_info.channels > 1)
        return render->in_info.channels;
    if (render->wish->sound->strength_percent > 0.0 && tare_ears_differ(&render->set)) {
        tare_cli_note(render->command,
                      "%s is mono, but left and right need different corrections: %s is stereo",
                      render->in_path, render->out_path);
        return TARE_MAX_CHANNELS;
    }
    tare_ears_keep_left(&render->set);
    return 1;
}

static bool choose_format(Render* render, int n_channels)
{
    const TareRenderWish* const wish = render->wish;
    const char* const ending = wish->format ? wish->format
                               : tare_spool_is_pipe(render->out_path)
                                   ? ""
                                   : tare_audio_kind_ending(render->out_path);
    SF_INFO* const info = &render->out_info;
    *info =
        (SF_INFO){.samplerate = render->in_info.samplerate,
                  .channels = n_channels,
                  .format = tare_audio_kind_format(ending, render->in_info.format, wish->as_float)};
    if (sf_format_check(info))
        return true;
    tare_cli_error(render->command, "%s cannot hold this sound of %d Hz%s; expected another format",
                   tare_audio_container_name(info->format), info->samplerate,
                   wish->as_float ? " as --float" : "");
    return false;
}

/** Where the result is written: a file under a temporary name, or a nameless one for a pipe. */
static int open_descriptor(Render* render)
{
    if (tare_spool_is_pipe(render->out_path)) {
        render->out_spool = tare_spool_new();
        if (!render->out_spool)
            tare_cli_error(render->command, "nothing can be kept for standard output: %s",
                           strerror(errno));
        return render->out_spool ? fileno(render->out_spool) : -1;
    }
    const TareReporter reporter = tare_cli_command_reporter(render->command);
    const TareStatus status = tare_new_file_open(&render->new_file, render->out_path, &reporter);
    if (status == TARE_NO_MEMORY)
        tare_cli_no_memory(render->command);
    return status == TARE_OK ? render->new_file.descriptor : -1;
}

static bool open_out(Render* render)
{
    const int descriptor = open_descriptor(render);
    if (descriptor < 0)
        return false;
    render->out = sf_open_fd(descriptor, SFM_WRITE, &render->out_info, 0);
    if (!render->out) {
        tare_cli_error(render->command, "%s: cannot be written: %s", render->out_path,
                       sf_strerror(NULL));
        return false;
    }
    sf_command(render->out, SFC_SET_ADD_PEAK_CHUNK, NULL, SF_FALSE); /* it would hold the time */
    tare_audio_kind_set_quality(render->out, render->out_info.format, render->out_info.samplerate,
                                render->wish->quality,
                                tare_audio_kind_kbps(path_of(render), &render->in_info));
    tare_audio_copy_texts(render->in, render->out);
    return true;
}

/** What filters ring on with below the last bit, when the sound itself is digital silence. */
static void silence(const Render* render, const Block* block, float* channel, uint32_t source,
                    uint32_t n_frames)
{
    const int n_bits = tare_audio_integer_bits(render->out_info.format);
    const uint32_t n_in = (uint32_t)render->in_info.channels;
    const float half = n_bits > 0 ? (float)ldexp(1.0, -n_bits) : 0.0f;
    for (uint32_t i = 0; i < n_frames; ++i)
        if (fabsf(channel[i]) < half && block->interleaved[i * n_in + source] == 0.0f)
            channel[i] = 0.0f;
}

static void filter(const Render* render, Block* block, uint32_t n_frames)
{
    const uint32_t n_in = (uint32_t)render->in_info.channels;
    const uint32_t n_out = (uint32_t)render->out_info.channels;
    float* channels[TARE_MAX_CHANNELS];
    for (uint32_t c = 0; c < n_out; ++c) {
        const uint32_t source = c < n_in ? c : 0;
        channels[c] = block->channels[c];
        for (uint32_t i = 0; i < n_frames; ++i)
            channels[c][i] = block->interleaved[i * n_in + source];
    }
    tare_eq_process(render->eq, (const float* const*)channels, channels, n_frames);
    for (uint32_t c = 0; c < n_out; ++c)
        silence(render, block, channels[c], c < n_in ? c : 0, n_frames);
    for (uint32_t c = 0; c < n_out; ++c)
        for (uint32_t i = 0; i < n_frames; ++i)
            block->interleaved[i * n_out + c] = channels[c][i];
}

/** Everything from the first frame to the last. */
static TareExit run(Render* render)
{
    static Block block;
    const bool is_open = render->in_info.frames == SF_COUNT_MAX; /* the header does not tell */
    sf_count_t done = 0;
    sf_count_t n;
    while ((n = sf_readf_float(render->in, block.interleaved, BLOCK_FRAMES)) > 0) {
        if (tare_interrupt_came())
            return TARE_EXIT_UNUSED;
        filter(render, &block, (uint32_t)n);
        if (!tare_audio_write(render->out, render->out_info.format, render->out_info.channels,
                              block.interleaved, block.integers, n, &render->level)) {
            tare_cli_error(render->command, "%s: cannot be written: %s", render->out_path,
                           sf_strerror(render->out));
            return TARE_EXIT_UNUSED;
        }
        done += n;
        if (!render->wish->is_quiet && !is_open)
            tare_terminal_progress("correcting", (double)done, (double)render->in_info.frames);
    }
    tare_terminal_clear_progress();
    if (sf_error(render->in) == SF_ERR_NO_ERROR && (is_open || done >= render->in_info.frames))
        return TARE_EXIT_DONE;
    char what[128];
    snprintf(what, sizeof what, "ends after %lld of %lld frames", (long long)done,
             (long long)render->in_info.frames);
    refuse_in(render, what, "a complete file");
    return TARE_EXIT_WRONG;
}

/** Carries over what libsndfile does not, or says that it is lost. */
static bool carry_tags(const Render* render)
{
    const char* const from = path_of(render);
    const int descriptor =
        render->out_spool ? fileno(render->out_spool) : render->new_file.descriptor;
    const TareTags tags = tare_tags_find(from);
    bool is_carried = false;
    if ((render->out_info.format & SF_FORMAT_TYPEMASK) == SF_FORMAT_FLAC &&
        !tare_tags_carry_flac(from, descriptor, &is_carried)) {
        tare_cli_error(render->command, "%s: cannot be written: %s", render->out_path,
                       strerror(errno));
        return false;
    }
    if (tags.has_replay_gain)
        tare_cli_note(render->command,
                      "%s: its ReplayGain is left out, as it is about another loudness",
                      render->in_path);
    if (!is_carried && (tags.has_picture || tags.has_more))
        tare_cli_note(render->command, "%s: %s left out; from FLAC to FLAC all of it stays",
                      render->in_path,
                      !tags.has_more     ? "its picture is"
                      : tags.has_picture ? "its picture and tags of MusicBrainz are"
                                         : "its tags of MusicBrainz are");
    return true;
}

/** Gives the complete file its name, or sends it down the pipe. */
static bool hand_over(Render* render)
{
    const TareReporter reporter = tare_cli_command_reporter(render->command);
    if (!render->out_spool)
        return tare_new_file_keep(&render->new_file, &reporter) == TARE_OK;
    const int descriptor = fileno(render->out_spool);
    if (lseek(descriptor, 0, SEEK_SET) == 0 && tare_spool_copy(descriptor, STDOUT_FILENO))
        return true;
    tare_cli_error(render->command, "standard output cannot be written: %s", strerror(errno));
    return false;
}

static TareExit keep(Render* render)
{
    const int failed = sf_close(render->out);
    render->out = NULL;
    if (failed != 0) {
        tare_cli_error(render->command, "%s: cannot be written: %s", render->out_path,
                       sf_error_number(failed));
        return TARE_EXIT_UNUSED;
    }
    if (!carry_tags(render) || !hand_over(render))
        return TARE_EXIT_UNUSED;
    const double peak_db = 20.0 * log10(fmax(render->level.peak, 1e-15));
    if (render->level.n_clipped > 0)
        tare_cli_note(render->command,
                      "%llu samples lie above full scale and are clipped, by up to %.2f dB; a "
                      "lower --preamp avoids it",
                      (unsigned long long)render->level.n_clipped, fmax(peak_db, 0.0));
    return TARE_EXIT_DONE;
}

static TareExit make(Render* render)
{
    if (!check_out(render) || !open_in(render))
        return TARE_EXIT_WRONG;
    if (!choose_format(render, choose_channels(render)))
        return TARE_EXIT_WRONG;
    render->eq =
        tare_eq_new((double)render->in_info.samplerate, (uint32_t)render->out_info.channels);
    if (!render->eq)
        return tare_cli_no_memory(render->command);
    const TareControls controls = tare_sound_controls(render->wish->sound, &render->set);
    tare_eq_set_controls(render->eq, &controls);
    tare_interrupt_catch();
    if (!open_out(render))
        return TARE_EXIT_UNUSED;
    const TareExit state = run(render);
    return state == TARE_EXIT_DONE ? keep(render) : state;
}

static void close_all(Render* render)
{
    if (render->out)
        sf_close(render->out);
    if (render->in)
        sf_close(render->in);
    if (render->in_spool)
        fclose(render->in_spool);
    if (render->out_spool)
        fclose(render->out_spool);
    tare_eq_free(render->eq);
    tare_new_file_drop(&render->new_file);
}

bool tare_render_file_is_built(void)
{
    return true;
}

bool tare_render_file_writes(const char* ending)
{
    return tare_audio_kind_is_known(ending);
}

TareExit tare_render_file(const TareCommand* command, const char* in_path, const char* out_path,
                          const TareRenderWish* wish)
{
    Render render = {.command = command,
                     .in_path = in_path,
                     .out_path = out_path,
                     .wish = wish,
                     .set = *wish->set,
                     .level = tare_audio_level_start(),
                     .new_file = {.descriptor = -1}};
    const TareExit state = make(&render);
    close_all(&render);
    return state;
}
