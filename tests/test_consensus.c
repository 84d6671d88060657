#include "curves/curve.h"
#include "fakes/failing_malloc.h"
#include "fit/consensus.h"
#include "helpers/check.h"

/** Flat but for a step at 1500 Hz, at a level. */
static TareCurve step_of(double level_db, double step_db)
{
    TareCurve curve = {0};
    CHECK(tare_curve_append(&curve, 20, level_db) && tare_curve_append(&curve, 5000, level_db) &&
          tare_curve_append(&curve, 5001, level_db + step_db) &&
          tare_curve_append(&curve, 20000, level_db + step_db));
    return curve;
}

static TareConsensus consensus_of(double level_db, double step_db, bool is_inside_ear)
{
    TareCurve curves[] = {step_of(0, 0), step_of(level_db, step_db), step_of(0, 0)};
    TareConsensus consensus;
    tare_consensus_find(&consensus, curves, 3, is_inside_ear);
    for (size_t i = 0; i < 3; ++i)
        tare_curve_clear(&curves[i]);
    return consensus;
}

static TareConsensusCall call_at(const TareConsensus* consensus, double freq_hz)
{
    unsigned i = 0;
    while (consensus->bands[i].freq_hz < freq_hz * 0.9)
        ++i;
    return consensus->bands[i].call;
}

static void test_a_level_is_no_difference(void)
{
    const TareConsensus consensus = consensus_of(7, 0, true);
    for (int i = 0; i < TARE_CONSENSUS_BANDS; ++i)
        CHECK_NEAR(consensus.bands[i].spread_db, 0, 1e-9);
    CHECK_NEAR(consensus.bands[0].freq_hz, 20, 1e-9);
    CHECK_NEAR(consensus.bands[29].freq_hz, 16255, 1);
}

static void test_who_agrees_where_few_do_is_not_believed(void)
{
    const TareConsensus inside = consensus_of(0, 0, true), over = consensus_of(0, 0, false);
    CHECK(call_at(&inside, 1000) == TARE_CONSENSUS_AGREED);
    CHECK(call_at(&inside, 16000) == TARE_CONSENSUS_OPEN);
    CHECK(call_at(&inside, 100) == TARE_CONSENSUS_AGREED);
    CHECK(call_at(&over, 100) == TARE_CONSENSUS_OPEN);
}

static void test_differences_are_called_so(void)
{
    const TareConsensus consensus = consensus_of(-3, 4, true);
    CHECK(call_at(&consensus, 1000) == TARE_CONSENSUS_AGREED);
    CHECK(call_at(&consensus, 10000) == TARE_CONSENSUS_DIFFERING);
    const TareConsensus less = consensus_of(0, 2, true);
    CHECK(call_at(&less, 10000) == TARE_CONSENSUS_OPEN);
    CHECK_STR(tare_consensus_call_name(call_at(&consensus, 10000)), "differing");
}

static void test_what_differs_is_not_trusted(void)
{
    TareConsensus consensus = {0};
    TareCurve trust;
    const double spreads_db[] = {0, 1.5, 2, 2.5, 9};
    const double shares[] = {1, 1, 0.5, 0, 0};
    for (int i = 0; i < TARE_CONSENSUS_BANDS; ++i)
        consensus.bands[i] = (TareConsensusBand){20.0 * (i + 1), spreads_db[i % 5], 0};
    REQUIRE(tare_consensus_trust(&trust, &consensus));
    for (int i = 0; i < TARE_CONSENSUS_BANDS; ++i)
        CHECK_NEAR(tare_curve_level_db(&trust, 20.0 * (i + 1)), shares[i % 5], 1e-9);
    tare_curve_clear(&trust);
    for (unsigned n = 1;; ++n) {
        failing_malloc_start(n);
        const bool is_good = tare_consensus_trust(&trust, &consensus);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(is_good == (n_asked < n) && is_good == (trust.n > 0));
        tare_curve_clear(&trust);
        if (n_asked < n)
            break;
    }
}

int main(void)
{
    RUN(test_what_differs_is_not_trusted);
    RUN(test_a_level_is_no_difference);
    RUN(test_who_agrees_where_few_do_is_not_believed);
    RUN(test_differences_are_called_so);
    return check_done();
}
