/* What is shared by those who read the words and those who read the numbers of a line of settings.
 */

#ifndef TARE_SETTING_READER_H
#define TARE_SETTING_READER_H

#include "review/setting_item.h"

typedef struct TareSettingReader {
    TareSettingLine* line;
    const char* text;
    size_t length, at;
    TareSettingItem item;
    TareSettingItem standing; ///< what the label says of all: "Cuts: 200 Hz 2 dB, 3 kHz 4 dB"
    int carried;              ///< the direction that the verb before the last filter gave
    size_t label_end;         ///< behind the colon of a label; 0 when there is none
    unsigned n_unknown;
    unsigned n_deeds;  ///< of somebody's: "I lowered 3 kHz by 2 and raised ..."
    unsigned expected; ///< TARE_SETTING_* of what comes next
    unsigned before;   ///< roles of the word before
    TareSign spelt;    ///< "minus" stands before the number
    bool has_unsigned_boosts;
    bool has_unknown_label; ///< words that are none of settings stand in the label
    bool has_verb_label;    ///< a verb stands in the label: "what is wrong"
    bool is_preamp, is_good, has_and;
    bool is_behind_index;  ///< the number of a filter stands before
    bool is_behind_figure; ///< nothing but blanks stand between a figure and here
    bool is_in_remark;     ///< behind a filter, in words that are none of settings
    bool has_kind_first;   ///< kinds of filters stand before their figures
    bool is_behind_mark;   ///< a mark that parts filters stands before, with nothing but blanks
                           ///< between
    bool is_between;       ///< "between" stands before the places
    bool needs_sign;       ///< other words stand between a place and its gain
} TareSettingReader;

/** Ends a filter and adds it to the line, if it is one. */
void tare_setting_reader_flush(TareSettingReader* reader);

/** Reads the word that begins at the place where the reader is. */
void tare_setting_reader_word(TareSettingReader* reader);

/** Takes a word that is none of settings, which was read: it may stand in a label, "sub, 25 Hz +2
    dB", or in a remark behind a filter. */
void tare_setting_reader_unknown(TareSettingReader* reader, const char* word, size_t length);

/** Notes what somebody hears of a figure: "+2.5 dB, thick". */
void tare_setting_reader_sense(TareSettingReader* reader, const char* word, size_t length);

/** Takes the measure that begins at a place: "too much: 3 dB at 250 Hz", "4 dB too little". */
void tare_setting_reader_measure(TareSettingReader* reader, size_t first);

/** Reads the number that begins at the place where the reader is. */
void tare_setting_reader_number(TareSettingReader* reader);

/** Whether a filter ends behind the word that was read: "105 Hz, +4.2 dB, low shelf". */
bool tare_setting_reader_is_last_of_filter(const TareSettingReader* reader);

/** Whether one of the next two words is what a gain is measured against: "5 dB above the target".
 */
bool tare_setting_reader_is_before_reference(const TareSettingReader* reader);

/** Whether behind a verb without a direction, of these roles, nothing but the kind is told: "raise
    10 kHz by 5 dB, use a shelf". */
bool tare_setting_reader_is_before_kind(const TareSettingReader* reader, unsigned roles);

/** Whether the word that was read, of these roles, says on which side of the target a gain is: "2.5
    dB over", "4 dB low". */
bool tare_setting_reader_is_at_side(const TareSettingReader* reader, unsigned roles);

/** Whether the next word has one of these roles: "over by 4". */
bool tare_setting_reader_is_before(const TareSettingReader* reader, unsigned roles);

/** Whether the next word is this one. */
bool tare_setting_reader_is_before_word(const TareSettingReader* reader, const char* word);

/** Whether nothing but "it" and the like stands up to the next mark, or the end. */
bool tare_setting_reader_is_at_end(const TareSettingReader* reader);

/** Whether behind a mark nothing but the kind of the filter before it is told: "30 | +4 | LSC". */
bool tare_setting_reader_is_before_last_kind(const TareSettingReader* reader);

/** Whether a number with a sign comes next: "8.4k is +9". */
bool tare_setting_reader_is_before_sign(const TareSettingReader* reader);

/** Moves behind a kind that is called by both of its directions, "Peak/Dip": then neither is a
    fault or a direction. `reader` stands behind the first of the two. */
bool tare_setting_reader_skip_other_direction(TareSettingReader* reader);

#endif
