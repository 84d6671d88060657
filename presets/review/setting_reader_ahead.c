#include "review/setting_reader.h"
#include "review/setting_text.h"
#include "review/setting_words.h"

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
