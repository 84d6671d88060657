/* Equalizer APO text, written so that every program known to read it takes it whole: preamp on line
   1, numbered filters, centre-frequency shelves with Q, short numbers, comments at the end. */

#include "formats/apo.h"

#include "band_set.h"
#include "base/number.h"
#include "base/report.h"
#include "corrections/correction.h"
#include "fit/eq_limits.h"
#include "formats/apo_read.h"
#include "formats/apo_words.h"
#include "formats/comment.h"
#include "formats/format.h"
#include "formats/output.h"
#include "formats/played.h"
#include "tare/band_traits.h"

#include <math.h>
#include <string.h>

/** PipeWire's reader takes no more characters than these. */
enum { MAX_FREQ_CHARS = 8, MAX_CHARS = 6 };

/** Writes a number with as many decimals as fit, at most `n_decimals`. */
static void format_short(char* text, double value, int n_decimals, size_t max_chars)
{
    for (int n = n_decimals; n >= 0; --n) {
        const double scale = pow(10.0, n);
        tare_number_format(text, TARE_NUMBER_SIZE, round(value * scale) / scale);
        if (strlen(text) <= max_chars)
            return;
    }
}

/** Equalizer APO takes a frequency with exactly three decimals for thousands: one more zero, or
    one decimal less, keeps it what it is. */
static void format_freq(char* text, double freq_hz)
{
    format_short(text, freq_hz, 6, MAX_FREQ_CHARS);
    const size_t length = strlen(text);
    if (length < 5 || text[length - 4] != '.')
        return;
    if (length < MAX_FREQ_CHARS)
        strcat(text, "0");
    else
        format_short(text, freq_hz, 2, MAX_FREQ_CHARS);
}

static void write_band(FILE* out, uint32_t number, const TareBand* band)
{
    char text[TARE_NUMBER_SIZE];
    format_freq(text, band->freq_hz);
    fprintf(out, "Filter %u: ON %s Fc %s Hz", number, tare_apo_words_types[band->type], text);
    if (tare_band_type_has_gain(band->type)) {
        format_short(text, band->gain_db, 6, MAX_CHARS);
        fprintf(out, " Gain %s dB", text);
    }
    format_short(text, band->q, 6, MAX_CHARS);
    fprintf(out, " Q %s\n", text);
}

static void write_channel(FILE* out, TareChannel* current, TareChannel wanted)
{
    if (*current != wanted)
        fprintf(out, "Channel: %s\n", tare_apo_words_channels[wanted]);
    *current = wanted;
}

static void write_preamp(FILE* out, double preamp_db)
{
    char text[TARE_NUMBER_SIZE];
    format_short(text, preamp_db, 6, MAX_CHARS);
    fprintf(out, "Preamp: %s dB\n", text);
}

static void write_end(FILE* out, const TareCorrection* correction, double rate_hz)
{
    fputs("# Written by Tare.\n", out);
    tare_comment_origin(out, correction, rate_hz);
}

/** The bands as the correction has them, whatever rate they mean. */
static void write_own(FILE* out, const TareCorrection* correction)
{
    const TareBandSet* const set = &correction->set;
    TareChannel channel = TARE_CHANNEL_BOTH;
    write_preamp(out, set->preamp_db);
    for (uint32_t i = 0; i < set->n_bands; ++i) {
        write_channel(out, &channel, set->bands[i].channel);
        write_band(out, i + 1, &set->bands[i]);
    }
    write_channel(out, &channel, TARE_CHANNEL_BOTH);
    write_end(out, correction, set->reference_rate_hz);
}

/** The bands for a rate, or a device. */
static void write_played(FILE* out, const TareCorrection* correction, const TareRefit* played)
{
    TareChannel channel = TARE_CHANNEL_BOTH;
    unsigned number = 0;
    write_preamp(out, played->preamp_db);
    for (uint32_t list = 0; list < tare_played_n_lists(played); ++list) {
        write_channel(out, &channel, tare_played_channel(played, list));
        for (unsigned i = 0; i < played->n_bands[list]; ++i)
            write_band(out, ++number, &played->bands[list][i]);
    }
    write_channel(out, &channel, TARE_CHANNEL_BOTH);
    write_end(out, correction, played->rate_hz);
}

static bool write_apo(const TareFormatOutput* output, const TareReporter* reporter)
{
    TareRefit played;
    if (output->rate_hz == 0.0 && !output->device)
        write_own(output->file, output->correction);
    else if (tare_played(&played, &tare_eq_limits_own, output, reporter))
        write_played(output->file, output->correction, &played);
    else
        return false;
    return !ferror(output->file);
}

const TareFormat tare_apo_format = {
    .name = "apo",
    .note = "Equalizer APO text, taken by most equalisers: up to six digits",
    .holds = TARE_FORMAT_HOLDS_CHANNELS,
    .max_bytes = TARE_APO_READ_MAX_BYTES,
    .limits = &tare_eq_limits_own,
    .sniff = tare_apo_read_knows,
    .read = tare_apo_read,
    .write = write_apo};
