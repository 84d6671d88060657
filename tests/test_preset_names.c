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

static void check_uri(const TareCorrection* correction, TarePresetOrigin origin, const char* wanted)
{
    char* const uri = tare_lv2_preset_uri(correction, origin);
    CHECK_STR(uri, wanted);
    free(uri);
}

/** Shipped or not, by one rule; keys have a test of their own. */
static void test_uris_are_keys_of_labels(void)
{
    TareCorrection c = plain;
    check_uri(&c, TARE_PRESET_SHIPPED, "urn:tare:preset:acme--one--anna--gras");
    check_uri(&c, TARE_PRESET_INSTALLED, "urn:tare:preset:acme--one--anna--gras--installed");
    c.entry.model = "One+";
    c.entry.variant = "ANC on";
    c.entry.id = "acme-one/anna-gras-2";
    check_uri(&c, TARE_PRESET_SHIPPED, "urn:tare:preset:acme--one-plus--anc-on--anna--gras--2");
    c.entry.model = "\xE4\xB8\xAD\"";
    check_uri(&c, TARE_PRESET_INSTALLED,
              "urn:tare:preset:acme--zzz004e2d--anc-on--anna--gras--2--installed---"
              "a395f99f");
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
    RUN(test_uris_are_keys_of_labels);
    RUN(test_brands_are_parts_of_file_names);
    return check_done();
}
