/* What presets are called: labels, banks. */

#include "check.h"
#include "writers/lv2_preset.h"

#include <stdlib.h>

static const TareCorrection plain = {.id = "acme-one/anna-gras",
                                     .brand = "Acme",
                                     .model = "One",
                                     .author = "Anna",
                                     .rig = "GRAS",
                                     .kind = TARE_KIND_PRESET};

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
    c.target = "Harman 2018";
    check_label(&c, "Acme - One (Anna, GRAS, Harman 2018)");
    c.variant = "ANC on";
    check_label(&c, "Acme - One (ANC on, Anna, GRAS, Harman 2018)");
    c.kind = TARE_KIND_REVIEW;
    check_label(&c, "Acme - One (ANC on, from review text, Harman 2018)");
    c = (TareCorrection){.id = "x", .brand = "A", .model = "B", .kind = TARE_KIND_USER};
    check_label(&c, "A - B (user)");
}

/** Two corrections of one source differ in the number of their ids only. */
static void test_label_has_the_number_of_the_id(void)
{
    TareCorrection c = plain;
    c.id = "acme-one/anna-gras-2";
    check_label(&c, "Acme - One (Anna, GRAS, 2)");
    c.id = "acme-one-2/anna";
    check_label(&c, "Acme - One (Anna, GRAS)");
    c.id = "acme-one-2";
    check_label(&c, "Acme - One (Anna, GRAS)");
    c.id = "acme-one/anna-";
    check_label(&c, "Acme - One (Anna, GRAS)");
    c.id = "acme-one/anna-gras-harman-2018";
    c.target = "Harman 2018";
    check_label(&c, "Acme - One (Anna, GRAS, Harman 2018)");
    c.id = "acme-one/anna-gras-harman-2018-12";
    check_label(&c, "Acme - One (Anna, GRAS, Harman 2018, 12)");
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
    RUN(test_label_has_the_number_of_the_id);
    RUN(test_brands_are_parts_of_file_names);
    return check_done();
}
