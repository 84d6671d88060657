#include "formats/camilladsp_filter.h"

#include "formats/gathered.h"
#include "formats/second_order.h"
#include "formats/tree.h"
#include "formats/width.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { MAX_ORDER = 40, MAX_GAINS = 64, MAX_BANDS = MAX_GAINS };

/** What is made of a filter, before it is known to be whole. */
typedef struct {
    TareGathered* gathered;
    const TareTree* parameters;
    const char* fault; ///< "what is wrong; what was expected"
    char missing[80];  ///< what that is of a key
    TareBand bands[MAX_BANDS];
    unsigned n_bands;
    TareSecondOrder others[2];
    unsigned n_others;
    double level_db;
} Filter;

static bool has(const Filter* filter, const char* key)
{
    return tare_tree_get(filter->parameters, key) != NULL;
}

static double number(Filter* filter, const char* key)
{
    double value = 0.0;
    if (!tare_tree_number(tare_tree_get(filter->parameters, key), &value) && !filter->fault) {
        snprintf(filter->missing, sizeof filter->missing, "%s is no number; expected one", key);
        filter->fault = filter->missing;
    }
    return value;
}

static double number_or(Filter* filter, const char* key, double otherwise)
{
    return has(filter, key) ? number(filter, key) : otherwise;
}

static void fail(Filter* filter, const char* fault)
{
    filter->fault = filter->fault ? filter->fault : fault;
}

static void add(Filter* filter, TareBandType type, double freq_hz, double gain_db, double q)
{
    if (filter->n_bands < MAX_BANDS)
        filter->bands[filter->n_bands++] = (TareBand){type, freq_hz, gain_db, q, TARE_CHANNEL_BOTH};
}

static void add_other(Filter* filter, TareSecondOrder other)
{
    filter->others[filter->n_others++] = other;
}

/** s of a frequency. */
static double s_of(const Filter* filter, double freq_hz)
{
    return tan(M_PI * freq_hz / filter->gathered->rate_hz);
}

/** A filter of first order, with the root s = -1 in both halves. */
static void add_single(Filter* filter, double n0, double n1, double d0, double d1)
{
    add_other(filter, (TareSecondOrder){{n0, n0 + n1, n1}, {d0, d0 + d1, d1}});
}

/** The Q, of one of the ways in which CamillaDSP takes it. */
static double width(Filter* filter, double freq_hz)
{
    return has(filter, "bandwidth") && !has(filter, "q")
               ? tare_width_q_of_octaves(number(filter, "bandwidth"), freq_hz,
                                         filter->gathered->rate_hz)
               : number(filter, "q");
}

static void read_pass(Filter* filter, TareBandType type)
{
    const double freq_hz = number(filter, "freq");
    add(filter, type, freq_hz, 0.0, width(filter, freq_hz));
}

static void read_peak(Filter* filter, TareBandType type)
{
    const double freq_hz = number(filter, "freq");
    add(filter, type, freq_hz, number(filter, "gain"), width(filter, freq_hz));
}

static void read_shelf(Filter* filter, TareBandType type)
{
    const double gain_db = number(filter, "gain");
    const double q = has(filter, "slope") && !has(filter, "q")
                         ? tare_width_q_of_slope(number(filter, "slope") / 12.0, gain_db)
                         : number(filter, "q");
    add(filter, type, number(filter, "freq"), gain_db, q);
}

static void read_single_shelf(Filter* filter, TareBandType type)
{
    const double a = pow(10.0, number(filter, "gain") / 40.0);
    const double w = s_of(filter, number(filter, "freq"));
    if (type == TARE_BAND_LOW_SHELF)
        add_single(filter, a * a * w, a, w, a);
    else
        add_single(filter, a * w, a * a, a * w, 1.0);
}

static void add_single_pass(Filter* filter, TareBandType type, double freq_hz)
{
    const double w = s_of(filter, freq_hz);
    add_single(filter, type == TARE_BAND_LOW_PASS ? w : 0.0, type == TARE_BAND_LOW_PASS ? 0.0 : 1.0,
               w, 1.0);
}

static void read_single_pass(Filter* filter, TareBandType type)
{
    if (type == TARE_BAND_ALL_PASS)
        fail(filter, "a phase without a level is not taken; expected Allpass");
    else
        add_single_pass(filter, type, number(filter, "freq"));
}

static void read_free(Filter* filter, TareBandType type)
{
    (void)type;
    add_other(filter,
              tare_second_order_of_coefficients(
                  (double[3]){number(filter, "b0"), number(filter, "b1"), number(filter, "b2")},
                  (double[3]){1.0, number(filter, "a1"), number(filter, "a2")}));
}

static void read_general_notch(Filter* filter, TareBandType type)
{
    const double zero = s_of(filter, number(filter, "freq_z"));
    const double pole = s_of(filter, number(filter, "freq_p"));
    const bool is_normal = tare_tree_is_true(tare_tree_get(filter->parameters, "normalize_at_dc"));
    const double gain = is_normal ? pole * pole / (zero * zero) : 1.0;
    (void)type;
    add_other(filter, (TareSecondOrder){{gain * zero * zero, 0.0, gain},
                                        {pole * pole, pole / number(filter, "q_p"), 1.0}});
}

/** Poles and zeros of the analogue filter, which keep their place at the mean of both frequencies.
 */
static void read_linkwitz(Filter* filter, TareBandType type)
{
    const double zero_hz = number(filter, "freq_act"), pole_hz = number(filter, "freq_target");
    const double middle_hz = 0.5 * (zero_hz + pole_hz), scale = s_of(filter, middle_hz) / middle_hz;
    const double zero = zero_hz * scale, pole = pole_hz * scale;
    (void)type;
    add_other(filter, (TareSecondOrder){{zero * zero, zero / number(filter, "q_act"), 1.0},
                                        {pole * pole, pole / number(filter, "q_target"), 1.0}});
}

static unsigned order_of(Filter* filter, bool is_even)
{
    const double order = number(filter, "order");
    if (!(order >= 1.0 && order <= MAX_ORDER) || order != floor(order) ||
        (is_even && fmod(order, 2.0) != 0.0))
        fail(filter, is_even ? "order is none; expected an even number to 40"
                             : "order is none; expected a whole number to 40");
    return filter->fault ? 0 : (unsigned)order;
}

/** The sections of a Butterworth filter, and a single pole when the order is odd. */
static void add_butterworth(Filter* filter, TareBandType type, unsigned order, double freq_hz)
{
    for (unsigned i = 0; i < order / 2; ++i)
        add(filter, type, freq_hz, 0.0, tare_width_butterworth_q(order, i));
    if (order % 2)
        add_single_pass(filter, type, freq_hz);
}

static void read_butterworth(Filter* filter, TareBandType type)
{
    add_butterworth(filter, type, order_of(filter, false), number(filter, "freq"));
}

/** Two Butterworth filters of half the order, of which the two single poles are one section. */
static void read_linkwitz_riley(Filter* filter, TareBandType type)
{
    const unsigned half = order_of(filter, true) / 2;
    const double freq_hz = number(filter, "freq");
    for (unsigned i = 0; i < half / 2; ++i)
        for (unsigned twice = 0; twice < 2; ++twice)
            add(filter, type, freq_hz, 0.0, tare_width_butterworth_q(half, i));
    if (half % 2)
        add(filter, type, freq_hz, 0.0, 0.5);
}

static void read_tilt(Filter* filter, TareBandType type)
{
    const double gain_db = number(filter, "gain");
    (void)type;
    add(filter, TARE_BAND_LOW_SHELF, 110.0, -0.5 * gain_db, 0.35);
    add(filter, TARE_BAND_HIGH_SHELF, 3500.0, 0.5 * gain_db, 0.35);
}

static void read_five_points(Filter* filter, TareBandType type)
{
    static const struct {
        const char *freq, *gain, *q;
        TareBandType type;
    } points[] = {{"fls", "gls", "qls", TARE_BAND_LOW_SHELF},
                  {"fp1", "gp1", "qp1", TARE_BAND_PEAK},
                  {"fp2", "gp2", "qp2", TARE_BAND_PEAK},
                  {"fp3", "gp3", "qp3", TARE_BAND_PEAK},
                  {"fhs", "ghs", "qhs", TARE_BAND_HIGH_SHELF}};
    (void)type;
    for (size_t i = 0; i < sizeof points / sizeof *points; ++i)
        add(filter, points[i].type, number(filter, points[i].freq), number(filter, points[i].gain),
            number(filter, points[i].q));
}

static void read_graphic(Filter* filter, TareBandType type)
{
    const double from = log2(number_or(filter, "freq_min", 20.0));
    const double to = log2(number_or(filter, "freq_max", 20000.0));
    const TareTree* const gains = tare_tree_get(filter->parameters, "gains");
    double gains_db[MAX_GAINS];
    unsigned n = 0;
    (void)type;
    for (const TareTree* gain = gains ? gains->first : NULL; gain; gain = gain->next)
        if (n == MAX_GAINS || !tare_tree_number(gain, &gains_db[n++]))
            fail(filter, "gains are none; expected a list of at most 64 numbers");
    if (n == 0)
        fail(filter, "gains are none; expected a list of at most 64 numbers");
    for (unsigned i = 0; i < n && !filter->fault; ++i) {
        const double octaves = (to - from) / n, freq_hz = exp2(from + (i + 0.5) * octaves);
        if (fabs(gains_db[i]) > 0.001)
            add(filter, TARE_BAND_PEAK, freq_hz, gains_db[i],
                tare_width_q_of_octaves(octaves, freq_hz, filter->gathered->rate_hz));
    }
}

/* src/filters/biquad.rs and biquadcombo.rs of CamillaDSP, by rows. */
static const struct {
    const char *kind, *name;
    void (*read)(Filter* filter, TareBandType type);
    TareBandType type;
} types[] = {{"Biquad", "Peaking", read_peak, TARE_BAND_PEAK},
             {"Biquad", "Lowshelf", read_shelf, TARE_BAND_LOW_SHELF},
             {"Biquad", "Highshelf", read_shelf, TARE_BAND_HIGH_SHELF},
             {"Biquad", "LowshelfFO", read_single_shelf, TARE_BAND_LOW_SHELF},
             {"Biquad", "HighshelfFO", read_single_shelf, TARE_BAND_HIGH_SHELF},
             {"Biquad", "Lowpass", read_pass, TARE_BAND_LOW_PASS},
             {"Biquad", "Highpass", read_pass, TARE_BAND_HIGH_PASS},
             {"Biquad", "LowpassFO", read_single_pass, TARE_BAND_LOW_PASS},
             {"Biquad", "HighpassFO", read_single_pass, TARE_BAND_HIGH_PASS},
             {"Biquad", "AllpassFO", read_single_pass, TARE_BAND_ALL_PASS},
             {"Biquad", "Notch", read_pass, TARE_BAND_NOTCH},
             {"Biquad", "Bandpass", read_pass, TARE_BAND_BAND_PASS},
             {"Biquad", "Allpass", read_pass, TARE_BAND_ALL_PASS},
             {"Biquad", "GeneralNotch", read_general_notch, TARE_BAND_NOTCH},
             {"Biquad", "LinkwitzTransform", read_linkwitz, TARE_BAND_PEAK},
             {"Biquad", "Free", read_free, TARE_BAND_PEAK},
             {"BiquadCombo", "ButterworthLowpass", read_butterworth, TARE_BAND_LOW_PASS},
             {"BiquadCombo", "ButterworthHighpass", read_butterworth, TARE_BAND_HIGH_PASS},
             {"BiquadCombo", "LinkwitzRileyLowpass", read_linkwitz_riley, TARE_BAND_LOW_PASS},
             {"BiquadCombo", "LinkwitzRileyHighpass", read_linkwitz_riley, TARE_BAND_HIGH_PASS},
             {"BiquadCombo", "Tilt", read_tilt, TARE_BAND_PEAK},
             {"BiquadCombo", "FivePointPeq", read_five_points, TARE_BAND_PEAK},
             {"BiquadCombo", "GraphicEqualizer", read_graphic, TARE_BAND_PEAK}};

enum { N_TYPES = sizeof types / sizeof *types };

/** A gain; how many dB it is. */
static void read_gain(Filter* filter)
{
    const double gain = number(filter, "gain");
    const TareTree* const scale = tare_tree_get(filter->parameters, "scale");
    const bool is_linear = tare_tree_is(scale, "linear");
    if (tare_tree_is_true(tare_tree_get(filter->parameters, "mute")))
        fail(filter, "it mutes the sound; expected mute: false");
    else if (scale && !is_linear && !tare_tree_is(scale, "dB"))
        fail(filter, "scale is none; expected dB or linear");
    else if (is_linear && gain == 0.0)
        fail(filter, "it lets nothing pass; expected a gain above 0");
    filter->level_db = is_linear ? 20.0 * log10(fabs(gain)) : gain;
}

static void read_filter(Filter* filter, const char* kind)
{
    const char* const type = tare_tree_text(filter->parameters, "type");
    size_t i = 0;
    while (i < N_TYPES && (strcmp(types[i].kind, kind) != 0 || strcmp(types[i].name, type) != 0))
        ++i;
    if (strcmp(kind, "Gain") == 0)
        read_gain(filter);
    else if (i < N_TYPES)
        types[i].read(filter, types[i].type);
    else if (strcmp(kind, "Biquad") == 0 || strcmp(kind, "BiquadCombo") == 0)
        fail(filter, "its type is not known; expected one of CamillaDSP's");
    else
        fail(filter, "a correction has no such thing; expected Biquad, BiquadCombo or Gain");
}

static bool turns_over(const Filter* filter)
{
    double gain = 0.0;
    return tare_tree_is_true(tare_tree_get(filter->parameters, "inverted")) ||
           (tare_tree_is(tare_tree_get(filter->parameters, "scale"), "linear") &&
            tare_tree_number(tare_tree_get(filter->parameters, "gain"), &gain) && gain < 0.0);
}

static void take(Filter* filter, unsigned line, TareChannel channel)
{
    for (unsigned i = 0; i < filter->n_bands; ++i) {
        filter->bands[i].channel = channel;
        tare_gathered_band(filter->gathered, line, &filter->bands[i]);
    }
    for (unsigned i = 0; i < filter->n_others; ++i)
        (void)tare_gathered_filter(filter->gathered, line, channel, &filter->others[i]);
    if (filter->level_db != 0.0)
        tare_gathered_preamp(filter->gathered, channel, filter->level_db);
}

void tare_camilladsp_filter(TareGathered* gathered, const TareTree* filter, TareChannel channel)
{
    Filter found = {.gathered = gathered, .parameters = tare_tree_get(filter, "parameters")};
    read_filter(&found, tare_tree_text(filter, "type"));
    if (found.fault) {
        tare_report(gathered->reporter, TARE_WARNING, gathered->file, filter->line, 0,
                    "filter %s is not used: %s", filter->key, found.fault);
        return;
    }
    take(&found, filter->line, channel);
    if (turns_over(&found))
        tare_report(gathered->reporter, TARE_NOTE, gathered->file, filter->line, 0,
                    "filter %s turns the sound over, which is left out; expected inverted: false",
                    filter->key);
}
