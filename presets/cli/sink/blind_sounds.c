#include "cli/sink/blind_sounds.h"

#include "cli/audio/sound.h"
#include "cli/catalogue/aim_options.h"
#include "cli/catalogue/pick.h"
#include "cli/catalogue/pick_aim.h"
#include "corrections/correction.h"
#include "corrections/equal_loudness.h"
#include "pipewire/chain/rack.h"
#include "pipewire/chain/taste.h"
#include "search/stock.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

_Static_assert((int)TARE_BLIND_MAX_SOUNDS <= (int)TARE_EQUAL_LOUDNESS_MAX_SOUNDS, "room for all");

static void add_original(TareBlindSounds* sounds)
{
    TareBlindName* const name = &sounds->names[sounds->n];
    name->is_original = true;
    snprintf(name->id, sizeof name->id, "%s", TARE_BLIND_ORIGINAL);
    snprintf(name->title, sizeof name->title, "the original");
    sounds->controls[sounds->n++] = tare_rack_flat();
}

static void add_correction(TareBlindSounds* sounds, const TareCorrection* correction)
{
    const TareSound sound = tare_sound_default();
    TareBlindName* const name = &sounds->names[sounds->n];
    char model[256];
    name->is_original = false;
    tare_entry_display_name(&correction->entry, model, sizeof model);
    snprintf(name->id, sizeof name->id, "%s", correction->entry.id);
    snprintf(name->title, sizeof name->title, "%s (%.200s)", model, correction->entry.id);
    sounds->controls[sounds->n++] = tare_sound_controls(&sound, &correction->set);
}

/** Adds a correction of the stock, or with NULL out of a file, aimed as is asked for. */
static TareExit add_aimed(TareBlindSounds* sounds, const TareCommand* command, TareStock* stock,
                          const TareCorrection* correction, const TareAimOptions* aim)
{
    TareCorrection aimed;
    if (!tare_aim_is_asked(aim)) {
        add_correction(sounds, correction);
        return TARE_EXIT_DONE;
    }
    const TareExit state = tare_pick_aim_correction(command, aim, stock, correction, &aimed, NULL);
    if (state == TARE_EXIT_DONE)
        add_correction(sounds, &aimed);
    tare_correction_clear(&aimed);
    return state;
}

static bool is_original(const char* word)
{
    return strcasecmp(word, TARE_BLIND_ORIGINAL) == 0;
}

/** The corrections belong to the stock; what is needed of them is copied. */
static TareExit add_models(TareBlindSounds* sounds, const TareCommand* command,
                           TareArguments models, const TareAimOptions* aim)
{
    TareStock* stock = NULL;
    TareExit state = tare_pick_stock(command, &stock);
    if (state != TARE_EXIT_DONE)
        return state;
    for (int i = 0; i < models.n; ++i) {
        if (is_original(models.texts[i])) {
            add_original(sounds);
            continue;
        }
        const TareCorrection* const correction = tare_pick_model(command, stock, models.texts[i]);
        const TareExit added =
            correction ? add_aimed(sounds, command, stock, correction, aim) : TARE_EXIT_UNUSED;
        state = tare_cli_worse(state, added);
    }
    if (state != TARE_EXIT_DONE && models.n > 1)
        tare_cli_note(command,
                      "each argument is a model of its own; a name with blanks needs quotes");
    tare_stock_close(stock);
    return state;
}

static TareExit add_files(TareBlindSounds* sounds, const TareCommand* command,
                          const TareOptionTexts* files, const TareAimOptions* aim)
{
    TareExit state = TARE_EXIT_DONE;
    for (unsigned i = 0; i < files->n; ++i) {
        TarePick pick;
        const TarePickFile file = {.path = files->texts[i]};
        TareExit picked = tare_pick(&pick, command, NULL, &file);
        if (picked == TARE_EXIT_DONE)
            picked = add_aimed(sounds, command, NULL, pick.correction, aim);
        tare_pick_clear(&pick);
        state = tare_cli_worse(state, picked);
    }
    return state;
}

/** Two that play the same cannot be told apart. */
static TareExit check_differences(const TareBlindSounds* sounds, const TareCommand* command)
{
    for (size_t i = 0; i < sounds->n; ++i)
        for (size_t k = 0; k < i; ++k)
            if (tare_controls_equal(&sounds->controls[i], &sounds->controls[k])) {
                tare_cli_error(command, "%s and %s are the same sound; expected sounds that differ",
                               sounds->names[k].title, sounds->names[i].title);
                return TARE_EXIT_WRONG;
            }
    return TARE_EXIT_DONE;
}

TareExit tare_blind_sounds_pick(TareBlindSounds* sounds, const TareCommand* command,
                                TareArguments models, const TareOptionTexts* files,
                                const TareAimOptions* aim)
{
    const size_t n = (size_t)models.n + files->n;
    sounds->n = 0;
    if (n == 0 || n > TARE_BLIND_MAX_SOUNDS) {
        tare_cli_error(command,
                       "%zu sounds are given; expected 2 to %d, or one to be compared with "
                       "the original",
                       n, TARE_BLIND_MAX_SOUNDS);
        return TARE_EXIT_WRONG;
    }
    TareExit state = models.n > 0 ? add_models(sounds, command, models, aim) : TARE_EXIT_DONE;
    if (state == TARE_EXIT_DONE)
        state = add_files(sounds, command, files, aim);
    if (state == TARE_EXIT_DONE && n == 1)
        add_original(sounds);
    return state == TARE_EXIT_DONE ? check_differences(sounds, command) : state;
}

void tare_blind_sounds_add_taste(TareBlindSounds* sounds, const TareTaste* taste)
{
    for (size_t i = 0; i < sounds->n; ++i)
        if (!sounds->names[i].is_original)
            tare_taste_apply(taste, &sounds->controls[i]);
}

TareExit tare_blind_sounds_match(TareBlindSounds* sounds, const TareCommand* command,
                                 double sample_rate_hz)
{
    const TareStatus status =
        tare_equal_loudness_set(sounds->controls, sounds->n, sample_rate_hz, sounds->lowered_db);
    if (status == TARE_OK)
        return TARE_EXIT_DONE;
    if (status == TARE_NO_MEMORY)
        return tare_cli_no_memory(command);
    tare_cli_error(command, "the sounds differ too much in level to be made equally loud");
    return TARE_EXIT_UNUSED;
}
