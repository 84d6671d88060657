/* Many bands fitted as one: what counts is their sum.

   Where a band cannot come near to its meaning alone (a wide bell whose reference is squeezed
   against its Nyquist frequency), its neighbours and one section more, the correction, take part of
   the work. Damped Gauss-Newton steps on the logarithm of the summed magnitude, over one grid of
   frequencies; each step is the shortest one that makes good the errors, counted from where the
   single fits ended, so that nothing moves further than it has to. That form needs a system of
   equations of the size of the grid, however many bands there are.

   At a strength below 1 the sum shall have that share of the level of the whole gains, which no
   band has exactly and which concerns all frequencies: then the grid is wider and finer, and all
   strong bands that are not narrower than the grid may move.

   The work is cut into pieces of a few microseconds. No memory is taken, nothing depends on time.
 */

#ifndef TARE_JOINT_H
#define TARE_JOINT_H

#include "shape.h"
#include "tare/band.h"

#include <stdbool.h>

typedef struct TareMeaning TareMeaning;

enum {
    TARE_JOINT_N_KEPT = 36,       ///< points up to the highest frequency kept
    TARE_JOINT_N_KEPT_SHARE = 60, ///< the same at a strength below 1
    TARE_JOINT_N_ABOVE = 4,       ///< points from there to Nyquist
    TARE_JOINT_N_POINTS = TARE_JOINT_N_KEPT_SHARE + TARE_JOINT_N_ABOVE,
    TARE_JOINT_MAX_MEMBERS = TARE_MAX_BANDS + 1,
};

/** A band that the fit may move, or the correction. */
typedef struct TareJointMember {
    TareShape start, shape, best;
    bool is_inverted;
    double freedom; ///< 0 .. 1, how readily it moves
    double moves[TARE_SHAPE_N_STEPS];
    double slopes[TARE_SHAPE_N_STEPS][TARE_JOINT_N_POINTS];
} TareJointMember;

typedef struct TareJoint {
    double strength, sample_rate_hz, reference_rate_hz, max_hz;
    int n_kept, n_points;
    TareShapePoint at[TARE_JOINT_N_POINTS];
    double positions2[TARE_JOINT_N_POINTS];

    double wanted[TARE_JOINT_N_POINTS]; ///< power the sum shall have
    double fixed[TARE_JOINT_N_POINTS];  ///< power of what does not move
    double alone[TARE_JOINT_N_POINTS];  ///< power of the single fits
    double lowest, highest;             ///< logarithms: bounds above max_hz

    TareJointMember members[TARE_JOINT_MAX_MEMBERS];
    int n_members;
    bool has_correction; ///< it is the last member
    int n_sums;
    int iteration, n_iterations, member, piece;
    double best_largest;
    double power[TARE_JOINT_N_POINTS]; ///< of all, as far as summed
    double moved[TARE_JOINT_N_POINTS]; ///< change so far, as the slopes see it
    double errors[TARE_JOINT_N_POINTS];
    double values[TARE_JOINT_N_POINTS];
    double matrix[TARE_JOINT_N_POINTS * TARE_JOINT_N_POINTS]; ///< of n_points rows and columns
} TareJoint;

/** Sets the grid for bands of one strength. */
void tare_joint_init(TareJoint* joint, double strength, double reference_rate_hz,
                     double sample_rate_hz);

/** Begins one of that many sums: the more, the fewer iterations for each. */
void tare_joint_start(TareJoint* joint, int n_sums);

/** Adds a peak or shelf that tare_match_design() made. Returns its number among the members, or
    -1 when it is one that stays as it is. */
int tare_joint_add(TareJoint* joint, const TareMeaning* meaning, const TareShape* shape);

/** When all are added: whether there is anything to do. Adds the correction where it is needed. */
bool tare_joint_begin(TareJoint* joint);

/** Does the next piece of work. Returns false when that was the last one: `best` of each member
    then is the result. */
bool tare_joint_step(TareJoint* joint);

/** Whether that piece will be one of the equations, which costs about three times one of a band. */
bool tare_joint_is_solving(const TareJoint* joint);

#endif
