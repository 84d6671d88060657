/* Words whose meaning depends on their neighbours, as rows. */

#ifndef TARE_IDIOM_WORDS_H
#define TARE_IDIOM_WORDS_H

#include "review/word_tables.h"

/** A part of the spectrum that has a name of two words and plain limits. */
typedef struct TareIdiomRange {
    const char* first;
    const char* second;
    double lo_hz, hi_hz;
} TareIdiomRange;

extern const TareIdiomRange tare_idiom_ranges[];
extern const size_t tare_n_idiom_ranges;

/** What a verb does where it is an order: "lower everything above 8 kHz". */
extern const TareWord tare_idiom_orders[];
extern const size_t tare_n_idiom_orders;

/** What a noun of faults does where it is an order: "dip 5 kHz by 3 dB". */
extern const TareWord tare_idiom_noun_orders[];
extern const size_t tare_n_idiom_noun_orders;

/** Verbs that ask for the setting behind them where they open a sentence: "set 60 Hz to +5 dB". */
extern const TareWord tare_idiom_askers[];
extern const size_t tare_n_idiom_askers;

/** What a word means where it compares: "6 dB lower", "too low". */
extern const TareWord tare_idiom_comparatives[];
extern const size_t tare_n_idiom_comparatives;

#endif
