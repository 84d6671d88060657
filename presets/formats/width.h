/* Ways to say how wide a filter is, as the Q of the cookbook. */

#ifndef TARE_WIDTH_H
#define TARE_WIDTH_H

/* R. Bristow-Johnson's "Cookbook formulae for audio EQ biquad filter coefficients": three meanings
   of alpha. A result that is not above 0 and finite is no filter. */

/** The Q of a filter so many octaves wide at a rate whose cookbook filter is meant. */
double tare_width_q_of_octaves(double octaves, double freq_hz, double rate_hz);

/** The same without a rate: of the analogue filter. */
double tare_width_q_of_analogue_octaves(double octaves);

/** The Q of a shelf of slope S, where 1 is as steep as can be without overshoot. */
double tare_width_q_of_slope(double slope, double gain_db);

/** The S of a shelf with a Q. */
double tare_width_slope_of_q(double q, double gain_db);

/** The Q of a pair of poles, 0 to order / 2 - 1, of a Butterworth filter: 1 / (2 sin a) for the
    angle a of a pole (S. Butterworth, "On the theory of filter amplifiers", 1930). */
double tare_width_butterworth_q(unsigned order, unsigned pair);

#endif
