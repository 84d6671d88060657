#include "review/bare_notes.h"

#include "review/heads.h"
#include "review/meaning.h"
#include "review/outline.h"
#include "review/setting_pieces.h"
#include "review/setting_text.h"
#include "review/word_patterns.h"

#include <string.h>

/* A longer text is no note. */
enum { MAX_NOTE = 1500 };

/** "Fault list      Remedy list" */
static bool names_fault(const char* text, size_t length)
{
    static const char* const words[] = {"complaint*", "fault*", "issue*", "problem*"};
    for (size_t at = 0; at < length;) {
        const size_t end = tare_setting_word_end(text, length, at);
        for (size_t i = 0; i < sizeof words / sizeof *words; ++i)
            if (end > at && tare_word_is(text + at, end - at, words[i]))
                return true;
        at = end > at ? end : at + 1;
    }
    return false;
}

static bool tells_faults(const char* text, size_t length, const TareSubject* subject, bool* is_good)
{
    TareHead head = TARE_HEAD_NONE;
    *is_good = *is_good && tare_head_read(text, length, subject, &head);
    return head == TARE_HEAD_FAULTS || (!head && names_fault(text, length));
}

/** "EQ: 60 Hz +4 dB": then lines without such a label may be something else. */
static bool is_labelled(const char* line, size_t length, const TareSubject* subject, bool* is_good)
{
    TareHead head = TARE_HEAD_NONE;
    const size_t n = tare_setting_label_end(line, length, 0);
    if (n && tare_setting_has_figure(line + n, length - n))
        *is_good = *is_good && tare_head_read(line, n, subject, &head);
    return head == TARE_HEAD_SETTINGS;
}

/** Whether a line of a paragraph tells faults, or that only others are settings. */
static bool has_faults(const TareParagraph* paragraph, const TareSubject* subject, bool* is_good)
{
    for (const char* line = paragraph->text; *line;) {
        const size_t length = strcspn(line, "\n");
        if (tells_faults(line, length, subject, is_good) ||
            is_labelled(line, length, subject, is_good))
            return true;
        line += length;
        line += *line == '\n';
    }
    return false;
}

bool tare_note_is_bare(const TareOutline* outline, const TareSubject* subject, bool* is_good)
{
    if (tare_outline_length(outline) > MAX_NOTE)
        return false;
    for (size_t i = 0; i < outline->n_headings; ++i)
        if (tells_faults(outline->headings[i], strlen(outline->headings[i]), subject, is_good))
            return false;
    for (size_t i = 0; i < outline->n_paragraphs; ++i)
        if (has_faults(&outline->paragraphs[i], subject, is_good))
            return false;
    return *is_good;
}
