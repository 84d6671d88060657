#include "cli/catalogue/aim_choice.h"

#include "cli/catalogue/aim_options.h"
#include "cli/catalogue/pick.h"
#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "fit/known_sound.h"
#include "fit/stored_fit.h"
#include "search/models.h"
#include "search/persons.h"
#include "search/stock.h"

#include <string.h>

/** The corrections among which is chosen: the picked one first. */
typedef struct {
    TareStock* stock;
    const TareCorrection* picked;
    const TareModel* model;       ///< NULL: that one was asked for
    const TareCorrection* origin; ///< with the curve that it was fitted to; NULL: not known
} Field;

static bool has_curve(const TareCorrection* correction)
{
    return tare_known_sound_by(correction) == TARE_KNOWN_BY_CURVE;
}

/** Finds the curve that a program fitted a correction to, which names its measurer: who asks for
    the one by its id asks for that measurement. What somebody has set by hand is more than its
    measurement. */
static const TareCorrection* origin_of(TareStock* stock, const TareCorrection* picked)
{
    TarePersons persons;
    const TareEntry* const entry = &picked->entry;
    if (!stock || !entry->rig || has_curve(picked))
        return NULL;
    const TareCorrection* const origin =
        tare_persons_measured(&persons, stock, entry, tare_known_sound_rig(entry))
            ? tare_persons_find(&persons, entry)
            : NULL;
    tare_persons_clear(&persons);
    return origin;
}

/** Who typed the name of a model, and got its default, has not asked for that one. */
static Field field_of(TareStock* stock, const TareCorrection* picked)
{
    const TareModels* const models = stock ? tare_stock_models(stock) : NULL;
    const TareModel* const model = models ? tare_models_find_id(models, picked->entry.id) : NULL;
    const bool is_default = model && !strcmp(model->corrections[0]->id, picked->entry.id);
    return is_default ? (Field){stock, picked, model, NULL}
                      : (Field){stock, picked, NULL, origin_of(stock, picked)};
}

static size_t n_in(const Field* field)
{
    return field->model ? field->model->n_corrections : field->origin ? 2 : 1;
}

/** Whether it was asked for by its id. */
static bool is_asked_for(const Field* field, size_t index)
{
    return index == 0 && !field->model;
}

/** The one with an index; NULL when it is not known how the headphone sounds. */
static const TareCorrection* known_in(const Field* field, size_t index)
{
    const TareCorrection* const correction =
        index == 0      ? field->picked
        : field->origin ? field->origin
                        : tare_catalogue_stated(tare_stock_catalogue(field->stock),
                                                field->model->corrections[index], NULL);
    return correction && tare_known_sound_by(correction) != TARE_KNOWN_BY_NOTHING ? correction
                                                                                  : NULL;
}

static TareExit say_unknown(const TareCommand* command, const TareCorrection* picked)
{
    tare_cli_error(command,
                   "of %s neither a measured curve is known nor exactly what its correction leads "
                   "to; expected a model that was measured: 'tare add' takes a measurement",
                   picked->entry.id);
    return TARE_EXIT_UNUSED;
}

/** Has a goal stand for one correction: without a name its own target, or what suits it. False when
    memory is short. */
static bool suit_goal(TareFitGoal* goal, const TareCorrection* correction, bool is_named)
{
    const TareEntry* const entry = &correction->entry;
    const TareTargetBend bend = goal->bend;
    bool is_good = true;
    if (!is_named) {
        tare_fit_goal_clear(goal);
        is_good = tare_stored_fit_goal(goal, correction);
        goal->bend = bend;
    }
    goal->fit = goal->built_in
                    ? tare_target_fit(goal->built_in, entry->form, tare_known_sound_rig(entry))
                    : TARE_TARGET_FITS;
    return is_good;
}

/** How badly a correction serves: a target for another ear counts most, then that there is no curve
    to fit to. */
static int cost_of(const TareFitGoal* goal, const TareCorrection* correction)
{
    return 2 * (int)goal->fit + !has_curve(correction);
}

static void tell_choice(const TareCommand* command, const TareAimChoice* choice,
                        const TareCorrection* picked)
{
    const char* const id = choice->correction->entry.id;
    if (choice->correction != picked)
        tare_cli_note(command, "%s is aimed, %s", id,
                      has_curve(choice->correction) ? "of which the measured curve is known"
                                                    : "which is for the ear of the target");
    if (choice->goal.fit == TARE_TARGET_MISFITS)
        tare_cli_note(command, "the target %s is made for another form or another rig",
                      choice->goal.name);
}

/** Whether a correction's own bands stay: they lead there, or do but for a bend of its target, and
    were asked for by their id. */
static bool leads_there(const TareFitGoal* goal, const TareCorrection* correction,
                        const TareAimOptions* aim, bool has_id)
{
    return !aim->filters && !aim->sure && goal->built_in &&
           goal->built_in == tare_known_sound_target(&correction->entry) &&
           (has_id || !tare_target_is_bent(&goal->bend));
}

/** Finds what several who measured it would sign of a correction; false when there are not two. */
static bool find_trust(TareAimChoice* choice, TareStock* stock, const TareCorrection* correction)
{
    tare_curve_clear(&choice->trust);
    return stock && has_curve(correction) &&
           tare_persons_trust(&choice->trust, stock, correction) && choice->trust.n > 0;
}

static TareExit say_alone(const TareCommand* command, const TareCorrection* picked)
{
    tare_cli_error(command,
                   "no two persons are known who measured %s at the ear of one kind of rig; "
                   "expected a model whose 'tare show' says how far they agree",
                   picked->entry.id);
    return TARE_EXIT_UNUSED;
}

/** Takes the target that is named, if one is. */
static TareExit take_named(TareAimChoice* choice, const TareCommand* command,
                           const TareAimOptions* aim)
{
    const TareReporter reporter = tare_cli_command_reporter(command);
    return aim->target ? tare_cli_exit_of(command, tare_fit_goal_take(&choice->goal, aim->target,
                                                                      TARE_FORM_UNKNOWN,
                                                                      TARE_RIG_UNKNOWN, &reporter))
                       : TARE_EXIT_DONE;
}

static TareExit choose_for_target(TareAimChoice* choice, const TareCommand* command,
                                  const TareAimOptions* aim, const Field* field)
{
    int least = 0;
    const TareExit state = take_named(choice, command, aim);
    if (state != TARE_EXIT_DONE)
        return state;
    for (size_t i = 0; i < n_in(field); ++i) {
        const TareCorrection* const correction = known_in(field, i);
        if (!correction || (aim->sure && !find_trust(choice, field->stock, correction)))
            continue;
        if (!suit_goal(&choice->goal, correction, aim->target != NULL))
            return tare_cli_no_memory(command);
        const int cost = leads_there(&choice->goal, correction, aim, is_asked_for(field, i))
                             ? -1
                             : cost_of(&choice->goal, correction);
        if (!choice->correction || cost < least) {
            choice->correction = correction;
            least = cost;
        }
    }
    if (!choice->correction)
        return aim->sure ? say_alone(command, field->picked) : say_unknown(command, field->picked);
    if (aim->sure && !find_trust(choice, field->stock, choice->correction))
        return tare_cli_no_memory(command);
    if (!suit_goal(&choice->goal, choice->correction, aim->target != NULL))
        return tare_cli_no_memory(command);
    tell_choice(command, choice, field->picked);
    return TARE_EXIT_DONE;
}

static bool is_same_rig(const TareCorrection* a, const TareCorrection* b)
{
    const TareRig rig = tare_known_sound_rig(&a->entry);
    return rig != TARE_RIG_UNKNOWN && rig == tare_known_sound_rig(&b->entry);
}

static const char* rig_words(const TareCorrection* correction)
{
    const char* const name = tare_rig_name(tare_known_sound_rig(&correction->entry));
    return name ? name : "an unknown rig";
}

/** Finds the first pair of corrections from one kind of rig, those with curves before others; false
    without one, with the last that are known of both. */
static bool find_pair(const Field* field, const Field* others, const TareCorrection** from,
                      const TareCorrection** to)
{
    int least = 3; /* curves missing: more than any pair */
    for (size_t i = 0; i < n_in(field); ++i)
        for (size_t k = 0; k < n_in(others); ++k) {
            const TareCorrection *const a = known_in(field, i), *const b = known_in(others, k);
            if (least == 3) {
                *from = a ? a : *from;
                *to = b ? b : *to;
            }
            const int n_missing = a && b ? !has_curve(a) + !has_curve(b) : least;
            if (n_missing < least && is_same_rig(a, b)) {
                *from = a;
                *to = b;
                least = n_missing;
            }
        }
    return least < 3;
}

static bool is_inside_ear(const TareCorrection* correction)
{
    return correction->entry.form == TARE_FORM_IN_EAR || correction->entry.form == TARE_FORM_EARBUD;
}

/** What measures alike at the eardrum is felt otherwise when it sits elsewhere. */
static void tell_forms(const TareCommand* command, const TareCorrection* from,
                       const TareCorrection* to)
{
    const bool are_known = from->entry.form && to->entry.form;
    if (are_known && is_inside_ear(from) != is_inside_ear(to))
        tare_cli_note(
            command,
            "%s is worn over or on the ear and %s inside it: where they measure alike they "
            "need not sound alike",
            is_inside_ear(from) ? to->entry.id : from->entry.id,
            is_inside_ear(from) ? from->entry.id : to->entry.id);
}

static TareExit choose_for_headphone(TareAimChoice* choice, const TareCommand* command,
                                     const Field* field, const TareCorrection* other)
{
    const Field others = field_of(field->stock, other);
    const TareCorrection* to = NULL;
    if (!find_pair(field, &others, &choice->correction, &to)) {
        if (!choice->correction)
            return say_unknown(command, field->picked);
        if (!to)
            return say_unknown(command, other);
        tare_cli_error(command,
                       "%s was measured on %s and %s on %s, which hear otherwise; expected two "
                       "headphones from one kind of rig",
                       field->picked->entry.id, rig_words(field->picked), other->entry.id,
                       rig_words(other));
        return TARE_EXIT_UNUSED;
    }
    tare_entry_display_name(&to->entry, choice->name, sizeof choice->name);
    choice->goal.is_headphone = true;
    choice->goal.name = choice->name;
    if (!tare_known_sound(&choice->goal.curve, to, NULL))
        return tare_cli_no_memory(command);
    tell_choice(command, choice, field->picked);
    tell_forms(command, choice->correction, to);
    return TARE_EXIT_DONE;
}

/** Finds the other headphone, which needs the catalogue also where a file is corrected. */
static TareExit choose_like(TareAimChoice* choice, const TareCommand* command, const char* like,
                            Field* field)
{
    TareExit state = TARE_EXIT_DONE;
    if (!field->stock) {
        state = tare_pick_stock(command, &choice->stock);
        field->stock = choice->stock;
    }
    const TareCorrection* const other =
        state == TARE_EXIT_DONE ? tare_pick_model(command, field->stock, like) : NULL;
    if (!other)
        return state == TARE_EXIT_DONE ? TARE_EXIT_UNUSED : state;
    return choose_for_headphone(choice, command, field, other);
}

TareExit tare_aim_choose(TareAimChoice* choice, const TareCommand* command,
                         const TareAimOptions* aim, TareStock* stock, const TareCorrection* picked)
{
    Field field = field_of(stock, picked);
    *choice = (TareAimChoice){
        .goal.bend = {aim->bass_db, aim->treble_db, aim->ear_db, aim->tilt_db_per_octave}};
    return aim->like ? choose_like(choice, command, aim->like, &field)
                     : choose_for_target(choice, command, aim, &field);
}

void tare_aim_choice_clear(TareAimChoice* choice)
{
    tare_fit_goal_clear(&choice->goal);
    tare_curve_clear(&choice->trust);
    tare_stock_close(choice->stock);
    choice->stock = NULL;
}
