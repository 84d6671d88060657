#include "cli/devices_known.h"

#include "cli/cli.h"
#include "cli/stock.h"
#include "pipewire/rack.h"
#include "settings.h"

#include <stdlib.h>
#include <string.h>

static bool set_sound(TareDeviceSound* sound, const TareControls* controls, const char* name)
{
    sound->controls = *controls;
    sound->name = strdup(name);
    return sound->name != NULL;
}

static bool look_up(TareDeviceSound* sound, const TareCommand* command, TareStock* stock,
                    const TareDeviceRule* rule)
{
    const TareControls flat = tare_rack_flat();
    if (!rule->id)
        return set_sound(sound, &flat, "flat");
    TareCatalogue* const catalogue = tare_stock_catalogue(stock);
    const TareEntry* const entry = tare_catalogue_find_id(catalogue, rule->id);
    const TareCorrection* const correction =
        entry ? tare_catalogue_correction(catalogue, entry, tare_cli_reporter()) : NULL;
    if (!correction) {
        tare_cli_note(command, "'%s' is not in the catalogue; device '%s' stays flat", rule->id,
                      rule->pattern);
        return set_sound(sound, &flat, "flat");
    }
    char name[256];
    tare_correction_display_name(correction, name, sizeof name);
    const TareControls controls = tare_settings_from_set(&correction->set);
    return set_sound(sound, &controls, name);
}

static TareExit look_up_all(TareDevicesKnown* known, const TareCommand* command)
{
    TareStock* stock = NULL;
    if (known->rules.n == 0)
        return TARE_EXIT_DONE;
    TareExit state = tare_stock_open(command, &stock);
    if (state != TARE_EXIT_DONE)
        return state;
    known->sounds = calloc(known->rules.n, sizeof *known->sounds);
    bool ok = known->sounds != NULL;
    for (size_t i = 0; ok && i < known->rules.n; ++i)
        ok = look_up(&known->sounds[i], command, stock, &known->rules.rules[i]);
    tare_stock_close(stock);
    return ok ? TARE_EXIT_DONE : tare_cli_no_memory(command);
}

TareExit tare_devices_know(TareDevicesKnown* known, const TareCommand* command, const char* path)
{
    *known = (TareDevicesKnown){0};
    const TareStatus status = tare_device_rules_read(&known->rules, path, tare_cli_reporter());
    TareExit state = tare_cli_exit_of(command, status);
    if (state == TARE_EXIT_DONE)
        state = look_up_all(known, command);
    if (state != TARE_EXIT_DONE)
        tare_devices_forget(known);
    return state;
}

void tare_devices_forget(TareDevicesKnown* known)
{
    for (size_t i = 0; known->sounds && i < known->rules.n; ++i)
        free(known->sounds[i].name);
    free(known->sounds);
    tare_device_rules_clear(&known->rules);
    *known = (TareDevicesKnown){0};
}

const TareDeviceSound* tare_devices_sound(const TareDevicesKnown* known, const TareDeviceRule* rule)
{
    return &known->sounds[rule - known->rules.rules];
}
