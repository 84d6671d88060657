#include "cli/sink/window_sink.h"

#include "base/utf8.h"
#include "pipewire/live/sink.h"
#include "pipewire/live/sink_apply.h"
#include "pipewire/live/sink_choice.h"
#include "pipewire/live/watcher.h"
#include "window/words.h"

#include <stdio.h>

static void keep_report(void* words, const TareReport* report)
{
    snprintf(words, TARE_WINDOW_SINK_WORDS, "%s", report->message);
    tare_utf8_drop_partial_end(words);
}

/** What is to be said of a result; TARE_WORD_NONE: that has been reported. */
static TareWord word_of(TareSinkResult result)
{
    static const TareWord words[TARE_SINK_N_RESULTS] = {
        [TARE_SINK_NO_MEMORY] = TARE_WORD_SINK_NO_MEMORY,
        [TARE_SINK_BUSY] = TARE_WORD_SINK_BUSY,
        [TARE_SINK_NO_HOME] = TARE_WORD_SINK_NO_HOME,
        [TARE_SINK_NOT_OURS] = TARE_WORD_SINK_NOT_OURS,
        [TARE_SINK_NO_TONE] = TARE_WORD_SINK_NO_TONE,
        [TARE_SINK_NO_ROOM] = TARE_WORD_SINK_NO_ROOM,
        [TARE_SINK_NO_PLUGIN] = TARE_WORD_SINK_NO_PLUGIN};
    return words[result];
}

/** The lasting taste, as the window has it, counts for every model from now on. */
static TareSinkResult write_taste(const TareSink* sink, const TareControls* controls)
{
    TareTaste before;
    const TareTaste taste = tare_taste_of(controls);
    const TareControls plain = tare_controls_default();
    TareTaste usual = tare_taste_of(&plain);
    const TareSinkResult result = tare_sink_taste(sink, &before);
    if (result != TARE_SINK_DONE)
        return result;
    tare_taste_put(&usual, &before);
    return tare_taste_equal(&usual, &taste) ? result : tare_sink_set_taste(sink, &taste);
}

static bool choose(TareSink* sink, const TareWindowWish* wish)
{
    const TareTaste own = tare_taste_none();
    TareControls controls = *wish->controls;
    controls.enabled = true;
    controls.is_comparing = false;
    if (!tare_sink_choice_set(sink, &controls, &own, wish->id, wish->name, ""))
        return false;
    sink->has_choice = true;
    return tare_sink_choice_switch(sink, !wish->controls->enabled       ? TARE_SINK_PLAIN
                                         : wish->controls->is_comparing ? TARE_SINK_COMPARED
                                                                        : TARE_SINK_CORRECTED);
}

/** A sink that is new shall be heard: it becomes the default output. */
static TareSinkResult bring(TareSink* sink, const TareWindowWish* wish, TareLiveApplied* applied)
{
    const TareSinkWish live = {.wants_default = wish->wants_default || !sink->has_choice};
    return choose(sink, wish) ? tare_sink_apply(sink, &live, applied) : TARE_SINK_NO_MEMORY;
}

void tare_window_sink_apply(const TareWindowWish* wish, char words[TARE_WINDOW_SINK_WORDS])
{
    const TareReporter reporter = {keep_report, words};
    TareSink sink;
    TareLiveApplied applied = {.presence = TARE_LIVE_THERE};
    words[0] = '\0';
    TareSinkResult result = tare_sink_open(&sink, TARE_SINK_MAKE, &reporter);
    if (result == TARE_SINK_DONE)
        result = write_taste(&sink, wish->controls);
    if (result == TARE_SINK_DONE)
        result = bring(&sink, wish, &applied);
    tare_sink_close(&sink);
    const bool is_there = applied.presence == TARE_LIVE_THERE;
    if (result == TARE_SINK_DONE && is_there && tare_watcher_start(&reporter) != TARE_OK)
        return; /* it has been reported why */
    if (result == TARE_SINK_DONE)
        words[0] = '\0'; /* what was reported on the way was mended */
    else if (word_of(result) != TARE_WORD_NONE)
        snprintf(words, TARE_WINDOW_SINK_WORDS, "%s", tare_word(word_of(result)));
}

bool tare_window_sink_look(const TareSink* sink, TareControls* controls,
                           char name[TARE_WINDOW_SINK_WORDS])
{
    if (!sink->has_choice)
        return false;
    *controls = sink->choice.controls;
    controls->enabled = !sink->choice.is_off;
    controls->is_comparing = sink->choice.is_comparing;
    snprintf(name, TARE_WINDOW_SINK_WORDS, "%.*s", TARE_WINDOW_SINK_WORDS - 1, sink->choice.name);
    tare_utf8_drop_partial_end(name);
    return true;
}
