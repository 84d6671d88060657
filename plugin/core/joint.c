#include "joint.h"

#include "meaning.h"
#include "solve.h"

#include <math.h>
#include <string.h>

enum { max_points = TARE_JOINT_N_POINTS, n_steps = TARE_SHAPE_N_STEPS };

_Static_assert((TARE_JOINT_N_KEPT + TARE_JOINT_N_ABOVE) % 2 == 0 && max_points % 2 == 0,
               "in pairs");

/* Errors are differences of logarithms of powers: 1 dB is 0.23. */
static const double ln_per_db = 0.23025850929940458;
static const double good_enough_db = 0.01;
static const double correction_from_db = 0.03;

/* The grid begins this far below the highest frequency. */
static const double lowest_of_max = 1.0 / 200.0;

/* At a strength below 1: down to 20 Hz, at the top so much denser than on average. */
static const double share_lowest_of_max = 1.0 / 1000.0;
static const double share_denser = 0.3;

/* Bands move the more readily the higher, the stronger and the wider they are: low or narrow ones
   are already right, and weak ones must not jump when they come and go. */
static const double free_from_of_max = 0.1;
static const double free_from_db = 0.3;
static const double least_freedom = 0.05;

/* At a strength below 1 the height does not count, but bands narrower than this fall between the
   points of the grid. */
static const double share_free_to_q = 3.0;

/* Above what is kept, the sum may do anything between its extremes, this much more, and the errors
   beyond that count this much. */
static const double slack_above_db = 1.0;
static const double weight_above = 0.01;
static const double share_above = 0.3;

/* Damping: a little always, more while the errors are large. */
static const double least_damping = 1e-4;
static const double share_least_damping = 5e-3;
static const double damping_by_error = 1.0;
static const double max_step = 0.4;

/* Where the correction begins: half of the reference rate, where the reference is squeezed most. It
   keeps away from Nyquist and is wide there: sharp poles close to z = -1 are the difference of
   large coefficients, and rounded to floats they err by up to 25 dB more than all else. */
static const double max_correction_q = 1.4;
static const double correction_q_squeezed = 1.7;
static const double max_correction_of_rate = 0.465;

static bool is_share(const TareJoint* joint)
{
    return joint->strength < 1.0;
}

static void set_kept_point(TareJoint* joint, int i, double freq_hz)
{
    joint->at[i] = tare_shape_point(freq_hz, joint->sample_rate_hz);
    joint->positions2[i] = tare_meaning_position2(joint->reference_rate_hz, freq_hz);
}

static void set_kept_points(TareJoint* joint)
{
    const double step = pow(lowest_of_max, 1.0 / (joint->n_kept - 1));
    double freq_hz = joint->max_hz;
    for (int i = joint->n_kept - 1; i >= 0; --i) {
        set_kept_point(joint, i, freq_hz);
        freq_hz *= step;
    }
}

static void set_kept_points_of_share(TareJoint* joint)
{
    for (int i = 0; i < joint->n_kept; ++i) {
        const double x = 1.0 - i / (joint->n_kept - 1.0);
        const double place = x * (1.0 - share_denser * (1.0 - x));
        set_kept_point(joint, i, joint->max_hz * pow(share_lowest_of_max, place));
    }
}

void tare_joint_init(TareJoint* joint, double strength, double reference_rate_hz,
                     double sample_rate_hz)
{
    joint->strength = strength;
    joint->reference_rate_hz = reference_rate_hz;
    joint->sample_rate_hz = sample_rate_hz;
    joint->max_hz = tare_meaning_max_freq_hz(reference_rate_hz, sample_rate_hz);
    joint->n_kept = is_share(joint) ? TARE_JOINT_N_KEPT_SHARE : TARE_JOINT_N_KEPT;
    joint->n_points = joint->n_kept + TARE_JOINT_N_ABOVE;
    if (is_share(joint))
        set_kept_points_of_share(joint);
    else
        set_kept_points(joint);
    const double step_above = pow(0.5 * sample_rate_hz / joint->max_hz, 1.0 / TARE_JOINT_N_ABOVE);
    double freq_hz = joint->max_hz;
    for (int i = joint->n_kept; i < joint->n_points; ++i) {
        freq_hz *= step_above;
        joint->at[i] = tare_shape_point(freq_hz, sample_rate_hz);
        joint->positions2[i] = tare_meaning_position2(
            reference_rate_hz, tare_meaning_defined_freq_hz(reference_rate_hz, freq_hz));
    }
}

void tare_joint_start(TareJoint* joint, int n_sums)
{
    joint->n_sums = n_sums;
    joint->n_members = 0;
    joint->has_correction = false;
    for (int i = 0; i < joint->n_points; ++i)
        joint->wanted[i] = joint->fixed[i] = joint->alone[i] = 1.0;
}

static double freedom_of(const TareJoint* joint, const TareMeaning* m)
{
    const double height = m->freq_hz / (free_from_of_max * joint->max_hz);
    const double strength = m->gain_db / free_from_db;
    if (is_share(joint)) {
        const double w = m->rate_hz > 0.0 ? M_PI * m->freq_hz / m->rate_hz : 0.0;
        const double narrow = m->q * (w > 0.0 ? tare_shape_squeeze(w) : 1.0) / share_free_to_q;
        return strength * strength / (1.0 + strength * strength) / (1.0 + narrow * narrow);
    }
    return height * height / (1.0 + height * height) * strength * strength /
           (1.0 + strength * strength) / (1.0 + m->q * m->q);
}

static void multiply(double* power, double factor, bool is_inverted)
{
    *power = is_inverted ? *power / factor : *power * factor;
}

static void add_member(TareJoint* joint, const TareShape* shape, bool is_inverted, double freedom)
{
    TareJointMember* member = &joint->members[joint->n_members++];
    member->start = member->shape = member->best = *shape;
    member->is_inverted = is_inverted;
    member->freedom = freedom;
    for (int k = 0; k < n_steps; ++k)
        member->moves[k] = 0.0;
}

int tare_joint_add(TareJoint* joint, const TareMeaning* meaning, const TareShape* shape)
{
    const double freedom = freedom_of(joint, meaning);
    const bool is_fixed = freedom < least_freedom || joint->n_members == TARE_MAX_BANDS;
    for (int i = 0; i < joint->n_points; ++i) {
        const double power = tare_shape_power(shape, joint->at[i]);
        multiply(&joint->wanted[i], tare_meaning_whole_power(meaning, joint->positions2[i]),
                 meaning->is_inverted);
        multiply(&joint->alone[i], power, meaning->is_inverted);
        if (is_fixed)
            multiply(&joint->fixed[i], power, meaning->is_inverted);
    }
    if (is_fixed)
        return -1;
    add_member(joint, shape, meaning->is_inverted, freedom);
    return joint->n_members - 1;
}

static void find_bounds(TareJoint* joint)
{
    double lowest = 1.0;
    double highest = 1.0;
    for (int i = 0; i < joint->n_points; ++i) {
        lowest = fmin(lowest, joint->wanted[i]);
        highest = fmax(highest, joint->wanted[i]);
    }
    joint->lowest = log(lowest) - slack_above_db * ln_per_db;
    joint->highest = log(highest) + slack_above_db * ln_per_db;
}

static double error_at(const TareJoint* joint, int i, double power)
{
    if (i < joint->n_kept)
        return log(joint->wanted[i]) - log(power);
    const double level = log(power);
    return fmin(fmax(level, joint->lowest), joint->highest) - level;
}

/** Sets the errors and returns the largest of them. */
static double compare(TareJoint* joint, const double* power)
{
    double largest = 0.0;
    for (int i = 0; i < joint->n_points; ++i) {
        joint->errors[i] = error_at(joint, i, power[i]);
        largest = fmax(largest, (i < joint->n_kept ? 1.0 : share_above) * fabs(joint->errors[i]));
    }
    return largest;
}

static TareShape correction_start(const TareJoint* joint)
{
    const double rate_hz = joint->sample_rate_hz;
    const double end_hz = joint->reference_rate_hz > 0.0 ? 0.5 * joint->reference_rate_hz : rate_hz;
    const double w = M_PI * fmin(end_hz / rate_hz, max_correction_of_rate);
    const double t = tan(w);
    const double q = fmin(correction_q_squeezed / sqrt(tare_shape_squeeze(w)), max_correction_q);
    return (TareShape){{t * t, t / q, 1.0}, {t * t, t / q, 1.0}};
}

/** Its direction follows that of the errors, so that the inverse of all gains is the inverse of all
    results. */
static void add_correction(TareJoint* joint)
{
    double sum = 0.0;
    for (int i = 0; i < joint->n_kept; ++i)
        sum += joint->errors[i];
    const TareShape shape = correction_start(joint);
    add_member(joint, &shape, sum < 0.0, 1.0);
    joint->has_correction = true;
}

static void begin_iteration(TareJoint* joint)
{
    memcpy(joint->power, joint->fixed, sizeof joint->power);
    memset(joint->moved, 0, sizeof joint->moved);
    memset(joint->matrix, 0,
           sizeof *joint->matrix * (size_t)joint->n_points * (size_t)joint->n_points);
    joint->member = 0;
    joint->piece = 0;
}

/** The bands were added with their whole gains. */
static void apply_strength(TareJoint* joint)
{
    if (is_share(joint))
        for (int i = 0; i < joint->n_points; ++i)
            joint->wanted[i] = pow(joint->wanted[i], joint->strength);
}

/** Several sums take no longer than one. On the fine grid, where the equations are most of the
   work, few bands leave time for more: in units of half of what one band costs. */
static int n_iterations(const TareJoint* joint)
{
    enum { most = 6, most_shared = 4, whole_work = 360, work_of_band = 2, work_of_equations = 60 };
    if (!is_share(joint))
        return joint->n_sums > 1 ? most_shared : most;
    const int work = work_of_equations + work_of_band * joint->n_members;
    const int n = whole_work / joint->n_sums / work;
    return n < 1 ? 1 : n > most ? most : n;
}

bool tare_joint_begin(TareJoint* joint)
{
    apply_strength(joint);
    find_bounds(joint);
    const double largest_db = compare(joint, joint->alone) / ln_per_db;
    if (largest_db < good_enough_db)
        return false;
    if (largest_db > correction_from_db)
        add_correction(joint);
    joint->iteration = 0;
    joint->n_iterations = n_iterations(joint);
    joint->best_largest = HUGE_VAL;
    begin_iteration(joint);
    return joint->n_members > 0;
}

static void move_member(TareJoint* joint, TareJointMember* member)
{
    double steps[n_steps];
    double longest = max_step;
    for (int k = 0; k < n_steps; ++k) {
        double move = 0.0;
        for (int i = 0; i < joint->n_points; ++i)
            move += member->slopes[k][i] * joint->values[i];
        steps[k] = move - member->moves[k];
        longest = fmax(longest, fabs(steps[k]) * member->freedom);
    }
    for (int k = 0; k < n_steps; ++k) {
        member->moves[k] += steps[k] * max_step / longest;
        steps[k] = member->moves[k] * member->freedom;
    }
    member->shape = member->start;
    tare_shape_move(&member->shape, steps);
}

/** Two points at a time; every grid has an even number. */
static void sum_member(TareJoint* joint, TareJointMember* member)
{
    const double scale = member->is_inverted ? -member->freedom : member->freedom;
    for (int first = 0; first < joint->n_points; first += 2) {
        double powers[2], slopes[n_steps][2];
        tare_shape_slopes_of_two(&member->shape, joint->at + first, powers, slopes);
        for (int half = 0; half < 2; ++half) {
            const int i = first + half;
            multiply(&joint->power[i], powers[half], member->is_inverted);
            for (int k = 0; k < n_steps; ++k) {
                member->slopes[k][i] = scale * slopes[k][half];
                joint->moved[i] += member->slopes[k][i] * member->moves[k];
            }
        }
    }
}

static void keep_best(TareJoint* joint, double largest)
{
    if (largest >= joint->best_largest)
        return;
    joint->best_largest = largest;
    for (int k = 0; k < joint->n_members; ++k)
        joint->members[k].best = joint->members[k].shape;
}

static void set_equations(TareJoint* joint)
{
    double squares = 0.0;
    for (int i = 0; i < joint->n_points; ++i)
        squares += (i < joint->n_kept ? 1.0 : weight_above) * joint->errors[i] * joint->errors[i];
    const double damping = (is_share(joint) ? share_least_damping : least_damping) +
                           damping_by_error * squares / joint->n_points;
    for (int i = 0; i < joint->n_points; ++i) {
        const double weight = i < joint->n_kept         ? 1.0
                              : joint->errors[i] != 0.0 ? weight_above
                                                        : 1e-8;
        joint->matrix[i * joint->n_points + i] += damping / weight;
        joint->values[i] = joint->errors[i] + joint->moved[i];
    }
}

/** Rows of about the same work in each piece: it grows with the square of the row. Either grid ends
    with a piece. */
static int end_of_piece(int piece)
{
    static const int ends[] = {28, 35, 40, 44, 48, 51, 54, 56, 58, 60, 62, max_points};
    return ends[piece];
}

static void solve_piece(TareJoint* joint)
{
    const int first = joint->piece > 0 ? end_of_piece(joint->piece - 1) : 0;
    const int end = end_of_piece(joint->piece);
    if (joint->piece == 0)
        set_equations(joint);
    tare_solve_factorise(joint->matrix, joint->n_points, first, end);
    ++joint->piece;
    if (end < joint->n_points)
        return;
    tare_solve_substitute(joint->matrix, joint->n_points, joint->values);
    ++joint->iteration;
    begin_iteration(joint);
}

bool tare_joint_is_solving(const TareJoint* joint)
{
    return joint->member == joint->n_members;
}

bool tare_joint_step(TareJoint* joint)
{
    if (tare_joint_is_solving(joint)) {
        solve_piece(joint);
        return true;
    }
    TareJointMember* member = &joint->members[joint->member++];
    if (joint->iteration > 0)
        move_member(joint, member);
    sum_member(joint, member);
    if (joint->iteration < joint->n_iterations)
        tare_solve_add_squares(joint->matrix, joint->n_points,
                               (const double*[]){member->slopes[0], member->slopes[1],
                                                 member->slopes[2], member->slopes[3],
                                                 member->slopes[4]});
    if (joint->member < joint->n_members)
        return true;
    keep_best(joint, compare(joint, joint->power));
    return joint->iteration < joint->n_iterations &&
           joint->best_largest > good_enough_db * ln_per_db;
}
