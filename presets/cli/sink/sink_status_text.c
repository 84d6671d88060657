#include "base/number.h"
#include "cli/frame/cli.h"
#include "cli/frame/print.h"
#include "cli/sink/level_words.h"
#include "cli/sink/sink_status.h"
#include "cli/sink/sink_words.h"
#include "cli/sink/taste_sound.h"
#include "pipewire/chain/chain_file.h"
#include "pipewire/chain/choice.h"
#include "tare/version.h"

#include <stdio.h>

static void print_db(const char* label, double value_db)
{
    char number[TARE_NUMBER_SIZE];
    char text[TARE_NUMBER_SIZE + 4];
    snprintf(text, sizeof text, "%s dB",
             tare_number_format(number, sizeof number, tare_sink_status_round(value_db)));
    tare_print_row(label, text);
}

static void print_versions(const TareSinkStatus* status)
{
    char text[128];
    snprintf(text, sizeof text, "tare " TARE_VERSION "%s%s",
             status->presence == TARE_LIVE_THERE ? ", PipeWire " : "", status->live.version);
    tare_print_row("versions", text);
}

/** What plays, what of it is heard, and how. */
static void print_sound(const TareSinkStatus* status)
{
    const TareChoice* const choice = status->choice;
    tare_print_row("model", choice->name[0] != '\0' ? choice->name : "none");
    tare_print_row("correction", choice->id[0] != '\0' ? choice->id : NULL);
    tare_print_row("file", choice->file[0] != '\0' ? choice->file : NULL);
    tare_print_row("plays", tare_sink_status_plays(status));
    tare_print_row("heard", choice->is_off ? "the sound as it came; 'tare on' corrects it"
                            : choice->is_comparing
                                ? "the original, as loud as corrected; 'tare on' corrects it"
                                : NULL);
}

/** The lasting taste, and where what plays has another one, that. */
static void print_taste(const TareSinkStatus* status)
{
    const TareTaste usual = tare_taste_sound_usual();
    const TareTaste playing = tare_taste_of(&status->playing.controls);
    TareTaste lasting = usual;
    char words[TARE_TASTE_WORDS];
    tare_taste_put(&lasting, &status->lasting);
    tare_taste_sound_words(&lasting, words);
    tare_print_row("taste", words);
    if (!tare_sink_status_knows(status) || tare_taste_equal(&lasting, &playing))
        return;
    tare_taste_sound_words(&playing, words);
    tare_print_row("taste here", words);
}

static void print_level(const TarePlaying* playing)
{
    char words[TARE_LEVEL_WORDS];
    tare_level_words_loudness(&playing->level, words);
    tare_print_row("level", words);
    tare_level_words_clip(&playing->level, words);
    tare_print_row("headroom", words);
    print_db("preamp", playing->level.preamp_db);
}

/** Where it plays, and what plays into it. */
static void print_place(const TareSinkStatus* status)
{
    char title[TARE_OUTPUT_TITLE] = "none";
    char words[TARE_SINK_WORDS];
    tare_print_row("kind", tare_sink_status_kind(status));
    tare_print_row("sink", status->live.is_untold
                               ? "none; in the node of an output that has played nothing yet"
                           : !status->live.has_sink ? "not there"
                           : status->live.is_inside ? "none; in the node of the output itself"
                           : status->live.is_smart  ? TARE_SINK_DESCRIPTION
                               ", in the way to the default one"
                           : status->live.is_default ? TARE_SINK_DESCRIPTION ", the default one"
                                                     : TARE_SINK_DESCRIPTION);
    if (tare_sink_status_is_bypassed(status)) {
        tare_sink_words_bypass(&status->live.default_output, words);
        tare_print_row("", words);
    }
    if (status->live.has_output)
        tare_output_title(&status->live.output, title, sizeof title);
    tare_print_row(status->live.is_inside ? "in" : "in front of", title);
}

TareExit tare_sink_status_print(const TareCommand* command, const TareSinkStatus* status)
{
    const char* const problem = tare_sink_status_problem(status);
    print_sound(status);
    print_taste(status);
    if (tare_sink_status_knows(status))
        print_level(&status->playing);
    print_place(status);
    print_versions(status);
    if (status->presence != TARE_LIVE_THERE)
        tare_cli_note(command, "%s", tare_sink_words_presence(status->presence));
    if (status->playing.is_of_other_rate)
        tare_cli_note(command,
                      "kind %s was made for %.0f Hz, and PipeWire runs at %.0f Hz; 'tare use' "
                      "fits it anew",
                      tare_chain_kind_name(status->live.kind), status->choice->rate_hz,
                      status->live.rate_hz);
    if (status->live.has_sink && !tare_sink_status_is_read_back(status))
        tare_cli_note(command, "kind %s does not tell what it plays; this is what it was given",
                      tare_chain_kind_name(status->live.kind));
    if (problem)
        tare_cli_error(command, "%s", problem);
    return tare_cli_flush(command, problem ? TARE_EXIT_UNUSED : TARE_EXIT_DONE);
}
