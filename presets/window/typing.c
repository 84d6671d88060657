#include "window/typing.h"

#include "window/desk.h"
#include "window/dials.h"
#include "window/edit.h"
#include "window/event.h"
#include "window/value_text.h"

#include <string.h>

void tare_typing_begin(TareDesk* desk, TarePortRole role, uint32_t which)
{
    char text[TARE_VALUE_TEXT];
    const TarePort port = tare_dials_port(role, which);
    tare_edit_set(desk->edit,
                  tare_value_text_number(text, &port, tare_dials_get(desk->dials, role, which)));
    desk->is_typing = true;
}

void tare_typing_end(TareDesk* desk, TarePortRole role, uint32_t which)
{
    float value = 0.0f;
    if (desk->is_typing && tare_value_text_read(desk->edit->text, &value)) {
        if (role == TARE_PORT_PREAMP)
            tare_dials_set(desk->dials, TARE_PORT_MANUAL_PREAMP, 0, 1.0f);
        tare_dials_set(desk->dials, role, which, value);
    }
    desk->is_typing = false;
}

static bool is_enter(const TareEvent* event)
{
    return event->kind == TARE_EVENT_KEY && event->key == TARE_KEY_ENTER;
}

static bool handle_choice(TareDesk* desk, const TarePort* port, const TareEvent* event)
{
    if (!is_enter(event) && !(event->kind == TARE_EVENT_TEXT && event->text[0] == ' '))
        return false;
    const float value = tare_dials_get(desk->dials, port->role, port->which);
    tare_dials_set(desk->dials, port->role, port->which,
                   value + 1.0f > port->max ? port->min : value + 1.0f);
    return true;
}

static bool begins_value(const TareEvent* event)
{
    return event->kind == TARE_EVENT_TEXT && !event->control &&
           strchr("0123456789-+.,", event->text[0]) && event->text[0] != '\0';
}

bool tare_typing_handle(TareDesk* desk, TarePortRole role, uint32_t which, const TareEvent* event)
{
    const TarePort port = tare_dials_port(role, which);
    bool has_changed = false;
    if (port.scale == TARE_SCALE_CHOICE)
        return handle_choice(desk, &port, event);
    if (!desk->is_typing) {
        if (!is_enter(event) && !begins_value(event))
            return false;
        tare_typing_begin(desk, role, which);
        if (!is_enter(event))
            tare_edit_handle(desk->edit, event, &has_changed);
        return true;
    }
    if (is_enter(event)) {
        tare_typing_end(desk, role, which);
        return true;
    }
    if (event->kind == TARE_EVENT_KEY && event->key == TARE_KEY_ESCAPE) {
        desk->is_typing = false;
        return true;
    }
    return tare_edit_handle(desk->edit, event, &has_changed) || event->kind == TARE_EVENT_TEXT;
}
