/* Towards what others correct, where they say so: rules by author, measurer, form and words, each
   with its reason, and with whether measured curves bear it out. tests/bench/bench_aims.c checks
   that, and what the check is stands there. */

#ifndef TARE_MAKE_AIM_RULES_H
#define TARE_MAKE_AIM_RULES_H

#include "corrections/entry.h"

/** What speaks for a rule beside its reason. Only the first three make it count. */
typedef enum {
    TARE_AIM_SHOWN,           ///< by the very curves that were corrected
    TARE_AIM_SHOWN_BY_OTHERS, ///< by what others measured of the same models
    TARE_AIM_SAID,            ///< each correction names it itself
    TARE_AIM_REFUTED,         ///< by either
    TARE_AIM_UNSHOWN          ///< there is too little, or the words or the rig leave it open
} TareAimProof;

/** Corrections of this sort are made towards this target. */
typedef struct TareAimRule {
    const char* author;
    const char* rig;   ///< who measured; NULL: anybody or nobody
    const char* words; ///< the target in the author's words; NULL: none are there
    TareForm form;     ///< of the headphone, on the ear is over the ear; TARE_FORM_UNKNOWN: of any
    const char* aim;   ///< by its name
    TareAimProof proof;
    const char* why; ///< where the author says so
} TareAimRule;

/** All of them, by an index from 0; NULL behind the last one. */
const TareAimRule* tare_aim_rule_get(size_t index);

/** The rule for an entry, whether it counts or not; NULL when there is none. Words count without
    case; where no rule is for all of them, what stands in brackets behind them does not count. */
const TareAimRule* tare_aim_rule_find(const TareEntry* entry);

/** Whether a rule counts. */
bool tare_aim_rule_holds(const TareAimRule* rule);

/** "shown", "shown by others", "said", "refuted", "unshown". */
const char* tare_aim_proof_name(TareAimProof proof);

#endif
