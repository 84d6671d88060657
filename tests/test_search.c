#include "corrections/catalogue.h"
#include "corrections/entry.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/some_catalogue.h"
#include "names/aliases.h"
#include "names/fold.h"
#include "search/models.h"
#include "search/query.h"
#include "search/search.h"

#include <stdint.h>
#include <stdlib.h>

static void add(TareCatalogue* catalogue, const char* id, const char* brand, const char* model,
                const char* more)
{
    char text[500];
    const int n = snprintf(text, sizeof text, "kind preset\nid %s\nbrand %s\nmodel %s\n%s", id,
                           brand, model, more);
    CHECK(tare_catalogue_add_text(catalogue, "t", text, (size_t)n, NULL) == TARE_OK);
}

static TareCatalogue* small_catalogue(void)
{
    TareCatalogue* c = tare_catalogue_new();
    add(c, "cca-cra/x", "CCA", "CRA", "");
    add(c, "cca-cra+/x", "CCA", "CRA+", "");
    add(c, "cca-cra-pro/x", "CCA", "CRA Pro", "");
    add(c, "sennheiser-hd-650/b", "Sennheiser", "HD 650", "kind review\n");
    add(c, "sennheiser-hd-650/c", "Sennheiser", "HD650", "kind measurement\n");
    add(c, "sennheiser-hd-650/d", "SENNHEISER", "HD-650", "");
    add(c, "sennheiser-hd-650/a", "Sennheiser", "HD 650", "");
    add(c, "sennheiser-hd-650-worn/a", "Sennheiser", "HD 650", "variant worn pads\n");
    add(c, "sennheiser-hd-600/a", "Sennheiser", "HD 600", "");
    add(c, "superlux-hd-660/a", "Superlux", "HD 660", "");
    add(c, "truthear-zero/a", "TRUTHEAR", "Zero", "");
    add(c, "7hz-zero/a", "7Hz", "Zero", "");
    add(c, "noname-cafe/a", "Noname", "Caf\xC3\xA9 \xC3\x98resund", "");
    add(c, "noname-jp/a", "\xE6\xB0\xB4\xE6\x9C\x88", "\xE3\x81\x8B\xE3\x81\xA8", "");
    return c;
}

static TareModels* models; ///< of the last search

/** One search in all models of a catalogue. */
static size_t search(const TareCatalogue* catalogue, const TareAliases* aliases, const char* query,
                     TareSearchMatch* matches, size_t max)
{
    tare_models_free(models);
    models = tare_models_new(catalogue);
    return models ? tare_search(models, aliases, query, matches, max) : TARE_SEARCH_FAILED;
}

static const char* id_of(const TareSearchMatch* match)
{
    return match->model ? match->model->corrections[0]->id : NULL;
}

/** Checks which model comes first and with what score; NULL when nothing may be found. */
static void check_first(const char* query, const char* wanted, double min, double max)
{
    TareCatalogue* catalogue = small_catalogue();
    TareSearchMatch matches[5] = {{0}};
    const size_t n = search(catalogue, NULL, query, matches, 5);
    char name[200] = "";
    if (n && matches[0].model)
        tare_entry_display_name(matches[0].model->corrections[0], name, sizeof name);
    CHECK_STR(name, wanted);
    CHECK(!n || (matches[0].score >= min && matches[0].score <= max));
    for (size_t i = 1; i < n; ++i)
        CHECK(matches[i].score <= matches[i - 1].score);
    tare_catalogue_free(catalogue);
}

static void test_exact_names_come_first(void)
{
    check_first("Sennheiser HD 600", "Sennheiser HD 600", TARE_SCORE_NAME, TARE_SCORE_NAME);
    check_first("sennheiserhd600", "Sennheiser HD 600", TARE_SCORE_NAME, TARE_SCORE_NAME);
    check_first("sennheiser-hd-600/a", "Sennheiser HD 600", TARE_SCORE_NAME, TARE_SCORE_NAME);
    check_first("600 hd sennheiser", "Sennheiser HD 600", TARE_SCORE_WORDS, TARE_SCORE_WORDS);
    check_first("hd600", "Sennheiser HD 600", TARE_SCORE_MODEL, TARE_SCORE_MODEL);
    check_first("600-HD", "Sennheiser HD 600", TARE_SCORE_MODEL_WORDS, TARE_SCORE_MODEL_WORDS);
    check_first("hd 650 worn pads", "Sennheiser HD 650 (worn pads)", TARE_SCORE_MODEL,
                TARE_SCORE_MODEL);
}

static void test_variants_stand_behind_the_bare_name(void)
{
    TareCatalogue* catalogue = small_catalogue();
    TareSearchMatch matches[3] = {{0}};
    REQUIRE(search(catalogue, NULL, "hd650", matches, 3) == 3);
    CHECK(matches[0].score == TARE_SCORE_MODEL && matches[1].score == TARE_SCORE_BARE);
    CHECK_STR(id_of(&matches[0]), "sennheiser-hd-650/a");
    CHECK_STR(id_of(&matches[1]), "sennheiser-hd-650-worn/a");
    REQUIRE(search(catalogue, NULL, "Sennheiser HD 650", matches, 2) == 2);
    CHECK(matches[0].score == TARE_SCORE_NAME && matches[1].score == TARE_SCORE_BARE);
    tare_catalogue_free(catalogue);
}

static void test_words_behind_a_whole_name_are_forgiven(void)
{
    check_first("Sennheiser HD 600 black, bought 2019", "Sennheiser HD 600", 0.6,
                TARE_SCORE_LIKE_MAX);
    check_first("CCA CRA Prototype", "CCA CRA", 0.6, TARE_SCORE_LIKE_MAX);
}

static void test_other_names_by_aliases(void)
{
    static const char rules[] = "same SRS = Sennheiser = Sennheiser Electronic\nsame 660 = Sixty\n"
                                "same CRA+ = CRA Plus\ndrop preliminary\n";
    TareAliases* aliases = tare_aliases_new();
    CHECK(tare_aliases_add_text(aliases, "t", rules, strlen(rules), NULL) == TARE_OK);
    TareCatalogue* catalogue = small_catalogue();
    static const struct {
        const char *query, *id;
        double score; ///< but for what an alias takes away
    } rows[] = {{"SRS HD 600", "sennheiser-hd-600/a", TARE_SCORE_NAME},
                {"600 hd sennheiser electronic", "sennheiser-hd-600/a", TARE_SCORE_WORDS},
                {"HD 600 (preliminary)", "sennheiser-hd-600/a", TARE_SCORE_MODEL},
                {"Superlux HD Sixty", "superlux-hd-660/a", TARE_SCORE_NAME},
                {"CRA plus", "cca-cra+/x", TARE_SCORE_MODEL},
                {"CRA", "cca-cra/x", TARE_SCORE_MODEL},
                {"Sennheiser HD 600", "sennheiser-hd-600/a", TARE_SCORE_NAME}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; ++i) {
        TareSearchMatch match = {0};
        REQUIRE(search(catalogue, aliases, rows[i].query, &match, 1) == 1);
        CHECK_STR(id_of(&match), rows[i].id);
        CHECK(match.score <= rows[i].score && match.score > rows[i].score - TARE_SCORE_ALIAS_LESS);
    }
    tare_catalogue_free(catalogue);
    tare_aliases_free(aliases);
}

static void test_the_earlier_reading_is_meant(void)
{
    static const char rules[] = "same One = Two = Three\n";
    TareAliases* aliases = tare_aliases_new();
    CHECK(tare_aliases_add_text(aliases, "t", rules, strlen(rules), NULL) == TARE_OK);
    TareCatalogue* catalogue = tare_catalogue_new();
    add(catalogue, "a", "Acme", "Three", "");
    add(catalogue, "b", "Acme", "Two", "");
    TareSearchMatch matches[2] = {{0}};
    REQUIRE(search(catalogue, aliases, "Acme One", matches, 2) == 2);
    CHECK_STR(id_of(&matches[0]), "b");
    CHECK(matches[0].score > matches[1].score);
    REQUIRE(search(catalogue, aliases, "Acme Two", matches, 2) == 2);
    CHECK_STR(id_of(&matches[0]), "b");
    tare_catalogue_free(catalogue);
    tare_aliases_free(aliases);
}

static void test_of_models_alike_the_one_with_more_corrections_is_first(void)
{
    TareCatalogue* catalogue = tare_catalogue_new();
    add(catalogue, "acme-aria/a", "Acme", "Aria", "");
    add(catalogue, "moondrop-aria/a", "Moondrop", "Aria", "");
    add(catalogue, "moondrop-aria/b", "Moondrop", "Aria", "");
    TareSearchMatch matches[2] = {{0}};
    REQUIRE(search(catalogue, NULL, "aria", matches, 2) == 2);
    CHECK_STR(id_of(&matches[0]), "moondrop-aria/a");
    CHECK_STR(id_of(&matches[1]), "acme-aria/a");
    CHECK(matches[0].score == matches[1].score);
    tare_catalogue_free(catalogue);
}

static void test_slips_are_forgiven(void)
{
    check_first("sennhesier hd 600", "Sennheiser HD 600", 0.7, TARE_SCORE_LIKE_MAX);
    check_first("senheiser hd 600", "Sennheiser HD 600", 0.7, TARE_SCORE_LIKE_MAX);
    check_first("turthear zero", "TRUTHEAR Zero", 0.7, TARE_SCORE_LIKE_MAX);
    check_first("superlux", "Superlux HD 660", 0.6, TARE_SCORE_LIKE_MAX);
}

static void test_plus_counts(void)
{
    check_first("cca cra", "CCA CRA", TARE_SCORE_NAME, TARE_SCORE_NAME);
    check_first("cca cra+", "CCA CRA+", TARE_SCORE_NAME, TARE_SCORE_NAME);
    check_first("CRA", "CCA CRA", TARE_SCORE_MODEL, TARE_SCORE_MODEL);
    check_first("CRA +", "CCA CRA+", TARE_SCORE_MODEL, TARE_SCORE_MODEL);
    check_first("cac cra+", "CCA CRA+", 0.5, TARE_SCORE_LIKE_MAX);
    check_first("cac cra", "CCA CRA", 0.5, TARE_SCORE_LIKE_MAX);
}

static void test_accents_and_other_scripts(void)
{
    check_first("noname cafe oresund", "Noname Caf\xC3\xA9 \xC3\x98resund", TARE_SCORE_NAME,
                TARE_SCORE_NAME);
    check_first("NONAME CAFE\xCC\x81 \xC3\xB8RESUND", "Noname Caf\xC3\xA9 \xC3\x98resund",
                TARE_SCORE_NAME, TARE_SCORE_NAME);
    check_first("\xEF\xBC\xA8\xEF\xBC\xA4\xEF\xBC\x96\xEF\xBC\x90\xEF\xBC\x90" /* full width */,
                "Sennheiser HD 600", TARE_SCORE_MODEL, TARE_SCORE_MODEL);
    check_first("\xE3\x81\x8B\xE3\x81\xA8", "\xE6\xB0\xB4\xE6\x9C\x88 \xE3\x81\x8B\xE3\x81\xA8",
                TARE_SCORE_MODEL, TARE_SCORE_MODEL);
}

static void test_nothing_is_found_for_nothing(void)
{
    check_first("", "", 0, 0);
    check_first("?! -", "", 0, 0);
    check_first("quixotic", "", 0, 0);
    check_first("\xFF\xFE", "", 0, 0);
}

static void test_equal_scores_stay_in_the_order_of_names(void)
{
    TareCatalogue* catalogue = small_catalogue();
    TareSearchMatch matches[3] = {{0}};
    CHECK(search(catalogue, NULL, "zero", matches, 3) >= 2);
    CHECK(matches[0].score == TARE_SCORE_MODEL && matches[1].score == TARE_SCORE_MODEL);
    CHECK_STR(id_of(&matches[0]), "7hz-zero/a");
    CHECK_STR(id_of(&matches[1]), "truthear-zero/a");
    CHECK(search(catalogue, NULL, "zero", matches, 1) == 1);
    CHECK_STR(id_of(&matches[0]), "7hz-zero/a");
    CHECK(search(catalogue, NULL, "zero", matches, 0) == 0);
    tare_catalogue_free(catalogue);
}

static void test_corrections_of_a_model_in_the_stated_order(void)
{
    TareCatalogue* catalogue = small_catalogue();
    TareSearchMatch match = {0};
    CHECK(search(catalogue, NULL, "HD 650", &match, 1) == 1);
    REQUIRE(match.model && match.model->n_corrections == 4);
    CHECK_STR(id_of(&match), "sennheiser-hd-650/a");
    CHECK_STR(match.model->corrections[1]->id, "sennheiser-hd-650/d");
    CHECK_STR(match.model->corrections[2]->id, "sennheiser-hd-650/c");
    CHECK_STR(match.model->corrections[3]->id, "sennheiser-hd-650/b");
    CHECK(search(catalogue, NULL, "sennheiser-hd-650/c", &match, 1) == 1);
    CHECK(match.score == TARE_SCORE_NAME && match.model->n_corrections == 4);
    tare_catalogue_free(catalogue);
}

static void check_words(const char* name, const char* wanted)
{
    TareText words = {0};
    tare_fold_words(&words, name);
    CHECK_STR(words.data, wanted);
    tare_text_clear(&words);
}

static void test_folding(void)
{
    check_words("HD650S", "hd 650 s");
    check_words("  ER-2XR (green)  ", "er 2 xr green");
    check_words("CRA+", "cra +");
    check_words("Stra\xC3\x9F"
                "e \xC3\x86on \xC5\x81",
                "strasse aeon l");
    check_words("Cafe\xCC\x81s", "cafes");
    check_words("a\xE2\x80\x93"
                "b\xC2\xA0"
                "c\xE2\x84\xA2",
                "a b c");
    check_words("\xFF"
                "a\xE2\x82",
                "a");
    check_words("", "");
}

static uint64_t hash_of(const char* name)
{
    TareText words = {0};
    tare_fold_words(&words, name);
    const uint64_t hash = tare_fold_hash(words.data);
    tare_text_clear(&words);
    return hash;
}

static void test_the_hash_of_words_is_blind_to_their_order(void)
{
    CHECK(hash_of("HD 650 S") == hash_of("s-650 hd"));
    CHECK(hash_of("HD 650") != hash_of("HD 560"));
    CHECK(hash_of("HD 650") != hash_of("HD 65 0"));
    CHECK(hash_of("a b") != hash_of("ab"));
    CHECK(hash_of("a a") != hash_of("a"));
}

/** Names of any length and kind must not break anything. */
static void test_awkward_names(void)
{
    TareCatalogue* catalogue = tare_catalogue_new();
    char text[5000] = "kind user\nid long\nbrand \"'\\<>\nmodel ";
    size_t n = strlen(text);
    for (int i = 0; i < 4096; ++i)
        text[n++] = (char)('a' + i % 26);
    text[n] = '\0';
    CHECK(tare_catalogue_add_text(catalogue, "t", text, n, NULL) == TARE_OK);
    add(catalogue, "empty", "\xE2\x80\xAE", "---", "");
    TareSearchMatch matches[2] = {{0}};
    REQUIRE(search(catalogue, NULL, strstr(text, "model ") + 6, matches, 2) == 1);
    CHECK_STR(id_of(&matches[0]), "long");
    CHECK(search(catalogue, NULL, "empty", matches, 2) == 1);
    CHECK_STR(id_of(&matches[0]), "empty");
    tare_catalogue_free(catalogue);
}

static void test_failed_allocations(void)
{
    static const char rules[] = "same SRS = Sennheiser = Sennheiser Electronic\n";
    TareAliases* aliases = tare_aliases_new();
    CHECK(tare_aliases_add_text(aliases, "t", rules, strlen(rules), NULL) == TARE_OK);
    TareCatalogue* catalogue = small_catalogue();
    for (unsigned n = 1;; ++n) {
        TareSearchMatch match = {0};
        failing_malloc_start(n);
        const size_t n_found = search(catalogue, aliases, "SRS HD 650", &match, 1);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(n_found == (n_asked < n ? 1 : TARE_SEARCH_FAILED));
        if (n_asked < n)
            break;
    }
    tare_catalogue_free(catalogue);
    tare_aliases_free(aliases);
}

int main(void)
{
    RUN(test_exact_names_come_first);
    RUN(test_variants_stand_behind_the_bare_name);
    RUN(test_words_behind_a_whole_name_are_forgiven);
    RUN(test_other_names_by_aliases);
    RUN(test_the_earlier_reading_is_meant);
    RUN(test_of_models_alike_the_one_with_more_corrections_is_first);
    RUN(test_slips_are_forgiven);
    RUN(test_plus_counts);
    RUN(test_accents_and_other_scripts);
    RUN(test_nothing_is_found_for_nothing);
    RUN(test_equal_scores_stay_in_the_order_of_names);
    RUN(test_corrections_of_a_model_in_the_stated_order);
    RUN(test_folding);
    RUN(test_the_hash_of_words_is_blind_to_their_order);
    RUN(test_awkward_names);
    RUN(test_failed_allocations);
    tare_models_free(models);
    return check_done();
}
