/* Writes words. */

#ifndef TARE_WINDOW_PEN_TEXT_H
#define TARE_WINDOW_PEN_TEXT_H

#include "window/pen.h"

/** Sizes of text, none below 12. */
typedef enum { TARE_PEN_SMALL = 12, TARE_PEN_NORMAL = 13, TARE_PEN_LARGE = 16 } TarePenSize;

typedef enum { TARE_PEN_LEFT, TARE_PEN_CENTRE, TARE_PEN_RIGHT } TarePenAlign;

typedef struct TarePenStyle {
    unsigned rgb;
    TarePenSize size;
    TarePenAlign align;
    bool is_bold;
} TarePenStyle;

/** A text in the middle of a box's height, cut with an ellipsis where it does not fit. Returns how
    wide it came out. */
double tare_pen_text(TarePen* pen, TareBox box, TarePenStyle style, const char* text);

/** How wide a text is. */
double tare_pen_width(TarePen* pen, TarePenStyle style, const char* text);

#endif
