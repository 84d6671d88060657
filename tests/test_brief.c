/* Reports that are passed on once, and not for ever. */

#include "base/brief.h"
#include "helpers/check.h"

typedef struct {
    unsigned n[TARE_ERROR + 1];
    char last[200];
} Seen;

static void see(void* data, const TareReport* report)
{
    Seen* const seen = data;
    ++seen->n[report->severity];
    snprintf(seen->last, sizeof seen->last, "%s:%u: %s", report->file, report->line,
             report->message);
}

static void test_each_once(void)
{
    Seen seen = {{0}, ""};
    const TareReporter to = {see, &seen};
    TareBrief brief = {.to = &to};
    const TareReporter few = tare_brief_reporter(&brief);
    for (int i = 0; i < 3; ++i) {
        tare_report(&few, TARE_WARNING, "a", 1, 0, "one; expected another");
        tare_report(&few, TARE_WARNING, "a", 2, 0, "one; expected another");
        tare_report(&few, TARE_WARNING, "b", 1, 0, "one; expected another");
        tare_report(&few, TARE_WARNING, "a", 1, 2, "one; expected another");
        tare_report(&few, TARE_NOTE, "a", 1, 0, "one; expected another");
        tare_report(&few, TARE_WARNING, "a", 1, 0, "two; expected another");
    }
    tare_brief_end(&brief, "a");
    CHECK(seen.n[TARE_WARNING] == 5 && seen.n[TARE_NOTE] == 1 && seen.n[TARE_ERROR] == 0);
}

static void test_the_rest_is_counted(void)
{
    Seen seen = {{0}, ""};
    const TareReporter to = {see, &seen};
    TareBrief brief = {.to = &to};
    const TareReporter few = tare_brief_reporter(&brief);
    for (unsigned i = 1; i <= 1000000; ++i)
        tare_report(&few, TARE_WARNING, "a", i, 0, "wrong; expected right");
    tare_report(&few, TARE_ERROR, "a", 5, 0, "at last; expected more");
    CHECK(seen.n[TARE_WARNING] == TARE_BRIEF_MAX_REPORTS && seen.n[TARE_ERROR] == 1);
    tare_brief_end(&brief, "a");
    CHECK(seen.n[TARE_WARNING] == TARE_BRIEF_MAX_REPORTS + 1);
    CHECK_STR(seen.last, "a:0: there are 999980 more parts that are not used; expected none");
}

static void test_nobody_listens(void)
{
    TareBrief brief = {.to = NULL};
    const TareReporter few = tare_brief_reporter(&brief);
    for (unsigned i = 1; i <= 30; ++i)
        tare_report(&few, TARE_WARNING, "a", i, 0, "wrong; expected right");
    tare_brief_end(&brief, "a");
    CHECK(brief.of[TARE_WARNING].n_more == 10);
}

int main(void)
{
    RUN(test_each_once);
    RUN(test_the_rest_is_counted);
    RUN(test_nobody_listens);
    return check_done();
}
