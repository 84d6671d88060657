/* What an LV2 host offers to a window; all of it may be missing. */

#ifndef TARE_WINDOW_LV2_OPTIONS_H
#define TARE_WINDOW_LV2_OPTIONS_H

#include <lv2/core/lv2.h>
#include <lv2/ui/ui.h>
#include <stdint.h>

typedef struct TareLv2Options {
    unsigned long parent;       ///< 0: none
    const LV2UI_Resize* resize; ///< NULL: none; so with all that follow
    const LV2UI_Touch* touch;
    double scale;           ///< 0: not told
    const uint32_t* ground; ///< of the host's own windows, 0xRRGGBBAA
} TareLv2Options;

/** Reads them; NULL is no feature at all. */
TareLv2Options tare_lv2_options_read(const LV2_Feature* const* features);

#endif
