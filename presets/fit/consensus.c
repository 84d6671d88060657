#include "fit/consensus.h"

#include "base/exact.h"
#include "curves/curve.h"

#include <math.h>

enum { BANDS_PER_OCTAVE = 3, POINTS_PER_BAND = 16 };

#define FIRST_HZ 20.0
#define LEVEL_FROM_HZ 300.0
#define LEVEL_TO_HZ 3000.0

/* Below and above these a third person, held against two others, is within 1.5 dB of their mean in
   92 %, and more than 2 dB off one of them in 91 % of the bands, over the headphones that
   tests/bench/bench_consensus.c does not keep apart. */
#define AGREED_DB 0.7
#define DIFFERING_DB 2.5

/* So near to each other, two persons say the same. */
#define SAME_DB 1.5

/** What two persons usually differ by, median over those pairs of the catalogue, from 20 Hz on.
   Where it is large, two who come out alike do so by chance. */
static const double usual_db[2][TARE_CONSENSUS_BANDS] = {
    {2.23, 2.22, 1.96, 1.71, 1.54, 1.18, 1.08, 1.15, 1.21, 0.87, 0.95, 0.78, 0.62, 0.71, 0.61,
     0.53, 0.45, 0.41, 0.50, 0.66, 0.81, 0.96, 1.24, 1.81, 1.63, 1.89, 2.35, 1.97, 2.48, 2.76},
    {1.38, 1.18, 0.96, 0.79, 0.62, 0.50, 0.39, 0.40, 0.45, 0.44, 0.43, 0.43, 0.41, 0.43, 0.22,
     0.33, 0.34, 0.20, 0.19, 0.32, 0.53, 0.67, 0.72, 0.78, 0.98, 1.74, 1.45, 1.77, 2.43, 2.40}};

double tare_consensus_usual_db(bool is_inside_ear, unsigned band)
{
    return usual_db[is_inside_ear][band];
}

/** The frequency so many octaves above the first band. */
static double freq_at(double octaves)
{
    return FIRST_HZ * tare_exact_exp(octaves * TARE_EXACT_LN2);
}

/** Mean level over a third of an octave. */
static double band_db(const TareCurve* response, unsigned band)
{
    double sum = 0.0;
    for (int i = 0; i < POINTS_PER_BAND; ++i) {
        const double within = (i + 0.5) / POINTS_PER_BAND - 0.5;
        sum += tare_curve_level_db(response, freq_at((band + within) / BANDS_PER_OCTAVE));
    }
    return sum / POINTS_PER_BAND;
}

static double level_db(const TareCurve* response)
{
    double sum = 0.0;
    unsigned n = 0;
    for (unsigned i = 0; i < TARE_CONSENSUS_BANDS; ++i) {
        const double freq_hz = freq_at((double)i / BANDS_PER_OCTAVE);
        if (freq_hz < LEVEL_FROM_HZ || freq_hz > LEVEL_TO_HZ)
            continue;
        sum += band_db(response, i);
        ++n;
    }
    return sum / n;
}

/** The larger of two spreads in each band: of a pair, and what there is. */
static void widen(TareConsensus* consensus, const TareCurve* a, const TareCurve* b)
{
    const double level = level_db(a) - level_db(b);
    for (unsigned i = 0; i < TARE_CONSENSUS_BANDS; ++i) {
        const double spread_db = fabs(band_db(a, i) - band_db(b, i) - level);
        consensus->bands[i].spread_db = fmax(consensus->bands[i].spread_db, spread_db);
    }
}

/** RMS of the spread in a band and its neighbours. */
static double around_db(const TareConsensus* consensus, unsigned band)
{
    const unsigned first = band > 0 ? band - 1 : 0;
    const unsigned last = band + 1 < TARE_CONSENSUS_BANDS ? band + 1 : band;
    double squares = 0.0;
    for (unsigned i = first; i <= last; ++i)
        squares += consensus->bands[i].spread_db * consensus->bands[i].spread_db;
    return sqrt(squares / (last - first + 1));
}

static TareConsensusCall call_of(const TareConsensus* consensus, unsigned band, double usual)
{
    const double around = around_db(consensus, band);
    if (consensus->bands[band].spread_db >= DIFFERING_DB)
        return TARE_CONSENSUS_DIFFERING;
    return around * around + usual * usual <= AGREED_DB * AGREED_DB ? TARE_CONSENSUS_AGREED
                                                                    : TARE_CONSENSUS_OPEN;
}

void tare_consensus_find(TareConsensus* consensus, const TareCurve* responses, size_t n,
                         bool is_inside_ear)
{
    *consensus = (TareConsensus){0};
    for (size_t i = 0; i < n; ++i)
        for (size_t k = 0; k < i; ++k)
            widen(consensus, &responses[i], &responses[k]);
    for (unsigned i = 0; i < TARE_CONSENSUS_BANDS; ++i) {
        consensus->bands[i].freq_hz = freq_at((double)i / BANDS_PER_OCTAVE);
        consensus->bands[i].call = call_of(consensus, i, tare_consensus_usual_db(is_inside_ear, i));
    }
}

bool tare_consensus_trust(TareCurve* trust, const TareConsensus* consensus)
{
    *trust = (TareCurve){0};
    for (unsigned i = 0; i < TARE_CONSENSUS_BANDS; ++i) {
        const double above = (consensus->bands[i].spread_db - SAME_DB) / (DIFFERING_DB - SAME_DB);
        const double share = 1.0 - fmin(fmax(above, 0.0), 1.0);
        if (!tare_curve_append(trust, consensus->bands[i].freq_hz, share)) {
            tare_curve_clear(trust);
            return false;
        }
    }
    return true;
}

const char* tare_consensus_call_name(TareConsensusCall call)
{
    static const char* const names[] = {"agreed", "open", "differing"};
    return call <= TARE_CONSENSUS_DIFFERING ? names[call] : NULL;
}
