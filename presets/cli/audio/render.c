#include "audio/render.h"
#include "base/interrupt.h"
#include "cli/audio/render_many.h"
#include "cli/audio/sound.h"
#include "cli/audio/sound_aim.h"
#include "cli/catalogue/aim_options.h"
#include "cli/catalogue/pick.h"
#include "cli/frame/cli.h"
#include "cli/frame/command.h"
#include "cli/frame/option_files.h"
#include "cli/frame/options.h"
#include "cli/frame/terminal.h"
#include "cli/offers/offers.h"
#include "controls.h"
#include "corrections/correction.h"

#include <math.h>

/** What the command line asks for. */
typedef struct {
    const char* model;
    TarePickFile file;
    TareAimOptions aim;
    const char *format, *out_folder;
    double quality, n_jobs;
    bool force, as_float;
    TareSound sound;
} Request;

static void show_progress(double n_done, double n_frames)
{
    tare_terminal_progress("correcting", n_done, n_frames);
}

static TareExit render_pick(const TareCommand* command, const Request* request,
                            const TareBandSet* set, TareArguments files)
{
    const TareControls controls = tare_sound_controls(&request->sound, set);
    const TareRenderWish wish = {.controls = &controls,
                                 .may_replace = request->force,
                                 .as_float = request->as_float,
                                 .format = request->format,
                                 .quality = request->quality,
                                 .progress = request->out_folder ? NULL : show_progress};
    if (request->out_folder)
        return tare_render_many(command, files, request->out_folder, (unsigned)request->n_jobs,
                                &wish);
    const TareExit state = tare_render_one(command, files.texts[0], files.texts[1], &wish);
    tare_terminal_clear_progress();
    return state;
}

/** Whether the files and the format go together with the options; says what does not. */
static bool check(const TareCommand* command, const Request* request, TareArguments files)
{
    const bool has_folder = request->out_folder != NULL;
    if (!has_folder && files.n != 2)
        tare_cli_error(command, "%s; expected tare render %s",
                       files.n < 2 ? "IN or OUT is missing" : "more than two files are given",
                       command->arguments);
    else if (has_folder && !*request->out_folder)
        tare_cli_error(command, "the folder has no name; expected --out DIR");
    else if (request->format && !tare_render_writes(request->format))
        tare_cli_error(
            command,
            "unknown format %s; expected wav, flac, mp3, ogg, opus, aiff, caf, w64, rf64 "
            "or au",
            request->format);
    else
        return has_folder || tare_option_files_spare(command, files.texts[1], request);
    return false;
}

static TareExit render(const TareCommand* command, TareArguments arguments)
{
    Request request = {.sound = tare_sound_default(), .quality = (double)NAN, .n_jobs = 2};
    const TareSound unsaid = request.sound;
    const TareParsed parsed = tare_options_parse(command, arguments, &request);
    if (parsed.done)
        return parsed.state;
    if (!tare_render_is_built()) {
        tare_cli_error(command, "this program was built without libsndfile and cannot read sound");
        return TARE_EXIT_UNUSED;
    }
    if (!check(command, &request, parsed.operands))
        return TARE_EXIT_WRONG;
    TarePick pick;
    TareExit state = tare_pick(&pick, command, request.model, &request.file);
    if (state == TARE_EXIT_DONE)
        state = tare_sound_aim(&request.sound, &unsaid, &pick, command, &request.aim);
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
    TARE_AIM_TARGET_OPTIONS(Request, aim),
    TARE_SOUND_OPTIONS(Request, sound),
    {.name = "format",
     .letter = 'F',
     .value = "ENDING",
     TARE_SETS_TEXT(Request, format),
     .help = "what to write: wav, flac, mp3, ogg, opus, ... (default: as OUT is named)",
     .offer.words = "wav flac mp3 ogg opus aiff caf w64 rf64 au"},
    {.name = "quality",
     .letter = 'q',
     .value = "N",
     TARE_SETS_NUMBER(Request, quality),
     .max = 10,
     .help = "of MP3, Ogg and Opus, 0 to 10 (default 7, an MP3 no less than it was)"},
    {.name = "float",
     TARE_SETS_FLAG(Request, as_float),
     .help = "write 32-bit fractions: no clipping"},
    {.name = "force", TARE_SETS_FLAG(Request, force), .help = "replace what is there"},
    {.name = "out",
     .value = "DIR",
     TARE_SETS_TEXT(Request, out_folder),
     .help = "correct all files into a folder; what is there already is left",
     .offer.has_folders = true},
    {.name = "jobs",
     .letter = 'j',
     .value = "N",
     TARE_SETS_NUMBER(Request, n_jobs),
     .min = 1,
     .max = 64,
     .is_whole = true,
     .only_with = "out",
     .help = "how many files at once (default 2)"},
    {.name = NULL}};

static const char note[] =
    "The options say how it shall sound. OUT has the format that its name says, else that of IN; "
    "\"-\"\n"
    "is standard input or output. 16 bits are dithered. A mono file becomes a stereo one when the\n"
    "correction is not the same for left and right. A file of which the end is missing is "
    "refused.\n" TARE_SOUND_AIM_NOTE;

const TareCommand tare_command_render = {
    .name = "render",
    .arguments = "IN OUT | --out DIR FILE...",
    .summary = "Corrects audio files",
    .example = "--model \"sony ex1000\" song.flac corrected.flac",
    .note = note,
    .options = options,
    .operands = {.min = 1, .max = -1, .what = "IN or OUT", .offers.rest.files = ""},
    .run = render};
