#include "base/number.h"
#include "cli/frame/cli.h"
#include "cli/frame/print.h"
#include "cli/sink/sink_status.h"
#include "cli/sink/sink_words.h"
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

TareExit tare_sink_status_print(const TareCommand* command, const TareSinkStatus* status)
{
    const TareChoice* const choice = status->choice;
    char title[TARE_OUTPUT_TITLE] = "none";
    tare_print_row("model", choice->name[0] != '\0' ? choice->name : "none");
    tare_print_row("correction", choice->id[0] != '\0' ? choice->id : NULL);
    tare_print_row("file", choice->file[0] != '\0' ? choice->file : NULL);
    tare_print_row("plays", tare_sink_status_plays(status));
    tare_print_row("kind", tare_sink_status_kind(status));
    tare_print_row("sink", !status->live.has_sink    ? "not there"
                           : status->live.is_default ? TARE_SINK_DESCRIPTION ", the default one"
                                                     : TARE_SINK_DESCRIPTION);
    if (status->live.has_output)
        tare_output_title(&status->live.output, title, sizeof title);
    tare_print_row("output", title);
    if (status->playing.is_known) {
        print_db("preamp", status->playing.preamp_db);
        print_db("headroom", status->playing.headroom_db);
    }
    print_versions(status);
    if (status->presence != TARE_LIVE_THERE)
        tare_cli_note(command, "%s", tare_sink_words_presence(status->presence));
    if (status->playing.is_of_other_rate)
        tare_cli_note(command,
                      "kind %s was made for %.0f Hz, and PipeWire runs at %.0f Hz; 'tare use' "
                      "fits it anew",
                      tare_chain_kind_name(status->live.kind), status->choice->rate_hz,
                      status->live.rate_hz);
    return tare_cli_flush(command, TARE_EXIT_DONE);
}
