/* The words of which lists of equaliser settings consist, and nothing else. */

#ifndef TARE_SETTING_WORDS_H
#define TARE_SETTING_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/** What a word of a list does, a bit each. */
enum {
    TARE_SETTING_FILLS = 1 << 0,  ///< nothing: "the", "at"; with UP or DOWN, what a verb mostly
                                  ///< means; with LACK, a verb, too
    TARE_SETTING_PROVES = 1 << 1, ///< says that these are settings: "EQ", "Fc"
    TARE_SETTING_PEAK = 1 << 2,   ///< the kind of the filter
    TARE_SETTING_LOW_SHELF = 1 << 3,
    TARE_SETTING_HIGH_SHELF = 1 << 4,
    TARE_SETTING_NO_GAIN = 1 << 5, ///< a kind that is none of ours: "HPQ"
    TARE_SETTING_LOW = 1 << 6,     ///< of a shelf behind it
    TARE_SETTING_HIGH = 1 << 7,
    TARE_SETTING_SHELF = 1 << 8,
    TARE_SETTING_UP = 1 << 9, ///< the direction
    TARE_SETTING_DOWN = 1 << 10,
    TARE_SETTING_COMMANDS = 1 << 11,  ///< is a verb that asks for it, wherever it stands
    TARE_SETTING_AT = 1 << 12,        ///< a frequency comes
    TARE_SETTING_GAIN = 1 << 13,      ///< a gain comes: "by", "Gain"
    TARE_SETTING_Q = 1 << 14,         ///< a Q comes
    TARE_SETTING_OCTAVES = 1 << 15,   ///< a width comes
    TARE_SETTING_INDEX = 1 << 16,     ///< the number of a filter may come
    TARE_SETTING_OFF = 1 << 17,       ///< the filter is switched off
    TARE_SETTING_PREAMP = 1 << 18,    ///< what comes is the gain of the whole
    TARE_SETTING_AND = 1 << 19,       ///< joins places
    TARE_SETTING_LABELS = 1 << 20,    ///< with GAIN: a gain without a sign is a boost: "Gain 5 dB"
    TARE_SETTING_PURPOSE = 1 << 21,   ///< what comes only tells what for
    TARE_SETTING_HALF_LINE = 1 << 22, ///< with LOW or HIGH: "below" and "above" a place
    TARE_SETTING_REFERS = 1 << 25,    ///< may stand behind DEVIATES: "from target"
    TARE_SETTING_DEVIATES = 1 << 24,  ///< says that the gains are faults: "Deviation"
    TARE_SETTING_EXCESS = 1 << 26,    ///< a fault: "hump"
    TARE_SETTING_LACK = 1 << 27,      ///< a fault: "hole"
    TARE_SETTING_PROSE = 1 << 28,     ///< makes prose of a line: "was", "pinna"
    TARE_SETTING_PLUS = 1 << 29,      ///< a sign in words
    TARE_SETTING_MINUS = 1 << 30,
    TARE_SETTING_NAMES = 1 << 23, ///< with LOW or HIGH: a "low shelf" is a filter's name;
                                  ///< with UP or DOWN: what equalisers do: "cut"
    TARE_SETTING_BETWEEN = TARE_SETTING_AT | TARE_SETTING_AND, ///< two ends of a range come
};

/** Of a verb that is a deed of somebody's only behind "I", and else tells of a response: "lowered".
 */
#define TARE_SETTING_OF_PERSON (1u << 31)

/** What a word does; 0 when it has no place in a list of settings. */
unsigned tare_setting_word(const char* word, size_t length);

/** Whether a text holds nothing but the names of columns: "Hz dB Q". */
bool tare_setting_words_are_legend(const char* text, size_t length);

/** So many words that are none of settings may stand in a line, a label before a colon aside. */
enum { TARE_SETTING_MAX_UNKNOWN = 6 };

/** Whether a text before it is normalised has a digit and, behind a colon if it has one, hardly any
    other words than these: most have more. Of what comes behind "for" nothing is asked. */
bool tare_setting_words_may_be(const char* text, size_t length);

#endif
