#include "window/edit.h"

#include "base/utf8.h"
#include "window/event.h"

#include <stdio.h>
#include <string.h>

void tare_edit_set(TareEdit* edit, const char* text)
{
    snprintf(edit->text, sizeof edit->text, "%s", text);
    tare_utf8_drop_partial_end(edit->text);
    edit->cursor = strlen(edit->text);
    edit->is_selected = edit->cursor > 0;
}

static bool is_inside(char byte)
{
    return ((unsigned char)byte & 0xc0u) == 0x80u;
}

static size_t place_before(const TareEdit* edit)
{
    size_t place = edit->cursor;
    while (place > 0 && is_inside(edit->text[--place])) {
    }
    return place;
}

static size_t place_behind(const TareEdit* edit)
{
    size_t place = edit->cursor;
    if (edit->text[place] != '\0')
        do
            ++place;
        while (is_inside(edit->text[place]));
    return place;
}

static void erase(TareEdit* edit, size_t first, size_t end)
{
    memmove(edit->text + first, edit->text + end, strlen(edit->text + end) + 1);
    edit->cursor = first;
}

static void erase_selected(TareEdit* edit)
{
    if (edit->is_selected)
        erase(edit, 0, strlen(edit->text));
    edit->is_selected = false;
}

/** What does not fit as a whole is not taken. */
static bool insert(TareEdit* edit, const char* text)
{
    const size_t n = strlen(text);
    if (!tare_utf8_is_valid(text, n, NULL) || tare_utf8_is_control(text))
        return false;
    erase_selected(edit);
    const size_t length = strlen(edit->text);
    if (n == 0 || length + n >= sizeof edit->text)
        return false;
    memmove(edit->text + edit->cursor + n, edit->text + edit->cursor, length - edit->cursor + 1);
    memcpy(edit->text + edit->cursor, text, n);
    edit->cursor += n;
    return true;
}

static bool erase_by_key(TareEdit* edit, bool is_backwards)
{
    const size_t length = strlen(edit->text);
    if (edit->is_selected)
        erase_selected(edit);
    else if (is_backwards)
        erase(edit, place_before(edit), edit->cursor);
    else
        erase(edit, edit->cursor, place_behind(edit));
    return strlen(edit->text) != length;
}

static bool move(TareEdit* edit, TareKey key)
{
    edit->is_selected = false;
    if (key == TARE_KEY_LEFT)
        edit->cursor = place_before(edit);
    else if (key == TARE_KEY_RIGHT)
        edit->cursor = place_behind(edit);
    else if (key == TARE_KEY_HOME)
        edit->cursor = 0;
    else if (key == TARE_KEY_END)
        edit->cursor = strlen(edit->text);
    else
        return false;
    return true;
}

bool tare_edit_handle(TareEdit* edit, const TareEvent* event, bool* has_changed)
{
    *has_changed = false;
    if (event->kind == TARE_EVENT_TEXT && event->control) {
        edit->is_selected = event->text[0] == 'a' && edit->text[0] != '\0';
        return event->text[0] == 'a';
    }
    if (event->kind == TARE_EVENT_TEXT)
        *has_changed = insert(edit, event->text);
    else if (event->kind == TARE_EVENT_KEY && event->key == TARE_KEY_BACKSPACE)
        *has_changed = erase_by_key(edit, true);
    else if (event->kind == TARE_EVENT_KEY && event->key == TARE_KEY_DELETE)
        *has_changed = erase_by_key(edit, false);
    else
        return event->kind == TARE_EVENT_KEY && move(edit, event->key);
    return true;
}
