/* How far several persons agree who measured one model of headphone at like ears: per third of an
   octave. Two units, two heads, two seatings: what they share belongs to the model. */

#ifndef TARE_CONSENSUS_H
#define TARE_CONSENSUS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareCurve TareCurve;

enum { TARE_CONSENSUS_BANDS = 30 };

typedef enum {
    TARE_CONSENSUS_AGREED,   ///< somebody else would hardly find more than 1.5 dB of difference
    TARE_CONSENSUS_OPEN,     ///< neither of both
    TARE_CONSENSUS_DIFFERING ///< somebody else would be more than 2 dB off one of them
} TareConsensusCall;

typedef struct TareConsensusBand {
    double freq_hz;   ///< its centre
    double spread_db; ///< how far the persons are apart at most
    TareConsensusCall call;
} TareConsensusBand;

typedef struct TareConsensus {
    TareConsensusBand bands[TARE_CONSENSUS_BANDS]; ///< from 20 Hz on
} TareConsensus;

/** Compares n >= 2 measured responses, each of another person, all from one kind of rig; levels are
    set equal over 300 Hz to 3 kHz. Inside the ear persons usually agree better. */
void tare_consensus_find(TareConsensus* consensus, const TareCurve* responses, size_t n,
                         bool is_inside_ear);

/** What two persons usually differ by in a band. */
double tare_consensus_usual_db(bool is_inside_ear, unsigned band);

/** How much of a correction several persons would sign, 0 to 1 at each band: all where they are
    within 1.5 dB, nothing where they are called differing, and between in proportion. To be
    cleared; false, and empty, when memory is short. */
bool tare_consensus_trust(TareCurve* trust, const TareConsensus* consensus);

/** "agreed", "open", "differing". */
const char* tare_consensus_call_name(TareConsensusCall call);

#endif
