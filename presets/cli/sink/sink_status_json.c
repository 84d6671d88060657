#include "cli/frame/json.h"
#include "cli/sink/level_words.h"
#include "cli/sink/output_json.h"
#include "cli/sink/sink_status.h"
#include "pipewire/chain/chain_file.h"
#include "pipewire/chain/choice.h"
#include "tare/version.h"

static json_t* text_or_null(const char* text)
{
    return tare_json_text(text[0] != '\0' ? text : NULL);
}

static json_t* db_of(const TareSinkStatus* status, double value_db)
{
    return tare_sink_status_knows(status) ? tare_json_number(tare_sink_status_round(value_db))
                                          : json_null();
}

/** The choice, and what plays. */
static bool set_sound(json_t* object, const TareSinkStatus* status)
{
    const TareChoice* const choice = status->choice;
    return tare_json_set(object, "model", text_or_null(choice->name)) &&
           tare_json_set(object, "correction", text_or_null(choice->id)) &&
           tare_json_set(object, "file", text_or_null(choice->file)) &&
           tare_json_set(object, "off", json_boolean(choice->is_off)) &&
           tare_json_set(object, "comparing", json_boolean(choice->is_comparing)) &&
           tare_json_set(object, "plays", tare_json_text(tare_sink_status_plays(status))) &&
           tare_json_set(object, "read_back",
                         json_boolean(tare_sink_status_is_read_back(status))) &&
           tare_json_set(object, "kind", tare_json_text(tare_sink_status_kind(status)));
}

/** Where it plays. */
static bool set_place(json_t* object, const TareSinkStatus* status)
{
    const TareLiveState* const live = &status->live;
    return tare_json_set(
               object, "sink",
               tare_json_text(live->has_sink && !live->is_inside ? TARE_SINK_NAME : NULL)) &&
           tare_json_set(object, "default", json_boolean(live->is_default)) &&
           tare_json_set(object, "smart", json_boolean(live->is_smart)) &&
           tare_json_set(object, "inside", json_boolean(live->is_inside)) &&
           tare_json_set(object, "bypassed", json_boolean(tare_sink_status_is_bypassed(status))) &&
           tare_json_set(object, "default_output",
                         live->has_default_output ? tare_output_json(&live->default_output)
                                                  : json_null()) &&
           tare_json_set(object, "output",
                         live->has_output ? tare_output_json(&live->output) : json_null()) &&
           tare_json_set(object, "rate_hz", tare_json_number(live->rate_hz));
}

/** How it plays. */
static bool set_level(json_t* object, const TareSinkStatus* status)
{
    const TareLevel* const level = &status->playing.level;
    return tare_json_set(object, "made_for_hz",
                         status->playing.is_of_other_rate
                             ? tare_json_number(status->choice->rate_hz)
                             : json_null()) &&
           tare_json_set(object, "loudness_db", db_of(status, level->loudness_db)) &&
           tare_json_set(object, "preamp_db", db_of(status, level->preamp_db)) &&
           tare_json_set(object, "headroom_db", db_of(status, -level->peak_db)) &&
           tare_json_set(object, "clips",
                         tare_sink_status_knows(status)
                             ? json_boolean(tare_level_words_can_clip(level))
                             : json_null());
}

/** The listener's taste, and what of it is in what plays. */
static bool set_taste(json_t* object, const TareSinkStatus* status)
{
    const TareTaste playing = tare_taste_of(&status->playing.controls);
    return tare_json_set(object, "taste", tare_taste_json(&status->lasting)) &&
           tare_json_set(object, "playing_taste",
                         tare_sink_status_knows(status) ? tare_taste_json(&playing) : json_null());
}

static json_t* versions_of(const TareSinkStatus* status)
{
    json_t* const versions = json_object();
    const bool ok = tare_json_set(versions, "tare", tare_json_text(TARE_VERSION)) &&
                    tare_json_set(versions, "pipewire", text_or_null(status->live.version));
    return tare_json_keep_if(ok, versions);
}

TareExit tare_sink_status_print_json(const TareCommand* command, const TareSinkStatus* status)
{
    json_t* const object = json_object();
    const char* const problem = tare_sink_status_problem(status);
    const bool ok = set_sound(object, status) && set_place(object, status) &&
                    set_level(object, status) && set_taste(object, status) &&
                    tare_json_set(object, "problem", tare_json_text(problem)) &&
                    tare_json_set(object, "versions", versions_of(status));
    const TareExit state = tare_json_print(command, tare_json_keep_if(ok, object));
    return tare_cli_worse(state, problem ? TARE_EXIT_UNUSED : TARE_EXIT_DONE);
}
