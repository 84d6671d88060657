#include "cli/sink/window_outputs.h"

#include "base/file_mark.h"
#include "base/utf8.h"
#include "cli/sink/output_rows.h"
#include "cli/sink/sink_words.h"
#include "cli/sink/window_heard.h"
#include "pipewire/chain/chain_paths.h"
#include "pipewire/live/device_sounds.h"
#include "pipewire/live/live.h"
#include "pipewire/session/session.h"
#include "window/window.h"
#include "window/words.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

/* What piled up since the last look comes in so many pieces at most. */
enum { MAX_PIECES = 64 };

enum { MAX_WORDS = 320 };

struct TareWindowOutputs {
    TareSession* session;      ///< NULL while PipeWire is away
    const char* missing;       ///< why it is; NULL for nothing
    TareDeviceSounds known;    ///< what the rules say, and the taste,
    TareFileMark rules, taste; ///< when their files were these
};

TareWindowOutputs* tare_window_outputs_new(void)
{
    return calloc(1, sizeof(TareWindowOutputs));
}

void tare_window_outputs_free(TareWindowOutputs* outputs)
{
    if (!outputs)
        return;
    tare_live_close(outputs->session);
    tare_device_sounds_clear(&outputs->known);
    free(outputs);
}

/** Brings the connection up to date. */
static void catch_up(TareWindowOutputs* outputs)
{
    TareLivePresence presence = TARE_LIVE_THERE;
    for (int i = 0; outputs->session && i < MAX_PIECES; ++i) {
        const unsigned n_seen = tare_session_n_changes(outputs->session);
        if (!tare_session_run(outputs->session, 0)) {
            tare_live_close(outputs->session);
            outputs->session = NULL;
        } else if (tare_session_n_changes(outputs->session) == n_seen) {
            break;
        }
    }
    if (!outputs->session)
        outputs->session = tare_live_open(&presence);
    outputs->missing = outputs->session ? NULL : tare_sink_words_presence(presence);
}

/** Reads the rules when they have changed. Those that cannot be read are none: who wants to change
    them is told why. */
static void read_rules(TareWindowOutputs* outputs, const TareChainPaths* paths)
{
    const TareFileMark rules = tare_file_mark(paths->devices), taste = tare_file_mark(paths->taste);
    TareDeviceSounds known;
    if (tare_file_mark_is_same(&rules, &outputs->rules) &&
        tare_file_mark_is_same(&taste, &outputs->taste))
        return;
    (void)tare_device_sounds_read(&known, &outputs->known, paths, NULL);
    tare_device_sounds_clear(&outputs->known);
    outputs->known = known;
    outputs->rules = rules;
    outputs->taste = taste;
}

/** Says what is missing, else what came of the last change, else what is not as it looks. */
static void say(const TareWindowOutputs* outputs, TareWindow* window, const char* words,
                const char* heard_name, bool is_bypassed)
{
    char text[MAX_WORDS];
    snprintf(text, sizeof text, "%s %s", tare_word(TARE_WORD_OUTPUT_HEARD),
             heard_name ? heard_name : "");
    tare_utf8_drop_partial_end(text);
    tare_window_tell(window, outputs->missing   ? outputs->missing
                             : words[0] != '\0' ? words
                             : heard_name       ? text
                             : is_bypassed      ? tare_word(TARE_WORD_OUTPUT_BYPASSED)
                                                : "");
}

/** Shows the list. */
static void show(const TareWindowOutputs* outputs, TareWindow* window, bool is_bypassed)
{
    TareOutputRows rows;
    const size_t n = outputs->session ? tare_live_outputs(outputs->session, NULL, 0) : 0;
    TareOutput* const there = calloc(n + 1, sizeof *there);
    if (there && n > 0)
        (void)tare_live_outputs(outputs->session, there, n);
    tare_output_rows_make(&rows, there, there ? n : 0, &outputs->known.rules);
    tare_outputs_tell(tare_window_outputs(window), &(TareOutputsNews){.rows = rows.rows,
                                                                      .n = rows.n,
                                                                      .is_away = !outputs->session,
                                                                      .is_bypassed = is_bypassed});
    tare_output_rows_clear(&rows);
    free(there);
}

void tare_window_outputs_look(TareWindowOutputs* outputs, const TareChainPaths* paths,
                              const TareChoice* choice, TareWindow* window, const char* words)
{
    TareLiveState state;
    catch_up(outputs);
    read_rules(outputs, paths);
    tare_live_look(outputs->session, choice, &state);
    const bool is_bypassed =
        state.has_sink && !state.is_smart && !state.is_inside && state.has_default_output;
    show(outputs, window, is_bypassed);
    say(outputs, window, words,
        tare_window_heard(outputs->session, choice, &state, &outputs->known), is_bypassed);
}
