#include "review/setting_reader.h"

#include "base/ascii.h"
#include "review/setting_text.h"
#include "review/setting_words.h"
#include "review/word_patterns.h"
#include "review/words.h"

#include <string.h>

static bool is_complete(const TareSettingReader* reader)
{
    return tare_setting_item_is_complete(&reader->item);
}

static bool is_empty(const TareSettingReader* reader)
{
    return tare_setting_item_is_empty(&reader->item);
}

/** The kind of filter that a word names, with "low" or "high" before "shelf". */
static unsigned kind_of(const TareSettingReader* reader, unsigned roles)
{
    const unsigned kinds =
        TARE_SETTING_PEAK | TARE_SETTING_LOW_SHELF | TARE_SETTING_HIGH_SHELF | TARE_SETTING_NO_GAIN;
    if (roles & TARE_SETTING_SHELF)
        return reader->before & TARE_SETTING_LOW    ? (unsigned)TARE_SETTING_LOW_SHELF
               : reader->before & TARE_SETTING_HIGH ? (unsigned)TARE_SETTING_HIGH_SHELF
                                                    : (unsigned)TARE_SETTING_SHELF;
    if (roles & TARE_SETTING_HALF_LINE)
        return roles & TARE_SETTING_LOW ? TARE_SETTING_LOW_SHELF : TARE_SETTING_HIGH_SHELF;
    return roles & kinds;
}

/** "a +6 dB peak at 5 kHz" is a fault, "peak 5 kHz +6 dB" a filter or one. */
static void take_peak(TareSettingReader* reader, unsigned roles)
{
    if (!(roles & TARE_SETTING_PEAK) || (roles & TARE_SETTING_PROVES) ||
        (is_empty(reader) && tare_setting_ends_cell(reader->text, reader->length, reader->at)))
        return;
    reader->item.is_peak_last = !is_empty(reader);
    reader->item.is_peak_kind = is_empty(reader) && !(reader->before & TARE_SETTING_FILLS);
    reader->item.is_noun = true;
}

static void take_kind(TareSettingReader* reader, unsigned roles)
{
    const unsigned kind = kind_of(reader, roles);
    const bool is_shelf_side = roles & TARE_SETTING_HALF_LINE;
    if (tare_setting_reader_is_at_side(reader, roles)) {
        reader->item.fault = roles & TARE_SETTING_HIGH ? 1 : -1;
        return;
    }
    const bool is_next = is_shelf_side ? !reader->is_behind_figure
                                       : reader->item.kind || reader->has_kind_first ||
                                             !tare_setting_reader_is_last_of_filter(reader);
    if (kind && is_complete(reader) && is_next)
        tare_setting_reader_flush(reader);
    take_peak(reader, roles);
    if (!kind)
        return;
    reader->has_kind_first = reader->has_kind_first || (!is_shelf_side && is_empty(reader));
    reader->item.kind = kind;
    reader->item.is_shelf = (roles & TARE_SETTING_SHELF) ||
                            (is_shelf_side && reader->item.is_shelf); /* "low shelf below 150" */
}

/** Whether a word of direction belongs to the figure right before it: "60 Hz, 3 dB up". */
static bool is_behind_gain(const TareSettingReader* reader, unsigned roles)
{
    const TareSettingItem* const item = &reader->item;
    return !(roles & TARE_SETTING_COMMANDS) && reader->is_behind_figure && item->has_gain &&
           item->sign == TARE_SIGN_NONE && !item->direction;
}

/** Takes a direction: "up", "boost"; one of a verb only leans to it. */
static void set_direction(TareSettingItem* item, unsigned roles, bool is_particle)
{
    const bool is_verb = roles & TARE_SETTING_COMMANDS;
    /* "60 Hz: boost 4 dB" */
    const bool is_order = (roles & TARE_SETTING_NAMES) && item->n_freqs && !item->has_gain;
    item->is_verb_first = tare_setting_item_is_empty(item);
    item->is_noun = !is_particle && !is_verb;
    item->is_particle = !is_verb && !(roles & TARE_SETTING_NAMES);
    item->direction = roles & TARE_SETTING_UP ? 1 : -1;
    item->leans = roles & TARE_SETTING_FILLS;
    item->is_commanded = item->is_commanded || is_order;
}

/** Whether a direction only goes with what was read: "take 4 dB off", "2 off 220". */
static bool is_particle(const TareSettingReader* reader, unsigned roles)
{
    const TareSettingItem* const item = &reader->item;
    const bool is_verb = is_complete(reader) && (roles & TARE_SETTING_COMMANDS); /* "and give" */
    const bool is_of_gain = reader->is_behind_figure && item->has_gain && !item->n_freqs &&
                            !item->direction && !(roles & TARE_SETTING_NAMES);
    return !is_verb && ((item->is_commanded && (!item->direction || item->leans)) || is_of_gain);
}

/** Whether a word switches a filter off: "OFF PK Fc ...", but not "a bit off the 5.4 kHz one". */
static bool is_switch(const TareSettingReader* reader, unsigned roles)
{
    const bool is_taken = (roles & TARE_SETTING_DOWN) && is_empty(reader) &&
                          tare_setting_reader_is_before_word(reader, "the");
    return (roles & TARE_SETTING_OFF) && !is_taken && !is_particle(reader, roles);
}

/** Whether another filter begins with a word of a direction or deed. */
static bool begins_next(const TareSettingReader* reader, unsigned roles)
{
    const unsigned directions = TARE_SETTING_UP | TARE_SETTING_DOWN;
    return (roles & (directions | TARE_SETTING_COMMANDS)) && is_complete(reader) &&
           !is_particle(reader, roles) && !is_behind_gain(reader, roles) &&
           !tare_setting_reader_is_before_kind(reader, roles);
}

/** Whether a verb behind a filter only says what to do about it: "+3 @ 7k5 -> shave". Then its
    figures are those of a fault, which has the other sign. */
static bool answers_fault(const TareSettingReader* reader, unsigned roles)
{
    const TareSettingItem* const item = &reader->item;
    const bool is_against = item->sign == TARE_SIGN_PLUS ? (roles & TARE_SETTING_DOWN) != 0
                                                         : (roles & TARE_SETTING_UP) != 0;
    return is_complete(reader) && item->sign != TARE_SIGN_NONE && is_against &&
           (roles & (TARE_SETTING_COMMANDS | TARE_SETTING_NAMES)) && !item->is_commanded &&
           !item->direction && tare_setting_reader_is_at_end(reader);
}

static void take_direction(TareSettingReader* reader, unsigned roles)
{
    TareSettingItem* const item = &reader->item;
    if (answers_fault(reader, roles)) {
        item->fault = item->sign == TARE_SIGN_PLUS ? 1 : -1;
        item->is_noun = true;
        return;
    }
    const bool goes_with = is_particle(reader, roles);
    if (is_switch(reader, roles)) {
        item->is_off = true;
        return;
    }
    if (begins_next(reader, roles))
        tare_setting_reader_flush(reader);
    if (roles & (TARE_SETTING_UP | TARE_SETTING_DOWN))
        set_direction(item, roles, goes_with);
    if (item->is_particle && tare_setting_reader_is_before_word(reader, "at"))
        item->is_verb_first = false; /* "up at 5k: 4" may tell what is */
    item->is_commanded = item->is_commanded || (roles & TARE_SETTING_COMMANDS);
}

/** Takes a noun of fault, which may be a verb where it begins an order: "dip 400 by 2 dB". */
static void set_fault(TareSettingReader* reader, unsigned roles)
{
    TareSettingItem* const item = &reader->item;
    item->fault = roles & TARE_SETTING_EXCESS ? 1 : -1;
    item->is_noun = true;
    item->may_be_verb = (roles & TARE_SETTING_FILLS) && is_empty(reader) && !reader->label_end;
}

/** "hump, 180 Hz, 3 dB" is a fault; "dip 400 by 2 dB" and "bump 60 up" are orders after all. */
static void take_fault(TareSettingReader* reader, unsigned roles)
{
    TareSettingItem* const item = &reader->item;
    if (roles & (TARE_SETTING_EXCESS | TARE_SETTING_LACK)) {
        if (is_complete(reader) && !is_behind_gain(reader, roles))
            tare_setting_reader_flush(reader);
        if (item->is_commanded && !item->direction) { /* "I gave 60 Hz a bump of 3 dB" */
            item->direction = roles & TARE_SETTING_EXCESS ? 1 : -1;
            return;
        }
        set_fault(reader, roles);
        return;
    }
    const bool is_by = (roles & TARE_SETTING_GAIN) && !(roles & TARE_SETTING_LABELS);
    const bool is_moved = roles & (TARE_SETTING_UP | TARE_SETTING_DOWN);
    if (item->may_be_verb && item->n_freqs && !item->has_gain && (is_by || is_moved)) {
        item->direction = item->fault;
        item->is_commanded = true;
        item->fault = 0;
        item->is_noun = item->may_be_verb = false;
    }
}

/** Skips to the end of what a filter is for: no figure may stand in it. */
static void skip_purpose(TareSettingReader* reader)
{
    reader->is_good = reader->is_good && is_complete(reader);
    while (reader->at < reader->length && !strchr(";|,", reader->text[reader->at])) {
        if (tare_is_digit(reader->text[reader->at]))
            reader->is_good = false;
        ++reader->at;
    }
}

/** The word before a place in the line, up to the label; its length is 0 when there is none. */
static const char* word_before(const TareSettingReader* reader, size_t first, size_t* length)
{
    size_t end = first;
    while (end > reader->label_end && reader->text[end - 1] == ' ')
        --end;
    size_t start = end;
    while (start > reader->label_end && tare_is_letter(reader->text[start - 1]))
        --start;
    *length = end - start;
    return reader->text + start;
}

static bool is_behind_person(const TareSettingReader* reader, size_t first)
{
    size_t n = 0;
    const char* const word = word_before(reader, first, &n);
    return tare_word_is(word, n, "i") || tare_word_is(word, n, "we");
}

/** Whether a verb is the first word and its figure the next: "Knocked 3.5k down". `reader` stands
    behind it. */
static bool begins_with_deed(const TareSettingReader* reader, size_t first)
{
    size_t at = reader->at;
    const size_t bullet = tare_setting_bullet_end(reader->text, reader->length);
    for (size_t i = reader->label_end > bullet ? reader->label_end : bullet; i < first; ++i)
        if (reader->text[i] != ' ')
            return false;
    while (at < reader->length && reader->text[at] == ' ')
        ++at;
    return at < reader->length && tare_setting_begins_number(reader->text, reader->length, at);
}

/** Whether "gain" is a verb: "you gain 3 dB". `reader` stands behind it. */
static bool is_gaining(const TareSettingReader* reader, size_t first)
{
    size_t n = 0;
    const char* const word = word_before(reader, first, &n);
    return n && first > reader->label_end &&
           (is_behind_person(reader, first) || !tare_setting_word(word, n)) &&
           tare_word_is(reader->text + first, reader->at - first, "gain*");
}

/** Whether a word says that these are settings, in the line itself or in its label. */
static void note_proof(TareSettingReader* reader, unsigned roles)
{
    TareSettingLine* const line = reader->line;
    const bool is_named = (roles & TARE_SETTING_SHELF) && (reader->before & TARE_SETTING_NAMES);
    if (!is_named && !(roles & TARE_SETTING_PROVES))
        return;
    if (reader->at > reader->label_end)
        line->is_proven = true;
    else if (!reader->has_unknown_label)
        line->is_named = true;
}

/** What a word says of the whole line and of the number behind it. */
static void note_word(TareSettingReader* reader, unsigned roles)
{
    const unsigned announcing = TARE_SETTING_AT | TARE_SETTING_GAIN | TARE_SETTING_Q |
                                TARE_SETTING_OCTAVES | TARE_SETTING_LABELS;
    note_proof(reader, roles);
    reader->line->is_deviation = reader->line->is_deviation || (roles & TARE_SETTING_DEVIATES);
    if ((roles & TARE_SETTING_REFERS) && reader->item.has_gain)
        reader->line->is_deviation = true;
    reader->is_preamp = reader->is_preamp || (roles & TARE_SETTING_PREAMP);
    reader->has_and = reader->has_and || (roles & TARE_SETTING_AND);
    reader->is_between =
        reader->is_between || (roles & TARE_SETTING_BETWEEN) == TARE_SETTING_BETWEEN;
    if (roles & TARE_SETTING_PLUS)
        reader->spelt = TARE_SIGN_PLUS;
    if (roles & TARE_SETTING_MINUS)
        reader->spelt = TARE_SIGN_MINUS;
    if (roles & announcing)
        reader->expected = roles & announcing;
    reader->before = roles;
}

/** "in my player" */
static bool is_own_software(const TareSettingReader* reader, size_t first)
{
    size_t n = 0;
    const char* const word = word_before(reader, first, &n);
    return tare_word_is(word, n, "my") &&
           tare_word_names_software_of_person(reader->text + first, reader->at - first);
}

/** Skips the number of a device behind its name: "Qudelix 5K", "foobar2000". */
static void skip_model(TareSettingReader* reader)
{
    size_t at = reader->at;
    if (at < reader->length && strchr(" -", reader->text[at]))
        ++at;
    const size_t first = at;
    while (at < reader->length && tare_is_digit(reader->text[at]))
        ++at;
    if (at == first)
        return;
    const bool is_glued = first == reader->at;
    const bool is_named = at < reader->length && tare_ascii_lower(reader->text[at]) == 'k';
    if (is_glued || is_named)
        reader->at = at + is_named;
}

/** The last letter of "30 g, 12 hours", but not that of "F 40 G +5". */
static bool is_unit_of_weight(const TareSettingReader* reader, size_t first)
{
    return reader->at == first + 1 && reader->text[first] == 'g' &&
           (reader->at == reader->length || strchr(",;.)", reader->text[reader->at]));
}

/** So many words that are none of settings are those of a sentence. */
enum { N_OF_SENTENCE = 4 };

/** Whether a verb gives a place its gain: "8.4k is +9", "2k goes to -4", "so -5". */
static bool is_verb_of_value(const TareSettingReader* reader, size_t first)
{
    static const char* const verbs[] = {"is", "sits", "so", "goes", "gets"};
    bool is_one = false;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; ++i)
        is_one = is_one || tare_word_is(reader->text + first, reader->at - first, verbs[i]);
    return is_one && reader->item.n_freqs && !reader->item.has_gain &&
           (tare_setting_reader_is_before_sign(reader) ||
            (tare_word_is(reader->text + first, reader->at - first, "goes") &&
             tare_setting_reader_is_before(reader, TARE_SETTING_GAIN)));
}

/** "goes to", "gets" and "so" tell what is done; "is" may tell of either. */
static unsigned roles_of_verb(TareSettingReader* reader, size_t first)
{
    const char initial = tare_ascii_lower(reader->text[first]);
    if (initial == 'g' || (initial == 's' && reader->at == first + 2))
        return TARE_SETTING_COMMANDS;
    reader->line->is_worded = true;
    reader->line->n_unknown += N_OF_SENTENCE;
    return TARE_SETTING_FILLS;
}

/** What the word from a place to where the reader stands does here. */
static unsigned roles_of(TareSettingReader* reader, size_t first)
{
    const unsigned roles = tare_setting_word(reader->text + first, reader->at - first);
    const unsigned named = TARE_SETTING_Q | TARE_SETTING_LABELS | TARE_SETTING_AT;
    if ((reader->before & named) && tare_word_is(reader->text + first, reader->at - first, "is"))
        return TARE_SETTING_FILLS; /* "Q is 2.5" */
    if ((roles & TARE_SETTING_PEAK) && tare_setting_reader_skip_other_direction(reader))
        return TARE_SETTING_PEAK | TARE_SETTING_PROVES;
    if (is_own_software(reader, first))
        return TARE_SETTING_PROVES;
    if (is_verb_of_value(reader, first))
        return roles_of_verb(reader, first);
    if (!(roles & TARE_SETTING_OF_PERSON))
        return roles;
    if (!is_behind_person(reader, first) && !reader->n_deeds && !begins_with_deed(reader, first))
        return 0;
    ++reader->n_deeds;
    return roles;
}

/** "It is weaker in the bass shelf: -3 dB at 80 Hz": a sentence that tells how something is. */
static bool is_verb_of_state(const TareSettingReader* reader, size_t first, size_t end)
{
    static const char* const verbs[] = {"is", "are", "was", "were", "has"};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs && first > 0; ++i)
        if (tare_word_is(reader->text + first, end - first, verbs[i]))
            return true;
    return false;
}

void tare_setting_reader_word(TareSettingReader* reader)
{
    const size_t first = reader->at;
    const size_t end = tare_setting_word_end(reader->text, reader->length, first);
    reader->at = end;
    reader->is_behind_index = false; /* "Band 1 - 2 kHz", but not "B2 PK -1.5" */
    const unsigned roles = roles_of(reader, first);
    while (reader->at < reader->length && reader->text[reader->at] == '\'')
        reader->at += reader->at + 1 < reader->length ? 2 : 1; /* "oratory's" */
    const bool is_gram = reader->is_behind_figure && is_unit_of_weight(reader, first);
    reader->has_verb_label = reader->has_verb_label || is_verb_of_state(reader, first, end);
    if ((roles & TARE_SETTING_PROSE) || is_gram || is_gaining(reader, first)) {
        reader->is_good = reader->is_good && reader->at <= reader->label_end;
        return;
    }
    if (tare_word_names_software(reader->text + first, end - first))
        skip_model(reader);
    tare_setting_reader_sense(reader, reader->text + first, end - first);
    if (!roles) {
        tare_setting_reader_measure(reader, first);
        tare_setting_reader_unknown(reader, reader->text + first, end - first);
        reader->is_behind_figure = reader->is_behind_mark = false;
        return;
    }
    reader->is_behind_mark = false;
    if ((roles & TARE_SETTING_PURPOSE) && reader->at > reader->label_end)
        skip_purpose(reader);
    tare_setting_reader_measure(reader, first);
    take_kind(reader, roles);
    take_fault(reader, roles);
    take_direction(reader, roles);
    note_word(reader, roles);
    reader->is_behind_figure = /* "2 dB of attenuation" */
        reader->is_behind_figure && tare_word_is(reader->text + first, end - first, "of");
}
