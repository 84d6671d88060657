#include "cli/sink/turn_words.h"

#include "cli/frame/cli.h"
#include "cli/sink/level_words.h"
#include "cli/sink/sink_words.h"
#include "cli/sink/use.h"
#include "pipewire/live/device_sounds.h"
#include "pipewire/live/level.h"
#include "pipewire/live/sink.h"
#include "pipewire/live/sink_choice.h"
#include "pipewire/live/turn.h"

#include <math.h>
#include <stdio.h>

/** What is told before it is heard. */
typedef struct {
    const TareCommand* command;
    const TareSink* sink;
    bool is_told;
} Telling;

static void print_change(double louder_db, bool is_gliding)
{
    if (fabs(louder_db) < TARE_LEVEL_ALIKE_DB)
        printf(", as loud as before");
    else if (louder_db > 0.0)
        printf(", %.1f dB louder than before%s", louder_db, is_gliding ? ", over a second" : "");
    else
        printf(", %.1f dB quieter than before", -louder_db);
}

static void will_turn(void* data, const TareLevel* from, const TareLevel* to)
{
    Telling* const telling = data;
    char words[TARE_LEVEL_WORDS];
    telling->is_told = true;
    switch (tare_sink_choice_switch_of(telling->sink)) {
    case TARE_SINK_PLAIN:
        printf("Tare is off: the sound passes as it came");
        print_change(to->loudness_db - from->loudness_db,
                     tare_chain_kind_is_live(telling->sink->choice.kind));
        break;
    case TARE_SINK_COMPARED:
        printf("Tare compares: the original, as loud as the corrected sound");
        break;
    case TARE_SINK_CORRECTED:
        tare_level_words_loudness(to, words);
        printf("Tare is on: %s", words);
        break;
    }
    putchar('\n');
    fflush(stdout); /* before it gets louder */
}

/** Rules that cannot be read have been reported; what they play is then not known. */
static TareExit read_sounds(const TareCommand* command, const TareSink* sink,
                            TareDeviceSounds* sounds)
{
    return tare_cli_exit_of(command,
                            tare_device_sounds_read(sounds, NULL, &sink->paths, sink->reporter));
}

static TareExit make_turn(const TareCommand* command, TareSink* sink, const TareTurn* wanted)
{
    Telling telling = {command, sink, false};
    TareLiveApplied applied;
    TareTurn turn = *wanted;
    turn.will_turn = will_turn;
    turn.data = &telling;
    const TareSinkResult result = tare_turn(sink, &turn, &applied);
    if (result != TARE_SINK_DONE)
        return tare_sink_words_exit(command, sink, NULL, result);
    static const TareSinkWish no_wish = {0};
    const TareExit state = telling.is_told
                               ? TARE_EXIT_DONE
                               : tare_sink_words_applied(command, sink, &no_wish, &applied);
    return applied.presence == TARE_LIVE_THERE ? tare_cli_worse(state, tare_use_watch(sink))
                                               : state;
}

TareExit tare_turn_apply(const TareCommand* command, TareSink* sink, const TareChoice* before,
                         const TareTaste* taste, const TareTaste* said)
{
    TareDeviceSounds sounds;
    TareDeviceSounds turned = {.taste = tare_taste_none()};
    TareExit state = read_sounds(command, sink, &sounds);
    if (taste && state == TARE_EXIT_DONE)
        state = tare_sink_words_exit(command, sink, NULL, tare_sink_set_taste(sink, taste));
    if (taste && state == TARE_EXIT_DONE)
        state = read_sounds(command, sink, &turned);
    const TareTurn call = {
        .before = before, .sounds = &sounds, .turned = taste ? &turned : &sounds, .said = said};
    /* without rules that can be read one can still be silenced */
    if (state == TARE_EXIT_DONE || !taste)
        state = tare_cli_worse(make_turn(command, sink, &call), state);
    tare_device_sounds_clear(&sounds);
    tare_device_sounds_clear(&turned);
    return state;
}
