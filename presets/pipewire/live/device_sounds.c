#include "pipewire/live/device_sounds.h"

#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "pipewire/chain/chain_paths.h"
#include "pipewire/chain/rack.h"
#include "pipewire/chain/taste_file.h"
#include "search/stock.h"
#include "settings.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/** What a rule plays that found its correction, with the taste of all but for its own. */
static bool set_sound(TareDeviceSound* sound, const TareDeviceSounds* sounds,
                      const TareDeviceRule* rule, const TareControls* controls, const char* name)
{
    TareTaste taste = sounds->taste;
    tare_taste_put(&taste, &rule->taste);
    sound->plain = sound->controls = *controls;
    tare_taste_apply(&taste, &sound->controls);
    sound->name = strdup(name);
    return sound->name != NULL;
}

/** Without a correction no taste counts but what was said with the rule. */
static bool set_flat(TareDeviceSound* sound, const TareDeviceRule* rule)
{
    sound->plain = sound->controls = tare_rack_flat();
    if (!rule->id)
        tare_taste_apply(&rule->taste, &sound->controls);
    sound->name = strdup("flat");
    return sound->name != NULL;
}

/** What a correction was when it was last seen; NULL when it was not. */
static const TareDeviceSound* known_sound(const TareDeviceSounds* before, const char* id)
{
    for (size_t i = 0; before && i < before->rules.n; ++i) {
        const TareDeviceRule* const rule = &before->rules.rules[i];
        if (rule->id && !rule->controls && strcmp(rule->id, id) == 0)
            return &before->sounds[i];
    }
    return NULL;
}

static bool look_up(TareDeviceSound* sound, const TareDeviceSounds* sounds,
                    const TareDeviceSounds* before, TareStock* stock, const TareDeviceRule* rule,
                    const TareReporter* reporter)
{
    if (!rule->id)
        return set_flat(sound, rule);
    if (rule->controls)
        return set_sound(sound, sounds, rule, rule->controls, rule->name);
    TareCatalogue* const catalogue = stock ? tare_stock_catalogue(stock) : NULL;
    const TareEntry* const entry = catalogue ? tare_catalogue_find_id(catalogue, rule->id) : NULL;
    const TareCorrection* const correction =
        entry ? tare_catalogue_correction(catalogue, entry, reporter) : NULL;
    const TareDeviceSound* const old = correction ? NULL : known_sound(before, rule->id);
    if (old)
        return set_sound(sound, sounds, rule, &old->plain, old->name);
    if (!correction) {
        tare_report(reporter, TARE_NOTE, NULL, 0, 0,
                    "'%s' is not in the catalogue; device '%s' stays flat", rule->id,
                    rule->pattern);
        return set_flat(sound, rule);
    }
    char name[256];
    tare_entry_display_name(&correction->entry, name, sizeof name);
    const TareControls controls = tare_settings_from_set(&correction->set);
    return set_sound(sound, sounds, rule, &controls, name);
}

/** A catalogue that cannot be opened has been reported, and is as good as an empty one. */
static TareStatus look_up_all(TareDeviceSounds* sounds, const TareDeviceSounds* before,
                              const TareReporter* reporter)
{
    TareStock* stock = NULL;
    if (sounds->rules.n == 0)
        return TARE_OK;
    bool ok = tare_stock_open(&stock, reporter) != TARE_NO_MEMORY;
    sounds->sounds = calloc(sounds->rules.n, sizeof *sounds->sounds);
    ok = ok && sounds->sounds;
    for (size_t i = 0; ok && i < sounds->rules.n; ++i)
        ok = look_up(&sounds->sounds[i], sounds, before, stock, &sounds->rules.rules[i], reporter);
    tare_stock_close(stock);
    return ok ? TARE_OK : TARE_NO_MEMORY;
}

TareStatus tare_device_sounds_read(TareDeviceSounds* sounds, const TareDeviceSounds* before,
                                   const TareChainPaths* paths, const TareReporter* reporter)
{
    *sounds = (TareDeviceSounds){.taste = tare_taste_none()};
    TareStatus status = tare_taste_file_read(&sounds->taste, paths->taste, reporter);
    if (status == TARE_OK)
        status = tare_device_rules_read(&sounds->rules, paths->devices, reporter);
    if (status == TARE_OK)
        status = look_up_all(sounds, before, reporter);
    if (status != TARE_OK)
        tare_device_sounds_clear(sounds);
    return status;
}

void tare_device_sounds_clear(TareDeviceSounds* sounds)
{
    for (size_t i = 0; sounds->sounds && i < sounds->rules.n; ++i)
        free(sounds->sounds[i].name);
    free(sounds->sounds);
    tare_device_rules_clear(&sounds->rules);
    *sounds = (TareDeviceSounds){.taste = tare_taste_none()};
}

const TareDeviceSound* tare_device_sounds_of(const TareDeviceSounds* sounds,
                                             const TareDeviceRule* rule)
{
    return &sounds->sounds[rule - sounds->rules.rules];
}
