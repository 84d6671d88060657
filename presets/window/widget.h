/* The kinds of things in the window, and the table of those there are. */

#ifndef TARE_WINDOW_WIDGET_H
#define TARE_WINDOW_WIDGET_H

#include "window/knob.h"
#include "window/widget_id.h"
#include "window/words.h"

typedef struct TareDesk TareDesk;
typedef struct TareEvent TareEvent;
typedef struct TarePen TarePen;
typedef struct TareWidget TareWidget;

struct TareWidget {
    void (*draw)(const TareDesk* desk, TareWidgetId id, TarePen* pen);
    bool (*handle)(TareDesk* desk, TareWidgetId id, const TareEvent* event); ///< NULL: none is its
    bool takes_focus;
    TarePortRole role;    ///< of sliders and toggles
    TareBend bend;        ///< of sliders for the target; `role` has the same range
    TareWord label, hint; ///< without a hint: what its port says
};

/** One of those there are. */
const TareWidget* tare_widget(TareWidgetId id);

/** What a slider turns. */
TareKnob tare_widget_knob(TareWidgetId id);

/* The kinds; each has a file of its own. `handle` returns whether the event was for it; what has to
   be drawn anew it says itself, but for a change of sound, upon which all is. */

void tare_field_draw(const TareDesk* desk, TareWidgetId id, TarePen* pen);
bool tare_field_handle(TareDesk* desk, TareWidgetId id, const TareEvent* event);

void tare_results_draw(const TareDesk* desk, TareWidgetId id, TarePen* pen);
bool tare_results_handle(TareDesk* desk, TareWidgetId id, const TareEvent* event);

void tare_toggle_draw(const TareDesk* desk, TareWidgetId id, TarePen* pen);
bool tare_toggle_handle(TareDesk* desk, TareWidgetId id, const TareEvent* event);

void tare_button_draw(const TareDesk* desk, TareWidgetId id, TarePen* pen);
bool tare_button_handle(TareDesk* desk, TareWidgetId id, const TareEvent* event);

void tare_slider_draw(const TareDesk* desk, TareWidgetId id, TarePen* pen);
bool tare_slider_handle(TareDesk* desk, TareWidgetId id, const TareEvent* event);

void tare_graph_draw(const TareDesk* desk, TareWidgetId id, TarePen* pen);
bool tare_graph_handle(TareDesk* desk, TareWidgetId id, const TareEvent* event);

void tare_bands_draw(const TareDesk* desk, TareWidgetId id, TarePen* pen);
bool tare_bands_handle(TareDesk* desk, TareWidgetId id, const TareEvent* event);

void tare_targets_draw(const TareDesk* desk, TareWidgetId id, TarePen* pen);
bool tare_targets_handle(TareDesk* desk, TareWidgetId id, const TareEvent* event);

void tare_outputs_draw(const TareDesk* desk, TareWidgetId id, TarePen* pen);
bool tare_outputs_handle(TareDesk* desk, TareWidgetId id, const TareEvent* event);

void tare_files_draw(const TareDesk* desk, TareWidgetId id, TarePen* pen);
bool tare_files_handle(TareDesk* desk, TareWidgetId id, const TareEvent* event);

void tare_blind_words_draw(const TareDesk* desk, TareWidgetId id, TarePen* pen);

void tare_heading_draw(const TareDesk* desk, TareWidgetId id, TarePen* pen);
void tare_readout_draw(const TareDesk* desk, TareWidgetId id, TarePen* pen);
void tare_hint_draw(const TareDesk* desk, TareWidgetId id, TarePen* pen);
void tare_meters_draw(const TareDesk* desk, TareWidgetId id, TarePen* pen);

#endif
