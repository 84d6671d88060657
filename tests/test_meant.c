/* Which model a query means. */

#include "corrections/catalogue.h"
#include "corrections/entry.h"
#include "fakes/failing_malloc.h"
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
    CHECK(tare_meant_one(models, aliases, query) ==
          (meant.meaning == TARE_MEANT_ONE ? meant.entry : NULL));
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
    check_one("hd 650 sennheiser", TARE_MEANT_ONE, "sennheiser-hd-650/a");
    check_one("CCA CRA+", TARE_MEANT_ONE, "cca-cra+/x");
    check_one("cca cra plus", TARE_MEANT_ONE, "cca-cra+/x");
    check_one("cca cra", TARE_MEANT_ONE, "cca-cra/x");
    check_one("moon drop aria ii", TARE_MEANT_ONE, "moondrop-aria-2/a");
    check_one("64 u12t", TARE_MEANT_ONE, "u12t/a");
    check_one("sony ex1000", TARE_MEANT_ONE, "ex1000/a");
}

static void test_words_that_say_nothing(void)
{
    check_one("HD 650 headphones", TARE_MEANT_ONE, "sennheiser-hd-650/a");
    check_one("wired Sennheiser HD 650, black", TARE_MEANT_ONE, "sennheiser-hd-650/a");
    check_one("Sennheiser Sennheiser HD 650", TARE_MEANT_ONE, "sennheiser-hd-650/a");
    check_one("Sennheiser Audio HD 650", TARE_MEANT_ONE, "sennheiser-hd-650/a");
    check_one("hd 650 with thick velour pads", TARE_MEANT_ONE, "sennheiser-hd-650/a");
    check_one("Acme Deluxe", TARE_MEANT_ONE, "deluxe/a");
}

/** At the end it says whose correction is wanted; one that there is not is not replaced. */
static void test_a_source(void)
{
    check_one("hd 650 rtings", TARE_MEANT_ONE, "sennheiser-hd-650/rtings");
    check_one("hd 650 harman", TARE_MEANT_ONE, "sennheiser-hd-650/a");
    CHECK(meaning_of("hd 650 crinacle").meaning == TARE_MEANT_NOTHING);
    CHECK(meaning_of("sennheiser-hd-650/unknown").meaning == TARE_MEANT_NOTHING);
    CHECK(meaning_of("sennheiser-hd-650/black").meaning == TARE_MEANT_NOTHING);
}

static void test_variants(void)
{
    check_one("tin t2", TARE_MEANT_ONE, "t2/a");
    check_one("tin t2 front vent mod", TARE_MEANT_ONE, "t2-vent/a");
    check_one("Acme Nozzles steel", TARE_MEANT_ONE, "nozzles-steel/a");
    CHECK(meaning_of("Acme Nozzles").meaning == TARE_MEANT_SEVERAL);
    CHECK(meaning_of("Acme Unit 2").meaning == TARE_MEANT_NOTHING);
    check_one("Acme Unit", TARE_MEANT_ONE, "unit/a");
}

static void test_one_with_slips(void)
{
    check_one("senheiser hd 650", TARE_MEANT_SIMILAR, "sennheiser-hd-650/a");
    check_one("acme delux headphones", TARE_MEANT_SIMILAR, "deluxe/a");
}

static void test_several_are_told(void)
{
    const TareMeant meant = meaning_of("zero");
    CHECK(meant.meaning == TARE_MEANT_SEVERAL && !meant.entry);
    CHECK(meant.n_matches == 2);
    for (size_t i = 0; i < meant.n_matches; ++i)
        CHECK_STR(meant.matches[i].model->corrections[0]->model, "Zero");
    CHECK(meaning_of("acme").meaning == TARE_MEANT_SEVERAL);
}

/** Letters before or behind a whole word are those of another product, whether a blank stands there
    or not; a letter that was typed twice is a slip. */
static void test_letters_at_the_ends_of_a_word_are_no_slip(void)
{
    static const char* const queries[] = {"acme orchestrax",     "acme orchestras",
                                          "acme korchestra",     "acme orchestraii",
                                          "acmeorchestraiv",     "acme crusher wirelessse",
                                          "acme crusher4kwired", "xyacme crusherwireless"};
    for (size_t i = 0; i < sizeof queries / sizeof *queries; ++i)
        CHECK(meaning_of(queries[i]).meaning == TARE_MEANT_NOTHING);
    check_one("acme orchestraa", TARE_MEANT_SIMILAR, "orchestra/a");
    check_one("acme oorchestra", TARE_MEANT_SIMILAR, "orchestra/a");
    check_one("acme orchxestra", TARE_MEANT_SIMILAR, "orchestra/a");
}

/** What is said to be inside the ear is no headphone with a headband, whatever an alias drops. */
static void test_nothing_outside_the_ear_is_inside(void)
{
    static const char* const queries[] = {"acme band 4 true wireless", "acme band 4 truly wireless",
                                          "acme band 4 tws",           "acme band 4 earbuds",
                                          "acme band 4 iem",           "acme surface earbuds 2",
                                          "acme true wireless band 4"};
    for (size_t i = 0; i < sizeof queries / sizeof *queries; ++i)
        CHECK(meaning_of(queries[i]).meaning == TARE_MEANT_NOTHING);
    check_one("acme band 4", TARE_MEANT_ONE, "band-4/a");
    check_one("acme band 4 wireless", TARE_MEANT_ONE, "band-4/a");
    check_one("acme surface headphones 2", TARE_MEANT_ONE, "surface/a");
    check_one("acme peapod earbuds", TARE_MEANT_ONE, "pea/a");
    check_one("acme peapod iem", TARE_MEANT_ONE, "pea/a");
}

/** A word or two of a long variant are those of another product. */
static void test_few_words_of_a_variant_are_not_enough(void)
{
    CHECK(meaning_of("acme xm4 light").meaning == TARE_MEANT_NOTHING);
    CHECK(meaning_of("acme xm4light").meaning == TARE_MEANT_NOTHING);
    check_one("acme xm4", TARE_MEANT_ONE, "xm4/a");
    check_one("acme xm4 sedna light", TARE_MEANT_ONE, "xm4-sedna/a");
    check_one("acme xm4 (azla sedna light short eartips)", TARE_MEANT_ONE, "xm4-sedna/a");
}

/** A whole code means its product without the maker, though its letters are in many names; a number
    or such a word alone does not. */
static void test_codes_without_the_maker(void)
{
    check_one("mdr-7506", TARE_MEANT_ONE, "7506/a");
    check_one("MDR 7506", TARE_MEANT_ONE, "7506/a");
    check_one("mdr v6", TARE_MEANT_ONE, "v6/a");
    check_one("se215", TARE_MEANT_ONE, "se215/a");
    static const char* const queries[] = {"7506",    "mdr",  "mdr-7505", "mdr 7506 pro",
                                          "se",      "215",  "se216",    "se 21",
                                          "pro 215", "pro2", "mdr v7",   "mdr215"};
    for (size_t i = 0; i < sizeof queries / sizeof *queries; ++i)
        CHECK(meaning_of(queries[i]).meaning == TARE_MEANT_NOTHING);
}

/** Every word that is not known to say nothing makes another product. */
static void test_nothing_but_what_is_near(void)
{
    static const char* const queries[] = {"sennheiser hd 560",
                                          "moondrop aria 3",
                                          "cca cra2",
                                          "cca cra pro",
                                          "hd 650 wireless",
                                          "hd 650 lite",
                                          "sennheiser hd 650 s",
                                          "moondrop aria red",
                                          "64 audio u12",
                                          "sony wf-ex1000",
                                          "acme hd 650",
                                          "moondrop ariaa",
                                          "beta pro",
                                          "acme nova",
                                          "acme zenit orchestra"};
    for (size_t i = 0; i < sizeof queries / sizeof *queries; ++i) {
        const TareMeant meant = meaning_of(queries[i]);
        CHECK(meant.meaning == TARE_MEANT_NOTHING && !meant.entry);
        CHECK(meant.n_matches > 0);
    }
    CHECK(meaning_of("qqqqqqqq").n_matches == 0);
    CHECK(meaning_of("").meaning == TARE_MEANT_NOTHING);
    CHECK(meaning_of("pro").meaning == TARE_MEANT_NOTHING);
}

/** A word that is another product's is no slip. */
static void test_a_slip_that_makes_a_known_word_is_none(void)
{
    CHECK(meaning_of("acme orchestre").meaning == TARE_MEANT_NOTHING);
    check_one("acme orchestar", TARE_MEANT_SIMILAR, "orchestra/a");
}

static void test_failed_allocations(void)
{
    for (unsigned n = 1;; ++n) {
        TareMeant meant;
        failing_malloc_start(n);
        const bool is_whole = tare_meant(&meant, models, aliases, "senni hd 650");
        const unsigned n_asked = failing_malloc_stop();
        CHECK(is_whole == (n_asked < n));
        CHECK(is_whole ? strcmp(meant.entry->model, "HD 650") == 0 : meant.entry == NULL);
        if (n_asked < n)
            break;
    }
    for (unsigned n = 1;; ++n) {
        failing_malloc_start(n);
        const TareEntry* const one = tare_meant_one(models, aliases, "senni hd 650");
        const unsigned n_asked = failing_malloc_stop();
        CHECK(one == NULL || strcmp(one->model, "HD 650") == 0);
        if (n_asked < n)
            break;
    }
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
    static const char rule[] = "same Senni = Sennheiser\nmeans Band 4 Wireless = Band 4\n"
                               "drop True Wireless\ndrop Truly Wireless\n";
    CHECK(tare_aliases_add_text(aliases, "a", rule, sizeof rule - 1, NULL) == TARE_OK);
    add("sennheiser-hd-650/a", "Sennheiser", "HD 650\ntarget Harman Target");
    add("sennheiser-hd-650/harman-10-band", "Sennheiser", "HD 650");
    add("sennheiser-hd-600/a", "Sennheiser", "HD 600");
    add("moondrop-aria/a", "Moondrop", "Aria");
    add("moondrop-aria-2/a", "Moondrop", "Aria 2");
    add("cca-cra/x", "CCA", "CRA");
    add("cca-cra+/x", "CCA", "CRA+");
    add("sennheiser-hd-650/rtings", "Sennheiser", "HD 650");
    add("u12t/a", "64 Audio", "U12t");
    add("ex1000/a", "Sony", "MDR-EX1000");
    add("t2/a", "Tin HiFi", "T2");
    add("t2-vent/a", "Tin HiFi", "T2\nvariant front vent mod");
    add("deluxe/a", "Acme", "Deluxe Headphones");
    add("nozzles-steel/a", "Acme", "Nozzles\nvariant steel nozzle");
    add("nozzles-brass/a", "Acme", "Nozzles\nvariant brass nozzle");
    add("unit/a", "Acme", "Unit\nvariant sample 2");
    add("pro/a", "Beats", "Pro");
    add("nova/a", "Acme", "Nova Elite");
    add("orchestra/a", "Acme", "Orchestra");
    add("crusher/a", "Acme", "Crusher Wireless");
    add("band-4/a", "Acme", "Band 4 Wireless\nform over-ear");
    add("surface/a", "Acme", "Surface Headphones 2\nform on-ear");
    add("pea/a", "Acme", "Peapod\nform in-ear");
    add("xm4/a", "Acme", "XM4");
    add("xm4-sedna/a", "Acme", "XM4\nvariant AZLA Sedna Light Short eartips");
    add("7506/a", "Sony", "MDR-7506");
    add("v6/a", "Sony", "MDR-V6");
    add("se215/a", "Shure", "SE215");
    add("pro2/a", "Acme", "Pro 2");
    add("orchestre/a", "Beta", "Orchestre");
    add("truthear-zero/a", "TRUTHEAR", "Zero");
    add("7hz-zero/a", "7Hz", "Zero");
    models = tare_models_new(catalogue);
    RUN(test_one_by_a_name_that_it_has);
    RUN(test_words_that_say_nothing);
    RUN(test_a_source);
    RUN(test_variants);
    RUN(test_one_with_slips);
    RUN(test_several_are_told);
    RUN(test_letters_at_the_ends_of_a_word_are_no_slip);
    RUN(test_codes_without_the_maker);
    RUN(test_nothing_outside_the_ear_is_inside);
    RUN(test_few_words_of_a_variant_are_not_enough);
    RUN(test_nothing_but_what_is_near);
    RUN(test_a_slip_that_makes_a_known_word_is_none);
    RUN(test_failed_allocations);
    RUN(test_without_models);
    tare_models_free(models);
    tare_aliases_free(aliases);
    tare_catalogue_free(catalogue);
    return check_done();
}
