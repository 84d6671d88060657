/* The names of the shipped catalogue: each product stands once, and is found by all spellings that
   were merged in it. */

#include "base/file.h"
#include "base/text.h"
#include "corrections/catalogue.h"
#include "corrections/entry.h"
#include "helpers/check.h"
#include "make/known_names.h"
#include "make/same_table.h"
#include "names/aliases.h"
#include "search/meant.h"
#include "search/models.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_NAMES = 1 << 20, MAX_NAME = 300, MIN_MERGED = 150, MIN_FORMS = 20, MIN_ALIKE = 100 };

static char folder[1000];
static TareCatalogue* catalogue;
static TareModels* models;
static TareAliases* aliases;
static TareSame* same;

static void print_report(void* data, const TareReport* report)
{
    ++*(unsigned*)data;
    fprintf(stderr, "%s:%u:%u: %s\n", report->file, report->line, report->column, report->message);
}

static void test_every_rule_can_be_used(void)
{
    char path[1100];
    unsigned n_reports = 0;
    const TareReporter reporter = {print_report, &n_reports};
    snprintf(path, sizeof path, "%s/same.txt", folder);
    CHECK(tare_same_add_file(same, path, &reporter) == TARE_OK);
    CHECK(tare_aliases_add_folder(aliases, folder, &reporter) == TARE_OK);
    CHECK(n_reports == 0);
}

typedef struct {
    char* key; ///< owned
    const TareEntry* entry;
} Keyed;

static int compare_keyed(const void* a, const void* b)
{
    return strcmp(((const Keyed*)a)->key, ((const Keyed*)b)->key);
}

/** No two models may be one by the rules and the table. */
static void check_kind(TareKnownKind kind)
{
    const size_t n = tare_models_n(models);
    Keyed* const keyed = calloc(n + 1, sizeof *keyed);
    REQUIRE(keyed != NULL);
    for (size_t i = 0; i < n; ++i) {
        const TareEntry* const entry = tare_models_get(models, i)->corrections[0];
        keyed[i] = (Keyed){tare_known_names_key(same, kind, entry), entry};
    }
    qsort(keyed, n, sizeof *keyed, compare_keyed);
    for (size_t i = 1; i < n; ++i) {
        const TareEntry* const a = keyed[i - 1].entry;
        const TareEntry* const b = keyed[i].entry;
        const bool is_one = strcmp(keyed[i].key, keyed[i - 1].key) == 0;
        if (is_one && (kind == TARE_KNOWN_WHOLE || strcmp(a->model, b->model) != 0 ||
                       strcmp(a->brand, b->brand) != 0 || a->form != b->form))
            CHECK_STR(a->id, b->id);
    }
    for (size_t i = 0; i < n; ++i)
        free(keyed[i].key);
    free(keyed);
}

static void test_each_product_stands_once(void)
{
    check_kind(TARE_KNOWN_PRODUCT);
    check_kind(TARE_KNOWN_WHOLE);
}

static void test_the_corrections_of_a_product_have_one_form(void)
{
    for (size_t i = 0; i < tare_models_n(models); ++i) {
        const TareModel* const model = tare_models_get(models, i);
        for (size_t k = 1; k < model->n_corrections; ++k)
            if (model->corrections[k]->form != model->corrections[0]->form)
                CHECK_STR(model->corrections[k]->id, "a form like the others");
    }
}

/** Reads the notes of all sources; to be freed. */
static char* notes_of(const char* source)
{
    char path[1100];
    char* text = NULL;
    size_t length = 0;
    snprintf(path, sizeof path, "%s/%s.names", folder, source);
    CHECK(tare_file_read(path, MAX_NAMES, &text, &length, NULL) == TARE_OK);
    return text;
}

/** Copies "A" and "B" out of a line "WORD A = B ; more"; false when it begins otherwise. */
static bool read_pair(const char* line, const char* word, char a[MAX_NAME], char b[MAX_NAME])
{
    const size_t n_word = strlen(word);
    const char* const middle = strstr(line, " = ");
    const char* const end = middle ? strstr(middle, " ; ") : NULL;
    if (strncmp(line, word, n_word) != 0 || !end)
        return false;
    snprintf(a, MAX_NAME, "%.*s", (int)(middle - line - (ptrdiff_t)n_word), line + n_word);
    snprintf(b, MAX_NAME, "%.*s", (int)(end - middle) - 3, middle + 3);
    return true;
}

static size_t count_lines(const char* word, void (*check)(const char* a, const char* b))
{
    static const char* const sources[] = {"opra", "reviews", "measurements"};
    char a[MAX_NAME], b[MAX_NAME];
    size_t n = 0;
    for (size_t i = 0; i < sizeof sources / sizeof *sources; ++i) {
        char* const text = notes_of(sources[i]);
        for (char* line = text; line && *line; line += strcspn(line, "\n"), line += *line != '\0') {
            if (!read_pair(line, word, a, b))
                continue;
            ++n;
            check(a, b);
        }
        free(text);
    }
    return n;
}

/** Whether a name means a model. */
static void check_means(const char* query, const char* name)
{
    TareMeant meant;
    char found[MAX_NAME] = "nothing";
    tare_meant(&meant, models, aliases, query);
    if (meant.entry)
        tare_entry_display_name(meant.entry, found, sizeof found);
    if (strcmp(found, name) != 0)
        fprintf(stderr, "'%s' ", query);
    CHECK_STR(found, name);
}

static void check_merged(const char* name, const char* other)
{
    check_means(name, name);
    check_means(other, name);
}

static void test_every_spelling_means_its_product(void)
{
    CHECK(count_lines("merged ", check_merged) >= MIN_MERGED);
}

static void check_apart(const char* name, const char* other)
{
    TareMeant a, b;
    tare_meant(&a, models, aliases, name);
    tare_meant(&b, models, aliases, other);
    if (a.entry && b.entry && !strcmp(a.entry->id, b.entry->id)) {
        fprintf(stderr, "'%s' and ", name);
        CHECK_STR(a.entry->id, other);
    }
}

static void test_what_is_alike_is_not_one(void)
{
    CHECK(count_lines("alike ", check_apart) >= MIN_ALIKE);
}

static void check_nothing(const char* name, const char* other)
{
    CHECK(*name && *other);
}

static void test_forms_are_told(void)
{
    CHECK(count_lines("form ", check_nothing) >= MIN_FORMS);
}

int main(void)
{
    const char* const source = getenv("TARE_SOURCE_DIR");
    snprintf(folder, sizeof folder, "%s/presets/catalogue", source ? source : ".");
    catalogue = tare_catalogue_new();
    aliases = tare_aliases_new();
    same = tare_same_new();
    if (!catalogue || !aliases || !same ||
        tare_catalogue_add_folder(catalogue, folder, TARE_READ_ENTRIES, NULL))
        return 1;
    models = tare_models_new(catalogue);
    if (!models)
        return 1;
    RUN(test_every_rule_can_be_used);
    RUN(test_each_product_stands_once);
    RUN(test_the_corrections_of_a_product_have_one_form);
    RUN(test_every_spelling_means_its_product);
    RUN(test_what_is_alike_is_not_one);
    RUN(test_forms_are_told);
    tare_same_free(same);
    tare_aliases_free(aliases);
    tare_models_free(models);
    tare_catalogue_free(catalogue);
    return check_done();
}
