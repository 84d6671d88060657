#include "window/typing.h"

#include "window/desk.h"
#include "window/edit.h"
#include "window/event.h"
#include "window/value_read.h"
#include "window/value_text.h"

#include <string.h>

void tare_typing_begin(TareDesk* desk, TareKnob knob)
{
    char text[TARE_VALUE_TEXT];
    const TarePort port = tare_knob_port(knob);
    tare_edit_set(desk->edit, tare_value_text_number(text, &port, tare_knob_get(desk, knob)));
    desk->is_typing = true;
}

void tare_typing_end(TareDesk* desk, TareKnob knob)
{
    float value = 0.0f;
    if (desk->is_typing && tare_value_read(desk->edit->text, &value))
        tare_knob_set(desk, knob, value);
    desk->is_typing = false;
}

static bool is_enter(const TareEvent* event)
{
    return event->kind == TARE_EVENT_KEY && event->key == TARE_KEY_ENTER;
}

static bool handle_choice(TareDesk* desk, TareKnob knob, const TareEvent* event)
{
    if (!is_enter(event) && !(event->kind == TARE_EVENT_TEXT && event->text[0] == ' '))
        return false;
    const TarePort port = tare_knob_port(knob);
    const float next = tare_knob_get(desk, knob) + 1.0f;
    tare_knob_set(desk, knob, next > port.max ? port.min : next);
    return true;
}

static bool begins_value(const TareEvent* event)
{
    return event->kind == TARE_EVENT_TEXT && !event->control &&
           strchr("0123456789-+.,", event->text[0]) && event->text[0] != '\0';
}

bool tare_typing_handle(TareDesk* desk, TareKnob knob, const TareEvent* event)
{
    const TarePort port = tare_knob_port(knob);
    bool has_changed = false;
    if (port.scale == TARE_SCALE_CHOICE)
        return handle_choice(desk, knob, event);
    if (!desk->is_typing) {
        if (!is_enter(event) && !begins_value(event))
            return false;
        tare_typing_begin(desk, knob);
        if (!is_enter(event))
            tare_edit_handle(desk->edit, event, &has_changed);
        return true;
    }
    if (is_enter(event)) {
        tare_typing_end(desk, knob);
        return true;
    }
    if (event->kind == TARE_EVENT_KEY && event->key == TARE_KEY_ESCAPE) {
        desk->is_typing = false;
        return true;
    }
    return tare_edit_handle(desk->edit, event, &has_changed) || event->kind == TARE_EVENT_TEXT;
}
