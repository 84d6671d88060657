/* The picture in a host's mixer strip, as far as it is the plugin's business. */

#ifndef TARE_LV2_DISPLAY_H
#define TARE_LV2_DISPLAY_H

#include "inline_display.h"

#include <stdbool.h>

typedef struct TareLv2Display TareLv2Display;

/** For a host that is to be told of changes. `bundle_path` is where the module lies. NULL when
    memory is short. */
TareLv2Display* tare_lv2_display_new(uint32_t n_channels, const char* bundle_path,
                                     const TareInlineQueue* queue);

/** Frees it; NULL is allowed. */
void tare_lv2_display_free(TareLv2Display* display);

/** A port is connected. */
void tare_lv2_display_connect(TareLv2Display* display, uint32_t index, const float* value);

/** To be called in run(): tells the host when a control has changed since. Takes a look at each,
    and calls nothing else. */
void tare_lv2_display_look(TareLv2Display* display);

/** Draws, as TareInlineInterface says; not in the thread of audio. */
TareInlineSurface* tare_lv2_display_render(TareLv2Display* display, uint32_t width,
                                           uint32_t max_height);

#endif
