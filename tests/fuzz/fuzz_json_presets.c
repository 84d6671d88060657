/* Broken presets in JSON, of every program: whatever the bytes, the readers come back, say what is
   wrong, and what they made of the rest is in order. Seeded: the same in each run. */

#include "helpers/check.h"
#include "helpers/readers.h"

enum { ROUNDS = 20000 };

static const ReaderSeed seeds[] = {
    {"easyeffects",
     "{\"output\":{\"plugins_order\":[\"equalizer#0\"],\"equalizer#0\":{\"bypass\":false,"
     "\"input-gain\":-6.5,\"num-bands\":2,\"split-channels\":true,\"left\":{\"band0\":{\"type\":"
     "\"Bell\",\"mode\":\"APO (DR)\",\"slope\":\"x1\",\"gain\":3.0,\"frequency\":100.0,\"q\":1.4},"
     "\"band1\":{\"type\":\"Lo-shelf\",\"mode\":\"APO (DR)\",\"slope\":\"x1\",\"solo\":false,"
     "\"gain\":3,\"frequency\":90,\"q\":0.7}},\"right\":{\"band0\":{\"type\":\"Off\"}}},"
     "\"limiter#0\":{}},\"input\":{}}"},
    {"poweramp",
     "[{\"name\":\"Acme One\",\"preamp\":-6.5,\"parametric\":true,\"bands\":[{\"type\":4,"
     "\"channels\":0,\"frequency\":90,\"q\":0.7,\"gain\":4.5},{\"type\":3,\"channels\":1,"
     "\"frequency\":3000,\"q\":2,\"gain\":-3}]},{\"bands\":[{\"type\":0,\"frequency\":"
     "9000,\"q\":0.8,\"gain\":0}],\"preamp\":0}]"},
    {"opra-eq",
     "{\"author\":\"AutoEQ\",\"details\":\"Harman Target\",\"link\":\"http://a\",\"type\":"
     "\"parametric_eq\",\"parameters\":{\"gain_db\":-6,\"bands\":[{\"type\":\"peak_dip\","
     "\"frequency\":100,\"gain_db\":-2.5,\"q\":1.41},{\"type\":\"high_pass\","
     "\"frequency\":20,\"slope\":24}]}}"},
};

enum { N_SEEDS = sizeof seeds / sizeof *seeds };

static uint64_t random_state = 88172645463325252u;

static void test_broken_presets(void)
{
    const ReaderOutcomes outcomes = readers_read_damaged(seeds, N_SEEDS, ROUNDS, &random_state);
    CHECK(outcomes.n_wrong == 0);
    CHECK(outcomes.n_good > ROUNDS / 50 && outcomes.n_bad > ROUNDS / 10);
}

static void test_failed_allocations(void)
{
    for (size_t i = 0; i < N_SEEDS; ++i)
        CHECK(readers_survive(seeds[i].format, "fuzz", seeds[i].text, strlen(seeds[i].text)));
}

int main(void)
{
    RUN(test_broken_presets);
    RUN(test_failed_allocations);
    return check_done();
}
