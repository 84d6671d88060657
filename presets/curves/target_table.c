/* The built-in targets. Their figures are those of AutoEq 4.1 by J. Pasanen, see target_curves.c;
   the research behind Harman's:

   S. Olive, T. Welti, E. McMullin, "Listener Preferences for Different Headphone Target Response
   Curves", AES Convention 134, 2013;

   S. Olive, T. Welti, "Factors that Influence Listeners' Preferred Bass and Treble Balance in
   Headphones", AES Convention 139, 2015;

   S. Olive, T. Welti, O. Khonsaripour, "The Preferred Low Frequency Response of In-Ear
   Headphones", AES Conference on Headphone Technology, 2016;

   S. Olive, T. Welti, O. Khonsaripour, "A Statistical Model that Predicts Listeners' Preference
   Ratings of In-Ear Headphones", AES Convention 143, 2017, as revised in 2019;

   S. Olive, T. Welti, O. Khonsaripour, "A Statistical Model that Predicts Listeners' Preference
   Ratings of Around-Ear and On-Ear Headphones", AES Convention 144, 2018. */

#include "curves/targets.h"

#define OVER_EAR (1u << TARE_FORM_OVER_EAR)
#define IN_EAR (1u << TARE_FORM_IN_EAR)
#define EARBUD (1u << TARE_FORM_EARBUD)

/* The first one of equal merit is the default, see tare_target_default(). */
static const TareTarget targets[] = {
    {"harman-over-ear-2018", "Harman's target for over-ear headphones of 2018",
     "Harman over-ear 2018", TARE_FORM_OVER_EAR, TARE_RIG_GRAS, OVER_EAR, 0.0},
    {"harman-over-ear-2018-hms",
     "Harman's target for over-ear headphones of 2018, as the ear of an HMS II.3 hears it",
     "HMS II.3 Harman over-ear 2018 without bass", TARE_FORM_OVER_EAR, TARE_RIG_HMS, OVER_EAR, 6.0},
    {"harman-over-ear-2015", "Harman's target for over-ear headphones of 2015",
     "Harman over-ear 2015", TARE_FORM_OVER_EAR, TARE_RIG_GRAS, 0, 0.0},
    {"harman-over-ear-2013", "Harman's target for over-ear headphones of 2013",
     "Harman over-ear 2013", TARE_FORM_OVER_EAR, TARE_RIG_GRAS, 0, 0.0},
    {"autoeq-in-ear", "AutoEq's target for in-ear headphones, with 8 dB of bass", "AutoEq in-ear",
     TARE_FORM_IN_EAR, TARE_RIG_GRAS, IN_EAR, 8.0},
    {"autoeq-in-ear-hms",
     "AutoEq's target for in-ear headphones, with 8 dB of bass, as the ear of an HMS II.3 hears it",
     "HMS II.3 AutoEq in-ear", TARE_FORM_IN_EAR, TARE_RIG_HMS, IN_EAR, 8.0},
    {"autoeq-earbud",
     "AutoEq's target for in-ear headphones, without a bass that earbuds cannot have",
     "AutoEq in-ear", TARE_FORM_EARBUD, TARE_RIG_GRAS, EARBUD, 0.0},
    {"autoeq-earbud-hms",
     "AutoEq's target for in-ear headphones, without a bass that earbuds cannot have, as the ear "
     "of an HMS II.3 hears it",
     "HMS II.3 AutoEq in-ear", TARE_FORM_EARBUD, TARE_RIG_HMS, EARBUD, 0.0},
    {"harman-in-ear-2019", "Harman's target for in-ear headphones of 2019", "Harman in-ear 2019",
     TARE_FORM_IN_EAR, TARE_RIG_GRAS, 0, 0.0},
    {"harman-in-ear-2019-hms",
     "Harman's target for in-ear headphones of 2019, as the ear of an HMS II.3 hears it",
     "HMS II.3 Harman in-ear 2019 without bass", TARE_FORM_IN_EAR, TARE_RIG_HMS, 0, 9.0},
    {"harman-in-ear-2017-2", "Harman's target for in-ear headphones of 2017, the second version",
     "Harman in-ear 2017-2", TARE_FORM_IN_EAR, TARE_RIG_GRAS, 0, 0.0},
    {"harman-in-ear-2017-1", "Harman's target for in-ear headphones of 2017, the first version",
     "Harman in-ear 2017-1", TARE_FORM_IN_EAR, TARE_RIG_GRAS, 0, 0.0},
    {"harman-in-ear-2016", "Harman's target for in-ear headphones of 2016", "Harman in-ear 2016",
     TARE_FORM_IN_EAR, TARE_RIG_GRAS, 0, 0.0},
    {"oratory1990-over-ear", "oratory1990's \"optimum hifi\" for over-ear headphones",
     "oratory1990 optimum hifi over-ear", TARE_FORM_OVER_EAR, TARE_RIG_GRAS, 0, 0.0},
    {"oratory1990-in-ear", "oratory1990's target for in-ear headphones, which is USound's too",
     "oratory1990 in-ear", TARE_FORM_IN_EAR, TARE_RIG_GRAS, 0, 0.0},
    {"innerfidelity-2017", "Innerfidelity's compensation of 2017", "Innerfidelity 2017",
     TARE_FORM_OVER_EAR, TARE_RIG_HMS, 0, 0.0},
    /* Nobody has researched what people like at this ear. These are the targets towards which
       AutoEq publishes what was measured there, in the ear and over it. */
    {"lmg-5128", "LMG at the eardrum of a Bruel & Kjaer 5128, with 6 dB of bass", "LMG 5128 0.6",
     TARE_FORM_UNKNOWN, TARE_RIG_5128, OVER_EAR | EARBUD, 0.0},
    {"jm-1", "JM-1 at the eardrum of a Bruel & Kjaer 5128, with Harman's bass and treble",
     "JM-1 with Harman filters", TARE_FORM_IN_EAR, TARE_RIG_5128, IN_EAR, 0.0},
    {"diffuse-field-5128-tilted",
     "sound from everywhere, at the eardrum of a Bruel & Kjaer 5128, falling by 1 dB per octave",
     "Diffuse field 5128 -1dB per octave", TARE_FORM_UNKNOWN, TARE_RIG_5128, 0, 0.0},
    {"diffuse-field-5128", "sound from everywhere, at the eardrum of a Bruel & Kjaer 5128",
     "Diffuse field 5128", TARE_FORM_UNKNOWN, TARE_RIG_5128, 0, 0.0},
    {"diffuse-field", "sound from everywhere, at the eardrum of a KEMAR",
     "Diffuse field GRAS KEMAR", TARE_FORM_UNKNOWN, TARE_RIG_GRAS, 0, 0.0},
    {"diffuse-field-iso-11904-1", "sound from everywhere, in the ears of people",
     "Diffuse field ISO 11904-1", TARE_FORM_UNKNOWN, TARE_RIG_UNKNOWN, 0, 0.0},
    {"flat", "no target: what is measured counts as an error", NULL, TARE_FORM_UNKNOWN,
     TARE_RIG_UNKNOWN, 0, 0.0},
};

const TareTarget* tare_target_get(size_t index)
{
    return index < sizeof targets / sizeof *targets ? &targets[index] : NULL;
}
