/* The index of a catalogue: it says what the files say, and holds only as long as they do. */

#include "base/file.h"
#include "corrections/catalogue.h"
#include "corrections/catalogue_index.h"
#include "corrections/correction.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/mistype.h"
#include "helpers/seen.h"
#include "helpers/shelf.h"
#include "search/models.h"
#include "search/models_index_write.h"
#include "search/search.h"

#include <stdlib.h>
#include <unistd.h>

static Shelf shelf;

static void begin(void)
{
    REQUIRE(shelf_make(&shelf));
}

/** Whether the index holds; if so it must say what the files say. */
static bool holds(void)
{
    TareCatalogue* const catalogue = shelf_open(&shelf);
    TareCatalogue* const read = shelf_read(&shelf);
    const bool is_there = catalogue != NULL;
    CHECK(read != NULL);
    CHECK(!is_there || !read ||
          (tare_catalogue_index(catalogue) && shelf_is_same(catalogue, read)));
    tare_catalogue_free(catalogue);
    tare_catalogue_free(read);
    return is_there;
}

static void test_it_says_what_the_files_say(void)
{
    begin();
    CHECK(holds());
    shelf_remove(&shelf);
}

static void test_it_holds_only_for_the_same_files(void)
{
    char more[SHELF_PATH + 20];
    begin();
    snprintf(more, sizeof more, "%s/c.tare", shelf.folder);
    CHECK(shelf_write(more, "# nothing\n") && !holds());
    unlink(more);
    CHECK(holds());
    snprintf(more, sizeof more, "%s/other.tare", shelf.folder);
    CHECK(rename(shelf.b, more) == 0 && !holds());
    CHECK(rename(more, shelf.b) == 0 && holds());
    unlink(shelf.b);
    CHECK(!holds());
    shelf_remove(&shelf);
}

/** Copies of the same files may be newer; then their content counts. */
static void test_newer_files_are_compared(void)
{
    char* text = NULL;
    size_t length = 0;
    begin();
    CHECK(shelf_set_time(shelf.a, 100) && holds());
    REQUIRE(tare_file_read(shelf.a, 10000, &text, &length, NULL) == TARE_OK);
    *strstr(text, "crinacle") = 'k';
    CHECK(shelf_write(shelf.a, text) && shelf_set_time(shelf.a, 100) && !holds());
    *strstr(text, "krinacle") = 'c';
    CHECK(shelf_write(shelf.a, text) && shelf_set_time(shelf.a, 100) && holds());
    *strstr(text, "# first") = '\n';
    CHECK(shelf_write(shelf.a, strstr(text, "author")) && !holds());
    free(text);
    shelf_remove(&shelf);
}

static void test_what_is_no_index_is_not_used(void)
{
    char* text = NULL;
    size_t length = 0;
    begin();
    REQUIRE(tare_file_read(shelf.index, 100000, &text, &length, NULL) == TARE_OK);
    for (size_t n = 0; n < length; n += n < 200 ? 1 : 97) {
        CHECK(truncate(shelf.index, (off_t)n) == 0 && !holds());
        FILE* const out = fopen(shelf.index, "wb");
        REQUIRE(out && fwrite(text, 1, length, out) == length && fclose(out) == 0);
    }
    CHECK(holds());
    unlink(shelf.index);
    CHECK(!holds());
    CHECK(symlink(shelf.folder, shelf.index) == 0 && !holds());
    free(text);
    shelf_remove(&shelf);
}

/** A listener's own corrections stand between those of the index as between others. */
static void test_others_are_added_to_it(void)
{
    static const char own[] = "kind user\nid b-two/mine\nbrand B\nmodel Two\nvariant worn\n"
                              "peak 50 1 1\n\nid b-two/x\nbrand B\nmodel Two\n\n"
                              "id b/two-y\nbrand B\nmodel Two\n\nid 0/0\nbrand 0\nmodel 0\n";
    begin();
    TareCatalogue* const catalogues[] = {shelf_open(&shelf), shelf_read(&shelf)};
    Seen seen[2] = {{0}};
    for (size_t i = 0; i < 2; ++i) {
        REQUIRE(catalogues[i] != NULL);
        const TareReporter reporter = seen_reporter(&seen[i]);
        const TareEntry* const early = tare_catalogue_find_id(catalogues[i], "z/z");
        CHECK(tare_catalogue_add_text(catalogues[i], "own", own, strlen(own), &reporter) ==
              TARE_BAD_INPUT);
        CHECK(seen[i].n == 2 && early == tare_catalogue_find_id(catalogues[i], "z/z"));
    }
    CHECK_STR(seen[0].last, seen[1].last);
    CHECK(!tare_catalogue_index(catalogues[0]));
    CHECK(tare_catalogue_n_corrections(catalogues[0]) == 8);
    CHECK(shelf_is_same(catalogues[0], catalogues[1]));
    for (size_t i = 0; i < 2; ++i)
        tare_catalogue_free(catalogues[i]);
    shelf_remove(&shelf);
}

/** While a program runs, files may change; never is another block taken for the one that is meant.
 */
static void test_a_block_that_has_moved_is_found(void)
{
    char* text = NULL;
    size_t length = 0;
    begin();
    REQUIRE(tare_file_read(shelf.a, 10000, &text, &length, NULL) == TARE_OK);
    TareCatalogue* const catalogue = shelf_open(&shelf);
    REQUIRE(catalogue != NULL);
    text[2] = '\n'; /* the comment becomes shorter, and an empty line */
    CHECK(shelf_write(shelf.a, text + 1));
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    const TareEntry* const y = tare_catalogue_find_id(catalogue, "b-two/y");
    REQUIRE(y != NULL);
    const TareCorrection* const correction = tare_catalogue_correction(catalogue, y, &reporter);
    CHECK(correction && correction->set.preamp_db == -2.0 && seen.n == 0);
    CHECK(shelf_write(shelf.b, "# empty\n"));
    const TareEntry* const z = tare_catalogue_find_id(catalogue, "z/z");
    CHECK(z && !tare_catalogue_correction(catalogue, z, &reporter));
    CHECK(seen.n == 1 && strstr(seen.last, "has no z/z any more; expected"));
    tare_catalogue_free(catalogue);
    free(text);
    shelf_remove(&shelf);
}

static void test_failed_allocations(void)
{
    begin();
    for (unsigned n = 1;; ++n) {
        failing_malloc_start(n);
        TareCatalogue* const catalogue = shelf_open(&shelf);
        TareModels* const models = catalogue ? tare_models_new(catalogue) : NULL;
        const TareEntry* const entry = models ? tare_catalogue_find_id(catalogue, "b-two/y") : NULL;
        const bool is_whole = entry && tare_catalogue_correction(catalogue, entry, NULL) &&
                              tare_catalogue_add_text(catalogue, "own", "", 0, NULL) == TARE_OK;
        const unsigned n_asked = failing_malloc_stop();
        CHECK(is_whole || n_asked >= n);
        CHECK(!models || tare_catalogue_find_id(catalogue, "b-two/x"));
        tare_models_free(models);
        tare_catalogue_free(catalogue);
        if (n_asked < n)
            break;
    }
    for (unsigned n = 1;; ++n) {
        TareCatalogue* const catalogue = shelf_open(&shelf);
        static const char own[] = "kind user\nid m\nbrand M\nmodel M\n";
        failing_malloc_start(n);
        const TareStatus status =
            tare_catalogue_add_text(catalogue, "own", own, sizeof own - 1, NULL);
        const unsigned n_asked = failing_malloc_stop();
        CHECK((status == TARE_OK) == (n_asked < n));
        CHECK(tare_catalogue_find_id(catalogue, "b-two/x"));
        tare_catalogue_free(catalogue);
        if (n_asked < n)
            break;
    }
    for (unsigned n = 1;; ++n) {
        TareCatalogue* const catalogue = shelf_read(&shelf);
        failing_malloc_start(n);
        const TareStatus status = tare_models_index_write(catalogue, shelf.index, NULL);
        const unsigned n_asked = failing_malloc_stop();
        CHECK((status == TARE_OK) == (n_asked < n));
        tare_catalogue_free(catalogue);
        if (n_asked < n)
            break;
    }
    CHECK(holds());
    shelf_remove(&shelf);
}

/** The same models in the same order for whatever is typed. */
static void check_queries(const TareModels* models, const TareModels* other)
{
    enum { N_NAMES = 40, N_FOUND = 10 };
    size_t drawn[N_NAMES];
    uint64_t random = 88172645463325252u;
    const size_t n = mistype_draw(drawn, N_NAMES, tare_models_n(models), &random);
    for (size_t i = 0; i < n * N_MISTYPES; ++i) {
        const TareEntry* const c = tare_models_get(models, drawn[i / N_MISTYPES])->corrections[0];
        char rest[MISTYPE_MAX_NAME], query[MISTYPE_MAX];
        snprintf(rest, sizeof rest, c->variant ? "%s (%s)" : "%s", c->model, c->variant);
        mistypes[i % N_MISTYPES].type(query, c->brand, rest, &random);
        TareSearchMatch a[N_FOUND], b[N_FOUND];
        const size_t n_found = tare_search(models, NULL, query, a, N_FOUND);
        REQUIRE(n_found == tare_search(other, NULL, query, b, N_FOUND));
        for (size_t k = 0; k < n_found; ++k)
            CHECK(a[k].score == b[k].score &&
                  !strcmp(a[k].model->corrections[0]->id, b[k].model->corrections[0]->id));
    }
}

static void test_the_shipped_one(void)
{
    const char* const source = getenv("TARE_SOURCE_DIR");
    const char* const build = getenv("TARE_BUILD_DIR");
    char folder[1000], index[1000];
    snprintf(folder, sizeof folder, "%s/presets/catalogue", source ? source : ".");
    snprintf(index, sizeof index, "%s/catalogue.index", build ? build : "build");
    TareCatalogue* const catalogue = tare_catalogue_new();
    TareCatalogue* const read = tare_catalogue_new();
    CHECK(tare_catalogue_add_folder(read, folder, TARE_READ_ENTRIES, NULL) == TARE_OK);
    if (access(index, R_OK) != 0)
        SKIP("no program was built, so no index");
    else {
        REQUIRE(tare_catalogue_add_index(catalogue, index, folder) == TARE_OK);
        CHECK(shelf_is_same(catalogue, read));
        TareModels* const models = tare_models_new(catalogue);
        TareModels* const other = tare_models_new(read);
        REQUIRE(models && other);
        check_queries(models, other);
        tare_models_free(models);
        tare_models_free(other);
    }
    tare_catalogue_free(catalogue);
    tare_catalogue_free(read);
}

int main(void)
{
    RUN(test_it_says_what_the_files_say);
    RUN(test_it_holds_only_for_the_same_files);
    RUN(test_newer_files_are_compared);
    RUN(test_what_is_no_index_is_not_used);
    RUN(test_others_are_added_to_it);
    RUN(test_a_block_that_has_moved_is_found);
    RUN(test_failed_allocations);
    RUN(test_the_shipped_one);
    return check_done();
}
