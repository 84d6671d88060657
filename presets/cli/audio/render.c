#include "base/interrupt.h"
#include "cli/audio/render_file.h"
#include "cli/audio/sound.h"
#include "cli/catalogue/pick.h"
#include "cli/frame/cli.h"
#include "cli/frame/command.h"
#include "cli/frame/option_files.h"
#include "cli/frame/options.h"
#include "cli/offers/offers.h"
#include "corrections/correction.h"

/** What the command line asks for. */
typedef struct {
    const char* model;
    TarePickFile file;
    bool force, as_float;
    TareSound sound;
} Request;

static TareExit render_pick(const TareCommand* command, const Request* request,
                            const TareBandSet* set, TareArguments files)
{
    const TareRenderWish wish = {.sound = &request->sound,
                                 .set = set,
                                 .force = request->force,
                                 .as_float = request->as_float};
    return tare_render_file(command, files.texts[0], files.texts[1], &wish);
}

static TareExit render(const TareCommand* command, TareArguments arguments)
{
    Request request = {.sound = tare_sound_default()};
    const TareParsed parsed = tare_options_parse(command, arguments, &request);
    if (parsed.done)
        return parsed.state;
    if (!tare_render_file_is_built()) {
        tare_cli_error(command, "this program was built without libsndfile and cannot read sound");
        return TARE_EXIT_UNUSED;
    }
    if (!tare_option_files_spare(command, parsed.operands.texts[1], &request))
        return TARE_EXIT_WRONG;
    TarePick pick;
    TareExit state = tare_pick(&pick, command, request.model, &request.file);
    if (state != TARE_EXIT_DONE)
        return state;
    tare_pick_tell_words(command, pick.stock, pick.correction);
    state = render_pick(command, &request, &pick.correction->set, parsed.operands);
    tare_pick_clear(&pick);
    tare_interrupt_obey();
    return state;
}

static const TareOption options[] = {
    {.name = "model",
     .letter = 'm',
     .value = "MODEL",
     TARE_SETS_TEXT(Request, model),
     .help = "the headphone to correct",
     .offer.list = tare_offer_models},
    TARE_PICK_OPTIONS(Request, file),
    TARE_SOUND_OPTIONS(Request, sound),
    {.name = "float",
     TARE_SETS_FLAG(Request, as_float),
     .help = "write 32-bit fractions: no clipping"},
    {.name = "force", TARE_SETS_FLAG(Request, force), .help = "replace OUT if it is there"},
    {.name = NULL}};

static const char note[] =
    "The options say how it shall sound; OUT has the format of IN. A mono file becomes a stereo\n"
    "one when the correction is not the same for left and right. A file of which the end is\n"
    "missing is refused.";

const TareCommand tare_command_render = {
    .name = "render",
    .arguments = "IN OUT",
    .summary = "Corrects an audio file",
    .example = "--model \"sony ex1000\" song.flac corrected.flac",
    .note = note,
    .options = options,
    .operands = {.min = 2, .max = 2, .what = "IN or OUT", .offers.rest.files = ""},
    .run = render};
