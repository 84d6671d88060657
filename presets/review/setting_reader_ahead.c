#include "review/setting_reader.h"
#include "review/setting_text.h"
#include "review/setting_words.h"
#include "review/word_patterns.h"

#include <string.h>

/* How far behind a verb the kind of a filter may stand: "use a low shelf". */
enum { MAX_KIND_DISTANCE = 3 };

bool tare_setting_reader_is_last_of_filter(const TareSettingReader* reader)
{
    size_t i = reader->at;
    while (i < reader->length && reader->text[i] == ' ')
        ++i;
    return i == reader->length || strchr(",;|/.)]}\"'", reader->text[i]);
}

bool tare_setting_reader_is_before_reference(const TareSettingReader* reader)
{
    size_t at = reader->at;
    for (unsigned n = 0; n < 2; ++n) {
        while (at < reader->length && reader->text[at] == ' ')
            ++at;
        const size_t end = tare_setting_word_end(reader->text, reader->length, at);
        if (tare_setting_word(reader->text + at, end - at) & TARE_SETTING_REFERS)
            return true;
        at = end;
    }
    return false;
}

bool tare_setting_reader_is_before_kind(const TareSettingReader* reader, unsigned roles)
{
    size_t at = reader->at;
    for (unsigned n = 0; n < MAX_KIND_DISTANCE && !(roles & (TARE_SETTING_UP | TARE_SETTING_DOWN));
         ++n) {
        while (at < reader->length && reader->text[at] == ' ')
            ++at;
        const size_t end = tare_setting_word_end(reader->text, reader->length, at);
        if (tare_setting_word(reader->text + at, end - at) & TARE_SETTING_SHELF)
            return end == reader->length || reader->text[end] != ' ';
        at = end;
    }
    return false;
}

/** Where the next thing stands, behind blanks. */
static size_t next_place(const TareSettingReader* reader)
{
    size_t at = reader->at;
    while (at < reader->length && reader->text[at] == ' ')
        ++at;
    return at;
}

bool tare_setting_reader_is_before(const TareSettingReader* reader, unsigned roles)
{
    const size_t at = next_place(reader);
    const size_t end = tare_setting_word_end(reader->text, reader->length, at);
    return end > at && (tare_setting_word(reader->text + at, end - at) & roles);
}

bool tare_setting_reader_is_before_word(const TareSettingReader* reader, const char* word)
{
    const size_t at = next_place(reader);
    const size_t end = tare_setting_word_end(reader->text, reader->length, at);
    return end > at && tare_word_is(reader->text + at, end - at, word);
}

bool tare_setting_reader_is_at_end(const TareSettingReader* reader)
{
    static const char* const fillers[] = {"down", "it", "off", "out", "that", "them", "this", "up"};
    size_t at = next_place(reader);
    while (at < reader->length) {
        size_t end = tare_setting_word_end(reader->text, reader->length, at);
        bool is_filler = false;
        for (size_t i = 0; i < sizeof fillers / sizeof *fillers && end > at; ++i)
            is_filler = is_filler || tare_word_is(reader->text + at, end - at, fillers[i]);
        if (!is_filler)
            return strchr(",.;|)!", reader->text[at]) != NULL;
        while (end < reader->length && reader->text[end] == ' ')
            ++end;
        at = end;
    }
    return true;
}

bool tare_setting_reader_is_before_last_kind(const TareSettingReader* reader)
{
    const unsigned kinds =
        TARE_SETTING_PEAK | TARE_SETTING_LOW_SHELF | TARE_SETTING_HIGH_SHELF | TARE_SETTING_SHELF;
    bool has_kind = false;
    if (reader->item.kind || reader->has_kind_first)
        return false;
    for (size_t at = reader->at + 1; at < reader->length && !strchr("|;/", reader->text[at]);) {
        if (tare_setting_begins_number(reader->text, reader->length, at))
            return false;
        const size_t end = tare_setting_word_end(reader->text, reader->length, at);
        has_kind = has_kind || (tare_setting_word(reader->text + at, end - at) & kinds);
        at = end > at ? end : at + 1;
    }
    return has_kind;
}

bool tare_setting_reader_is_before_sign(const TareSettingReader* reader)
{
    const size_t at = next_place(reader);
    return at < reader->length && strchr("+-", reader->text[at]) &&
           tare_setting_begins_number(reader->text, reader->length, at);
}

/** "400 Hz: 2.5 dB over": a side that ends the filter is the direction of a fault. */
static bool is_direction(const TareSettingReader* reader)
{
    if (!reader->item.has_gain)
        return false;
    return tare_setting_reader_is_before_reference(reader) ||
           (tare_setting_item_is_complete(&reader->item) && reader->is_behind_figure &&
            !reader->item.is_gain_first && tare_setting_reader_is_last_of_filter(reader));
}

bool tare_setting_reader_is_at_side(const TareSettingReader* reader, unsigned roles)
{
    const bool is_shelf_side = roles & TARE_SETTING_HALF_LINE;
    const bool is_adverb =
        (roles & (TARE_SETTING_LOW | TARE_SETTING_HIGH)) && reader->item.sign == TARE_SIGN_NONE;
    const bool is_measured = /* "10k over by 4" */
        reader->item.n_freqs && !reader->item.has_gain &&
        tare_setting_reader_is_before(reader, TARE_SETTING_GAIN);
    return (is_shelf_side || is_adverb) && (is_measured || is_direction(reader));
}

bool tare_setting_reader_skip_other_direction(TareSettingReader* reader)
{
    const size_t at = reader->at + 1;
    if (at >= reader->length || reader->text[at - 1] != '/')
        return false;
    const size_t end = tare_setting_word_end(reader->text, reader->length, at);
    const unsigned others = TARE_SETTING_PEAK | TARE_SETTING_LACK | TARE_SETTING_DOWN;
    if (!(tare_setting_word(reader->text + at, end - at) & others))
        return false;
    reader->at = end;
    return true;
}
