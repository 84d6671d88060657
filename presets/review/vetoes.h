/* Words that make a figure something else than a fault of this headphone. */

#ifndef TARE_VETOES_H
#define TARE_VETOES_H

#include "review/reason.h"

#include <stddef.h>

typedef struct TareClause TareClause;
typedef struct TareSentence TareSentence;

typedef struct TareSubject TareSubject;

enum { TARE_MAX_VETOES = 64 };

/** The vetoes that stand in a sentence: found once, asked for each of its figures. */
typedef struct TareVetoes {
    size_t n_hits; ///< more than TARE_MAX_VETOES are not kept
    struct {
        size_t veto;  ///< in the table of vetoes
        size_t token; ///< its first word
    } hits[TARE_MAX_VETOES];
    TareReason carried; ///< what the sentence before leaves behind
} TareVetoes;

/** `before` is the sentence before in the same paragraph, NULL for none: "ANC is strong. It lowers
    100 Hz by 20 dB." */
void tare_vetoes_find(const TareSentence* sentence, const TareSentence* before,
                      const TareSubject* subject, TareVetoes* vetoes);

/** Why nothing may be made of a pair; TARE_REASON_NONE when nothing speaks against it.
   `subject` is
    what is reviewed. */
TareReason tare_veto_reason(const TareVetoes* vetoes, const TareClause* clause,
                            const TareSubject* subject);

/** Why nothing was made of a gain that has no frequency; `clause` holds it as both of its figures.
 */
TareReason tare_veto_reason_of_gain(const TareVetoes* vetoes, const TareClause* clause,
                                    const TareSubject* subject);

#endif
