#include "formats/lsp_filter.h"

#include <complex.h>
#include <math.h>
#include <string.h>

/** Sections in p, until they are transformed. */
typedef struct {
    TareSecondOrder* sections;
    unsigned n;
    unsigned slope;
    double gain, q;
} Chain;

static void add(Chain* chain, double t0, double t1, double t2, double b0, double b1, double b2)
{
    if (chain->n < TARE_LSP_MAX_SECTIONS)
        chain->sections[chain->n++] = (TareSecondOrder){{t0, t1, t2}, {b0, b1, b2}};
}

/** A shelf's section, of which the level is the root of the gain where the two halves cross. */
static void add_shelf(Chain* chain, bool is_high, const double top[3], const double bottom[3],
                      double gain)
{
    const double* const t = is_high ? bottom : top;
    const double* const b = is_high ? top : bottom;
    add(chain, gain * t[0], gain * t[1], gain * t[2], b[0], b[1], b[2]);
}

/* RLC */

static void add_rlc_pass(Chain* chain, bool is_high)
{
    const double k = 2.0 / (1.0 + chain->q);
    if (chain->slope % 2)
        add(chain, is_high ? 0.0 : 1.0, is_high ? 1.0 : 0.0, 0.0, 1.0, 1.0, 0.0);
    for (unsigned i = 0; i < chain->slope / 2; ++i)
        add(chain, is_high ? 0.0 : 1.0, 0.0, is_high ? 1.0 : 0.0, 1.0, k, 1.0);
}

static void add_rlc_shelf(Chain* chain, bool is_high)
{
    const double gain = sqrt(chain->gain), g = pow(gain, 0.5 / chain->slope);
    const double k = 2.0 / (1.0 + chain->q);
    for (unsigned i = 0; i < chain->slope; ++i)
        add_shelf(chain, is_high, (double[3]){g, k, 1.0 / g}, (double[3]){1.0 / g, k, g},
                  i == 0 ? gain : 1.0);
}

/** A bell; `k` is its width. */
static void add_rlc_bell(Chain* chain, double k)
{
    const double angle = atan(pow(chain->gain, 1.0 / chain->slope));
    for (unsigned i = 0; i < chain->slope; ++i)
        add(chain, 1.0, k * sin(angle), 1.0, 1.0, k * cos(angle), 1.0);
}

static void add_rlc_all_pass(Chain* chain)
{
    if (chain->slope % 2)
        add(chain, -1.0, 1.0, 0.0, 1.0, 1.0, 0.0);
    for (unsigned i = 0; i < chain->slope / 2; ++i)
        add(chain, 1.0, -2.0, 1.0, 1.0, 2.0, 1.0);
}

static void add_rlc(Chain* chain, TareLspType type)
{
    const double g = pow(chain->gain, 1.0 / chain->slope);
    if (type == TARE_LSP_BELL)
        add_rlc_bell(chain, 2.0 * (1.0 / g + g) / (1.0 + 2.0 * chain->q / chain->slope));
    else if (type == TARE_LSP_RESONANCE)
        add_rlc_bell(chain, 2.0 / (1.0 + chain->q));
    else if (type == TARE_LSP_NOTCH)
        add(chain, 1.0, 0.0, 1.0, 1.0, 2.0 / (1.0 + chain->q), 1.0);
    else if (type == TARE_LSP_ALL_PASS)
        add_rlc_all_pass(chain);
    else if (type == TARE_LSP_HIGH_PASS || type == TARE_LSP_LOW_PASS)
        add_rlc_pass(chain, type == TARE_LSP_HIGH_PASS);
    else
        add_rlc_shelf(chain, type == TARE_LSP_HIGH_SHELF);
}

/* BWC: after Butterworth and Chebyshev */

/** The place of a pole on its ellipse. */
typedef struct {
    double cosine, size;
} Pole;

static Pole pole_of(unsigned i, unsigned n, double k)
{
    const double angle = M_PI_2 * (2 * i + 1) / n, c = cos(angle), s = sin(angle);
    return (Pole){c, s * s + k * k * c * c};
}

static void add_bwc_pass(Chain* chain, bool is_high)
{
    const double k = 1.0 / (1.0 + chain->q);
    if (chain->slope % 2)
        add(chain, is_high ? 0.0 : 1.0, is_high ? 1.0 : 0.0, 0.0, 1.0, 1.0, 0.0);
    for (unsigned i = 0; i < chain->slope / 2; ++i) {
        const Pole pole = pole_of(i, chain->slope, k);
        const double b1 = 2.0 * k * pole.cosine / pole.size;
        if (is_high)
            add(chain, 0.0, 0.0, 1.0, 1.0 / pole.size, b1, 1.0);
        else
            add(chain, 1.0, 0.0, 0.0, 1.0, b1, 1.0 / pole.size);
    }
}

static void add_bwc_shelf(Chain* chain, bool is_high)
{
    const double gain = sqrt(chain->gain), g = pow(gain, 0.5 / chain->slope);
    const double k = 1.0 / (1.0 + chain->q * (1.0 - exp(2.0 - gain - 1.0 / gain)));
    for (unsigned i = 0; i < chain->slope; ++i) {
        const Pole pole = pole_of(i, 2 * chain->slope, k);
        const double middle = 2.0 * k * pole.cosine;
        add_shelf(chain, is_high, (double[3]){g, middle, pole.size / g},
                  (double[3]){pole.size / g, middle, g}, i == 0 ? gain : 1.0);
    }
}

static void add_bwc_bell(Chain* chain)
{
    const double g = pow(chain->gain, 0.5 / chain->slope), k = 1.0 / (1.0 + chain->q);
    const double t = chain->gain >= 1.0 ? g : 1.0, b = chain->gain >= 1.0 ? 1.0 : 1.0 / g;
    for (unsigned i = 0; i < chain->slope; ++i) {
        const Pole pole = pole_of(i, 2 * chain->slope, k);
        const double x = 2.0 * k * pole.cosine, size = pole.size;
        add(chain, 1.0, x * t / size, t * t / size, 1.0, x * b / size, b * b / size);
        add(chain, 1.0, x / t, size / (t * t), 1.0, x / b, size / (b * b));
    }
}

/** Poles that have moved by the Q, zeros that have not. */
static void add_bwc_all_pass(Chain* chain, unsigned n_poles, bool is_double)
{
    const double k = 1.0 / (1.0 + chain->q);
    for (unsigned i = 0; i < n_poles / 2; ++i) {
        const Pole pole = pole_of(i, n_poles, k);
        const double b1 = 2.0 * k * pole.cosine / pole.size;
        if (!is_double)
            add(chain, 1.0, -2.0 * pole.cosine, 1.0, 1.0 / pole.size, b1, 1.0);
        for (unsigned side = 0; side < 2 && is_double; ++side)
            add(chain, 1.0, -2.0 * cos(M_PI * (2 * i + 0.5 + side) / n_poles), 1.0, 1.0 / pole.size,
                b1, 1.0);
    }
}

static void add_bwc(Chain* chain, TareLspType type)
{
    if (type == TARE_LSP_BELL)
        add_bwc_bell(chain);
    else if (type == TARE_LSP_ALL_PASS)
        add_bwc_all_pass(chain, 2 * chain->slope, false);
    else if (type == TARE_LSP_NOTCH || type == TARE_LSP_RESONANCE)
        add_rlc(chain, type);
    else if (type == TARE_LSP_HIGH_PASS || type == TARE_LSP_LOW_PASS)
        add_bwc_pass(chain, type == TARE_LSP_HIGH_PASS);
    else
        add_bwc_shelf(chain, type == TARE_LSP_HIGH_SHELF);
}

/** LRX: two of the former behind each other, each with the root of the gain and twice the slope. */
static void add_lrx(Chain* chain, TareLspType type)
{
    if (type == TARE_LSP_ALL_PASS) {
        add_bwc_all_pass(chain, 2 * chain->slope, true);
        return;
    }
    if (type != TARE_LSP_NOTCH && type != TARE_LSP_RESONANCE) {
        chain->slope *= 2;
        chain->gain = sqrt(chain->gain);
        add_bwc(chain, type);
    }
    add_bwc(chain, type);
}

/* Transforms */

/** Puts s in the place of p. */
static TareSecondOrder bilinear(const TareSecondOrder* x, double w)
{
    return (TareSecondOrder){{x->n[0], x->n[1] / w, x->n[2] / (w * w)},
                             {x->d[0], x->d[1] / w, x->d[2] / (w * w)}};
}

/** Moves the roots of one half; c[i] belongs to z^-i. */
static void move_roots(double c[3], const double p[3], double turn)
{
    memset(c, 0, 3 * sizeof *c);
    if (p[2] == 0.0) {
        c[0] = 1.0;
        c[1] = p[1] == 0.0 ? 0.0 : -exp(-p[0] / p[1] * turn);
        return;
    }
    const double half = -0.5 * p[1] / p[2], inner = half * half - p[0] / p[2];
    const double complex root = csqrt(inner);
    const double complex first = cexp((half + root) * turn), second = cexp((half - root) * turn);
    c[0] = 1.0;
    c[1] = -creal(first + second);
    c[2] = creal(first * second);
}

/** Magnitude at f0 / 10, of which a half has to keep that of the analogue one. */
static double level_in_p(const double p[3])
{
    return hypot(p[0] - 0.01 * p[2], 0.1 * p[1]);
}

static double level_in_z(const double c[3], double turn)
{
    const double complex z = cexp(-0.1 * turn * I);
    return cabs(c[0] + (c[1] + c[2] * z) * z);
}

static TareSecondOrder matched(const TareSecondOrder* x, double turn)
{
    double b[3], a[3];
    move_roots(b, x->n, turn);
    move_roots(a, x->d, turn);
    const double gain =
        level_in_p(x->n) / level_in_z(b, turn) / (level_in_p(x->d) / level_in_z(a, turn));
    for (int i = 0; i < 3; ++i)
        b[i] *= gain;
    return tare_second_order_of_coefficients(b, a);
}

unsigned tare_lsp_filter(TareSecondOrder sections[TARE_LSP_MAX_SECTIONS],
                         const TareLspFilter* filter, double rate_hz)
{
    static void (*const modes[])(Chain * chain, TareLspType type) = {
        [TARE_LSP_RLC] = add_rlc, [TARE_LSP_BWC] = add_bwc, [TARE_LSP_LRX] = add_lrx};
    const bool is_pass = filter->type == TARE_LSP_HIGH_PASS || filter->type == TARE_LSP_LOW_PASS;
    const bool is_all_pass = filter->type == TARE_LSP_ALL_PASS;
    const bool is_twice = is_pass && filter->mode != TARE_LSP_LRX;
    Chain chain = {sections, 0, filter->slope * (is_twice ? 2 : 1),
                   is_pass || is_all_pass || filter->type == TARE_LSP_NOTCH
                       ? 1.0
                       : pow(10.0, filter->gain_db / 20.0),
                   filter->q};
    const double freq_hz = fmin(filter->freq_hz, 0.49 * rate_hz);
    modes[filter->mode](&chain, filter->type);
    for (unsigned i = 0; i < chain.n; ++i)
        sections[i] = filter->is_matched && !is_all_pass
                          ? matched(&sections[i], 2.0 * M_PI * freq_hz / rate_hz)
                          : bilinear(&sections[i], tan(M_PI * freq_hz / rate_hz));
    return chain.n;
}
