#include "fit/aimed_text.h"

#include "base/path.h"
#include "base/text.h"
#include "corrections/aim.h"
#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "fit/bend_text.h"
#include "fit/fitted.h"
#include "fit/goal.h"
#include "fit/known_sound.h"
#include "fit/wish.h"
#include "names/product_name.h"
#include "tare/version.h"

#include <stdlib.h>

/** "harman-over-ear-2018, bass +3 dB"; to be cleared. */
static TareText words_of(const TareFitGoal* goal, bool is_sure)
{
    TareText text = {0};
    tare_text_format(&text, "%s", goal->name);
    tare_bend_text_words(&text, &goal->bend);
    if (is_sure)
        tare_text_format(&text, ", as far as several who measured it agree");
    return text;
}

static bool set_id(TareCorrection* correction, const char* old_id, const TareFitGoal* goal,
                   bool is_sure)
{
    TareText id = {0};
    char* const slug = tare_product_name_slug(tare_path_name(goal->name));
    if (!slug)
        return false;
    tare_text_format(&id, "%s+%s%s", old_id, goal->is_headphone ? "like-" : "", slug);
    tare_bend_text_id(&id, &goal->bend);
    if (is_sure)
        tare_text_format(&id, "+sure");
    const bool is_good = !id.failed && tare_text_set(&correction->entry.id, id.data);
    tare_text_clear(&id);
    free(slug);
    return is_good;
}

static void drop_evidence(TareCorrection* correction)
{
    for (size_t i = 0; i < correction->n_evidence; ++i)
        tare_evidence_clear(&correction->evidence[i]);
    correction->n_evidence = 0;
}

static const char* file_of(const TareCorrection* correction)
{
    size_t i = 0;
    while (i < correction->n_evidence && !correction->evidence[i].curve)
        ++i;
    return i < correction->n_evidence ? correction->evidence[i].file : NULL;
}

static bool describe_fit(TareCorrection* correction, const TareCorrection* old,
                         const TareFitGoal* goal, const char* target)
{
    const TareFitted fitted = {.file = file_of(old),
                               .rig = old->entry.rig,
                               .target = target,
                               .is_like = goal->is_headphone,
                               .max_boost_db = tare_wish_default_options().max_boost_db,
                               .curve = tare_known_sound_curve(old)};
    drop_evidence(correction);
    return tare_fitted_describe(correction, &fitted);
}

/** What else than the bands tells how a headphone sounds. */
static void tell_sources(TareText* note, const TareAimedText* how)
{
    const TareAimedLender* const lender = &how->lender;
    if (lender->names && lender->is_own)
        tare_text_format(note, "; by the curve that %s measured", lender->names);
    if (how->guessed_to_hz == 0.0)
        return;
    tare_text_format(note, "; below %.0f Hz, where the boost ends, what is missing is ",
                     how->guessed_to_hz);
    if (lender->names)
        tare_text_format(note, "as %s measured it", lender->names);
    else
        tare_text_format(note, "a guess");
}

static bool describe_move(TareCorrection* correction, const TareCorrection* old,
                          const TareFitGoal* goal, const char* target, const TareAimedText* how)
{
    const TareTarget* const from = tare_known_sound_target(&old->entry);
    TareText note = {0};
    tare_text_format(&note, "moved from %s %s %s by the last %u bands", from->name,
                     goal->is_headphone ? "to sound like" : "to", target,
                     (unsigned)(correction->set.n_bands - old->set.n_bands));
    tell_sources(&note, how);
    tare_text_format(&note, "; tare %s", TARE_VERSION);
    const TareEvidence evidence = {.file = old->entry.id, .note = note.data};
    correction->entry.aim = goal->is_headphone ? NULL : tare_aim_find(target);
    const bool is_good = !note.failed && tare_text_set(&correction->entry.target, target) &&
                         tare_correction_add_evidence(correction, &evidence);
    tare_text_clear(&note);
    return is_good;
}

bool tare_aimed_text_set(TareCorrection* correction, const TareCorrection* old,
                         const TareBandSet* set, const TareFitGoal* goal, TareAimedText how)
{
    if (!tare_correction_copy(correction, old))
        return false;
    correction->set = *set;
    TareText target = words_of(goal, how.is_sure);
    const bool is_good =
        !target.failed &&
        (how.is_fitted ? describe_fit(correction, old, goal, target.data)
                       : describe_move(correction, old, goal, target.data, &how)) &&
        set_id(correction, old->entry.id, goal, how.is_sure);
    tare_text_clear(&target);
    if (!is_good)
        tare_correction_clear(correction);
    return is_good;
}
