/* Corrections out of files of all formats. */

#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "fakes/failing_malloc.h"
#include "formats/contents.h"
#include "formats/formats.h"
#include "formats/input.h"
#include "helpers/check.h"
#include "helpers/seen.h"

#include <stdlib.h>
#include <unistd.h>

static const char review[] = "---\n"
                             "target_name: \"Acme One\"\n"
                             "tags: [Headphones]\n"
                             "---\n\n## Scientific Validity\n\n"
                             "Sound improves with a -6dB cut at 5.5kHz (Q=8).\n";
static const char own[] = "kind preset\n"
                          "id acme-one/anna\n"
                          "brand Acme\n"
                          "model One\n"
                          "rate 48000\n"
                          "preamp -3\n"
                          "peak 100 3 1.41 left\n"
                          "evidence a.csv\n"
                          "text some words\n"
                          "\n"
                          "id acme-two/anna\n"
                          "brand Acme\n"
                          "model Two\n"
                          "peak 200 -3 1.41\n";
static const char opra[] =
    "{\"type\":\"vendor\",\"id\":\"acme\",\"data\":{\"name\":\"Acme\"}}\n"
    "{\"type\":\"product\",\"id\":\"acme_one\",\"data\":{\"vendor_id\":\"acme\",\"name\":\"One\","
    "\"type\":\"headphones\",\"subtype\":\"in_ear\"}}\n"
    "{\"type\":\"eq\",\"id\":\"x\",\"data\":{\"product_id\":\"acme_one\",\"author\":\"An Na\","
    "\"details\":\"\",\"type\":\"parametric_eq\",\"parameters\":{\"gain_db\":-3,\"bands\":["
    "{\"type\":\"peak_dip\",\"frequency\":100,\"gain_db\":-2.5,\"q\":1.41}]}}}\n";

static const char apo[] = "Preamp: -3 dB\n"
                          "Channel: L\n"
                          "Filter 1: ON PK Fc 100 Hz Gain 3 dB Q 1.41\n"
                          "# Written by Tare.\n"
                          "# Model: Acme One\n";

static const struct {
    const char *format, *text;
    size_t n;
} samples[] = {{"review", review, 1}, {"tare", own, 2}, {"opra", opra, 1}, {"apo", apo, 1}};

enum { N_SAMPLES = sizeof samples / sizeof *samples };

static const char* kind_of(const char* path, const char* text)
{
    const TareFormat* const format = tare_formats_of(path, text, strlen(text));
    return format ? format->name : NULL;
}

static void test_kind_is_told_by_content_then_by_name(void)
{
    CHECK_STR(kind_of("a.tare", apo), "apo");
    CHECK_STR(kind_of("a.md", "filter 1: on\n"), "apo");
    CHECK_STR(kind_of("a.tare", review), "review");
    CHECK_STR(kind_of("a.tare", "\xEF\xBB\xBF---\n"), "review");
    CHECK_STR(kind_of("a.md", own), "tare");
    CHECK_STR(kind_of("a.md", ""), "review");
    CHECK_STR(kind_of("a.md", opra), "opra");
    CHECK_STR(kind_of("a.jsonl", ""), "opra");
    CHECK_STR(kind_of("a", own), "tare");
    CHECK_STR(kind_of("a.tare", ""), "tare");
    CHECK_STR(kind_of("a", "\xEF\xBB\xBF# words\n\n  brand\tAcme\n"), "tare");
    CHECK(!kind_of("a", ""));
    CHECK(!kind_of("a.txt", "{\n\"type\": 1}"));
    CHECK(!kind_of("md", "-- -"));
}

static TareStatus read_sample(TareContents* contents, size_t i, const TareReporter* reporter)
{
    const TareFormat* const format = tare_formats_find(samples[i].format);
    const TareFormatInput input = {
        .file = "f", .text = samples[i].text, .length = strlen(samples[i].text)};
    return format->read(contents, &input, reporter);
}

static bool has_channels(const TareContents* contents)
{
    for (size_t i = 0; i < contents->n; ++i)
        for (uint32_t k = 0; k < contents->corrections[i].set.n_bands; ++k)
            if (contents->corrections[i].set.bands[k].channel != TARE_CHANNEL_BOTH)
                return true;
    return false;
}

/** Each correction has what every correction has, and no more than its format holds. */
static void test_samples_of_all_formats(void)
{
    for (size_t i = 0; i < N_SAMPLES; ++i) {
        TareContents contents;
        const unsigned holds = tare_formats_find(samples[i].format)->holds;
        CHECK(read_sample(&contents, i, NULL) == TARE_OK);
        CHECK(contents.n == samples[i].n);
        CHECK(contents.n <= 1 || holds & TARE_FORMAT_HOLDS_SEVERAL);
        CHECK(!has_channels(&contents) || holds & TARE_FORMAT_HOLDS_CHANNELS);
        for (size_t k = 0; k < contents.n; ++k) {
            const TareEntry* const entry = &contents.corrections[k].entry;
            CHECK(entry->id && entry->brand && entry->model);
            CHECK_STR(entry->brand, "Acme");
            CHECK(contents.corrections[k].set.n_bands == 1);
        }
        tare_contents_clear(&contents);
        CHECK(contents.n == 0 && !contents.corrections);
    }
}

static void test_own_text_keeps_everything(void)
{
    TareContents contents;
    CHECK(read_sample(&contents, 1, NULL) == TARE_OK);
    REQUIRE(contents.n == 2);
    const TareCorrection* const c = &contents.corrections[0];
    CHECK_STR(c->entry.id, "acme-one/anna");
    CHECK(c->entry.kind == TARE_KIND_PRESET && c->set.reference_rate_hz == 48000);
    CHECK(c->set.preamp_db == -3 && c->set.bands[0].channel == TARE_CHANNEL_LEFT);
    REQUIRE(c->n_evidence == 1);
    CHECK_STR(c->evidence[0].file, "a.csv");
    CHECK_STR(c->evidence[0].text, "some words");
    CHECK_STR(contents.corrections[1].entry.model, "Two");
    tare_contents_clear(&contents);
}

static void test_opra_names_headphone_and_author(void)
{
    TareContents contents;
    CHECK(read_sample(&contents, 2, NULL) == TARE_OK);
    REQUIRE(contents.n == 1);
    CHECK_STR(contents.corrections[0].entry.id, "acme-one/an-na");
    tare_contents_clear(&contents);
}

static void check_bad(const char* format, const char* text, TareStatus status, const char* says)
{
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    TareContents contents;
    const TareFormatInput input = {.file = "f", .text = text, .length = strlen(text)};
    CHECK(tare_formats_find(format)->read(&contents, &input, &reporter) == status);
    CHECK(contents.n == 0 && !contents.corrections);
    CHECK(strstr(seen.last, says) != NULL);
}

static void test_what_gives_nothing_says_why(void)
{
    check_bad("review", "---\ntags: [Headphones]\ntarget_name: A B\n---\n\nIt is fine.\n",
              TARE_NOT_FOUND, "f gives no correction: it says nothing in figures");
    check_bad("review", "---\ntags: [Soap]\ntarget_name: A B\n---\n\nIt is fine.\n", TARE_NOT_FOUND,
              "f gives no correction: it is not about a headphone");
    check_bad("review", "---\n", TARE_BAD_INPUT, "f:");
    check_bad("tare", "colour blue\n", TARE_BAD_INPUT, "f:1:1: unknown key");
    check_bad("opra", "{\"type\": 1}\n", TARE_BAD_INPUT, "f:1:");
}

/** Writes a file and reads it as what it is. */
static TareStatus read_file(TareContents* contents, const char* text, size_t length,
                            const TareReporter* reporter)
{
    char path[] = "/tmp/tare-test-XXXXXX";
    const int descriptor = mkstemp(path);
    FILE* const file = descriptor >= 0 ? fdopen(descriptor, "w") : NULL;
    CHECK(file && fwrite(text, 1, length, file) == length && fclose(file) == 0);
    const TareStatus status =
        tare_formats_read_file(contents, path, TARE_DIALECT_BY_TEXT, reporter);
    unlink(path);
    return status;
}

static void test_files(void)
{
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    TareContents contents;
    for (size_t i = 0; i < N_SAMPLES; ++i) {
        CHECK(read_file(&contents, samples[i].text, strlen(samples[i].text), NULL) == TARE_OK);
        CHECK(contents.n == samples[i].n);
        tare_contents_clear(&contents);
    }
    const size_t n_long = (1 << 20) + 1;
    char* const text = malloc(n_long);
    REQUIRE(text);
    memset(text, '-', n_long);
    CHECK(read_file(&contents, text, n_long, &reporter) == TARE_BAD_INPUT && contents.n == 0);
    CHECK(strstr(seen.last, "file is too long; expected at most 1048576 bytes") != NULL);
    free(text);
    CHECK(read_file(&contents, "words", 5, &reporter) == TARE_BAD_INPUT && contents.n == 0);
    CHECK(strstr(seen.last, ":0:0: is of no known format; expected one") != NULL);
    CHECK(tare_formats_read_file(&contents, "/absent", TARE_DIALECT_BY_TEXT, &reporter) ==
          TARE_IO_ERROR);
    CHECK(contents.n == 0 && strstr(seen.last, "/absent:0:0: cannot be opened") != NULL);
}

static void test_failed_allocations(void)
{
    for (size_t i = 0; i < N_SAMPLES; ++i)
        for (unsigned n = 1;; ++n) {
            TareContents contents;
            failing_malloc_start(n);
            const TareStatus status = read_sample(&contents, i, NULL);
            const unsigned n_asked = failing_malloc_stop();
            CHECK(status == TARE_OK ? contents.n == samples[i].n : status == TARE_NO_MEMORY);
            CHECK(status == TARE_OK || (contents.n == 0 && !contents.corrections));
            tare_contents_clear(&contents);
            if (n_asked < n)
                break;
        }
}

int main(void)
{
    RUN(test_kind_is_told_by_content_then_by_name);
    RUN(test_samples_of_all_formats);
    RUN(test_own_text_keeps_everything);
    RUN(test_opra_names_headphone_and_author);
    RUN(test_what_gives_nothing_says_why);
    RUN(test_files);
    RUN(test_failed_allocations);
    return check_done();
}
