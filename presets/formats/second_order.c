#include "formats/second_order.h"

#include "corrections/range.h"
#include "tare/band_traits.h"
#include "tare/limits.h"

#include <math.h>
#include <string.h>

/* Coefficients come with some nine digits, out of which a zero has to be told. */
#define NOTHING 1e-9

/* A band that does less is none. */
#define LEAST_DB 5e-4

typedef TareSecondOrderBands Found;

/** What is known while bands are found. */
typedef struct {
    Found* found;
    double rate_hz;
    bool is_out_of_range; ///< some band would be beyond what a correction holds
} Search;

/** Frequency and Q of a pair of roots. */
typedef struct {
    double w, q;
} Roots;

static double db_of(double gain)
{
    return 20.0 * log10(gain);
}

static void polynomial(double x[3], const double c[3])
{
    x[0] = c[0] + c[1] + c[2];
    x[1] = 2.0 * (c[0] - c[2]);
    x[2] = c[0] - c[1] + c[2];
    const double least = NOTHING * (fabs(c[0]) + fabs(c[1]) + fabs(c[2]));
    for (int i = 0; i < 3; ++i)
        x[i] = fabs(x[i]) <= least ? 0.0 : x[i];
}

TareSecondOrder tare_second_order_of_coefficients(const double b[3], const double a[3])
{
    TareSecondOrder filter;
    polynomial(filter.n, b);
    polynomial(filter.d, a);
    return filter;
}

TareSecondOrder tare_second_order_of_band(const TareBand* band, double rate_hz)
{
    const double w = tan(M_PI * band->freq_hz / rate_hz);
    const double a = pow(10.0, band->gain_db / 40.0), root = sqrt(a);
    const double k = w / band->q, w2 = w * w;
    switch (band->type) {
    case TARE_BAND_LOW_SHELF:
        return (TareSecondOrder){{a * a * w2, a * root * k, a}, {w2, root * k, a}};
    case TARE_BAND_HIGH_SHELF:
        return (TareSecondOrder){{a * w2, a * root * k, a * a}, {a * w2, root * k, 1.0}};
    case TARE_BAND_LOW_PASS:
        return (TareSecondOrder){{w2, 0.0, 0.0}, {w2, k, 1.0}};
    case TARE_BAND_HIGH_PASS:
        return (TareSecondOrder){{0.0, 0.0, 1.0}, {w2, k, 1.0}};
    case TARE_BAND_BAND_PASS:
        return (TareSecondOrder){{0.0, k, 0.0}, {w2, k, 1.0}};
    case TARE_BAND_NOTCH:
        return (TareSecondOrder){{w2, 0.0, 1.0}, {w2, k, 1.0}};
    case TARE_BAND_ALL_PASS:
        return (TareSecondOrder){{w2, -k, 1.0}, {w2, k, 1.0}};
    default:
        return (TareSecondOrder){{w2, a * k, 1.0}, {w2, k / a, 1.0}};
    }
}

static double power(const double x[3], double s)
{
    const double real = x[0] - x[2] * s * s, imaginary = x[1] * s;
    return real * real + imaginary * imaginary;
}

double tare_second_order_level_db(const TareSecondOrder* filter, double freq_hz, double rate_hz)
{
    const double s = tan(M_PI * freq_hz / rate_hz);
    return 0.5 * db_of(fmax(power(filter->n, s) / power(filter->d, s), 1e-30));
}

/** Seven digits, so that the last bits of a function, which no two C libraries share, do not show.
 */
static double rounded(double value)
{
    const double step = pow(10.0, floor(log10(fabs(value))) - 6.0);
    return value == 0.0 ? 0.0 : step < 1.0 ? round(value / step) / round(1.0 / step) : round(value);
}

/** Whether a value is in its range, into which it is brought when it lies outside by what an angle
    function is off. */
static bool bring_in(const TareRange* range, double* value)
{
    const double slack = 1e-6 * (range->max - range->min);
    const bool is_good = *value >= range->min - slack && *value <= range->max + slack;
    *value = fmin(fmax(*value, range->min), range->max);
    return is_good;
}

static void add(Search* search, TareBandType type, double w, double gain_db, double q)
{
    Found* const found = search->found;
    TareBand band = {type, rounded(search->rate_hz / M_PI * atan(w)), rounded(gain_db), rounded(q),
                     TARE_CHANNEL_BOTH};
    if (tare_band_type_has_gain(type) && fabs(gain_db) < LEAST_DB)
        return;
    if (found->n == TARE_SECOND_ORDER_MAX_BANDS || !bring_in(&tare_freq_range, &band.freq_hz) ||
        !bring_in(&tare_q_range, &band.q) || !bring_in(&tare_gain_range, &band.gain_db))
        search->is_out_of_range = true;
    else
        found->bands[found->n++] = band;
}

/** In how many equal parts a gain is made so that each is in its range. */
static unsigned parts_of(double gain_db)
{
    return (unsigned)fmin(ceil(fabs(gain_db) / TARE_GAIN_MAX_DB - 1e-9), 100.0);
}

/** Peaks that change the Q of a pair of zeros to that of a pair of poles, one or more. */
static void add_peaks(Search* search, double w, double zero_q, double pole_q)
{
    const double gain_db = db_of(pole_q / zero_q), q = sqrt(zero_q * pole_q);
    const double slack = 1.0 + 1e-6;
    const unsigned n = parts_of(gain_db);
    if (fabs(gain_db) < LEAST_DB)
        return;
    if (q > TARE_Q_MAX * slack || q < TARE_Q_MIN / slack) { /* over a Q between, from afar */
        const double between = q > TARE_Q_MAX ? TARE_Q_MAX * TARE_Q_MAX / fmax(zero_q, pole_q)
                                              : TARE_Q_MIN * TARE_Q_MIN / fmin(zero_q, pole_q);
        add_peaks(search, w, zero_q, between);
        add_peaks(search, w, between, pole_q);
        return;
    }
    for (unsigned i = 0; i < n; ++i) {
        const double middle = zero_q * pow(pole_q / zero_q, (i + 0.5) / n);
        add(search, TARE_BAND_PEAK, w, gain_db / n, middle);
    }
}

/** The Q of a shelf that is one pole and one zero: with s + sqrt(pz) in both it is a band. */
static double single_q(double gain_db)
{
    const double r = pow(10.0, gain_db / 80.0);
    return 1.0 / (r + 1.0 / r);
}

/** Shelves from the frequency of zeros to that of poles, of which the level is 1 at the one end; a
    Q of 0 is that of single ones. */
static void add_shelves(Search* search, double zero_w, double pole_w, double q, bool is_high)
{
    const double order = q == 0.0 ? 0.5 : 1.0;
    const double gain_db = 2.0 * order * db_of(is_high ? pole_w / zero_w : zero_w / pole_w);
    const unsigned n = parts_of(gain_db);
    if (fabs(gain_db) < LEAST_DB)
        return;
    for (unsigned i = 0; i < n; ++i)
        add(search, is_high ? TARE_BAND_HIGH_SHELF : TARE_BAND_LOW_SHELF,
            zero_w * pow(pole_w / zero_w, (i + 0.5) / n), gain_db / n,
            q == 0.0 ? single_q(gain_db / n) : q);
}

/** The Q, within the range, of a pass or notch; peaks do the rest. */
static double q_in_range(double q)
{
    return q > TARE_Q_MAX   ? TARE_Q_MAX * TARE_Q_MAX / q
           : q < TARE_Q_MIN ? TARE_Q_MIN * TARE_Q_MIN / q
                            : q;
}

static void add_pass(Search* search, TareBandType type, Roots poles, double w)
{
    const double q = q_in_range(poles.q);
    add(search, type, w, 0.0, q);
    add_peaks(search, w, q, poles.q);
}

static Roots roots_of(const double x[3])
{
    return (Roots){sqrt(x[0] / x[2]), sqrt(x[0] * x[2]) / x[1]};
}

/** Zeros and poles in pairs. */
static void find_pairs(Search* search, const TareSecondOrder* f, double zero_w, double zero_q)
{
    const Roots poles = roots_of(f->d);
    const bool is_high = fabs(db_of(f->n[0] / f->d[0])) < fabs(db_of(f->n[2] / f->d[2]));
    search->found->level_db = db_of(is_high ? f->n[0] / f->d[0] : f->n[2] / f->d[2]);
    if (zero_q == 0.0) { /* on the axis: a notch */
        add_pass(search, TARE_BAND_NOTCH, poles, zero_w);
        add_shelves(search, zero_w, poles.w, poles.q, is_high);
        return;
    }
    /* by the Q of the zeros or of the poles, whichever a shelf can have */
    const Search before = *search;
    const Found found = *search->found;
    add_shelves(search, zero_w, poles.w, poles.q, is_high);
    add_peaks(search, zero_w, zero_q, poles.q);
    if (!search->is_out_of_range)
        return;
    *search = before;
    *search->found = found;
    add_shelves(search, zero_w, poles.w, zero_q, is_high);
    add_peaks(search, poles.w, zero_q, poles.q);
}

/** Mirrors zeros of the wrong half: the level stays. */
static void mirror_zeros(Found* found, double n[3])
{
    if (n[0] < 0.0 || (n[0] == 0.0 && n[2] < 0.0) || (n[0] == 0.0 && n[2] == 0.0 && n[1] < 0.0))
        for (int i = 0; i < 3; ++i)
            n[i] = -n[i];
    if (n[0] > 0.0 && n[2] < 0.0) { /* one on each side */
        n[1] = sqrt(n[1] * n[1] - 4.0 * n[0] * n[2]);
        n[2] = -n[2];
        found->is_of_other_phase = true;
    } else if (n[1] < 0.0) {
        n[1] = -n[1];
        found->is_of_other_phase = true;
    }
}

/** The centre of the last shelf there is, upwards or downwards. */
static double last_w(double rate_hz, bool is_high)
{
    return is_high ? tan(M_PI * fmin(0.9999 * TARE_FREQ_MAX_HZ, 0.49 * rate_hz) / rate_hz)
                   : tan(M_PI * 1.0001 * TARE_FREQ_MIN_HZ / rate_hz);
}

/** The way from a single zero at `w` to 0 or to half the rate, or, when it is a pole, the way from
    there: shelves as far as they go, of which the last has all the gain there is. */
static void add_far(Search* search, double w, bool is_pole, bool goes_up)
{
    const double last = last_w(search->rate_hz, goes_up);
    const double half = pow(10.0, (goes_up ? 1.0 : -1.0) * 0.9999 * TARE_GAIN_MAX_DB / 40.0);
    const double near = goes_up ? fmax(w, last / half) : fmin(w, last / half);
    const double far = last / near * last;
    const double ends[3] = {w, near, far};
    for (int i = 0; i < 2; ++i)
        add_shelves(search, ends[is_pole ? i + 1 : i], ends[is_pole ? i : i + 1], 0.0, goes_up);
}

static void find_single(Search* search, const double n[2], const double d[2])
{
    const double pole_w = d[0] / d[1];
    const bool is_high =
        n[0] > 0.0 && (n[1] == 0.0 || fabs(db_of(n[0] / d[0])) < fabs(db_of(n[1] / d[1])));
    search->found->level_db = db_of(is_high ? n[0] / d[0] : n[1] / d[1]);
    if (n[0] > 0.0 && n[1] > 0.0)
        add_shelves(search, n[0] / n[1], pole_w, 0.0, is_high);
    else
        add_far(search, pole_w, true, n[1] == 0.0);
}

static bool is_same(double a, double b)
{
    return fabs(a - b) <= 1e-7 * fabs(b);
}

static bool is_all_pass(const TareSecondOrder* f)
{
    const double gain = f->n[2] / f->d[2];
    return f->n[2] != 0.0 && is_same(f->n[0] / gain, f->d[0]) && is_same(-f->n[1] / gain, f->d[1]);
}

/** A zero beside one at 0 Hz or at half the rate: a pass, and shelves that end its slope. */
static void find_half(Search* search, const TareSecondOrder* f, Roots poles)
{
    const bool goes_up = f->n[2] == 0.0;
    const double w = goes_up ? f->n[0] / f->n[1] : f->n[1] / f->n[2];
    search->found->level_db = db_of(goes_up ? f->n[0] / f->d[0] : f->n[2] / f->d[2]);
    add_pass(search, goes_up ? TARE_BAND_LOW_PASS : TARE_BAND_HIGH_PASS, poles, poles.w);
    add_far(search, w, false, goes_up);
}

static void find_second(Search* search, TareSecondOrder f)
{
    const Roots poles = roots_of(f.d);
    const bool has[3] = {f.n[0] != 0.0, f.n[1] != 0.0, f.n[2] != 0.0};
    if (is_all_pass(&f)) {
        search->found->level_db = db_of(fabs(f.n[2] / f.d[2]));
        add(search, TARE_BAND_ALL_PASS, poles.w, 0.0, poles.q);
        return;
    }
    mirror_zeros(search->found, f.n);
    if (has[0] && has[2]) {
        find_pairs(search, &f, sqrt(f.n[0] / f.n[2]), f.n[1] > 0.0 ? roots_of(f.n).q : 0.0);
    } else if (has[1] && (has[0] || has[2])) {
        find_half(search, &f, poles);
    } else {
        const int which = has[0] ? 0 : has[1] ? 1 : 2;
        static const TareBandType types[] = {TARE_BAND_LOW_PASS, TARE_BAND_BAND_PASS,
                                             TARE_BAND_HIGH_PASS};
        search->found->level_db = db_of(f.n[which] / f.d[which]);
        if (which == 1)
            search->found->level_db -= db_of(poles.q / q_in_range(poles.q));
        add_pass(search, types[which], poles, poles.w);
    }
}

/** Whether both halves have the root of a filter of first order, s = -1; takes it away. */
static bool is_single(const TareSecondOrder* f, double n[2], double d[2])
{
    const double n_rest = f->n[0] - f->n[1] + f->n[2], d_rest = f->d[0] - f->d[1] + f->d[2];
    if (fabs(n_rest) > NOTHING * (fabs(f->n[0]) + fabs(f->n[1]) + fabs(f->n[2])) ||
        fabs(d_rest) > NOTHING * (f->d[0] + f->d[1] + f->d[2]))
        return false;
    memcpy(n, (double[2]){f->n[0], f->n[2]}, 2 * sizeof *n);
    memcpy(d, (double[2]){f->d[0], f->d[2]}, 2 * sizeof *d);
    return true;
}

static void find(Search* search, const TareSecondOrder* f)
{
    double n[2], d[2];
    if (!is_single(f, n, d)) {
        find_second(search, *f);
        return;
    }
    if (n[0] < 0.0 || (n[0] == 0.0 && n[1] < 0.0)) {
        n[0] = -n[0];
        n[1] = -n[1];
    }
    search->found->is_of_other_phase = n[1] < 0.0;
    n[1] = fabs(n[1]);
    find_single(search, n, d);
}

/** How far the bands are from the filter, where it lets something pass. */
static double off_db(const Search* search, const TareSecondOrder* filter)
{
    enum { N_POINTS = 241 };
    double off = 0.0;
    for (int i = 0; i < N_POINTS; ++i) {
        const double freq_hz =
            fmin(20.0 * pow(1000.0, (double)i / (N_POINTS - 1)), 0.49 * search->rate_hz);
        const double wanted_db = tare_second_order_level_db(filter, freq_hz, search->rate_hz);
        double level_db = search->found->level_db;
        for (unsigned k = 0; k < search->found->n; ++k) {
            const TareSecondOrder band =
                tare_second_order_of_band(&search->found->bands[k], search->rate_hz);
            level_db += tare_second_order_level_db(&band, freq_hz, search->rate_hz);
        }
        if (wanted_db > -100.0)
            off = fmax(off, fabs(level_db - wanted_db));
    }
    return off;
}

/** Whether the squares of these, and theirs, are still numbers; all may be 0. */
static bool is_sane(const double x[3])
{
    const double largest = fabs(x[0]) + fabs(x[1]) + fabs(x[2]); /* NaN when one is */
    return largest == 0.0 || (largest > 1e-60 && largest < 1e60);
}

/** Why it is no filter; NULL when it is one, then with d above 0. */
static const char* fault_of(TareSecondOrder* f)
{
    if (!is_sane(f->n) || !is_sane(f->d))
        return "the filter has a number that is none, or beyond all; expected ones like -1.9";
    if (f->d[2] < 0.0)
        for (int i = 0; i < 3; ++i) {
            f->n[i] = -f->n[i];
            f->d[i] = -f->d[i];
        }
    if (!(f->d[0] > 0.0 && f->d[1] > 0.0 && f->d[2] > 0.0))
        return "the filter does not come to rest; expected a stable one";
    return f->n[0] == 0.0 && f->n[1] == 0.0 && f->n[2] == 0.0
               ? "the filter lets nothing pass; expected one that does"
               : NULL;
}

bool tare_second_order_bands(TareSecondOrderBands* found, const TareSecondOrder* filter,
                             double rate_hz, const char** why)
{
    Search search = {found, rate_hz, false};
    TareSecondOrder f = *filter;
    *found = (TareSecondOrderBands){.n = 0};
    *why = fault_of(&f);
    if (*why)
        return false;
    find(&search, &f);
    if (search.is_out_of_range || !isfinite(found->level_db)) {
        found->is_beyond = true;
        *why = "no bands are this filter; expected one within what a correction holds";
        return false;
    }
    found->level_db = rounded(found->level_db);
    found->off_db = off_db(&search, &f);
    return true;
}
