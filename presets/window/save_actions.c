#include "window/save_actions.h"

#include "base/text.h"
#include "fit/folded.h"
#include "window/desk.h"
#include "window/dials.h"
#include "window/exchange.h"
#include "window/files.h"
#include "window/loaded.h"
#include "window/saved_text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What differs by less is the same to everybody. */
#define TOLD_DB 0.1

enum { REMARK = 80 };

/** What has to be said of what is saved; "" for nothing. */
static void tell_folded(TareDesk* desk, const TareFolded* folded)
{
    char off[REMARK] = "";
    const unsigned tenths = (unsigned)ceil(10.0 * folded->error_db);
    if (folded->error_db >= TOLD_DB)
        snprintf(off, sizeof off, " %s %u.%u dB.", tare_word(TARE_WORD_FILES_OFF), tenths / 10,
                 tenths % 10);
    snprintf(desk->files->remark, sizeof desk->files->remark, "%s%s%s", folded->is_moved ? " " : "",
             folded->is_moved ? tare_word(TARE_WORD_FILES_FOLDED) : "", off);
}

void tare_action_save(TareDesk* desk)
{
    TareFolded folded = {.error_db = 0.0};
    const TareLoaded* const loaded = desk->loaded;
    const bool is_as_it_is =
        loaded->state == TARE_LOADED_WHOLE && !tare_aim_goal_is_set(&loaded->goal);
    char* const text =
        tare_saved_text(tare_dials_controls(desk->dials), loaded->entry, is_as_it_is, &folded);
    const bool is_preset = strcmp(desk->files->format, TARE_FILES_PRESET) == 0;
    const bool has_begun =
        text && (is_preset ? tare_exchange_install(desk->exchange, text)
                           : tare_exchange_save(desk->exchange, desk->files->edit.text,
                                                desk->files->format, text));
    tare_desk_tell_begun(desk, has_begun);
    tell_folded(desk, &folded);
    free(text);
}

void tare_action_end_saving(TareDesk* desk, const TareExchangeResult* result, TareWord done,
                            const char* path)
{
    TareText words = {0};
    if (result->words[0] != '\0')
        tare_text_format(&words, "%s", result->words);
    else
        tare_text_format(&words, "%s%s%s.", tare_word(done), path[0] ? " " : "", path);
    if (result->is_good && !words.failed) {
        tare_text_format(&words, "%s", desk->files->remark);
        tare_desk_say(desk, words.failed ? result->words : words.data);
    } else {
        tare_desk_warn(desk, result->words);
    }
    tare_text_clear(&words);
}
