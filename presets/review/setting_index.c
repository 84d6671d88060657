#include "review/setting_index.h"

#include "base/ascii.h"
#include "review/quantities.h"
#include "review/setting_reader.h"
#include "review/setting_text.h"
#include "review/setting_words.h"

#include <math.h>
#include <string.h>

/* No equaliser has more filters, and no filter a higher Q. */
#define MAX_INDEX 31.0
#define MAX_Q 12.0

/** Where the number begins that ends where the reader stands. */
static size_t first_digit(const TareSettingReader* reader)
{
    size_t at = reader->at;
    while (at > 0 && tare_is_digit(reader->text[at - 1]))
        --at;
    return at;
}

bool tare_setting_index_is_glued(const TareSettingReader* reader)
{
    const size_t first = first_digit(reader);
    return first > 0 && first < reader->at && tare_is_letter(reader->text[first - 1]);
}

/** Where the next thing begins, behind blanks and marks of these. */
static size_t behind_marks(const TareSettingReader* reader, const char* marks)
{
    size_t at = reader->at;
    while (at < reader->length && strchr(marks, reader->text[at]))
        ++at;
    return at;
}

/** "Q1 2.0", but not the Q of "Q1 8k": a number without a unit stands behind. */
static bool is_before_number(const TareSettingReader* reader)
{
    TareQuantity next;
    const size_t at = behind_marks(reader, " ");
    return at > reader->at && at < reader->length && tare_is_digit(reader->text[at]) &&
           tare_quantity_read_single(reader->text + at, reader->length - at, &next) &&
           next.kind == TARE_QUANTITY_NUMBER && next.lo <= MAX_Q;
}

bool tare_setting_index_is_of_name(const TareSettingReader* reader, double value)
{
    const bool is_before_equals = reader->at < reader->length && reader->text[reader->at] == '=';
    return tare_setting_index_is_glued(reader) && value <= MAX_INDEX &&
           (is_before_equals || is_before_number(reader));
}

/** "Treble 1 (3 kHz)": the number of a slider, whose place stands in brackets behind. */
static bool is_of_slider(const TareSettingReader* reader)
{
    const size_t at = behind_marks(reader, " ");
    return tare_setting_item_is_empty(&reader->item) && at + 1 < reader->length &&
           reader->text[at] == '(' && tare_is_digit(reader->text[at + 1]);
}

/** Whether a filter may begin here: none is being read, or one that has all it needs. */
static bool is_between(const TareSettingReader* reader)
{
    return tare_setting_item_is_empty(&reader->item) ||
           tare_setting_item_is_complete(&reader->item);
}

/** "2) 60 Hz +4": a bracket closes that none opened. */
static bool is_enumerator(const TareSettingReader* reader)
{
    const size_t first = first_digit(reader);
    const bool is_free = first == 0 || strchr(" ,;|", reader->text[first - 1]);
    return is_free && reader->at + 1 < reader->length && reader->text[reader->at] == ')' &&
           reader->text[reader->at + 1] == ' ' && is_between(reader);
}

/** "4 bell 3.4k", "[1] PK 72", "2 = Band 4200 Hz": the kind of a filter stands behind. */
static bool is_before_kind(const TareSettingReader* reader)
{
    const unsigned kinds = TARE_SETTING_PEAK | TARE_SETTING_LOW_SHELF | TARE_SETTING_HIGH_SHELF |
                           TARE_SETTING_LOW | TARE_SETTING_HIGH | TARE_SETTING_SHELF;
    const size_t at = behind_marks(reader, " )].:=");
    const size_t end = tare_setting_word_end(reader->text, reader->length, at);
    if (end < at + 2 || !is_between(reader))
        return false;
    const bool is_last = /* "60 Hz +4 1 LSC": its Q */
        tare_setting_item_is_complete(&reader->item) && !reader->item.has_q &&
        !reader->has_kind_first;
    const unsigned roles = tare_setting_word(reader->text + at, end - at);
    const bool is_equal = memchr(reader->text + reader->at, '=', at - reader->at);
    const bool is_named = is_equal && (roles & (TARE_SETTING_INDEX | TARE_SETTING_OFF));
    return !is_last && ((roles & kinds) || is_named);
}

bool tare_setting_index_is(const TareSettingReader* reader, double value)
{
    if (value > MAX_INDEX || value != floor(value))
        return false;
    return (reader->before & TARE_SETTING_INDEX) || tare_setting_index_is_glued(reader) ||
           is_of_slider(reader) || is_enumerator(reader) || is_before_kind(reader);
}
