/* The window's graph in small, without a window: for a strip of a mixer, or as a picture of the
   plugin. */

#ifndef TARE_INLINE_PICTURE_H
#define TARE_INLINE_PICTURE_H

#include <stdbool.h>
#include <stdint.h>

typedef struct _cairo cairo_t;

/** Draws what the values of all ports, by index, do, into a picture of a size. False when memory is
    short. */
bool tare_inline_picture_draw(cairo_t* cairo, double width, double height, const float* values,
                              uint32_t n_channels);

#endif
