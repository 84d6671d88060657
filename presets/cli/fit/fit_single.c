#include "base/file.h"
#include "base/number.h"
#include "base/path.h"
#include "base/text.h"
#include "cli/catalogue/draw.h"
#include "cli/fit/fit_request.h"
#include "cli/frame/cli.h"
#include "cli/frame/json.h"
#include "cli/frame/print.h"
#include "cli/frame/terminal.h"
#include "corrections/catalogue.h"
#include "corrections/catalogue_write.h"
#include "corrections/correction.h"
#include "fit/fitted.h"
#include "fit/goal.h"
#include "fit/sides.h"
#include "formats/formats.h"
#include "picture/picture.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    const TareFitRequest* request;
    const TareFitOrder* order;
    TareReporter reporter;
    const TareFormat* format; ///< NULL: a text of the catalogue
    TareFitGoal goal;         ///< not used for an equaliser's curve
    TareFitSides sides;
    TareCorrection correction;
} Job;

static const char* const side_names[TARE_MAX_CHANNELS] = {"left", "right"};

/** The file's name without folder and ending. */
static char* stem_of(const char* path)
{
    const char* const name = tare_path_name(path);
    const char* const dot = strrchr(name, '.');
    return tare_text_copy(name, dot && dot > name ? (size_t)(dot - name) : strlen(name));
}

/** Who the correction is for, and on what it rests. */
static bool describe(Job* job, const char* path)
{
    const TareFitRequest* const request = job->request;
    char* const stem = request->name ? NULL : stem_of(path);
    const TareFitted fitted = {.file = path,
                               .name = request->name ? request->name : stem,
                               .rig = request->rig,
                               .target = job->goal.name,
                               .is_like = request->sound_like != NULL,
                               .max_boost_db = request->wish.max_boost_db};
    const bool is_good = fitted.name && tare_fitted_describe(&job->correction, &fitted);
    free(stem);
    return is_good;
}

static TareStatus read_sides(Job* job, TareArguments files)
{
    const TareFitRequest* const request = job->request;
    if (request->left)
        return tare_fit_sides_read_apart(&job->sides, request->left, request->right,
                                         request->column, &job->reporter);
    return tare_fit_sides_read(&job->sides, (const char* const*)files.texts, (size_t)files.n,
                               request->column, &job->reporter);
}

static TareStatus find_target(Job* job)
{
    const TareFitRequest* const request = job->request;
    const TareRig rig = tare_rig_find(request->rig);
    TareForm form = TARE_FORM_UNKNOWN;
    if (!tare_fit_order_form(request->form, &form, &job->reporter))
        return TARE_BAD_INPUT;
    if (request->rig && rig == TARE_RIG_UNKNOWN)
        tare_cli_note(request->command,
                      "%s is no rig that is known; expected gras, hms, 711 or 5128", request->rig);
    job->correction.entry.form = form;
    if (request->gain_curve)
        return TARE_OK;
    const TareStatus status =
        tare_fit_order_goal(&job->goal, job->order, form, rig, NULL, &job->reporter);
    if (status == TARE_OK && job->goal.built_in)
        tare_fit_request_tell(request->command, &job->goal);
    return status;
}

static void print_figures(const char* label, const TareFitFigures* figures)
{
    printf("  %-18s %8.3f dB  %8.3f dB   %+6.2f dB at %.0f Hz\n", label, figures->rms_db,
           figures->top_rms_db, figures->largest_db, figures->largest_freq_hz);
}

static void print_outcome(const Job* job, unsigned i)
{
    const TareFitOutcome* const outcome = &job->sides.sides[i].outcome;
    printf("\n%s  %-18s %s  %s   %s%s\n", tare_style(stdout, TARE_STYLE_FAINT),
           job->sides.n > 1 ? side_names[i] : "", "20 Hz-10 kHz", "  10-20 kHz", "largest",
           tare_style(stdout, TARE_STYLE_PLAIN));
    print_figures("before", &outcome->before);
    print_figures("after", &outcome->after);
    if (!job->request->gain_curve)
        print_figures("bands to the wish", &outcome->fit);
    printf("  %-18s %8.2f dB\n", "level drop", outcome->fit.drop_db);
}

static void print_text(const Job* job)
{
    char name[256], number[TARE_NUMBER_SIZE];
    tare_entry_display_name(&job->correction.entry, name, sizeof name);
    fputs(tare_style(stdout, TARE_STYLE_NAME), stdout);
    tare_terminal_print(stdout, name);
    fputs(tare_style(stdout, TARE_STYLE_PLAIN), stdout);
    if (job->goal.name) {
        fputs("  to ", stdout);
        tare_terminal_print(stdout, job->goal.name);
    }
    printf("\n  preamp %s dB\n\n",
           tare_number_format(number, sizeof number, job->correction.set.preamp_db));
    tare_print_bands(job->correction.set.bands, job->correction.set.n_bands);
    for (unsigned i = 0; i < job->sides.n; ++i)
        print_outcome(job, i);
}

/** In thousandths, as much as anybody wants. */
static json_t* rounded_json(double value)
{
    return tare_json_number(round(value * 1000.0) / 1000.0);
}

static json_t* figures_json(const TareFitFigures* figures)
{
    json_t* const object = json_object();
    const bool ok =
        tare_json_set(object, "rms_db", rounded_json(figures->rms_db)) &&
        tare_json_set(object, "top_rms_db", rounded_json(figures->top_rms_db)) &&
        tare_json_set(object, "largest_db", rounded_json(figures->largest_db)) &&
        tare_json_set(object, "largest_freq_hz", rounded_json(figures->largest_freq_hz)) &&
        tare_json_set(object, "drop_db", rounded_json(figures->drop_db));
    return tare_json_keep_if(ok, object);
}

static json_t* side_item(const void* data, size_t i)
{
    const Job* const job = data;
    const TareFitOutcome* const outcome = &job->sides.sides[i].outcome;
    json_t* const object = json_object();
    const bool ok = tare_json_set(object, "channel",
                                  tare_json_text(job->sides.n > 1 ? side_names[i] : "both")) &&
                    tare_json_set(object, "before", figures_json(&outcome->before)) &&
                    tare_json_set(object, "after", figures_json(&outcome->after)) &&
                    tare_json_set(object, "fit", figures_json(&outcome->fit));
    return tare_json_keep_if(ok, object);
}

static TareExit print_json(const Job* job)
{
    json_t* const object = json_object();
    const bool ok = tare_json_set(object, "correction", tare_json_correction(&job->correction)) &&
                    tare_json_set(object, "figures", tare_json_array(job->sides.n, side_item, job));
    return tare_json_print(job->request->command, tare_json_keep_if(ok, object));
}

static bool write_correction(FILE* out, void* data)
{
    const Job* const job = data;
    if (job->format)
        return job->format->write(out, &job->correction, &job->reporter);
    const bool is_written = tare_catalogue_write_block(out, &job->correction, NULL, NULL);
    if (!is_written && !ferror(out))
        tare_cli_error(job->request->command, "%s holds a name that is not UTF-8; expected --name",
                       job->correction.entry.id);
    return is_written;
}

/** Finds what to write: what is asked for, else by the name of the file. */
static bool find_format(Job* job)
{
    const TareFitRequest* const request = job->request;
    const char* const dot = request->out_path ? strrchr(request->out_path, '.') : NULL;
    const bool is_ours =
        request->format ? strcmp(request->format, "tare") == 0 : dot && strcmp(dot, ".tare") == 0;
    if (is_ours || !request->out_path)
        return true;
    job->format = tare_formats_find_written(request->format ? request->format : "apo");
    if (!job->format)
        tare_cli_error(request->command,
                       "unknown format %s; expected tare or one that 'tare formats' lists",
                       request->format);
    return job->format != NULL;
}

static TareExit draw(const Job* job)
{
    TareCurve error = {0};
    TarePicture* picture = NULL;
    if (tare_fit_sides_error(&job->sides, job->order, &job->goal, &error))
        picture = tare_picture_new_measured(&job->correction, &error, 0, job->request->rate_hz);
    tare_curve_clear(&error);
    return tare_draw(job->request->command, picture, job->request->plot_path);
}

static TareExit tell(Job* job)
{
    const TareFitRequest* const request = job->request;
    TareExit state = TARE_EXIT_DONE;
    if (request->json)
        state = print_json(job);
    else
        print_text(job);
    if (request->out_path) {
        const TareStatus status =
            tare_file_replace(request->out_path, write_correction, job, &job->reporter);
        if (status != TARE_OK)
            state =
                status == TARE_NO_MEMORY ? tare_cli_no_memory(request->command) : TARE_EXIT_UNUSED;
    }
    if (state == TARE_EXIT_DONE && request->plot_path)
        state = draw(job);
    return tare_cli_flush(request->command, state);
}

/** Reads, fits and describes. */
static TareStatus fit(Job* job, TareArguments files)
{
    const TareFitRequest* const request = job->request;
    TareStatus status = find_target(job);
    if (status == TARE_OK)
        status = read_sides(job, files);
    if (status != TARE_OK)
        return status;
    const bool is_good =
        tare_fit_sides_run(&job->sides, job->order, &job->goal, &job->correction.set) &&
        describe(job, request->left ? request->left : files.texts[0]);
    return is_good ? TARE_OK : TARE_NO_MEMORY;
}

TareExit tare_fit_single(const TareFitRequest* request, TareArguments files)
{
    const TareFitOrder order = tare_fit_request_order(request);
    Job job = {.request = request,
               .order = &order,
               .reporter = tare_cli_command_reporter(request->command)};
    if (!find_format(&job))
        return TARE_EXIT_WRONG;
    const TareStatus status = fit(&job, files);
    const TareExit state =
        status == TARE_OK ? tell(&job) : tare_cli_exit_of(request->command, status);
    tare_correction_clear(&job.correction);
    tare_fit_sides_clear(&job.sides);
    tare_fit_goal_clear(&job.goal);
    return state;
}
