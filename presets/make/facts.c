#include "make/facts.h"

#include "base/text.h"
#include "corrections/aim.h"
#include "corrections/correction.h"
#include "make/aim_rules.h"
#include "make/batch.h"
#include "names/fold.h"

#include <string.h>

/** Whether folded words have one or two of them side by side. */
static bool has(const char* words, const char* wanted)
{
    const size_t length = strlen(wanted);
    for (const char* p = words; (p = strstr(p, wanted)) != NULL; ++p)
        if ((p == words || p[-1] == ' ') && (p[length] == ' ' || !p[length]))
            return true;
    return false;
}

/** What only a version of a correction is called. */
static bool is_version(const char* words)
{
    return has(words, "graphic eq") || has(words, "band eq") || has(words, "preliminary");
}

/** Behind a target, an "EQ" is the one that the version is for, but a parametric one is what Tare
    has too; in a variant it is one that the headphone has ("EQ off"). */
static bool is_for_an_eq(const char* words)
{
    return has(words, "eq") && !has(words, "parametric");
}

bool tare_facts_is_makeshift(const TareEntry* entry, bool* is_good)
{
    TareText version = {0}, variant = {0};
    const char* const bracket = entry->target ? strchr(entry->target, '(') : NULL;
    tare_fold_words(&version, bracket ? bracket : "");
    tare_fold_words(&variant, entry->variant ? entry->variant : "");
    *is_good = !version.failed && !variant.failed;
    const bool is_found =
        (version.length && (is_version(version.data) || is_for_an_eq(version.data))) ||
        (variant.length && is_version(variant.data));
    tare_text_clear(&version);
    tare_text_clear(&variant);
    return *is_good && is_found;
}

/** Headphones that AutoEq has among those of another form, and so corrects towards its target, as
    their measured curves show: with it they are left 0.55 to 1.2 dB off, with that of their own
    form 1.1 to 1.35. */
static const struct {
    const char *rig, *brand, *model;
    TareForm filed;
} misfiled[] = {
    {"Rtings", "Anker", "Soundcore Life Q20", TARE_FORM_IN_EAR},
    {"Rtings", "Jabra", "Elite 85h", TARE_FORM_IN_EAR},
    {"Rtings", "Turtle Beach", "Recon 70", TARE_FORM_IN_EAR},
    {"Rtings", "Samsung", "U Flex", TARE_FORM_OVER_EAR},
    {"Rtings", "Samsung", "Level U Pro", TARE_FORM_OVER_EAR},
    {"Headphone.com Legacy", "Nocs", "NS700", TARE_FORM_IN_EAR},
};

static TareForm form_as_filed(const TareEntry* entry)
{
    for (size_t i = 0; i < sizeof misfiled / sizeof *misfiled; ++i)
        if (tare_text_is_same(entry->author, "AutoEQ") &&
            tare_text_is_same(entry->rig, misfiled[i].rig) &&
            tare_text_is_same(entry->brand, misfiled[i].brand) &&
            tare_text_is_same(entry->model, misfiled[i].model))
            return misfiled[i].filed;
    return entry->form;
}

static void set_aim(TareEntry* entry)
{
    TareEntry filed = *entry;
    filed.form = form_as_filed(entry);
    const TareAimRule* const rule = tare_aim_rule_find(&filed);
    if (!entry->aim && rule && tare_aim_rule_holds(rule))
        entry->aim = tare_aim_find(rule->aim);
}

bool tare_facts_set(TareBatch* batch)
{
    bool is_good = true;
    for (size_t i = 0; is_good && i < batch->n; ++i) {
        TareEntry* const entry = &batch->corrections[i].entry;
        set_aim(entry);
        entry->is_makeshift = tare_facts_is_makeshift(entry, &is_good);
    }
    return is_good;
}
