#include "cli/catalogue/aim_options.h"
#include "cli/catalogue/draw.h"
#include "cli/catalogue/pick.h"
#include "cli/catalogue/pick_aim.h"
#include "cli/catalogue/pick_curves.h"
#include "cli/frame/cli.h"
#include "cli/frame/command.h"
#include "cli/frame/options.h"
#include "cli/offers/offers.h"
#include "picture/picture.h"
#include "tare/limits.h"

#include <string.h>

/* Beyond these figures crowd, or nothing is to be seen of a headphone. */
enum { MIN_RANGE_DB = 3, MAX_RANGE_DB = 90 };

/** What the command line asks for. */
typedef struct {
    const TareCommand* command;
    TarePickFile file;
    TareAimOptions aim;
    const char *out_path, *channel;
    double rate_hz, range_db;
} Request;

static TarePictureSide side_of(const Request* request)
{
    if (!request->channel)
        return TARE_PICTURE_BOTH;
    return strcmp(request->channel, "right") == 0 ? TARE_PICTURE_RIGHT : TARE_PICTURE_LEFT;
}

/** Of a headphone with a measured curve its response and target, else the correction alone; NULL
    when memory is short. */
static TarePicture* new_picture(const Request* request, const TarePick* pick)
{
    TarePickCurves curves;
    TarePicture* picture = NULL;
    const bool is_good = tare_pick_curves(&curves, pick);
    const TarePictureSound sound = {.responses = &curves.response,
                                    .n_responses = 1,
                                    .person = curves.person,
                                    .target = curves.target.n > 0 ? &curves.target : NULL,
                                    .measured = curves.persons.responses,
                                    .n_persons = curves.persons.n,
                                    .persons = curves.names.data};
    if (is_good && curves.response.n > 0)
        picture =
            tare_picture_new_sound(pick->correction, &sound, side_of(request), request->rate_hz);
    else if (is_good)
        picture = tare_picture_new(pick->correction, side_of(request), request->rate_hz);
    tare_pick_curves_clear(&curves);
    return picture;
}

/** Draws and frees a picture; NULL: memory was short. */
static TareExit draw(const Request* request, TarePicture* picture)
{
    if (request->range_db > 0.0)
        tare_picture_set_range(picture, request->range_db);
    return tare_draw(request->command, picture, request->out_path);
}

static TareExit plot_one(const Request* request, const char* model)
{
    TarePick pick;
    TareExit state = tare_pick(&pick, request->command, model, &request->file);
    if (state == TARE_EXIT_DONE)
        state = tare_pick_aim(&pick, request->command, &request->aim);
    if (state != TARE_EXIT_DONE)
        return state;
    state = draw(request, new_picture(request, &pick));
    tare_pick_clear(&pick);
    return state;
}

static TareExit plot_several(const Request* request, TareArguments models)
{
    const TareCorrection* corrections[TARE_PICTURE_MAX_CORRECTIONS];
    TarePick picks[TARE_PICTURE_MAX_CORRECTIONS];
    TareExit state = TARE_EXIT_DONE;
    int n = 0;
    while (n < models.n) {
        state = tare_pick(&picks[n], request->command, models.texts[n], NULL);
        if (state == TARE_EXIT_DONE)
            state = tare_pick_aim(&picks[n], request->command, &request->aim);
        if (state != TARE_EXIT_DONE)
            break;
        corrections[n] = picks[n].correction;
        ++n;
    }
    if (state == TARE_EXIT_DONE)
        state = draw(request, tare_picture_new_comparison(corrections, (size_t)models.n,
                                                          side_of(request), request->rate_hz));
    while (n > 0)
        tare_pick_clear(&picks[--n]);
    return state;
}

static bool check(const Request* request, int n_models)
{
    const TareCommand* const command = request->command;
    const char* const out_path = request->out_path;
    if (!out_path)
        tare_cli_error(command, "a file is missing; expected -o FILE.svg or -o FILE.png");
    else if (!tare_draw_knows(command, out_path))
        return false;
    else if (request->channel && strcmp(request->channel, "left") != 0 &&
             strcmp(request->channel, "right") != 0)
        tare_cli_error(command, "--channel %s cannot be used; expected left or right",
                       request->channel);
    else if (n_models > TARE_PICTURE_MAX_CORRECTIONS)
        tare_cli_error(command, "%d models are too many for a picture; expected at most %d",
                       n_models, TARE_PICTURE_MAX_CORRECTIONS);
    else if (n_models > 1 && request->file.path)
        tare_cli_error(command, "both models and a file are given; expected either");
    else
        return true;
    return false;
}

static TareExit plot(const TareCommand* command, TareArguments arguments)
{
    Request request = {.command = command, .rate_hz = 48000};
    const TareParsed parsed = tare_options_parse(command, arguments, &request);
    if (parsed.done)
        return parsed.state;
    const TareArguments models = parsed.operands;
    if (!check(&request, models.n))
        return TARE_EXIT_WRONG;
    return models.n > 1 ? plot_several(&request, models)
                        : plot_one(&request, models.n == 1 ? models.texts[0] : NULL);
}

static const TareOption options[] = {TARE_PICK_OPTIONS(Request, file),
                                     TARE_AIM_OPTIONS(Request, aim),
                                     {.name = "output",
                                      .letter = 'o',
                                      .value = "FILE",
                                      TARE_SETS_TEXT(Request, out_path),
                                      .is_written = true,
                                      .help = "the picture to write, FILE.svg or FILE.png",
                                      .offer.files = ".svg .png"},
                                     {.name = "channel",
                                      .value = "CHANNEL",
                                      TARE_SETS_TEXT(Request, channel),
                                      .help = "left or right alone, where they differ",
                                      .offer.words = "left right"},
                                     {.name = "rate",
                                      .letter = 'r',
                                      .value = "HZ",
                                      TARE_SETS_NUMBER(Request, rate_hz),
                                      .min = 41000,
                                      .max = TARE_SAMPLE_RATE_MAX_HZ,
                                      .help = "sample rate of the stream (default 48000)"},
                                     {.name = "range",
                                      .value = "DB",
                                      TARE_SETS_NUMBER(Request, range_db),
                                      .min = MIN_RANGE_DB,
                                      .max = MAX_RANGE_DB,
                                      .help = "levels from -DB to DB (default 20 if measured, "
                                              "else as needed)"},
                                     {.name = NULL}};

static const char note[] =
    "Each argument names one model, so that a name with blanks needs quotes. One model is drawn\n"
    "raw, with its target and corrected where a measured curve is known, beside an area between\n"
    "all who measured it on one kind of rig; else with what is known of it before and after.\n"
    "Sides that differ are drawn apart. Several, at most 6, are drawn as one curve each.\n"
    "A file of that name is replaced.";

const TareCommand tare_command_plot = {
    .name = "plot",
    .arguments = "MODEL... | --file FILE",
    .summary = "Draws a correction, or several, as a picture",
    .example = "\"sony ex1000\" -o ex1000.svg",
    .note = note,
    .options = options,
    .operands = {.max = -1, .offers.rest.list = tare_offer_models},
    .run = plot};
