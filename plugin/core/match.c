#include "match.h"

#include "match_start.h"
#include "solve.h"
#include "tare/band_traits.h"

#include <math.h>

/* Errors are differences of logarithms of powers: 1 dB is 0.23. */
static const double good_enough = 0.0005 * 0.23025850929940458;

enum {
    n_near_poles = 10,
    n_near_zeros = 9,
    n_wide = 4,
    n_kept = n_near_poles + n_near_zeros + n_wide, ///< points up to the highest frequency kept
    n_points = n_kept + 1,                         ///< and Nyquist
    n_iterations = 5
};

_Static_assert(n_points % 2 == 0, "in pairs");

/* The level at Nyquist hardly matters, but it must not be anything at all. */
static const double weight_of_nyquist = 0.001;

/* Damping: a little always, more while the errors are large. */
static const double least_damping = 1e-6;
static const double damping_by_error = 0.01;
static const double max_step = 1.5;

/* 30 dB */
static const double deep = 6.907755278982137;

/** A notch has a point without a logarithm. */
static double log_of(double power)
{
    return log(fmax(power, 1e-30));
}

/** Points between 0 and max_hz, the last at max_hz, which follow the phase of a resonance. */
static void crowd_points(TareMatchPair pair, double max_hz, int n, double* freqs_hz)
{
    const double q = fmax(pair.q, 0.3);
    const double lowest = -M_PI / 2.0;
    const double highest = atan(q * (max_hz / pair.freq_hz - pair.freq_hz / max_hz));
    for (int i = 0; i < n - 1; ++i) {
        const double k = tan(lowest + (highest - lowest) * (i + 1) / n) / q;
        const double root = sqrt(k * k + 4.0);
        freqs_hz[i] = pair.freq_hz * (k > 0.0 ? 0.5 * (k + root) : 2.0 / (root - k));
    }
    freqs_hz[n - 1] = max_hz;
}

typedef struct {
    TareShapePoint at[n_points];
    double wanted[n_points]; ///< logarithms of powers
    double weights[n_points];
    bool keeps_zeros; ///< the numerator only changes its scale
} Task;

/** What is far below the rest need not be so near. Peaks and shelves have no such places. */
static double weight_of_level(const TareMeaning* m, double wanted)
{
    const double far = wanted / deep;
    return tare_band_type_has_gain(m->type) ? 1.0 : 1.0 / (1.0 + far * far);
}

static void set_task(Task* task, const TareMeaning* m, const TareMatchStart* start,
                     double sample_rate_hz)
{
    const double max_hz = tare_meaning_max_freq_hz(m->rate_hz, sample_rate_hz);
    double freqs_hz[n_points + 1];
    crowd_points(start->poles, max_hz, n_near_poles, freqs_hz);
    crowd_points(start->zeros, max_hz, n_near_zeros + 1, freqs_hz + n_near_poles);
    for (int i = 0; i < n_wide; ++i)
        freqs_hz[n_near_poles + n_near_zeros + i] = max_hz * pow(0.02, (i + 0.5) / n_wide);
    freqs_hz[n_points - 1] = 0.5 * sample_rate_hz;
    task->keeps_zeros = m->type == TARE_BAND_NOTCH;

    for (int i = 0; i < n_points; ++i) {
        task->at[i] = tare_shape_point(freqs_hz[i], sample_rate_hz);
        task->wanted[i] =
            m->strength * log_of(tare_meaning_whole_power(
                              m, tare_meaning_position2(m->rate_hz, tare_meaning_defined_freq_hz(
                                                                        m->rate_hz, freqs_hz[i]))));
        task->weights[i] =
            (i < n_kept ? 1.0 : weight_of_nyquist * n_kept) * weight_of_level(m, task->wanted[i]);
    }
}

/** Squares of the errors, weighted; `largest` is the largest of those that shall be kept. */
static double errors_of(const Task* task, const TareShape* shape, double* errors, double* largest)
{
    double sum = 0.0;
    *largest = 0.0;
    for (int i = 0; i < n_points; ++i) {
        errors[i] = task->wanted[i] - log_of(tare_shape_power(shape, task->at[i]));
        sum += task->weights[i] * errors[i] * errors[i];
        if (i < n_kept)
            *largest = fmax(*largest, sqrt(task->weights[i]) * fabs(errors[i]));
    }
    return sum;
}

enum { n_steps = TARE_SHAPE_N_STEPS };

/** Adds a point to the normal equations. */
static void add_point(double matrix[n_steps * n_steps], double steps[n_steps],
                      double slopes[n_steps], double weight, double error, bool keeps_zeros)
{
    if (keeps_zeros) {
        slopes[0] += slopes[1] + slopes[2];
        slopes[1] = slopes[2] = 0.0;
    }
    for (int k = 0; k < n_steps; ++k) {
        const double weighted = weight * slopes[k];
        steps[k] += weighted * error;
        for (int l = 0; l <= k; ++l)
            matrix[k * n_steps + l] += weighted * slopes[l];
    }
}

static void take_step(const Task* task, TareShape* shape, const double* errors, double squares)
{
    enum { n = n_steps };
    double matrix[n * n] = {0.0};
    double steps[n] = {0.0};
    for (int i = 0; i < n_points; i += 2) {
        double powers[2], slopes[n][2];
        tare_shape_slopes_of_two(shape, task->at + i, powers, slopes);
        for (int half = 0; half < 2; ++half) {
            double of_point[n];
            for (int k = 0; k < n; ++k)
                of_point[k] = slopes[k][half];
            add_point(matrix, steps, of_point, task->weights[i + half], errors[i + half],
                      task->keeps_zeros);
        }
    }
    for (int k = 0; k < n; ++k)
        matrix[k * n + k] += least_damping * n_points + damping_by_error * squares;
    tare_solve_factorise(matrix, n, 0, n);
    tare_solve_substitute(matrix, n, steps);

    if (task->keeps_zeros)
        steps[1] = steps[2] = steps[0];

    double longest = max_step;
    for (int k = 0; k < n; ++k)
        longest = fmax(longest, fabs(steps[k]));
    for (int k = 0; k < n; ++k)
        steps[k] *= max_step / longest;
    tare_shape_move(shape, steps);
}

static TareShape refine(const Task* task, TareShape shape)
{
    TareShape best = shape;
    double best_largest = HUGE_VAL;
    for (int iteration = 0;; ++iteration) {
        double errors[n_points];
        double largest;
        const double squares = errors_of(task, &shape, errors, &largest);
        if (largest < best_largest) {
            best_largest = largest;
            best = shape;
        }
        if (best_largest < good_enough || iteration == n_iterations)
            return best;
        take_step(task, &shape, errors, squares);
    }
}

static TareShape shape_of(const TareMeaning* m, double sample_rate_hz)
{
    const TareMatchStart start = tare_match_start(m, sample_rate_hz);
    if (m->type == TARE_BAND_ALL_PASS)
        return start.shape;
    Task task;
    set_task(&task, m, &start, sample_rate_hz);
    return refine(&task, start.shape);
}

/** Whether tare_biquad_design() is already what the band means: its rate is that of the stream, and
    it has its whole gain, or none. */
static bool is_exact(const TareBand* band, double strength, double reference_rate_hz,
                     double sample_rate_hz)
{
    return reference_rate_hz == sample_rate_hz &&
           (strength == 1.0 || !tare_band_type_has_gain(band->type));
}

void tare_match_design(TareMatch* match, const TareBand* band, double strength,
                       double reference_rate_hz, double sample_rate_hz)
{
    if (is_exact(band, strength, reference_rate_hz, sample_rate_hz)) {
        match->biquad = tare_biquad_design(band, strength, sample_rate_hz);
        return;
    }
    match->meaning = tare_meaning(band, strength, reference_rate_hz);
    match->shape = shape_of(&match->meaning, sample_rate_hz);
    const TareShape inverse = tare_shape_inverse(&match->shape);
    match->biquad = tare_shape_biquad(match->meaning.is_inverted ? &inverse : &match->shape);
}
