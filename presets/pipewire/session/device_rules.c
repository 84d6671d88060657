#include "pipewire/session/device_rules.h"

#include "base/ascii.h"
#include "base/list.h"
#include "pipewire/chain/port_values.h"

#include <stdlib.h>
#include <string.h>

/* Rules */

static void clear_rule(TareDeviceRule* rule)
{
    free(rule->pattern);
    free(rule->id);
    free(rule->name);
    free(rule->file);
    free(rule->controls);
}

void tare_device_rules_clear(TareDeviceRules* rules)
{
    for (size_t i = 0; i < rules->n; ++i)
        clear_rule(&rules->rules[i]);
    free(rules->rules);
    *rules = (TareDeviceRules){0};
}

TareDeviceRule* tare_device_rules_of(const TareDeviceRules* rules, const char* pattern)
{
    for (size_t i = 0; i < rules->n; ++i)
        if (strcmp(rules->rules[i].pattern, pattern) == 0)
            return &rules->rules[i];
    return NULL;
}

TareDeviceRule tare_device_rule(const char* pattern, const char* id)
{
    return (TareDeviceRule){.pattern = (char*)pattern, .id = (char*)id, .taste = tare_taste_none()};
}

/** Copies a text, or NULL; false when memory is short. */
static bool copy_text(char** copy, const char* text)
{
    *copy = text ? strdup(text) : NULL;
    return *copy || !text;
}

/** A rule of its own like another one; false when memory is short. */
static bool copy_rule(TareDeviceRule* copy, const TareDeviceRule* rule)
{
    *copy = (TareDeviceRule){.taste = rule->taste};
    bool ok = copy_text(&copy->pattern, rule->pattern) && copy_text(&copy->id, rule->id) &&
              copy_text(&copy->name, rule->name) && copy_text(&copy->file, rule->file);
    if (ok && rule->controls) {
        copy->controls = tare_port_values_copy(rule->controls);
        ok = copy->controls != NULL;
    }
    if (!ok)
        clear_rule(copy);
    return ok;
}

bool tare_device_rules_set(TareDeviceRules* rules, const TareDeviceRule* rule)
{
    TareDeviceRule copy;
    if (!copy_rule(&copy, rule))
        return false;
    TareDeviceRule* place = tare_device_rules_of(rules, rule->pattern);
    if (place) {
        clear_rule(place);
    } else {
        TareDeviceRule* const grown = tare_list_grow(rules->rules, rules->n, sizeof *grown);
        if (!grown) {
            clear_rule(&copy);
            return false;
        }
        rules->rules = grown;
        place = &grown[rules->n++];
    }
    *place = copy;
    return true;
}

bool tare_device_rules_forget(TareDeviceRules* rules, const char* pattern)
{
    TareDeviceRule* const rule = tare_device_rules_of(rules, pattern);
    if (!rule)
        return false;
    clear_rule(rule);
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
