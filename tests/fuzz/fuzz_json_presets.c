/* Broken presets in JSON, of every program: whatever the bytes, the readers come back, say what is
   wrong, and what they made of the rest is in order. Seeded: the same in each run. */

#include "corrections/correction.h"
#include "corrections/range.h"
#include "fakes/failing_malloc.h"
#include "formats/contents.h"
#include "formats/formats.h"
#include "formats/input.h"
#include "helpers/check.h"
#include "helpers/mutate.h"
#include "helpers/noise.h"

#include <stdlib.h>

enum { MAX_LENGTH = 1536, ROUNDS = 20000 };

static const struct {
    const char *format, *text;
} seeds[] = {
    {"easyeffects",
     "{\"output\":{\"plugins_order\":[\"equalizer#0\"],\"equalizer#0\":{\"bypass\":false,"
     "\"input-gain\":-6.5,\"num-bands\":2,\"split-channels\":true,\"left\":{\"band0\":{\"type\":"
     "\"Bell\",\"mode\":\"APO (DR)\",\"slope\":\"x1\",\"gain\":3.0,\"frequency\":100.0,\"q\":1.4},"
     "\"band1\":{\"type\":\"Lo-shelf\",\"mode\":\"APO (DR)\",\"slope\":\"x1\",\"solo\":false,"
     "\"gain\":3,\"frequency\":90,\"q\":0.7}},\"right\":{\"band0\":{\"type\":\"Off\"}}},"
     "\"limiter#0\":{}},\"input\":{}}"},
    {"poweramp",
     "[{\"name\":\"Acme One\",\"preamp\":-6.5,\"parametric\":true,\"bands\":[{\"type\":4,"
     "\"channels\":0,\"frequency\":90,\"q\":0.7,\"gain\":4.5},{\"type\":3,\"channels\":1,"
     "\"frequency\":3000,\"q\":2,\"gain\":-3}]},{\"bands\":[{\"type\":0,\"frequency\":"
     "9000,\"q\":0.8,\"gain\":0}],\"preamp\":0}]"},
    {"opra-eq",
     "{\"author\":\"AutoEQ\",\"details\":\"Harman Target\",\"link\":\"http://a\",\"type\":"
     "\"parametric_eq\",\"parameters\":{\"gain_db\":-6,\"bands\":[{\"type\":\"peak_dip\","
     "\"frequency\":100,\"gain_db\":-2.5,\"q\":1.41},{\"type\":\"high_pass\","
     "\"frequency\":20,\"slope\":24}]}}"},
};

enum { N_SEEDS = sizeof seeds / sizeof *seeds };

static uint64_t random_state = 88172645463325252u;

static void count(void* data, const TareReport* report)
{
    unsigned* const n = data;
    ++n[report->severity];
    CHECK(strstr(report->message, "; expected") != NULL);
}

static void check_correction(const TareCorrection* c)
{
    CHECK(c->entry.id && tare_entry_id_is_valid(c->entry.id) && c->entry.brand && c->entry.model);
    CHECK(c->set.n_bands <= TARE_MAX_BANDS);
    CHECK(tare_range_holds(&tare_preamp_range, c->set.preamp_db));
    for (uint32_t i = 0; i < c->set.n_bands; ++i) {
        const TareBand* const band = &c->set.bands[i];
        CHECK((unsigned)band->type < TARE_N_BAND_TYPES);
        CHECK(tare_range_holds(&tare_freq_range, band->freq_hz));
        CHECK(tare_range_holds(&tare_gain_range, band->gain_db));
        CHECK(tare_range_holds(&tare_q_range, band->q));
    }
}

static TareStatus read_as(const char* format, TareContents* contents, const char* text,
                          size_t length, const TareReporter* reporter)
{
    const TareFormatInput input = {.file = "fuzz", .text = text, .length = length};
    return tare_formats_find(format)->read(contents, &input, reporter);
}

static void test_broken_presets(void)
{
    unsigned n_good = 0, n_bad = 0;
    for (int round = 0; round < ROUNDS; ++round) {
        unsigned n[TARE_ERROR + 1] = {0};
        const TareReporter reporter = {count, n};
        const size_t seed = noise_below(&random_state, N_SEEDS);
        char text[MAX_LENGTH];
        size_t length = strlen(seeds[seed].text);
        memcpy(text, seeds[seed].text, length);
        length = mutate(text, length, MAX_LENGTH, &random_state);
        char* const exact = malloc(length + 1);
        memcpy(exact, text, length);
        exact[length] = '\0';
        TareContents contents;
        const TareStatus status = read_as(seeds[seed].format, &contents, exact, length, &reporter);
        CHECK(status == TARE_OK ? contents.n > 0 : contents.n == 0 && n[TARE_ERROR] > 0);
        for (size_t i = 0; i < contents.n; ++i)
            check_correction(&contents.corrections[i]);
        n_good += status == TARE_OK;
        n_bad += status != TARE_OK;
        tare_contents_clear(&contents);
        (void)tare_formats_of("x", exact, length);
        free(exact);
    }
    CHECK(n_good > ROUNDS / 50 && n_bad > ROUNDS / 10);
}

static void test_failed_allocations(void)
{
    for (size_t i = 0; i < N_SEEDS; ++i)
        for (unsigned n = 1;; ++n) {
            TareContents contents;
            failing_malloc_start(n);
            const TareStatus status =
                read_as(seeds[i].format, &contents, seeds[i].text, strlen(seeds[i].text), NULL);
            const unsigned n_asked = failing_malloc_stop();
            CHECK(status == (n_asked < n ? TARE_OK : TARE_NO_MEMORY));
            CHECK((contents.n > 0) == (status == TARE_OK));
            tare_contents_clear(&contents);
            if (n_asked < n)
                break;
        }
}

int main(void)
{
    RUN(test_broken_presets);
    RUN(test_failed_allocations);
    return check_done();
}
