#include "review/settings.h"

#include "base/ascii.h"
#include "review/afterwords.h"
#include "review/bbcode.h"
#include "review/findings.h"
#include "review/heads.h"
#include "review/outline.h"
#include "review/review_rules.h"
#include "review/setting_line.h"
#include "review/setting_pieces.h"
#include "review/setting_q_line.h"
#include "review/setting_runs.h"
#include "review/setting_text.h"
#include "review/setting_words.h"

#include <string.h>

/* A title names the product besides. */
enum { MAX_HEAD = 80, MAX_TITLE = 120 };

/* A line that is shorter was not broken because it was full. */
enum { MIN_FULL = 45 };

/** Whether a line that ends at a place stands above two that are not full: prose would fill them.
 */
static bool is_above_short_lines(const TareParagraph* block, size_t end)
{
    for (unsigned n = 0; n < 2; ++n) {
        if (end >= block->length || block->text[end] != '\n')
            return false;
        const size_t length = strcspn(block->text + end + 1, "\n");
        if (length >= MIN_FULL)
            return false;
        end += 1 + length;
    }
    return true;
}

/** Whether the line that ends at a place and the next one begin with the same word: "Filter 1:
   ...", "Filter 2: ...". */
static bool is_repeated(const TareParagraph* block, size_t start, size_t end)
{
    const char* const text = block->text;
    const size_t next = end + 1;
    const size_t length = tare_setting_word_end(text, end, start) - start;
    return length && next < block->length &&
           tare_setting_word_end(text, block->length, next) == next + length &&
           memcmp(text + start, text + next, length) == 0;
}

/** Whether a line of prose is at its end, so that the next one is not the rest of it. */
static bool is_ended(const TareSettingRuns* runs, const TareSettingPiece* line)
{
    const char* const text = runs->block->text;
    const size_t end = line->first + line->length;
    const char last = tare_setting_last_letter(text + line->first, line->length);
    size_t start = line->first;
    while (start > 0 && text[start - 1] != '\n' && text[start - 1] != '\v')
        --start;
    return end - start < MIN_FULL || !last || strchr(".:;!?)]}|", last) ||
           is_repeated(runs->block, start, end) || is_above_short_lines(runs->block, end);
}

/** Whether a line introduces what follows: it ends in a colon, or is but a few words, or the last
    sentence of a paragraph. */
static bool introduces(const TareSettingRuns* runs, const TareSettingPiece* line)
{
    const TareParagraph* const block = runs->block;
    const char* const text = block->text + line->first;
    if (tare_setting_last_letter(text, line->length) == ':')
        return true;
    const char* const stop = memchr(text, '.', line->length);
    const bool is_last = line->first + line->length == block->length;
    const bool is_title = runs->settings->is_at_top && line->first == 0;
    return line->length < (is_title ? MAX_TITLE : MAX_HEAD) && (!stop || is_last) &&
           (is_last || is_ended(runs, line)) &&
           (is_title || !tare_setting_has_figure(text, line->length));
}

/** "Output impedance: 0.2 ohm": an item of a list that has a figure itself governs no others. */
static bool is_item_of_own(const TareSettingRuns* runs, const TareSettingPiece* line)
{
    const char* const text = runs->block->text + line->first;
    bool has_digit = false;
    for (size_t i = 0; i < line->length; ++i)
        has_digit = has_digit || tare_is_digit(text[i]);
    return has_digit && memchr(text, ':', line->length) && runs->block->kind == TARE_BLOCK_ITEM &&
           tare_setting_last_letter(text, line->length) != ':';
}

/** Whether a short line within a list of settings says nothing of the others: "20-80: untouched".
 */
static bool is_aside(const TareSettingRuns* runs, const TareSettingPiece* line)
{
    const char* const text = runs->block->text + line->first;
    const char last = tare_setting_last_letter(text, line->length);
    const bool is_under_other = runs->head == TARE_HEAD_OTHER && runs->settings->is_bare;
    return (runs->head == TARE_HEAD_SETTINGS || is_under_other) && line->length < MIN_FULL &&
           last && last != '.' && last != ':';
}

static void read_prose_line(TareSettingRuns* runs, const TareSettingPiece* line)
{
    TareHead head = TARE_HEAD_NONE;
    const char* const text = runs->block->text + line->first;
    const bool is_title = runs->settings->is_at_top && line->first == 0;
    if (introduces(runs, line) &&
        !tare_head_read(text, line->length, is_title ? NULL : &runs->prose->subject, &head))
        runs->findings->failed = true;
    if (head == TARE_HEAD_FAULTS && tare_setting_last_letter(text, line->length) == '.')
        head = TARE_HEAD_NONE; /* "It kills the resonance." introduces no list of these */
    if (head == TARE_HEAD_OTHER && is_item_of_own(runs, line))
        head = TARE_HEAD_NONE;
    if (!head && is_aside(runs, line))
        return;
    if (!head && runs->block->kind == TARE_BLOCK_ITEM && !runs->is_introduced) {
        runs->is_passed = true;
        return; /* an item of the list that says nothing of others: "none for the bass" */
    }
    runs->head = head;
    runs->is_introduced = runs->is_introduced || head;
    runs->is_stated = tare_setting_last_letter(text, line->length) == '.';
}

/** "4 dB of bass" may go on in the next line: prose begins a line with a small letter. */
static bool goes_on(const TareSettingRuns* runs, const TareSettingPiece* line)
{
    const TareSettingRun* const run = &runs->run;
    const char* text = runs->block->text + line->first;
    size_t length = line->length;
    for (; length && *text == ' '; --length)
        ++text;
    return run->n_lines && length && *text >= 'a' && *text <= 'z' &&
           !is_ended(runs, &run->lines[run->n_lines - 1]);
}

/** The sentence, or line, that begins at a place; `number` is that of its line in the file. */
static TareSettingPiece line_at(const TareParagraph* block, size_t first, unsigned number)
{
    const char* const text = block->text + first;
    return (TareSettingPiece){first, tare_setting_piece_length(text, strcspn(text, "\n\v")),
                              number};
}

/** Notes what the first sentence behind lines that stand together says of them. */
static void note_afterword(TareSettingRuns* runs, const char* text, size_t length)
{
    bool is_good = true;
    runs->afterword = TARE_HEAD_NONE;
    if (runs->run.n_lines &&
        tare_afterword_says_settings(text, length, &runs->prose->subject, &is_good))
        runs->afterword = TARE_HEAD_SETTINGS;
    runs->findings->failed = runs->findings->failed || !is_good;
}

/** As note_afterword(), of the prose behind the list. */
static void note_prose_behind(TareSettingRuns* runs)
{
    const TareParagraph* const after = runs->settings->after;
    if (after && after->section == runs->block->section)
        note_afterword(runs, after->text,
                       tare_setting_piece_length(after->text, strcspn(after->text, "\n\v")));
}

/** "HD 600 (LS 80 Hz +4 / PK 3k -2 Q 1.5)": reads settings in brackets behind a name, as in the
    signature of a forum. False when there are none. */
static bool read_brackets(TareSettingRuns* runs, const TareSettingPiece* line)
{
    const char* const text = runs->block->text + line->first;
    const char* const open = memchr(text, '(', line->length);
    const char* const close = open ? memchr(open, ')', line->length - (size_t)(open - text)) : NULL;
    if (!close)
        return false;
    TareSettingLine read;
    const TareSettingPiece inner = {line->first + (size_t)(open + 1 - text),
                                    (size_t)(close - open) - 1, line->number};
    if (!tare_setting_runs_read(runs, &inner, &read) || read.is_worded || read.n_settings < 2 ||
        !(read.is_proven || read.has_q))
        return false;
    tare_setting_runs_end(runs);
    tare_setting_runs_add(runs, &inner, &read);
    tare_setting_runs_end(runs);
    return true;
}

/** Takes the Q of filters that were told before, or are to come. False when a line tells none. */
static bool read_q(TareSettingRuns* runs, const TareSettingPiece* line)
{
    TareSettingQLine read;
    bool is_good = true;
    TareSettings* const settings = runs->settings;
    char* const text = runs->block->text + line->first;
    const bool is_one = tare_setting_q_line_read(&read, text, line->length, &is_good);
    runs->findings->failed = runs->findings->failed || !is_good;
    if (!is_one)
        return false;
    const TareSettingRun* const run = &runs->run;
    const unsigned before =
        run->n_lines ? run->lines[run->n_lines - 1].number : settings->last_line;
    if (!read.is_common && before != line->number)
        return false;
    tare_setting_runs_end(runs);
    if (read.is_common) {
        tare_setting_q_line_apply(&read, runs->findings, settings->n_recipes);
        settings->common_q = read.q;
    } else if (settings->last_line == line->number) {
        tare_setting_q_line_apply_to_sentence(&read, runs->findings, settings->last_sentence);
    }
    memset(text, ' ', line->length);
    return true;
}

/** Reads a line or sentence. */
static void read_piece(TareSettingRuns* runs, const TareSettingPiece* line, bool is_ended_before)
{
    TareSettingLine read;
    if (runs->run.n_lines < TARE_SETTING_MAX_RUN && tare_setting_runs_read(runs, line, &read)) {
        tare_setting_runs_add(runs, line, &read);
        runs->run.is_loose = runs->run.is_loose || !is_ended_before;
        return;
    }
    if (read_brackets(runs, line) || read_q(runs, line))
        return;
    if (tare_setting_words_are_legend(runs->block->text + line->first, line->length))
        return;
    const bool is_code = runs->block->kind == TARE_BLOCK_CODE;
    runs->run.is_loose = runs->run.is_loose || (!is_code && goes_on(runs, line));
    note_afterword(runs, runs->block->text + line->first, line->length);
    tare_setting_runs_end(runs);
    if (tare_setting_last_letter(runs->block->text + line->first, line->length)) {
        const bool is_in_list = runs->settings->is_in_list &&
                                tare_setting_is_name(runs->block->text + line->first, line->length);
        read_prose_line(runs, line);
        runs->label = TARE_HEAD_NONE;
        runs->settings->is_in_list = is_in_list || (runs->is_passed && runs->settings->is_in_list);
    }
}

static void read_lines(TareSettingRuns* runs)
{
    const TareParagraph* const block = runs->block;
    unsigned number = block->line;
    bool is_ended_before = true;
    for (size_t first = 0; first < block->length && !runs->findings->failed;) {
        const TareSettingPiece line = line_at(block, first, number);
        read_piece(runs, &line, is_ended_before);
        first += line.length;
        const bool is_break = first < block->length && strchr("\n\v", block->text[first]);
        is_ended_before =
            !is_break || block->kind == TARE_BLOCK_CODE || runs->head || is_ended(runs, &line);
        number += is_break && block->text[first] == '\n';
        first += is_break;
    }
    note_prose_behind(runs);
    tare_setting_runs_end(runs);
}

/** Whether a text names decibels, without which nothing in prose is governed. */
static bool has_gain(const TareParagraph* block)
{
    for (size_t i = 0; i + 1 < block->length; ++i) {
        if (tare_ascii_lower(block->text[i]) == 'd' && tare_ascii_lower(block->text[i + 1]) == 'b')
            return true;
    }
    return false;
}

/** What governs the prose that is left: an introduction only the list behind it. */
static TareHead head_of_rest(const TareSettingRuns* runs)
{
    if (!has_gain(runs->block))
        return TARE_HEAD_NONE;
    if (runs->block->kind != TARE_BLOCK_PROSE && runs->settings->introduction)
        return runs->settings->introduction;
    TareHead heading = tare_setting_runs_heading(runs);
    if (!heading && runs->settings->is_measured)
        heading = TARE_HEAD_FAULTS;
    const bool is_prose = runs->block->kind == TARE_BLOCK_PROSE;
    return is_prose && heading == TARE_HEAD_SETTINGS ? TARE_HEAD_PROSE : heading;
}

void tare_settings_begin(TareSettings* settings, const TareParagraph* blocks, size_t n_blocks)
{
    size_t i = 0;
    settings->has_minus = false;
    settings->last_dated_line = 0;
    for (; i < n_blocks && blocks[i].kind != TARE_BLOCK_PROSE; ++i) {
        settings->has_minus = settings->has_minus || tare_setting_has_minus(blocks[i].text);
        if (tare_setting_date_length(blocks[i].text, blocks[i].length))
            settings->last_dated_line = blocks[i].line;
    }
    settings->after = i && i < n_blocks ? &blocks[i] : NULL;
}

void tare_settings_read(TareSettings* settings, TareParagraph* block, TareProse* prose,
                        unsigned* n_sentences, TareFindings* findings)
{
    if (block->section != settings->section)
        *settings = (TareSettings){.section = block->section,
                                   .n_recipes = settings->n_recipes,
                                   .common_q = settings->common_q,
                                   .is_at_top = settings->is_at_top,
                                   .is_bare = settings->is_bare,
                                   .is_measured = settings->is_measured,
                                   .after = settings->after,
                                   .has_minus = settings->has_minus,
                                   .last_dated_line = settings->last_dated_line};
    tare_bbcode_blank(block->text, block->length);
    TareSettingRuns runs = {.settings = settings,
                            .block = block,
                            .prose = prose,
                            .n_sentences = n_sentences,
                            .findings = findings,
                            .head = block->kind == TARE_BLOCK_PROSE && settings->is_stated
                                        ? TARE_HEAD_NONE
                                        : settings->introduction};
    read_lines(&runs);
    prose->head = head_of_rest(&runs);
    if (block->kind == TARE_BLOCK_PROSE || runs.is_introduced)
        settings->introduction = runs.head;
    settings->is_stated = runs.is_stated;
    settings->is_at_top = false;
}
