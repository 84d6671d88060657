/* One spelling and one form for the corrections of one product. */

#include "base/text.h"
#include "corrections/aim.h"
#include "corrections/correction.h"
#include "helpers/check.h"
#include "helpers/noise.h"
#include "make/batch.h"
#include "make/same_table.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_SAMPLES = 64, N_ORDERS = 200 };

typedef struct {
    const char *brand, *model, *variant, *author;
    TareForm form;
} Sample;

static const char table_text[] = "maker Zed Works = ZW ; its sign\n"
                                 "product Zed Works: Kite Pro 9 = Kite 9 ; made as Pro only\n"
                                 "product Zed Works: Pod 2 = Pod 2nd Gen ; numbered by people\n"
                                 "apart Zed Works: Sail 2 = Sail II ; two products\n"
                                 "form over-ear Zed Works: Moor ; has a headband\n";

static TareSame* table(void)
{
    TareSame* const same = tare_same_new();
    CHECK(same && tare_same_add_text(same, "t", table_text, strlen(table_text), NULL) == TARE_OK);
    return same;
}

/** The samples as corrections, in an order; the first band's gain tells which each is. */
static TareBatch batch_of(const Sample* samples, const size_t* order, size_t n)
{
    TareBatch batch = {0};
    for (size_t i = 0; i < n; ++i) {
        const Sample* const sample = &samples[order ? order[i] : i];
        TareCorrection c = {.entry = {.kind = TARE_KIND_PRESET, .form = sample->form},
                            .set = {.n_bands = 1, .bands = {{.freq_hz = 1000, .q = 1}}}};
        c.set.bands[0].gain_db = (double)(order ? order[i] : i);
        CHECK(tare_text_set(&c.entry.brand, sample->brand) &&
              tare_text_set(&c.entry.model, sample->model) &&
              tare_text_set(&c.entry.variant, sample->variant) &&
              tare_text_set(&c.entry.author, sample->author ? sample->author : "A"));
        CHECK(tare_batch_add(&batch, &c));
    }
    return batch;
}

static const TareEntry* entry_at(const TareBatch* batch, size_t sample)
{
    for (size_t i = 0; i < batch->n; ++i)
        if (batch->corrections[i].set.bands[0].gain_db == (double)sample)
            return &batch->corrections[i].entry;
    return NULL;
}

static const Sample many[] = {{"Zed Works", "Kite 9", NULL, "A", TARE_FORM_IN_EAR},
                              {"ZW", "Kite Pro 9", NULL, "B", TARE_FORM_IN_EAR},
                              {"zed works", "kite pro 9", "worn", "C", TARE_FORM_OVER_EAR},
                              {"Zed Works", "Kite Pro 9 (Worn)", NULL, "D", TARE_FORM_IN_EAR},
                              {"Zed Works", "Pod", "2nd generation", "A", TARE_FORM_EARBUD},
                              {"Zed Works", "Pod 2", NULL, "B", TARE_FORM_EARBUD},
                              {"Zed Works", "Pod", NULL, "A", TARE_FORM_EARBUD},
                              {"Zed Works", "Sail 2", NULL, "A", TARE_FORM_OVER_EAR},
                              {"Zed Works", "Sail II", NULL, "A", TARE_FORM_OVER_EAR},
                              {"Lark Audio", "Reed II", NULL, "A", TARE_FORM_OVER_EAR},
                              {"Lark", "Reed 2", NULL, "B", TARE_FORM_OVER_EAR},
                              {"Lark", "Lark Reed-2", NULL, "C", TARE_FORM_OVER_EAR},
                              {"LARK", "REED2", "ANC on, wired", "D", TARE_FORM_OVER_EAR},
                              {"Lark", "Audio Reed II", "wired, ANC on", "E", TARE_FORM_OVER_EAR},
                              {"Lark", "Reed", NULL, "A", TARE_FORM_OVER_EAR},
                              {"Lark", "Reed 2 Pro", NULL, "A", TARE_FORM_OVER_EAR},
                              {"Lark", "Reed2+", NULL, "A", TARE_FORM_OVER_EAR},
                              {"Lark", "Reed Mk 2", NULL, "A", TARE_FORM_OVER_EAR}};

enum { N_MANY = sizeof many / sizeof *many };

static void check_many(const size_t* order)
{
    static const char* const expected[N_MANY] = {"Zed Works Kite Pro 9",
                                                 "Zed Works Kite Pro 9",
                                                 "Zed Works Kite Pro 9 (Worn)",
                                                 "Zed Works Kite Pro 9 (Worn)",
                                                 "Zed Works Pod 2",
                                                 "Zed Works Pod 2",
                                                 "Zed Works Pod",
                                                 "Zed Works Sail 2",
                                                 "Zed Works Sail II",
                                                 "Lark Audio Reed II",
                                                 "Lark Audio Reed II",
                                                 "Lark Audio Reed II",
                                                 "Lark Audio Reed II (ANC on, wired)",
                                                 "Lark Audio Reed II (ANC on, wired)",
                                                 "Lark Reed",
                                                 "Lark Reed 2 Pro",
                                                 "Lark Reed2+",
                                                 "Lark Reed Mk 2"};
    TareSame* const same = table();
    TareBatch batch = batch_of(many, order, N_MANY);
    char first[N_MANY][300];
    CHECK(tare_batch_settle_names(&batch, same, NULL));
    for (size_t i = 0; i < N_MANY; ++i)
        tare_entry_display_name(entry_at(&batch, i), first[i], sizeof first[i]);
    for (size_t i = 0; i < N_MANY; ++i)
        for (size_t k = 0; k < i; ++k) /* who is one with whom, however it is spelled */
            if ((strcmp(first[i], first[k]) == 0) != (strcmp(expected[i], expected[k]) == 0)) {
                CHECK_STR(first[i], expected[i]);
                CHECK_STR(first[k], expected[k]);
            }
    for (size_t i = 0; i < 9; ++i) /* what the table spells */
        CHECK_STR(first[i], expected[i]);
    tare_batch_clear(&batch);
    tare_same_free(same);
}

static void test_what_is_merged_and_what_is_not(void)
{
    check_many(NULL);
}

static void test_the_order_does_not_matter(void)
{
    uint64_t state = 1;
    size_t order[N_MANY] = {0};
    char* first = NULL;
    for (size_t n = 0; n < N_ORDERS; ++n) {
        for (size_t i = 0; i < N_MANY; ++i) {
            const size_t k = noise_below(&state, i + 1);
            order[i] = order[k];
            order[k] = i;
        }
        check_many(order);
        TareSame* const same = table();
        TareBatch batch = batch_of(many, order, N_MANY);
        char* text = NULL;
        size_t length = 0;
        FILE* const out = open_memstream(&text, &length);
        CHECK(tare_batch_settle_names(&batch, same, NULL) && tare_batch_write_changes(&batch, out));
        for (size_t i = 0; i < N_MANY; ++i) {
            const TareEntry* const entry = entry_at(&batch, i);
            fprintf(out, "%s|%s|%s|%d\n", entry->brand, entry->model,
                    entry->variant ? entry->variant : "", (int)entry->form);
        }
        fclose(out);
        if (first)
            CHECK_STR(text, first);
        else
            first = tare_text_copy(text, length);
        free(text);
        tare_batch_clear(&batch);
        tare_same_free(same);
    }
    free(first);
}

/** A is as B by one rule, B as C by another, C as D by the letters. */
static void test_being_one_passes_on(void)
{
    static const Sample chain[] = {{"Lark", "Mark II Reed", NULL, "A", TARE_FORM_IN_EAR},
                                   {"Lark", "Mk 2 Reed", NULL, "B", TARE_FORM_IN_EAR},
                                   {"Lark Audio", "MarkII-Reed", NULL, "C", TARE_FORM_IN_EAR},
                                   {"Lark", "MkII Reed", NULL, "D", TARE_FORM_IN_EAR},
                                   {"larkmk", "ii reed", NULL, "E", TARE_FORM_IN_EAR}};
    TareBatch batch = batch_of(chain, NULL, 5);
    CHECK(tare_batch_settle_names(&batch, NULL, NULL));
    for (size_t i = 1; i < 5; ++i) {
        CHECK_STR(entry_at(&batch, i)->model, entry_at(&batch, 0)->model);
        CHECK_STR(entry_at(&batch, i)->brand, entry_at(&batch, 0)->brand);
    }
    tare_batch_clear(&batch);
}

static char* changes_of(const Sample* samples, size_t n, const TareSame* same, TareBatch* batch)
{
    char* text = NULL;
    size_t length = 0;
    FILE* const out = open_memstream(&text, &length);
    *batch = batch_of(samples, NULL, n);
    CHECK(tare_batch_settle_names(batch, same, NULL) && tare_batch_write_changes(batch, out));
    fclose(out);
    return text;
}

static void test_what_was_done_is_told(void)
{
    static const Sample samples[] = {{"ZW", "Kite 9", NULL, "A", TARE_FORM_IN_EAR},
                                     {"ZW", "Kite 9", NULL, "B", TARE_FORM_IN_EAR},
                                     {"Zed Works", "Kite Pro 9", NULL, "C", TARE_FORM_OVER_EAR},
                                     {"Zed Works", "Kite 9 Wireless", NULL, "C", TARE_FORM_IN_EAR},
                                     {"Zed Works", "Sail 2", NULL, "C", TARE_FORM_IN_EAR},
                                     {"Zed Works", "Sail II", NULL, "C", TARE_FORM_IN_EAR}};
    TareSame* const same = table();
    TareBatch batch;
    char* const text = changes_of(samples, 6, same, &batch);
    CHECK(strstr(text, "\nmerged Zed Works Kite Pro 9 = ZW Kite 9 ; 2\n") != NULL);
    CHECK(strstr(text, "\nform Zed Works Kite Pro 9 = in-ear, not over-ear ; 1: as most sources "
                       "say\n") != NULL);
    CHECK(strstr(text, "\nalike Zed Works Kite 9 Wireless = Zed Works Kite Pro 9 ; \"wireless\" "
                       "and \"pro\"\n") != NULL);
    CHECK(strstr(text, "\nalike Zed Works Sail 2 = Zed Works Sail II ; two products\n") != NULL);
    free(text);
    tare_batch_clear(&batch);
    tare_same_free(same);
}

/** Who took a headphone for an in-ear aimed at what is for in-ears, whatever it is. */
static void test_a_wrong_form_had_a_target_of_its_own(void)
{
    static const struct {
        TareForm before;
        const char *rig, *target, *aim;
    } cases[] = {{TARE_FORM_IN_EAR, "Rtings", NULL, "autoeq-in-ear-hms"},
                 {TARE_FORM_IN_EAR, "Kuulokenurkka", NULL, NULL},
                 {TARE_FORM_IN_EAR, "Super Review", NULL, NULL},
                 {TARE_FORM_EARBUD, "Rtings", NULL, NULL},
                 {TARE_FORM_ON_EAR, "Rtings", NULL, NULL},
                 {TARE_FORM_UNKNOWN, "Rtings", NULL, NULL},
                 {TARE_FORM_IN_EAR, "Rtings", "Harman Target", NULL}};
    TareSame* const same = table();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
        const Sample sample = {"Zed Works", "Moor", NULL, "AutoEQ", cases[i].before};
        TareBatch batch = batch_of(&sample, NULL, 1);
        TareEntry* const entry = &batch.corrections[0].entry;
        CHECK(tare_text_set(&entry->rig, cases[i].rig) &&
              tare_text_set(&entry->target, cases[i].target));
        CHECK(tare_batch_settle_names(&batch, same, NULL));
        CHECK(entry->form == TARE_FORM_OVER_EAR);
        CHECK(entry->aim == (cases[i].aim ? tare_aim_find(cases[i].aim) : NULL));
        tare_batch_clear(&batch);
    }
    tare_same_free(same);
}

static void check_forms(const Sample* samples, size_t n, const TareSame* same, TareForm expected,
                        const char* reason)
{
    TareBatch batch;
    char* const text = changes_of(samples, n, same, &batch);
    for (size_t i = 0; i < batch.n; ++i)
        if (!strcmp(batch.corrections[i].entry.model, samples[0].model))
            CHECK(batch.corrections[i].entry.form == expected);
    CHECK(!reason == !strstr(text, "\nform "));
    CHECK(!reason || strstr(text, reason));
    free(text);
    tare_batch_clear(&batch);
}

static void test_forms(void)
{
    static const Sample most[] = {{"L", "Reed", NULL, "A", TARE_FORM_IN_EAR},
                                  {"L", "Reed", NULL, "A", TARE_FORM_IN_EAR},
                                  {"L", "Reed", NULL, "A", TARE_FORM_IN_EAR},
                                  {"L", "Reed", "worn", "B", TARE_FORM_OVER_EAR},
                                  {"L", "Reed", NULL, "C", TARE_FORM_OVER_EAR}};
    static const Sample tie[] = {{"L", "Reed", NULL, "A", TARE_FORM_IN_EAR},
                                 {"L", "Reed", NULL, "A", TARE_FORM_IN_EAR},
                                 {"L", "Reed", NULL, "B", TARE_FORM_OVER_EAR}};
    static const Sample named[] = {{"L", "Reed In-Ear", NULL, "A", TARE_FORM_OVER_EAR}};
    static const Sample over[] = {{"L", "Reed Over-Ear", NULL, "A", TARE_FORM_EARBUD}};
    static const Sample buds[] = {{"L", "Reed Buds", NULL, "A", TARE_FORM_EARBUD}};
    static const Sample told[] = {{"Zed Works", "Moor", NULL, "A", TARE_FORM_IN_EAR}};
    static const Sample none[] = {{"L", "Reed", NULL, "A", TARE_FORM_UNKNOWN},
                                  {"L", "Reed", NULL, "B", TARE_FORM_UNKNOWN}};
    static const Sample some[] = {{"L", "Reed", NULL, "A", TARE_FORM_UNKNOWN},
                                  {"L", "Reed", NULL, "B", TARE_FORM_EARBUD}};
    TareSame* const same = table();
    check_forms(most, 5, same, TARE_FORM_OVER_EAR, "as most sources say");
    check_forms(tie, 3, same, TARE_FORM_IN_EAR, "as most sources say");
    check_forms(named, 1, same, TARE_FORM_IN_EAR, "as its name says");
    check_forms(over, 1, same, TARE_FORM_OVER_EAR, "as its name says");
    check_forms(buds, 1, same, TARE_FORM_EARBUD, NULL); /* it lies in the ear either way */
    check_forms(told, 1, same, TARE_FORM_OVER_EAR, "as the table");
    check_forms(none, 2, same, TARE_FORM_UNKNOWN, NULL);
    check_forms(some, 2, same, TARE_FORM_EARBUD, NULL);
    tare_same_free(same);
}

/** Who measured 50 headphones and nothing else is right about one that is called an earbud. */
static void test_who_measures_no_others(void)
{
    char names[MAX_SAMPLES][20];
    Sample samples[MAX_SAMPLES];
    for (size_t n_others = 0; n_others < 2; ++n_others) {
        const size_t n = 50 - n_others * 2;
        samples[0] = (Sample){"L", "Reed", NULL, "Lab", TARE_FORM_EARBUD};
        samples[1] = (Sample){"L", "Reed", NULL, "B", TARE_FORM_EARBUD};
        samples[2] = (Sample){"L", "Reed", NULL, "C", TARE_FORM_EARBUD};
        for (size_t i = 0; i < n; ++i) {
            snprintf(names[i], sizeof names[i], "Moor %c%c", (char)('A' + i / 26),
                     (char)('A' + i % 26));
            samples[3 + i] = (Sample){"L", names[i], NULL, "Lab", TARE_FORM_OVER_EAR};
        }
        check_forms(samples, 3 + n, NULL, n_others ? TARE_FORM_EARBUD : TARE_FORM_OVER_EAR,
                    n_others ? NULL : "Lab measures no others");
    }
}

int main(void)
{
    RUN(test_what_is_merged_and_what_is_not);
    RUN(test_the_order_does_not_matter);
    RUN(test_being_one_passes_on);
    RUN(test_what_was_done_is_told);
    RUN(test_a_wrong_form_had_a_target_of_its_own);
    RUN(test_forms);
    RUN(test_who_measures_no_others);
    return check_done();
}
