/* Those who measured one model of headphone at the ear of one kind of rig. */

#ifndef TARE_PERSONS_H
#define TARE_PERSONS_H

#include "curves/curve.h"
#include "curves/rig.h"
#include "fit/consensus.h"

#include <stdbool.h>

typedef struct TareCorrection TareCorrection;
typedef struct TareEntry TareEntry;
typedef struct TareStock TareStock;
typedef struct TareText TareText;

enum { TARE_PERSONS_MAX = 16 };

/** Each once, with what was measured. The corrections belong to the catalogue. */
typedef struct TarePersons {
    TareRig rig;
    const TareCorrection* measured[TARE_PERSONS_MAX];
    TareCurve responses[TARE_PERSONS_MAX];
    size_t n;
} TarePersons;

/** Who measured: the listener, "you", or whom the correction names. */
const char* tare_persons_name(const TareEntry* entry);

/** Finds those who measured the model of an entry of the stock at the ear of a rig. To be cleared
   in any case; false when memory is short. */
bool tare_persons_measured(TarePersons* persons, TareStock* stock, const TareEntry* entry,
                           TareRig rig);

void tare_persons_clear(TarePersons* persons);

/** Who of them measured what an entry rests on; NULL if nobody did. */
const TareCorrection* tare_persons_find(const TarePersons* persons, const TareEntry* entry);

/** How far two or more of them agree. */
TareConsensus tare_persons_consensus(const TarePersons* persons);

/** Appends their names: "A, B and C". A text that fails to grow tells. */
void tare_persons_list(const TarePersons* persons, TareText* text);

/** Makes what of a correction of the catalogue they would sign (consensus.h), to be cleared; empty
    when not two measured its model at the ear of its rig. False when memory is short. */
bool tare_persons_trust(TareCurve* trust, TareStock* stock, const TareCorrection* correction);

#endif
