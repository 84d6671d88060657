#include "cli/catalogue/pick_aim.h"

#include "base/text.h"
#include "cli/catalogue/aim_choice.h"
#include "cli/catalogue/aim_options.h"
#include "cli/catalogue/pick.h"
#include "cli/catalogue/pick_count.h"
#include "corrections/correction.h"
#include "fit/aimed.h"
#include "fit/goal.h"
#include "fit/known_sound.h"
#include "search/persons.h"

#include <stdlib.h>

/** Lends an engine without a curve what others measured of the model: `persons` and `names` receive
    them, both to be cleared in any case. */
static bool lend(TareAimed* engine, TareStock* stock, const TareCorrection* correction,
                 TarePersons* persons, TareText* names)
{
    const TareEntry* const entry = &correction->entry;
    TareCurve mean = {0};
    if (!stock || tare_known_sound_curve(correction))
        return true;
    if (!tare_persons_measured(persons, stock, entry, tare_known_sound_rig(entry)))
        return false;
    if (persons->n == 0)
        return true;
    const TareCorrection* const own = tare_persons_find(persons, entry);
    if (own)
        tare_text_format(names, "%s", tare_persons_name(&own->entry));
    else
        tare_persons_list(persons, names);
    const bool is_good = !names->failed &&
                         (own ? tare_known_sound(&mean, own, NULL)
                              : tare_curve_mean(&mean, persons->responses, persons->n)) &&
                         tare_aimed_lend(engine, &mean, own != NULL, names->data);
    tare_curve_clear(&mean);
    return is_good;
}

/** Makes the aimed correction out of what was chosen. */
static TareExit aim_chosen(const TareCommand* command, TareStock* stock,
                           const TareAimChoice* choice, TareFitCount count, TareCorrection* aimed)
{
    TarePersons persons = {.n = 0};
    TareText names = {0};
    TareAimed* const engine = tare_aimed_new(choice->correction);
    const bool is_ready = engine && lend(engine, stock, choice->correction, &persons, &names);
    TareExit state = is_ready ? TARE_EXIT_DONE : tare_cli_no_memory(command);
    if (is_ready && choice->trust.n > 0)
        tare_aimed_set_trust(engine, &choice->trust);
    if (is_ready && !tare_aimed_has_room(engine, tare_aimed_way(engine, &choice->goal, count))) {
        tare_cli_error(command,
                       "all bands of %s are in use, and its measured curve is not known; expected "
                       "a correction with a free one",
                       choice->correction->entry.id);
        state = TARE_EXIT_UNUSED;
    } else if (is_ready && !tare_aimed_correction(engine, &choice->goal, count, aimed)) {
        state = tare_cli_no_memory(command);
    }
    tare_aimed_free(engine);
    tare_persons_clear(&persons);
    tare_text_clear(&names);
    return state;
}

TareExit tare_pick_aim_correction(const TareCommand* command, const TareAimOptions* aim,
                                  TareStock* stock, const TareCorrection* picked,
                                  TareCorrection* aimed, TareCurve* target)
{
    TareFitCount count = {0};
    TareAimChoice choice;
    *aimed = (TareCorrection){0};
    if (aim->filters && !tare_pick_count(command, aim->filters, &count))
        return TARE_EXIT_WRONG;
    TareExit state = tare_aim_choose(&choice, command, aim, stock, picked);
    if (state == TARE_EXIT_DONE)
        state = aim_chosen(command, stock, &choice, count, aimed);
    if (state == TARE_EXIT_DONE && target && !tare_fit_goal_curve(target, &choice.goal)) {
        tare_correction_clear(aimed);
        state = tare_cli_no_memory(command);
    }
    tare_aim_choice_clear(&choice);
    return state;
}

TareExit tare_pick_aim(TarePick* pick, const TareCommand* command, const TareAimOptions* aim)
{
    if (!tare_aim_is_asked(aim))
        return TARE_EXIT_DONE;
    pick->correction = pick->aimed.corrections = calloc(1, sizeof *pick->aimed.corrections);
    pick->aimed.n = pick->correction != NULL;
    const TareExit state = pick->correction
                               ? tare_pick_aim_correction(command, aim, pick->stock, pick->picked,
                                                          pick->aimed.corrections, &pick->target)
                               : tare_cli_no_memory(command);
    if (state != TARE_EXIT_DONE)
        tare_pick_clear(pick);
    return state;
}
