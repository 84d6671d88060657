#include "review/setting_reader.h"

#include "base/ascii.h"
#include "review/sensations.h"
#include "review/setting_words.h"
#include "review/word_patterns.h"
#include "review/words.h"

/** Skips what is left of a name like "KPH30i" or "HX-500". */
static void skip_number_of_name(TareSettingReader* reader)
{
    const char* const text = reader->text;
    size_t at = reader->at;
    at += at + 1 < reader->length && text[at] == '-' && tare_is_digit(text[at + 1]);
    while (at < reader->length && (tare_is_digit(text[at]) || tare_is_letter(text[at])))
        ++at;
    reader->at = at;
}

/** Whether a word that is none of settings makes prose of a line: "shows", "unlike". */
static bool is_of_prose(TareWordMeaning meaning)
{
    return meaning & (TARE_WORD_SHOWS | TARE_WORD_REACHES | TARE_WORD_COMPARES | TARE_WORD_TARGET |
                      TARE_WORD_NOT | TARE_WORD_LIMITS | TARE_WORD_ROLLOFF | TARE_WORD_MOVES |
                      TARE_WORD_BREAK);
}

void tare_setting_reader_sense(TareSettingReader* reader, const char* word, size_t length)
{
    TareSettingLine* const line = reader->line;
    if (!line->sensation)
        line->sensation = tare_sensation(word, length);
}

/** Notes a word of a label, which is judged as a whole. */
static void note_in_label(TareSettingReader* reader, TareWordMeaning meaning)
{
    reader->has_unknown_label = true;
    reader->line->is_named = false;
    if ((meaning & (TARE_WORD_UP | TARE_WORD_DOWN)) && !(meaning & TARE_WORD_CHANGES))
        reader->item.carried = meaning & TARE_WORD_UP ? 1 : -1; /* "Too quiet: 2 kHz, 3 dB" */
}

/** Notes a word behind the label. */
static void note_beside(TareSettingReader* reader, TareWordMeaning meaning)
{
    if (is_of_prose(meaning) || ++reader->n_unknown > TARE_SETTING_MAX_UNKNOWN)
        reader->is_good = false;
    reader->line->is_worded = true;
    ++reader->line->n_unknown;
    if (tare_setting_item_is_complete(&reader->item) && reader->is_behind_mark)
        tare_setting_reader_flush(reader); /* "mids: 400 Hz -2, vox: 2.8 kHz +3" */
}

/** Whether a word may stand between a place and its gain: "120 Hz boomy +5". */
static bool may_part(const char* word, size_t length)
{
    return tare_sensation(word, length) || tare_word_is(word, length, "one");
}

void tare_setting_reader_unknown(TareSettingReader* reader, const char* word, size_t length)
{
    const bool is_labelled = reader->at <= reader->label_end;
    if (length == 1) /* "a)", "B:" */
        return;
    reader->carried = 0; /* "tame 5k (4 dB), feed 200 (2 dB)": the word may be another verb */
    const TareWordMeaning meaning = tare_word_meaning(word, length);
    if (is_labelled)
        note_in_label(reader, meaning);
    else
        note_beside(reader, meaning);
    if (meaning & (TARE_WORD_UP | TARE_WORD_DOWN))
        reader->item.is_noun = true;
    if (tare_setting_item_is_complete(&reader->item))
        reader->is_in_remark = true;
    else if (!tare_setting_item_is_empty(&reader->item) && may_part(word, length))
        reader->needs_sign = true;
    else if (!tare_setting_item_is_empty(&reader->item))
        reader->is_good = false;
    else if (reader->line->n_settings == 0 && !is_labelled)
        reader->line->n_words = reader->at;
    reader->before = 0;
    skip_number_of_name(reader);
}

/** The word before a place in the line; its length is 0 when there is none. */
static const char* word_before(const TareSettingReader* reader, size_t first, size_t* length)
{
    size_t end = first;
    while (end > 0 && reader->text[end - 1] == ' ')
        --end;
    size_t start = end;
    while (start > 0 && tare_is_letter(reader->text[start - 1]))
        --start;
    *length = end - start;
    return reader->text + start;
}

/** "too much: 3 dB at 250 Hz", "4.2 kHz, 4 dB too little" */
void tare_setting_reader_measure(TareSettingReader* reader, size_t first)
{
    static const char* const measures[] = {"much", "many", "little", "few"};
    size_t n = 0;
    const char* const before = word_before(reader, first, &n);
    for (size_t i = 0; i < sizeof measures / sizeof *measures && tare_word_is(before, n, "too");
         ++i)
        if (tare_word_is(reader->text + first, reader->at - first, measures[i]))
            reader->item.fault = i < 2 ? 1 : -1;
}
