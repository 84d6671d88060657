#include "processor.h"

#include <stddef.h>
#include <string.h>

#if defined(__x86_64__) && defined(__GNUC__)

#include <cpuid.h>

bool tare_processor_can_run_v3(void)
{
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
}

bool tare_processor_can_run_v4(void)
{
    return tare_processor_can_run_v3() && __builtin_cpu_supports("avx512f") &&
           __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
           __builtin_cpu_supports("avx512vl");
}

/** The signature is laid out as Intel's manual, volume 2, says under CPUID, leaf 1: the extended
    family counts where the family is 15, the extended model where that is 6 or 15. */
TareProcessor tare_processor_model(void)
{
    TareProcessor processor = {.vendor = ""};
    uint32_t highest, name[3], signature, unused[3];
    if (!__get_cpuid(0, &highest, &name[0], &name[2], &name[1]) ||
        !__get_cpuid(1, &signature, &unused[0], &unused[1], &unused[2]))
        return processor;
    memcpy(processor.vendor, name, sizeof name);
    const uint32_t family = signature >> 8 & 15;
    processor.family = family == 15 ? 15 + (signature >> 20 & 255) : family;
    processor.model = signature >> 4 & 15;
    if (family == 6 || family == 15)
        processor.model |= signature >> 12 & 0xf0;
    return processor;
}

#else

bool tare_processor_can_run_v3(void)
{
    return false;
}

bool tare_processor_can_run_v4(void)
{
    return false;
}

TareProcessor tare_processor_model(void)
{
    return (TareProcessor){.vendor = ""};
}

#endif

typedef struct {
    const char* vendor;
    uint32_t family, first_model, last_model;
} Models;

/* Zen 5 was measured (a server, in one run, blocks of 256): sixteen lanes take 0.80 of the time of
   eight with ten bands, 0.83 with twenty. The processors of Intel were not: that they gain follows
   from their two units of 512 bits, where an operation takes as long as in 256. With ten bands 16
   operations a frame share two ports, which is 8 cycles; eight lanes need 19, and half as long
   again as the ports do, because of what waits for what (see kernel.h).

   Left out: Skylake-X to Cooper Lake (0x55), of which some have one unit, and which lower their
   clock much; processors for desktops and portables up to Rocket Lake, which have one; Zen 4 and
   the small models of Zen 5, which do 512 bits in two halves. */
static const Models full[] = {
    {"GenuineIntel", 6, 0x6a, 0x6a},    /* Ice Lake, servers */
    {"GenuineIntel", 6, 0x8f, 0x8f},    /* Sapphire Rapids */
    {"GenuineIntel", 6, 0xcf, 0xcf},    /* Emerald Rapids */
    {"GenuineIntel", 6, 0xad, 0xae},    /* Granite Rapids */
    {"AuthenticAMD", 0x1a, 0x00, 0x1f}, /* Zen 5, servers */
    {"AuthenticAMD", 0x1a, 0x40, 0x4f}, /* Zen 5, desktops */
};

bool tare_processor_has_full_v4(const TareProcessor* processor)
{
    for (size_t i = 0; i < sizeof full / sizeof *full; ++i)
        if (!strcmp(processor->vendor, full[i].vendor) && processor->family == full[i].family &&
            processor->model >= full[i].first_model && processor->model <= full[i].last_model)
            return true;
    return false;
}

bool tare_processor_gains_by_v4(void)
{
    const TareProcessor processor = tare_processor_model();
    return tare_processor_has_full_v4(&processor);
}
