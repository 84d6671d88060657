#include "shape.h"

#include "biquad.h"
#include "two.h"

#include <math.h>
#include <stdint.h>

TareShapePoint tare_shape_point(double freq_hz, double sample_rate_hz)
{
    const double sine = sin(M_PI * freq_hz / sample_rate_hz);
    return (TareShapePoint){1.0 - sine * sine, sine * sine};
}

double tare_shape_squeeze(double w)
{
    return 2.0 * w / sin(2.0 * w);
}

/* |c0 + c1 s + c2 s^2|^2 cos^4 = (c0 cos^2 - c2 sin^2)^2 + c1^2 sin^2 cos^2 */
static double power(const double c[3], TareShapePoint at)
{
    const double even = c[0] * at.cos2 - c[2] * at.sin2;
    return even * even + c[1] * c[1] * at.sin2 * at.cos2;
}

double tare_shape_power(const TareShape* shape, TareShapePoint point)
{
    return power(shape->n, point) / power(shape->d, point);
}

/** 2 / power, or 0 where that is 0. */
static TareTwo slope_of_log(TareTwo power)
{
    typedef int64_t Bits __attribute__((vector_size(sizeof(TareTwo))));
    const TareTwo slope = 2.0 / power;
    return (TareTwo)((Bits)slope & (Bits)(power > 0.0));
}

void tare_shape_slopes_of_two(const TareShape* shape, const TareShapePoint points[2],
                              double powers[2], double slopes[TARE_SHAPE_N_STEPS][2])
{
    const double* n = shape->n;
    const double* d = shape->d;
    const TareTwo cos2 = {points[0].cos2, points[1].cos2};
    const TareTwo sin2 = {points[0].sin2, points[1].sin2};
    const TareTwo n_even = n[0] * cos2 - n[2] * sin2;
    const TareTwo n_odd = n[1] * n[1] * sin2 * cos2;
    const TareTwo n_power = n_even * n_even + n_odd;
    const TareTwo d_even = d[0] * cos2 - d[2] * sin2;
    const TareTwo d_power = d_even * d_even + d[1] * d[1] * sin2 * cos2;
    const TareTwo n_slope = slope_of_log(n_power);
    const TareTwo d_slope = 2.0 / d_power;

    tare_two_store(slopes[0], n_slope * n_even * n[0] * cos2);
    tare_two_store(slopes[1], n_slope * n_odd);
    tare_two_store(slopes[2], -n_slope * n_even * n[2] * sin2);
    tare_two_store(slopes[3], -d_slope * d_even * d[0] * cos2);
    tare_two_store(slopes[4], d_slope * d_even * d[2] * sin2);
    tare_two_store(powers, n_power / d_power);
}

void tare_shape_move(TareShape* shape, const double steps[TARE_SHAPE_N_STEPS])
{
    for (int i = 0; i < 3; ++i)
        shape->n[i] *= exp(steps[i]);
    shape->d[0] *= exp(steps[3]);
    shape->d[2] *= exp(steps[4]);
}

/* s = g / (g + 2) with g = z - 1, times (g + 2)^2 */
TareBiquad tare_shape_biquad(const TareShape* shape)
{
    const double* n = shape->n;
    const double* d = shape->d;
    const double a0 = d[0] + d[1] + d[2];
    return (TareBiquad){
        .b0 = (n[0] + n[1] + n[2]) / a0,
        .p1 = (4.0 * n[0] + 2.0 * n[1]) / a0,
        .p2 = 4.0 * n[0] / a0,
        .q1 = (4.0 * d[0] + 2.0 * d[1]) / a0,
        .q2 = 4.0 * d[0] / a0,
    };
}

TareShape tare_shape_inverse(const TareShape* shape)
{
    return (TareShape){{shape->d[0], shape->d[1], shape->d[2]},
                       {shape->n[0], shape->n[1], shape->n[2]}};
}
