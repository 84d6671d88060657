/* What the maker of the catalogue finds out about corrections: towards what they correct, and which
   are makeshift. */

#include "base/text.h"
#include "corrections/aim.h"
#include "corrections/correction.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "make/aim_rules.h"
#include "make/batch.h"
#include "make/facts.h"

#include <strings.h>

static void test_each_rule_says_what_is_known_and_why(void)
{
    const TareAimRule* rule;
    for (size_t i = 0; (rule = tare_aim_rule_get(i)); ++i) {
        const TareAim* const aim = tare_aim_find(rule->aim);
        REQUIRE(aim);
        CHECK(*rule->author && (!rule->rig || *rule->rig) && (!rule->words || *rule->words));
        CHECK(rule->rig || rule->words); /* an author alone tells nothing */
        CHECK(strlen(rule->why) > 10);
        CHECK(*tare_aim_proof_name(rule->proof));
        CHECK(rule->words || !tare_aim_contradicts(aim, rule->form));
        CHECK(rule->words || rule->proof != TARE_AIM_SAID); /* where there is nothing to say it */
        CHECK(tare_aim_rule_holds(rule) ==
              (rule->proof == TARE_AIM_SHOWN || rule->proof == TARE_AIM_SHOWN_BY_OTHERS ||
               rule->proof == TARE_AIM_SAID));
    }
    CHECK(!tare_aim_rule_get((size_t)-1));
}

static bool may_be_one(const char* a, const char* b)
{
    return !a || !b || !strcasecmp(a, b);
}

static void test_no_two_rules_are_for_the_same_corrections(void)
{
    const TareAimRule *a, *b;
    for (size_t i = 0; (a = tare_aim_rule_get(i)); ++i)
        for (size_t k = 0; k < i && (b = tare_aim_rule_get(k)); ++k) {
            const bool are_both_in_words = (a->words != NULL) == (b->words != NULL);
            CHECK(strcmp(a->author, b->author) != 0 || !may_be_one(a->rig, b->rig) ||
                  !are_both_in_words || !may_be_one(a->words, b->words) ||
                  (a->form && b->form && a->form != b->form));
        }
}

static void test_each_rule_is_found_for_what_it_is_for(void)
{
    const TareAimRule* rule;
    for (size_t i = 0; (rule = tare_aim_rule_get(i)); ++i) {
        TareEntry entry = {
            .author = rule->author, .rig = rule->rig, .target = rule->words, .form = rule->form};
        CHECK(tare_aim_rule_find(&entry) == rule);
        entry.author = "Nobody";
        CHECK(!tare_aim_rule_find(&entry));
        entry.author = NULL;
        CHECK(!tare_aim_rule_find(&entry));
    }
}

/** The aim that a correction gets; "" when none. */
static const char* aim_of(const char* author, const char* rig, const char* target, TareForm form)
{
    static char name[100];
    TareBatch batch = {0};
    TareCorrection c = {.entry.form = form};
    CHECK(tare_text_set(&c.entry.author, author) && tare_text_set(&c.entry.rig, rig) &&
          tare_text_set(&c.entry.target, target));
    CHECK(tare_batch_add(&batch, &c) && tare_facts_set(&batch));
    const TareAim* const aim = batch.corrections[0].entry.aim;
    snprintf(name, sizeof name, "%s", aim ? aim->name : "");
    tare_batch_clear(&batch);
    return name;
}

static void test_form_rig_and_words_decide(void)
{
    CHECK_STR(aim_of("AutoEQ", "Rtings", NULL, TARE_FORM_OVER_EAR), "harman-over-ear-2018-hms");
    CHECK_STR(aim_of("AutoEQ", "Rtings", NULL, TARE_FORM_ON_EAR), "harman-over-ear-2018-hms");
    CHECK_STR(aim_of("AutoEQ", "Rtings", NULL, TARE_FORM_IN_EAR), "autoeq-in-ear-hms");
    CHECK_STR(aim_of("AutoEQ", "Rtings", NULL, TARE_FORM_UNKNOWN), "");
    CHECK_STR(aim_of("AutoEQ", "crinacle", NULL, TARE_FORM_IN_EAR), "autoeq-in-ear");
    CHECK_STR(aim_of("AutoEQ", "Crinacle 2", NULL, TARE_FORM_IN_EAR), "");
    CHECK_STR(aim_of("AutoEQ", NULL, NULL, TARE_FORM_IN_EAR), "");
    CHECK_STR(aim_of("AutoEQ", "Rtings", "Some target", TARE_FORM_IN_EAR), "");
    CHECK_STR(aim_of("oratory1990", NULL, "harman target", TARE_FORM_IN_EAR), "harman-in-ear-2019");
    CHECK_STR(aim_of("oratory1990", NULL, "Harman Target", TARE_FORM_ON_EAR),
              "harman-over-ear-2018");
    CHECK_STR(aim_of("oratory1990", NULL, "Harman Target (Graphic EQ)", TARE_FORM_IN_EAR),
              "harman-in-ear-2019");
    CHECK_STR(aim_of("oratory1990", NULL, "Harman Targets", TARE_FORM_IN_EAR), "");
    CHECK_STR(aim_of("oratory1990", NULL, NULL, TARE_FORM_IN_EAR), "");
    CHECK_STR(
        aim_of("Rtings/AutoEQ", NULL, "Harman IEM (Consolidated, 5 bands)", TARE_FORM_OVER_EAR),
        "harman-in-ear"); /* what it says, whatever the headphone */
}

/** Words that name two targets tell neither, though one of them alone would. */
static void test_a_rule_for_all_words_comes_before_one_for_a_part(void)
{
    CHECK_STR(aim_of("oratory1990", NULL, "Harman Target (Usound)", TARE_FORM_IN_EAR), "");
}

static void test_a_rule_that_does_not_hold_sets_nothing(void)
{
    const TareAimRule* rule;
    size_t n = 0;
    for (size_t i = 0; (rule = tare_aim_rule_get(i)); ++i) {
        const bool is_set = *aim_of(rule->author, rule->rig, rule->words, rule->form);
        CHECK(is_set == tare_aim_rule_holds(rule));
        n += !is_set;
    }
    CHECK(n > 0);
}

static void test_an_aim_that_is_there_stays(void)
{
    TareBatch batch = {0};
    TareCorrection c = {.entry = {.form = TARE_FORM_IN_EAR, .aim = tare_aim_find("flat")}};
    CHECK(tare_text_set(&c.entry.author, "AutoEQ") && tare_text_set(&c.entry.rig, "Rtings"));
    CHECK(tare_batch_add(&batch, &c) && tare_facts_set(&batch));
    CHECK(batch.corrections[0].entry.aim == tare_aim_find("flat"));
    tare_batch_clear(&batch);
}

/** One that its author has among those of another form is corrected as these are. */
static void test_what_was_filed_under_another_form_aims_at_its_target(void)
{
    static const struct {
        const char *rig, *model, *aim;
    } rows[] = {{"Rtings", "Elite 85h", "autoeq-in-ear-hms"},
                {"Rtings", "Elite 85h2", "harman-over-ear-2018-hms"},
                {"Innerfidelity", "Elite 85h", "harman-over-ear-2018-hms"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; ++i) {
        TareBatch batch = {0};
        TareCorrection c = {.entry = {.form = TARE_FORM_OVER_EAR}};
        CHECK(tare_text_set(&c.entry.author, "AutoEQ") &&
              tare_text_set(&c.entry.rig, rows[i].rig) && tare_text_set(&c.entry.brand, "Jabra") &&
              tare_text_set(&c.entry.model, rows[i].model));
        CHECK(tare_batch_add(&batch, &c) && tare_facts_set(&batch));
        CHECK(batch.corrections[0].entry.aim == tare_aim_find(rows[i].aim));
        tare_batch_clear(&batch);
    }
}

static void test_versions_for_other_equalisers_are_makeshift(void)
{
    static const struct {
        const char *target, *variant;
        bool is_makeshift;
    } rows[] = {{"Harman Target (10 Band Graphic EQ)", NULL, true},
                {"Harman Target (graphic EQ)", NULL, true},
                {"Harman Target (octave-band EQ)", NULL, true},
                {"Harman Target (5 Band EQ v2)", NULL, true},
                {"USound Target (Spotify EQ)", NULL, true},
                {"X (7-band EQ for a player)", NULL, true},
                {"Harman Target (preliminary)", NULL, true},
                {"Harman Target (very preliminary!, ignore it)", NULL, true},
                {"Harman Target (6 band parametric EQ)", NULL, false},
                {"Harman Target (additional subbass)", NULL, false},
                {"Rtings com (Consolidated, 10 bands)", NULL, false},
                {"Harman Target (SEQ)", NULL, false},
                {"EQ Target", NULL, false},
                {"Harman Target", NULL, false},
                {NULL, NULL, false},
                {NULL, "10-band graphic EQ", true},
                {NULL, "octave band EQ", true},
                {NULL, "very preliminary!", true},
                {"Harman Target", "blue, preliminary", true},
                {NULL, "ANC on, EQ off", false}, /* the headphone's own */
                {NULL, "flat EQ", false},
                {NULL, "photographic eq", false}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; ++i) {
        const TareEntry entry = {.target = rows[i].target, .variant = rows[i].variant};
        bool is_good = false;
        const bool is_makeshift = tare_facts_is_makeshift(&entry, &is_good);
        if (is_makeshift != rows[i].is_makeshift)
            printf("%s, %s\n", rows[i].target ? rows[i].target : "-",
                   rows[i].variant ? rows[i].variant : "-");
        CHECK(is_good && is_makeshift == rows[i].is_makeshift);
    }
}

static void test_short_memory_is_told(void)
{
    const TareEntry entry = {.target = "Harman Target (graphic EQ)", .variant = "blue"};
    for (unsigned n = 1;; ++n) {
        bool is_good = true;
        failing_malloc_start(n);
        const bool is_makeshift = tare_facts_is_makeshift(&entry, &is_good);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(is_good == (n_asked < n) && is_makeshift == is_good);
        if (n_asked < n)
            break;
    }
}

int main(void)
{
    RUN(test_each_rule_says_what_is_known_and_why);
    RUN(test_no_two_rules_are_for_the_same_corrections);
    RUN(test_each_rule_is_found_for_what_it_is_for);
    RUN(test_form_rig_and_words_decide);
    RUN(test_a_rule_for_all_words_comes_before_one_for_a_part);
    RUN(test_a_rule_that_does_not_hold_sets_nothing);
    RUN(test_an_aim_that_is_there_stays);
    RUN(test_what_was_filed_under_another_form_aims_at_its_target);
    RUN(test_versions_for_other_equalisers_are_makeshift);
    RUN(test_short_memory_is_told);
    return check_done();
}
