/* What presets are called: labels, URIs, banks. */

#include "corrections/correction.h"
#include "helpers/check.h"
#include "lv2/lv2_preset.h"

#include <stdlib.h>

static const TareCorrection plain = {.entry.id = "acme-one/anna-gras",
                                     .entry.brand = "Acme",
                                     .entry.model = "One",
                                     .entry.author = "Anna",
                                     .entry.rig = "GRAS",
                                     .entry.kind = TARE_KIND_PRESET};

static void check_label(const TareCorrection* correction, const char* wanted)
{
    char* label = tare_lv2_preset_label(correction, TARE_PRESET_SHIPPED);
    CHECK_STR(label, wanted);
    free(label);
}

static void test_label_tells_the_source(void)
{
    TareCorrection c = plain;
    check_label(&c, "Acme - One (Anna, GRAS)");
    c.entry.target = "Harman 2018";
    check_label(&c, "Acme - One (Anna, GRAS, Harman 2018)");
    c.entry.variant = "ANC on";
    check_label(&c, "Acme - One (ANC on, Anna, GRAS, Harman 2018)");
    c.entry.kind = TARE_KIND_REVIEW;
    check_label(&c, "Acme - One (ANC on, from review text, Harman 2018)");
    c = (TareCorrection){
        .entry.id = "x", .entry.brand = "A", .entry.model = "B", .entry.kind = TARE_KIND_USER};
    check_label(&c, "A - B (user)");
}

/** Two corrections of one source differ in their ids only; what else the id says is said already.
 */
static void test_label_has_what_only_the_id_says(void)
{
    TareCorrection c = plain;
    c.entry.id = "acme-one/anna-gras-2";
    check_label(&c, "Acme - One (Anna, GRAS, 2)");
    c.entry.id = "acme-one-2/gras-anna";
    check_label(&c, "Acme - One (Anna, GRAS)");
    c.entry.id = "acme-one-2";
    check_label(&c, "Acme - One (Anna, GRAS)");
    c.entry.id = "acme-one/anna-";
    check_label(&c, "Acme - One (Anna, GRAS)");
    c.entry.id = "acme-one/anna-gras-harman-2018";
    c.entry.target = "Harman_2018";
    check_label(&c, "Acme - One (Anna, GRAS, Harman_2018)");
    c.entry.id = "acme-one/anna-gras-harman-2018-12";
    check_label(&c, "Acme - One (Anna, GRAS, Harman_2018, 12)");
    c = (TareCorrection){.entry.id = "a-b/my-own",
                         .entry.brand = "A",
                         .entry.model = "B",
                         .entry.kind = TARE_KIND_USER};
    check_label(&c, "A - B (user, my own)");
}

static char* uri_of_model(const char* model)
{
    TareCorrection c = plain;
    c.entry.model = (char*)model; /* only read */
    return tare_lv2_preset_uri(&c, TARE_PRESET_SHIPPED);
}

static char* label_of_model(const char* model)
{
    TareCorrection c = plain;
    c.entry.model = (char*)model;
    return tare_lv2_preset_label(&c, TARE_PRESET_SHIPPED);
}

static void check_order(const char* model, const char* other)
{
    char* const labels[] = {label_of_model(model), label_of_model(other)};
    char* const uris[] = {uri_of_model(model), uri_of_model(other)};
    const int by_label = strcmp(labels[0], labels[1]);
    const int by_uri = strcmp(uris[0], uris[1]);
    if ((by_label < 0) != (by_uri < 0) || (by_label > 0) != (by_uri > 0))
        CHECK_STR(model, other);
    for (int i = 0; i < 2; ++i) {
        free(labels[i]);
        free(uris[i]);
    }
}

static void test_uris_sort_as_labels(void)
{
    static const char* const models[] = {"A",          "A !",
                                         "A \"x\"",    "A #2",
                                         "A $",        "A %",
                                         "A & B",      "A 'B",
                                         "A (",        "A )",
                                         "A *",        "A +",
                                         "A ,",        "A -",
                                         "A .",        "A /",
                                         "A 0",        "A :",
                                         "A ;",        "A =",
                                         "A @",        "A Q",
                                         "A Z",        "A _",
                                         "A a",        "A z",
                                         "A {",        "A Pro",
                                         "A |",        "A }",
                                         "A ~",        "A 2",
                                         "A \xC3\xA9", "A \xE2\x80\x8F",
                                         "A-B",        "AB",
                                         "a",          "A+",
                                         "A(x)",       "A,x",
                                         "A~x",        "A\xC3\xA9",
                                         "a b",        "a-b",
                                         "Az"};
    enum { n = sizeof models / sizeof *models };
    for (size_t i = 0; i < n; ++i)
        for (size_t k = 0; k < n; ++k)
            check_order(models[i], models[k]);
}

/** Nothing stands in a URI that Turtle, a shell's quotes or a terminal would take for something. */
static void test_uris_are_plain_text(void)
{
    char model[256] = "";
    for (int i = 1; i < 256; ++i)
        model[i - 1] = (char)i;
    char* const uri = uri_of_model(model);
    REQUIRE(uri);
    for (const char* c = uri; *c; ++c)
        CHECK(*c > ' ' && *c < 0x7F && !strchr("<>\"{}|^`\\#?[]'$&!", *c));
    free(uri);
}

static void test_uris_of_odd_labels_differ(void)
{
    char* const a = uri_of_model("<\xC3\xA9>");
    CHECK_STR(a, "urn:tare:preset:Acme%20-%20%3C~C3~A9%3E%20(Anna,%20GRAS)");
    char* const b = uri_of_model("%3C~C3~A9%3E");
    CHECK_STR(b, "urn:tare:preset:Acme%20-%20%253C~7EC3~7EA9%253E%20(Anna,%20GRAS)");
    free(a);
    free(b);
}

static void check_brand(const char* brand, const char* wanted)
{
    char* const part = tare_lv2_preset_brand(brand);
    CHECK_STR(part, wanted);
    free(part);
}

static void test_brands_are_parts_of_file_names(void)
{
    char brand[4097];
    check_brand("Audio-Technica", "audio-technica");
    check_brand("1MORE", "1more");
    check_brand("../I/O", "i-o");
    check_brand("R\xC3\x98"
                "DE",
                "rc398de");
    check_brand("!?", "other");
    memset(brand, 'a', 4096);
    brand[4096] = '\0';
    char* const part = tare_lv2_preset_brand(brand);
    CHECK(part && strlen(part) <= 64);
    free(part);
}

int main(void)
{
    RUN(test_label_tells_the_source);
    RUN(test_label_has_what_only_the_id_says);
    RUN(test_uris_sort_as_labels);
    RUN(test_uris_are_plain_text);
    RUN(test_uris_of_odd_labels_differ);
    RUN(test_brands_are_parts_of_file_names);
    return check_done();
}
