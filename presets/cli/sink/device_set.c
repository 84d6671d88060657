#include "cli/sink/device_set.h"

#include "base/utf8.h"
#include "cli/audio/sound_aim.h"
#include "cli/sink/device_change.h"
#include "cli/sink/taste_sound.h"
#include "controls.h"
#include "corrections/correction.h"
#include "pipewire/chain/port_values.h"
#include "pipewire/session/device_rules.h"

#include <string.h>

/** The rule for a correction, which keeps its texts; one out of a file, or aimed elsewhere, is in
   no catalogue, so that the rule holds its numbers. `file` is NULL for one of the catalogue, and ""
    where that was aimed. */
static TareExit set_correction(const TareCommand* command, const TareDeviceRule* asked,
                               const TareCorrection* correction, const char* file)
{
    char name[256];
    TareControls controls;
    TareDeviceRule rule = *asked;
    rule.id = (char*)correction->entry.id; /* for as long as the rule is copied */
    if (file) {
        const TareSound unsaid = tare_sound_default();
        tare_entry_display_name(&correction->entry, name, sizeof name);
        controls = tare_sound_controls(&unsaid, &correction->set);
        tare_port_values_round(&controls);
        rule.name = name;
        rule.file = (char*)(tare_utf8_is_valid(file, strlen(file), NULL) ? file : "?");
        rule.controls = &controls;
    }
    return tare_device_change_set(command, &rule);
}

static bool check_call(const TareCommand* command, const char* name, int n_words,
                       const TareDeviceWish* wish)
{
    const int n_given = (n_words > 0) + (wish->file.path != NULL) + wish->flat;
    const bool is_dialect_alone = wish->file.dialect && !wish->file.path;
    const bool is_flat_aimed = wish->flat && tare_aim_is_asked(&wish->aim);
    if (name[0] == '\0' || n_given != 1 || is_dialect_alone || is_flat_aimed) {
        tare_cli_error(command, "expected 'set NAME MODEL', 'set NAME --file FILE', or 'set NAME "
                                "--flat'");
        return false;
    }
    if (!tare_utf8_is_valid(name, strlen(name), NULL)) {
        tare_cli_error(command, "the name is not UTF-8; expected one that 'list' shows");
        return false;
    }
    return true;
}

TareExit tare_device_set(const TareCommand* command, TareArguments operands,
                         const TareDeviceWish* wish)
{
    const char* const name = operands.n > 0 ? operands.texts[0] : "";
    const TareArguments model = {operands.n - 1, operands.texts + 1};
    if (!check_call(command, name, model.n, wish))
        return TARE_EXIT_WRONG;
    const TareSound unsaid = tare_sound_unsaid();
    TareSound sound = wish->sound;
    TareDeviceRule rule = tare_device_rule(name, NULL);
    rule.taste = tare_taste_sound_said(&sound);
    if (wish->flat)
        return tare_device_change_set(command, &rule);
    TarePick pick;
    TareExit state = tare_pick_words(&pick, command, model, &wish->file);
    if (state == TARE_EXIT_DONE)
        state = tare_sound_aim(&sound, &unsaid, &pick, command, &wish->aim);
    if (state != TARE_EXIT_DONE)
        return state;
    rule.taste = tare_taste_sound_said(&sound);
    if (!wish->file.path)
        tare_pick_tell_words(command, pick.stock, pick.correction);
    const char* const aimed = pick.correction == pick.picked ? NULL : "";
    state =
        set_correction(command, &rule, pick.correction, wish->file.path ? wish->file.path : aimed);
    tare_pick_clear(&pick);
    return state;
}
