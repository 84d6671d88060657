#include "window/desk.h"

#include "base/utf8.h"
#include "window/words.h"

#include <stdio.h>

/* The ring of the focus lies so far around a box. */
#define RING 4.0

void tare_desk_soil(TareDesk* desk, TareWidgetId id)
{
    if (!tare_box_is_empty(desk->boxes[id]))
        desk->dirty = tare_box_union(desk->dirty, tare_box_inset(desk->boxes[id], -RING));
}

void tare_desk_soil_all(TareDesk* desk)
{
    desk->dirty = desk->all;
}

static void answer(TareDesk* desk, const char* words, bool is_warning)
{
    snprintf(desk->answer, sizeof desk->answer, "%s", words);
    tare_utf8_drop_partial_end(desk->answer);
    desk->is_warning = is_warning;
}

void tare_desk_say(TareDesk* desk, const char* words)
{
    answer(desk, words, false);
}

void tare_desk_warn(TareDesk* desk, const char* words)
{
    answer(desk, words, true);
}

void tare_desk_tell_begun(TareDesk* desk, bool has_begun)
{
    if (has_begun)
        tare_desk_say(desk, tare_word(TARE_WORD_FILES_WAIT));
    else
        tare_desk_warn(desk, tare_word(TARE_WORD_FILES_NO_PROGRAM));
}
