#include "pipewire/live/use_files.h"

#include "cli/frame/cli.h"
#include "cli/frame/terminal.h"
#include "pipewire/live/live.h"

#include <stdio.h>

/** Without PipeWire: what it will find when it starts. */
static TareExit prepare(TareUse* use, const TareUseWish* wish)
{
    TareRack rack;
    if (!wish->is_kind_given && !tare_plugins_have(&use->plugins, use->choice.kind))
        use->choice.kind = use->plugins.ladspa ? TARE_CHAIN_LADSPA : TARE_CHAIN_BUILTIN;
    if (!tare_plugins_have(&use->plugins, use->choice.kind))
        return tare_use_no_plugin(use);
    TareExit state = tare_use_make_rack(use, TARE_USUAL_RATE_HZ, &rack);
    if (state == TARE_EXIT_DONE)
        state = tare_use_write_chain(use, &rack, use->paths.chain);
    if (state == TARE_EXIT_DONE)
        state = tare_use_write_start(use, TARE_WATCHER_AS_BEFORE);
    return state;
}

/** On a running PipeWire; false, and the reason in `why`, when there is none. */
static bool apply_live(TareUse* use, const TareUseWish* wish, TareExit* state, const char** why)
{
    TareSession* const session = tare_live_open(why);
    if (!session)
        return false;
    *state = tare_live_apply(session, use, wish);
    tare_live_close(session);
    return true;
}

TareExit tare_use_apply(TareUse* use, const TareUseWish* wish)
{
    const char* why = NULL;
    TareExit state = TARE_EXIT_DONE;
    if (apply_live(use, wish, &state, &why))
        return state;
    state = prepare(use, wish);
    if (state != TARE_EXIT_DONE)
        return state;
    /* it may have come meanwhile, with what the files said before */
    if (apply_live(use, wish, &state, &why))
        return state;
    tare_cli_error(use->command, "%s", why);
    if (wish->wants_default || wish->device)
        tare_cli_note(use->command,
                      "--default and --device need a running PipeWire; say them again "
                      "then");
    tare_terminal_print(stdout, use->choice.is_off ? "The flat sink" : use->choice.name);
    puts(" is written and plays as soon as PipeWire starts");
    return TARE_EXIT_UNUSED;
}
