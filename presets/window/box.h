/* Places of things in a window, in pixels of a display of scale 1. */

#ifndef TARE_WINDOW_BOX_H
#define TARE_WINDOW_BOX_H

#include <stdbool.h>

/** One with no width is nowhere. */
typedef struct TareBox {
    double x, y, w, h;
} TareBox;

/** Of all lists, and of one whose rows have two lines. */
enum { TARE_ROW_HEIGHT = 26, TARE_TALL_ROW_HEIGHT = 46 };

static inline bool tare_box_is_empty(TareBox box)
{
    return box.w <= 0.0 || box.h <= 0.0;
}

static inline bool tare_box_holds(TareBox box, double x, double y)
{
    return x >= box.x && y >= box.y && x < box.x + box.w && y < box.y + box.h;
}

static inline bool tare_box_meets(TareBox a, TareBox b)
{
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

static inline TareBox tare_box_inset(TareBox box, double by)
{
    return (TareBox){box.x + by, box.y + by, box.w - 2.0 * by, box.h - 2.0 * by};
}

/** The smallest that holds both. */
static inline TareBox tare_box_union(TareBox a, TareBox b)
{
    if (tare_box_is_empty(a))
        return b;
    if (tare_box_is_empty(b))
        return a;
    const double right = a.x + a.w > b.x + b.w ? a.x + a.w : b.x + b.w;
    const double bottom = a.y + a.h > b.y + b.h ? a.y + a.h : b.y + b.h;
    const double x = a.x < b.x ? a.x : b.x;
    const double y = a.y < b.y ? a.y : b.y;
    return (TareBox){x, y, right - x, bottom - y};
}

#endif
