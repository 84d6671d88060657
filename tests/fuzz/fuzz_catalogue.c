/* Broken catalogues: whatever the bytes, the reader comes back, what it kept is in order, and the
   writer's text of it reads back the same. Seeded: the same in each run. */

#include "corrections/catalogue.h"
#include "corrections/catalogue_write.h"
#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/mutate.h"

#include <stdint.h>
#include <stdlib.h>

static const char seed_text[] =
    "licence MIT\nkind review\nform in-ear\n\nid a/b\nbrand A\nmodel B+\npreamp -6.5\n"
    "peak 5500 -6 8\nlow_shelf 105 5.5 0.7 left\nnotch 50 2\nevidence f.md\nline 3\n"
    "section S\ntext a \xE2\x80\x9Cquote\xE2\x80\x9D\nnote n\nsays remedy\nstated -6.5\n\nid "
    "c/d\nbrand \xC3\x89\nmodel D\n"
    "variant ANC on\naim flat\nversion makeshift\nkind preset\nrate 44100\nhigh_shelf 10000 -1.1 "
    "0.7\nheadphone e\nbrand E\n"
    "model F\nid e/f\npeak 100 1 1, 200 2 2 left\n";

static uint64_t random_state = 88172645463325252u;

/** Whether a text is the other one with one blank for each run of blanks. */
static bool is_same_text(const char* a, const char* b)
{
    if (!a || !b)
        return a == b;
    for (; *a && *a == *b; ++b) {
        const bool is_blank = *a++ == ' ';
        while (is_blank && *a == ' ')
            ++a;
    }
    return *a == *b;
}

/** A text of the catalogue comes back as it was but for runs of blanks. */
static void check_reads_back(const TareCorrection* c)
{
    char* text = NULL;
    size_t length = 0;
    FILE* out = open_memstream(&text, &length);
    CHECK(tare_catalogue_write_block(out, c, NULL, NULL));
    fclose(out);
    TareCatalogue* catalogue = tare_catalogue_new();
    CHECK(tare_catalogue_add_text(catalogue, "again", text, length, NULL) == TARE_OK);
    const TareCorrection* again =
        tare_catalogue_correction(catalogue, tare_catalogue_get(catalogue, 0), NULL);
    CHECK(again != NULL);
    if (again) {
        CHECK(is_same_text(c->entry.id, again->entry.id) &&
              is_same_text(c->entry.licence, again->entry.licence));
        CHECK(c->entry.aim == again->entry.aim &&
              c->entry.is_makeshift == again->entry.is_makeshift);
        CHECK(c->entry.form == again->entry.form && c->entry.kind == again->entry.kind);
        CHECK(c->n_evidence == again->n_evidence && c->set.n_bands == again->set.n_bands);
        for (size_t i = 0; i < c->n_evidence; ++i)
            CHECK(c->evidence[i].is_advice == again->evidence[i].is_advice &&
                  c->evidence[i].stated_db == again->evidence[i].stated_db);
        for (uint32_t i = 0; i < c->set.n_bands; ++i)
            CHECK(c->set.bands[i].freq_hz == again->set.bands[i].freq_hz &&
                  c->set.bands[i].gain_db == again->set.bands[i].gain_db);
    }
    tare_catalogue_free(catalogue);
    free(text);
}

static void count(void* data, const TareReport* report)
{
    unsigned* n = data;
    ++*n;
    const bool is_rest = strncmp(report->message, "there are ", 10) == 0; /* has no place */
    CHECK(strstr(report->message, "; expected"));
    CHECK(is_rest || (report->line >= 1 && report->column >= 1));
}

static void test_broken_catalogues(void)
{
    char text[4096];
    unsigned n_kept = 0, n_reported = 0;
    for (int round = 0; round < 20000; ++round) {
        memcpy(text, seed_text, sizeof seed_text);
        const size_t length = mutate(text, sizeof seed_text - 1, sizeof text, &random_state);
        unsigned n_reports = 0;
        const TareReporter reporter = {count, &n_reports};
        TareCatalogue* catalogue = tare_catalogue_new();
        const TareStatus status =
            tare_catalogue_add_text(catalogue, "fuzz", text, length, &reporter);
        CHECK((status == TARE_OK) == (n_reports == 0));
        const size_t n = tare_catalogue_n_corrections(catalogue);
        for (size_t i = 0; i < n; ++i) {
            const TareCorrection* c =
                tare_catalogue_correction(catalogue, tare_catalogue_get(catalogue, i), NULL);
            CHECK(i == 0 || strcmp(tare_catalogue_get(catalogue, i - 1)->id, c->entry.id) < 0);
            check_reads_back(c);
        }
        n_kept += (unsigned)n;
        n_reported += n_reports;
        tare_catalogue_free(catalogue);
    }
    CHECK(n_kept > 10000 && n_reported > 10000); /* neither all nor nothing was broken */
}

/** Reads a text as often as it asks for memory, each time without another piece of it. */
static void fail_each_allocation(const char* text, size_t length, size_t n_corrections)
{
    for (unsigned n = 1;; ++n) {
        failing_malloc_start(n);
        TareCatalogue* catalogue = tare_catalogue_new();
        const TareStatus status = catalogue
                                      ? tare_catalogue_add_text(catalogue, "t", text, length, NULL)
                                      : TARE_NO_MEMORY;
        const unsigned n_asked = failing_malloc_stop();
        CHECK(status == (n_asked < n ? TARE_OK : TARE_NO_MEMORY));
        CHECK(status != TARE_OK || tare_catalogue_n_corrections(catalogue) == n_corrections);
        tare_catalogue_free(catalogue);
        if (n_asked < n)
            break;
    }
}

static void test_failed_allocations(void)
{
    fail_each_allocation(seed_text, sizeof seed_text - 1, 3);
}

/** Long ids, so that it is one of them for which there is no room. */
static void test_failed_allocations_of_ids(void)
{
    enum { N_IDS = 150, ID_LENGTH = 1900, END_LENGTH = 1905 };
    for (int id_length = ID_LENGTH; id_length < END_LENGTH; ++id_length) {
        char* text = NULL;
        size_t length = 0;
        FILE* const out = open_memstream(&text, &length);
        fputs("kind preset\nheadphone a\nbrand A\nmodel B\n", out);
        for (int i = 0; i < N_IDS; ++i)
            fprintf(out, "id a/%0*d\npeak 100 1 1\n", id_length, i);
        CHECK(fclose(out) == 0);
        fail_each_allocation(text, length, N_IDS);
        free(text);
    }
}

int main(void)
{
    RUN(test_broken_catalogues);
    RUN(test_failed_allocations);
    RUN(test_failed_allocations_of_ids);
    return check_done();
}
