#include "formats/sliders.h"

#include "cascade.h"
#include "solve.h"

#include <math.h>
#include <string.h>

enum {
    N_POINTS = 121,   ///< 12 an octave
    N = TARE_SLIDERS, ///< unknowns
    MAX_STEPS = 60,   ///< downhill
    MAX_ROUNDS = 20   ///< over all sliders, each tried a step up and down
};

/* Keeps neighbours from being set against each other for next to nothing, per dB^2. */
static const double penalty = 0.01;

typedef struct {
    const TareSliderBank* bank;
    double rate_hz;
    TareSliderPoint points[N_POINTS];
    double freqs_hz[N_POINTS];
    double wished_db[N_POINTS];
} Problem;

static void begin(Problem* problem, const TareSliderBank* bank, const TareCascade* wished)
{
    const double rate_hz = wished->sample_rate_hz;
    const double n_decades = log10(fmin(20000.0, 0.49 * rate_hz) / 20.0);
    *problem = (Problem){.bank = bank, .rate_hz = rate_hz};
    for (int i = 0; i < N_POINTS; ++i) {
        const double freq_hz = 20.0 * pow(10.0, n_decades * i / (N_POINTS - 1.0));
        problem->freqs_hz[i] = freq_hz;
        problem->wished_db[i] = tare_cascade_gain_db(wished, 0, freq_hz);
        problem->points[i] = tare_slider_bank_point(bank, rate_hz, freq_hz);
    }
}

/** How far each point is off, but for the mean of them all, which is returned: a level of its own
    is for the preamp, or for the listener, to set. */
static double residual(const Problem* problem, const double* gains_db, double* off_db)
{
    double mean_db = 0.0;
    for (int i = 0; i < N_POINTS; ++i) {
        off_db[i] = tare_slider_bank_level_db(problem->bank, &problem->points[i], gains_db) -
                    problem->wished_db[i];
        mean_db += off_db[i] / N_POINTS;
    }
    for (int i = 0; i < N_POINTS; ++i)
        off_db[i] -= mean_db;
    return mean_db;
}

static double loss_of(const Problem* problem, const double* gains_db, double* off_db)
{
    double loss = 0.0;
    (void)residual(problem, gains_db, off_db);
    for (int i = 0; i < N_POINTS; ++i)
        loss += off_db[i] * off_db[i];
    for (int k = 0; k < N; ++k)
        loss += penalty * gains_db[k] * gains_db[k];
    return loss;
}

/** How much each point changes with each slider. */
static void derivatives(const Problem* problem, const double* gains_db, double slopes[N][N_POINTS])
{
    const double step_db = 0.01;
    for (int k = 0; k < N; ++k) {
        double moved_db[N], below_db[N_POINTS];
        memcpy(moved_db, gains_db, sizeof moved_db);
        moved_db[k] = gains_db[k] - step_db;
        (void)residual(problem, moved_db, below_db);
        moved_db[k] = gains_db[k] + step_db;
        (void)residual(problem, moved_db, slopes[k]);
        for (int i = 0; i < N_POINTS; ++i)
            slopes[k][i] = (slopes[k][i] - below_db[i]) / (2.0 * step_db);
    }
}

static double dot(const double* a, const double* b)
{
    double sum = 0.0;
    for (int i = 0; i < N_POINTS; ++i)
        sum += a[i] * b[i];
    return sum;
}

/** Where a step of the method of Levenberg and Marquardt leads, within the limits. */
static void step(const Problem* problem, const double* gains_db, const double* off_db,
                 double slopes[N][N_POINTS], double damping, double* next_db)
{
    const double max_db = problem->bank->max_db;
    double matrix[N * N] = {0}, change_db[N];
    for (int k = 0; k < N; ++k) {
        for (int l = 0; l <= k; ++l)
            matrix[k * N + l] = dot(slopes[k], slopes[l]);
        matrix[k * N + k] += penalty + damping;
        change_db[k] = -dot(slopes[k], off_db) - penalty * gains_db[k];
    }
    tare_solve_factorise(matrix, N, 0, N);
    tare_solve_substitute(matrix, N, change_db);
    for (int k = 0; k < N; ++k)
        next_db[k] = fmin(fmax(gains_db[k] + change_db[k], -max_db), max_db);
}

static void go_downhill(const Problem* problem, double* gains_db)
{
    double off_db[N_POINTS], next_off_db[N_POINTS], next_db[N], slopes[N][N_POINTS];
    double loss = loss_of(problem, gains_db, off_db), damping = 1.0;
    for (int i = 0; i < MAX_STEPS; ++i) {
        derivatives(problem, gains_db, slopes);
        step(problem, gains_db, off_db, slopes, damping, next_db);
        const double next_loss = loss_of(problem, next_db, next_off_db);
        damping *= next_loss < loss ? 0.3 : 5.0;
        if (next_loss >= loss)
            continue;
        loss = next_loss;
        memcpy(gains_db, next_db, sizeof next_db);
        memcpy(off_db, next_off_db, sizeof next_off_db);
    }
}

/** Tries a slider one step to a side; whether that is better, so that it stays there. */
static bool is_better(const Problem* problem, double* gains_db, int k, double step_db, double* loss)
{
    double off_db[N_POINTS];
    const double kept_db = gains_db[k];
    const double steps = round((kept_db + step_db) / problem->bank->step_db);
    gains_db[k] = steps * problem->bank->step_db;
    const double tried = loss_of(problem, gains_db, off_db);
    if (fabs(gains_db[k]) <= problem->bank->max_db && tried < *loss) {
        *loss = tried;
        return true;
    }
    gains_db[k] = kept_db;
    return false;
}

/** Rounds to the steps of the sliders, then takes the nearest of these that are better. */
static void take_steps(const Problem* problem, double* gains_db)
{
    const double step_db = problem->bank->step_db;
    double off_db[N_POINTS];
    bool has_moved = true;
    for (int k = 0; k < N; ++k)
        gains_db[k] = round(gains_db[k] / step_db) * step_db;
    double loss = loss_of(problem, gains_db, off_db);
    for (int i = 0; has_moved && i < MAX_ROUNDS; ++i) {
        has_moved = false;
        for (int k = 0; k < N; ++k)
            has_moved = is_better(problem, gains_db, k, step_db, &loss) ||
                        is_better(problem, gains_db, k, -step_db, &loss) || has_moved;
    }
}

/** Finds how far all is off. Returns by how much it is too loud where it is most, at the level of
    what is wished. */
static double find_error(const Problem* problem, TareSliders* sliders)
{
    double off_db[N_POINTS], loudest_db = -INFINITY, highest_db = 0.0;
    (void)residual(problem, sliders->gains_db, off_db);
    for (int i = 0; i < N_POINTS; ++i) {
        loudest_db = fmax(loudest_db, problem->wished_db[i] + off_db[i]);
        highest_db = fmax(highest_db, problem->wished_db[i]);
        if (fabs(off_db[i]) > sliders->error_db) {
            sliders->error_db = fabs(off_db[i]);
            sliders->error_freq_hz = problem->freqs_hz[i];
        }
    }
    sliders->rms_db = sqrt(dot(off_db, off_db) / N_POINTS);
    return loudest_db - highest_db;
}

/** Sets the preamp to the level of what is wished, or as much lower as it would be too loud. */
static void set_preamp(const Problem* problem, double too_loud_db, TareSliders* sliders)
{
    const TareSliderBank* const bank = problem->bank;
    double off_db[N_POINTS];
    const double level_db = -residual(problem, sliders->gains_db, off_db);
    const double wanted_db = bank->unity_db + level_db - fmax(too_loud_db, 0.0);
    if (bank->has_preamp)
        sliders->preamp_db = fmin(
            fmax(floor(wanted_db / bank->step_db) * bank->step_db, -bank->max_db), bank->max_db);
    sliders->too_loud_db = sliders->preamp_db - bank->unity_db - level_db + too_loud_db;
}

void tare_sliders_fit(TareSliders* sliders, const TareSliderBank* bank, const TareCascade* wished)
{
    Problem problem;
    begin(&problem, bank, wished);
    *sliders = (TareSliders){0};
    go_downhill(&problem, sliders->gains_db);
    take_steps(&problem, sliders->gains_db);
    set_preamp(&problem, find_error(&problem, sliders), sliders);
}
