/* Corrections of one source on their way into the catalogue. */

#include "base/text.h"
#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/seen.h"
#include "make/batch.h"

#include <stdlib.h>

typedef struct {
    const char *brand, *model, *variant, *author;
    double gain_db;
} Sample;

/** A correction of a sample, which owns its texts. */
static TareCorrection correction_of(const Sample* sample)
{
    TareCorrection c = {.entry = {.kind = TARE_KIND_PRESET},
                        .set = {.n_bands = 1, .bands = {{.freq_hz = 1000, .q = 1}}}};
    c.set.bands[0].gain_db = sample->gain_db;
    CHECK(tare_text_set(&c.entry.brand, sample->brand) &&
          tare_text_set(&c.entry.model, sample->model) &&
          tare_text_set(&c.entry.variant, sample->variant) &&
          tare_text_set(&c.entry.author, sample->author));
    return c;
}

static TareBatch batch_of(const Sample* samples, size_t n)
{
    TareBatch batch = {0};
    for (size_t i = 0; i < n; ++i) {
        TareCorrection c = correction_of(&samples[i]);
        CHECK(tare_batch_add(&batch, &c));
        CHECK(!c.entry.brand && !c.entry.author); /* moved away */
    }
    return batch;
}

#define BATCH_OF(samples) batch_of((samples), sizeof(samples) / sizeof *(samples))

static void check_names(const TareBatch* batch, size_t i, const char* brand, const char* model,
                        const char* variant)
{
    CHECK_STR(batch->corrections[i].entry.brand, brand);
    CHECK_STR(batch->corrections[i].entry.model, model);
    CHECK_STR(batch->corrections[i].entry.variant, variant);
}

static void test_the_spelling_of_most_wins(void)
{
    static const Sample samples[] = {{"ACME", "One-2", NULL, "A", 1},
                                     {"Acme", "One 2", NULL, "B", 1},
                                     {"Acme", "One 2", NULL, "C", 1},
                                     {"Other", "One 2", NULL, "D", 1}};
    TareBatch batch = BATCH_OF(samples);
    CHECK(tare_batch_settle_names(&batch, NULL, NULL));
    for (size_t i = 0; i < 3; ++i)
        check_names(&batch, i, "Acme", "One 2", NULL);
    check_names(&batch, 3, "Other", "One 2", NULL);
    tare_batch_clear(&batch);
    CHECK(!batch.corrections && batch.n == 0);
}

static void test_the_longest_then_the_first_wins_a_tie(void)
{
    static const Sample samples[] = {{"Acme", "One2", NULL, "A", 1},
                                     {"Acme", "One 2", NULL, "B", 1}};
    static const Sample alike[] = {{"Acme", "one", NULL, "A", 1}, {"ACME", "One", NULL, "B", 1}};
    TareBatch batch = BATCH_OF(samples);
    CHECK(tare_batch_settle_names(&batch, NULL, NULL));
    check_names(&batch, 0, "Acme", "One 2", NULL);
    tare_batch_clear(&batch);
    batch = BATCH_OF(alike);
    CHECK(tare_batch_settle_names(&batch, NULL, NULL));
    check_names(&batch, 0, "ACME", "One", NULL);
    check_names(&batch, 1, "ACME", "One", NULL);
    tare_batch_clear(&batch);
}

static void test_variants_are_spelled_alike_but_kept_apart(void)
{
    static const Sample samples[] = {{"Acme", "One", "ANC on", "A", 1},
                                     {"Acme", "One", "anc on", "B", 1},
                                     {"Acme", "One", "ANC on", "C", 1},
                                     {"acme", "one", "ANC off", "D", 1}};
    TareBatch batch = BATCH_OF(samples);
    batch.corrections[2].entry.form = TARE_FORM_IN_EAR;
    CHECK(tare_batch_settle_names(&batch, NULL, NULL));
    for (size_t i = 0; i < 3; ++i)
        check_names(&batch, i, "Acme", "One", "ANC on");
    check_names(&batch, 3, "Acme", "One", "ANC off");
    for (size_t i = 0; i < 4; ++i) /* what one of them tells holds for all */
        CHECK(batch.corrections[i].entry.form == TARE_FORM_IN_EAR);
    tare_batch_clear(&batch);
}

static void test_ids(void)
{
    static const Sample samples[] = {{"Acme", "One", NULL, "Jo", 1},
                                     {"Acme", "One", "ANC on", "Jo", 1},
                                     {"Acme", "One", NULL, "Jo", 2},
                                     {"Acme", "One", NULL, "Jo", 1},
                                     {"?", "!", NULL, "?", 1}};
    TareBatch batch = BATCH_OF(samples);
    CHECK(tare_text_set(&batch.corrections[1].entry.rig, "GRAS"));
    CHECK(tare_text_set(&batch.corrections[1].entry.target, "Flat"));
    CHECK(tare_batch_make_ids(&batch));
    REQUIRE(batch.n == 4); /* the last but one says what the first one says */
    CHECK_STR(batch.corrections[0].entry.id, "acme-one/jo");
    CHECK_STR(batch.corrections[1].entry.id, "acme-one-anc-on/jo-gras-flat");
    CHECK_STR(batch.corrections[2].entry.id, "acme-one/jo-2");
    CHECK_STR(batch.corrections[3].entry.id, "unnamed/unnamed");
    tare_batch_clear(&batch);
}

/** The usual target is not in an id, nor is that of a fit. */
static void test_targets_in_ids(void)
{
    static const Sample samples[] = {{"Acme", "One", NULL, "Jo", 1},
                                     {"Acme", "Two", NULL, "Jo", 1}};
    TareBatch batch = BATCH_OF(samples);
    CHECK(tare_text_set(&batch.corrections[0].entry.target, "Harman Target"));
    CHECK(tare_text_set(&batch.corrections[1].entry.target, "Flat"));
    batch.corrections[1].entry.kind = TARE_KIND_MEASUREMENT;
    CHECK(tare_batch_make_ids(&batch));
    CHECK_STR(batch.corrections[0].entry.id, "acme-one/jo");
    CHECK_STR(batch.corrections[1].entry.id, "acme-two/jo");
    tare_batch_clear(&batch);
}

/** A number may give an id that is there already; a slash is a hyphen in names of files. */
static void test_numbered_ids_do_not_meet_others(void)
{
    static const Sample samples[] = {{"Acme", "One", NULL, "Jo", 1},
                                     {"Acme", "One", NULL, "Jo", 2},
                                     {"Acme", "One", NULL, "Jo 2", 3},
                                     {"Acme", "One Jo", NULL, "2", 4}};
    TareBatch batch = BATCH_OF(samples);
    CHECK(tare_batch_make_ids(&batch));
    REQUIRE(batch.n == 4);
    for (size_t i = 0; i < batch.n; ++i)
        for (size_t k = 0; k < i; ++k) {
            char* a = tare_text_copy(batch.corrections[i].entry.id, 60);
            char* b = tare_text_copy(batch.corrections[k].entry.id, 60);
            REQUIRE(a && b);
            *strchr(a, '/') = *strchr(b, '/') = '-';
            CHECK(strcmp(a, b) != 0);
            free(a);
            free(b);
        }
    tare_batch_clear(&batch);
}

static void test_long_names_give_ids_that_are_names_of_files(void)
{
    char model[400] = "", author[400] = "";
    for (unsigned i = 0; i < 399; ++i)
        model[i] = 'm', author[i] = 'a';
    const Sample sample = {"Acme", model, NULL, author, 1};
    TareBatch batch = batch_of(&sample, 1);
    CHECK(tare_batch_make_ids(&batch));
    CHECK(strlen(batch.corrections[0].entry.id) == 140 + 1 + 80);
    tare_batch_clear(&batch);
}

static void test_sorting_keeps_the_first_of_one_id(void)
{
    static const Sample samples[] = {
        {"B", "b", NULL, "x", 1}, {"A", "a", NULL, "y", 2}, {"A", "a", NULL, "z", 3}};
    TareBatch batch = BATCH_OF(samples);
    static const char* const ids[] = {"b/x", "a/y", "a/y"};
    static const char* const files[] = {"1.md", "3.md", "2.md"};
    for (size_t i = 0; i < 3; ++i) {
        const TareEvidence evidence = {.file = files[i]};
        CHECK(tare_text_set(&batch.corrections[i].entry.id, ids[i]) &&
              tare_correction_add_evidence(&batch.corrections[i], &evidence));
    }
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    tare_batch_sort(&batch, &reporter);
    REQUIRE(batch.n == 2);
    CHECK(batch.corrections[0].set.bands[0].gain_db == 3);
    CHECK_STR(batch.corrections[1].entry.id, "b/x");
    CHECK(seen.n == 1 && seen.severity == TARE_WARNING);
    CHECK_STR(seen.last, "3.md:0:0: left out, as 2.md gives \"a/y\" already; expected one review "
                         "of a model");
    tare_batch_clear(&batch);
    tare_batch_sort(&batch, &reporter);
    CHECK(batch.n == 0 && seen.n == 1);
}

static size_t n_told;

static void count(size_t done, size_t total)
{
    CHECK(done == n_told++ && total == 2);
}

/** A preamp that is lower than needed was meant so. */
static void test_preamps(void)
{
    static const Sample samples[] = {{"A", "a", NULL, "x", 6}, {"B", "b", NULL, "x", 6}};
    TareBatch batch = BATCH_OF(samples);
    batch.corrections[0].set.preamp_db = -9;
    n_told = 0;
    CHECK(tare_batch_make_preamps_safe(&batch, count));
    CHECK(n_told == 2);
    CHECK(batch.corrections[0].set.preamp_db == -9);
    CHECK(batch.corrections[1].set.preamp_db <= -6 && batch.corrections[1].set.preamp_db > -6.3);
    tare_batch_clear(&batch);
}

/** What was written says the same when it is read. */
static void check_round_trip(bool by_headphone)
{
    static const Sample samples[] = {{"Acme", "One", NULL, "Jo", 1},
                                     {"Acme", "One", NULL, "Mo", 2},
                                     {"Acme", "Two", "worn", "Jo", 3}};
    TareBatch batch = BATCH_OF(samples);
    char* text = NULL;
    size_t length = 0;
    CHECK(tare_batch_make_ids(&batch));
    FILE* const out = open_memstream(&text, &length);
    CHECK(tare_batch_write(&batch, out, by_headphone, NULL));
    fclose(out);
    TareCatalogue* const catalogue = tare_catalogue_new();
    REQUIRE(tare_catalogue_add_text(catalogue, "t", text, length, NULL) == TARE_OK);
    REQUIRE(tare_catalogue_n_corrections(catalogue) == 3);
    for (size_t i = 0; i < 3; ++i) {
        const TareEntry* const entry = &batch.corrections[i].entry;
        const TareEntry* const found = tare_catalogue_find_id(catalogue, entry->id);
        REQUIRE(found != NULL);
        CHECK_STR(found->model, entry->model);
        CHECK_STR(found->variant, entry->variant);
        CHECK_STR(found->author, entry->author);
        CHECK(tare_catalogue_correction(catalogue, found, NULL)->set.bands[0].gain_db ==
              samples[i].gain_db);
    }
    tare_catalogue_free(catalogue);
    free(text);
    tare_batch_clear(&batch);
}

static void test_written_batches_read_back(void)
{
    check_round_trip(false);
    check_round_trip(true);
}

static void test_what_cannot_be_kept_is_told(void)
{
    static const Sample samples[] = {{"A", "a", NULL, "x", 99}};
    TareBatch batch = BATCH_OF(samples), none = {0};
    char* text = NULL;
    size_t length = 0;
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    CHECK(tare_batch_make_ids(&batch));
    FILE* const out = open_memstream(&text, &length);
    CHECK(tare_batch_write(&none, out, true, &reporter));
    fflush(out);
    CHECK(length == 0 && seen.n == 0);
    CHECK(!tare_batch_write(&batch, out, true, &reporter));
    CHECK_STR(seen.last,
              "a-a/x:0:0: correction cannot be kept; expected values in range and UTF-8");
    fclose(out);
    free(text);
    FILE* const full = fopen("/dev/full", "w");
    setbuf(full, NULL);
    batch.corrections[0].set.bands[0].gain_db = 1;
    seen = (Seen){0};
    CHECK(!tare_batch_write(&batch, full, false, &reporter) && seen.n == 0);
    fclose(full);
    tare_batch_clear(&batch);
}

static void test_failed_allocations(void)
{
    static const Sample samples[] = {{"Acme", "One", NULL, "Jo", 1},
                                     {"ACME", "One", NULL, "Jo", 2},
                                     {"Acme", "One", "worn", "Jo", 3}};
    for (unsigned n = 1;; ++n) {
        TareBatch batch = BATCH_OF(samples);
        failing_malloc_start(n);
        const bool is_good =
            tare_batch_settle_names(&batch, NULL, NULL) && tare_batch_make_ids(&batch);
        TareCorrection more = {0};
        const bool is_added = is_good && tare_batch_add(&batch, &more);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(is_added == (n_asked < n) || (is_good && batch.n == 3));
        tare_batch_clear(&batch);
        if (n_asked < n)
            break;
    }
}

int main(void)
{
    RUN(test_the_spelling_of_most_wins);
    RUN(test_the_longest_then_the_first_wins_a_tie);
    RUN(test_variants_are_spelled_alike_but_kept_apart);
    RUN(test_ids);
    RUN(test_targets_in_ids);
    RUN(test_numbered_ids_do_not_meet_others);
    RUN(test_long_names_give_ids_that_are_names_of_files);
    RUN(test_sorting_keeps_the_first_of_one_id);
    RUN(test_preamps);
    RUN(test_written_batches_read_back);
    RUN(test_what_cannot_be_kept_is_told);
    RUN(test_failed_allocations);
    return check_done();
}
