#include "window/outputs.h"

#include "base/text.h"
#include "base/utf8.h"
#include "corrections/entry.h"
#include "window/shelf.h"
#include "window/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { N_TEXTS = 5 };

static const char** text_of(TareOutputRow* row, int i)
{
    const char** const texts[N_TEXTS] = {&row->title, &row->name, &row->rule, &row->id,
                                         &row->called};
    return texts[i];
}

static void clear_rows(TareOutputRow* rows, size_t n)
{
    for (size_t i = 0; i < n; ++i)
        for (int t = 0; t < N_TEXTS; ++t)
            free((char*)*text_of(&rows[i], t));
    free(rows);
}

/** NULL when memory is short. */
static TareOutputRow* copy_rows(const TareOutputRow* rows, size_t n)
{
    TareOutputRow* const copies = calloc(n + 1, sizeof *copies);
    bool is_good = copies != NULL;
    for (size_t i = 0; is_good && i < n; ++i) {
        TareOutputRow row = rows[i];
        copies[i].is_there = row.is_there;
        copies[i].is_played_to = row.is_played_to;
        for (int t = 0; is_good && t < N_TEXTS; ++t)
            is_good = tare_text_set(text_of(&copies[i], t), *text_of(&row, t));
    }
    if (is_good)
        return copies;
    if (copies)
        clear_rows(copies, n);
    return NULL;
}

static bool is_same(const TareOutputs* outputs, const TareOutputsNews* news)
{
    bool is = outputs->rows && outputs->n == news->n && outputs->is_away == news->is_away &&
              outputs->is_bypassed == news->is_bypassed;
    for (size_t i = 0; is && i < news->n; ++i) {
        TareOutputRow a = outputs->rows[i], b = news->rows[i];
        is = a.is_there == b.is_there && a.is_played_to == b.is_played_to;
        for (int t = 0; is && t < N_TEXTS; ++t)
            is = !strcmp(*text_of(&a, t), *text_of(&b, t));
    }
    return is;
}

/** The row that has this name, else the one that is played to, else the first. */
static size_t row_of(const TareOutputs* outputs, const char* name)
{
    size_t played = 0;
    for (size_t i = 0; i < outputs->n; ++i) {
        if (name && !strcmp(outputs->rows[i].name, name))
            return i;
        if (outputs->rows[i].is_played_to)
            played = i;
    }
    return played;
}

void tare_outputs_tell(TareOutputs* outputs, const TareOutputsNews* news)
{
    outputs->is_stale = false;
    if (is_same(outputs, news))
        return;
    const TareOutputRow* const chosen = tare_outputs_chosen(outputs);
    TareOutputs told = *outputs;
    told.rows = copy_rows(news->rows, news->n);
    told.n = told.rows ? news->n : 0;
    told.chosen = row_of(&told, chosen && outputs->is_by_hand ? chosen->name : NULL);
    told.is_away = news->is_away;
    told.is_bypassed = news->is_bypassed;
    told.is_new = true;
    clear_rows(outputs->rows, outputs->n);
    *outputs = told;
}

void tare_outputs_clear(TareOutputs* outputs)
{
    clear_rows(outputs->rows, outputs->n);
    *outputs = (TareOutputs){0};
}

const TareOutputRow* tare_outputs_chosen(const TareOutputs* outputs)
{
    return outputs->chosen < outputs->n ? &outputs->rows[outputs->chosen] : NULL;
}

void tare_outputs_choose_playing(TareOutputs* outputs)
{
    outputs->chosen = row_of(outputs, NULL);
    outputs->is_by_hand = false;
    outputs->is_stale = true;
}

void tare_outputs_choose(TareOutputs* outputs, size_t row)
{
    outputs->chosen = row < outputs->n ? row : outputs->n > 0 ? outputs->n - 1 : 0;
    outputs->is_by_hand = true;
}

void tare_outputs_move(TareOutputs* outputs, long by)
{
    const long to = (long)outputs->chosen + by;
    tare_outputs_choose(outputs, to < 0 ? 0 : (size_t)to);
}

/** Without a rule an output is flat as soon as another one has one. */
static TareWord word_without_rule(const TareOutputs* outputs)
{
    for (size_t i = 0; i < outputs->n; ++i)
        if (outputs->rows[i].rule[0] != '\0')
            return TARE_WORD_OUTPUT_WITHOUT;
    return TARE_WORD_OUTPUT_ALL;
}

void tare_outputs_words(const TareOutputs* outputs, const TareOutputRow* row, TareShelf* shelf,
                        char* words, size_t size)
{
    const TareEntry* const entry = row->id[0] != '\0' ? tare_shelf_find_id(shelf, row->id) : NULL;
    if (row->rule[0] == '\0')
        snprintf(words, size, "%s", tare_word(word_without_rule(outputs)));
    else if (row->called[0] != '\0')
        snprintf(words, size, "%s", row->called);
    else if (row->id[0] == '\0')
        snprintf(words, size, "%s", tare_word(TARE_WORD_OUTPUT_IS_FLAT));
    else if (entry)
        tare_entry_display_name(entry, words, size);
    else
        snprintf(words, size, "%s: %s", tare_word(TARE_WORD_OUTPUT_UNKNOWN), row->id);
    tare_utf8_drop_partial_end(words);
}
