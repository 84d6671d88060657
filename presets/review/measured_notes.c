#include "review/measured_notes.h"

#include "review/outline.h"
#include "review/setting_text.h"
#include "review/word_patterns.h"
#include "review/words.h"

#include <stddef.h>
#include <string.h>

/* A longer text is no note. */
enum { MAX_NOTE = 1200 };

/* So many words behind "against" the target may be named. */
enum { MAX_DISTANCE = 4 };

typedef struct {
    bool is_measured;       ///< against a target, or by something that measures
    bool has_target;        ///< a target was named before
    bool is_on;             ///< the last word is "on", or "against"
    bool has_setting;       ///< a word speaks of settings
    unsigned n_since_curve; ///< words since "curve"; more than MAX_DISTANCE for none
    unsigned n_since;       ///< words since "against"; more than MAX_DISTANCE for none
} Note;

static bool is_against(const char* word, size_t length)
{
    static const char* const words[] = {"against", "dev",      "deviat*", "minus",  "re", "ref",
                                        "rel",     "relative", "than",    "versus", "vs"};
    for (size_t i = 0; i < sizeof words / sizeof *words; ++i)
        if (tare_word_is(word, length, words[i]))
            return true;
    return false;
}

/** What measures a headphone, or shows what was measured. */
static bool is_measuring(const char* word, size_t length)
{
    static const char* const words[] = {"arta",     "averaged", "coupler",  "deviation*",   "gras",
                                        "graph",    "kemar",    "measured", "measurement*", "plot",
                                        "smoothed", "sweep",    "sweeps",   "umik"};
    for (size_t i = 0; i < sizeof words / sizeof *words; ++i)
        if (tare_word_is(word, length, words[i]))
            return true;
    return false;
}

/** What a curve does that was measured; one of an equaliser is set. */
static bool is_telling(const char* word, size_t length)
{
    static const char* const words[] = {"read", "reads", "say",  "says",
                                        "show", "shows", "tell", "tells"};
    for (size_t i = 0; i < sizeof words / sizeof *words; ++i)
        if (tare_word_is(word, length, words[i]))
            return true;
    return false;
}

/** What tells a response: "my ears tell me" */
static bool is_curve(const char* word, size_t length)
{
    return tare_word_is(word, length, "curve") || tare_word_is(word, length, "ear*") ||
           tare_word_is(word, length, "mic");
}

static bool is_of_settings(const char* word, size_t length)
{
    static const char* const words[] = {
        "adjust*", "apply", "applied", "compensat*", "correct*", "cure*",      "dial*",
        "eq*",     "fc",    "filter*", "fix*",       "needs",    "parametric", "peq",
        "preset*", "q",     "remed*",  "setting*",   "shel*",    "slider*",    "tweak*"};
    for (size_t i = 0; i < sizeof words / sizeof *words; ++i)
        if (tare_word_is(word, length, words[i]))
            return true;
    return tare_word_names_software(word, length);
}

static void note_word(Note* note, const char* word, size_t length)
{
    const bool is_target = tare_word_meaning(word, length) & TARE_WORD_TARGET;
    note->is_measured = note->is_measured || (is_target && note->n_since <= MAX_DISTANCE) ||
                        is_measuring(word, length) ||
                        (note->n_since_curve <= MAX_DISTANCE && is_telling(word, length));
    note->is_measured = /* "my target has +8 at 60 ... hx on it:" */
        note->is_measured || (note->has_target && note->is_on && tare_word_is(word, length, "it"));
    note->has_target = note->has_target || is_target;
    note->is_on = tare_word_is(word, length, "on") || is_against(word, length);
    note->n_since_curve =
        is_curve(word, length) ? 0 : note->n_since_curve + (note->n_since_curve <= MAX_DISTANCE);
    note->has_setting = note->has_setting || is_of_settings(word, length);
    note->n_since = is_against(word, length) ? 0 : note->n_since + (note->n_since <= MAX_DISTANCE);
}

static void note_text(Note* note, const char* text)
{
    const size_t length = strlen(text);
    note->n_since = note->n_since_curve = MAX_DISTANCE + 1;
    for (size_t at = 0; at < length;) {
        const size_t end = tare_setting_word_end(text, length, at);
        if (end > at)
            note_word(note, text + at, end - at);
        at = end > at ? end : at + 1;
    }
}

bool tare_note_is_measured(const TareOutline* outline)
{
    Note note = {0};
    if (tare_outline_length(outline) > MAX_NOTE)
        return false;
    for (size_t i = 0; i < outline->n_headings; ++i)
        note_text(&note, outline->headings[i]);
    for (size_t i = 0; i < outline->n_paragraphs; ++i)
        note_text(&note, outline->paragraphs[i].text);
    return note.is_measured && !note.has_setting;
}
