/* The LV2 extension by which a plugin shows a small picture in a host's mixer strip
   (http://harrisonconsoles.com/lv2/inlinedisplay, of Ardour and Mixbus): no package has its header.
 */

#ifndef TARE_INLINE_DISPLAY_H
#define TARE_INLINE_DISPLAY_H

#include <stdint.h>

#define TARE_INLINE_DISPLAY_INTERFACE "http://harrisonconsoles.com/lv2/inlinedisplay#interface"
#define TARE_INLINE_DISPLAY_QUEUE_DRAW "http://harrisonconsoles.com/lv2/inlinedisplay#queue_draw"

/** A picture, four bytes a pixel, as cairo's ARGB32. It stays the plugin's. */
typedef struct TareInlineSurface {
    unsigned char* data;
    int width, height;
    int stride; ///< bytes a row
} TareInlineSurface;

/** What the host gives: to be called, from run() too, when the picture is another one. */
typedef struct TareInlineQueue {
    void* handle;
    void (*queue_draw)(void* handle);
} TareInlineQueue;

/** What the plugin gives: draws as wide as asked and at most so high; NULL when it cannot. Called
    outside of audio. */
typedef struct TareInlineInterface {
    TareInlineSurface* (*render)(void* instance, uint32_t width, uint32_t max_height);
} TareInlineInterface;

/** What draws: a module beside the plugin, "tare_inline.so", which is loaded when a host asks for a
    picture, so that the plugin itself needs no library. It exports this function as
    TARE_INLINE_DRAW; `values` are those of all ports, by index. False when memory is short. */
#define TARE_INLINE_MODULE "tare_inline.so"
#define TARE_INLINE_DRAW "tare_inline_draw"
typedef _Bool TareInlineDraw(const TareInlineSurface* surface, const float* values,
                             uint32_t n_channels);

#endif
