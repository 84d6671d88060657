#include "make/aim_rules.h"

#include <string.h>
#include <strings.h>

/* Why */

#define AUTOEQ_LISTS                                                                               \
    "AutoEq's list of targets by source, form and rig, dbtools/create_webapp_data.py; 6 dB of "    \
    "bass over the ear, 8 dB inside"
#define AUTOEQ_EARBUDS                                                                             \
    "AutoEq's README: \"no boost for earbuds\"; later ones by other measurers have it"
#define AUTOEQ_RTINGS                                                                              \
    "AutoEq's list of targets, for Rtings' HMS II.3; what they measured on a 5128 since cannot "   \
    "be told apart"
#define HYPE_IN_EAR                                                                                \
    "AutoEq has two rigs of this measurer with a target each, and the database does not tell "     \
    "which one it was"
#define ORATORY                                                                                    \
    "the correction names Harman, and curves tell which one: of 2018 over the ear, of 2019 inside"
#define ORATORY_IN_EAR                                                                             \
    "AutoEq's README: USound's target comes from where oratory1990 works; both names stand for "   \
    "its \"oratory1990 in-ear\""
#define IN_WORDS "the correction names it"
#define TWO_NAMES "the words name two targets"

/* The database does not tell when a correction was made, so no rule goes by dates. */
static const TareAimRule rules[] = {
    {"AutoEQ", "oratory1990", NULL, TARE_FORM_OVER_EAR, "harman-over-ear-2018", TARE_AIM_SHOWN,
     AUTOEQ_LISTS},
    {"AutoEQ", "oratory1990", NULL, TARE_FORM_IN_EAR, "autoeq-in-ear", TARE_AIM_SHOWN,
     AUTOEQ_LISTS},
    {"AutoEQ", "oratory1990", NULL, TARE_FORM_EARBUD, "autoeq-in-ear", TARE_AIM_UNSHOWN,
     AUTOEQ_LISTS},
    {"AutoEQ", "Innerfidelity", NULL, TARE_FORM_OVER_EAR, "harman-over-ear-2018-hms",
     TARE_AIM_SHOWN, AUTOEQ_LISTS},
    {"AutoEQ", "Innerfidelity", NULL, TARE_FORM_IN_EAR, "autoeq-in-ear-hms", TARE_AIM_SHOWN,
     AUTOEQ_LISTS},
    {"AutoEQ", "Innerfidelity", NULL, TARE_FORM_EARBUD, "autoeq-earbud-hms", TARE_AIM_SHOWN,
     AUTOEQ_EARBUDS},
    {"AutoEQ", "Headphone.com Legacy", NULL, TARE_FORM_OVER_EAR, "harman-over-ear-2018-hms",
     TARE_AIM_SHOWN, AUTOEQ_LISTS},
    {"AutoEQ", "Headphone.com Legacy", NULL, TARE_FORM_IN_EAR, "autoeq-in-ear-hms", TARE_AIM_SHOWN,
     AUTOEQ_LISTS},
    {"AutoEQ", "Headphone.com Legacy", NULL, TARE_FORM_EARBUD, "autoeq-earbud-hms", TARE_AIM_SHOWN,
     AUTOEQ_EARBUDS},
    {"AutoEQ", "Rtings", NULL, TARE_FORM_OVER_EAR, "harman-over-ear-2018-hms", TARE_AIM_SHOWN,
     AUTOEQ_RTINGS},
    {"AutoEQ", "Rtings", NULL, TARE_FORM_IN_EAR, "autoeq-in-ear-hms", TARE_AIM_SHOWN,
     AUTOEQ_RTINGS},
    {"AutoEQ", "Rtings", NULL, TARE_FORM_EARBUD, "autoeq-in-ear-hms", TARE_AIM_SHOWN,
     AUTOEQ_RTINGS},
    {"AutoEQ", "crinacle", NULL, TARE_FORM_OVER_EAR, "harman-over-ear-2018",
     TARE_AIM_SHOWN_BY_OTHERS, AUTOEQ_LISTS},
    {"AutoEQ", "crinacle", NULL, TARE_FORM_IN_EAR, "autoeq-in-ear", TARE_AIM_SHOWN_BY_OTHERS,
     AUTOEQ_LISTS},
    {"AutoEQ", "crinacle", NULL, TARE_FORM_EARBUD, "autoeq-in-ear", TARE_AIM_UNSHOWN, AUTOEQ_LISTS},
    {"AutoEQ", "Auriculares Argentina", NULL, TARE_FORM_OVER_EAR, "harman-over-ear-2018",
     TARE_AIM_SHOWN_BY_OTHERS, AUTOEQ_LISTS},
    {"AutoEQ", "Auriculares Argentina", NULL, TARE_FORM_IN_EAR, "autoeq-in-ear", TARE_AIM_UNSHOWN,
     AUTOEQ_LISTS},
    {"AutoEQ", "Kuulokenurkka", NULL, TARE_FORM_OVER_EAR, "harman-over-ear-2018",
     TARE_AIM_SHOWN_BY_OTHERS, AUTOEQ_LISTS},
    {"AutoEQ", "Super Review", NULL, TARE_FORM_OVER_EAR, "harman-over-ear-2018", TARE_AIM_REFUTED,
     AUTOEQ_LISTS},
    {"AutoEQ", "Super Review", NULL, TARE_FORM_IN_EAR, "autoeq-in-ear", TARE_AIM_REFUTED,
     AUTOEQ_LISTS},
    {"AutoEQ", "Super Review", NULL, TARE_FORM_EARBUD, "autoeq-in-ear", TARE_AIM_UNSHOWN,
     AUTOEQ_LISTS},
    {"AutoEQ", "Filk", NULL, TARE_FORM_OVER_EAR, "harman-over-ear-2018", TARE_AIM_REFUTED,
     AUTOEQ_LISTS},
    {"AutoEQ", "kr0mka", NULL, TARE_FORM_OVER_EAR, "harman-over-ear-2018", TARE_AIM_SHOWN_BY_OTHERS,
     AUTOEQ_LISTS},
    {"AutoEQ", "Regan Cipher", NULL, TARE_FORM_OVER_EAR, "harman-over-ear-2018", TARE_AIM_UNSHOWN,
     AUTOEQ_LISTS},
    {"AutoEQ", "Bakkwatan", NULL, TARE_FORM_IN_EAR, "autoeq-in-ear", TARE_AIM_REFUTED,
     AUTOEQ_LISTS},
    {"AutoEQ", "DHRME", NULL, TARE_FORM_IN_EAR, "autoeq-in-ear", TARE_AIM_UNSHOWN, AUTOEQ_LISTS},
    {"AutoEQ", "Fahryst", NULL, TARE_FORM_IN_EAR, "autoeq-in-ear", TARE_AIM_SHOWN_BY_OTHERS,
     AUTOEQ_LISTS},
    {"AutoEQ", "Filk", NULL, TARE_FORM_IN_EAR, "autoeq-in-ear", TARE_AIM_SHOWN_BY_OTHERS,
     AUTOEQ_LISTS},
    {"AutoEQ", "Harpo", NULL, TARE_FORM_IN_EAR, "autoeq-in-ear", TARE_AIM_SHOWN_BY_OTHERS,
     AUTOEQ_LISTS},
    {"AutoEQ", "Hi End Portable", NULL, TARE_FORM_IN_EAR, "autoeq-in-ear", TARE_AIM_SHOWN_BY_OTHERS,
     AUTOEQ_LISTS},
    {"AutoEQ", "Jaytiss", NULL, TARE_FORM_IN_EAR, "autoeq-in-ear", TARE_AIM_SHOWN_BY_OTHERS,
     AUTOEQ_LISTS},
    {"AutoEQ", "Kazi", NULL, TARE_FORM_IN_EAR, "autoeq-in-ear", TARE_AIM_REFUTED, AUTOEQ_LISTS},
    {"AutoEQ", "Regan Cipher", NULL, TARE_FORM_IN_EAR, "autoeq-in-ear", TARE_AIM_UNSHOWN,
     AUTOEQ_LISTS},
    {"AutoEQ", "RikudouGoku", NULL, TARE_FORM_IN_EAR, "autoeq-in-ear", TARE_AIM_REFUTED,
     AUTOEQ_LISTS},
    {"AutoEQ", "Ted's Squig Hoard", NULL, TARE_FORM_IN_EAR, "autoeq-in-ear", TARE_AIM_UNSHOWN,
     AUTOEQ_LISTS},
    {"AutoEQ", "ToneDeafMonk", NULL, TARE_FORM_IN_EAR, "autoeq-in-ear", TARE_AIM_SHOWN_BY_OTHERS,
     AUTOEQ_LISTS},
    {"AutoEQ", "freeryder05", NULL, TARE_FORM_IN_EAR, "autoeq-in-ear", TARE_AIM_SHOWN_BY_OTHERS,
     AUTOEQ_LISTS},
    {"AutoEQ", "kr0mka", NULL, TARE_FORM_IN_EAR, "autoeq-in-ear", TARE_AIM_SHOWN_BY_OTHERS,
     AUTOEQ_LISTS},
    {"AutoEQ", "Kazi", NULL, TARE_FORM_EARBUD, "autoeq-in-ear", TARE_AIM_UNSHOWN, AUTOEQ_LISTS},
    {"AutoEQ", "Regan Cipher", NULL, TARE_FORM_EARBUD, "autoeq-in-ear", TARE_AIM_UNSHOWN,
     AUTOEQ_LISTS},
    {"AutoEQ", "kr0mka", NULL, TARE_FORM_EARBUD, "autoeq-in-ear", TARE_AIM_UNSHOWN, AUTOEQ_LISTS},
    {"AutoEQ", "HypetheSonics", NULL, TARE_FORM_IN_EAR, "autoeq-in-ear", TARE_AIM_UNSHOWN,
     HYPE_IN_EAR},
    {"AutoEQ", "HypetheSonics", NULL, TARE_FORM_OVER_EAR, "lmg-5128", TARE_AIM_UNSHOWN,
     AUTOEQ_LISTS},
    {"AutoEQ", "HypetheSonics", NULL, TARE_FORM_EARBUD, "lmg-5128", TARE_AIM_UNSHOWN, AUTOEQ_LISTS},
    {"AutoEQ", NULL, "Based on Soundguys measurement using AutoEQ harman 2018 target curve",
     TARE_FORM_UNKNOWN, "harman-over-ear-2018", TARE_AIM_SAID, IN_WORDS},
    {"oratory1990", NULL, "Harman Target", TARE_FORM_OVER_EAR, "harman-over-ear-2018",
     TARE_AIM_SHOWN, ORATORY},
    {"oratory1990", NULL, "Harman Target", TARE_FORM_IN_EAR, "harman-in-ear-2019", TARE_AIM_SHOWN,
     ORATORY},
    {"oratory1990", NULL, "Harman Target", TARE_FORM_EARBUD, "harman", TARE_AIM_SAID, IN_WORDS},
    {"oratory1990", NULL, "Harman Target (Usound)", TARE_FORM_UNKNOWN, "usound", TARE_AIM_UNSHOWN,
     TWO_NAMES},
    {"oratory1990", NULL, "Harman Target (Usound1v1)", TARE_FORM_UNKNOWN, "usound",
     TARE_AIM_UNSHOWN, TWO_NAMES},
    {"oratory1990", NULL, "USound Target", TARE_FORM_IN_EAR, "oratory1990-in-ear", TARE_AIM_SHOWN,
     ORATORY_IN_EAR},
    {"oratory1990", NULL, "USound Target Curve", TARE_FORM_IN_EAR, "oratory1990-in-ear",
     TARE_AIM_SAID, ORATORY_IN_EAR},
    {"oratory1990", NULL, "oratory1990 Target", TARE_FORM_IN_EAR, "oratory1990-in-ear",
     TARE_AIM_SHOWN, ORATORY_IN_EAR},
    {"oratory1990", NULL, "USound Target", TARE_FORM_OVER_EAR, "usound", TARE_AIM_SAID, IN_WORDS},
    {"oratory1990", NULL, "USound Target", TARE_FORM_EARBUD, "usound", TARE_AIM_SAID, IN_WORDS},
    {"oratory1990", NULL, "oratory1990 Target", TARE_FORM_OVER_EAR, "oratory1990", TARE_AIM_SAID,
     IN_WORDS},
    {"oratory1990", NULL, "oratory1990 Target", TARE_FORM_EARBUD, "oratory1990", TARE_AIM_SAID,
     IN_WORDS},
    {"oratory1990", NULL, "crinacle target", TARE_FORM_IN_EAR, "crinacle-in-ear", TARE_AIM_SAID,
     IN_WORDS},
    {"Rtings/AutoEQ", NULL, "Harman IEM", TARE_FORM_UNKNOWN, "harman-in-ear", TARE_AIM_SAID,
     IN_WORDS},
    {"Rtings/AutoEQ", NULL, "HRTF 5128 Diffuse Field", TARE_FORM_UNKNOWN, "diffuse-field-5128",
     TARE_AIM_SAID, IN_WORDS},
    {"Rtings/AutoEQ", NULL, "Rtings com", TARE_FORM_UNKNOWN, "rtings", TARE_AIM_SAID, IN_WORDS},
    {"Rtings/AutoEQ", NULL, "SenseLab Aizu", TARE_FORM_UNKNOWN, "senselab-aizu", TARE_AIM_SAID,
     IN_WORDS},
    {"Rtings/AutoEQ", NULL, "SoundGuys Consumer", TARE_FORM_UNKNOWN, "soundguys-consumer",
     TARE_AIM_SAID, IN_WORDS},
    {"Rtings/AutoEQ", NULL, "SoundGuys Studio", TARE_FORM_UNKNOWN, "soundguys-studio",
     TARE_AIM_SAID, IN_WORDS},
};

enum { N_RULES = sizeof rules / sizeof *rules };

const TareAimRule* tare_aim_rule_get(size_t index)
{
    return index < N_RULES ? &rules[index] : NULL;
}

static bool is_for_rig(const TareAimRule* rule, const char* rig)
{
    return !rule->rig || (rig && !strcmp(rule->rig, rig));
}

static bool is_for_form(const TareAimRule* rule, TareForm form)
{
    const TareForm worn = form == TARE_FORM_ON_EAR ? TARE_FORM_OVER_EAR : form;
    return rule->form == TARE_FORM_UNKNOWN || rule->form == worn;
}

/** Whether a rule has the first bytes of a target as its words. */
static bool has_words(const TareAimRule* rule, const char* target, size_t length)
{
    if (!rule->words || !target)
        return !rule->words && !target;
    return strlen(rule->words) == length && !strncasecmp(rule->words, target, length);
}

static const TareAimRule* find(const TareEntry* entry, size_t length)
{
    for (size_t i = 0; entry->author && i < N_RULES; ++i)
        if (!strcmp(rules[i].author, entry->author) && is_for_rig(&rules[i], entry->rig) &&
            is_for_form(&rules[i], entry->form) && has_words(&rules[i], entry->target, length))
            return &rules[i];
    return NULL;
}

const TareAimRule* tare_aim_rule_find(const TareEntry* entry)
{
    const char* const target = entry->target ? entry->target : "";
    const TareAimRule* const rule = find(entry, strlen(target));
    const char* const bracket = strstr(target, " (");
    return rule || !bracket ? rule : find(entry, (size_t)(bracket - target));
}

bool tare_aim_rule_holds(const TareAimRule* rule)
{
    return rule->proof <= TARE_AIM_SAID;
}

const char* tare_aim_proof_name(TareAimProof proof)
{
    static const char* const names[] = {"shown", "shown by others", "said", "refuted", "unshown"};
    return names[proof];
}
