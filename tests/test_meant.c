/* Which model a query means. */

#include "corrections/catalogue.h"
#include "corrections/entry.h"
#include "helpers/check.h"
#include "names/aliases.h"
#include "search/meant.h"
#include "search/models.h"

static TareCatalogue* catalogue;
static TareModels* models;
static TareAliases* aliases;

static void add(const char* id, const char* brand, const char* model)
{
    char text[500];
    const int n =
        snprintf(text, sizeof text, "kind preset\nid %s\nbrand %s\nmodel %s\n", id, brand, model);
    CHECK(tare_catalogue_add_text(catalogue, "t", text, (size_t)n, NULL) == TARE_OK);
}

static TareMeant meaning_of(const char* query)
{
    TareMeant meant;
    tare_meant(&meant, models, aliases, query);
    return meant;
}

static void check_one(const char* query, TareMeantKind meaning, const char* id)
{
    const TareMeant meant = meaning_of(query);
    CHECK(meant.meaning == meaning);
    CHECK_STR(meant.entry ? meant.entry->id : NULL, id);
    CHECK(meant.n_matches == 1);
}

static void test_one_by_a_name_that_it_has(void)
{
    check_one("Sennheiser HD 650", TARE_MEANT_ONE, "sennheiser-hd-650/a");
    check_one("hd650", TARE_MEANT_ONE, "sennheiser-hd-650/a");
    check_one("senni hd 650", TARE_MEANT_ONE, "sennheiser-hd-650/a");
    check_one("CCA CRA+", TARE_MEANT_ONE, "cca-cra+/x");
}

static void test_one_with_slips(void)
{
    check_one("senheiser hd 650", TARE_MEANT_SIMILAR, "sennheiser-hd-650/a");
    check_one("moondrop ariaa", TARE_MEANT_SIMILAR, "moondrop-aria/a");
}

static void test_several_are_told(void)
{
    const TareMeant meant = meaning_of("zero");
    CHECK(meant.meaning == TARE_MEANT_SEVERAL && !meant.entry);
    CHECK(meant.n_matches == 2);
    for (size_t i = 0; i < meant.n_matches; ++i)
        CHECK_STR(meant.matches[i].model->corrections[0]->model, "Zero");
}

/** A slip in a number or a plus makes another product. */
static void test_nothing_but_what_is_near(void)
{
    static const char* const queries[] = {"sennheiser hd 560", "moondrop aria 3", "cca cra2"};
    for (size_t i = 0; i < sizeof queries / sizeof *queries; ++i) {
        const TareMeant meant = meaning_of(queries[i]);
        CHECK(meant.meaning == TARE_MEANT_NOTHING && !meant.entry);
        CHECK(meant.n_matches > 0);
    }
    CHECK(meaning_of("qqqqqqqq").n_matches == 0);
    CHECK(meaning_of("").meaning == TARE_MEANT_NOTHING);
}

static void test_without_models(void)
{
    TareCatalogue* const none = tare_catalogue_new();
    TareModels* const no_models = tare_models_new(none);
    TareMeant meant;
    tare_meant(&meant, no_models, NULL, "hd 650");
    CHECK(meant.meaning == TARE_MEANT_NOTHING && meant.n_matches == 0);
    tare_models_free(no_models);
    tare_catalogue_free(none);
}

int main(void)
{
    catalogue = tare_catalogue_new();
    aliases = tare_aliases_new();
    static const char rule[] = "same Senni = Sennheiser\n";
    CHECK(tare_aliases_add_text(aliases, "a", rule, sizeof rule - 1, NULL) == TARE_OK);
    add("sennheiser-hd-650/a", "Sennheiser", "HD 650");
    add("sennheiser-hd-600/a", "Sennheiser", "HD 600");
    add("moondrop-aria/a", "Moondrop", "Aria");
    add("moondrop-aria-2/a", "Moondrop", "Aria 2");
    add("cca-cra/x", "CCA", "CRA");
    add("cca-cra+/x", "CCA", "CRA+");
    add("truthear-zero/a", "TRUTHEAR", "Zero");
    add("7hz-zero/a", "7Hz", "Zero");
    models = tare_models_new(catalogue);
    RUN(test_one_by_a_name_that_it_has);
    RUN(test_one_with_slips);
    RUN(test_several_are_told);
    RUN(test_nothing_but_what_is_near);
    RUN(test_without_models);
    tare_models_free(models);
    tare_aliases_free(aliases);
    tare_catalogue_free(catalogue);
    return check_done();
}
