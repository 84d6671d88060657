#include "match_start.h"

#include "meaning.h"
#include "tare/band_traits.h"

#include <math.h>

/* Poles and zeros beyond this would come back from the other side of Nyquist. */
static const double max_natural_of_rate = 0.47;

static TareMatchPair natural_pair(const TareMeaning* m, const double c[3])
{
    const double position = sqrt(m->position2 * c[2] / c[0]);
    const double q = sqrt(c[0] * c[2]) / c[1];
    if (!(m->rate_hz > 0.0))
        return (TareMatchPair){position, q};
    const double w = atan(position);
    return (TareMatchPair){m->rate_hz / M_PI * w, q * tare_shape_squeeze(w)};
}

static double place_freq(TareMatchPair pair, double sample_rate_hz)
{
    return M_PI * fmin(pair.freq_hz, max_natural_of_rate * sample_rate_hz) / sample_rate_hz;
}

static void place_pair(TareMatchPair pair, double sample_rate_hz, double c[3])
{
    const double w = place_freq(pair, sample_rate_hz);
    const double t = tan(w);
    c[0] = t * t;
    c[1] = t * tare_shape_squeeze(w) / pair.q;
    c[2] = 1.0;
}

static double level_at_nyquist(const TareMeaning* m, double sample_rate_hz)
{
    const double freq_hz = tare_meaning_defined_freq_hz(m->rate_hz, 0.5 * sample_rate_hz);
    return sqrt(tare_meaning_whole_power(m, tare_meaning_position2(m->rate_hz, freq_hz)));
}

/** The prototype of a low pass or band pass falls for ever; that of a digital one falls to the end
    of its own rate. */
static void end_fall(const TareMeaning* m, double sample_rate_hz, TareShape* shape)
{
    const double end_of_rate = 0.5 * m->rate_hz / sample_rate_hz;
    if (m->type == TARE_BAND_LOW_PASS && end_of_rate > 0.0 && end_of_rate < 0.4) {
        const double end = tan(M_PI * end_of_rate);
        shape->n[2] = shape->n[0] / (end * end);
        return;
    }
    shape->n[2] = level_at_nyquist(m, sample_rate_hz) * shape->d[2];
    if (m->type == TARE_BAND_LOW_PASS)
        shape->n[1] = 2.0 * sqrt(shape->n[0] * shape->n[2]);
}

static void start_plain(const TareMeaning* m, double sample_rate_hz, TareMatchStart* start)
{
    const TarePrototype* p = &m->prototype;
    TareShape* shape = &start->shape;
    start->zeros = start->poles;
    place_pair(start->poles, sample_rate_hz, shape->d);
    shape->n[0] = p->b[2] / p->a[2] * shape->d[0];
    shape->n[1] = p->b[1] / p->a[1] * shape->d[1];
    shape->n[2] = p->b[0] / p->a[0] * shape->d[2];
    if (p->b[0] == 0.0 && p->b[1] + p->b[2] > 0.0)
        end_fall(m, sample_rate_hz, shape);
}

TareMatchStart tare_match_start(const TareMeaning* m, double sample_rate_hz)
{
    TareMatchStart start = {0};
    start.poles = natural_pair(m, m->prototype.a);
    if (!tare_band_type_has_gain(m->type)) {
        start_plain(m, sample_rate_hz, &start);
        return start;
    }
    TareShape* shape = &start.shape;
    start.zeros = natural_pair(m, m->prototype.b);
    place_pair(start.zeros, sample_rate_hz, shape->n);
    place_pair(start.poles, sample_rate_hz, shape->d);
    const double scale = m->prototype.b[2] / m->prototype.a[2] * shape->d[0] / shape->n[0];
    for (int i = 0; i < 3; ++i)
        shape->n[i] *= scale;
    return start;
}
