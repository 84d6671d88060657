/* Headphones with several corrections in the catalogue's text format, and corrections that are read
   when they are asked for. */

#include "corrections/catalogue_write.h"
#include "corrections/correction.h"
#include "corrections/entry.h"
#include "corrections/evidence.h"
#include "helpers/check.h"
#include "helpers/some_catalogue.h"

#include <stdlib.h>
#include <unistd.h>

/** What stands below a headphone counts for its blocks, up to the next headphone. */
static const char shelf[] = "kind preset\n"
                            "author A\n"
                            "id a/x\nbrand A\nmodel One\n"
                            "headphone b-two\n"
                            "brand B\nmodel Two\nvariant blue\nform in-ear\n"
                            "id b-two/x\npreamp -3\npeak 100 1 1, 200 -2 0.5 left, 300 3 2\n"
                            "id b-two/y\nform earbud\nkind review\nnotch 50 2,60 3 right\n"
                            "headphone c\n"
                            "model Three\nbrand C\n"
                            "id c/x\n";

static void check_shelf(TareCatalogue* catalogue)
{
    REQUIRE(tare_catalogue_n_corrections(catalogue) == 4);
    const TareEntry* x = tare_catalogue_find_id(catalogue, "b-two/x");
    const TareEntry* y = tare_catalogue_find_id(catalogue, "b-two/y");
    const TareEntry* c = tare_catalogue_find_id(catalogue, "c/x");
    REQUIRE(x && y && c);
    CHECK_STR(x->variant, "blue");
    CHECK(x->form == TARE_FORM_IN_EAR && x->kind == TARE_KIND_PRESET);
    CHECK_STR(y->model, "Two");
    CHECK(y->form == TARE_FORM_EARBUD && y->kind == TARE_KIND_REVIEW);
    CHECK_STR(c->brand, "C");
    CHECK_STR(c->variant, NULL);
    CHECK(c->form == TARE_FORM_UNKNOWN);
    const TareCorrection* all = tare_catalogue_correction(catalogue, x, NULL);
    REQUIRE(all && all->set.n_bands == 3 && all->set.preamp_db == -3);
    CHECK_STR(all->entry.variant, "blue");
    CHECK(all->entry.kind == TARE_KIND_PRESET && all->entry.form == TARE_FORM_IN_EAR);
    CHECK(all->set.bands[1].freq_hz == 200 && all->set.bands[1].q == 0.5 &&
          all->set.bands[1].channel == TARE_CHANNEL_LEFT && all->set.bands[2].gain_db == 3);
    all = tare_catalogue_correction(catalogue, y, NULL);
    REQUIRE(all && all->set.n_bands == 2);
    CHECK(all->set.bands[0].type == TARE_BAND_NOTCH && all->set.bands[0].q == 2 &&
          all->set.bands[1].channel == TARE_CHANNEL_RIGHT && all->set.preamp_db == 0);
}

static void test_what_stands_below_a_headphone_counts_for_its_blocks(void)
{
    Seen seen = {0};
    TareStatus status;
    TareCatalogue* catalogue = read_text(shelf, &status, &seen);
    CHECK(status == TARE_OK && seen.n == 0);
    check_shelf(catalogue);
    tare_catalogue_free(catalogue);
}

/** Lines that begin a headphone must not disturb the next one. */
static void check_headphone(const char* lines, const char* wanted)
{
    char text[1000];
    snprintf(text, sizeof text,
             "kind user\nheadphone m\nbrand M\n%s\nheadphone z\nbrand Z\nmodel Z\nid z/z\n", lines);
    Seen seen = {0};
    TareStatus status;
    TareCatalogue* catalogue = read_text(text, &status, &seen);
    CHECK(status == TARE_BAD_INPUT && seen.n == 1);
    CHECK_STR(seen.last, wanted);
    CHECK(tare_catalogue_find_id(catalogue, "z/z") != NULL);
    tare_catalogue_free(catalogue);
}

static void test_reports_what_is_wrong_below_a_headphone(void)
{
    check_headphone("author X",
                    "t.tare:4:1: key stands below a headphone; expected \"id\" before it");
    check_headphone("peak 100 1 1",
                    "t.tare:4:1: key stands below a headphone; expected \"id\" before it");
    check_headphone("brand N", "t.tare:4:1: key stands twice; expected it once");
    check_headphone("model M\nid m",
                    "t.tare:5:4: id is not of the headphone above; expected it to begin with m/");
    check_headphone("model M\nid mm/x",
                    "t.tare:5:4: id is not of the headphone above; expected it to begin with m/");
    check_bad_line("peak 100 1 1,", "t.tare:8:14: band is missing; expected one after the comma");
    check_bad_line("peak 100 1 1, 200 -2", "t.tare:8:21: Q is missing; expected a number");
    check_bad_line("peak 100 1 1 left,, 200 -2 1",
                   "t.tare:8:19: frequency is no number; expected one like -6.5");
}

/** Writes a text into a new file whose name comes into `path`. */
static void write_file(char* path, const char* text)
{
    const int file = mkstemp(path);
    REQUIRE(file >= 0);
    CHECK(write(file, text, strlen(text)) == (ssize_t)strlen(text));
    close(file);
}

static void test_corrections_are_read_when_they_are_asked_for(void)
{
    char path[] = "/tmp/tare test catalogue XXXXXX";
    write_file(path, shelf);
    TareCatalogue* catalogue = tare_catalogue_new();
    CHECK(tare_catalogue_add_file(catalogue, path, TARE_READ_ENTRIES, NULL) == TARE_OK);
    unlink(path);
    check_shelf(catalogue);
    const TareEntry* entry = tare_catalogue_find_id(catalogue, "b-two/x");
    CHECK(entry && tare_catalogue_correction(catalogue, entry, NULL) ==
                       tare_catalogue_correction(catalogue, entry, NULL));
    tare_catalogue_free(catalogue);
}

/** All that can be said of a text is said of it in the end, read at once or bit by bit. */
static void test_what_is_wrong_with_bands_is_reported_when_they_are_asked_for(void)
{
    char path[] = "/tmp/tare test catalogue XXXXXX";
    write_file(path, "kind user\nrate 48000\n\nid a\nbrand A\nmodel A\n\n# x\npeak 1 1 1\n"
                     "id b\nbrand B\nmodel B\npeak 100 1 1\nevidence f\nline 3\n");
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    TareCatalogue* catalogue = tare_catalogue_new();
    CHECK(tare_catalogue_add_file(catalogue, path, TARE_READ_ENTRIES, &reporter) == TARE_OK);
    CHECK(seen.n == 0 && tare_catalogue_n_corrections(catalogue) == 2);
    unlink(path);
    for (unsigned i = 1; i <= 2; ++i) {
        CHECK(!tare_catalogue_correction(catalogue, tare_catalogue_get(catalogue, 0), &reporter));
        CHECK(seen.n == i && strstr(seen.last, ":9:6: frequency is out of range"));
    }
    const TareCorrection* b =
        tare_catalogue_correction(catalogue, tare_catalogue_get(catalogue, 1), &reporter);
    REQUIRE(b != NULL);
    CHECK(seen.n == 2 && b->set.reference_rate_hz == 48000 && b->set.n_bands == 1 &&
          b->n_evidence == 1 && b->evidence[0].line == 3);
    tare_catalogue_free(catalogue);
}

static void test_headphones_read_back(void)
{
    const TareCorrection shared = {.entry.author = "A", .entry.kind = TARE_KIND_PRESET};
    const TareCorrection c = {.entry.id = "b-two/x",
                              .entry.brand = "B",
                              .entry.model = "Two",
                              .entry.variant = "blue",
                              .entry.author = "A",
                              .entry.form = TARE_FORM_IN_EAR,
                              .entry.kind = TARE_KIND_PRESET};
    char* text = NULL;
    size_t length = 0;
    FILE* out = open_memstream(&text, &length);
    CHECK(tare_catalogue_write_shared(out, &shared));
    CHECK(tare_catalogue_write_headphone(out, "b-two", &c, &shared));
    CHECK(tare_catalogue_write_block(out, &c, &shared, &c));
    TareCorrection without = c;
    without.entry.variant = NULL;
    CHECK(!tare_catalogue_write_block(out, &without, &shared, &c));
    fclose(out);
    CHECK(strstr(text, "headphone b-two\nbrand B\nmodel Two\nvariant blue\nform in-ear\n"
                       "id b-two/x\npreamp 0\n") != NULL);
    TareStatus status;
    Seen seen = {0};
    TareCatalogue* catalogue = read_text(text, &status, &seen);
    CHECK(status == TARE_OK);
    const TareEntry* entry = tare_catalogue_get(catalogue, 0);
    REQUIRE(entry != NULL);
    CHECK_STR(entry->variant, "blue");
    CHECK_STR(entry->author, "A");
    tare_catalogue_free(catalogue);
    free(text);
}

int main(void)
{
    RUN(test_what_stands_below_a_headphone_counts_for_its_blocks);
    RUN(test_reports_what_is_wrong_below_a_headphone);
    RUN(test_corrections_are_read_when_they_are_asked_for);
    RUN(test_what_is_wrong_with_bands_is_reported_when_they_are_asked_for);
    RUN(test_headphones_read_back);
    return check_done();
}
