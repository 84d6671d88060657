#include "formats/apo_scope.h"

#include "curves/table_text.h"

#include <string.h>

static const char under_condition[] =
    "it stands under a condition, which cannot be known here; expected lines without If";

bool tare_apo_scope_counts(TareApoScope* scope, TareSpan command, const char** why)
{
    const bool is_device = tare_span_equals(command, "Device");
    *why = NULL;
    if (scope->n_conditions) {
        scope->n_conditions += tare_span_equals(command, "If");
        scope->n_conditions -= tare_span_equals(command, "EndIf");
        *why = under_condition;
    } else if (scope->is_other_device && !is_device) {
        *why = "it is for another device; expected one device, or all";
    } else if (scope->is_capture && !is_device && !tare_span_equals(command, "Stage")) {
        *why = "it is for what is recorded; expected another stage";
    }
    return !*why;
}

static bool is_word(TareSpan span, const char* small)
{
    return (size_t)(span.end - span.first) == strlen(small) && tare_table_starts_with(span, small);
}

/** Takes the next word between blanks; false when there is none. */
static bool next_word(TareSpan* rest, TareSpan* word)
{
    *rest = tare_table_trim(*rest);
    word->first = rest->first;
    while (rest->first < rest->end && *rest->first != ' ' && *rest->first != '\t')
        ++rest->first;
    word->end = rest->first;
    return word->first < word->end;
}

static const char* read_channel(TareApoScope* scope, TareSpan value)
{
    scope->is_in_channel[0] = scope->is_in_channel[1] = false;
    for (TareSpan word; next_word(&value, &word);) {
        const bool is_all = is_word(word, "all");
        if (is_all || is_word(word, "l") || is_word(word, "1"))
            scope->is_in_channel[0] = true;
        if (is_all || is_word(word, "r") || is_word(word, "2"))
            scope->is_in_channel[1] = true;
    }
    return NULL;
}

static const char* read_device(TareApoScope* scope, TareSpan value)
{
    const TareSpan device = tare_table_trim(value);
    const size_t n = (size_t)(device.end - device.first);
    scope->is_other_device = false;
    if (is_word(device, "all") || n == 0)
        return NULL;
    if (!scope->device.first) {
        scope->device = device;
        return "what is for this device counts here for any; expected 'Device: all'";
    }
    scope->is_other_device = (size_t)(scope->device.end - scope->device.first) != n ||
                             memcmp(scope->device.first, device.first, n) != 0;
    return NULL;
}

static const char* read_stage(TareApoScope* scope, TareSpan value)
{
    bool is_capture = false, is_mix = false;
    for (TareSpan word; next_word(&value, &word);) {
        is_capture |= is_word(word, "capture");
        is_mix |= !is_word(word, "capture");
    }
    scope->is_capture = is_capture && !is_mix;
    return NULL;
}

static const char* read_if(TareApoScope* scope, TareSpan value)
{
    (void)value;
    ++scope->n_conditions;
    return under_condition;
}

static const char* read_stray(TareApoScope* scope, TareSpan value)
{
    (void)scope, (void)value;
    return "there is no condition before it; expected If";
}

static const struct {
    const char* name;
    const char* (*read)(TareApoScope* scope, TareSpan value);
} commands[] = {{"Channel", read_channel}, {"Device", read_device}, {"Stage", read_stage},
                {"If", read_if},           {"ElseIf", read_stray},  {"Else", read_stray},
                {"EndIf", read_stray}};

bool tare_apo_scope_read(TareApoScope* scope, TareSpan command, TareSpan value, const char** why)
{
    for (size_t i = 0; i < sizeof commands / sizeof *commands; ++i)
        if (tare_span_equals(command, commands[i].name)) {
            *why = commands[i].read(scope, value);
            return true;
        }
    return false;
}

bool tare_apo_scope_has_channel(const TareApoScope* scope)
{
    return scope->is_in_channel[0] || scope->is_in_channel[1];
}

TareChannel tare_apo_scope_channel(const TareApoScope* scope)
{
    if (scope->is_in_channel[0] && scope->is_in_channel[1])
        return TARE_CHANNEL_BOTH;
    return scope->is_in_channel[0] ? TARE_CHANNEL_LEFT : TARE_CHANNEL_RIGHT;
}
