#include "pipewire/live/route.h"

#include "pipewire/chain/chain_file.h"
#include "pipewire/live/sink.h"
#include "pipewire/live/sink_choice.h"
#include "pipewire/session/session.h"
#include "pipewire/session/session_node.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

enum { SETTLE_MS = 500, SETTLE_STEP_MS = 20, MOVE_MS = 60 };

static const char default_key[] = "default.configured.audio.sink";
static const char present_key[] = "default.audio.sink"; /* what the session manager made of it */
static const char target_key[] = "target.object";

/* The session manager takes this for "no certain one". */
static const char no_target[] = "-1";

/** The sink that one of the keys of a default names, "" for none. */
static void read_name(const TareSession* session, const char* key, char name[TARE_CHOICE_TEXT])
{
    const char* const text = tare_session_metadata(session, 0, key);
    json_t* const object = text ? json_loads(text, 0, NULL) : NULL;
    const char* const found = json_string_value(json_object_get(object, "name"));
    tare_choice_set_text(name, found ? found : "");
    json_decref(object);
}

/** The sink that the listener chose as default, "" for none. */
static void read_default(const TareSession* session, char name[TARE_CHOICE_TEXT])
{
    read_name(session, default_key, name);
}

static bool set_default(TareSession* session, const char* name)
{
    char text[TARE_CHOICE_TEXT + 32];
    json_t* const object = json_pack("{s:s}", "name", name);
    const size_t length = object ? json_dumpb(object, text, sizeof text - 1, 0) : 0;
    json_decref(object);
    if (length == 0 || length >= sizeof text)
        return false;
    text[length] = '\0';
    return tare_session_set_metadata(session, 0, default_key, "Spa:String:JSON", text);
}

bool tare_route_is_default(const TareSession* session)
{
    char name[TARE_CHOICE_TEXT];
    read_default(session, name);
    return strcmp(name, TARE_SINK_NAME) == 0;
}

bool tare_route_default(const TareSession* session, TareOutput* output)
{
    char name[TARE_CHOICE_TEXT];
    const TareSessionNode* sink = NULL;
    read_name(session, present_key, name);
    while ((sink = tare_session_next_sink(session, sink)))
        if (!tare_session_node_is_ours(sink) && strcmp(sink->name, name) == 0) {
            tare_session_output(session, sink, output);
            return true;
        }
    return false;
}

static TareSinkResult choose_output(const TareSession* session, TareChoice* choice,
                                    const char* pattern)
{
    const TareSessionNode* sink = NULL;
    if (strcmp(pattern, "auto") == 0) {
        choice->target[0] = '\0';
        return TARE_SINK_DONE;
    }
    while ((sink = tare_session_next_sink(session, sink))) {
        TareOutput output;
        tare_session_output(session, sink, &output);
        if (!tare_session_node_is_ours(sink) && tare_output_fits(&output, pattern)) {
            tare_choice_set_text(choice->target, sink->name);
            return TARE_SINK_DONE;
        }
    }
    return TARE_SINK_NO_OUTPUT;
}

/** The output in whose node the correction shall be: the wished one, or that of before, or what is
    behind Tare, or the default one. */
static TareSinkResult choose_inside(const TareSession* session, TareChoice* choice,
                                    const TareSinkWish* wish)
{
    TareOutput output;
    const bool is_auto = wish->device && strcmp(wish->device, "auto") == 0;
    choice->is_default = false;
    if (wish->device && !is_auto)
        return choose_output(session, choice, wish->device);
    if (choice->target[0] != '\0' && !is_auto)
        return TARE_SINK_DONE;
    const bool is_found = !is_auto && tare_route_output(session, &output);
    if (!is_found && !tare_route_default(session, &output))
        return TARE_SINK_NO_OUTPUT;
    return tare_choice_set_text(choice->target, output.names[TARE_OUTPUT_NODE])
               ? TARE_SINK_DONE
               : TARE_SINK_NO_OUTPUT;
}

TareSinkResult tare_route_choose(TareSession* session, TareChoice* choice, const TareSinkWish* wish)
{
    char before[TARE_CHOICE_TEXT];
    if (choice->is_smart) {
        choice->is_default = false;
        return TARE_SINK_DONE;
    }
    if (choice->is_inside)
        return choose_inside(session, choice, wish);
    read_default(session, before);
    if (wish->wants_default) {
        choice->is_default = true;
        if (strcmp(before, TARE_SINK_NAME) != 0) {
            tare_choice_set_text(choice->default_before, before);
            if (before[0] != '\0')
                tare_choice_set_text(choice->target, before);
        }
    } else if (before[0] != '\0' && strcmp(before, TARE_SINK_NAME) != 0) {
        choice->is_default = false; /* the listener has chosen another one since */
    }
    return wish->device ? choose_output(session, choice, wish->device) : TARE_SINK_DONE;
}

/** What the session manager shall be told of the stream behind Tare. */
static const char* wanted_target(const TareChoice* choice)
{
    return choice->target[0] != '\0' && !choice->is_smart ? choice->target : no_target;
}

/** Has the stream behind Tare play to the choice's target; `is_new` tells whether it did not. */
static bool set_target(TareSession* session, const TareChoice* choice, bool* is_new)
{
    const TareSessionNode* const output = tare_session_chain_stream(session);
    if (!output)
        return false;
    const char* const told = tare_session_metadata(session, output->id, target_key);
    const char* const now = told ? told : output->target[0] != '\0' ? output->target : no_target;
    const char* const wanted = wanted_target(choice);
    *is_new = strcmp(now, wanted) != 0;
    return !*is_new ||
           tare_session_set_metadata(session, output->id, target_key, "Spa:String", wanted);
}

/** Whether everything is as it was asked for, as far as it can be. */
static bool is_settled(const TareSession* session, const TareChoice* choice, bool wants_default)
{
    TareOutput output;
    if (wants_default && !tare_route_is_default(session))
        return false;
    return tare_route_output(session, &output) &&
           (choice->target[0] == '\0' || choice->is_smart ||
            strcmp(output.names[TARE_OUTPUT_NODE], choice->target) == 0);
}

/** The session manager takes its time, at least so long as it takes to move a stream; what it has
    not done in the end it may do later, or never: a target that is unplugged is no mistake. */
static void settle(TareSession* session, const TareChoice* choice, bool wants_default,
                   int at_least_ms)
{
    const double begin_ms = tare_session_now_ms();
    double passed_ms = 0.0;
    while (passed_ms < at_least_ms ||
           (!is_settled(session, choice, wants_default) && passed_ms < SETTLE_MS)) {
        if (!tare_session_run(session, SETTLE_STEP_MS))
            return;
        passed_ms = tare_session_now_ms() - begin_ms;
    }
}

/** A session manager that was just starting may have overlooked the stream: a word about it makes
   it look again. */
static void wake(TareSession* session, const TareChoice* choice)
{
    TareOutput output;
    const TareSessionNode* const stream = tare_session_chain_stream(session);
    if (!stream || tare_route_output(session, &output))
        return;
    (void)tare_session_set_metadata(session, stream->id, target_key, "Spa:String",
                                    wanted_target(choice));
    settle(session, choice, false, MOVE_MS);
}

TareSinkResult tare_route_apply(TareSession* session, const TareSink* sink,
                                const TareSinkWish* wish)
{
    const TareChoice* const choice = &sink->choice;
    bool is_moved = false;
    if (choice->is_inside) {
        tare_route_restore(session, choice);
        return TARE_SINK_DONE;
    }
    bool ok = set_target(session, choice, &is_moved) || choice->target[0] == '\0';
    if (choice->is_smart)
        tare_route_restore(session, choice);
    if (wish->wants_default && !tare_route_is_default(session))
        ok = set_default(session, TARE_SINK_NAME) && ok;
    ok = tare_session_sync(session) && ok;
    settle(session, choice, wish->wants_default, is_moved ? MOVE_MS : 0);
    wake(session, choice);
    if (ok && tare_session_is_alive(session))
        return TARE_SINK_DONE;
    tare_report(sink->reporter, TARE_ERROR, NULL, 0, 0, "%s",
                tare_session_is_alive(session)
                    ? "nobody keeps the default output; expected a session manager, start it with "
                      "'systemctl --user start wireplumber'"
                    : "PipeWire went away");
    return TARE_SINK_FAILED;
}

void tare_route_restore(TareSession* session, const TareChoice* choice)
{
    if (!tare_route_is_default(session))
        return;
    if (choice->default_before[0] != '\0')
        (void)set_default(session, choice->default_before);
    else
        (void)tare_session_set_metadata(session, 0, default_key, NULL, NULL);
    (void)tare_session_sync(session);
}

bool tare_route_output(const TareSession* session, TareOutput* output)
{
    const TareSessionNode* const stream = tare_session_chain_stream(session);
    const TareSessionNode* const sink =
        stream ? tare_session_linked_to(session, stream->id) : tare_session_bearer(session);
    if (!sink)
        return false;
    tare_session_output(session, sink, output);
    output->is_played_to = true;
    return true;
}
