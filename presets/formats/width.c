#include "formats/width.h"

#include <math.h>

double tare_width_q_of_octaves(double octaves, double freq_hz, double rate_hz)
{
    const double w = 2.0 * M_PI * freq_hz / rate_hz;
    return 0.5 / sinh(M_LN2 / 2.0 * octaves * w / sin(w));
}

double tare_width_q_of_analogue_octaves(double octaves)
{
    return 0.5 / sinh(M_LN2 / 2.0 * octaves);
}

/** A + 1/A */
static double sum_of_gain(double gain_db)
{
    const double a = pow(10.0, gain_db / 40.0);
    return a + 1.0 / a;
}

double tare_width_q_of_slope(double slope, double gain_db)
{
    return 1.0 / sqrt(sum_of_gain(gain_db) * (1.0 / slope - 1.0) + 2.0);
}

double tare_width_slope_of_q(double q, double gain_db)
{
    return 1.0 / ((1.0 / (q * q) - 2.0) / sum_of_gain(gain_db) + 1.0);
}

double tare_width_butterworth_q(unsigned order, unsigned pair)
{
    return 0.5 / sin(M_PI / order * (pair + 0.5));
}
