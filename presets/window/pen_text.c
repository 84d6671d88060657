#include "window/pen_text.h"

#include "base/plain.h"
#include "base/utf8.h"
#include "picture/frame.h"

#include <cairo.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { MAX_TEXT = 512 };

static void set_font(TarePen* pen, TarePenStyle style)
{
    cairo_select_font_face(pen->cairo, "sans-serif", CAIRO_FONT_SLANT_NORMAL,
                           style.is_bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(pen->cairo, style.size);
}

static double advance(cairo_t* cairo, const char* text)
{
    cairo_text_extents_t extents;
    cairo_text_extents(cairo, text, &extents);
    return extents.x_advance;
}

/** Cuts a text so that it fits with an ellipsis, by halving what is in question. */
static void cut_to_fit(cairo_t* cairo, double width, const char* text, char fitting[MAX_TEXT])
{
    size_t low = 0, high = strlen(text);
    if (high > MAX_TEXT - 8)
        high = MAX_TEXT - 8;
    while (low < high) {
        const size_t middle = high - (high - low) / 2;
        memcpy(fitting, text, middle);
        fitting[middle] = '\0';
        tare_utf8_drop_partial_end(fitting);
        strcat(fitting, "\u2026");
        if (advance(cairo, fitting) <= width)
            low = middle;
        else
            high = middle - 1;
    }
    memcpy(fitting, text, low);
    fitting[low] = '\0';
    tare_utf8_drop_partial_end(fitting);
    strcat(fitting, "\u2026");
}

/** Shows a text that fits, as glyphs that are looked up once. */
static double show(TarePen* pen, TareBox box, TarePenStyle style, const char* text)
{
    cairo_scaled_font_t* const font = cairo_get_scaled_font(pen->cairo);
    cairo_glyph_t* glyphs = NULL;
    int n = 0;
    if (cairo_scaled_font_text_to_glyphs(font, 0.0, 0.0, text, -1, &glyphs, &n, NULL, NULL, NULL) !=
        CAIRO_STATUS_SUCCESS)
        return 0.0;
    cairo_text_extents_t extents;
    cairo_font_extents_t height;
    cairo_scaled_font_glyph_extents(font, glyphs, n, &extents);
    cairo_scaled_font_extents(font, &height);
    const double width = extents.x_advance;
    const double share = style.align == TARE_PEN_LEFT     ? 0.0
                         : style.align == TARE_PEN_CENTRE ? 0.5
                                                          : 1.0;
    const double x = round(box.x + share * (box.w - width));
    const double y = round(box.y + 0.5 * (box.h + height.ascent - height.descent));
    const bool fits = width <= box.w;
    for (int i = 0; i < n; ++i) {
        glyphs[i].x += x;
        glyphs[i].y += y;
    }
    tare_plot_colour(pen->cairo, style.rgb, 1.0);
    if (fits)
        cairo_show_glyphs(pen->cairo, glyphs, n);
    cairo_glyph_free(glyphs);
    return fits ? width : 0.0;
}

/** The text as it may be seen: itself, or a copy. */
static const char* shown(const char* text, char plain[MAX_TEXT])
{
    if (tare_plain_is(text))
        return text;
    snprintf(plain, MAX_TEXT, "%s", text);
    tare_utf8_drop_partial_end(plain);
    tare_plain_make(plain);
    return plain;
}

double tare_pen_text(TarePen* pen, TareBox box, TarePenStyle style, const char* text)
{
    char plain[MAX_TEXT], fitting[MAX_TEXT];
    text = shown(text, plain);
    if (tare_box_is_empty(box) || !text[0])
        return 0.0;
    set_font(pen, style);
    const double width = show(pen, box, style, text);
    if (width > 0.0)
        return width;
    cut_to_fit(pen->cairo, box.w, text, fitting);
    return show(pen, box, style, fitting);
}

double tare_pen_width(TarePen* pen, TarePenStyle style, const char* text)
{
    char plain[MAX_TEXT];
    set_font(pen, style);
    return advance(pen->cairo, shown(text, plain));
}
