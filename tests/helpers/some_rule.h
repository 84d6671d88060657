/* Rules for outputs with nothing but a correction of the catalogue. */

#ifndef TARE_TESTS_SOME_RULE_H
#define TARE_TESTS_SOME_RULE_H

#include "pipewire/session/device_rules.h"

static inline bool set_rule(TareDeviceRules* rules, const char* pattern, const char* id)
{
    const TareDeviceRule rule = tare_device_rule(pattern, id);
    return tare_device_rules_set(rules, &rule);
}

#endif
