#include "pipewire/session/device_rules.h"

#include "base/ascii.h"
#include "base/file.h"
#include "base/list.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MAX_FILE_BYTES = 1 << 20 };

/* Rules */

void tare_device_rules_clear(TareDeviceRules* rules)
{
    for (size_t i = 0; i < rules->n; ++i) {
        free(rules->rules[i].pattern);
        free(rules->rules[i].id);
    }
    free(rules->rules);
    *rules = (TareDeviceRules){0};
}

static TareDeviceRule* rule_of(const TareDeviceRules* rules, const char* pattern)
{
    for (size_t i = 0; i < rules->n; ++i)
        if (strcmp(rules->rules[i].pattern, pattern) == 0)
            return &rules->rules[i];
    return NULL;
}

static bool append(TareDeviceRules* rules, const char* pattern, char* id)
{
    TareDeviceRule* const grown = tare_list_grow(rules->rules, rules->n, sizeof *grown);
    if (!grown)
        return false;
    rules->rules = grown;
    char* const copy = strdup(pattern);
    if (!copy)
        return false;
    grown[rules->n++] = (TareDeviceRule){.pattern = copy, .id = id};
    return true;
}

bool tare_device_rules_set(TareDeviceRules* rules, const char* pattern, const char* id)
{
    char* const copy = id ? strdup(id) : NULL;
    if (id && !copy)
        return false;
    TareDeviceRule* const rule = rule_of(rules, pattern);
    if (rule) {
        free(rule->id);
        rule->id = copy;
        return true;
    }
    if (append(rules, pattern, copy))
        return true;
    free(copy);
    return false;
}

bool tare_device_rules_forget(TareDeviceRules* rules, const char* pattern)
{
    TareDeviceRule* const rule = rule_of(rules, pattern);
    if (!rule)
        return false;
    free(rule->pattern);
    free(rule->id);
    const size_t i = (size_t)(rule - rules->rules);
    memmove(rule, rule + 1, (--rules->n - i) * sizeof *rule);
    return true;
}

/* Which one fits */

bool tare_device_rules_fit(const char* pattern, const char* name)
{
    const char* star = NULL; /* the last one, and where in the name what follows it was tried */
    const char* tried = name;
    while (*name) {
        if (*pattern == '*') {
            star = ++pattern;
            tried = name;
        } else if (*pattern && tare_ascii_lower(*pattern) == tare_ascii_lower(*name)) {
            ++pattern;
            ++name;
        } else if (star) {
            pattern = star;
            name = ++tried;
        } else {
            return false;
        }
    }
    return pattern[strspn(pattern, "*")] == '\0';
}

bool tare_device_rules_fit_any(const char* pattern, const char* const* names, size_t n)
{
    for (size_t i = 0; i < n; ++i)
        if (names[i][0] != '\0' && tare_device_rules_fit(pattern, names[i]))
            return true;
    return false;
}

/** Whether `a` says more closely than `b` what it means. */
static bool is_closer(const char* a, const char* b)
{
    const bool a_is_wide = strchr(a, '*') != NULL;
    const bool b_is_wide = strchr(b, '*') != NULL;
    return a_is_wide != b_is_wide ? b_is_wide : strlen(a) > strlen(b);
}

const TareDeviceRule* tare_device_rules_find(const TareDeviceRules* rules, const char* const* names,
                                             size_t n)
{
    const TareDeviceRule* best = NULL;
    for (size_t i = 0; i < rules->n; ++i) {
        const TareDeviceRule* const rule = &rules->rules[i];
        if (tare_device_rules_fit_any(rule->pattern, names, n) &&
            (!best || is_closer(rule->pattern, best->pattern)))
            best = rule;
    }
    return best;
}

/* The file: [{"device": "Headphones", "correction": "sennheiser-hd-650/oratory1990"}, ...] */

static TareStatus take_item(TareDeviceRules* rules, const json_t* item, size_t i, const char* path,
                            const TareReporter* reporter)
{
    const char* const pattern = json_string_value(json_object_get(item, "device"));
    const json_t* const correction = json_object_get(item, "correction");
    if (!pattern || pattern[0] == '\0' ||
        !(json_is_string(correction) || json_is_null(correction))) {
        tare_report(reporter, TARE_ERROR, path, 0, 0,
                    "rule %zu cannot be used; expected {\"device\": \"NAME\", \"correction\": "
                    "\"ID\" or null}",
                    i + 1);
        return TARE_BAD_INPUT;
    }
    if (rule_of(rules, pattern)) {
        tare_report(reporter, TARE_ERROR, path, 0, 0,
                    "device \"%s\" stands twice; expected each name once", pattern);
        return TARE_BAD_INPUT;
    }
    return tare_device_rules_set(rules, pattern, json_string_value(correction)) ? TARE_OK
                                                                                : TARE_NO_MEMORY;
}

static TareStatus take_array(TareDeviceRules* rules, const json_t* array, const char* path,
                             const TareReporter* reporter)
{
    if (!json_is_array(array)) {
        tare_report(reporter, TARE_ERROR, path, 1, 1, "is no list; expected [ ... ]");
        return TARE_BAD_INPUT;
    }
    TareStatus status = TARE_OK;
    for (size_t i = 0; status == TARE_OK && i < json_array_size(array); ++i)
        status = take_item(rules, json_array_get(array, i), i, path, reporter);
    return status;
}

TareStatus tare_device_rules_parse(TareDeviceRules* rules, const char* text, size_t length,
                                   const char* path, const TareReporter* reporter)
{
    *rules = (TareDeviceRules){0};
    json_error_t error;
    json_t* const array = json_loadb(text, length, JSON_REJECT_DUPLICATES, &error);
    TareStatus status = TARE_OK;
    if (array)
        status = take_array(rules, array, path, reporter);
    else if (json_error_code(&error) == json_error_out_of_memory)
        status = TARE_NO_MEMORY;
    else {
        tare_report(reporter, TARE_ERROR, path, error.line > 0 ? (unsigned)error.line : 1,
                    error.column > 0 ? (unsigned)error.column : 1, "%s; expected a list in JSON",
                    error.text);
        status = TARE_BAD_INPUT;
    }
    json_decref(array);
    if (status != TARE_OK)
        tare_device_rules_clear(rules);
    return status;
}

static TareStatus read_text(void* rules, const char* path, const char* text, size_t length,
                            const TareReporter* reporter)
{
    return tare_device_rules_parse(rules, text, length, path, reporter);
}

TareStatus tare_device_rules_read(TareDeviceRules* rules, const char* path,
                                  const TareReporter* reporter)
{
    *rules = (TareDeviceRules){0};
    if (access(path, F_OK) != 0)
        return TARE_OK;
    return tare_file_read_by(read_text, rules, path, MAX_FILE_BYTES, reporter);
}

static json_t* rules_json(const TareDeviceRules* rules)
{
    json_t* const array = json_array();
    for (size_t i = 0; array && i < rules->n; ++i) {
        const TareDeviceRule* const rule = &rules->rules[i];
        json_t* const item =
            json_pack("{s:s, s:s?}", "device", rule->pattern, "correction", rule->id);
        if (json_array_append_new(array, item) != 0) {
            json_decref(array);
            return NULL;
        }
    }
    return array;
}

static bool write_text(FILE* out, void* data)
{
    const char* const text = data;
    fputs(text, out);
    fputc('\n', out);
    return true;
}

TareStatus tare_device_rules_write(const TareDeviceRules* rules, const char* path,
                                   const TareReporter* reporter)
{
    json_t* const array = rules_json(rules);
    char* const text = array ? json_dumps(array, JSON_INDENT(2)) : NULL;
    json_decref(array);
    if (!text)
        return TARE_NO_MEMORY;
    const TareStatus status = tare_file_replace(path, write_text, text, reporter);
    free(text);
    return status;
}
