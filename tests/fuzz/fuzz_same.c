/* Broken tables of names of one product: whatever the bytes, the reader comes back, reports what it
   leaves out, and what it keeps is a table like any other. Seeded: the same in each run. */

#include "base/text.h"
#include "helpers/check.h"
#include "helpers/mutate.h"
#include "make/same.h"
#include "make/same_table.h"

static const char seed_text[] =
    "# comment\nmaker Zed Works = ZW ; its sign\nline Zed Works: Silent = SM ; short\n"
    "product Zed Works: Kite Pro 9 = Kite 9 = Other: Kite ; one\nstate earpads = pads ; words\n"
    "apart Zed Works: Sail 2 = Sail II ; two\nform over-ear Zed Works: Kite Pro 9 ; seen\n"
    "product \xC3\xA9t\xC3\xA9: x = y ; late\n";

static void count_report(void* data, const TareReport* report)
{
    ++*(unsigned*)data;
    CHECK(report->line >= 1 && report->column >= 1 && strstr(report->message, "; expected"));
}

/** Spelling a name does not make another product of it. */
static void check_name(const TareSame* same, const char* brand, const char* model,
                       const char* variant)
{
    const char *b = NULL, *m = NULL, *v = NULL;
    CHECK(tare_text_set(&b, brand) && tare_text_set(&m, model) && tare_text_set(&v, variant));
    CHECK(tare_same_spell(same, &b, &m, &v));
    TareText key = {0}, again = {0}, of_variant = {0};
    CHECK(b && *b && m && *m);
    CHECK(tare_same_key(same, &key, b, m) && tare_same_key(same, &again, b, m));
    CHECK(tare_same_variant_key(same, &of_variant, v));
    CHECK_STR(again.data, key.data);
    (void)tare_same_form(same, key.data);
    (void)tare_same_apart(same, key.data, again.data);
    tare_text_clear(&key);
    tare_text_clear(&again);
    tare_text_clear(&of_variant);
    (void)tare_text_set(&b, NULL);
    (void)tare_text_set(&m, NULL);
    (void)tare_text_set(&v, NULL);
}

static void test_broken_tables(void)
{
    uint64_t random = 88172645463325252u;
    unsigned n_good = 0, n_reported = 0;
    for (int round = 0; round < 20000; ++round) {
        char text[1024];
        memcpy(text, seed_text, sizeof seed_text);
        const size_t length = mutate(text, sizeof seed_text - 1, sizeof text, &random);
        unsigned n_reports = 0;
        const TareReporter reporter = {count_report, &n_reports};
        TareSame* const same = tare_same_new();
        const TareStatus status = tare_same_add_text(same, "fuzz", text, length, &reporter);
        CHECK((status == TARE_OK) == (n_reports == 0));
        check_name(same, "ZW", "Kite 9", "worn pads, 9");
        check_name(same, "Zed Works", "SM 1", NULL);
        check_name(same, "Zed", "Works Sail II", "2nd");
        n_good += status == TARE_OK;
        n_reported += n_reports;
        tare_same_free(same);
    }
    CHECK(n_good < 20000 && n_reported > 5000); /* neither all nor nothing was broken */
}

int main(void)
{
    RUN(test_broken_tables);
    return check_done();
}
