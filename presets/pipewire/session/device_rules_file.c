#include "pipewire/session/device_rules.h"

#include "base/file.h"
#include "pipewire/chain/port_values.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MAX_FILE_BYTES = 1 << 20 };

/* The file: [{"device": "Headphones", "correction": "sennheiser-hd-650/oratory1990"}, ...] */

/** Takes the numbers of a correction that is in no catalogue. False when they are not what is
    expected, or memory is short, which `status` receives. */
static bool take_own(TareDeviceRule* rule, const json_t* item, TareStatus* status)
{
    const json_t* const ports = json_object_get(item, "ports");
    rule->name = (char*)json_string_value(json_object_get(item, "name"));
    rule->file = (char*)json_string_value(json_object_get(item, "file"));
    if (!ports)
        return !rule->name && !rule->file;
    rule->controls = tare_port_values_new();
    if (!rule->controls)
        *status = TARE_NO_MEMORY;
    return rule->controls && rule->id && rule->name && rule->file &&
           tare_port_values_take(rule->controls, ports);
}

/** Fills a rule with what an item says, which keeps the texts. False when that is not what is
    expected. */
static bool read_item(TareDeviceRule* rule, const json_t* item, TareStatus* status)
{
    const json_t* const correction = json_object_get(item, "correction");
    *rule = tare_device_rule(json_string_value(json_object_get(item, "device")),
                             json_string_value(correction));
    return rule->pattern && rule->pattern[0] != '\0' &&
           (json_is_string(correction) || json_is_null(correction)) &&
           !tare_taste_take(&rule->taste, item) && take_own(rule, item, status);
}

static TareStatus take_item(TareDeviceRules* rules, const json_t* item, size_t i, const char* path,
                            const TareReporter* reporter)
{
    TareDeviceRule rule;
    TareStatus status = TARE_OK;
    if (!read_item(&rule, item, &status)) {
        if (status == TARE_OK)
            tare_report(reporter, TARE_ERROR, path, 0, 0,
                        "rule %zu cannot be used; expected {\"device\": \"NAME\", "
                        "\"correction\": \"ID\" or null}, and what 'tare device set' adds",
                        i + 1);
        status = status == TARE_OK ? TARE_BAD_INPUT : status;
    } else if (tare_device_rules_of(rules, rule.pattern)) {
        tare_report(reporter, TARE_ERROR, path, 0, 0,
                    "device \"%s\" stands twice; expected each name once", rule.pattern);
        status = TARE_BAD_INPUT;
    } else if (!tare_device_rules_set(rules, &rule)) {
        status = TARE_NO_MEMORY;
    }
    free(rule.controls);
    return status;
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

static json_t* rule_json(const TareDeviceRule* rule)
{
    json_t* const item = json_pack("{s:s, s:s?}", "device", rule->pattern, "correction", rule->id);
    json_t* const taste = tare_taste_json(&rule->taste);
    bool ok = item && taste && json_object_update(item, taste) == 0;
    json_decref(taste);
    if (ok && rule->controls)
        ok = json_object_set_new(item, "name", json_string(rule->name)) == 0 &&
             json_object_set_new(item, "file", json_string(rule->file)) == 0 &&
             json_object_set_new(item, "ports", tare_port_values_json(rule->controls)) == 0;
    if (ok)
        return item;
    json_decref(item);
    return NULL;
}

static json_t* rules_json(const TareDeviceRules* rules)
{
    json_t* const array = json_array();
    for (size_t i = 0; array && i < rules->n; ++i)
        if (json_array_append_new(array, rule_json(&rules->rules[i])) != 0) {
            json_decref(array);
            return NULL;
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
    char* const text = array ? json_dumps(array, JSON_INDENT(2) | JSON_REAL_PRECISION(15)) : NULL;
    json_decref(array);
    if (!text)
        return TARE_NO_MEMORY;
    const TareStatus status = tare_file_replace(path, write_text, text, reporter);
    free(text);
    return status;
}
