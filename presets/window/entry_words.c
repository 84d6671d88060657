#include "window/entry_words.h"

#include "base/text.h"
#include "base/utf8.h"
#include "corrections/aim.h"
#include "corrections/basis.h"
#include "curves/targets.h"
#include "fit/bend_text.h"
#include "window/aim_goal.h"
#include "window/targets_order.h"
#include "window/words.h"

#include <stdio.h>
#include <string.h>

#define BETWEEN "  \u00b7  "

static void append(char* text, size_t size, const char* before, const char* part)
{
    const size_t length = strlen(text);
    if (part && part[0] != '\0')
        snprintf(text + length, size - length, "%s%s", length > 0 ? before : "", part);
    tare_utf8_drop_partial_end(text);
}

void tare_entry_words_author(const TareEntry* entry, char* text, size_t size)
{
    text[0] = '\0';
    append(text, size, BETWEEN, entry->author);
    append(text, size, BETWEEN, entry->rig);
}

const char* tare_entry_words_basis(const TareEntry* entry)
{
    if (tare_basis_is_words(entry))
        return tare_word(TARE_WORD_FROM_WORDS);
    if (entry->kind == TARE_KIND_USER)
        return tare_word(TARE_WORD_OWN);
    return tare_word(entry->kind == TARE_KIND_PRESET ? TARE_WORD_PUBLISHED : TARE_WORD_MEASURED);
}

const char* tare_entry_words_target(const TareEntry* entry)
{
    const char* const title = tare_aim_title(entry);
    return title ? title : "";
}

#define TOWARDS "  \u2192  "

void tare_entry_words_all(const TareEntry* entry, char* text, size_t size)
{
    tare_entry_words_author(entry, text, size);
    append(text, size, TOWARDS, tare_entry_words_target(entry));
    append(text, size, BETWEEN, tare_entry_words_basis(entry));
}

void tare_entry_words_goal(const TareEntry* entry, const TareAimGoal* goal, char* text, size_t size)
{
    char like[256];
    char name[200];
    TareText words = {0};
    if (goal->like) {
        tare_entry_display_name(goal->like, name, sizeof name);
        snprintf(like, sizeof like, "%s %s", tare_word(TARE_WORD_SOUNDS_LIKE), name);
        append(text, size, TOWARDS, like);
    } else {
        if (goal->target)
            tare_targets_title(goal->target, name, sizeof name);
        append(text, size, TOWARDS, goal->target ? name : tare_entry_words_target(entry));
    }
    tare_bend_text_words(&words, &(TareTargetBend){goal->bass_db, goal->treble_db, goal->ear_db,
                                                   goal->tilt_db_per_octave});
    append(text, size, "", words.data);
    tare_text_clear(&words);
}

void tare_entry_words_aimed(const TareEntry* entry, const TareAimGoal* goal, char* text,
                            size_t size)
{
    if (!tare_aim_goal_is_set(goal)) {
        tare_entry_words_all(entry, text, size);
        return;
    }
    tare_entry_words_author(entry, text, size);
    tare_entry_words_goal(entry, goal, text, size);
}

void tare_entry_words_loaded(const TareEntry* entry, const TareAimGoal* goal, bool is_edited,
                             char* text, size_t size)
{
    if (!entry) {
        snprintf(text, size, "%s", tare_word(TARE_WORD_OWN_SETTINGS));
        return;
    }
    tare_entry_display_name(entry, text, size);
    if (is_edited)
        append(text, size, ", ", tare_word(TARE_WORD_EDITED));
    else if (tare_aim_goal_is_set(goal))
        tare_entry_words_goal(entry, goal, text, size);
}
