/* An output: a sink, by all the names by which a person may know it. */

#ifndef TARE_PIPEWIRE_OUTPUT_H
#define TARE_PIPEWIRE_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct TareDeviceRule TareDeviceRule;
typedef struct TareDeviceRules TareDeviceRules;

typedef enum {
    TARE_OUTPUT_NODE,
    TARE_OUTPUT_NODE_DESCRIPTION,
    TARE_OUTPUT_ADDRESS, ///< Bluetooth
    TARE_OUTPUT_DEVICE,
    TARE_OUTPUT_DEVICE_DESCRIPTION,
    TARE_OUTPUT_PROFILE,
    TARE_OUTPUT_PROFILE_DESCRIPTION,
    TARE_OUTPUT_ROUTE, ///< a jack, a loudspeaker
    TARE_OUTPUT_ROUTE_DESCRIPTION,
    TARE_N_OUTPUT_NAMES
} TareOutputName;

enum { TARE_OUTPUT_TEXT = 256, TARE_OUTPUT_TITLE = 2 * TARE_OUTPUT_TEXT + 8 };

typedef struct TareOutput {
    uint32_t node_id;
    bool is_played_to;                                 ///< by Tare, now
    char names[TARE_N_OUTPUT_NAMES][TARE_OUTPUT_TEXT]; ///< "" where there is none
} TareOutput;

/** What a name is: "node", "route". */
const char* tare_output_name_label(TareOutputName name);

/** The rule for an output; NULL when none fits. */
const TareDeviceRule* tare_output_rule(const TareOutput* output, const TareDeviceRules* rules);

/** Whether any of its names fits a pattern. */
bool tare_output_fits(const TareOutput* output, const char* pattern);

/** Whether both have the same names. */
bool tare_output_equal(const TareOutput* a, const TareOutput* b);

/** What to call it before a person: "Headphones (Built-in Audio)". TARE_OUTPUT_TITLE is room for
 * any.
 */
void tare_output_title(const TareOutput* output, char* title, size_t size);

#endif
