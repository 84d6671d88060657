#include "pipewire/session/output.h"

#include "pipewire/session/device_rules.h"

#include <stdio.h>
#include <string.h>

const char* tare_output_name_label(TareOutputName name)
{
    static const char* const labels[TARE_N_OUTPUT_NAMES] = {
        "node",    "node_description",    "address", "device",           "device_description",
        "profile", "profile_description", "route",   "route_description"};
    return labels[name];
}

static void list_names(const TareOutput* output, const char* names[TARE_N_OUTPUT_NAMES])
{
    for (unsigned i = 0; i < TARE_N_OUTPUT_NAMES; ++i)
        names[i] = output->names[i];
}

const TareDeviceRule* tare_output_rule(const TareOutput* output, const TareDeviceRules* rules)
{
    const char* names[TARE_N_OUTPUT_NAMES];
    list_names(output, names);
    return tare_device_rules_find(rules, names, TARE_N_OUTPUT_NAMES);
}

bool tare_output_fits(const TareOutput* output, const char* pattern)
{
    const char* names[TARE_N_OUTPUT_NAMES];
    list_names(output, names);
    return tare_device_rules_fit_any(pattern, names, TARE_N_OUTPUT_NAMES);
}

bool tare_output_equal(const TareOutput* a, const TareOutput* b)
{
    for (unsigned i = 0; i < TARE_N_OUTPUT_NAMES; ++i)
        if (strcmp(a->names[i], b->names[i]) != 0)
            return false;
    return true;
}

void tare_output_title(const TareOutput* output, char* title, size_t size)
{
    const char* const node = output->names[TARE_OUTPUT_NODE_DESCRIPTION][0] != '\0'
                                 ? output->names[TARE_OUTPUT_NODE_DESCRIPTION]
                                 : output->names[TARE_OUTPUT_NODE];
    const char* const route = output->names[TARE_OUTPUT_ROUTE_DESCRIPTION];
    if (route[0] != '\0' && strcmp(route, node) != 0)
        snprintf(title, size, "%s (%s)", route, node);
    else
        snprintf(title, size, "%s", node);
}
