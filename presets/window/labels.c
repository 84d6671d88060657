/* What is only read: what is loaded, hints, meters. */

#include "corrections/entry.h"
#include "tare/clip.h"
#include "window/desk.h"
#include "window/dials.h"
#include "window/entry_words.h"
#include "window/loaded.h"
#include "window/pen_lines.h"
#include "window/theme.h"
#include "window/tip.h"
#include "window/value_text.h"
#include "window/widget.h"

#include <stdio.h>

enum { GAP = 12, HALF_LINE = 8 };

static TareWord state_word(const TareLoaded* loaded)
{
    return loaded->state == TARE_LOADED_NOTHING ? TARE_WORD_NOTHING_LOADED
           : loaded->state == TARE_LOADED_OTHER ? TARE_WORD_OWN_SETTINGS
                                                : TARE_WORD_EDITED;
}

void tare_heading_draw(const TareDesk* desk, TareWidgetId id, TarePen* pen)
{
    const TareTheme* const theme = desk->theme;
    const TarePenStyle large = {theme->ink, TARE_PEN_LARGE, TARE_PEN_LEFT, true};
    const TarePenStyle faint = {theme->faint, TARE_PEN_NORMAL, TARE_PEN_LEFT, false};
    const TarePenStyle edited = {theme->warning, TARE_PEN_NORMAL, TARE_PEN_LEFT, true};
    const TareLoaded* const loaded = desk->loaded;
    TareBox rest = desk->boxes[id];
    char text[512];
    if (loaded->state < TARE_LOADED_EDITED) {
        const char* const told = tare_loaded_told(loaded);
        tare_pen_text(pen, rest, large, told[0] ? told : tare_word(state_word(loaded)));
        return;
    }
    tare_entry_display_name(loaded->entry, text, sizeof text);
    double width = tare_pen_text(pen, rest, large, text) + GAP;
    rest = (TareBox){rest.x + width, rest.y, rest.w - width, rest.h};
    if (loaded->state == TARE_LOADED_EDITED) {
        width = tare_pen_text(pen, rest, edited, tare_word(state_word(loaded))) + GAP;
        rest = (TareBox){rest.x + width, rest.y, rest.w - width, rest.h};
    }
    tare_entry_words_aimed(loaded->entry, &loaded->goal, text, sizeof text);
    tare_pen_text(pen, rest, faint, text);
}

/** What is longer than its line takes two, into the margin above and below. */
static void draw_in_lines(TarePen* pen, TareBox line, unsigned rgb, const char* text)
{
    const TarePenStyle style = {rgb, TARE_PEN_SMALL, TARE_PEN_LEFT, false};
    const double above = HALF_LINE - 0.5 * line.h;
    if (tare_pen_width(pen, style, text) <= line.w)
        tare_pen_text(pen, line, style, text);
    else
        tare_pen_lines(pen, (TareBox){line.x, line.y - above, line.w, 4 * HALF_LINE}, 2 * HALF_LINE,
                       style, text);
}

/** What is under the pointer explains itself, else what has the focus. */
void tare_hint_draw(const TareDesk* desk, TareWidgetId id, TarePen* pen)
{
    const TareTheme* const theme = desk->theme;
    char text[TARE_TIP_TEXT];
    if (desk->answer[0] != '\0') {
        draw_in_lines(pen, desk->boxes[id], desk->is_warning ? theme->warning : theme->ink,
                      desk->answer);
        return;
    }
    const bool is_away = desk->hover == TARE_WIDGET_METERS && !tare_dials_has_meters(desk->dials);
    tare_tip_text(is_away ? TARE_WIDGET_NONE : desk->hover, text);
    if (text[0] == '\0' && desk->focus == TARE_WIDGET_GRAPH)
        snprintf(text, sizeof text, "%s", tare_word(TARE_WORD_HINT_GRAPH_KEYS));
    else if (text[0] == '\0')
        tare_tip_text(desk->focus, text);
    draw_in_lines(pen, desk->boxes[id], theme->faint, text);
}

static TareWord clip_word(float clip)
{
    return clip > (float)TARE_CLIP_CORRECTION ? TARE_WORD_CLIP_INPUT
           : clip > (float)TARE_CLIP_NONE     ? TARE_WORD_CLIP_CORRECTION
                                              : TARE_WORD_NO_CLIP;
}

/** Half a value is worse than none. */
static double draw_meter(const TareDesk* desk, TarePen* pen, TareBox box, TareWord word,
                         TarePortRole role)
{
    char value[TARE_VALUE_TEXT];
    char text[128];
    const TarePort port = tare_dials_port(role, 0);
    snprintf(text, sizeof text, "%s %s", tare_word(word),
             tare_value_text(value, &port, tare_dials_get(desk->dials, role, 0)));
    const TarePenStyle style = {desk->theme->ink, TARE_PEN_SMALL, TARE_PEN_RIGHT, false};
    return tare_pen_width(pen, style, text) <= box.w ? tare_pen_text(pen, box, style, text) : 0.0;
}

void tare_meters_draw(const TareDesk* desk, TareWidgetId id, TarePen* pen)
{
    TareBox box = desk->boxes[id];
    if (desk->notice[0] != '\0')
        tare_pen_text(pen, box,
                      (TarePenStyle){desk->theme->warning, TARE_PEN_SMALL, TARE_PEN_LEFT, false},
                      desk->notice);
    if (desk->notice[0] != '\0' || !tare_dials_has_meters(desk->dials))
        return;
    const float clip = tare_dials_get(desk->dials, TARE_PORT_CLIP, 0);
    const TarePenStyle quiet = {desk->theme->ink, TARE_PEN_SMALL, TARE_PEN_RIGHT, false};
    const unsigned rgb = clip > 0.5f ? desk->theme->warning : desk->theme->ink;
    box.w -=
        tare_pen_text(pen, box, (TarePenStyle){rgb, TARE_PEN_SMALL, TARE_PEN_RIGHT, clip > 0.5f},
                      tare_word(clip_word(clip))) +
        GAP;
    /* as far below full scale as can be told: nothing was heard */
    if (tare_dials_get(desk->dials, TARE_PORT_HEADROOM, 0) >=
        tare_dials_port(TARE_PORT_HEADROOM, 0).max)
        box.w -= tare_pen_text(pen, box, quiet, tare_word(TARE_WORD_SILENCE)) + GAP;
    else
        box.w -= draw_meter(desk, pen, box, TARE_WORD_HEADROOM, TARE_PORT_HEADROOM) + GAP;
    draw_meter(desk, pen, box, TARE_WORD_PREAMP, TARE_PORT_PREAMP_USED);
}
