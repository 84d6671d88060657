#include "pipewire/live/devices_known.h"

#include "cli/frame/cli.h"
#include "pipewire/chain/rack.h"
#include "search/stock.h"
#include "settings.h"

#include <stdlib.h>
#include <string.h>

static bool set_sound(TareDeviceSound* sound, const TareControls* controls, const char* name)
{
    sound->controls = *controls;
    sound->name = strdup(name);
    return sound->name != NULL;
}

/** What a correction was when it was last seen; NULL when it was not. */
static const TareDeviceSound* known_sound(const TareDevicesKnown* before, const char* id)
{
    for (size_t i = 0; before && i < before->rules.n; ++i) {
        const char* const other = before->rules.rules[i].id;
        if (other && strcmp(other, id) == 0)
            return &before->sounds[i];
    }
    return NULL;
}

static bool look_up(TareDeviceSound* sound, const TareDevicesKnown* before,
                    const TareCommand* command, TareStock* stock, const TareDeviceRule* rule)
{
    const TareControls flat = tare_rack_flat();
    if (!rule->id)
        return set_sound(sound, &flat, "flat");
    TareCatalogue* const catalogue = stock ? tare_stock_catalogue(stock) : NULL;
    const TareEntry* const entry = catalogue ? tare_catalogue_find_id(catalogue, rule->id) : NULL;
    const TareCorrection* const correction =
        entry ? tare_catalogue_correction(catalogue, entry, tare_cli_reporter()) : NULL;
    const TareDeviceSound* const old = correction ? NULL : known_sound(before, rule->id);
    if (old)
        return set_sound(sound, &old->controls, old->name);
    if (!correction) {
        tare_cli_note(command, "'%s' is not in the catalogue; device '%s' stays flat", rule->id,
                      rule->pattern);
        return set_sound(sound, &flat, "flat");
    }
    char name[256];
    tare_entry_display_name(&correction->entry, name, sizeof name);
    const TareControls controls = tare_settings_from_set(&correction->set);
    return set_sound(sound, &controls, name);
}

/** A catalogue that cannot be opened has been reported, and is as good as an empty one. */
static TareExit look_up_all(TareDevicesKnown* known, const TareDevicesKnown* before,
                            const TareCommand* command)
{
    TareStock* stock = NULL;
    if (known->rules.n == 0)
        return TARE_EXIT_DONE;
    const TareReporter reporter = tare_cli_command_reporter(command);
    (void)tare_cli_exit_of(command, tare_stock_open(&stock, &reporter));
    known->sounds = calloc(known->rules.n, sizeof *known->sounds);
    bool ok = known->sounds != NULL;
    for (size_t i = 0; ok && i < known->rules.n; ++i)
        ok = look_up(&known->sounds[i], before, command, stock, &known->rules.rules[i]);
    tare_stock_close(stock);
    return ok ? TARE_EXIT_DONE : tare_cli_no_memory(command);
}

TareExit tare_devices_know(TareDevicesKnown* known, const TareDevicesKnown* before,
                           const TareCommand* command, const char* path)
{
    *known = (TareDevicesKnown){0};
    const TareStatus status = tare_device_rules_read(&known->rules, path, tare_cli_reporter());
    TareExit state = tare_cli_exit_of(command, status);
    if (state == TARE_EXIT_DONE)
        state = look_up_all(known, before, command);
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
