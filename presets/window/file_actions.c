#include "window/file_actions.h"

#include "corrections/entry.h"
#include "window/chooser.h"
#include "window/desk.h"
#include "window/dials.h"
#include "window/entry_words.h"
#include "window/exchange.h"
#include "window/files.h"
#include "window/finder.h"
#include "window/focus.h"
#include "window/load.h"
#include "window/output_actions.h"
#include "window/save_actions.h"
#include "window/shelf.h"
#include "window/words.h"

#include <string.h>

enum { NAME_SIZE = 128 };

/** Gives the keys to the list of files. */
static void show(TareDesk* desk)
{
    tare_finder_close(desk->finder);
    tare_focus_set(desk, TARE_WIDGET_FILES);
}

/** Has the host ask, if it can. */
static bool ask_host(TareDesk* desk, bool is_saving)
{
    const char* const slash = strrchr(desk->files->edit.text, '/');
    const char* const name = is_saving && slash ? slash + 1 : "";
    desk->is_saving = is_saving;
    return desk->chooser &&
           desk->chooser->ask(desk->chooser->data, is_saving,
                              tare_word(is_saving ? TARE_WORD_CHOOSE_SAVE : TARE_WORD_CHOOSE_OPEN),
                              name);
}

static void choose_file_here(TareDesk* desk)
{
    tare_files_open(desk->files);
    show(desk);
}

void tare_action_choose_file(TareDesk* desk)
{
    tare_finder_close(desk->finder);
    if (!ask_host(desk, false))
        choose_file_here(desk);
}

void tare_action_choose_place(TareDesk* desk)
{
    if (!ask_host(desk, true))
        return;
    tare_files_close(desk->files);
    tare_focus_set(desk, TARE_WIDGET_FIND);
}

void tare_action_end_choosing(TareDesk* desk, const char* path, bool has_failed)
{
    if (has_failed && desk->is_saving) {
        desk->files->state = TARE_FILES_SAVE;
        tare_files_search(desk->files);
        show(desk);
    } else if (has_failed) {
        choose_file_here(desk);
    } else if (path && desk->is_saving) {
        tare_edit_set(&desk->files->edit, path);
        tare_action_save(desk);
    } else if (path) {
        tare_action_open(desk, path);
    }
}

bool tare_action_load(TareDesk* desk, const char* id)
{
    const TareEntry* const entry = tare_shelf_find_id(desk->shelf, id);
    return entry && tare_load(desk, entry);
}

const char* tare_action_loaded_id(const TareDesk* desk)
{
    const TareLoaded* const loaded = desk->loaded;
    const char* const id = loaded->state >= TARE_LOADED_EDITED ? loaded->entry->id : NULL;
    return id && tare_shelf_find_id(desk->shelf, id) == loaded->entry ? id : NULL;
}

void tare_action_choose_format(TareDesk* desk)
{
    char name[NAME_SIZE];
    const TareLoaded* const loaded = desk->loaded;
    if (loaded->state == TARE_LOADED_NOTHING) {
        tare_desk_warn(desk, tare_word(TARE_WORD_FILES_NOTHING));
        return;
    }
    if (desk->files->formats.n == 0 && !tare_exchange_ask_formats(desk->exchange)) {
        tare_desk_warn(desk, tare_word(TARE_WORD_FILES_NO_PROGRAM));
        return;
    }
    tare_entry_words_loaded(loaded->state == TARE_LOADED_OTHER ? NULL : loaded->entry,
                            &(TareAimGoal){0}, false, name, sizeof name);
    tare_files_save(desk->files, name);
    show(desk);
}

void tare_action_open(TareDesk* desk, const char* path)
{
    tare_desk_tell_begun(desk, tare_exchange_open(desk->exchange, path));
}

static void end_opening(TareDesk* desk, const TareExchangeResult* result)
{
    const TareEntry* const entry =
        result->is_good ? tare_shelf_add(desk->shelf, result->text) : NULL;
    const bool is_loaded = entry && tare_load(desk, entry);
    if (!is_loaded)
        tare_desk_warn(desk, result->words);
    else if (result->words[0] == '\0' && desk->back->is_there)
        tare_desk_say(desk, tare_word(TARE_WORD_FILES_OPENED));
    else
        tare_desk_say(desk, result->words);
}

bool tare_action_end(TareDesk* desk)
{
    const TareExchangeResult result = tare_exchange_end(desk->exchange);
    switch (result.kind) {
    case TARE_EXCHANGE_OPENED:
        end_opening(desk, &result);
        return true;
    case TARE_EXCHANGE_SAVED:
        tare_action_end_saving(desk, &result, TARE_WORD_FILES_SAVED, desk->files->edit.text);
        return true;
    case TARE_EXCHANGE_INSTALLED:
        tare_action_end_saving(desk, &result, TARE_WORD_FILES_INSTALLED, "");
        return true;
    case TARE_EXCHANGE_FORMATS:
        tare_files_set_formats(desk->files, result.text);
        return true;
    case TARE_EXCHANGE_OUTPUT:
        tare_action_end_output(desk, result.is_good, result.words);
        return true;
    case TARE_EXCHANGE_NOTHING:
        break;
    }
    return tare_action_take_outputs(desk);
}
