/* The design of a cascade in small pieces, so that it can be done inside the audio callback.

   Each band is matched alone, then those of both channels, of the left and of the right are fitted
   as sums, each group with its correction. The tone bands always mean the analogue prototype and
   stay out of the sums. The number of steps and the work in each are bounded. */

#ifndef TARE_DESIGNER_H
#define TARE_DESIGNER_H

#include "cascade.h"
#include "joint.h"
#include "match.h"

typedef struct TareBand TareBand;
typedef struct TareControls TareControls;

/** No design takes more steps than this, times the parts that tare_pace() says. */
#define TARE_DESIGNER_MAX_STEPS 33

/** Everything a design needs, about 100 KB; the caller owns it and may move it between steps. */
typedef struct TareDesigner {
    TareCascade cascade; ///< the result, once tare_designer_step() has returned false
    TareBand bands[TARE_N_SECTIONS];
    double strengths[TARE_N_SECTIONS];
    double reference_rates_hz[TARE_N_SECTIONS];
    double preamp_db;
    uint32_t n_channels;
    int cost_of_step;
    int stage, band, group; ///< what comes next
    TareMatch matches[TARE_FIRST_CORRECTION];
    int member_of_band[TARE_MAX_BANDS]; ///< -1: none
    TareJoint joint;
} TareDesigner;

/** Begins a design. `controls` must be clamped and are copied; `enabled` does not count. With one
    channel every band is heard in it. */
void tare_designer_start(TareDesigner* designer, const TareControls* controls,
                         double sample_rate_hz, uint32_t n_channels);

/** Does up to 20 us of work, or a part of that. Returns whether there is more to do. */
bool tare_designer_step(TareDesigner* designer);

#endif
