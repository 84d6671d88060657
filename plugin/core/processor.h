/* What this processor says of itself. */

#ifndef TARE_PROCESSOR_H
#define TARE_PROCESSOR_H

#include <stdbool.h>
#include <stdint.h>

/** Whether it runs AVX2 and fused multiply-adds, and the system keeps their registers. */
bool tare_processor_can_run_v3(void);

/** The same of AVX-512 as x86-64-v4 has it. */
bool tare_processor_can_run_v4(void);

/** The model as CPUID names it. */
typedef struct TareProcessor {
    char vendor[13]; ///< such as "GenuineIntel"
    uint32_t family, model;
} TareProcessor;

/** All 0 on processors that do not say. */
TareProcessor tare_processor_model(void);

/** Whether a processor has two units that multiply and add 512 bits in each cycle, at a clock that
    such work does not lower much. CPUID does not tell, so it is a list of models; one that is not
   on it takes 256 bits. */
bool tare_processor_has_full_v4(const TareProcessor* processor);

/** Whether vectors of 512 bits are faster than those of 256 here. */
bool tare_processor_gains_by_v4(void);

#endif
