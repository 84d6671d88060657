#include "check.h"
#include "failing_malloc.h"
#include "fold.h"
#include "search.h"

#include <ctype.h>
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

/** One search in all models of a catalogue; the matches are of use as long as the models are. */
static size_t search(const TareCatalogue* catalogue, TareModels** models, const char* query,
                     TareMatch* matches, size_t max)
{
    *models = tare_models_new(catalogue);
    return *models ? tare_search(*models, query, matches, max) : 0;
}

static const char* id_of(const TareMatch* match)
{
    return match->model->corrections[0]->id;
}

/** Checks which model comes first and with what score; NULL when nothing may be found. */
static void check_first(const char* query, const char* wanted, double min, double max)
{
    TareCatalogue* catalogue = small_catalogue();
    TareMatch matches[5];
    TareModels* models = NULL;
    const size_t n = search(catalogue, &models, query, matches, 5);
    char name[200] = "";
    if (n)
        tare_entry_display_name(matches[0].model->corrections[0], name, sizeof name);
    CHECK_STR(name, wanted);
    CHECK(!n || (matches[0].score >= min && matches[0].score <= max));
    for (size_t i = 1; i < n; ++i)
        CHECK(matches[i].score <= matches[i - 1].score);
    tare_models_free(models);
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
    TareModels* models = NULL;
    TareMatch matches[3];
    CHECK(search(catalogue, &models, "zero", matches, 3) >= 2);
    CHECK(matches[0].score == TARE_SCORE_MODEL && matches[1].score == TARE_SCORE_MODEL);
    CHECK_STR(id_of(&matches[0]), "7hz-zero/a");
    CHECK_STR(id_of(&matches[1]), "truthear-zero/a");
    CHECK(tare_search(models, "zero", matches, 1) == 1);
    CHECK_STR(id_of(&matches[0]), "7hz-zero/a");
    CHECK(tare_search(models, "zero", matches, 0) == 0);
    tare_models_free(models);
    tare_catalogue_free(catalogue);
}

static void test_corrections_of_a_model_in_the_stated_order(void)
{
    static const char* const ids[] = {"sennheiser-hd-650/a", "sennheiser-hd-650/d",
                                      "sennheiser-hd-650/c", "sennheiser-hd-650/b"};
    TareCatalogue* catalogue = small_catalogue();
    TareModels* models = NULL;
    TareMatch match;
    CHECK(search(catalogue, &models, "HD 650", &match, 1) == 1);
    REQUIRE(match.model->n_corrections == 4);
    for (size_t i = 0; i < 4; ++i)
        CHECK_STR(match.model->corrections[i]->id, ids[i]);
    CHECK(tare_search(models, "sennheiser-hd-650/c", &match, 1) == 1);
    CHECK(match.score == TARE_SCORE_NAME && match.model->n_corrections == 4);
    tare_models_free(models);
    tare_catalogue_free(catalogue);
}

/* Names made up like real ones, and the slips of formats.md's table. */

enum { N_NAMES = 200, MAX_NAME = 64 };

static uint64_t random_state;

static size_t random_below(size_t n)
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return (size_t)(random_state % n);
}

static void name_of(unsigned i, char* brand, char* model)
{
    static const char* const brands[] = {"Nordlicht", "Kaimana", "Audio-Werk", "Tin Drum",
                                         "Vela",      "Oktava",  "QRZ",        "Blue Heron",
                                         "Sonder",    "1Orbit"};
    static const char* const series[] = {"HD ", "MDR-", "K",    "DT ", "SRH",
                                         "ER-", "WH-",  "Zen ", "IE ", "Mk "};
    static const char* const ends[] = {"", "S", " Pro", "XM4", "-X", "", "BT", " Air", "+", " II"};
    strcpy(brand, brands[i % 10]);
    sprintf(model, "%s%u%s", series[i / 10 % 10], 100 + i * 37 % 900, ends[(i / 7) % 10]);
}

static TareCatalogue* made_up_catalogue(void)
{
    TareCatalogue* catalogue = tare_catalogue_new();
    for (unsigned i = 0; i < N_NAMES; ++i) {
        char id[16], brand[MAX_NAME], model[MAX_NAME];
        name_of(i, brand, model);
        sprintf(id, "m%03u", i);
        add(catalogue, id, brand, model, "");
    }
    return catalogue;
}

typedef void (*Mistype)(char* query, const char* brand, const char* model);

static void as_written(char* query, const char* brand, const char* model)
{
    sprintf(query, "%s %s", brand, model);
}

static void lower_case(char* query, const char* brand, const char* model)
{
    as_written(query, brand, model);
    for (char* p = query; *p; ++p)
        *p = (char)tolower((unsigned char)*p);
}

static void without_blanks_and_hyphens(char* query, const char* brand, const char* model)
{
    char whole[2 * MAX_NAME];
    lower_case(whole, brand, model);
    for (const char* p = whole; *p; ++p)
        if (*p != ' ' && *p != '-')
            *query++ = *p;
    *query = '\0';
}

static void blank_before_digits(char* query, const char* brand, const char* model)
{
    char whole[2 * MAX_NAME];
    as_written(whole, brand, model);
    for (const char* p = whole; *p; ++p) {
        if (p > whole && isalnum((unsigned char)p[-1]) && isalnum((unsigned char)*p) &&
            !isdigit((unsigned char)p[-1]) != !isdigit((unsigned char)*p))
            *query++ = ' ';
        *query++ = *p;
    }
    *query = '\0';
}

static void hyphens_as_blanks(char* query, const char* brand, const char* model)
{
    as_written(query, brand, model);
    for (char* p = query; *p; ++p)
        *p = *p == '-' ? ' ' : *p;
}

static void words_in_reverse(char* query, const char* brand, const char* model)
{
    char whole[2 * MAX_NAME];
    as_written(whole, brand, model);
    *query = '\0';
    for (char* blank; (blank = strrchr(whole, ' ')); *blank = '\0') {
        strcat(query, blank + 1);
        strcat(query, " ");
    }
    strcat(query, whole);
}

static void without_brand(char* query, const char* brand, const char* model)
{
    (void)brand;
    strcpy(query, model);
}

static void two_letters_swapped(char* query, const char* brand, const char* model)
{
    as_written(query, brand, model);
    for (;;) {
        const size_t i = random_below(strlen(query) - 1);
        const char a = query[i], b = query[i + 1];
        if (a != b && isalnum((unsigned char)a) && isalnum((unsigned char)b)) {
            query[i] = b;
            query[i + 1] = a;
            return;
        }
    }
}

static void one_letter_dropped(char* query, const char* brand, const char* model)
{
    as_written(query, brand, model);
    size_t i = random_below(strlen(query));
    while (!isalnum((unsigned char)query[i]))
        i = random_below(strlen(query));
    memmove(query + i, query + i + 1, strlen(query + i));
}

/** Where the model stands among the first five; 5 when it does not. */
static size_t place_of(const TareModels* models, const char* query, unsigned i)
{
    TareMatch matches[5];
    char id[16];
    sprintf(id, "m%03u", i);
    const size_t n = tare_search(models, query, matches, 5);
    for (size_t place = 0; place < n; ++place)
        for (size_t k = 0; k < matches[place].model->n_corrections; ++k)
            if (!strcmp(matches[place].model->corrections[k]->id, id))
                return place;
    return 5;
}

static void test_every_way_of_mistyping(void)
{
    static const struct {
        const char* name;
        Mistype mistype;
        bool is_name_complete;
    } rows[] = {{"as written", as_written, true},
                {"lower case", lower_case, true},
                {"without blanks and hyphens", without_blanks_and_hyphens, true},
                {"blank before digits", blank_before_digits, true},
                {"hyphens as blanks", hyphens_as_blanks, true},
                {"words in reverse", words_in_reverse, true},
                {"without brand", without_brand, false},
                {"two letters swapped", two_letters_swapped, false},
                {"one letter dropped", one_letter_dropped, false}};
    TareCatalogue* catalogue = made_up_catalogue();
    TareModels* models = tare_models_new(catalogue);
    CHECK(tare_models_n(models) == N_NAMES);
    random_state = 88172645463325252u;
    for (size_t row = 0; row < sizeof rows / sizeof *rows; ++row) {
        unsigned n_first = 0, n_found = 0;
        for (unsigned i = 0; i < N_NAMES; ++i) {
            char brand[MAX_NAME], model[MAX_NAME], query[4 * MAX_NAME];
            name_of(i, brand, model);
            rows[row].mistype(query, brand, model);
            const size_t place = place_of(models, query, i);
            n_first += place == 0;
            n_found += place < 5;
        }
        if (100 * n_found < 99 * N_NAMES ||
            (rows[row].is_name_complete && 100 * n_first < 97 * N_NAMES)) {
            fprintf(stderr, "%s: %u first, %u among five\n", rows[row].name, n_first, n_found);
            CHECK_STR(rows[row].name, "found");
        }
    }
    tare_models_free(models);
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
    TareModels* models = NULL;
    TareMatch matches[2];
    REQUIRE(search(catalogue, &models, strstr(text, "model ") + 6, matches, 2) == 1);
    CHECK_STR(id_of(&matches[0]), "long");
    CHECK(tare_search(models, "empty", matches, 2) == 1);
    CHECK_STR(id_of(&matches[0]), "empty");
    tare_models_free(models);
    tare_catalogue_free(catalogue);
}

static void test_failed_allocations(void)
{
    TareCatalogue* catalogue = small_catalogue();
    for (unsigned n = 1;; ++n) {
        TareModels* models = NULL;
        TareMatch match;
        failing_malloc_start(n);
        const size_t n_found = search(catalogue, &models, "Sennheiser HD 650", &match, 1);
        const unsigned n_asked = failing_malloc_stop();
        tare_models_free(models);
        CHECK(n_found == (n_asked < n ? 1 : 0));
        if (n_asked < n)
            break;
    }
    tare_catalogue_free(catalogue);
}

int main(void)
{
    RUN(test_exact_names_come_first);
    RUN(test_slips_are_forgiven);
    RUN(test_plus_counts);
    RUN(test_accents_and_other_scripts);
    RUN(test_nothing_is_found_for_nothing);
    RUN(test_equal_scores_stay_in_the_order_of_names);
    RUN(test_corrections_of_a_model_in_the_stated_order);
    RUN(test_every_way_of_mistyping);
    RUN(test_folding);
    RUN(test_awkward_names);
    RUN(test_failed_allocations);
    return check_done();
}
