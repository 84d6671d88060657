#include "cli/catalogue/aim_options.h"

#include "cli/offers/offers.h"
#include "tare/limits.h"

const TareOption tare_aim_target_options[] = {
    {.name = "target",
     .letter = 't',
     .value = "NAME|FILE",
     TARE_SETS_TEXT(TareAimOptions, target),
     .help = "another target; 'tare targets' lists names",
     .offer = {.list = tare_offer_targets, .files = ""}},
    {.name = "like",
     .value = "MODEL",
     TARE_SETS_TEXT(TareAimOptions, like),
     .not_with = "target",
     .help = "sound like another headphone, measured on the same kind of rig",
     .offer.list = tare_offer_models},
    {.name = "filters",
     .letter = 'n',
     .value = "N|auto",
     TARE_SETS_TEXT(TareAimOptions, filters),
     .help = "how many a fit has, 1 to 20, or as few as needed (default 10)",
     .offer.words = "auto"},
    {.name = "sure",
     TARE_SETS_FLAG(TareAimOptions, sure),
     .not_with = "like",
     .help = "only as far as two or more agree who measured it"},
    {.name = "ear",
     .value = "DB",
     TARE_SETS_NUMBER(TareAimOptions, ear_db),
     .min = TARE_TONE_MIN_DB,
     .max = TARE_TONE_MAX_DB,
     .help = "more of what the ear adds than the target has: peak, 2.75 kHz, Q 1"},
    {.name = NULL}};

const TareOption tare_aim_knob_options[] = {
    {.name = "bass",
     .value = "DB",
     TARE_SETS_NUMBER(TareAimOptions, bass_db),
     .min = TARE_TONE_MIN_DB,
     .max = TARE_TONE_MAX_DB,
     .help = "more bass than the target has: low shelf, 105 Hz, Q 0.707"},
    {.name = "treble",
     .value = "DB",
     TARE_SETS_NUMBER(TareAimOptions, treble_db),
     .min = TARE_TONE_MIN_DB,
     .max = TARE_TONE_MAX_DB,
     .help = "more treble: high shelf, 2.5 kHz, Q 0.42"},
    {.name = "tilt",
     .value = "DB",
     TARE_SETS_NUMBER(TareAimOptions, tilt_db_per_octave),
     .min = TARE_TILT_MIN_DB_PER_OCTAVE,
     .max = TARE_TILT_MAX_DB_PER_OCTAVE,
     .help = "slope of the target in dB per octave, above 0 brighter"},
    {.name = NULL}};

bool tare_aim_is_asked(const TareAimOptions* aim)
{
    return aim->target || aim->like || aim->filters || aim->sure || aim->bass_db != 0.0 ||
           aim->treble_db != 0.0 || aim->ear_db != 0.0 || aim->tilt_db_per_octave != 0.0;
}
