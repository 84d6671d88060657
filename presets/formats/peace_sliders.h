/* What stands in a configuration of Peace: sections as in an INI file, in which each setting of
   each slider of each group of speakers has a line of its own. What the keys mean follows Peace's
   own source, Peace.au3 (P. Verbeek, version 1.6). */

#ifndef TARE_PEACE_SLIDERS_H
#define TARE_PEACE_SLIDERS_H

#include "base/text.h"

#include <stdbool.h>

typedef struct TareGathered TareGathered;

enum { TARE_PEACE_MAX_SLIDERS = 31, TARE_PEACE_MAX_GROUPS = 32 };

/** What a setting is for a slider; in the order of the sections. */
typedef enum {
    TARE_PEACE_FREQUENCY,
    TARE_PEACE_GAIN,
    TARE_PEACE_QUALITY,
    TARE_PEACE_FILTER, ///< the number of its type
    TARE_PEACE_DISABLED,
    TARE_PEACE_N_SETTINGS
} TarePeaceSetting;

typedef struct TarePeaceSlider {
    unsigned line; ///< of its frequency; 0: there is no such slider
    double values[TARE_PEACE_N_SETTINGS];
    bool has[TARE_PEACE_N_SETTINGS];
} TarePeaceSlider;

/** Speakers that have sliders of their own. */
typedef struct TarePeaceGroup {
    bool is_named;    ///< has a number among the speakers
    TareSpan targets; ///< as behind "Channel:"
    unsigned line;    ///< of them
    double preamp_db;
    bool has_preamp, is_off;
    bool is_curve; ///< the sliders are points of a graphic equaliser
    TarePeaceSlider sliders[TARE_PEACE_MAX_SLIDERS];
} TarePeaceGroup;

/** What a slider says of a setting, or the other value where it says nothing. */
double tare_peace_sliders_value(const TarePeaceSlider* slider, TarePeaceSetting setting,
                                double otherwise);

/** Whether a text is such a configuration. */
bool tare_peace_sliders_are_in(const char* text, size_t length);

/** Reads a text, which must stay, into TARE_PEACE_MAX_GROUPS groups, which begin as zeros. Lines
    that are no setting of a slider are remembered as unused. */
void tare_peace_sliders_read(TarePeaceGroup* groups, TareSpan text, TareGathered* gathered);

#endif
