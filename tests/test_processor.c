/* Which processors get the widest vectors; with "print": whose instructions this one gets. */

#include "helpers/check.h"
#include "kernel.h"
#include "processor.h"

#include <ctype.h>

static void test_the_model_is_told(void)
{
    const TareProcessor processor = tare_processor_model();
    printf("\"%s\", family 0x%x, model 0x%x\n", processor.vendor, processor.family,
           processor.model);
#if defined(__x86_64__)
    REQUIRE(strlen(processor.vendor) == 12);
    for (const char* c = processor.vendor; *c; ++c)
        CHECK(isprint((unsigned char)*c));
    CHECK(processor.family >= 6);
#else
    CHECK(!processor.vendor[0] && processor.family == 0);
#endif
}

static void test_only_full_units_count(void)
{
    static const struct {
        TareProcessor processor;
        bool is_full;
    } cases[] = {
        {{"GenuineIntel", 6, 0x6a}, true},     /* Ice Lake SP */
        {{"GenuineIntel", 6, 0x8f}, true},     /* Sapphire Rapids */
        {{"GenuineIntel", 6, 0xad}, true},     /* Granite Rapids */
        {{"AuthenticAMD", 0x1a, 0x02}, true},  /* Turin */
        {{"AuthenticAMD", 0x1a, 0x44}, true},  /* Granite Ridge */
        {{"GenuineIntel", 6, 0x55}, false},    /* Skylake SP: some have one unit */
        {{"GenuineIntel", 6, 0x7e}, false},    /* Ice Lake, portable */
        {{"GenuineIntel", 6, 0xa7}, false},    /* Rocket Lake */
        {{"AuthenticAMD", 0x19, 0x11}, false}, /* Genoa: in halves */
        {{"AuthenticAMD", 0x1a, 0x24}, false}, /* Strix Point: in halves */
        {{"AuthenticAMD", 6, 0x6a}, false},    {{"", 0, 0}, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i)
        CHECK(tare_processor_has_full_v4(&cases[i].processor) == cases[i].is_full);
}

static void test_only_processors_that_gain_take_the_widest(void)
{
    const bool takes_v4 = tare_processor_can_run_v4() && tare_processor_gains_by_v4();
    CHECK((tare_kernel_best() == tare_kernel_v4()) == (takes_v4 && tare_kernel_v4()));
    CHECK(!tare_processor_can_run_v4() || tare_processor_can_run_v3());
}

/** The wider one would only have its first result later. */
static void test_few_sections_take_a_narrow_kernel(void)
{
    for (uint32_t k = 0; tare_kernel_get(k); ++k) {
        const TareKernel* const kernel = tare_kernel_get(k);
        CHECK(tare_kernel_for(kernel, TARE_N_SECTIONS, 4) == kernel);
        CHECK(tare_kernel_for(kernel, 2, 1)->n_lanes <= kernel->n_lanes);
    }
    if (tare_kernel_v4())
        CHECK(tare_kernel_for(tare_kernel_v4(), 8, 1) == tare_kernel_v3());
}

/** Where the sections allow it, and they are few enough. */
static void test_frames_are_done_at_once(void)
{
    if (tare_kernel_v3()) {
        const TareKernel* const v3 = tare_kernel_v3();
        CHECK(tare_kernel_for(v3, 4, 4)->n_together == 4);
        CHECK(tare_kernel_for(v3, 4, 2)->n_together == 2);
        CHECK(tare_kernel_for(v3, 8, 2) == v3->two && tare_kernel_for(v3, 9, 2) == v3);
        CHECK(tare_kernel_for(v3, 8, 1) == v3);
    }
    if (tare_kernel_v4()) {
        const TareKernel* const v4 = tare_kernel_v4();
        CHECK(tare_kernel_for(v4, 8, 2) == tare_kernel_v3()->two);
        CHECK(tare_kernel_for(v4, 24, 2) == v4->two && tare_kernel_for(v4, 25, 2) == v4);
        CHECK(tare_kernel_for(v4, 10, 1) == v4);
    }
}

/** Whose instructions this processor gets. */
static const char* instructions(void)
{
    return tare_processor_can_run_v4() && tare_processor_gains_by_v4() ? "avx512"
           : tare_processor_can_run_v3()                               ? "avx2"
                                                                       : "usual";
}

int main(int argc, char** argv)
{
    if (argc > 1 && strcmp(argv[1], "print") == 0)
        return puts(instructions()) < 0;
    RUN(test_the_model_is_told);
    RUN(test_only_full_units_count);
    RUN(test_only_processors_that_gain_take_the_widest);
    RUN(test_few_sections_take_a_narrow_kernel);
    RUN(test_frames_are_done_at_once);
    return check_done();
}
