#include "formats/slider_presets.h"

#include "base/number.h"
#include "cascade.h"
#include "corrections/correction.h"
#include "formats/comment.h"
#include "formats/format.h"
#include "formats/output.h"
#include "formats/played.h"
#include "formats/sliders.h"

#define USUAL_RATE_HZ 48000.0

/** Fits sliders, tells how near they come, and begins the text. */
static bool begin(TareSliders* sliders, const TareSliderBank* bank, const char* help,
                  const TareFormatOutput* output, const TareReporter* reporter)
{
    TareCascade cascade;
    const double rate_hz = output->rate_hz > 0.0 ? output->rate_hz : USUAL_RATE_HZ;
    if (!tare_played_cascade(&cascade, output, rate_hz, reporter))
        return false;
    tare_sliders_fit(sliders, bank, &cascade);
    tare_played_tell("sliders are set", rate_hz,
                     (TarePlayedError){sliders->rms_db, sliders->error_db, sliders->error_freq_hz},
                     reporter);
    tare_played_tell_preamp(sliders->preamp_db, sliders->preamp_db - sliders->too_loud_db,
                            reporter);
    fputs("# Written by Tare.\n", output->file);
    tare_comment_origin(output->file, output->correction, rate_hz);
    fputs(help, output->file);
    return true;
}

static void write_db(FILE* out, double value_db, int n_decimals)
{
    char text[TARE_NUMBER_SIZE];
    fputs(tare_number_format_fixed(text, sizeof text, value_db, n_decimals), out);
}

static bool write_audacious(const TareFormatOutput* output, const TareReporter* reporter)
{
    TareSliders sliders;
    FILE* const out = output->file;
    if (!begin(&sliders, &tare_slider_bank_audacious,
               "#\n# For Audacious: Equalizer, Presets, Import, Preset file.\n", output, reporter))
        return false;
    fputs("[Equalizer preset]\nPreamp=0\n", out);
    for (int i = 0; i < TARE_SLIDERS; ++i) {
        fprintf(out, "Band%d=", i);
        write_db(out, sliders.gains_db[i], 0);
        fputc('\n', out);
    }
    return !ferror(out);
}

static bool write_vlc(const TareFormatOutput* output, const TareReporter* reporter)
{
    TareSliders sliders;
    FILE* const out = output->file;
    if (!begin(&sliders, &tare_slider_bank_vlc, "#\n# For a shell: vlc ... FILE, and cvlc.\n",
               output, reporter))
        return false;
    fputs("--audio-filter=equalizer --no-equalizer-vlcfreqs --no-equalizer-2pass "
          "--equalizer-preamp=",
          out);
    write_db(out, sliders.preamp_db, 1);
    fputs(" --equalizer-bands='", out);
    for (int i = 0; i < TARE_SLIDERS; ++i) {
        fputs(i ? " " : "", out);
        write_db(out, sliders.gains_db[i], 1);
    }
    fputs("'\n", out);
    return !ferror(out);
}

const TareFormat tare_audacious_format = {.name = "audacious",
                                          .note =
                                              "preset of Audacious, fitted to its 10 bands: 1 dB",
                                          .write = write_audacious};

const TareFormat tare_vlc_format = {
    .name = "vlc", .note = "words for VLC, fitted to its 10 bands: 0.1 dB", .write = write_vlc};
