#include "base/number.h"
#include "cli/frame/cli.h"
#include "cli/frame/json.h"
#include "cli/frame/options.h"
#include "cli/frame/print.h"
#include "cli/sink/output_json.h"
#include "cli/sink/sink_words.h"
#include "pipewire/chain/chain_file.h"
#include "pipewire/chain/rack.h"
#include "pipewire/live/device_sounds.h"
#include "pipewire/live/sink.h"
#include "plan.h"
#include "survey.h"
#include "tare/version.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/** All that there is to tell. */
typedef struct {
    const TareSink* sink;
    TareLiveState live;
    TareLivePresence presence;
    TareDeviceSounds devices;
    const TareDeviceSound* device_sound; ///< when that is what plays
    TareControls controls;               ///< what plays
    bool is_known;                       ///< whether that is known
    double preamp_db, headroom_db;
} Status;

static const char* playing(const Status* status)
{
    if (!status->live.has_sink)
        return "nothing";
    if (status->device_sound)
        return status->device_sound->name;
    if (status->live.plays_choice)
        return status->sink->choice.is_off ? "flat" : status->sink->choice.name;
    return status->live.plays_flat ? "flat" : "something else";
}

static const char* kind_of(const Status* status)
{
    return tare_chain_kind_name(status->live.has_sink ? status->live.kind
                                                      : status->sink->choice.kind);
}

/** Finds out what the sink plays, by the values of its controls: they are the only truth. */
static void identify(Status* status, struct TareSession* session)
{
    const TareChoice* const choice = &status->sink->choice;
    status->controls = choice->is_off ? tare_rack_flat() : choice->controls;
    status->is_known = !status->live.has_sink || status->live.plays_choice;
    if (status->is_known)
        return;
    status->controls = tare_rack_flat();
    status->is_known = status->live.plays_flat;
    for (size_t i = 0; !status->is_known && i < status->devices.rules.n; ++i)
        if (tare_live_plays(session, &status->devices.sounds[i].controls)) {
            status->device_sound = &status->devices.sounds[i];
            status->controls = status->device_sound->controls;
            status->is_known = true;
        }
}

/** Whether the sink was made for another rate than PipeWire has now. */
static bool is_of_other_rate(const Status* status)
{
    return status->live.has_sink && status->live.plays_choice &&
           !tare_chain_kind_is_plugin(status->live.kind) &&
           status->sink->choice.rate_hz != status->live.rate_hz;
}

/** The level of what plays: the preamp, and what is left below full scale when the input is as loud
    as can be. */
static bool measure(Status* status)
{
    TarePlan plan;
    if (!tare_plan_make(&plan, &status->controls, status->live.rate_hz, TARE_MAX_CHANNELS))
        return false;
    const double peak_db = tare_survey_cascade_peak_db(&plan.cascade, TARE_MAX_CHANNELS);
    status->preamp_db = round(2000.0 * log10(plan.cascade.gain)) / 100.0;
    status->headroom_db = round(-100.0 * peak_db) / 100.0;
    return !isnan(peak_db);
}

static void print_db(const char* label, double value)
{
    char number[TARE_NUMBER_SIZE];
    char text[TARE_NUMBER_SIZE + 4];
    snprintf(text, sizeof text, "%s dB", tare_number_format(number, sizeof number, value));
    tare_print_row(label, text);
}

static void print_versions(const Status* status)
{
    char text[128];
    snprintf(text, sizeof text, "tare " TARE_VERSION "%s%s",
             status->presence == TARE_LIVE_THERE ? ", PipeWire " : "", status->live.version);
    tare_print_row("versions", text);
}

static TareExit print_status(const TareCommand* command, const Status* status)
{
    const TareChoice* const choice = &status->sink->choice;
    char title[TARE_OUTPUT_TITLE] = "none";
    tare_print_row("model", choice->name[0] != '\0' ? choice->name : "none");
    tare_print_row("correction", choice->id[0] != '\0' ? choice->id : NULL);
    tare_print_row("file", choice->file[0] != '\0' ? choice->file : NULL);
    tare_print_row("plays", playing(status));
    tare_print_row("kind", kind_of(status));
    tare_print_row("sink", !status->live.has_sink    ? "not there"
                           : status->live.is_default ? TARE_SINK_DESCRIPTION ", the default one"
                                                     : TARE_SINK_DESCRIPTION);
    if (status->live.has_output)
        tare_output_title(&status->live.output, title, sizeof title);
    tare_print_row("output", title);
    if (status->is_known) {
        print_db("preamp", status->preamp_db);
        print_db("headroom", status->headroom_db);
    }
    print_versions(status);
    if (status->presence != TARE_LIVE_THERE)
        tare_cli_note(command, "%s", tare_sink_words_presence(status->presence));
    if (is_of_other_rate(status))
        tare_cli_note(command,
                      "kind %s was made for %.0f Hz, and PipeWire runs at %.0f Hz; 'tare use' "
                      "fits it anew",
                      tare_chain_kind_name(status->live.kind), status->sink->choice.rate_hz,
                      status->live.rate_hz);
    return tare_cli_flush(command, TARE_EXIT_DONE);
}

static json_t* text_or_null(const char* text)
{
    return tare_json_text(text[0] != '\0' ? text : NULL);
}

static json_t* number_if(bool is_known, double value)
{
    return is_known ? tare_json_number(value) : json_null();
}

/** The choice, and what plays. */
static bool set_sound(json_t* object, const Status* status)
{
    const TareChoice* const choice = &status->sink->choice;
    return tare_json_set(object, "model", text_or_null(choice->name)) &&
           tare_json_set(object, "correction", text_or_null(choice->id)) &&
           tare_json_set(object, "file", text_or_null(choice->file)) &&
           tare_json_set(object, "off", json_boolean(choice->is_off)) &&
           tare_json_set(object, "plays", tare_json_text(playing(status))) &&
           tare_json_set(object, "kind", tare_json_text(kind_of(status)));
}

/** Where it plays. */
static bool set_place(json_t* object, const Status* status)
{
    const TareLiveState* const live = &status->live;
    return tare_json_set(object, "sink", tare_json_text(live->has_sink ? TARE_SINK_NAME : NULL)) &&
           tare_json_set(object, "default", json_boolean(live->is_default)) &&
           tare_json_set(object, "output",
                         live->has_output ? tare_output_json(&live->output) : json_null()) &&
           tare_json_set(object, "rate_hz", tare_json_number(live->rate_hz));
}

/** How it plays. */
static bool set_level(json_t* object, const Status* status)
{
    const double made_for_hz = status->sink->choice.rate_hz;
    return tare_json_set(object, "made_for_hz", number_if(is_of_other_rate(status), made_for_hz)) &&
           tare_json_set(object, "preamp_db", number_if(status->is_known, status->preamp_db)) &&
           tare_json_set(object, "headroom_db", number_if(status->is_known, status->headroom_db));
}

static json_t* versions_of(const Status* status)
{
    json_t* const versions = json_object();
    const bool ok = tare_json_set(versions, "tare", tare_json_text(TARE_VERSION)) &&
                    tare_json_set(versions, "pipewire", text_or_null(status->live.version));
    return tare_json_keep_if(ok, versions);
}

static TareExit print_json(const TareCommand* command, const Status* status)
{
    json_t* const object = json_object();
    const bool ok = set_sound(object, status) && set_place(object, status) &&
                    set_level(object, status) &&
                    tare_json_set(object, "versions", versions_of(status));
    return tare_json_print(command, tare_json_keep_if(ok, object));
}

static TareExit tell(const TareCommand* command, const TareSink* sink, bool json)
{
    Status status = {.sink = sink, .live.rate_hz = TARE_USUAL_RATE_HZ};
    /* rules that cannot be read have been reported, and nothing else depends on them */
    (void)tare_cli_exit_of(command, tare_device_sounds_read(&status.devices, NULL,
                                                            sink->paths.devices, sink->reporter));
    TareExit state = TARE_EXIT_DONE;
    struct TareSession* const session = tare_live_open(&status.presence);
    if (session)
        tare_live_look(session, &sink->choice, &status.live);
    identify(&status, session);
    if (!measure(&status))
        state = tare_cli_no_memory(command);
    else
        state = json ? print_json(command, &status) : print_status(command, &status);
    tare_live_close(session);
    tare_device_sounds_clear(&status.devices);
    return state;
}

static TareExit status(const TareCommand* command, TareArguments arguments)
{
    bool json = false;
    const TareParsed parsed = tare_options_parse(command, arguments, &json);
    if (parsed.done)
        return parsed.state;
    const TareReporter reporter = tare_cli_command_reporter(command);
    TareSink sink;
    const TareSinkResult result = tare_sink_open(&sink, TARE_SINK_LOOK, &reporter);
    TareExit state = tare_sink_words_exit(command, &sink, NULL, result);
    if (state == TARE_EXIT_DONE && !sink.has_choice) {
        tare_cli_error(command, "there is no sink Tare; 'tare use MODEL' makes one");
        state = TARE_EXIT_UNUSED;
    } else if (state == TARE_EXIT_DONE) {
        state = tell(command, &sink, json);
    }
    tare_sink_close(&sink);
    return state;
}

const TareCommand tare_command_status = {.name = "status",
                                         .arguments = "",
                                         .summary = "Tells what plays through PipeWire, and where",
                                         .options = tare_options_json,
                                         .run = status};
