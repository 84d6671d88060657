#include "review/setting_words.h"

#include "base/ascii.h"
#include "review/number_words.h"
#include "review/setting_text.h"
#include "review/word_patterns.h"
#include "review/word_tables.h"
#include "review/words.h"

#include <string.h>

unsigned tare_setting_word(const char* word, size_t length)
{
    const void* row = tare_word_next_row(tare_setting_words, tare_n_setting_words,
                                         sizeof *tare_setting_words, NULL, word, length);
    if (!row)
        row = tare_word_next_row(tare_setting_verbs, tare_n_setting_verbs,
                                 sizeof *tare_setting_verbs, NULL, word, length);
    if (!row)
        row = tare_word_next_row(tare_setting_foreign_words, tare_n_setting_foreign_words,
                                 sizeof *tare_setting_foreign_words, NULL, word, length);
    if (row)
        return (unsigned)((const TareWord*)row)->meaning;
    return tare_word_names_software(word, length) ? (unsigned)TARE_SETTING_PROVES : 0;
}

/** A letter of ASCII: what lies beyond is mostly a minus sign or a blank here. */
static bool is_plain_letter(char c)
{
    return tare_is_letter(c) && (unsigned char)c < 0x80;
}

/** Whether a word begins at a place that is no unit or possessive: not the "k" of "5.5k". */
static bool begins_word(const char* text, size_t at)
{
    const char before = at ? text[at - 1] : ' ';
    return is_plain_letter(text[at]) && !is_plain_letter(before) && !tare_is_digit(before) &&
           before != '\'' && before != '-';
}

bool tare_setting_words_are_legend(const char* text, size_t length)
{
    size_t n_words = 0;
    for (size_t i = 0; i < length; ++i) {
        if (tare_is_digit(text[i]))
            return false;
        if (!begins_word(text, i))
            continue;
        size_t end = i;
        while (end < length && is_plain_letter(text[end]))
            ++end;
        const unsigned columns = TARE_SETTING_AT | TARE_SETTING_GAIN | TARE_SETTING_Q |
                                 TARE_SETTING_OCTAVES | TARE_SETTING_FILLS | TARE_SETTING_INDEX;
        if (!(tare_setting_word(text + i, end - i) & columns))
            return false;
        ++n_words;
    }
    return n_words > 1;
}

/** Whether a digit, or a number in words but "a" and "an", stands anywhere: most sentences of prose
   have none, which is sooner seen than what all their words mean. */
static bool has_number(const char* text, size_t length)
{
    for (size_t i = 0; i < length; ++i)
        if (tare_is_digit(text[i]))
            return true;
    for (size_t i = 0; i < length;) {
        size_t end = i;
        while (end < length && is_plain_letter(text[end]))
            ++end;
        if (end > i + 2 && begins_word(text, i) && tare_number_word(text + i, end - i) > 0.0)
            return true;
        i = end > i ? end : i + 1;
    }
    return false;
}

/** As tare_setting_words_may_be(), of a text that has a number somewhere. */
static bool may_be_with_number(const char* text, size_t length)
{
    bool has_digit = false;
    unsigned n_unknown = 0;
    const char* const colon = memchr(text, ':', length);
    const size_t label_end = colon ? (size_t)(colon - text) : 0;
    for (size_t i = 0; i < length; ++i) {
        has_digit = has_digit || tare_is_digit(text[i]);
        i += tare_setting_remark_length(text + i, length - i);
        if (i >= length || !begins_word(text, i))
            continue;
        size_t end = i;
        while (end < length && is_plain_letter(text[end]))
            ++end;
        const unsigned roles = tare_setting_word(text + i, end - i);
        if ((roles & TARE_SETTING_PURPOSE) && i >= label_end)
            return has_digit;
        const bool is_number = tare_number_word(text + i, end - i) > 0.0;
        has_digit = has_digit || (is_number && end > i + 2); /* not "a", "an" */
        n_unknown += !roles && !is_number && i >= label_end;
        if (n_unknown > TARE_SETTING_MAX_UNKNOWN)
            return false;
    }
    return has_digit;
}

bool tare_setting_words_may_be(const char* text, size_t length)
{
    return has_number(text, length) && may_be_with_number(text, length);
}
