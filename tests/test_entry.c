/* Who a correction is for, and which of several is the default. */

#include "base/text.h"
#include "corrections/entry.h"
#include "corrections/evidence.h"
#include "corrections/preference.h"
#include "corrections/text_field.h"
#include "curves/rig.h"
#include "helpers/check.h"

static void test_every_form_is_found_by_its_name(void)
{
    for (int form = TARE_FORM_UNKNOWN + 1; form < TARE_N_FORMS; ++form)
        CHECK(tare_form_find(tare_form_name((TareForm)form)) == (TareForm)form);
    static const char* const others[] = {"", "In-Ear", "in-ea", "in-ears", "unknown"};
    for (size_t i = 0; i < sizeof others / sizeof *others; ++i)
        CHECK(tare_form_find(others[i]) == TARE_FORM_UNKNOWN);
    CHECK(tare_form_find(NULL) == TARE_FORM_UNKNOWN);
    CHECK(tare_form_name((TareForm)-1) == NULL);
}

static void test_every_kind_has_a_name_of_its_own(void)
{
    for (int a = 0; a < TARE_N_KINDS; ++a)
        for (int b = 0; b < a; ++b)
            CHECK(strcmp(tare_kind_name((TareKind)a), tare_kind_name((TareKind)b)) != 0);
    CHECK(tare_kind_name((TareKind)-1) == NULL);
}

static void test_words_say_fault_or_remedy(void)
{
    CHECK_STR(tare_says_name(false), "fault");
    CHECK_STR(tare_says_name(true), "remedy");
    CHECK(!tare_says_name(-1) && !tare_says_name(2));
}

static void test_ids_have_small_letters_digits_and_few_signs(void)
{
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789-._+/";
    for (int c = 1; c < 256; ++c) {
        const char id[] = {'a', (char)c, 'z', '\0'};
        CHECK(tare_entry_id_is_valid(id) == (c >= 0x80 || strchr(allowed, c) != NULL));
    }
    CHECK(!tare_entry_id_is_valid("") && tare_entry_id_is_valid("a"));
    CHECK(!tare_entry_id_is_valid("sony/mdr ex") && tare_entry_id_is_valid("水月雨/aria"));
}

static void test_every_text_of_an_entry_has_a_field_of_its_own(void)
{
    static const char* const texts[TARE_N_ENTRY_FIELDS] = {"a", "b", "c", "d", "e",
                                                           "f", "g", "h", "i", "j"};
    TareEntry entry = {0};
    for (size_t i = 0; i < TARE_N_ENTRY_FIELDS; ++i)
        *tare_text_field(&tare_entry_fields[i], &entry) = texts[i];
    for (size_t i = 0; i < TARE_N_ENTRY_FIELDS; ++i)
        CHECK(tare_text_field_value(&tare_entry_fields[i], &entry) == texts[i]);
    const char* const in_order[] = {entry.id,     entry.brand,  entry.model,  entry.variant,
                                    entry.author, entry.rig,    entry.target, entry.source,
                                    entry.date,   entry.licence};
    CHECK(memcmp(in_order, texts, sizeof texts) == 0);
}

static void test_a_cleared_evidence_has_no_texts(void)
{
    TareEvidence evidence = {.line = 3, .is_advice = true, .stated_db = -2};
    for (size_t i = 0; i < TARE_N_EVIDENCE_FIELDS; ++i)
        CHECK(tare_text_set(tare_text_field(&tare_evidence_fields[i], &evidence), "text"));
    tare_evidence_clear(&evidence);
    for (size_t i = 0; i < TARE_N_EVIDENCE_FIELDS; ++i)
        CHECK(tare_text_field_value(&tare_evidence_fields[i], &evidence) == NULL);
    CHECK(evidence.line == 0 && !evidence.is_advice && evidence.stated_db == 0);
    tare_evidence_clear(&evidence);
}

/** Corrections of one model, the better before the worse. */
static const TareEntry in_order[] = {
    {.id = "user", .kind = TARE_KIND_USER},
    {.id = "o-harman", .author = "oratory1990", .target = "Harman 2018", .kind = TARE_KIND_PRESET},
    {.id = "o-none", .author = "oratory1990", .kind = TARE_KIND_PRESET},
    {.id = "o-usound", .author = "oratory1990", .target = "USound", .kind = TARE_KIND_PRESET},
    {.id = "o-graphic",
     .author = "oratory1990",
     .target = "Harman 2018 (10 band graphic EQ)",
     .kind = TARE_KIND_PRESET},
    {.id = "o-usound-graphic",
     .author = "oratory1990",
     .target = "USound (10 band graphic EQ)",
     .kind = TARE_KIND_PRESET},
    {.id = "p-autoeq", .author = "AutoEQ", .rig = "oratory1990", .kind = TARE_KIND_PRESET},
    {.id = "a-oratory", .author = "AutoEQ", .rig = "oratory1990", .kind = TARE_KIND_MEASUREMENT},
    {.id = "a-crinacle", .author = "AutoEQ", .rig = "crinacle", .kind = TARE_KIND_MEASUREMENT},
    {.id = "a-inner", .author = "AutoEQ", .rig = "Innerfidelity", .kind = TARE_KIND_MEASUREMENT},
    {.id = "a-rtings", .author = "AutoEQ", .rig = "Rtings", .kind = TARE_KIND_MEASUREMENT},
    {.id = "a-legacy",
     .author = "AutoEQ",
     .rig = "Headphone.com Legacy",
     .kind = TARE_KIND_MEASUREMENT},
    {.id = "a-no-rig", .author = "AutoEQ", .kind = TARE_KIND_MEASUREMENT},
    {.id = "a-other-rig", .author = "AutoEQ", .rig = "X", .kind = TARE_KIND_MEASUREMENT},
    {.id = "m-anybody", .author = "Anna", .kind = TARE_KIND_MEASUREMENT},
    {.id = "m-nobody", .kind = TARE_KIND_MEASUREMENT},
    {.id = "review", .author = "oratory1990", .target = "Harman", .kind = TARE_KIND_REVIEW},
    {.id = "review-2", .author = "oratory1990", .target = "Harman", .kind = TARE_KIND_REVIEW},
    {.id = "unknown", .kind = TARE_N_KINDS},
};

static void test_of_any_two_corrections_the_earlier_one_is_preferred(void)
{
    const size_t n = sizeof in_order / sizeof *in_order;
    for (size_t a = 0; a < n; ++a)
        for (size_t b = 0; b < n; ++b) {
            const int order = tare_preference_compare(&in_order[a], &in_order[b]);
            CHECK((order < 0) == (a < b) && (order > 0) == (a > b));
        }
}

static void test_every_word_for_a_rig_is_known_in_any_case_and_place(void)
{
    static const struct {
        const char* text;
        TareRig rig;
    } rows[] = {{"GRAS 43AG-7", TARE_RIG_GRAS},
                {"Kemar head", TARE_RIG_GRAS},
                {"43ag", TARE_RIG_GRAS},
                {"x45CA", TARE_RIG_GRAS},
                {"45BC-10", TARE_RIG_GRAS},
                {"the 43Ac", TARE_RIG_GRAS},
                {"hMs II.3", TARE_RIG_HMS},
                {"B&K 5128-B", TARE_RIG_5128},
                {"a 711 clone", TARE_RIG_711},
                {"IEC 60318-4", TARE_RIG_711},
                {"RA0045", TARE_RIG_711},
                {"711 in a GRAS", TARE_RIG_GRAS},
                {"5128 with a 711", TARE_RIG_5128},
                {"ggras", TARE_RIG_GRAS},
                {"gra s", TARE_RIG_UNKNOWN},
                {"71", TARE_RIG_UNKNOWN},
                {"", TARE_RIG_UNKNOWN}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; ++i)
        CHECK(tare_rig_find(rows[i].text) == rows[i].rig);
    CHECK(tare_rig_name((TareRig)-1) == NULL);
}

int main(void)
{
    RUN(test_every_form_is_found_by_its_name);
    RUN(test_every_kind_has_a_name_of_its_own);
    RUN(test_words_say_fault_or_remedy);
    RUN(test_ids_have_small_letters_digits_and_few_signs);
    RUN(test_every_text_of_an_entry_has_a_field_of_its_own);
    RUN(test_a_cleared_evidence_has_no_texts);
    RUN(test_of_any_two_corrections_the_earlier_one_is_preferred);
    RUN(test_every_word_for_a_rig_is_known_in_any_case_and_place);
    return check_done();
}
