/* Hours of audio through plugins that run on and on, at all rates and in blocks of all lengths,
   while all that can be turned is turned: whether what comes out stays sound, and what it costs
   stays what it was. The same for the same seed. */

#ifndef TARE_TESTS_SOAK_H
#define TARE_TESTS_SOAK_H

#include <stdbool.h>
#include <stdint.h>

typedef struct SoakReport {
    double seconds;                 ///< of audio that went through during moves
    unsigned n_turns;               ///< stretches of it, each of one kind of moves
    unsigned long n_changes;        ///< of controls
    unsigned long n_not_finite;     ///< samples
    double loudest;                 ///< with automatic preamp, the input within full scale
    double lasting;                 ///< how far a known sound was ever off after moves
    double early_cost, late_cost;   ///< of that sound, of the first and last third, in ns a frame
    long early_memory, late_memory; ///< of the process, after a tenth and at the end, in KiB; -1
} SoakReport;

/** Runs so many seconds of audio. False when memory is short. */
bool soak_run(double seconds, uint32_t seed, SoakReport* report);

/** Prints it. */
void soak_print(const SoakReport* report);

#endif
