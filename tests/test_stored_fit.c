/* Corrections of which a file has the measured curve alone. */

#include "base/text.h"
#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "fakes/failing_malloc.h"
#include "fit/stored_fit.h"
#include "helpers/check.h"
#include "search/models.h"

#include <string.h>

static const char text[] =
    "kind measurement\nauthor Tare\nrate 48000\n\n"
    "id acme-one/tare\nbrand Acme\nmodel One\nform over-ear\naim harman-over-ear-2018\n"
    "evidence fr/one.csv\ncurve 60 192:-60 286:0\n\n"
    "id acme-two/tare\nbrand Acme\nmodel Two\npeak 1000 -3 1\n"
    "evidence fr/two.csv\ncurve 0 478:0\nnote by hand\n\n"
    "id acme-six/tare\nbrand Acme\nmodel Six\nform in-ear\nrig GRAS\n"
    "evidence fr/six.csv\ncurve 0 478:0\n";

static unsigned n_fits;

static bool count_fit(const TareCorrection* stated, TareBandSet* set, TareText* note)
{
    ++n_fits;
    return tare_stored_fit(stated, set, note);
}

static TareCatalogue* read_text(TareCatalogueFit* fit)
{
    TareCatalogue* const catalogue = tare_catalogue_new();
    if (catalogue &&
        tare_catalogue_add_text(catalogue, "a.tare", text, sizeof text - 1, NULL) == TARE_OK) {
        tare_catalogue_set_fit(catalogue, fit);
        n_fits = 0;
        return catalogue;
    }
    tare_catalogue_free(catalogue);
    return NULL;
}

static const TareCorrection* whole(TareCatalogue* catalogue, const char* id)
{
    return tare_catalogue_correction(catalogue, tare_catalogue_find_id(catalogue, id), NULL);
}

static void test_bands_are_made_once_and_when_asked_for(void)
{
    TareCatalogue* const catalogue = read_text(count_fit);
    REQUIRE(catalogue);
    TareModels* const models = tare_models_new(catalogue);
    CHECK(models && tare_models_n(models) == 3);
    const TareEntry* const entry = tare_catalogue_find_id(catalogue, "acme-one/tare");
    const TareCorrection* const stated = tare_catalogue_stated(catalogue, entry, NULL);
    REQUIRE(stated != NULL);
    CHECK(n_fits == 0 && stated->set.n_bands == 0 && stated->evidence[0].curve);
    const TareCorrection* const correction = whole(catalogue, "acme-one/tare");
    CHECK(n_fits == 1 && correction == stated && correction->set.n_bands > 3);
    CHECK(correction->set.preamp_db < 0 && correction->set.reference_rate_hz == 48000);
    CHECK(strstr(correction->evidence[0].note, "target harman-over-ear-2018; at most +6 dB"));
    CHECK(whole(catalogue, "acme-one/tare") == correction && n_fits == 1);
    tare_models_free(models);
    tare_catalogue_free(catalogue);
}

static void test_what_has_bands_keeps_them(void)
{
    TareCatalogue* const catalogue = read_text(count_fit);
    REQUIRE(catalogue);
    const TareCorrection* const correction = whole(catalogue, "acme-two/tare");
    CHECK(n_fits == 0 && correction && correction->set.n_bands == 1);
    tare_catalogue_free(catalogue);
}

static void test_without_a_target_form_and_rig_suggest_one(void)
{
    TareCatalogue* const catalogue = read_text(count_fit);
    REQUIRE(catalogue);
    const TareCorrection* const correction = whole(catalogue, "acme-six/tare");
    REQUIRE(correction != NULL);
    CHECK(n_fits == 1 && correction->n_evidence == 1);
    CHECK(strstr(correction->evidence[0].note, "target autoeq-in-ear;"));
    tare_catalogue_free(catalogue);
}

static void test_nobody_has_to_make_them(void)
{
    TareCatalogue* const catalogue = read_text(NULL);
    REQUIRE(catalogue);
    const TareCorrection* const correction = whole(catalogue, "acme-one/tare");
    CHECK(correction && correction->set.n_bands == 0);
    tare_catalogue_free(catalogue);
}

static void test_short_memory_leaves_no_half_made_one(void)
{
    for (unsigned n = 1;; ++n) {
        TareCatalogue* const catalogue = read_text(tare_stored_fit);
        REQUIRE(catalogue);
        failing_malloc_start(n);
        const TareCorrection* const correction = whole(catalogue, "acme-one/tare");
        const unsigned n_asked = failing_malloc_stop();
        CHECK((correction != NULL) == (n_asked < n));
        CHECK(whole(catalogue, "acme-one/tare")->set.n_bands > 3);
        tare_catalogue_free(catalogue);
        if (n_asked < n)
            break;
    }
}

int main(void)
{
    RUN(test_bands_are_made_once_and_when_asked_for);
    RUN(test_what_has_bands_keeps_them);
    RUN(test_without_a_target_form_and_rig_suggest_one);
    RUN(test_nobody_has_to_make_them);
    RUN(test_short_memory_leaves_no_half_made_one);
    return check_done();
}
