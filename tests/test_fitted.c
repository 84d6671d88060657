/* What is told of a fit. */

#include "corrections/aim.h"
#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "fakes/failing_malloc.h"
#include "fit/fitted.h"
#include "helpers/check.h"
#include "tare/version.h"

static void check_described(const TareFitted* fitted, const char* wanted_note)
{
    TareCorrection c = {.set = {.n_bands = 7, .reference_rate_hz = 48000}};
    REQUIRE(tare_fitted_describe(&c, fitted));
    CHECK_STR(c.entry.id, "acme-one-2/tare");
    CHECK_STR(c.entry.brand, "Acme");
    CHECK_STR(c.entry.model, "One 2");
    CHECK_STR(c.entry.author, "Tare");
    CHECK_STR(c.entry.rig, fitted->rig);
    CHECK_STR(c.entry.target, fitted->target);
    REQUIRE(c.n_evidence == 1);
    CHECK_STR(c.evidence[0].file, "f.csv");
    CHECK_STR(c.evidence[0].note, wanted_note);
    tare_correction_clear(&c);
}

/** What was asked for is known as a fact, too; another headphone is no target, whatever its name.
 */
static void test_the_target_of_a_fit_is_known(void)
{
    static const struct {
        const char* target;
        bool is_like;
        const char* aim;
    } rows[] = {{"harman-over-ear-2018", false, "harman-over-ear-2018"},
                {"flat", false, "flat"},
                {"flat", true, NULL},
                {"my curve.csv", false, NULL},
                {NULL, false, NULL}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; ++i) {
        const TareFitted fitted = {.file = "f.csv",
                                   .name = "Acme One",
                                   .target = rows[i].target,
                                   .is_like = rows[i].is_like};
        TareCorrection c = {.set = {.n_bands = 1}};
        CHECK(tare_fitted_describe(&c, &fitted));
        CHECK_STR(c.entry.aim ? c.entry.aim->name : NULL, rows[i].aim);
        tare_correction_clear(&c);
    }
}

static void test_what_is_told_of_a_fit(void)
{
    TareFitted fitted = {.file = "f.csv",
                         .name = "Acme One 2",
                         .rig = "GRAS",
                         .target = "Harman",
                         .max_boost_db = 6.5};
    check_described(&fitted,
                    "target Harman; at most +6.5 dB; 7 filters at 48000 Hz; tare " TARE_VERSION);
    fitted.is_like = true;
    check_described(
        &fitted,
        "to sound like Harman; at most +6.5 dB; 7 filters at 48000 Hz; tare " TARE_VERSION);
    fitted.target = fitted.rig = NULL;
    check_described(&fitted, "an equaliser's curve; 7 filters at 48000 Hz; tare " TARE_VERSION);
    for (unsigned n = 1;; ++n) {
        TareCorrection c = {.set = {.n_bands = 7}};
        failing_malloc_start(n);
        const bool is_good = tare_fitted_describe(&c, &fitted);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(is_good == (n_asked < n));
        tare_correction_clear(&c);
        if (n_asked < n)
            break;
    }
}

int main(void)
{
    RUN(test_the_target_of_a_fit_is_known);
    RUN(test_what_is_told_of_a_fit);
    return check_done();
}
