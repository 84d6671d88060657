#include "formats/peace_lines.h"

#include "formats/peace_sliders.h"
#include "formats/width.h"

#include <math.h>
#include <string.h>

/* The sections of a filter are as many as half of it. */
#define MAX_ORDER (2.0 * TARE_PEACE_MAX_LINES)

/* What a slider has that does not say it. */
static const double usual_quality = 1.41;

/* Up to where sliders go. */
static const double max_freq_hz = 22500.0;

/** What the quality of a slider is. */
typedef enum { IS_NOTHING, IS_Q, IS_SLOPE, IS_BUTTERWORTH, IS_LINKWITZ_RILEY } Meaning;

/** The types in the order of their numbers, as the lines of Equalizer APO that Peace writes for
    them ($FilterTypes of Peace.au3). */
static const struct {
    const char* type;
    bool has_gain;
    Meaning quality;
} types[] = {{"PK", true, IS_Q},
             {"LPQ", false, IS_Q},
             {"HPQ", false, IS_Q},
             {"BP", false, IS_Q},
             {"LS", true, IS_NOTHING},
             {"HS", true, IS_NOTHING},
             {"NO", false, IS_Q},
             {"AP", false, IS_Q},
             {"LSC", true, IS_SLOPE},
             {"HSC", true, IS_SLOPE},
             {"LPQ", false, IS_BUTTERWORTH},
             {"HPQ", false, IS_BUTTERWORTH},
             {"LPQ", false, IS_LINKWITZ_RILEY},
             {"HPQ", false, IS_LINKWITZ_RILEY},
             {"LSC", true, IS_Q},
             {"HSC", true, IS_Q},
             {"LS", true, IS_Q},
             {"HS", true, IS_Q}};

enum { N_TYPES = sizeof types / sizeof *types };

/** Adds a line so many times. */
static void add(TarePeaceLines* lines, const TareApoLine* line, unsigned n_times)
{
    while (n_times-- > 0)
        lines->lines[lines->n++] = *line;
}

/** Adds the sections of a Butterworth filter. Of an odd order Peace leaves out the single pole,
    which Equalizer APO cannot make. */
static void add_butterworth(TarePeaceLines* lines, TareApoLine line, unsigned order,
                            unsigned n_times)
{
    for (unsigned i = 0; i < order / 2; ++i) {
        line.q = tare_width_butterworth_q(order, i);
        add(lines, &line, n_times);
    }
}

/** Adds a cascade, of which the quality is the order. */
static const char* add_cascade(TarePeaceLines* lines, TareApoLine line, Meaning meaning)
{
    if (!(line.q >= 1.0 && line.q <= MAX_ORDER) || line.q != floor(line.q))
        return "the order of the filter is none; expected 1 to 32";
    const unsigned order = (unsigned)line.q;
    if (meaning == IS_BUTTERWORTH) {
        add_butterworth(lines, line, order, 1);
        return NULL;
    }
    add_butterworth(lines, line, order / 2, 2);
    line.q = 0.5; /* both single poles are one section */
    add(lines, &line, order / 2 % 2);
    return NULL;
}

const char* tare_peace_lines_of(TarePeaceLines* lines, const TarePeaceSlider* slider)
{
    const double number = tare_peace_sliders_value(slider, TARE_PEACE_FILTER, 0.0);
    lines->n = 0;
    lines->is_disabled = tare_peace_sliders_value(slider, TARE_PEACE_DISABLED, 0.0) != 0.0;
    if (!(number >= 0.0 && number < N_TYPES) || number != floor(number))
        return "the number of the filter's type is not known; expected 0 to 17";
    const size_t type = (size_t)number;
    const Meaning meaning = types[type].quality;
    TareApoLine line = {.is_on = true,
                        .has_freq = true,
                        .freq_hz = fmin(slider->values[TARE_PEACE_FREQUENCY], max_freq_hz),
                        .has_gain = types[type].has_gain,
                        .gain_db = tare_peace_sliders_value(slider, TARE_PEACE_GAIN, 0.0),
                        .has_q = meaning != IS_NOTHING && meaning != IS_SLOPE,
                        .q = tare_peace_sliders_value(slider, TARE_PEACE_QUALITY, usual_quality),
                        .has_slope = meaning == IS_SLOPE};
    line.slope_db = line.q;
    strcpy(line.type, types[type].type);
    if (line.has_gain && line.gain_db == 0.0)
        return NULL;
    if (meaning == IS_BUTTERWORTH || meaning == IS_LINKWITZ_RILEY)
        return add_cascade(lines, line, meaning);
    add(lines, &line, 1);
    return NULL;
}
