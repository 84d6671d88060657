#include "corrections/aim.h"

#include <string.h>

static const TareAim aims[] = {
    {"harman-over-ear-2018", "Harman over-ear 2018", TARE_FORM_OVER_EAR, "gras",
     TARE_AIM_OF_RESEARCH},
    {"harman-over-ear-2018-hms", "Harman over-ear 2018", TARE_FORM_OVER_EAR, "hms",
     TARE_AIM_OF_RESEARCH},
    {"harman-over-ear-2015", "Harman over-ear 2015", TARE_FORM_OVER_EAR, "gras",
     TARE_AIM_OF_RESEARCH},
    {"harman-over-ear-2013", "Harman over-ear 2013", TARE_FORM_OVER_EAR, "gras",
     TARE_AIM_OF_RESEARCH},
    {"harman-in-ear-2019", "Harman in-ear 2019", TARE_FORM_IN_EAR, "gras", TARE_AIM_OF_RESEARCH},
    {"harman-in-ear-2019-hms", "Harman in-ear 2019", TARE_FORM_IN_EAR, "hms", TARE_AIM_OF_RESEARCH},
    {"harman-in-ear-2017-2", "Harman in-ear 2017-2", TARE_FORM_IN_EAR, "gras",
     TARE_AIM_OF_RESEARCH},
    {"harman-in-ear-2017-1", "Harman in-ear 2017-1", TARE_FORM_IN_EAR, "gras",
     TARE_AIM_OF_RESEARCH},
    {"harman-in-ear-2016", "Harman in-ear 2016", TARE_FORM_IN_EAR, "gras", TARE_AIM_OF_RESEARCH},
    {"autoeq-in-ear", "AutoEq in-ear", TARE_FORM_IN_EAR, "gras", TARE_AIM_OF_RESEARCH},
    {"autoeq-in-ear-hms", "AutoEq in-ear", TARE_FORM_IN_EAR, "hms", TARE_AIM_OF_RESEARCH},
    {"autoeq-earbud", "AutoEq in-ear without bass", TARE_FORM_EARBUD, "gras", TARE_AIM_OF_RESEARCH},
    {"autoeq-earbud-hms", "AutoEq in-ear without bass", TARE_FORM_EARBUD, "hms",
     TARE_AIM_OF_RESEARCH},
    /* which of Harman's is not told */
    {"harman", "Harman", TARE_FORM_UNKNOWN, NULL, TARE_AIM_OF_RESEARCH},
    {"harman-in-ear", "Harman in-ear", TARE_FORM_IN_EAR, NULL, TARE_AIM_OF_RESEARCH},
    {"crinacle-in-ear", "crinacle", TARE_FORM_IN_EAR, NULL, TARE_AIM_OF_TASTE},
    {"lmg-5128", "LMG 5128", TARE_FORM_UNKNOWN, "5128", TARE_AIM_OF_TASTE},
    {"jm-1", "JM-1 with Harman filters", TARE_FORM_IN_EAR, "5128", TARE_AIM_OF_TASTE},
    {"innerfidelity-2017", "Innerfidelity 2017", TARE_FORM_OVER_EAR, "hms", TARE_AIM_OF_TASTE},
    {"oratory1990-over-ear", "oratory1990 optimum hifi", TARE_FORM_OVER_EAR, "gras",
     TARE_AIM_OF_TASTE},
    {"oratory1990", "oratory1990", TARE_FORM_UNKNOWN, "gras", TARE_AIM_OF_TASTE},
    {"oratory1990-in-ear", "oratory1990 in-ear", TARE_FORM_IN_EAR, "gras", TARE_AIM_OF_TASTE},
    /* Corrections to it differ from those of others to Harman's, of the same models over the ear,
       by 0.3 dB RMS from 40 Hz to 6 kHz in the median of 177 pairs; the next three by 1.2 to 1.5.
     */
    {"rtings", "Rtings", TARE_FORM_UNKNOWN, "5128", TARE_AIM_NEAR_RESEARCH},
    {"senselab-aizu", "SenseLab Aizu", TARE_FORM_UNKNOWN, "5128", TARE_AIM_OF_TASTE},
    {"soundguys-consumer", "SoundGuys Consumer", TARE_FORM_UNKNOWN, "5128", TARE_AIM_OF_TASTE},
    {"soundguys-studio", "SoundGuys Studio", TARE_FORM_UNKNOWN, "5128", TARE_AIM_OF_TASTE},
    {"usound", "USound", TARE_FORM_UNKNOWN, "gras", TARE_AIM_OF_TASTE},
    {"diffuse-field", "diffuse field", TARE_FORM_UNKNOWN, "gras", TARE_AIM_OF_PHYSICS},
    {"diffuse-field-5128", "diffuse field", TARE_FORM_UNKNOWN, "5128", TARE_AIM_OF_PHYSICS},
    {"diffuse-field-5128-tilted", "diffuse field, -1 dB per octave", TARE_FORM_UNKNOWN, "5128",
     TARE_AIM_OF_TASTE},
    {"diffuse-field-iso-11904-1", "diffuse field (ISO 11904-1)", TARE_FORM_UNKNOWN, NULL,
     TARE_AIM_OF_PHYSICS},
    {"flat", "flat", TARE_FORM_UNKNOWN, NULL, TARE_AIM_OF_PHYSICS},
};

enum { N_AIMS = sizeof aims / sizeof *aims };

const TareAim* tare_aim_get(size_t index)
{
    return index < N_AIMS ? &aims[index] : NULL;
}

const TareAim* tare_aim_find(const char* name)
{
    for (size_t i = 0; name && i < N_AIMS; ++i)
        if (!strcmp(aims[i].name, name))
            return &aims[i];
    return NULL;
}

size_t tare_aim_number(const TareAim* aim)
{
    return aim ? (size_t)(aim - aims) + 1 : 0;
}

static bool is_inside_ear(TareForm form)
{
    return form == TARE_FORM_IN_EAR || form == TARE_FORM_EARBUD;
}

bool tare_aim_contradicts(const TareAim* aim, TareForm form)
{
    return aim && aim->form != TARE_FORM_UNKNOWN && form != TARE_FORM_UNKNOWN &&
           is_inside_ear(aim->form) != is_inside_ear(form);
}

const char* tare_aim_is_known_by(const TareEntry* entry)
{
    return entry->target ? "stated" : entry->aim ? "rule" : NULL;
}

const char* tare_aim_title(const TareEntry* entry)
{
    const TareAim* const aim = entry->aim;
    const bool is_own_name = aim && entry->target && !strcmp(entry->target, aim->name);
    return aim && (!entry->target || is_own_name) ? aim->title : entry->target;
}
