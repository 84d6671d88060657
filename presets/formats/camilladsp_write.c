/* CamillaDSP refuses a configuration with a field that it does not know: of shelves it takes either
   a slope or a Q, and no gain where there is none (src/filters/biquad.rs). */

#include "formats/camilladsp_write.h"

#include "fit/eq_limits.h"
#include "formats/comment.h"
#include "formats/output.h"
#include "formats/played.h"
#include "formats/written.h"
#include "tare/band_traits.h"

const TareEqLimits tare_camilladsp_write_limits = {TARE_EQ_OWN_RANGES, .types = TARE_EQ_HAS_ALL,
                                                   .has_sides = true};

static const char* const types[TARE_N_BAND_TYPES] = {
    [TARE_BAND_PEAK] = "Peaking",         [TARE_BAND_LOW_SHELF] = "Lowshelf",
    [TARE_BAND_HIGH_SHELF] = "Highshelf", [TARE_BAND_LOW_PASS] = "Lowpass",
    [TARE_BAND_HIGH_PASS] = "Highpass",   [TARE_BAND_NOTCH] = "Notch",
    [TARE_BAND_BAND_PASS] = "Bandpass",   [TARE_BAND_ALL_PASS] = "Allpass"};

static const char* prefix(TareChannel channel)
{
    return channel == TARE_CHANNEL_BOTH ? "" : channel == TARE_CHANNEL_LEFT ? "left_" : "right_";
}

static void write_filter(FILE* out, TareChannel channel, unsigned number, const TareBand* band)
{
    fprintf(out,
            "  %sband%u:\n"
            "    type: Biquad\n"
            "    parameters:\n"
            "      type: %s\n"
            "      freq: ",
            prefix(channel), number, types[band->type]);
    tare_written_number(out, band->freq_hz);
    fputs("\n      q: ", out);
    tare_written_number(out, band->q);
    if (tare_band_type_has_gain(band->type)) {
        fputs("\n      gain: ", out);
        tare_written_number(out, band->gain_db);
    }
    fputc('\n', out);
}

static void write_step(FILE* out, const TareRefit* played, uint32_t list)
{
    const TareChannel channel = tare_played_channel(played, list);
    fprintf(out, "  - type: Filter\n    channels: [%s]\n    names: [preamp",
            channel == TARE_CHANNEL_BOTH   ? "0, 1"
            : channel == TARE_CHANNEL_LEFT ? "0"
                                           : "1");
    for (unsigned i = 0; i < played->n_bands[list]; ++i)
        fprintf(out, ", %sband%u", prefix(channel), i + 1);
    fputs("]\n", out);
}

bool tare_camilladsp_write(const TareFormatOutput* output, const TareReporter* reporter)
{
    FILE* const out = output->file;
    TareRefit played;
    if (!tare_played(&played, &tare_camilladsp_write_limits, output, reporter))
        return false;
    fputs("# Written by Tare.\n", out);
    tare_comment_origin(out, output->correction, played.rate_hz);
    fputs("#\n"
          "# Put it behind the devices of a configuration, which must run at that rate.\n"
          "filters:\n"
          "  preamp:\n"
          "    type: Gain\n"
          "    parameters:\n"
          "      gain: ",
          out);
    tare_written_number(out, played.preamp_db);
    fputs("\n      scale: dB\n", out);
    for (uint32_t list = 0; list < tare_played_n_lists(&played); ++list)
        for (unsigned i = 0; i < played.n_bands[list]; ++i)
            write_filter(out, tare_played_channel(&played, list), i + 1, &played.bands[list][i]);
    fputs("pipeline:\n", out);
    for (uint32_t list = 0; list < tare_played_n_lists(&played); ++list)
        write_step(out, &played, list);
    return !ferror(out);
}
