/* The filters of a line of settings: one that is being read, and what it comes to. */

#ifndef TARE_SETTING_ITEM_H
#define TARE_SETTING_ITEM_H

#include "review/meaning.h"
#include "review/reason.h"
#include "tare/band.h"

#include <stdbool.h>
#include <stddef.h>

enum { TARE_SETTING_MAX_PLACES = 4 };

enum { TARE_MAX_LINE_SETTINGS = 16 };

/** One filter of a line. */
typedef struct TareSetting {
    TareBand band; ///< as stated; without a stated Q, with the assumed one
    bool is_q_stated;
    bool is_signed;    ///< with "+" or "-", or as a fault, and not only by words of change
    bool is_fault;     ///< a noun says so: "hump, 180 Hz, 3 dB"
    bool is_peak;      ///< the noun is "peak", which may be the kind of the filter
    TareReason reason; ///< why nothing may be made of it; the band holds nothing then
} TareSetting;

typedef struct TareSettingLine {
    TareSetting settings[TARE_MAX_LINE_SETTINGS];
    size_t n_settings;
    bool is_proven;    ///< its words say that these are settings, and no faults
    bool is_named;     ///< the words of its label alone say so: "EQ: 60 Hz +4 dB"
    bool has_q;        ///< one states its Q and a sign and no word that may be a fault's, or is
                       ///< told by "Gain"
    bool is_deviation; ///< its words say that these are faults
    bool has_preamp;   ///< it holds the gain of the whole, too
    bool has_minus;    ///< one has a minus sign
    bool has_legend;   ///< nothing but the names of columns: "Hz dB Q"
    bool is_given;     ///< a verb that has no direction stands before the gain of one: "take 6 dB"
    bool is_given_up;  ///< a remark in brackets says that it is no longer used
    size_t n_label;    ///< so many characters of a label stand before all: "Bass fix: 55 Hz +4 dB"
    size_t n_words;    ///< so many characters up to the last word before its figures
    int sensation;     ///< of its words, of too much 1, of too little -1: "thick", "dull"
    size_t n_unknown;  ///< words that are none of settings, behind the label's colon
    bool is_worded;    ///< words that are none of settings stand in it, behind the label's colon
} TareSettingLine;

/** Starts as {0}. */
typedef struct TareSettingItem {
    double freq_hz[TARE_SETTING_MAX_PLACES];
    size_t n_freqs;
    double gain_db; ///< magnitude
    TareSign sign;  ///< of the gain
    double q;
    bool has_gain, has_q, is_labelled, is_off, is_gain_first;
    bool may_be_verb;   ///< its noun of fault: "dip 400 by 2 dB"
    bool is_peak_last;  ///< "peak" stands behind a figure
    bool is_peak_kind;  ///< "peak" stands before all, without an article, as the kind of a filter
    bool is_shelf;      ///< the word "shelf" stands in it
    bool is_noun;       ///< a word in it may be the name of a fault: "boost", "peak"
    bool is_verb_first; ///< the word of its direction stands before its figures
    bool is_range;      ///< its two places are the ends of a range
    bool is_commanded;  ///< a verb asks for it
    bool is_particle;   ///< its direction is that of a word like "down", and no verb's
    bool leans;         ///< its direction is what the verb mostly means: "pull 2", but "pull up"
    unsigned kind;      ///< TARE_SETTING_PEAK and the like; 0 where none is named
    int direction;      ///< of its words: 1, -1, 0
    int carried;        ///< that of the filter before, if it is not said again
    int fault;          ///< of a noun of fault, "hump", "hole": 1, -1, 0
} TareSettingItem;

/** Whether it has a place and a gain, or is of a kind that has no gain. */
bool tare_setting_item_is_complete(const TareSettingItem* item);

/** Whether no figure has been read. */
bool tare_setting_item_is_empty(const TareSettingItem* item);

/** Adds its settings, one for each place, to a line, and what it proves of that. Unsigned gains
    without a direction are boosts when `has_unsigned_boosts`. */
void tare_setting_item_add(const TareSettingItem* item, bool has_unsigned_boosts,
                           TareSettingLine* line);

#endif
