/* Broken lists of standards: whatever the bytes, the reader comes back, reports what it leaves out,
   and the names that it keeps are such. Seeded: the same in each run. */

#include "helpers/check.h"
#include "helpers/mutate.h"
#include "standards.h"

static const char seed_text[] =
    "# Closed\nAcme One: a reason\n\nAcme Two (80 Ohm): another: with a colon\n"
    "urn:tare:preset:acme--one--anna: kept\nR\xC3\x98"
    "DE NTH: x\n";

static void count_report(void* data, const TareReport* report)
{
    ++*(unsigned*)data;
    CHECK(report->line >= 1 && report->column >= 1 && strstr(report->message, "; expected"));
}

static void check_names(const TareStandards* standards)
{
    for (size_t i = 0; i < standards->n; ++i) {
        const char* const name = standards->standards[i].name;
        CHECK(*name && *name != '#' && *name != ' ' && name[strlen(name) - 1] != ' ');
        CHECK(!strchr(name, '\n') && !strstr(name, ": "));
        CHECK(i == 0 || standards->standards[i - 1].line < standards->standards[i].line);
    }
}

static void test_broken_lists(void)
{
    uint64_t random = 88172645463325252u;
    unsigned n_kept = 0, n_reported = 0;
    for (int round = 0; round < 20000; ++round) {
        char text[1024];
        memcpy(text, seed_text, sizeof seed_text);
        const size_t length = mutate(text, sizeof seed_text - 1, sizeof text, &random);
        unsigned n_reports = 0;
        const TareReporter reporter = {count_report, &n_reports};
        TareStandards standards = {0};
        const TareStatus status = tare_standards_read(&standards, "fuzz", text, length, &reporter);
        CHECK((status == TARE_OK) == (n_reports == 0));
        check_names(&standards);
        n_kept += (unsigned)standards.n;
        n_reported += n_reports;
        tare_standards_clear(&standards);
    }
    CHECK(n_kept > 20000 && n_reported > 5000); /* neither all nor nothing was broken */
}

int main(void)
{
    RUN(test_broken_lists);
    return check_done();
}
