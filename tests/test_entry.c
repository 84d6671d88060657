/* Who a correction is for, and which of several is the default. */

#include "base/text.h"
#include "corrections/aim.h"
#include "corrections/evidence.h"
#include "corrections/preference.h"
#include "corrections/text_field.h"
#include "curves/rig.h"
#include "curves/targets.h"
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
        CHECK(tare_entry_id_is_valid(id) == (c < 0x80 && strchr(allowed, c) != NULL));
    }
    CHECK(!tare_entry_id_is_valid("") && tare_entry_id_is_valid("a"));
    CHECK(!tare_entry_id_is_valid("sony/mdr ex") && tare_entry_id_is_valid("水月雨/aria"));
    CHECK(!tare_entry_id_is_valid("a\u202eb") && !tare_entry_id_is_valid("a\u2028"));
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

/** Of a headphone over the ear, the better before the worse. */
static const struct {
    const char *id, *author, *rig, *aim;
    TareKind kind;
    bool is_makeshift;
} in_order[] = {
    {"user-z", NULL, NULL, "harman-over-ear-2018", TARE_KIND_USER, false},
    {"user-in-ear", NULL, NULL, "harman-in-ear", TARE_KIND_USER, false}, /* as its maker wants it */
    {"o-harman", "oratory1990", NULL, "harman-over-ear-2018", TARE_KIND_PRESET, false},
    {"o-usound", "oratory1990", NULL, "usound", TARE_KIND_PRESET, false},
    {"o-flat", "oratory1990", NULL, "flat", TARE_KIND_PRESET, false},
    {"o-none", "oratory1990", NULL, NULL, TARE_KIND_PRESET, false},
    {"o-graphic", "oratory1990", NULL, "harman-over-ear-2018", TARE_KIND_PRESET, true},
    {"o-graphic-none", "oratory1990", NULL, NULL, TARE_KIND_PRESET, true},
    {"p-autoeq", "AutoEQ", "oratory1990", NULL, TARE_KIND_PRESET, false},
    {"a-oratory", "AutoEQ", "oratory1990", NULL, TARE_KIND_MEASUREMENT, false},
    {"a-crinacle", "AutoEQ", "crinacle", NULL, TARE_KIND_MEASUREMENT, false},
    {"a-inner", "AutoEQ", "Innerfidelity", NULL, TARE_KIND_MEASUREMENT, false},
    {"a-rtings", "AutoEQ", "Rtings", NULL, TARE_KIND_MEASUREMENT, false},
    {"a-legacy", "AutoEQ", "Headphone.com Legacy", NULL, TARE_KIND_MEASUREMENT, false},
    {"a-no-rig", "AutoEQ", NULL, NULL, TARE_KIND_MEASUREMENT, false},
    {"a-other-rig", "AutoEQ", "X", NULL, TARE_KIND_MEASUREMENT, false},
    {"m-anybody", "Anna", NULL, "diffuse-field", TARE_KIND_MEASUREMENT, false},
    {"m-nobody", NULL, NULL, NULL, TARE_KIND_MEASUREMENT, false},
    {"m-nobody-graphic", NULL, NULL, "harman", TARE_KIND_MEASUREMENT, true},
    {"in-ear", "oratory1990", NULL, "harman-in-ear-2019", TARE_KIND_PRESET, false},
    {"in-ear-graphic", "oratory1990", NULL, "harman-in-ear", TARE_KIND_PRESET, true},
    {"earbud", NULL, NULL, "autoeq-earbud", TARE_KIND_PRESET, false},
    {"in-ear-measured", "Tare", "X", "autoeq-in-ear", TARE_KIND_MEASUREMENT, false},
    {"review", "oratory1990", NULL, "harman-over-ear-2018", TARE_KIND_REVIEW, false},
    {"review-2", "oratory1990", NULL, "harman-over-ear-2018", TARE_KIND_REVIEW, false},
    {"review-in-ear", "oratory1990", NULL, "harman-in-ear", TARE_KIND_REVIEW, false},
    {"unknown", NULL, NULL, NULL, TARE_N_KINDS, false},
};

static TareEntry entry_in_order(size_t i)
{
    CHECK(!in_order[i].aim || tare_aim_find(in_order[i].aim));
    return (TareEntry){.id = in_order[i].id,
                       .author = in_order[i].author,
                       .rig = in_order[i].rig,
                       .target = "not looked at (graphic EQ)",
                       .aim = tare_aim_find(in_order[i].aim),
                       .form = TARE_FORM_OVER_EAR,
                       .kind = in_order[i].kind,
                       .is_makeshift = in_order[i].is_makeshift};
}

static void test_of_any_two_corrections_the_earlier_one_is_preferred(void)
{
    const size_t n = sizeof in_order / sizeof *in_order;
    for (size_t a = 0; a < n; ++a)
        for (size_t b = 0; b < n; ++b) {
            const TareEntry x = entry_in_order(a), y = entry_in_order(b);
            const int order = tare_preference_compare(&x, &y);
            CHECK((order < 0) == (a < b) && (order > 0) == (a > b));
        }
}

/** A headphone on the ear is one over the ear, an earbud one inside it. */
static void test_targets_contradict_forms_of_the_other_sort_only(void)
{
    static const char* const sorts[] = {[TARE_FORM_UNKNOWN] = "",
                                        [TARE_FORM_OVER_EAR] = "over",
                                        [TARE_FORM_ON_EAR] = "over",
                                        [TARE_FORM_IN_EAR] = "in",
                                        [TARE_FORM_EARBUD] = "in"};
    for (int a = 0; a < TARE_N_FORMS; ++a)
        for (int b = 0; b < TARE_N_FORMS; ++b) {
            const TareAim aim = {.form = (TareForm)a};
            const bool are_known = a != TARE_FORM_UNKNOWN && b != TARE_FORM_UNKNOWN;
            CHECK(tare_aim_contradicts(&aim, (TareForm)b) ==
                  (are_known && strcmp(sorts[a], sorts[b]) != 0));
        }
    for (int b = 0; b < TARE_N_FORMS; ++b)
        CHECK(!tare_aim_contradicts(NULL, (TareForm)b));
}

static void test_every_target_is_found_by_its_name_and_number(void)
{
    const TareAim* aim;
    size_t n = 0;
    for (; (aim = tare_aim_get(n)); ++n) {
        CHECK(tare_aim_find(aim->name) == aim && tare_aim_number(aim) == n + 1);
        CHECK(*aim->title && tare_entry_id_is_valid(aim->name));
        CHECK(!aim->rig || tare_rig_find(aim->rig) != TARE_RIG_UNKNOWN);
    }
    CHECK(n > 0 && n < 256 && tare_aim_number(NULL) == 0); /* a byte in the index */
    CHECK(!tare_aim_find(NULL) && !tare_aim_find("") && !tare_aim_find("harman-over-ear"));
}

/** Both tables say the same of what is in both. */
static void test_every_built_in_target_can_be_an_aim(void)
{
    const TareTarget* target;
    for (size_t i = 0; (target = tare_target_get(i)); ++i) {
        const TareAim* const aim = tare_aim_find(target->name);
        REQUIRE(aim);
        CHECK(aim->form == target->form);
        CHECK_STR(aim->rig, tare_rig_name(target->rig));
    }
}

static void test_a_target_is_told_in_its_authors_words_or_by_rule(void)
{
    TareEntry entry = {0};
    CHECK(!tare_aim_title(&entry) && !tare_aim_is_known_by(&entry));
    entry.aim = tare_aim_find("autoeq-in-ear");
    CHECK_STR(tare_aim_title(&entry), "AutoEq in-ear");
    CHECK_STR(tare_aim_is_known_by(&entry), "rule");
    entry.target = "Harman Target";
    CHECK_STR(tare_aim_title(&entry), "Harman Target");
    CHECK_STR(tare_aim_is_known_by(&entry), "stated");
    entry.aim = NULL;
    CHECK_STR(tare_aim_title(&entry), "Harman Target");
    CHECK_STR(tare_aim_is_known_by(&entry), "stated");
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
    RUN(test_targets_contradict_forms_of_the_other_sort_only);
    RUN(test_every_target_is_found_by_its_name_and_number);
    RUN(test_every_built_in_target_can_be_an_aim);
    RUN(test_a_target_is_told_in_its_authors_words_or_by_rule);
    RUN(test_every_word_for_a_rig_is_known_in_any_case_and_place);
    return check_done();
}
