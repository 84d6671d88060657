#include "formats/apo_filter.h"

#include "base/number.h"
#include "base/text.h"
#include "curves/table_text.h"
#include "formats/apo_line.h"
#include "formats/gathered.h"
#include "formats/second_order.h"
#include "formats/width.h"
#include "tare/band_traits.h"

#include <math.h>
#include <string.h>

/* BiQuadFilterFactory.cpp and BiQuadFilter.cpp of Equalizer APO, by rows: what a type means, and
   which Q it has when none is given, 0 where one must be. Behind them what only REW writes, whose
   "LS Q" stands at its centre. */
static const struct {
    const char* name;
    TareBandType type;
    double q;
    bool is_corner;     ///< of a shelf: the frequency is that of the corner, if a width is given
    bool is_squig_only; ///< a name that only squig.link's own files have
} types[] = {{"PK", TARE_BAND_PEAK, 0.0, false, false},
             {"PEQ", TARE_BAND_PEAK, 0.0, false, false},
             {"Modal", TARE_BAND_PEAK, 0.0, false, false},
             {"LP", TARE_BAND_LOW_PASS, M_SQRT1_2, false, false},
             {"LPQ", TARE_BAND_LOW_PASS, M_SQRT1_2, false, false},
             {"HP", TARE_BAND_HIGH_PASS, M_SQRT1_2, false, false},
             {"HPQ", TARE_BAND_HIGH_PASS, M_SQRT1_2, false, false},
             {"BP", TARE_BAND_BAND_PASS, M_SQRT1_2, false, false},
             {"NO", TARE_BAND_NOTCH, 30.0, false, false},
             {"AP", TARE_BAND_ALL_PASS, 0.0, false, false},
             {"LSC", TARE_BAND_LOW_SHELF, 0.0, false, false},
             {"HSC", TARE_BAND_HIGH_SHELF, 0.0, false, false},
             {"LS", TARE_BAND_LOW_SHELF, 0.0, true, false},
             {"HS", TARE_BAND_HIGH_SHELF, 0.0, true, false},
             {"LSQ", TARE_BAND_LOW_SHELF, 0.0, false, true},
             {"HSQ", TARE_BAND_HIGH_SHELF, 0.0, false, true},
             {"LS Q", TARE_BAND_LOW_SHELF, 0.0, false, false},
             {"HS Q", TARE_BAND_HIGH_SHELF, 0.0, false, false},
             {"LP Q", TARE_BAND_LOW_PASS, M_SQRT1_2, false, false},
             {"HP Q", TARE_BAND_HIGH_PASS, M_SQRT1_2, false, false},
             {"Notch", TARE_BAND_NOTCH, 30.0, false, false},
             {"Notch Q", TARE_BAND_NOTCH, 30.0, false, false},
             {"All pass", TARE_BAND_ALL_PASS, 0.0, false, false}};

enum { N_TYPES = sizeof types / sizeof *types };

/** The slope of a shelf without any width, as REW has it. */
static const double default_slope = 0.9;

static bool is_shelf(TareBandType type)
{
    return type == TARE_BAND_LOW_SHELF || type == TARE_BAND_HIGH_SHELF;
}

/** Moves a shelf from its corner, where it has all but a little of its gain, to its centre. */
static void move_to_centre(TareBand* band, double slope)
{
    const double factor = pow(10.0, fabs(band->gain_db) / 80.0 / slope);
    band->freq_hz =
        band->type == TARE_BAND_LOW_SHELF ? band->freq_hz * factor : band->freq_hz / factor;
}

static void set_shelf(TareBand* band, const TareApoLine* line, bool is_corner)
{
    const bool has_slope = line->has_slope && line->slope_db != 0.0;
    const bool has_q = line->has_q && line->q != 0.0;
    double slope = has_slope ? line->slope_db / 12.0 : default_slope;
    if (has_q && !has_slope) {
        band->q = line->q;
        slope = tare_width_slope_of_q(line->q, band->gain_db);
    } else {
        band->q = tare_width_q_of_slope(slope, band->gain_db);
    }
    if (is_corner && (has_q || has_slope))
        move_to_centre(band, slope);
}

static const char* set_band(TareBand* band, const TareApoLine* line, double default_q,
                            double rate_hz)
{
    if (tare_band_type_has_gain(band->type) && !line->has_gain)
        return "the filter has no gain; expected 'Gain -3 dB'";
    if (is_shelf(band->type))
        return NULL;
    band->q = line->has_q && line->q != 0.0 ? line->q : default_q;
    if (line->has_width && line->width_octaves != 0.0)
        band->q = tare_width_q_of_octaves(line->width_octaves, band->freq_hz, rate_hz);
    return band->q == 0.0 ? "the filter has no width; expected 'Q 1' or 'BW Oct 1'" : NULL;
}

TareApoFilter tare_apo_filter_read(TareBand* band, const TareApoLine* line, TareDialect dialect,
                                   const char** why)
{
    size_t i = 0;
    *why = "the filter is of no known type; expected one like PK, LSC or HSC";
    if (strcmp(line->type, "None") == 0)
        return TARE_APO_FILTER_IS_NONE;
    if (strcmp(line->type, "IIR") == 0)
        return TARE_APO_FILTER_IS_CUSTOM;
    while (i < N_TYPES && strcmp(types[i].name, line->type) != 0)
        ++i;
    if (i == N_TYPES)
        return TARE_APO_FILTER_IS_UNKNOWN;
    if (types[i].is_squig_only && dialect != TARE_DIALECT_SQUIG) {
        *why = "Equalizer APO knows no such type; expected LSC or HSC, or --dialect squig";
        return TARE_APO_FILTER_IS_UNKNOWN;
    }
    *band = (TareBand){.type = types[i].type, .freq_hz = line->freq_hz, .gain_db = line->gain_db};
    *why = line->has_freq ? set_band(band, line, types[i].q, tare_dialect_rate_hz(dialect))
                          : "the filter has no frequency; expected 'Fc 1000 Hz'";
    if (*why)
        return TARE_APO_FILTER_IS_UNKNOWN;
    if (is_shelf(band->type))
        set_shelf(band, line, types[i].is_corner && dialect == TARE_DIALECT_APO);
    return TARE_APO_FILTER_IS_BAND;
}

/* Coefficients */

enum { MAX_NUMBERS = 6, MAX_WORD = 40 };

static bool next_word(TareSpan* rest, TareSpan* word)
{
    *rest = tare_table_trim(*rest);
    word->first = rest->first;
    while (rest->first < rest->end && *rest->first != ' ' && *rest->first != '\t')
        ++rest->first;
    word->end = rest->first;
    return word->first < word->end;
}

static bool read_number(TareSpan word, double* number)
{
    char text[MAX_WORD];
    size_t used = 0;
    const size_t length = (size_t)(word.end - word.first);
    if (length > sizeof text)
        return false;
    for (size_t i = 0; i < length; ++i)
        text[i] = word.first[i] == ',' ? '.' : word.first[i];
    return tare_number_parse(text, length, number, &used) && used == length;
}

static bool read_coefficients(TareSecondOrder* filter, TareSpan value)
{
    static const char* const words[] = {"ON", "IIR", "Order", NULL, "Coefficients"};
    double x[MAX_NUMBERS] = {0.0}, order = 0.0;
    TareSpan word;
    for (size_t i = 0; i < sizeof words / sizeof *words; ++i)
        if (!next_word(&value, &word) ||
            (words[i] ? !tare_span_equals(word, words[i]) : !read_number(word, &order)))
            return false;
    const int n = order == 1.0 ? 4 : order == 2.0 ? 6 : 0;
    for (int i = 0; i < n; ++i)
        if (!next_word(&value, &word) || !read_number(word, &x[i]))
            return false;
    if (n == 4)
        *filter = tare_second_order_of_coefficients((double[3]){x[0], x[1], 0.0},
                                                    (double[3]){x[2], x[3], 0.0});
    else if (n == 6)
        *filter = tare_second_order_of_coefficients(x, x + 3);
    return n > 0;
}

bool tare_apo_filter_coefficients(TareGathered* gathered, TareChannel channel, unsigned line,
                                  TareSpan value)
{
    TareSecondOrder filter;
    if (!read_coefficients(&filter, value))
        return false;
    (void)tare_gathered_filter(gathered, line, channel, &filter);
    return true;
}
