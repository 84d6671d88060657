#include "helpers/readers.h"

#include "corrections/correction.h"
#include "corrections/range.h"
#include "fakes/failing_malloc.h"
#include "formats/contents.h"
#include "formats/formats.h"
#include "formats/input.h"
#include "helpers/mutate.h"
#include "helpers/noise.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_LENGTH = 2048 };

static TareStatus read_file(const char* format, TareContents* contents, const char* path,
                            const char* text, size_t length, const TareReporter* reporter)
{
    const TareFormatInput input = {.file = path, .text = text, .length = length};
    return tare_formats_find(format)->read(contents, &input, reporter);
}

TareStatus readers_read(const char* format, TareContents* contents, const char* text, size_t length,
                        const TareReporter* reporter)
{
    char* const exact = malloc(length + 1);
    memcpy(exact, text, length);
    exact[length] = '\0';
    const TareStatus status = read_file(format, contents, "fuzz", exact, length, reporter);
    (void)tare_formats_of("x", exact, length);
    free(exact);
    return status;
}

bool readers_is_in_order(const TareCorrection* c)
{
    bool is_good = c->entry.id && tare_entry_id_is_valid(c->entry.id) && c->entry.brand &&
                   c->entry.model && c->set.n_bands <= TARE_MAX_BANDS &&
                   tare_range_holds(&tare_preamp_range, c->set.preamp_db);
    for (uint32_t i = 0; is_good && i < c->set.n_bands; ++i) {
        const TareBand* const band = &c->set.bands[i];
        is_good = (unsigned)band->type < TARE_N_BAND_TYPES &&
                  (unsigned)band->channel < TARE_N_CHANNEL_CHOICES &&
                  tare_range_holds(&tare_freq_range, band->freq_hz) &&
                  tare_range_holds(&tare_gain_range, band->gain_db) &&
                  tare_range_holds(&tare_q_range, band->q);
    }
    return is_good;
}

/** What was reported of a file. */
typedef struct {
    unsigned n[TARE_ERROR + 1];
    bool is_worded;
} Reports;

static void hear(void* data, const TareReport* report)
{
    Reports* const reports = data;
    ++reports->n[report->severity];
    reports->is_worded =
        reports->is_worded && strstr(report->message, "; expected") && report->file;
}

ReaderOutcomes readers_read_damaged(const ReaderSeed* seeds, size_t n_seeds, unsigned n_rounds,
                                    uint64_t* random)
{
    ReaderOutcomes outcomes = {0};
    for (unsigned round = 0; round < n_rounds; ++round) {
        Reports reports = {.is_worded = true};
        const TareReporter reporter = {hear, &reports};
        const ReaderSeed* const seed = &seeds[noise_below(random, n_seeds)];
        char text[MAX_LENGTH];
        TareContents contents;
        size_t length = strlen(seed->text);
        memcpy(text, seed->text, length);
        length = mutate(text, length, sizeof text, random);
        const TareStatus status = readers_read(seed->format, &contents, text, length, &reporter);
        bool is_good = reports.is_worded && (status == TARE_OK) == (contents.n > 0) &&
                       (status == TARE_OK || reports.n[TARE_ERROR] > 0);
        for (size_t i = 0; i < contents.n; ++i)
            is_good = is_good && readers_is_in_order(&contents.corrections[i]);
        outcomes.n_good += status == TARE_OK;
        outcomes.n_bad += status != TARE_OK;
        outcomes.n_wrong += !is_good;
        tare_contents_clear(&contents);
    }
    return outcomes;
}

bool readers_survive(const char* format, const char* path, const char* text, size_t length)
{
    TareContents whole;
    const TareStatus wanted = read_file(format, &whole, path, text, length, NULL);
    const size_t n_wanted = whole.n;
    tare_contents_clear(&whole);
    for (unsigned n = 1;; ++n) {
        TareContents contents;
        failing_malloc_start(n);
        const TareStatus status = read_file(format, &contents, path, text, length, NULL);
        const bool is_whole = failing_malloc_stop() < n;
        const size_t n_read = contents.n;
        tare_contents_clear(&contents);
        if (is_whole)
            return status == wanted && n_read == n_wanted;
        if (status != TARE_NO_MEMORY || n_read > 0)
            return false;
    }
}
