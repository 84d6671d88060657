#include "cli/use_files.h"

#include "cli/cli.h"
#include "cli/live.h"

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
        state = tare_use_keep_start(use);
    return state;
}

TareExit tare_use_apply(TareUse* use, const TareUseWish* wish)
{
    const char* why = NULL;
    TareSession* const session = tare_live_open(&why);
    if (session) {
        const TareExit state = tare_live_apply(session, use, wish);
        tare_live_close(session);
        return state;
    }
    const TareExit state = prepare(use, wish);
    if (state != TARE_EXIT_DONE)
        return state;
    tare_cli_error(use->command, "%s", why);
    printf("%s is written and plays as soon as PipeWire starts\n",
           use->choice.is_off ? "The flat sink" : use->choice.name);
    return TARE_EXIT_UNUSED;
}
