#include "pipewire/chain/port_values.h"

#include "base/number.h"
#include "pipewire/chain/rack.h"
#include "settings.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

double tare_port_values_short(float value)
{
    char number[TARE_NUMBER_SIZE];
    double result = (double)value;
    tare_number_format_float(number, sizeof number, value);
    tare_number_parse(number, strlen(number), &result, NULL);
    return result;
}

json_t* tare_port_values_json(const TareControls* controls)
{
    const TareControls flat = tare_rack_flat();
    json_t* const ports = json_object();
    const uint32_t n_ports = tare_ports_count(TARE_MAX_CHANNELS);
    bool ok = ports != NULL;
    for (uint32_t i = 0; ok && i < n_ports; ++i) {
        const TarePort port = tare_port(TARE_MAX_CHANNELS, i);
        const float value = tare_settings_port_value(controls, &port);
        if (value != tare_settings_port_value(&flat, &port))
            ok = json_object_set_new(ports, tare_port_text(TARE_MAX_CHANNELS, i).symbol,
                                     json_real(tare_port_values_short(value))) == 0;
    }
    if (ok)
        return ports;
    json_decref(ports);
    return NULL;
}

bool tare_port_values_take(TareControls* controls, const json_t* ports)
{
    const char* symbol;
    json_t* value;
    if (!json_is_object(ports))
        return false;
    json_object_foreach((json_t*)ports, symbol, value)
    {
        const uint32_t index = tare_port_find(TARE_MAX_CHANNELS, symbol);
        if (index == tare_ports_count(TARE_MAX_CHANNELS) || !json_is_number(value))
            return false;
        const TarePort port = tare_port(TARE_MAX_CHANNELS, index);
        tare_settings_set_port(controls, &port, (float)json_number_value(value));
    }
    return true;
}

TareControls* tare_port_values_copy(const TareControls* controls)
{
    TareControls* const copy = malloc(sizeof *copy);
    if (copy)
        *copy = *controls;
    return copy;
}

TareControls* tare_port_values_new(void)
{
    const TareControls flat = tare_rack_flat();
    return tare_port_values_copy(&flat);
}

void tare_port_values_round(TareControls* controls)
{
    const TareControls asked = *controls;
    const uint32_t n_ports = tare_ports_count(TARE_MAX_CHANNELS);
    for (uint32_t i = 0; i < n_ports; ++i) {
        const TarePort port = tare_port(TARE_MAX_CHANNELS, i);
        tare_settings_set_port(controls, &port, tare_settings_port_value(&asked, &port));
    }
}
