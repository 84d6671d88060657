#include "formats/opra_bands.h"

#include "band_set.h"
#include "base/ascii.h"
#include "base/number.h"
#include "corrections/range.h"
#include "formats/second_order.h"
#include "tare/band_traits.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { MAX_SECTIONS = 3 };

/* Q of the second-order sections of a Butterworth filter, by the slope of the whole: 1 / (2 cos a)
   for the angles a of the poles (S. Butterworth, "On the theory of filter amplifiers", 1930).
   Slopes of an odd order have a section of first order as well. */
static const struct {
    double slope_db_per_octave;
    bool has_first_order;
    unsigned n_sections;
    double q[MAX_SECTIONS];
} slopes[] = {{6, true, 0, {0.0}},
              {12, false, 1, {0.70710678}},
              {18, true, 1, {1.0}},
              {24, false, 2, {0.54119610, 1.30656296}},
              {30, true, 2, {0.61803399, 1.61803399}},
              {36, false, 3, {0.51763809, 0.70710678, 1.93185165}}};

/* What a type is called, and what it must have beside a frequency. */
static const struct {
    const char* name;
    TareBandType type;
    bool has_slope; ///< in place of a Q
} types[] = {{"peak_dip", TARE_BAND_PEAK, false},         {"low_shelf", TARE_BAND_LOW_SHELF, false},
             {"high_shelf", TARE_BAND_HIGH_SHELF, false}, {"low_pass", TARE_BAND_LOW_PASS, true},
             {"high_pass", TARE_BAND_HIGH_PASS, true},    {"band_pass", TARE_BAND_BAND_PASS, false},
             {"band_stop", TARE_BAND_NOTCH, false}};

enum { N_TYPES = sizeof types / sizeof *types };

typedef struct {
    TareBandSet* set;
    char* message;
} Reader;

static bool fail(const Reader* reader, const char* format, ...)
    __attribute__((format(printf, 2, 3)));

static bool fail(const Reader* reader, const char* format, ...)
{
    va_list args;
    va_start(args, format);
    vsnprintf(reader->message, TARE_OPRA_MESSAGE_SIZE, format, args);
    va_end(args);
    return false;
}

static bool read_number(const Reader* reader, const json_t* object, const char* key,
                        const TareRange* range, double* value)
{
    char min[TARE_NUMBER_SIZE], max[TARE_NUMBER_SIZE];
    const json_t* const number = json_object_get(object, key);
    if (!json_is_number(number))
        return fail(reader, "%s is no number; expected one", key);
    *value = json_number_value(number);
    return tare_range_holds(range, *value) ||
           fail(reader, "%s is out of range; expected %s to %s", key,
                tare_number_format(min, sizeof min, range->min),
                tare_number_format(max, sizeof max, range->max));
}

/** Adds the band, or says how many there are when there is no room for it. */
static void add(const Reader* reader, const TareBand* band)
{
    if (reader->set->n_bands < TARE_MAX_BANDS)
        reader->set->bands[reader->set->n_bands++] = *band;
    else
        (void)fail(reader, "preset has more bands; expected at most %d, of which the first count",
                   TARE_MAX_BANDS);
}

/** Adds a pass of first order, as the bands that come nearest. */
static bool add_first_order(const Reader* reader, const TareBand* pass)
{
    const double rate_hz = reader->set->reference_rate_hz;
    const double w = tan(M_PI * fmin(pass->freq_hz, 0.49 * rate_hz) / rate_hz);
    const bool is_low = pass->type == TARE_BAND_LOW_PASS;
    /* w / (s + w) or s / (s + w), times (s + 1) / (s + 1) to be of second order */
    const TareSecondOrder filter = {.n = {is_low ? w : 0.0, is_low ? w : 1.0, is_low ? 0.0 : 1.0},
                                    .d = {w, 1.0 + w, 1.0}};
    TareSecondOrderBands found = {.n = 0};
    const char* why;
    if (!tare_second_order_bands(&found, &filter, rate_hz, &why))
        return fail(reader, "%s", why);
    for (unsigned i = 0; i < found.n; ++i)
        add(reader, &found.bands[i]);
    reader->set->preamp_db += found.level_db;
    return true;
}

/** Adds the sections that have the slope together. */
static bool add_slope(const Reader* reader, const json_t* object, TareBand band)
{
    const json_t* const slope = json_object_get(object, "slope");
    for (size_t i = 0; i < sizeof slopes / sizeof *slopes; ++i) {
        if (json_number_value(slope) != slopes[i].slope_db_per_octave)
            continue;
        if (slopes[i].has_first_order && !add_first_order(reader, &band))
            return false;
        for (unsigned k = 0; k < slopes[i].n_sections; ++k) {
            band.q = slopes[i].q[k];
            add(reader, &band);
        }
        return true;
    }
    return fail(reader,
                "slope cannot be represented; expected 6, 12, 18, 24, 30 or 36 dB an octave");
}

static bool read_band(const Reader* reader, const json_t* object)
{
    const char* const name = json_string_value(json_object_get(object, "type"));
    size_t i = 0;
    while (i < N_TYPES && (!name || strcmp(types[i].name, name) != 0))
        ++i;
    if (i == N_TYPES)
        return fail(reader, "band has an unknown type; expected peak_dip, low_shelf, high_shelf, "
                            "low_pass, high_pass, band_pass or band_stop");
    TareBand band = {.type = types[i].type};
    if (!read_number(reader, object, "frequency", &tare_freq_range, &band.freq_hz))
        return false;
    if (types[i].has_slope)
        return add_slope(reader, object, band);
    if (tare_band_type_has_gain(band.type) &&
        !read_number(reader, object, "gain_db", &tare_gain_range, &band.gain_db))
        return false;
    if (!read_number(reader, object, "q", &tare_q_range, &band.q))
        return false;
    add(reader, &band);
    return true;
}

bool tare_opra_bands_read(TareBandSet* set, const json_t* parameters,
                          char message[TARE_OPRA_MESSAGE_SIZE])
{
    const Reader reader = {set, message};
    const json_t* const bands = json_object_get(parameters, "bands");
    message[0] = '\0';
    set->n_bands = 0;
    if (!json_array_size(bands))
        return fail(&reader, "preset has no bands; expected a list of them");
    if (!read_number(&reader, parameters, "gain_db", &tare_preamp_range, &set->preamp_db))
        return false;
    for (size_t i = 0; i < json_array_size(bands); ++i)
        if (!read_band(&reader, json_array_get(bands, i)))
            return false;
    return tare_range_holds(&tare_preamp_range, set->preamp_db) ||
           fail(&reader, "passes of odd order leave no room for the preamp; expected 12, 24 or 36 "
                         "dB an octave");
}

bool tare_opra_bands_is_by_autoeq(const char* author)
{
    static const char small[] = "autoeq";
    size_t i = 0;
    while (small[i] && tare_ascii_lower(author[i]) == small[i])
        ++i;
    return !small[i];
}
