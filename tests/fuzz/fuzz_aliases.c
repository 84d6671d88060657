/* Broken aliases: whatever the bytes, the reader comes back, reports what it leaves out, and the
   rules that it keeps rewrite names to other names. Seeded: the same in each run. */

#include "helpers/check.h"
#include "helpers/mutate.h"
#include "names/aliases.h"

static const char seed_text[] =
    "# names of brands\nsame Dan Clark Audio = MrSpeakers = DCA\nsame QC = QuietComfort\n"
    "same MkII = Mk 2 = Mark II\nsame + = Plus\ndrop (good seal)\ndrop \xC3\xA9t\xC3\xA9\n"
    "maker Dan = DC ; sign\nproduct Dan: A One = A 1 = B: A ; numbers\n";

static void count_report(void* data, const TareReport* report)
{
    ++*(unsigned*)data;
    CHECK(report->line >= 1 && report->column >= 1 && strstr(report->message, "; expected"));
}

typedef struct {
    const char* words;
    unsigned n;
} Rewritten;

static void check_rewritten(void* data, const char* words)
{
    Rewritten* rewritten = data;
    rewritten->n++;
    CHECK(strcmp(words, rewritten->words) != 0);
    CHECK(*words != ' ' && !strstr(words, "  "));
    CHECK(!*words || words[strlen(words) - 1] != ' ');
}

static void test_broken_aliases(void)
{
    static const char* const names[] = {"mrspeakers ether 2", "bose qc 25 good seal",
                                        "mark ii mk 2 mkii +", "a 1", "dan clark audio"};
    uint64_t random = 88172645463325252u;
    unsigned n_rewritten = 0, n_reported = 0;
    for (int round = 0; round < 20000; ++round) {
        char text[1024];
        memcpy(text, seed_text, sizeof seed_text);
        const size_t length = mutate(text, sizeof seed_text - 1, sizeof text, &random);
        unsigned n_reports = 0;
        const TareReporter reporter = {count_report, &n_reports};
        TareAliases* aliases = tare_aliases_new();
        const TareStatus status = tare_aliases_add_text(aliases, "fuzz", text, length, &reporter);
        CHECK((status == TARE_OK) == (n_reports == 0));
        for (size_t i = 0; i < sizeof names / sizeof *names; ++i) {
            Rewritten rewritten = {names[i], 0};
            CHECK(tare_aliases_rewrite(aliases, names[i], check_rewritten, &rewritten));
            n_rewritten += rewritten.n;
        }
        n_reported += n_reports;
        tare_aliases_free(aliases);
    }
    CHECK(n_rewritten > 10000 && n_reported > 5000); /* neither all nor nothing was broken */
}

int main(void)
{
    RUN(test_broken_aliases);
    return check_done();
}
