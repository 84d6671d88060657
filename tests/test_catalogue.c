#include "corrections/aim.h"
#include "corrections/catalogue.h"
#include "corrections/catalogue_write.h"
#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "helpers/check.h"
#include "helpers/some_catalogue.h"

#include <stdlib.h>
#include <unistd.h>

static const char whole[] = "# a comment\n"
                            "licence MIT\n"
                            "kind review\n"
                            "author Somebody Else\n"
                            "\n"
                            "id sony-mdr-ex1000/audioreview\n"
                            "brand Sony\n"
                            "model MDR-EX1000\n"
                            "variant foam tips\n"
                            "form in-ear\n"
                            "date 2025-07-22\n"
                            "aim autoeq-in-ear\n"
                            "version makeshift\n"
                            "rate 44100\n"
                            "preamp -1.5\n"
                            "peak 5500 -6 8\n"
                            "low_shelf 105 1.41 0.7 left\n"
                            "high_pass 22.5 0.6 right\n"
                            "evidence sony/sony-mdr-ex1000.md\n"
                            "section Advice\n"
                            "line 49\n"
                            "text # not a comment: \"-6dB\" at 5.5 kHz\n"
                            "note Q as stated\n"
                            "says remedy\n"
                            "stated -6.25\n"
                            "evidence other.md\n"
                            "\n"
                            "id akg-k-701/x\n"
                            "brand AKG\n"
                            "model K 701\n"
                            "kind preset\n"
                            "author \xC3\x89mile\n";

static void check_sony_evidence(const TareCorrection* c)
{
    REQUIRE(c->n_evidence == 2);
    CHECK_STR(c->evidence[0].file, "sony/sony-mdr-ex1000.md");
    CHECK_STR(c->evidence[0].section, "Advice");
    CHECK(c->evidence[0].line == 49);
    CHECK_STR(c->evidence[0].text, "# not a comment: \"-6dB\" at 5.5 kHz");
    CHECK_STR(c->evidence[0].note, "Q as stated");
    CHECK(c->evidence[0].is_advice && c->evidence[0].stated_db == -6.25);
    CHECK(!c->evidence[1].is_advice && c->evidence[1].stated_db == 0);
    CHECK_STR(c->evidence[1].file, "other.md");
    CHECK_STR(c->evidence[1].text, NULL);
}

static void check_sony(const TareCorrection* c)
{
    CHECK_STR(c->entry.id, "sony-mdr-ex1000/audioreview");
    CHECK_STR(c->entry.brand, "Sony");
    CHECK_STR(c->entry.model, "MDR-EX1000");
    CHECK_STR(c->entry.variant, "foam tips");
    CHECK_STR(c->entry.author, "Somebody Else");
    CHECK_STR(c->entry.date, "2025-07-22");
    CHECK_STR(c->entry.licence, "MIT");
    CHECK_STR(c->entry.rig, NULL);
    CHECK(c->entry.aim && c->entry.aim == tare_aim_find("autoeq-in-ear"));
    CHECK(c->entry.is_makeshift);
    CHECK(c->entry.form == TARE_FORM_IN_EAR && c->entry.kind == TARE_KIND_REVIEW);
    CHECK(c->set.reference_rate_hz == 44100 && c->set.preamp_db == -1.5);
    REQUIRE(c->set.n_bands == 3);
    const TareBand* b = c->set.bands;
    CHECK(b[0].type == TARE_BAND_PEAK && b[0].freq_hz == 5500 && b[0].gain_db == -6 &&
          b[0].q == 8 && b[0].channel == TARE_CHANNEL_BOTH);
    CHECK(b[1].type == TARE_BAND_LOW_SHELF && b[1].freq_hz == 105 && b[1].gain_db == 1.41 &&
          b[1].q == 0.7 && b[1].channel == TARE_CHANNEL_LEFT);
    CHECK(b[2].type == TARE_BAND_HIGH_PASS && b[2].freq_hz == 22.5 && b[2].q == 0.6 &&
          b[2].channel == TARE_CHANNEL_RIGHT);
    check_sony_evidence(c);
}

static void test_reads_everything(void)
{
    Seen seen = {0};
    TareStatus status;
    TareCatalogue* catalogue = read_text(whole, &status, &seen);
    CHECK(status == TARE_OK && seen.n == 0);
    if (tare_catalogue_n_corrections(catalogue) == 2) {
        const TareCorrection* akg = correction_at(catalogue, 0);
        CHECK_STR(akg->entry.id, "akg-k-701/x");
        CHECK_STR(akg->entry.author, "\xC3\x89mile");
        CHECK_STR(akg->entry.licence, "MIT");
        CHECK(!akg->entry.aim && !akg->entry.is_makeshift);
        CHECK(akg->entry.kind == TARE_KIND_PRESET && akg->entry.form == TARE_FORM_UNKNOWN);
        CHECK(akg->set.n_bands == 0 && akg->set.preamp_db == 0 && !akg->n_evidence);
        check_sony(correction_at(catalogue, 1));
    }
    CHECK(tare_catalogue_n_corrections(catalogue) == 2);
    CHECK(tare_catalogue_find_id(catalogue, "akg-k-701/x") == tare_catalogue_get(catalogue, 0));
    CHECK(!tare_catalogue_find_id(catalogue, "akg-k-701"));
    CHECK(!tare_catalogue_get(catalogue, 2));
    tare_catalogue_free(catalogue);
}

static void test_line_ends_and_byte_order_mark_do_not_matter(void)
{
    char text[2 * sizeof whole] = "\xEF\xBB\xBF";
    size_t n = 3;
    for (const char* p = whole; *p; ++p) {
        if (*p == '\n') {
            text[n++] = ' ';
            text[n++] = '\r';
        }
        text[n++] = *p;
    }
    text[n - 1] = '\0'; /* nor does the last newline */
    Seen seen = {0};
    TareStatus status;
    TareCatalogue* catalogue = read_text(text, &status, &seen);
    CHECK(status == TARE_OK);
    const TareEntry* entry = tare_catalogue_find_id(catalogue, "sony-mdr-ex1000/audioreview");
    CHECK(entry != NULL);
    if (entry)
        check_sony(tare_catalogue_correction(catalogue, entry, NULL));
    tare_catalogue_free(catalogue);
}

static const TareCorrection* write_and_read(const TareCorrection* c, const TareCorrection* shared,
                                            TareCatalogue* catalogue)
{
    char* text = NULL;
    size_t length = 0;
    FILE* out = open_memstream(&text, &length);
    if (shared)
        CHECK(tare_catalogue_write_shared(out, shared));
    CHECK(tare_catalogue_write_block(out, c, shared, NULL));
    fclose(out);
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    CHECK(tare_catalogue_add_text(catalogue, "w", text, length, &reporter) == TARE_OK);
    CHECK_STR(seen.last, "");
    free(text);
    return correction_at(catalogue, 0);
}

static void test_what_is_written_reads_back(void)
{
    Seen seen = {0};
    TareStatus status;
    TareCatalogue* catalogue = read_text(whole, &status, &seen);
    const TareCorrection* sony = correction_at(catalogue, 1);
    const TareCorrection akg = {.entry.brand = "Sony",
                                .entry.author = "Somebody Else",
                                .entry.form = TARE_FORM_OVER_EAR,
                                .entry.kind = TARE_KIND_PRESET,
                                .set = {.reference_rate_hz = 44100}};
    const TareCorrection* const shared[] = {NULL, sony, &akg};
    for (size_t i = 0; i < 3; ++i) {
        TareCatalogue* again = tare_catalogue_new();
        const TareCorrection* c = write_and_read(sony, shared[i], again);
        CHECK(c != NULL);
        if (c)
            check_sony(c);
        tare_catalogue_free(again);
    }
    tare_catalogue_free(catalogue);
}

static void test_control_characters_are_written_as_blanks(void)
{
    TareCorrection c = {.entry.id = "a/b",
                        .entry.brand = "  A\t\nB ",
                        .entry.model = "\xC2\x85\x7Fid x/y\r\nbrand Evil",
                        .entry.variant = " \n ",
                        .set = {.n_bands = 1, .bands = {{TARE_BAND_PEAK, 1000, 1e-9, 0.1, 0}}}};
    TareCatalogue* catalogue = tare_catalogue_new();
    const TareCorrection* back = write_and_read(&c, NULL, catalogue);
    CHECK(tare_catalogue_n_corrections(catalogue) == 1);
    if (back) {
        CHECK_STR(back->entry.brand, "A B");
        CHECK_STR(back->entry.model, "id x/y brand Evil");
        CHECK_STR(back->entry.variant, NULL);
        CHECK(back->set.bands[0].gain_db == 1e-9);
    }
    tare_catalogue_free(catalogue);
}

static void check_not_written(const TareCorrection* c, const TareCorrection* shared)
{
    char* text = NULL;
    size_t length = 0;
    FILE* out = open_memstream(&text, &length);
    CHECK(!tare_catalogue_write_block(out, c, shared, NULL));
    fclose(out);
    CHECK(length == 0);
    free(text);
}

static void test_does_not_write_what_it_could_not_read(void)
{
    const TareCorrection good = {.entry.id = "a/b", .entry.brand = "A", .entry.model = "B"};
    TareCorrection c = good;
    c.entry.id = "A b";
    check_not_written(&c, NULL);
    c = good;
    c.entry.model = " \n";
    check_not_written(&c, NULL);
    c = good;
    c.entry.author = "\xFF";
    check_not_written(&c, NULL);
    c = good;
    c.set.preamp_db = -31;
    check_not_written(&c, NULL);
    c = good;
    c.set.n_bands = 21;
    check_not_written(&c, NULL);
    c = good;
    c.set.n_bands = 1;
    c.set.bands[0] = (TareBand){TARE_BAND_PEAK, 1000, (double)NAN, 1, TARE_CHANNEL_BOTH};
    check_not_written(&c, NULL);
    const TareCorrection shared = {.entry.licence = "MIT"};
    check_not_written(&good, &shared);
}

static void test_reports_bad_lines(void)
{
    check_bad_line("bran M", "t.tare:8:1: unknown key; expected one of those in the catalogue's "
                             "README.md");
    check_bad_line("brand N", "t.tare:8:1: key stands twice; expected it once");
    check_bad_line("author", "t.tare:8:7: value is missing; expected a text");
    check_bad_line("author a\xFFz", "t.tare:8:9: text is not UTF-8; expected UTF-8");
    check_bad_line("author a\tz", "t.tare:8:9: control character in a text; expected none");
    check_bad_line("author a\xC2\x9Bz", "t.tare:8:9: control character in a text; expected none");
    check_bad_line("peak 5500 -6", "t.tare:8:13: Q is missing; expected a number");
    check_bad_line("peak 5500 -6,5 1", "t.tare:8:11: gain is no number; expected one like -6.5");
    check_bad_line("peak 5500 nan 1", "t.tare:8:11: gain is no number; expected one like -6.5");
    check_bad_line("peak 7.9 -6 1", "t.tare:8:6: frequency is out of range; expected 8 to 22000");
    check_bad_line("peak 5500 30.1 1", "t.tare:8:11: gain is out of range; expected -30 to 30");
    check_bad_line("peak 5500 -6 0", "t.tare:8:14: Q is out of range; expected 0.1 to 20");
    check_bad_line("notch 5500 0.7 0.7", "t.tare:8:16: unknown word; expected one of: both, left, "
                                         "right");
    check_bad_line("peak 5500 -6 8 centre", "t.tare:8:16: unknown word; expected one of: both, "
                                            "left, right");
    check_bad_line("preamp -31", "t.tare:8:8: preamp is out of range; expected -30 to 30");
    check_bad_line("preamp -3 dB", "t.tare:8:11: too much on the line; expected its end here");
    check_bad_line("rate 7999", "t.tare:8:6: rate is out of range; expected 0, or 8000 to 768000");
    check_bad_line("form inear", "t.tare:8:6: unknown word; expected one of: over-ear, on-ear, "
                                 "in-ear, earbud");
    check_bad_line("kind x", "t.tare:8:6: unknown word; expected one of: review, measurement, "
                             "preset, user");
    check_bad_line("aim", "t.tare:8:4: value is missing; expected a text");
    check_bad_line("aim harman-over-ear-201", "t.tare:8:5: unknown target; expected one of the "
                                              "catalogue's README.md");
    check_bad_line("aim Harman", "t.tare:8:5: unknown target; expected one of the catalogue's "
                                 "README.md");
    check_bad_line("aim flat\naim flat", "t.tare:9:1: key stands twice; expected it once");
    check_bad_line("version", "t.tare:8:8: unknown word; expected one of: makeshift");
    check_bad_line("version final", "t.tare:8:9: unknown word; expected one of: makeshift");
    check_bad_line("section S", "t.tare:8:1: no evidence above; expected \"evidence FILE\" before "
                                "it");
    check_bad_line("evidence f\nline 0",
                   "t.tare:9:6: line is out of range; expected 1 to 1000000000");
    check_bad_line("evidence f\nsays both",
                   "t.tare:9:6: unknown word; expected one of: fault, remedy");
    check_bad_line("evidence f\nstated -31",
                   "t.tare:9:8: gain is out of range; expected -30 to 30");
}

static void test_reports_bad_blocks(void)
{
    check_report("id m\nmodel M", "t.tare:5:1: block has no brand; expected a line \"brand NAME\"");
    check_report("id m\nbrand M", "t.tare:5:1: block has no model; expected a line \"model NAME\"");
    check_report("id a/a\nbrand A\nmodel A",
                 "t.tare:5:1: id is there already; expected each id once");
    check_report("id a-a\nbrand A\nmodel A", "t.tare:5:1: id names the same files as another one; "
                                             "expected a difference in more than - and / from a/a");
    check_report("id M\nbrand M\nmodel M",
                 "t.tare:5:4: id has other characters; expected only a-z 0-9 - . _ + / and "
                 "letters that are not ASCII");
    char text[1024] = "id m\nbrand M\nmodel M\n";
    for (int i = 0; i < 21; ++i)
        strcat(text, "peak 1000 1 1\n");
    check_report(text, "t.tare:28:1: band too many; expected at most 20");
}

static void test_reports_what_stands_before_the_first_block(void)
{
    Seen seen = {0};
    TareStatus status;
    TareCatalogue* catalogue =
        read_text("model M\nid a\nbrand A\nmodel A\nkind user\n", &status, &seen);
    CHECK(status == TARE_BAD_INPUT);
    CHECK_STR(seen.last, "t.tare:1:1: key stands before the first block; expected \"id\" before "
                         "it");
    CHECK(tare_catalogue_n_corrections(catalogue) == 1);
    tare_catalogue_free(catalogue);
    catalogue = read_text("id a\nbrand A\nmodel A\n", &status, &seen);
    CHECK_STR(seen.last, "t.tare:1:1: block has no kind; expected a line \"kind WORD\"");
    tare_catalogue_free(catalogue);
    catalogue = read_text("aim flat\nid a\nbrand A\nmodel A\nkind user\n", &status, &seen);
    CHECK_STR(seen.last, "t.tare:1:1: key stands before the first block; expected \"id\" before "
                         "it");
    const TareEntry* const entry = tare_catalogue_find_id(catalogue, "a");
    CHECK(entry && !entry->aim);
    tare_catalogue_free(catalogue);
}

static void test_reads_a_folder(void)
{
    char folder[] = "/tmp/tare test catalogue XXXXXX";
    REQUIRE(mkdtemp(folder) != NULL);
    const char* const names[] = {"b.tare", "a.tare", "c.txt", ".d.tare"};
    char path[100];
    for (size_t i = 0; i < 4; ++i) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        FILE* out = fopen(path, "w");
        fprintf(out, "id same\nbrand B\nkind user\nmodel %s\n", names[i]);
        fclose(out);
    }
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    TareCatalogue* catalogue = tare_catalogue_new();
    CHECK(tare_catalogue_add_folder(catalogue, folder, TARE_READ_ALL, &reporter) == TARE_BAD_INPUT);
    CHECK(seen.n == 1 && strstr(seen.last, "/b.tare:1:1: id is there already"));
    CHECK(tare_catalogue_n_corrections(catalogue) == 1);
    CHECK_STR(tare_catalogue_get(catalogue, 0)->model, "a.tare");
    for (size_t i = 0; i < 4; ++i) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        unlink(path);
    }
    rmdir(folder);
    CHECK(tare_catalogue_add_folder(catalogue, folder, TARE_READ_ALL, &reporter) == TARE_IO_ERROR);
    CHECK(seen.n == 2);
    tare_catalogue_free(catalogue);
}

/** Ids in an order that has nothing to do with the alphabet. */
static void test_order_is_that_of_ids(void)
{
    TareCatalogue* catalogue = tare_catalogue_new();
    for (unsigned i = 0; i < 500; ++i) {
        char text[100];
        const int n =
            snprintf(text, sizeof text, "id m%03u\nbrand B\nmodel M\nkind user\n", i * 263 % 500);
        CHECK(tare_catalogue_add_text(catalogue, "t", text, (size_t)n, NULL) == TARE_OK);
    }
    REQUIRE(tare_catalogue_n_corrections(catalogue) == 500);
    for (unsigned i = 0; i < 500; ++i) {
        char id[8];
        snprintf(id, sizeof id, "m%03u", i);
        CHECK_STR(tare_catalogue_get(catalogue, i)->id, id);
    }
    tare_catalogue_free(catalogue);
}

/** "/" becomes "-" in the names of presets and their folders. */
static void test_ids_that_files_cannot_tell_apart(void)
{
    static const char* const ids[] = {"c-d/e", "c-d/ee", "c-d.e", "c/d-e", "c-d-e", "c/d/e"};
    TareCatalogue* catalogue = tare_catalogue_new();
    for (size_t i = 0; i < sizeof ids / sizeof *ids; ++i) {
        char text[100];
        const int n = snprintf(text, sizeof text, "id %s\nbrand B\nmodel M\nkind user\n", ids[i]);
        const TareStatus status = tare_catalogue_add_text(catalogue, "t", text, (size_t)n, NULL);
        CHECK((status == TARE_OK) == (i < 3));
    }
    CHECK(tare_catalogue_n_corrections(catalogue) == 3);
    CHECK(tare_catalogue_find_id(catalogue, "c-d/e") &&
          !tare_catalogue_find_id(catalogue, "c/d-e"));
    tare_catalogue_free(catalogue);
}

int main(void)
{
    RUN(test_reads_everything);
    RUN(test_line_ends_and_byte_order_mark_do_not_matter);
    RUN(test_what_is_written_reads_back);
    RUN(test_control_characters_are_written_as_blanks);
    RUN(test_does_not_write_what_it_could_not_read);
    RUN(test_reports_bad_lines);
    RUN(test_reports_bad_blocks);
    RUN(test_reports_what_stands_before_the_first_block);
    RUN(test_reads_a_folder);
    RUN(test_order_is_that_of_ids);
    RUN(test_ids_that_files_cannot_tell_apart);
    return check_done();
}
