#ifdef HAVE_PIPEWIRE

#include "pipewire/live/live_route.h"

#include "cli/frame/cli.h"
#include "cli/frame/terminal.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

enum { SETTLE_MS = 500, SETTLE_STEP_MS = 20, MOVE_MS = 60 };

static const char default_key[] = "default.configured.audio.sink";
static const char target_key[] = "target.object";

/* The session manager takes this for "no certain one". */
static const char no_target[] = "-1";

/** The sink that the listener chose as default, "" for none. */
static void read_default(const TareSession* session, char name[TARE_CHOICE_TEXT])
{
    const char* const text = tare_session_metadata(session, 0, default_key);
    json_t* const object = text ? json_loads(text, 0, NULL) : NULL;
    const char* const found = json_string_value(json_object_get(object, "name"));
    tare_choice_set_text(name, found ? found : "");
    json_decref(object);
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

bool tare_live_is_default(const TareSession* session)
{
    char name[TARE_CHOICE_TEXT];
    read_default(session, name);
    return strcmp(name, TARE_SINK_NAME) == 0;
}

static void list_outputs(const TareSession* session)
{
    const TareSessionNode* sink = NULL;
    while ((sink = tare_session_next_sink(session, sink))) {
        TareOutput output;
        char title[TARE_OUTPUT_TITLE];
        if (tare_session_is_ours(sink))
            continue;
        tare_session_output(session, sink, &output);
        tare_output_title(&output, title, sizeof title);
        fputs("    ", stderr);
        tare_terminal_print(stderr, title);
        fputs("  ", stderr);
        tare_terminal_print(stderr, sink->name);
        fputc('\n', stderr);
    }
}

static TareExit choose_device(const TareSession* session, TareUse* use, const char* pattern)
{
    const TareSessionNode* sink = NULL;
    if (strcmp(pattern, "auto") == 0) {
        use->choice.target[0] = '\0';
        return TARE_EXIT_DONE;
    }
    while ((sink = tare_session_next_sink(session, sink))) {
        TareOutput output;
        tare_session_output(session, sink, &output);
        if (!tare_session_is_ours(sink) && tare_output_fits(&output, pattern)) {
            tare_choice_set_text(use->choice.target, sink->name);
            return TARE_EXIT_DONE;
        }
    }
    tare_cli_error(use->command, "there is no output '%s'; expected one of:", pattern);
    list_outputs(session);
    return TARE_EXIT_UNUSED;
}

TareExit tare_live_choose_target(TareSession* session, TareUse* use, const TareUseWish* wish)
{
    TareChoice* const choice = &use->choice;
    char before[TARE_CHOICE_TEXT];
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
    return wish->device ? choose_device(session, use, wish->device) : TARE_EXIT_DONE;
}

/** What the session manager shall be told of the stream behind Tare. */
static const char* wanted_target(const TareChoice* choice)
{
    return choice->target[0] != '\0' ? choice->target : no_target;
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
    if (wants_default && !tare_live_is_default(session))
        return false;
    return tare_live_output(session, &output) &&
           (choice->target[0] == '\0' ||
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
    if (!stream || tare_live_output(session, &output))
        return;
    (void)tare_session_set_metadata(session, stream->id, target_key, "Spa:String",
                                    wanted_target(choice));
    settle(session, choice, false, MOVE_MS);
}

TareExit tare_live_route(TareSession* session, const TareUse* use, const TareUseWish* wish)
{
    bool is_moved = false;
    bool ok = set_target(session, &use->choice, &is_moved) || use->choice.target[0] == '\0';
    if (wish->wants_default && !tare_live_is_default(session))
        ok = set_default(session, TARE_SINK_NAME) && ok;
    ok = tare_session_sync(session) && ok;
    settle(session, &use->choice, wish->wants_default, is_moved ? MOVE_MS : 0);
    wake(session, &use->choice);
    if (ok && tare_session_is_alive(session))
        return TARE_EXIT_DONE;
    tare_cli_error(use->command, "%s",
                   tare_session_is_alive(session)
                       ? "nobody keeps the default output; expected a session manager, start it "
                         "with 'systemctl --user start wireplumber'"
                       : "PipeWire went away");
    return TARE_EXIT_UNUSED;
}

void tare_live_restore_default(TareSession* session, const TareChoice* choice)
{
    if (!tare_live_is_default(session))
        return;
    if (choice->default_before[0] != '\0')
        (void)set_default(session, choice->default_before);
    else
        (void)tare_session_set_metadata(session, 0, default_key, NULL, NULL);
    (void)tare_session_sync(session);
}

bool tare_live_output(const TareSession* session, TareOutput* output)
{
    const TareSessionNode* const stream = tare_session_chain_stream(session);
    const TareSessionNode* const sink = stream ? tare_session_linked_to(session, stream->id) : NULL;
    if (!sink)
        return false;
    tare_session_output(session, sink, output);
    output->is_played_to = true;
    return true;
}

void tare_live_tell(const TareSession* session, const TareUse* use, const TareUseWish* wish)
{
    TareOutput output;
    char title[TARE_OUTPUT_TITLE] = "";
    if (tare_live_output(session, &output))
        tare_output_title(&output, title, sizeof title);
    if (use->choice.is_off) {
        fputs("Tare is flat", stdout);
    } else {
        tare_terminal_print(stdout, use->choice.name);
        printf(" (");
        tare_terminal_print(stdout, use->choice.id);
        printf(") plays in the sink " TARE_SINK_DESCRIPTION);
    }
    fputs(title[0] != '\0' ? ", to " : "", stdout);
    tare_terminal_print(stdout, title);
    putchar('\n');
    if (use->start.watcher && !use->choice.is_off)
        tare_cli_note(use->command,
                      "outputs have corrections of their own ('tare device list'); this "
                      "one plays until the output changes");
    if (!tare_live_is_default(session) && !wish->wants_default && !use->choice.is_off)
        tare_cli_note(use->command,
                      "choose " TARE_SINK_DESCRIPTION " as output to hear it, or add --default");
}

#endif
