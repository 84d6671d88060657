#include "review/settings.h"

#include "base/ascii.h"
#include "base/text.h"
#include "review/bbcode.h"
#include "review/findings.h"
#include "review/heads.h"
#include "review/normalise.h"
#include "review/outline.h"
#include "review/review_rules.h"
#include "review/setting_line.h"
#include "review/setting_words.h"

#include <string.h>

/** Longer lines are prose. */
enum { MAX_LINE = 400, MAX_HEAD = 60, MAX_RUN = 32 };

/** A line of a block. */
typedef struct {
    size_t first, length; ///< in the text of the block
    unsigned number;      ///< in the file
} Line;

/** Lines of settings that stand together. */
typedef struct {
    Line lines[MAX_RUN];
    size_t n_lines;
    bool is_proven, is_deviation, has_q, is_loose; ///< in the middle of prose
} Run;

typedef struct {
    TareSettings* settings;
    const TareParagraph* block;
    const TareProse* prose;
    unsigned* n_sentences;
    TareFindings* findings;
    TareHead head; ///< of the lines that come
    Run run;
} Reader;

/** What the heading says; read when it is asked for, as few blocks have anything to govern. */
static TareHead heading_of(const Reader* reader)
{
    TareSettings* const settings = reader->settings;
    const char* const section = settings->section;
    if (section && !settings->is_heading_read &&
        !tare_head_read(section, strlen(section), &reader->prose->subject, &settings->heading))
        reader->findings->failed = true;
    settings->is_heading_read = true;
    return settings->heading;
}

static TareHead governing(const Reader* reader)
{
    return reader->head ? reader->head : heading_of(reader);
}

static char* quote(const Reader* reader, const Line* line)
{
    const char* text = reader->block->text + line->first;
    size_t length = line->length;
    for (; length && *text == ' '; --length)
        ++text;
    while (length && text[length - 1] == ' ')
        --length;
    return tare_text_copy(text, length);
}

/** Adds a setting, or the one that a fault asks for. */
static void add_finding(const Reader* reader, const Line* line, const TareSetting* setting,
                        bool is_fault)
{
    const TareProse* const prose = reader->prose;
    TareFinding finding = {
        .fact = {.is_advice = !is_fault,
                 .filter = setting->band,
                 .is_q_stated = setting->is_q_stated,
                 .evidence = {.file = tare_text_copy(prose->file, strlen(prose->file)),
                              .section = tare_text_copy(prose->section, strlen(prose->section)),
                              .line = line->number,
                              .text = quote(reader, line)}},
        .lo_hz = setting->band.freq_hz,
        .hi_hz = setting->band.freq_hz,
        .recipe = is_fault ? 0 : reader->settings->n_recipes,
        .names_target = is_fault,
        .sentence = *reader->n_sentences,
    };
    if (is_fault)
        finding.fact.filter.gain_db = -setting->band.gain_db;
    const TareEvidence* const evidence = &finding.fact.evidence;
    if (evidence->file && evidence->section && evidence->text) {
        tare_findings_add(reader->findings, finding);
    } else {
        tare_evidence_clear(&finding.fact.evidence);
        reader->findings->failed = true;
    }
}

static void leave_out(const Reader* reader, const Line* line, TareReason reason)
{
    tare_findings_leave_out(reader->findings, line->number, quote(reader, line), reason);
}

static void take_settings(const Reader* reader, const Line* line, const TareSettingLine* read,
                          bool are_faults)
{
    for (size_t i = 0; i < read->n_settings; ++i) {
        const TareSetting* const setting = &read->settings[i];
        if (setting->reason)
            leave_out(reader, line, setting->reason);
        else if (are_faults && !setting->is_signed)
            leave_out(reader, line, TARE_REASON_NO_DIRECTION);
        else
            add_finding(reader, line, setting, are_faults);
    }
    if (read->has_preamp)
        leave_out(reader, line, TARE_REASON_LEVEL);
    ++*reader->n_sentences;
}

/** Reads one line as settings. False when it is none, or memory was short. */
static bool read_line(const Reader* reader, const Line* line, TareSettingLine* read)
{
    const char* const text = reader->block->text + line->first;
    TareNormalised normalised;
    if (line->length > MAX_LINE || !tare_setting_words_only(text, line->length))
        return false;
    if (!tare_normalise(&normalised, text, line->length)) {
        reader->findings->failed = true;
        return false;
    }
    const bool is_one = tare_setting_line_read(read, normalised.text, normalised.length);
    tare_normalised_clear(&normalised);
    return is_one;
}

/** Whether lines are settings by their own words, by what stands above, or by where they stand. */
static bool are_settings(const Reader* reader)
{
    const Run* const run = &reader->run;
    const TareHead head = governing(reader);
    if (head == TARE_HEAD_OTHER || run->is_loose)
        return false;
    if (head == TARE_HEAD_SETTINGS || run->is_proven)
        return true;
    return head != TARE_HEAD_FAULTS &&
           (run->has_q || reader->settings->is_in_list || reader->block->kind == TARE_BLOCK_CODE);
}

/** Whether lines are measured faults, by their own words or by what stands above. */
static bool are_faults(const Reader* reader)
{
    const Run* const run = &reader->run;
    const TareHead head = governing(reader);
    if (head == TARE_HEAD_OTHER || head == TARE_HEAD_SETTINGS || run->is_loose || run->is_proven)
        return false;
    return run->is_deviation || head == TARE_HEAD_FAULTS;
}

/** Ends lines that stand together: takes them, or leaves them to the reader of prose. */
static void end_run(Reader* reader)
{
    Run* const run = &reader->run;
    TareSettings* const settings = reader->settings;
    if (run->n_lines == 0)
        return;
    const bool is_fault = are_faults(reader);
    const bool is_good = is_fault || (!run->is_deviation && are_settings(reader));
    if (is_good && !is_fault && !settings->is_in_list)
        ++settings->n_recipes;
    for (size_t i = 0; i < run->n_lines && is_good; ++i) {
        TareSettingLine read;
        if (read_line(reader, &run->lines[i], &read))
            take_settings(reader, &run->lines[i], &read, is_fault);
        memset(reader->block->text + run->lines[i].first, ' ', run->lines[i].length);
    }
    settings->is_in_list = is_good && !is_fault;
    *run = (Run){0};
}

static char last_letter(const char* text, size_t length)
{
    while (length && text[length - 1] == ' ')
        --length;
    return length ? text[length - 1] : '\0';
}

/** Whether a line of prose is at its end, so that the next one is not the rest of it. */
static bool is_ended(const Reader* reader, const Line* line)
{
    const char last = last_letter(reader->block->text + line->first, line->length);
    return !last || strchr(".:;!?)]|", last);
}

static bool has_digit(const char* text, size_t length)
{
    for (size_t i = 0; i < length; ++i) {
        if (tare_is_digit(text[i]))
            return true;
    }
    return false;
}

/** Whether a line introduces what follows: it ends in a colon, or is but a few words. */
static bool introduces(const Reader* reader, const Line* line)
{
    const char* const text = reader->block->text + line->first;
    return last_letter(text, line->length) == ':' ||
           (line->length < MAX_HEAD && !has_digit(text, line->length) &&
            !memchr(text, '.', line->length));
}

static void read_prose_line(Reader* reader, const Line* line)
{
    TareHead head = TARE_HEAD_NONE;
    if (introduces(reader, line) && !tare_head_read(reader->block->text + line->first, line->length,
                                                    &reader->prose->subject, &head))
        reader->findings->failed = true;
    reader->head = head;
}

/** "4 dB of bass" may go on in the next line: prose begins a line with a small letter. */
static bool goes_on(const Reader* reader, const Line* line)
{
    const char* text = reader->block->text + line->first;
    size_t length = line->length;
    for (; length && *text == ' '; --length)
        ++text;
    return length && *text >= 'a' && *text <= 'z';
}

/** The line at a place, with its number. */
static Line line_at(const TareParagraph* block, size_t first, unsigned number)
{
    const size_t length = strcspn(block->text + first, "\n\v");
    return (Line){first, length, number};
}

static void add_line(Run* run, const Line* line, const TareSettingLine* read)
{
    run->is_proven = run->is_proven || read->is_proven;
    run->is_deviation = run->is_deviation || read->is_deviation;
    run->has_q = run->has_q || read->has_q;
    run->lines[run->n_lines++] = *line;
}

static void read_lines(Reader* reader)
{
    const TareParagraph* const block = reader->block;
    unsigned number = block->line;
    bool is_ended_before = true;
    for (size_t first = 0; first < block->length && !reader->findings->failed;) {
        const Line line = line_at(block, first, number);
        TareSettingLine read;
        first += line.length + 1;
        number += block->text[first - 1] == '\n';
        if (reader->run.n_lines < MAX_RUN && read_line(reader, &line, &read)) {
            reader->run.is_loose = reader->run.is_loose || !is_ended_before;
            add_line(&reader->run, &line, &read);
            continue;
        }
        const bool is_blank = !last_letter(block->text + line.first, line.length);
        const bool is_code = block->kind == TARE_BLOCK_CODE;
        reader->run.is_loose = reader->run.is_loose || (!is_code && goes_on(reader, &line));
        end_run(reader);
        if (!is_blank) {
            read_prose_line(reader, &line);
            reader->settings->is_in_list = false;
        }
        is_ended_before = is_blank || is_code || is_ended(reader, &line) || reader->head;
    }
    end_run(reader);
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
static TareHead head_of_rest(const Reader* reader)
{
    if (!has_gain(reader->block))
        return TARE_HEAD_NONE;
    if (reader->block->kind != TARE_BLOCK_PROSE && reader->settings->introduction)
        return reader->settings->introduction;
    const TareHead heading = heading_of(reader);
    const bool is_prose = reader->block->kind == TARE_BLOCK_PROSE;
    return is_prose && heading == TARE_HEAD_SETTINGS ? TARE_HEAD_PROSE : heading;
}

void tare_settings_read(TareSettings* settings, TareParagraph* block, TareProse* prose,
                        unsigned* n_sentences, TareFindings* findings)
{
    if (block->section != settings->section)
        *settings = (TareSettings){.section = block->section, .n_recipes = settings->n_recipes};
    tare_bbcode_blank(block->text, block->length);
    Reader reader = {.settings = settings,
                     .block = block,
                     .prose = prose,
                     .n_sentences = n_sentences,
                     .findings = findings,
                     .head = settings->introduction};
    read_lines(&reader);
    prose->head = head_of_rest(&reader);
    if (block->kind == TARE_BLOCK_PROSE)
        settings->introduction = reader.head;
}
