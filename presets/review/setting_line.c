#include "review/setting_line.h"

#include "base/ascii.h"
#include "review/quantities.h"
#include "review/sensations.h"
#include "review/setting_reader.h"
#include "review/setting_text.h"
#include "review/setting_words.h"
#include "review/word_patterns.h"
#include "tare/limits.h"

#include <string.h>

static bool is_complete(const TareSettingReader* reader)
{
    return tare_setting_item_is_complete(&reader->item);
}

static bool is_empty(const TareSettingReader* reader)
{
    return tare_setting_item_is_empty(&reader->item);
}

/** Whether a text begins with a small number without a unit, the last one of its filter. */
static bool begins_last_number(const char* text, size_t length)
{
    TareQuantity number;
    if (!tare_quantity_read_single(text, length, &number) ||
        (number.kind != TARE_QUANTITY_NUMBER && number.kind != TARE_QUANTITY_WIDTH) ||
        number.lo > TARE_Q_MAX)
        return false;
    size_t end = number.length;
    while (end < length && text[end] == ' ')
        ++end;
    return end == length || strchr("|)]", text[end]);
}

/** Whether a Q comes behind a mark: "150 Hz; -2.5 dB; Q 0.9", "150;-2.5;0.9". */
static bool is_before_q(const TareSettingReader* reader)
{
    size_t i = reader->at + 1;
    while (i < reader->length && reader->text[i] == ' ')
        ++i;
    if (reader->item.has_q || i >= reader->length)
        return false;
    return tare_ascii_lower(reader->text[i]) == 'q' ||
           begins_last_number(reader->text + i, reader->length - i);
}

/** "60 Hz +8 dB, 250 Hz -4 dB (too much, dropped)" */
static bool is_given_up(const char* word, size_t length)
{
    static const char* const words[] = {"abandoned", "discarded",  "don",     "dropped",
                                        "fine",      "harmless",   "ignore*", "intended",
                                        "never",     "obsolete",   "old",     "outdated",
                                        "rejected",  "superseded", "wanted"};
    for (size_t i = 0; i < sizeof words / sizeof *words; ++i)
        if (tare_word_is(word, length, words[i]))
            return true;
    return false;
}

/** "+4 @ 5 kHz (was dull)": what somebody heard before, and a sign against it. */
static bool is_of_past(const TareSettingReader* reader, size_t length)
{
    static const char* const pasts[] = {"else", "otherwise", "was", "were"};
    int sensation = 0;
    bool is_past = false;
    const size_t end = reader->at + length;
    for (size_t at = reader->at + 1; at < end;) {
        const size_t stop = tare_setting_word_end(reader->text, end, at);
        for (size_t i = 0; i < sizeof pasts / sizeof *pasts && stop > at; ++i)
            is_past = is_past || tare_word_is(reader->text + at, stop - at, pasts[i]);
        if (stop > at && !sensation)
            sensation = tare_sensation(reader->text + at, stop - at);
        at = stop > at ? stop : at + 1;
    }
    return is_past && sensation && is_complete(reader) &&
           reader->item.sign == (sensation > 0 ? TARE_SIGN_MINUS : TARE_SIGN_PLUS);
}

/** Skips a remark in brackets, which may make prose of the line: "(as the target wants)". */
static void skip_remark(TareSettingReader* reader, size_t length)
{
    const size_t end = reader->at + length;
    if (is_of_past(reader, length)) {
        reader->line->is_proven = true;
        reader->at = end;
        return;
    }
    while (reader->at < end) {
        const size_t first = reader->at;
        reader->at = tare_setting_word_end(reader->text, end, first);
        const unsigned roles = tare_setting_word(reader->text + first, reader->at - first);
        if (!reader->item.kind) /* "60 Hz +4 dB (low shelf)" */
            reader->item.kind =
                roles & (TARE_SETTING_SHELF | TARE_SETTING_LOW_SHELF | TARE_SETTING_HIGH_SHELF);
        reader->is_good = reader->is_good && !(roles & TARE_SETTING_PROSE);
        const bool is_dropped = is_given_up(reader->text + first, reader->at - first);
        reader->line->is_proven =
            reader->line->is_proven || (!is_dropped && (roles & TARE_SETTING_PROVES));
        reader->item.is_off = reader->item.is_off || (roles & TARE_SETTING_OFF);
        reader->line->is_given_up = reader->line->is_given_up || is_dropped;
        reader->at += reader->at == first;
    }
}

/** "dropped: 1 kHz +1" */
static bool is_label_given_up(const TareSettingReader* reader)
{
    for (size_t at = 0; at < reader->label_end;) {
        const size_t end = tare_setting_word_end(reader->text, reader->label_end, at);
        if (is_given_up(reader->text + at, end - at))
            return true;
        at = end > at ? end : at + 1;
    }
    return false;
}

/** Whether a mark doubts a gain: "300 Hz +3?". */
static bool is_doubt(const TareSettingReader* reader, char mark)
{
    return mark == '?' && reader->is_behind_figure && reader->item.has_gain && !reader->item.has_q;
}

/** What a mark says of the filter that is being read. */
static void note_mark(TareSettingReader* reader, char mark)
{
    const bool parts = mark == ';' || mark == '|' || (mark == ',' && reader->is_in_remark);
    reader->line->is_given_up = reader->line->is_given_up || is_doubt(reader, mark);
    if (parts && is_complete(reader) && !is_before_q(reader) &&
        !tare_setting_reader_is_before_last_kind(reader))
        tare_setting_reader_flush(reader);
    if (mark == '@')
        reader->expected = TARE_SETTING_AT;
    if (mark == '#')
        reader->before = TARE_SETTING_INDEX;
    if (mark == '=')
        reader->is_behind_index = false; /* "gain1=-4" */
    if (mark == ',')
        reader->has_and = reader->item.n_freqs && !reader->item.has_gain;
}

static void read_mark(TareSettingReader* reader)
{
    reader->is_behind_mark = strchr(",;|/.", reader->text[reader->at]) ||
                             (reader->is_behind_mark && strchr(" :", reader->text[reader->at]));
    const char c = reader->text[reader->at];
    const size_t n_remark =
        tare_setting_remark_length(reader->text + reader->at, reader->length - reader->at);
    if (n_remark) {
        reader->is_behind_figure = false;
        skip_remark(reader, n_remark);
        return;
    }
    note_mark(reader, c);
    reader->is_behind_figure = reader->is_behind_figure && c == ' ';
    if (!strchr(" ,;:|/=()[]{}@.~-\"'#<>+!?", c))
        reader->is_good = false;
    ++reader->at;
}

/** Ends a label: its direction holds for all that follows, "Cuts: 200 Hz 2 dB, 3 kHz 4 dB". */
static void end_label(TareSettingReader* reader)
{
    if (!is_empty(reader)) {
        reader->is_good = false;
        return;
    }
    const bool is_idle = /* "To get it out of the way: 5 kHz, plus 6 dB" */
        reader->has_unknown_label && reader->item.is_particle && !reader->item.is_commanded;
    reader->standing = (TareSettingItem){.direction = is_idle ? 0 : reader->item.direction,
                                         .fault = reader->item.fault,
                                         .carried = reader->item.carried,
                                         .is_commanded = reader->item.is_commanded,
                                         .is_noun = reader->item.is_noun};
    const bool is_level = reader->item.kind && !reader->line->is_named;
    if (reader->has_verb_label && reader->has_unknown_label && is_level)
        reader->is_good = false; /* "it is weaker in the bass shelf:" */
    reader->item.direction = reader->standing.direction;
    reader->item.is_off = false; /* "EQ off:" */
    reader->line->is_given_up = reader->line->is_given_up || is_label_given_up(reader);
    if (reader->item.kind == TARE_SETTING_NO_GAIN &&
        (reader->line->is_named || reader->has_unknown_label))
        reader->item.kind = 0; /* "no EQ:" */
    reader->label_end = 0;
    reader->before = reader->expected = 0;
}

/** Reads what stands at the reader's place. */
static void read_next(TareSettingReader* reader)
{
    const char c = reader->text[reader->at];
    if (reader->label_end && reader->at >= reader->label_end)
        end_label(reader);
    if (tare_is_letter(c))
        tare_setting_reader_word(reader);
    else if (reader->label_end && c != '(')
        ++reader->at; /* "HD 650, quick and dirty:" */
    else if (tare_setting_begins_number(reader->text, reader->length, reader->at))
        tare_setting_reader_number(reader);
    else
        read_mark(reader);
}

/** Whether a place in Hz begins a text, and a size stands somewhere behind it: "60 Hz Q 0.7 -3". */
static bool begins_filter(const char* text, size_t length)
{
    TareQuantity place;
    if (!tare_quantity_read_single(text, length, &place) || place.kind != TARE_QUANTITY_FREQ ||
        place.sign != TARE_SIGN_NONE)
        return false;
    for (size_t i = place.length; i < length; ++i)
        if (tare_is_digit(text[i]))
            return true;
    return false;
}

/** The end of a number of one or two digits that begins a line and is no figure; 0 when there is
    none. */
static size_t index_end(const char* text, size_t length)
{
    size_t at = 0;
    while (at < length && text[at] == ' ')
        ++at;
    size_t end = at;
    while (end < length && tare_is_digit(text[end]))
        ++end;
    const bool is_figure = /* "60 Hz over by 3.5" */
        tare_setting_begins_unit(text + end, length - end);
    return end == at || end > at + 2 || end == length || !strchr(" /|;,", text[end]) || is_figure
               ? 0
               : end;
}

/** Whether a kind of filter begins a text: "PK", or "True  Auto  PK". */
static bool begins_kind(const char* text, size_t length)
{
    const unsigned kinds = TARE_SETTING_PEAK | TARE_SETTING_LOW_SHELF | TARE_SETTING_HIGH_SHELF |
                           TARE_SETTING_LOW | TARE_SETTING_HIGH | TARE_SETTING_PROVES;
    unsigned roles = TARE_SETTING_FILLS;
    for (size_t word = 0; roles & TARE_SETTING_FILLS;) {
        while (word < length && text[word] == ' ')
            ++word;
        const size_t stop = tare_setting_word_end(text, length, word);
        roles = stop > word + 1 ? tare_setting_word(text + word, stop - word) : 0;
        word = stop;
    }
    return roles & kinds;
}

/** The end of the small number that begins a line before a kind of filter, "1  LSQ 60", or before a
    place; 0 when there is none. */
static size_t number_before_filter(const char* text, size_t length)
{
    const size_t end = index_end(text, length);
    size_t next = end ? end + 1 : length;
    while (next < length && text[next] == ' ')
        ++next;
    const bool is_before = next < length && (begins_filter(text + next, length - next) ||
                                             begins_kind(text + next, length - next));
    return is_before ? end : 0;
}

bool tare_setting_line_read(TareSettingLine* line, const char* text, size_t length,
                            bool has_unsigned_boosts)
{
    *line = (TareSettingLine){0};
    TareSettingReader reader = {.line = line,
                                .text = text,
                                .length = length,
                                .has_unsigned_boosts = has_unsigned_boosts,
                                .is_good = true};
    reader.at = number_before_filter(text, length);
    if (!reader.at)
        reader.at = tare_setting_bullet_end(text, length);
    reader.label_end = tare_setting_label_end(text, length, reader.at);
    if (reader.label_end)
        line->n_label = reader.label_end;
    while (reader.is_good && reader.at < length)
        read_next(&reader);
    tare_setting_reader_flush(&reader);
    return reader.is_good && (line->n_settings > 0 || line->has_preamp);
}
