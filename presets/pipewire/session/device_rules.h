/* Which output gets which correction: the listener's rules, and which of them fits an output. */

#ifndef TARE_PIPEWIRE_DEVICE_RULES_H
#define TARE_PIPEWIRE_DEVICE_RULES_H

#include "base/report.h"
#include "pipewire/chain/taste.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareDeviceRule {
    char* pattern;   ///< any name of an output; * stands for any characters
    char* id;        ///< of a correction; NULL: flat
    TareTaste taste; ///< what is said of it for this output
    /* of a correction that is in no catalogue, else NULL: */
    char* name;             ///< of the headphone
    char* file;             ///< it came out of, for people
    TareControls* controls; ///< its numbers
} TareDeviceRule;

/** Starts as {0}. No pattern is there twice. */
typedef struct TareDeviceRules {
    size_t n;
    TareDeviceRule* rules; ///< in the order in which they were set
} TareDeviceRules;

/** Reads them. No file: no rules. TARE_BAD_INPUT, reported, when it is not what was expected; then
    the rules are empty. */
TareStatus tare_device_rules_read(TareDeviceRules* rules, const char* path,
                                  const TareReporter* reporter);

/** The same for a text. */
TareStatus tare_device_rules_parse(TareDeviceRules* rules, const char* text, size_t length,
                                   const char* path, const TareReporter* reporter);

TareStatus tare_device_rules_write(const TareDeviceRules* rules, const char* path,
                                   const TareReporter* reporter);

void tare_device_rules_clear(TareDeviceRules* rules);

/** The rule of just this pattern; NULL when there is none. */
TareDeviceRule* tare_device_rules_of(const TareDeviceRules* rules, const char* pattern);

/** A rule of no taste for a correction of the catalogue, or NULL for none; nothing is copied. */
TareDeviceRule tare_device_rule(const char* pattern, const char* id);

/** Sets a rule, in place of the one for the same pattern; all of it is copied. False when memory is
    short. */
bool tare_device_rules_set(TareDeviceRules* rules, const TareDeviceRule* rule);

/** Removes a pattern; false when it is not there. */
bool tare_device_rules_forget(TareDeviceRules* rules, const char* pattern);

/** Whether a name fits a pattern, ASCII letters alike in both cases. */
bool tare_device_rules_fit(const char* pattern, const char* name);

/** Whether any of several names, but empty ones, fits a pattern. */
bool tare_device_rules_fit_any(const char* pattern, const char* const* names, size_t n);

/** The rule for an output that has several names: one without * before one with, then the longer
    pattern, then the earlier one. NULL when none fits. */
const TareDeviceRule* tare_device_rules_find(const TareDeviceRules* rules, const char* const* names,
                                             size_t n);

#endif
