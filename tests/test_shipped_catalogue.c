/* The data that comes with the program: readable, complete, safe, and with its licences. */

#include "base/file.h"
#include "corrections/aim.h"
#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "corrections/safe_preamp.h"
#include "fit/stored_fit.h"
#include "helpers/check.h"
#include "search/models.h"

#include <dirent.h>
#include <stdlib.h>

static char folder[1000];
static TareCatalogue* catalogue;

static void print_report(void* data, const TareReport* report)
{
    ++*(unsigned*)data;
    fprintf(stderr, "%s:%u:%u: %s\n", report->file, report->line, report->column, report->message);
}

static const TareCorrection* correction_at(size_t i)
{
    return tare_catalogue_correction(catalogue, tare_catalogue_get(catalogue, i), NULL);
}

static void test_every_line_can_be_used(void)
{
    unsigned n_reports = 0;
    const TareReporter reporter = {print_report, &n_reports};
    CHECK(tare_catalogue_add_folder(catalogue, folder, TARE_READ_ALL, &reporter) == TARE_OK);
    CHECK(n_reports == 0);
    CHECK(tare_catalogue_n_corrections(catalogue) > 0);
}

static void test_the_seed_is_there(void)
{
    const TareEntry* entry = tare_catalogue_find_id(catalogue, "sony-mdr-ex1000/audioreview");
    REQUIRE(entry != NULL);
    const TareCorrection* c = tare_catalogue_correction(catalogue, entry, NULL);
    REQUIRE(c != NULL);
    CHECK_STR(c->entry.brand, "Sony");
    CHECK_STR(c->entry.model, "MDR-EX1000");
    REQUIRE(c->set.n_bands == 1);
    const TareBand* band = &c->set.bands[0];
    CHECK(band->type == TARE_BAND_PEAK && band->freq_hz == 5500 && band->gain_db == -6 &&
          band->q == 8 && band->channel == TARE_CHANNEL_BOTH);
    CHECK(c->set.preamp_db == 0 && c->set.reference_rate_hz == 0);
    REQUIRE(c->n_evidence >= 1);
    CHECK_STR(c->evidence[0].file, "sony/sony-mdr-ex1000.md");
    CHECK(strstr(c->evidence[0].text, "-6dB") != NULL);
}

/** Whether it says what to do, or what the headphone does. */
static bool says_something(const TareCorrection* c)
{
    return c->set.n_bands > 0 || (c->n_evidence > 0 && c->evidence[0].curve);
}

static void test_all_say_whose_they_are(void)
{
    for (size_t i = 0; i < tare_catalogue_n_corrections(catalogue); ++i) {
        const TareCorrection* c = correction_at(i);
        if (!c->entry.author || !c->entry.licence || !c->entry.source || !says_something(c) ||
            (c->entry.kind == TARE_KIND_REVIEW && !c->n_evidence))
            CHECK_STR(c->entry.id, "a correction with author, licence, source, bands, evidence");
    }
}

static void test_no_preamp_lets_a_correction_clip(void)
{
    for (size_t i = 0; i < tare_catalogue_n_corrections(catalogue); ++i) {
        const TareCorrection* c = correction_at(i);
        TareBandSet safe = c->set;
        CHECK(tare_safe_preamp_set(&safe));
        if (c->set.preamp_db > safe.preamp_db)
            CHECK_STR(c->entry.id, "a correction with a lower preamp");
    }
}

/** Of each fiftieth that is not stored with bands. */
static void test_fits_to_stored_curves_are_whole_and_do_not_clip(void)
{
    unsigned n_curves = 0, n_fits = 0;
    tare_catalogue_set_fit(catalogue, tare_stored_fit);
    for (size_t i = 0; i < tare_catalogue_n_corrections(catalogue); ++i) {
        const TareEntry* const entry = tare_catalogue_get(catalogue, i);
        if (tare_catalogue_stated(catalogue, entry, NULL)->set.n_bands > 0 || n_curves++ % 50 > 0)
            continue;
        const TareCorrection* const c = correction_at(i);
        TareBandSet safe = c->set;
        CHECK(c->set.n_bands >= 5 && tare_safe_preamp_set(&safe));
        CHECK(c->set.preamp_db <= safe.preamp_db && c->evidence[0].note);
        ++n_fits;
    }
    CHECK(n_fits > 20);
}

static void check_licence_beside(const char* name)
{
    char path[2000];
    char* text = NULL;
    size_t length = 0;
    snprintf(path, sizeof path, "%s/%.*s.LICENSE", folder, (int)(strlen(name) - 5), name);
    CHECK(tare_file_read(path, 1 << 20, &text, &length, NULL) == TARE_OK);
    CHECK(text && strstr(text, name) && strstr(text, "https://") && strstr(text, "Copyright"));
    free(text);
}

static void test_each_file_has_its_licence_beside_it(void)
{
    DIR* entries = opendir(folder);
    REQUIRE(entries != NULL);
    for (const struct dirent* entry; (entry = readdir(entries));) {
        const size_t length = strlen(entry->d_name);
        if (length > 5 && !strcmp(entry->d_name + length - 5, ".tare"))
            check_licence_beside(entry->d_name);
    }
    closedir(entries);
}

static bool is_measured(const TareEntry* entry)
{
    return entry->kind != TARE_KIND_REVIEW && entry->kind != TARE_KIND_USER;
}

static bool is_for_another_form(const TareEntry* entry)
{
    return tare_aim_contradicts(entry->aim, entry->form);
}

/** Neither words nor a target for another form where there is something better. */
static void check_default(const TareModel* model)
{
    const TareEntry* const first = model->corrections[0];
    for (size_t i = 1; i < model->n_corrections; ++i) {
        const TareEntry* const other = model->corrections[i];
        if (is_measured(other) && !is_measured(first))
            CHECK_STR(first->id, "a measured one by default");
        if (is_for_another_form(first) && is_measured(other) && !is_for_another_form(other))
            CHECK_STR(first->id, "one for this form by default");
    }
}

static void test_defaults_are_measured_and_for_the_form(void)
{
    size_t n_other_forms = 0;
    TareModels* const models = tare_models_new(catalogue);
    REQUIRE(models);
    for (size_t i = 0; i < tare_models_n(models); ++i)
        check_default(tare_models_get(models, i));
    for (size_t i = 0; i < tare_catalogue_n_corrections(catalogue); ++i)
        n_other_forms += is_for_another_form(tare_catalogue_get(catalogue, i));
    CHECK(n_other_forms > 0); /* else nothing was seen */
    tare_models_free(models);
}

int main(void)
{
    const char* source = getenv("TARE_SOURCE_DIR");
    snprintf(folder, sizeof folder, "%s/presets/catalogue", source ? source : ".");
    catalogue = tare_catalogue_new();
    if (!catalogue)
        return 1;
    RUN(test_every_line_can_be_used);
    RUN(test_the_seed_is_there);
    RUN(test_all_say_whose_they_are);
    RUN(test_no_preamp_lets_a_correction_clip);
    RUN(test_fits_to_stored_curves_are_whole_and_do_not_clip);
    RUN(test_each_file_has_its_licence_beside_it);
    RUN(test_defaults_are_measured_and_for_the_form);
    tare_catalogue_free(catalogue);
    return check_done();
}
