#include "cli/sink/tray_face.h"

#include "base/plain.h"
#include "base/utf8.h"
#include "cli/sink/recent.h"
#include "desktop/desktop_module.h"
#include "window/words.h"

#include <stdio.h>
#include <string.h>

static void add(TareDesktopFace* face, int id, TareDesktopItemKind kind, const char* label,
                bool is_on)
{
    TareDesktopItem* const item = &face->items[face->n_items++];
    item->id = id;
    item->kind = kind;
    item->is_on = is_on;
    item->is_enabled = true;
    snprintf(item->label, sizeof item->label, "%s", label);
    tare_utf8_drop_partial_end(item->label);
    tare_plain_make(item->label);
}

void tare_tray_face_make(TareDesktopFace* face, const TareRecent* recent, const char* id,
                         const char* name, bool is_on)
{
    memset(face, 0, sizeof *face); /* they are compared byte by byte */
    snprintf(face->title, sizeof face->title, "Tare");
    snprintf(face->tip, sizeof face->tip, is_on ? "%s" : "%s (%s)", name,
             tare_word(TARE_WORD_TRAY_OFF));
    tare_utf8_drop_partial_end(face->tip);
    tare_plain_make(face->tip);
    snprintf(face->overlay, sizeof face->overlay, "%s", is_on ? "" : "media-playback-pause");
    add(face, TARE_TRAY_ON, TARE_DESKTOP_CHECK, tare_word(TARE_WORD_TRAY_ON), is_on);
    add(face, TARE_TRAY_LINE, TARE_DESKTOP_SEPARATOR, "", false);
    for (size_t i = 0; i < recent->n; ++i)
        add(face, TARE_TRAY_RECENT + (int)i, TARE_DESKTOP_CHECK, recent->ones[i].name,
            !strcmp(recent->ones[i].id, id));
    if (recent->n > 0)
        add(face, TARE_TRAY_LINE + 1, TARE_DESKTOP_SEPARATOR, "", false);
    add(face, TARE_TRAY_SHOW, TARE_DESKTOP_PLAIN, tare_word(TARE_WORD_TRAY_SHOW), false);
    add(face, TARE_TRAY_QUIT, TARE_DESKTOP_PLAIN, tare_word(TARE_WORD_TRAY_QUIT), false);
}
