/* Broken databases: whatever the bytes, the reader comes back and says what it left out. And names
   of all kinds: what the catalogue makes of them reads back, and their Turtle is Turtle. Seeded:
   the same in each run. */

#include "base/text.h"
#include "base/utf8.h"
#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "fakes/failing_malloc.h"
#include "formats/formats.h"
#include "formats/opra.h"
#include "formats/output.h"
#include "helpers/check.h"
#include "helpers/noise.h"
#include "lv2/lv2_preset.h"
#include "make/batch.h"

#include <serd/serd.h>
#include <stdint.h>
#include <stdlib.h>

#define PEAK "{\"type\":\"peak_dip\",\"frequency\":100,\"gain_db\":-2.5,\"q\":1.41}"

static const char seed_text[] =
    "{\"type\":\"vendor\",\"id\":\"a\",\"data\":{\"name\":\"Acme\"}}\n"
    "{\"type\":\"product\",\"id\":\"a_o\",\"data\":{\"vendor_id\":\"a\",\"name\":\"One (x)\","
    "\"subtype\":\"in_ear\"}}\n"
    "{\"type\":\"eq\",\"id\":\"e\",\"data\":{\"product_id\":\"a_o\",\"author\":\"AutoEQ\","
    "\"details\":\"Measured by B (c)\",\"type\":\"parametric_eq\",\"parameters\":{\"gain_db\":-1,"
    "\"bands\":[" PEAK ",{\"type\":\"low_pass\",\"frequency\":9000,\"slope\":24}]}}}\n"
    "{\"type\":\"eq\",\"id\":\"e\",\"data\":{\"product_id\":\"a_o\",\"author\":\"o\","
    "\"details\":\"Harman Target \xE2\x80\xA2 pads\",\"type\":\"parametric_eq\",\"parameters\":{"
    "\"gain_db\":0,\"bands\":[" PEAK "]}}}\n";

static uint64_t random_state = 88172645463325252u;

static void count(void* data, const TareReport* report)
{
    ++*(unsigned*)data;
    CHECK(report->line >= 1 && report->column >= 1 && strstr(report->message, "; expected"));
}

static void test_broken_databases(void)
{
    unsigned n_kept = 0, n_reported = 0;
    for (int round = 0; round < 20000; ++round) {
        char text[sizeof seed_text];
        memcpy(text, seed_text, sizeof seed_text);
        for (size_t i = 1 + noise_below(&random_state, 3); i; --i)
            text[noise_below(&random_state, sizeof seed_text - 1)] =
                "\n\"{}[]:,0-9eE\\ \xC3\xFFx"[noise_below(&random_state, 18)];
        TareOpra opra;
        unsigned n_reports = 0;
        const TareReporter reporter = {count, &n_reports};
        const TareStatus status =
            tare_opra_read_text(&opra, "fuzz", text, sizeof text - 1, &reporter);
        CHECK(status == TARE_OK || (status == TARE_BAD_INPUT && n_reports));
        n_kept += (unsigned)opra.n;
        n_reported += n_reports;
        tare_opra_clear(&opra);
    }
    CHECK(n_kept > 5000 && n_reported > 5000); /* neither all nor nothing was broken */
}

static void test_failed_allocations(void)
{
    for (unsigned n = 1;; ++n) {
        TareOpra opra;
        failing_malloc_start(n);
        const TareStatus status =
            tare_opra_read_text(&opra, "t", seed_text, sizeof seed_text - 1, NULL);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(status == (n_asked < n ? TARE_OK : TARE_NO_MEMORY));
        CHECK(opra.n == (status == TARE_OK ? 2 : 0));
        tare_opra_clear(&opra);
        if (n_asked < n)
            break;
    }
}

static void test_failed_allocations_of_a_batch(void)
{
    static const char* const models[] = {"HD 650", "HD650", "HD 650", "K 701"};
    for (unsigned n = 1;; ++n) {
        TareBatch batch = {0};
        for (size_t i = 0; i < sizeof models / sizeof *models; ++i) {
            TareCorrection c = {.entry.brand = tare_text_copy("A", 1),
                                .entry.model = tare_text_copy(models[i], strlen(models[i])),
                                .entry.author = tare_text_copy("B", 1),
                                .set = {.preamp_db = -(double)i}};
            CHECK(tare_batch_add(&batch, &c));
        }
        failing_malloc_start(n);
        const bool is_good =
            tare_batch_settle_names(&batch, NULL, NULL) && tare_batch_make_ids(&batch);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(is_good == (n_asked < n));
        if (is_good) {
            CHECK_STR(batch.corrections[1].entry.id, "a-hd-650/b-2");
            CHECK_STR(batch.corrections[2].entry.id, "a-hd-650/b-3");
        }
        tare_batch_clear(&batch);
        if (n_asked < n)
            break;
    }
}

/** Appends a piece of a name, as JSON. */
static size_t put_piece(char* name, size_t n)
{
    static const char* const pieces[] = {"a",
                                         "B7",
                                         " ",
                                         "-",
                                         "\\\"",
                                         "'",
                                         "<>",
                                         "\\\\",
                                         "\\n",
                                         "\\u0001",
                                         "\\u202e",
                                         "(x)",
                                         ") (",
                                         "\xC3\x98",
                                         "\\ud83c\\udfa7",
                                         "\xE6\xB0\xB4",
                                         "\\u0085",
                                         "$(id)",
                                         "`id`",
                                         ";",
                                         "@",
                                         "^^",
                                         "_:b",
                                         "http://",
                                         "#",
                                         "+",
                                         "/",
                                         "\\u2028",
                                         "%",
                                         "\\t",
                                         "\\\"",
                                         "\\u200b"};
    const char* const piece = pieces[noise_below(&random_state, sizeof pieces / sizeof *pieces)];
    strcpy(name + n, piece);
    return n + strlen(piece);
}

static void make_name(char* name, size_t size)
{
    size_t n = 0;
    name[0] = '\0';
    const size_t n_pieces = 1 + noise_below(&random_state, 11);
    for (size_t i = 0; i < n_pieces && n + 20 < size; ++i)
        n = put_piece(name, n);
}

/** Makes a database out of random names, and the batch of it. */
static void make_batch(TareBatch* batch)
{
    char text[20000];
    size_t n = 0;
    for (unsigned i = 0; i < 12; ++i) {
        char brand[200], model[200], details[200];
        make_name(brand, sizeof brand);
        make_name(model, sizeof model);
        make_name(details, sizeof details);
        n += (size_t)snprintf(
            text + n, sizeof text - n,
            "{\"type\":\"vendor\",\"id\":\"v%u\",\"data\":{\"name\":\"%s\"}}\n"
            "{\"type\":\"product\",\"id\":\"p%u\",\"data\":{\"vendor_id\":\"v%u\",\"name\":\"%s\"}}"
            "\n"
            "{\"type\":\"eq\",\"id\":\"e%u\",\"data\":{\"product_id\":\"p%u\",\"author\":\"A %s\","
            "\"details\":\"%s\",\"type\":\"parametric_eq\",\"parameters\":{\"gain_db\":0,\"bands\":"
            "[" PEAK "]}}}\n",
            i, brand, i, i, model, i, i, model, details);
    }
    TareOpra opra;
    (void)tare_opra_read_text(&opra, "names", text, n, NULL);
    for (size_t i = 0; i < opra.n; ++i)
        CHECK(tare_batch_add(batch, &opra.corrections[i]));
    tare_opra_clear(&opra);
    CHECK(tare_batch_settle_names(batch, NULL, NULL) && tare_batch_make_ids(batch));
    tare_batch_sort(batch, NULL);
}

/** Sliders are fitted, which takes a hundred times as long; their numbers are all their own. */
static bool is_slow(const TareFormat* format)
{
    return strcmp(format->name, "audacious") == 0 || strcmp(format->name, "vlc") == 0;
}

/** Every format's text of a correction is UTF-8 without control characters but for line ends. */
static void check_formats(const TareCorrection* c)
{
    for (size_t k = 0; tare_formats_get(k); ++k) {
        const TareFormat* const writer = tare_formats_get(k);
        if (!writer->write || (writer->holds & TARE_FORMAT_HOLDS_SOUND) || is_slow(writer))
            continue;
        char* text = NULL;
        size_t length = 0;
        FILE* out = open_memstream(&text, &length);
        CHECK(writer->write(
            &(TareFormatOutput){.file = out, .correction = c, .rate_hz = c->set.reference_rate_hz},
            NULL));
        fclose(out);
        CHECK(tare_utf8_is_valid(text, length, NULL));
        for (size_t i = 0; i < length; ++i)
            CHECK((unsigned char)text[i] >= ' ' || text[i] == '\n' || text[i] == '\r' ||
                  text[i] == '\t');
        free(text);
    }
}

static SerdStatus count_statement(void* handle, SerdStatementFlags flags, const SerdNode* graph,
                                  const SerdNode* subject, const SerdNode* predicate,
                                  const SerdNode* object, const SerdNode* datatype,
                                  const SerdNode* lang)
{
    (void)flags, (void)graph, (void)subject, (void)predicate;
    (void)object, (void)datatype, (void)lang;
    ++*(unsigned*)handle;
    return SERD_SUCCESS;
}

/** A strict reader takes the Turtle. */
static void check_turtle(const char* text)
{
    unsigned n = 0;
    SerdReader* reader = serd_reader_new(SERD_TURTLE, &n, NULL, NULL, NULL, count_statement, NULL);
    serd_reader_set_strict(reader, true);
    CHECK(serd_reader_read_string(reader, (const uint8_t*)text) == SERD_SUCCESS && n > 3);
    serd_reader_free(reader);
}

static void check_preset(const TareCorrection* c)
{
    char* text = NULL;
    size_t length = 0;
    FILE* out = open_memstream(&text, &length);
    CHECK(tare_lv2_preset_write_manifest(out, c, "preset.ttl"));
    fclose(out);
    check_turtle(text);
    free(text);
    out = open_memstream(&text, &length);
    CHECK(tare_lv2_preset_write_values(out, c));
    fclose(out);
    check_turtle(text);
    free(text);
}

static void test_names_of_all_kinds(void)
{
    size_t n_read = 0;
    for (int round = 0; round < 300; ++round) {
        TareBatch batch = {0};
        make_batch(&batch);
        char* text = NULL;
        size_t length = 0;
        FILE* out = open_memstream(&text, &length);
        CHECK(tare_batch_write(&batch, out, true, NULL));
        fclose(out);
        TareCatalogue* catalogue = tare_catalogue_new();
        unsigned n_reports = 0;
        const TareReporter reporter = {count, &n_reports};
        CHECK(tare_catalogue_add_text(catalogue, "t", text, length, &reporter) == TARE_OK);
        CHECK(tare_catalogue_n_corrections(catalogue) == batch.n);
        for (size_t i = 0; i < batch.n; ++i) {
            const TareEntry* entry =
                tare_catalogue_find_id(catalogue, batch.corrections[i].entry.id);
            CHECK(entry != NULL);
            const TareCorrection* c =
                entry ? tare_catalogue_correction(catalogue, entry, NULL) : NULL;
            CHECK(c != NULL);
            if (c) {
                check_formats(c);
                check_preset(c);
            }
        }
        n_read += batch.n;
        tare_catalogue_free(catalogue);
        free(text);
        tare_batch_clear(&batch);
    }
    CHECK(n_read > 2000);
}

int main(void)
{
    RUN(test_broken_databases);
    RUN(test_failed_allocations);
    RUN(test_failed_allocations_of_a_batch);
    RUN(test_names_of_all_kinds);
    return check_done();
}
