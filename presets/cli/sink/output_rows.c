#include "cli/sink/output_rows.h"

#include "pipewire/session/device_rules.h"
#include "pipewire/session/output.h"

#include <stdlib.h>
#include <string.h>

/* ALSA's name for the way out of a card that tells of no jacks; it says nothing about which. */
static const char any_jack[] = "analog-output";

static bool is_alone(const TareOutput* outputs, size_t n, size_t which, TareOutputName name)
{
    const char* const text = outputs[which].names[name];
    if (text[0] == '\0' || strchr(text, '*') || !strcmp(text, any_jack))
        return false;
    for (size_t i = 0; i < n; ++i)
        if (i != which && tare_output_fits(&outputs[i], text))
            return false;
    return true;
}

const char* tare_output_rows_name(const TareOutput* outputs, size_t n, size_t which)
{
    static const TareOutputName order[] = {TARE_OUTPUT_ADDRESS, TARE_OUTPUT_ROUTE,
                                           TARE_OUTPUT_NODE};
    for (size_t i = 0; i < sizeof order / sizeof *order; ++i)
        if (is_alone(outputs, n, which, order[i]))
            return outputs[which].names[order[i]];
    return outputs[which].names[TARE_OUTPUT_NODE];
}

static const char* text(const char* text_or_null)
{
    return text_or_null ? text_or_null : "";
}

/** A row without an output. */
static TareOutputRow row_of(const TareDeviceRule* rule)
{
    if (!rule)
        return (TareOutputRow){"", "", "", "", "", false, false};
    return (TareOutputRow){.title = rule->pattern,
                           .name = rule->pattern,
                           .rule = rule->pattern,
                           .id = text(rule->id),
                           .called = rule->controls ? text(rule->name) : ""};
}

static void add_output(TareOutputRows* rows, const TareOutput* outputs, size_t n,
                       const TareDeviceRules* rules)
{
    const TareOutput* const output = &outputs[rows->n];
    const TareDeviceRule* const rule = tare_output_rule(output, rules);
    char* const title = rows->titles + rows->n * TARE_OUTPUT_TITLE;
    TareOutputRow row = row_of(rule);
    tare_output_title(output, title, TARE_OUTPUT_TITLE);
    row.title = title;
    /* a rule for several outputs stays theirs when this one is changed */
    row.name = rule && !strchr(rule->pattern, '*') ? rule->pattern
                                                   : tare_output_rows_name(outputs, n, rows->n);
    row.is_there = true;
    row.is_played_to = output->is_played_to;
    rows->rows[rows->n++] = row;
}

/** Whether an output that is there goes by this rule. */
static bool is_in_use(const TareOutputRows* rows, const TareDeviceRule* rule)
{
    for (size_t i = 0; i < rows->n; ++i)
        if (rows->rows[i].rule == rule->pattern)
            return true;
    return false;
}

void tare_output_rows_make(TareOutputRows* rows, const TareOutput* outputs, size_t n_outputs,
                           const TareDeviceRules* rules)
{
    *rows = (TareOutputRows){.rows = calloc(n_outputs + rules->n + 1, sizeof *rows->rows),
                             .titles = calloc(n_outputs + 1, TARE_OUTPUT_TITLE)};
    if (!rows->rows || !rows->titles) {
        tare_output_rows_clear(rows);
        return;
    }
    while (rows->n < n_outputs)
        add_output(rows, outputs, n_outputs, rules);
    for (size_t i = 0; i < rules->n; ++i)
        if (!is_in_use(rows, &rules->rules[i]))
            rows->rows[rows->n++] = row_of(&rules->rules[i]);
}

void tare_output_rows_clear(TareOutputRows* rows)
{
    free(rows->rows);
    free(rows->titles);
    *rows = (TareOutputRows){0};
}
