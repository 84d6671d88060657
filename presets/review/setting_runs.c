#include "review/setting_runs.h"

#include "base/ascii.h"
#include "base/text.h"
#include "review/findings.h"
#include "review/heads.h"
#include "review/normalise.h"
#include "review/other_product.h"
#include "review/outline.h"
#include "review/review_rules.h"
#include "review/setting_figures.h"
#include "review/setting_line.h"
#include "review/setting_pieces.h"
#include "review/setting_text.h"
#include "review/setting_words.h"

#include <string.h>

/** So many words that are none of settings may name what a filter with a Q is for, or in what
    device it is set; more are a sentence. */
enum { MAX_NAMED = 3 };

/** And in a note of measurements so many do not make prose of figures. */
enum { MAX_UNKNOWN_MEASURED = 8 };

TareHead tare_setting_runs_heading(const TareSettingRuns* runs)
{
    /* read when it is asked for, as few blocks have anything to govern */
    TareSettings* const settings = runs->settings;
    const char* const section = settings->section;
    if (section && !settings->is_heading_read &&
        !tare_head_read(section, strlen(section), &runs->prose->subject, &settings->heading))
        runs->findings->failed = true;
    settings->is_heading_read = true;
    return settings->heading;
}

static TareHead governing(const TareSettingRuns* runs)
{
    const bool is_only_likely = /* "now:" in a note of measurements */
        runs->settings->is_measured && runs->label == TARE_HEAD_SETTINGS;
    if (runs->label && !is_only_likely)
        return runs->label;
    const TareHead head = runs->head ? runs->head : tare_setting_runs_heading(runs);
    if (head || runs->afterword)
        return head ? head : runs->afterword;
    return runs->settings->is_measured ? TARE_HEAD_FAULTS : TARE_HEAD_NONE;
}

static char* quote(const TareSettingRuns* runs, const TareSettingPiece* line)
{
    const char* text = runs->block->text + line->first;
    size_t length = line->length;
    for (; length && *text == ' '; --length)
        ++text;
    while (length && text[length - 1] == ' ')
        --length;
    return tare_text_copy(text, length);
}

/** Adds a setting, or the one that a fault asks for. */
static void add_finding(const TareSettingRuns* runs, const TareSettingPiece* line,
                        const TareSetting* setting, bool is_fault)
{
    const TareProse* const prose = runs->prose;
    TareFinding finding = {
        .fact = {.is_advice = !is_fault,
                 .filter = setting->band,
                 .is_q_stated = setting->is_q_stated,
                 .evidence = {.file = tare_text_copy(prose->file, strlen(prose->file)),
                              .section = tare_text_copy(prose->section, strlen(prose->section)),
                              .line = line->number,
                              .text = quote(runs, line)}},
        .lo_hz = setting->band.freq_hz,
        .hi_hz = setting->band.freq_hz,
        .recipe = is_fault ? 0 : runs->settings->n_recipes,
        .names_target = is_fault && (runs->run.is_deviation || governing(runs) == TARE_HEAD_FAULTS),
        .sentence = *runs->n_sentences,
    };
    if (is_fault)
        finding.fact.filter.gain_db = -setting->band.gain_db;
    if (!is_fault && !setting->is_q_stated && runs->settings->common_q > 0.0) {
        finding.fact.filter.q = runs->settings->common_q;
        finding.fact.is_q_stated = true;
    }
    const TareEvidence* const evidence = &finding.fact.evidence;
    if (evidence->file && evidence->section && evidence->text) {
        tare_findings_add(runs->findings, finding);
    } else {
        tare_evidence_clear(&finding.fact.evidence);
        runs->findings->failed = true;
    }
}

static void leave_out(const TareSettingRuns* runs, const TareSettingPiece* line, TareReason reason)
{
    tare_findings_leave_out(runs->findings, line->number, quote(runs, line), reason);
}

/** Whether what stands above says that these are settings, whatever else a word in them says. */
static bool is_under_settings(const TareSettingRuns* runs)
{
    return governing(runs) == TARE_HEAD_SETTINGS;
}

/** Whether two filters of a line are at one place with opposite gains. */
static bool undoes_itself(const TareSettingLine* read)
{
    for (size_t i = 1; i < read->n_settings; ++i) {
        const TareBand *const a = &read->settings[i - 1].band, *const b = &read->settings[i].band;
        if (a->freq_hz == b->freq_hz && a->gain_db * b->gain_db < 0.0)
            return true;
    }
    return false;
}

/** Whether a line begins with a date, and a later one in its list, too. */
static bool is_replaced(const TareSettingRuns* runs, const TareSettingPiece* line)
{
    const char* const text = runs->block->text + line->first;
    return line->number < runs->settings->last_dated_line &&
           tare_setting_date_length(text, line->length);
}

/** Takes a setting or a fault of a line, or leaves the line out. */
static void take_setting(const TareSettingRuns* runs, const TareSettingPiece* line,
                         const TareSettingLine* read, const TareSetting* setting, bool are_faults)
{
    const bool is_fault = are_faults || (setting->is_fault && !is_under_settings(runs));
    const bool is_of_filter = !is_fault || (read->is_proven && !are_faults); /* "the EQ peaks" */
    if (setting->reason || read->is_given_up)
        leave_out(runs, line, setting->reason ? setting->reason : TARE_REASON_CHOICE);
    else if (setting->is_fault && !setting->is_peak && is_of_filter)
        leave_out(runs, line, TARE_REASON_DOUBTFUL);
    else if (is_fault && !setting->is_signed &&
             !(read->is_deviation && runs->settings->has_minus)) /* "200, 3.1" beside "-4.0" */
        leave_out(runs, line, TARE_REASON_NO_DIRECTION);
    else
        add_finding(runs, line, setting, is_fault);
}

static void take_settings(const TareSettingRuns* runs, const TareSettingPiece* line,
                          const TareSettingLine* read, bool are_faults)
{
    if (undoes_itself(read)) { /* a fault and its remedy side by side: "+5 dB   -5 dB" */
        leave_out(runs, line, TARE_REASON_DOUBTFUL);
        return;
    }
    if (is_replaced(runs, line)) {
        leave_out(runs, line, TARE_REASON_OTHER_SET);
        return;
    }
    for (size_t i = 0; i < read->n_settings; ++i)
        take_setting(runs, line, read, &read->settings[i], are_faults);
    if (read->has_preamp)
        leave_out(runs, line, TARE_REASON_LEVEL);
    runs->settings->last_line = line->number;
    runs->settings->last_sentence = *runs->n_sentences;
    ++*runs->n_sentences;
}

/** The length of what may say what the figures of a line are: a label before a colon, or in a list
    the words before them. */
static size_t label_length(const TareSettingRuns* runs, const TareSettingLine* read)
{
    return read->n_label || runs->block->kind == TARE_BLOCK_PROSE ? read->n_label : read->n_words;
}

/** The length of the number of a filter that begins a label: "B1 Shelf:". */
static size_t index_length(const char* text, size_t length)
{
    size_t n = 0;
    while (n < length && text[n] == ' ')
        ++n;
    const bool has_letter = n < length && tare_is_letter(text[n]);
    size_t end = n + has_letter;
    while (has_letter && end < length && tare_is_digit(text[end]))
        ++end;
    const bool is_index =
        end > n + 1 && end <= n + 3 && (end == length || !tare_is_letter(text[end]));
    return is_index ? end : 0;
}

/** What a label says of the figures of a line. */
static TareHead head_of_label(TareSettingRuns* runs, const char* text, const TareSettingLine* read)
{
    TareHead head = TARE_HEAD_NONE;
    size_t length = label_length(runs, read);
    const size_t n_index = index_length(text, length); /* no name of a model */
    text += n_index;
    length -= n_index;
    const bool is_number = length && strspn(text, "0123456789: ") >= length; /* "770: 8k -6" */
    if (is_number && n_index == 0 &&
        !tare_is_part_of_name(text, strcspn(text, ": "), runs->prose->subject.name))
        return TARE_HEAD_OTHER;
    if (length && !tare_head_read(text, length, &runs->prose->subject, &head))
        runs->findings->failed = true;
    return head;
}

/** Whether a filter of a line has no direction: with other words in it, prose may know better. */
static bool lacks_direction(const TareSettingLine* read)
{
    for (size_t i = 0; i < read->n_settings; ++i) {
        if (read->settings[i].reason == TARE_REASON_NO_DIRECTION)
            return true;
    }
    return false;
}

bool tare_setting_runs_read(TareSettingRuns* runs, const TareSettingPiece* line,
                            TareSettingLine* read)
{
    const char* const text = runs->block->text + line->first;
    TareNormalised normalised;
    if (line->length > TARE_SETTING_MAX_LINE || !tare_setting_words_may_be(text, line->length))
        return false;
    if (!tare_setting_figures_normalise(&normalised, text, line->length)) {
        runs->findings->failed = true;
        return false;
    }
    const bool has_unsigned_boosts = runs->run.has_minus || runs->settings->has_minus;
    const bool is_one =
        tare_setting_line_read(read, normalised.text, normalised.length, has_unsigned_boosts);
    if (is_one && lacks_direction(read) && read->has_minus) /* then "2" is a boost beside "-3" */
        tare_setting_line_read(read, normalised.text, normalised.length, true);
    if (is_one)
        runs->line_label = head_of_label(runs, normalised.text, read);
    read->is_proven = read->is_proven || (read->is_named && runs->line_label != TARE_HEAD_FAULTS);
    tare_normalised_clear(&normalised);
    return is_one && !((read->is_worded || read->is_given) && lacks_direction(read));
}

/** Whether other words make a sentence of prose of a line, whatever else it says. */
static bool is_sentence(const TareSettingRuns* runs)
{
    return runs->block->kind == TARE_BLOCK_PROSE && runs->run.is_worded;
}

/** What governs the run: a heading does not govern sentences of prose below it. */
static TareHead head_of_run(const TareSettingRuns* runs)
{
    const bool is_measured = /* "8.4k is +9. 30 is -4.", against target */
        runs->settings->is_measured && runs->run.n_unknown <= MAX_UNKNOWN_MEASURED;
    return is_sentence(runs) && !runs->label && !is_measured ? runs->head : governing(runs);
}

/** Whether the run is part of a list, or more than one line of prose. */
static bool is_of_lines(const TareSettingRuns* runs)
{
    const TareSettingRun* const run = &runs->run;
    return runs->block->kind != TARE_BLOCK_PROSE || run->n_plain > 1 ||
           run->lines[0].number < run->lines[run->n_lines - 1].number;
}

/** Whether lines of which nothing is said are settings by where they stand: in a list of such, in
    code, or in a note of nothing else. */
static bool are_among_settings(const TareSettingRuns* runs)
{
    const TareSettingRun* const run = &runs->run;
    const bool is_bare = runs->settings->is_bare && is_of_lines(runs);
    if (runs->settings->is_in_list || runs->block->kind == TARE_BLOCK_CODE || is_bare)
        return !run->is_worded ||
               (is_bare && run->n_unknown <= MAX_NAMED && (!is_sentence(runs) || run->n_plain > 1));
    return false;
}

/** Whether lines are settings by their own words, by what stands above, or by where they stand. */
static bool are_settings(const TareSettingRuns* runs)
{
    const TareSettingRun* const run = &runs->run;
    const TareHead head = head_of_run(runs);
    if (head == TARE_HEAD_OTHER || run->is_loose)
        return false;
    if (head == TARE_HEAD_SETTINGS || (run->is_proven && !run->is_worded))
        return true;
    return head != TARE_HEAD_FAULTS &&
           ((run->has_q && (!is_sentence(runs) || run->n_unknown <= MAX_NAMED)) ||
            are_among_settings(runs));
}

/** Whether lines are measured faults, by their own words or by what stands above. */
static bool are_faults(const TareSettingRuns* runs)
{
    const TareSettingRun* const run = &runs->run;
    const TareHead head = head_of_run(runs);
    if (head == TARE_HEAD_OTHER || head == TARE_HEAD_SETTINGS || run->is_loose || run->is_proven)
        return false;
    return head == TARE_HEAD_FAULTS || (run->is_deviation && !is_sentence(runs)) ||
           (run->n_plain == 0 && !run->is_worded && !run->has_fault_q);
}

static void blank_line(const TareSettingRuns* runs, const TareSettingPiece* line)
{
    memset(runs->block->text + line->first, ' ', line->length);
}

/** Lines about something else, or a list of which nothing tells what it is: prose cannot know. */
static void leave_run_out(const TareSettingRuns* runs)
{
    const TareSettingRun* const run = &runs->run;
    const bool is_other = runs->label == TARE_HEAD_OTHER || runs->head == TARE_HEAD_OTHER;
    const bool is_prose = runs->block->kind == TARE_BLOCK_PROSE &&
                          run->lines[0].number == run->lines[run->n_lines - 1].number &&
                          runs->block->text[run->lines[0].first] != '|';
    if (!is_other && (is_prose || run->is_loose || run->is_worded))
        return;
    for (size_t i = 0; i < run->n_lines; ++i) {
        leave_out(runs, &run->lines[i], is_other ? TARE_REASON_ANOTHER : TARE_REASON_DOUBTFUL);
        blank_line(runs, &run->lines[i]);
    }
}

/** Ends lines that stand together: takes them, or leaves them to the runs of prose. */
void tare_setting_runs_end(TareSettingRuns* runs)
{
    TareSettingRun* const run = &runs->run;
    TareSettings* const settings = runs->settings;
    const bool is_fault = run->n_lines && are_faults(runs);
    const bool is_good = run->n_lines && (is_fault || (!run->is_deviation && are_settings(runs)));
    if (is_good && !is_fault && !settings->is_in_list)
        ++settings->n_recipes;
    for (size_t i = 0; i < run->n_lines && is_good; ++i) {
        TareSettingLine read;
        if (tare_setting_runs_read(runs, &run->lines[i], &read))
            take_settings(runs, &run->lines[i], &read, is_fault);
        blank_line(runs, &run->lines[i]);
    }
    if (run->n_lines) {
        settings->is_in_list = is_good && !is_fault;
        if (!is_good)
            leave_run_out(runs);
    }
    *run = (TareSettingRun){0};
}

static void add_line(TareSettingRun* run, const TareSettingPiece* line, const TareSettingLine* read)
{
    run->is_proven = run->is_proven || read->is_proven;
    run->is_deviation = run->is_deviation || read->is_deviation;
    run->has_q = run->has_q || read->has_q;
    run->has_minus = run->has_minus || read->has_minus;
    run->is_worded = run->is_worded || read->is_worded;
    run->n_unknown += read->n_unknown;
    for (size_t i = 0; i < read->n_settings; ++i) {
        const TareSetting* const setting = &read->settings[i];
        run->n_plain += !setting->is_fault;
        run->has_fault_q = run->has_fault_q || (setting->is_fault && setting->is_q_stated);
    }
    run->n_plain += read->has_preamp;
    run->lines[run->n_lines++] = *line;
}

/** Begins another run where a label says something else than that of the run so far. */
static void follow_label(TareSettingRuns* runs, const TareSettingLine* read)
{
    const TareHead label = runs->line_label;
    if (!label_length(runs, read) || (!label && runs->label != TARE_HEAD_OTHER))
        return;
    if (runs->run.n_lines && label != runs->label)
        tare_setting_runs_end(runs);
    runs->label = label;
}

void tare_setting_runs_add(TareSettingRuns* runs, const TareSettingPiece* line,
                           const TareSettingLine* read)
{
    const bool is_fault = tare_setting_ends_in_arrow(runs->block->text + line->first, line->length);
    follow_label(runs, read);
    if (is_fault)
        tare_setting_runs_end(runs);
    add_line(&runs->run, line, read);
    runs->run.is_deviation = runs->run.is_deviation || is_fault;
    if (is_fault)
        tare_setting_runs_end(runs);
}
