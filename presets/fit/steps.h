/* Values as they are written down: a chain in the steps of files, or of a device. */

#ifndef TARE_FIT_STEPS_H
#define TARE_FIT_STEPS_H

typedef struct TareBand TareBand;
typedef struct TareFitChain TareFitChain;
typedef struct TareFitOptions TareFitOptions;
typedef struct TareFitSearch TareFitSearch;

/** How many steps make one; 0: as files hold values, whole Hz, tenths below 100 Hz, gain and Q in
    hundredths. */
typedef struct TareFitSteps {
    double per_hz, per_db, per_q;
} TareFitSteps;

TareFitSteps tare_fit_steps_of(const TareFitOptions* options);

/** Rounds all values of a chain on the fine field within their limits, one kind after the other,
    and lets those that are left make up for it. */
void tare_fit_steps_round(TareFitSearch* search, const TareFitSteps* steps, TareFitChain* chain);

/** Takes the last bits off a band of a rounded chain. */
void tare_fit_steps_clean(TareBand* band);

#endif
