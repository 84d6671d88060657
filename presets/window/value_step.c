#include "window/value_step.h"

#include "window/value_text.h"

#include <math.h>

double tare_value_step_share(const TarePort* port, float value)
{
    const double share = port->scale == TARE_SCALE_LOGARITHMIC
                             ? log((double)value / port->min) / log((double)port->max / port->min)
                             : ((double)value - port->min) / ((double)port->max - port->min);
    return fmin(fmax(share, 0.0), 1.0);
}

float tare_value_step_at(const TarePort* port, double share)
{
    share = fmin(fmax(share, 0.0), 1.0);
    const double value = port->scale == TARE_SCALE_LOGARITHMIC
                             ? port->min * pow((double)port->max / port->min, share)
                             : port->min + share * ((double)port->max - port->min);
    return (float)value;
}

/* Of what is spread by ratios: eighty steps go through the range. */
#define STEPS_IN_RANGE 80.0
#define FINE 0.2

/** The size of a step of what is spread evenly. */
static double step_size(TareUnit unit, bool is_fine)
{
    if (unit == TARE_UNIT_PERCENT)
        return is_fine ? 1.0 : 5.0;
    if (unit == TARE_UNIT_DB_PER_OCTAVE)
        return is_fine ? 0.01 : 0.05;
    return is_fine ? 0.1 : 0.5;
}

float tare_value_step(const TarePort* port, float value, double steps, bool is_fine)
{
    double next = value + steps;
    if (port->scale == TARE_SCALE_LOGARITHMIC)
        next = tare_value_step_at(port, tare_value_step_share(port, value) +
                                            steps * (is_fine ? FINE : 1.0) / STEPS_IN_RANGE);
    else if (port->scale == TARE_SCALE_LINEAR)
        next = value + steps * step_size(port->unit, is_fine);
    return fminf(fmaxf(tare_value_text_tidy(port, (float)next), port->min), port->max);
}
