/* What the plugin loads to draw in a host's strips. */

#include "inline_display.h"
#include "window/inline_picture.h"

#include <cairo.h>

__attribute__((visibility("default"))) _Bool
tare_inline_draw(const TareInlineSurface* surface, const float* values, uint32_t n_channels);

_Bool tare_inline_draw(const TareInlineSurface* surface, const float* values, uint32_t n_channels)
{
    cairo_surface_t* const picture = cairo_image_surface_create_for_data(
        surface->data, CAIRO_FORMAT_ARGB32, surface->width, surface->height, surface->stride);
    cairo_t* const cairo = cairo_create(picture);
    const bool is_drawn =
        tare_inline_picture_draw(cairo, surface->width, surface->height, values, n_channels) &&
        cairo_status(cairo) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(cairo);
    cairo_surface_finish(picture);
    cairo_surface_destroy(picture);
    return is_drawn;
}
