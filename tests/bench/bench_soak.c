/* An hour of audio of random moves, or as many seconds as are said: bench_soak [SECONDS [SEED]].
   What comes stays finite and bounded, the same sound costs at the end what it did at the
   beginning, and no memory is taken on the way. */

#include "helpers/soak.h"

#include <stdio.h>
#include <stdlib.h>

/* A machine that has more to do at one time than at another must not count. */
static const double max_dearer = 1.1;

enum { MAX_GROWTH_KIB = 256 };

int main(int argc, char** argv)
{
    const double seconds = argc > 1 ? strtod(argv[1], NULL) : 3600;
    const uint32_t seed = argc > 2 ? (uint32_t)strtoul(argv[2], NULL, 10) : 1;
    SoakReport report;
    if (!soak_run(seconds, seed ? seed : 1, &report)) {
        fprintf(stderr, "bench_soak: memory is short\n");
        return 1;
    }
    soak_print(&report);
    return report.n_not_finite > 0 || !(report.loudest < 30) || !(report.lasting < 1e-5) ||
           report.late_cost > max_dearer * report.early_cost ||
           report.late_memory > report.early_memory + MAX_GROWTH_KIB;
}
