/* Evidence against evidence: whether what a review says and what was measured point the same way.
 */

#ifndef TARE_AGREEMENT_H
#define TARE_AGREEMENT_H

typedef struct TareBand TareBand;
typedef struct TareBandSet TareBandSet;

typedef enum {
    TARE_AGREES,
    TARE_DISAGREES,
    TARE_UNDECIDED ///< one of both does less than TARE_AGREEMENT_LEAST_DB there
} TareAgreement;

#define TARE_AGREEMENT_LEAST_DB 0.5

/** A measured correction as reviews are held against it. */
typedef struct TareMeasured TareMeasured;

/** Designs it; NULL when memory is short. */
TareMeasured* tare_measured_new(const TareBandSet* set);
void tare_measured_free(TareMeasured* measured);

/** What it does where a band of a review's correction works: the mean over a third of an octave
    around the band's frequency, for shelves half an octave further out, less the mean over 100 Hz
    to 10 kHz, for a level alone is no colour. In dB, at 48 kHz, both over the logarithm of
    frequency; of the left channel unless the band is for the right one. */
double tare_measured_level_db(const TareMeasured* measured, const TareBand* band);

/** What a headphone shows near a place, by its measured correction turned over: its nearest peak or
    dip of at least TARE_AGREEMENT_LEAST_DB within half an octave, of the left channel; `freq_hz`
    receives where. Less the mean as above; 0 when there is none. */
double tare_measured_fault_db(const TareMeasured* measured, double place_hz, double* freq_hz);

/** The same of the band itself, as if it were all of a correction with this reference rate: a
    narrow band does less over a third of an octave than at its peak, and only the one may be held
    against the other. */
double tare_words_level_db(const TareBand* band, double reference_rate_hz);

/** Whether two such levels, of a band and of what was measured, go the same way. */
TareAgreement tare_agreement(double words_db, double measured_db);

/** "agrees", "disagrees", "undecided". */
const char* tare_agreement_name(TareAgreement agreement);

#endif
