#include "review/outline.h"

#include "base/ascii.h"
#include "base/list.h"
#include "base/text.h"
#include "review/heading_words.h"

#include <stdlib.h>
#include <string.h>

/* So much of what is not read is shown. */
enum { MAX_SHOWN = 60 };

/** Why nothing is read here; NULL when it is. */
static const char* reason_here(const TareOutline* outline)
{
    for (size_t i = 0; i < TARE_HEADING_LEVELS; ++i)
        if (outline->reasons[i])
            return outline->reasons[i];
    return NULL;
}

static const char* section_here(const TareOutline* outline)
{
    return outline->n_headings ? outline->headings[outline->n_headings - 1] : NULL;
}

static void add_unread(TareOutline* outline, const char* text, size_t length, unsigned line,
                       const char* reason)
{
    size_t n = length < MAX_SHOWN ? length : MAX_SHOWN;
    while (n < length && n && ((unsigned char)text[n] & 0xC0) == 0x80)
        --n; /* not within a character */
    TareUnread* const items = tare_list_grow(outline->unread, outline->n_unread, sizeof *items);
    if (items)
        outline->unread = items;
    char* const copy = items ? tare_text_copy(text, n) : NULL;
    if (!copy) {
        outline->failed = true;
        return;
    }
    for (char* c = copy; *c; ++c)
        *c = *c == '\n' ? ' ' : *c;
    outline->unread[outline->n_unread++] = (TareUnread){line, copy, reason};
}

void tare_outline_unread(TareOutline* outline, const char* text, size_t length, unsigned line,
                         const char* reason)
{
    if (!reason_here(outline))
        add_unread(outline, text, length, line, reason);
}

/** Moves a text out; NULL when it is empty or memory was short. */
static char* take(TareOutline* outline, TareText* text)
{
    outline->failed = outline->failed || text->failed;
    char* const data = text->failed ? NULL : text->data;
    if (!data)
        tare_text_clear(text);
    *text = (TareText){0};
    return data;
}

static bool keep_heading(TareOutline* outline, char* heading)
{
    char** const items = tare_list_grow(outline->headings, outline->n_headings, sizeof *items);
    if (!items) {
        outline->failed = true;
        free(heading);
        return false;
    }
    outline->headings = items;
    outline->headings[outline->n_headings++] = heading;
    return true;
}

void tare_outline_heading(TareOutline* outline, unsigned level, TareText* text, unsigned line)
{
    char* const heading = take(outline, text);
    if (!heading || !keep_heading(outline, heading))
        return;
    const size_t at = level < TARE_HEADING_LEVELS ? level - 1 : TARE_HEADING_LEVELS - 1;
    for (size_t i = at; i < TARE_HEADING_LEVELS; ++i)
        outline->reasons[i] = NULL;
    const bool is_title = outline->has_title && at == 0 && outline->n_headings == 1;
    const char* const reason = is_title ? NULL : tare_heading_unread_reason(heading);
    if (reason)
        tare_outline_unread(outline, heading, strlen(heading), line, reason);
    outline->reasons[at] = reason;
}

/** The words of a line with which a sentence goes on in the next one. */
static bool goes_on(const char* line, size_t length)
{
    static const char* const words[] = {"a",  "an",   "and", "around", "at",  "between", "by",
                                        "in", "from", "is",  "near",   "of",  "or",      "the",
                                        "to", "with", "was", "has",    "for", "on"};
    size_t first = length;
    while (first > 0 && tare_is_letter(line[first - 1]))
        --first;
    for (size_t i = 0; i < sizeof words / sizeof *words; ++i)
        if (strlen(words[i]) == length - first && !memcmp(words[i], line + first, length - first))
            return true;
    return length > 0 && strchr(",+-(", line[length - 1]);
}

/** Whether a line may be one of settings: "Filter 1: ON PK Fc 60 Hz Gain 4 dB Q 0.7", "60 -3 1.4".
 */
static bool is_setting(const char* line, size_t length)
{
    size_t n_numbers = 0;
    for (size_t i = 0; i < length; ++i) {
        if (i + 2 <= length && tare_ascii_lower(line[i]) == 'd' &&
            tare_ascii_lower(line[i + 1]) == 'b')
            return true;
        const char before = i ? line[i - 1] : ' ';
        n_numbers += tare_is_digit(line[i]) && !tare_is_digit(before) && before != '.' &&
                     !tare_is_letter(before);
    }
    return n_numbers > 1;
}

/** The length of the time, in brackets or not, and of the name with which a line of a chat begins:
    "[18:02] Priya: ", "18:02 <pri> "; 0 for none. */
static size_t stamp_length(const char* line)
{
    size_t n = line[0] == '[';
    const size_t n_time = strspn(line + n, "0123456789:");
    const char* const colon = memchr(line + n, ':', n_time);
    if (!colon || colon == line + n || line + n + n_time < colon + 3)
        return 0;
    n += n_time;
    n += line[n] == ']';
    if (line[n] != ' ')
        return 0;
    n += strspn(line + n, " ");
    const size_t n_name = strcspn(line + n, " \n");
    const bool is_name = n_name > 1 && (line[n] == '<' || line[n + n_name - 1] == ':');
    return is_name ? n + n_name : n;
}

/* A line of settings is short. */
enum { MAX_SETTING = 60 };

/* So many lines that begin with a figure are a list, whatever stands beside them. */
enum { MIN_FIGURE_LINES = 3 };

static bool begins_with_figure(const char* line, size_t length)
{
    const size_t first = strspn(line, " ~+-");
    return first < length && tare_is_digit(line[first]);
}

/** Whether the lines of a paragraph stand for themselves: those of a chat, or short ones of which
    most are figures and none goes on in the next. */
static bool is_log(const char* text)
{
    size_t n_lines = 0, n_stamps = 0, n_figures = 0, n_short = 0, n_settings = 0;
    while (*text) {
        const size_t n = strcspn(text, "\n");
        ++n_lines;
        n_stamps += stamp_length(text) > 0;
        n_settings += is_setting(text, n);
        n_figures += begins_with_figure(text, n) && is_setting(text, n);
        n_short += n <= MAX_SETTING && !goes_on(text, n);
        text += n;
        text += *text == '\n';
    }
    const size_t n_own = n_short == n_lines ? n_settings : n_figures;
    return n_stamps > 1 || (n_own >= MIN_FIGURE_LINES && 2 * n_own >= n_lines);
}

/** Whether the lines of a paragraph are a list: short, with a figure in each, and none that goes on
    in the next. */
static bool is_list(const char* text)
{
    size_t n_lines = 0;
    while (*text) {
        const size_t n = strcspn(text, "\n");
        const size_t n_plain = strcspn(text, "0123456789");
        if (n > MAX_SETTING || n_plain >= n || goes_on(text, n))
            return false;
        ++n_lines;
        text += n;
        text += *text == '\n';
    }
    return n_lines > 1;
}

/** Whether a line begins with a label, "lows: fine", or a mark in brackets, "(+) 3 kHz". */
static bool is_labelled(const char* line, size_t length)
{
    enum { MAX_LABEL = 16 };
    const char* const colon = memchr(line, ':', length < MAX_LABEL ? length : MAX_LABEL);
    const bool is_marked = length > 4 && strchr("([", line[0]) && strchr("+-=~", line[1]) &&
                           strchr(")]", line[2]) && line[3] == ' ';
    return is_marked || (colon && colon > line && colon + 1 < line + length && colon[1] == ' ');
}

/** Whether the lines of a paragraph behind the first are short, and each has a label. */
static bool is_labelled_list(const char* text)
{
    size_t n_lines = 0;
    for (; *text; ++n_lines) {
        const size_t n = strcspn(text, "\n");
        if (n > MAX_SETTING || (n_lines && !is_labelled(text, n)))
            return false;
        text += n;
        text += *text == '\n';
    }
    return n_lines > 2;
}

/** Takes a text over. */
static void add_paragraph(TareOutline* outline, char* text, unsigned line)
{
    TareParagraph* const items =
        text ? tare_list_grow(outline->paragraphs, outline->n_paragraphs, sizeof *items) : NULL;
    if (!items) {
        outline->failed = true;
        free(text);
        return;
    }
    outline->paragraphs = items;
    outline->paragraphs[outline->n_paragraphs++] =
        (TareParagraph){outline->kind, text, strlen(text), section_here(outline), line};
}

static void add_lines(TareOutline* outline, const char* text, unsigned line)
{
    const TareBlockKind kind = outline->kind;
    outline->kind = TARE_BLOCK_ITEM;
    for (; *text; ++line) {
        const size_t n = strcspn(text, "\n"), n_stamp = stamp_length(text);
        add_paragraph(outline, tare_text_copy(text + n_stamp, n - n_stamp), line);
        text += n;
        text += *text == '\n';
    }
    outline->kind = kind;
}

/** "[3] ..." is a source, and cited by what is read. */
static bool is_source(const char* text)
{
    size_t n = text[0] == '[';
    const size_t n_digits = strspn(text + n, "0123456789");
    return n && n_digits && text[n + n_digits] == ']';
}

void tare_outline_paragraph(TareOutline* outline, TareText* text, unsigned line)
{
    char* const words = take(outline, text);
    if (!words || reason_here(outline)) {
        free(words);
        return;
    }
    if (is_source(words)) {
        add_unread(outline, words, strlen(words), line, "a source");
        free(words);
    } else if (is_list(words) || is_log(words) || is_labelled_list(words)) {
        add_lines(outline, words, line);
        free(words);
    } else {
        add_paragraph(outline, words, line);
    }
}

void tare_outline_code(TareOutline* outline, const char* code, unsigned first_line)
{
    unsigned line = first_line;
    bool is_read = false;
    for (const char* at = code; *at; ++line) {
        const size_t n = strcspn(at, "\n");
        if (is_setting(at, n)) {
            TareText text = {0};
            tare_text_append(&text, at, n);
            tare_outline_paragraph(outline, &text, line);
            is_read = true;
        }
        at += n;
        at += *at == '\n';
    }
    if (!is_read)
        tare_outline_unread(outline, code, strcspn(code, "\n"), first_line,
                            "code without settings");
}

size_t tare_outline_length(const TareOutline* outline)
{
    size_t length = 0;
    for (size_t i = 0; i < outline->n_paragraphs; ++i)
        length += outline->paragraphs[i].length;
    return length;
}

void tare_outline_clear(TareOutline* outline)
{
    for (size_t i = 0; i < outline->n_paragraphs; ++i)
        free(outline->paragraphs[i].text);
    for (size_t i = 0; i < outline->n_unread; ++i)
        free(outline->unread[i].text);
    for (size_t i = 0; i < outline->n_headings; ++i)
        free(outline->headings[i]);
    free(outline->paragraphs);
    free(outline->unread);
    free(outline->headings);
    *outline = (TareOutline){0};
}
