#include "formats/apo_dialects.h"

#include "base/number.h"
#include "fit/eq_limits.h"
#include "formats/apo_words.h"
#include "formats/format.h"
#include "formats/output.h"
#include "formats/played.h"

#include <stdio.h>

/* The ranges are Tare's own: none of these programs says any. */

static const TareEqLimits autoeq_limits = {TARE_EQ_OWN_RANGES,           .rate_hz = 44100.0,
                                           .types = TARE_EQ_HAS_SHELVES, .freq_step_hz = 1.0,
                                           .gain_step_db = 0.1,          .q_step = 0.01};
static const TareEqLimits rew_limits = {TARE_EQ_OWN_RANGES, .types = TARE_EQ_HAS_SHELVES,
                                        .freq_step_hz = 0.01, .gain_step_db = 0.01,
                                        .q_step = 0.001};
static const TareEqLimits soundsource_limits = {TARE_EQ_OWN_RANGES, .types = TARE_EQ_HAS_SHELVES,
                                                .freq_step_hz = 0.1, .gain_step_db = 0.1,
                                                .q_step = 0.01};
static const TareEqLimits squig_limits = {TARE_EQ_OWN_RANGES, .types = TARE_EQ_HAS_SHELVES,
                                          .freq_step_hz = 1.0, .gain_step_db = 0.1,
                                          .q_step = 0.001};

/** How a program writes it. */
typedef struct {
    const char* head;     ///< what stands above
    const char* types[3]; ///< of a peak, a low and a high shelf
    int number_width, type_width, freq_width, gain_width, q_width;
    int freq_decimals, gain_decimals, q_decimals, preamp_decimals;
    const char *gap, *line_end;
} Shape;

static void write_filter(FILE* file, const Shape* shape, unsigned number, const TareBand* band)
{
    char freq[TARE_NUMBER_SIZE], gain[TARE_NUMBER_SIZE], q[TARE_NUMBER_SIZE];
    tare_number_format_fixed(freq, sizeof freq, band->freq_hz, shape->freq_decimals);
    tare_number_format_fixed(gain, sizeof gain, band->gain_db, shape->gain_decimals);
    tare_number_format_fixed(q, sizeof q, band->q, shape->q_decimals);
    fprintf(file, "Filter %*u: ON%s%-*s Fc %*s Hz%sGain %*s dB%sQ %*s%s", shape->number_width,
            number, shape->gap, shape->type_width, shape->types[band->type], shape->freq_width,
            freq, shape->gap, shape->gain_width, gain, shape->gap, shape->q_width, q,
            shape->line_end);
}

static bool write_shape(const TareEqLimits* limits, const Shape* shape,
                        const TareFormatOutput* output, const TareReporter* reporter)
{
    char preamp[TARE_NUMBER_SIZE];
    TareRefit played;
    if (!tare_played(&played, limits, output, reporter))
        return false;
    tare_number_format_fixed(preamp, sizeof preamp, played.preamp_db, shape->preamp_decimals);
    fprintf(output->file, "%sPreamp: %s dB%s", shape->head, preamp, shape->line_end);
    for (unsigned i = 0; i < played.n_bands[0]; ++i)
        write_filter(output->file, shape, i + 1, &played.bands[0][i]);
    return !ferror(output->file);
}

static bool write_autoeq(const TareFormatOutput* output, const TareReporter* reporter)
{
    static const Shape shape = {.head = "",
                                .types = {"PK", "LSC", "HSC"},
                                .gain_decimals = 1,
                                .q_decimals = 2,
                                .preamp_decimals = 1,
                                .gap = " ",
                                .line_end = "\n"};
    return write_shape(&autoeq_limits, &shape, output, reporter);
}

static bool write_rew(const TareFormatOutput* output, const TareReporter* reporter)
{
    static const Shape shape = {.head = "Filter Settings file\n"
                                        "\n"
                                        "Room EQ V5.31\n"
                                        "\n"
                                        "Equaliser: Generic\n"
                                        "\n",
                                .types = {"PK", "LS Q", "HS Q"},
                                .number_width = 2,
                                .type_width = 8,
                                .freq_width = 8,
                                .gain_width = 6,
                                .q_width = 6,
                                .freq_decimals = 2,
                                .gain_decimals = 2,
                                .q_decimals = 3,
                                .preamp_decimals = 2,
                                .gap = "  ",
                                .line_end = "\n"};
    return write_shape(&rew_limits, &shape, output, reporter);
}

static bool write_soundsource(const TareFormatOutput* output, const TareReporter* reporter)
{
    static const Shape shape = {.head = "",
                                .types = {"PK", "LS", "HS"},
                                .freq_decimals = 1,
                                .gain_decimals = 1,
                                .q_decimals = 2,
                                .preamp_decimals = 2,
                                .gap = " ",
                                .line_end = "\n"};
    return write_shape(&soundsource_limits, &shape, output, reporter);
}

static bool write_squig(const TareFormatOutput* output, const TareReporter* reporter)
{
    static const Shape shape = {.head = "",
                                .types = {"PK", "LSC", "HSC"},
                                .gain_decimals = 1,
                                .q_decimals = 3,
                                .preamp_decimals = 1,
                                .gap = " ",
                                .line_end = "\r\n"};
    return write_shape(&squig_limits, &shape, output, reporter);
}

/* What reads them is the reader of "apo", which tells them by their shape. */

const TareFormat tare_apo_autoeq_format = {
    .name = "autoeq",
    .note = "AutoEq's ParametricEQ.txt for 44.1 kHz: 1 Hz, 0.1 dB, Q 0.01",
    .limits = &autoeq_limits,
    .write = write_autoeq};

const TareFormat tare_apo_rew_format = {
    .name = "rew",
    .note = "filter settings of Room EQ Wizard: 0.01 Hz, 0.01 dB, Q 0.001",
    .limits = &rew_limits,
    .write = write_rew};

const TareFormat tare_apo_soundsource_format = {
    .name = "soundsource",
    .note = "SoundSource: 0.1 Hz, 0.1 dB, Q 0.01; to read it --dialect autoeq",
    .limits = &soundsource_limits,
    .write = write_soundsource};

const TareFormat tare_apo_squig_format = {.name = "squig",
                                          .note = "text for squig.link: 1 Hz, 0.1 dB, Q 0.001",
                                          .limits = &squig_limits,
                                          .write = write_squig};
