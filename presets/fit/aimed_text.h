/* What an aimed correction says of itself: target, id and evidence. */

#ifndef TARE_AIMED_TEXT_H
#define TARE_AIMED_TEXT_H

#include <stdbool.h>

typedef struct TareBandSet TareBandSet;
typedef struct TareCorrection TareCorrection;
typedef struct TareFitGoal TareFitGoal;

/** Whose curve has helped to move. */
typedef struct TareAimedLender {
    const char* names; ///< NULL: nobody's
    bool is_own;       ///< what the correction was made from
} TareAimedLender;

/** How the bands were found. */
typedef struct TareAimedText {
    bool is_fitted;       ///< to the measured curve; else moved from the old target
    bool is_sure;         ///< only as far as several persons agree
    double guessed_to_hz; ///< of what was moved, up to where its bands tell too little; 0: nowhere
    TareAimedLender lender; ///< of what was moved
} TareAimedText;

/** Makes a correction with other bands than the `old` one, which lead to a goal: fitted to the
    measured curve, or moved there from the old target. Its id is that of the old one with what it
    is aimed at behind: "acme-one/anna+jm-1+bass3+sure". False, and empty, when memory is short. */
bool tare_aimed_text_set(TareCorrection* correction, const TareCorrection* old,
                         const TareBandSet* set, const TareFitGoal* goal, TareAimedText how);

#endif
