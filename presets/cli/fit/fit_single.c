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
#include "curves/curve_file.h"
#include "fit/figures.h"
#include "formats/formats.h"
#include "names/product_name.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/** A fit of one side, or of both together. */
typedef struct {
    TareCurve response;
    TareFitOutcome outcome;
    TareBandSet set;
} Side;

typedef struct {
    const TareFitRequest* request;
    const TareFormat* format; ///< NULL: a text of the catalogue
    TareFitTarget target;     ///< not used for an equaliser's curve
    Side sides[TARE_MAX_CHANNELS];
    unsigned n_sides;
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

/** Who the correction is for: the first word is the brand. */
static bool set_identity(Job* job, const char* path)
{
    TareCorrection* const c = &job->correction;
    char* const name = job->request->name
                           ? tare_text_copy(job->request->name, strlen(job->request->name))
                           : stem_of(path);
    char* const slug = name ? tare_product_name_slug(name) : NULL;
    TareText id = {0};
    if (slug)
        tare_text_format(&id, "%s/tare", *slug ? slug : "unnamed");
    const bool is_good =
        slug && !id.failed &&
        tare_product_name_split(*name ? name : "?", "", &c->entry.brand, &c->entry.model);
    c->entry.id = id.data;
    c->entry.kind = TARE_KIND_MEASUREMENT;
    free(name);
    free(slug);
    return is_good && tare_text_set(&c->entry.author, "Tare") &&
           tare_text_set(&c->entry.rig, job->request->rig) &&
           tare_text_set(&c->entry.target, job->target.name);
}

static TareExit read_side(Job* job, Side* side, const char* const* paths, size_t n)
{
    const TareStatus status =
        tare_curve_read_files(&side->response, paths, n, job->request->column, tare_cli_reporter());
    return status == TARE_OK ? TARE_EXIT_DONE : tare_cli_exit_of(job->request->command, status);
}

static TareExit read_sides(Job* job, TareArguments files)
{
    const TareFitRequest* const request = job->request;
    job->n_sides = request->left ? 2 : 1;
    if (!request->left)
        return read_side(job, &job->sides[0], (const char* const*)files.texts, (size_t)files.n);
    TareExit state = read_side(job, &job->sides[0], &request->left, 1);
    if (state == TARE_EXIT_DONE)
        state = read_side(job, &job->sides[1], &request->right, 1);
    return state;
}

static TareExit find_target(Job* job)
{
    const TareFitRequest* const request = job->request;
    const TareRig rig = tare_rig_find(request->rig);
    TareForm form = TARE_FORM_UNKNOWN;
    if (!tare_fit_request_form(request->command, request->form, &form))
        return TARE_EXIT_WRONG;
    if (request->rig && rig == TARE_RIG_UNKNOWN)
        tare_cli_note(request->command,
                      "%s is no rig that is known; expected gras, hms, 711 or 5128", request->rig);
    job->correction.entry.form = form;
    return request->gain_curve ? TARE_EXIT_DONE
                               : tare_fit_target_find(&job->target, request, form, rig, NULL);
}

/** Adds a side's bands to the correction. */
static void add_bands(Job* job, unsigned side)
{
    TareBandSet* const all = &job->correction.set;
    const TareBandSet* const set = &job->sides[side].set;
    for (uint32_t i = 0; i < set->n_bands && all->n_bands < TARE_MAX_BANDS; ++i) {
        TareBand band = set->bands[i];
        if (job->n_sides > 1)
            band.channel = side == 0 ? TARE_CHANNEL_LEFT : TARE_CHANNEL_RIGHT;
        all->bands[all->n_bands++] = band;
    }
    all->preamp_db = fmin(all->preamp_db, set->preamp_db);
    all->reference_rate_hz = set->reference_rate_hz;
}

static bool fit_sides(Job* job)
{
    const TareFitRequest* const request = job->request;
    TareFitter* const fitter = tare_fit_request_fitter(request);
    TareFitCount count = request->count;
    if (job->n_sides > 1 && count.n > TARE_MAX_BANDS / 2)
        count.n = TARE_MAX_BANDS / 2;
    bool is_good = fitter != NULL;
    for (unsigned i = 0; i < job->n_sides && is_good; ++i) {
        Side* const side = &job->sides[i];
        is_good = request->gain_curve
                      ? tare_fit_curve(fitter, &side->response, count, &side->set, &side->outcome)
                      : tare_fit_measured(fitter, &side->response, &job->target.goal,
                                          &request->wish, count, &side->set, &side->outcome);
        if (is_good)
            add_bands(job, i);
    }
    tare_fitter_free(fitter);
    return is_good;
}

static void print_figures(const char* label, const TareFitFigures* figures)
{
    printf("  %-18s %8.3f dB  %8.3f dB   %+6.2f dB at %.0f Hz\n", label, figures->rms_db,
           figures->top_rms_db, figures->largest_db, figures->largest_freq_hz);
}

static void print_outcome(const Job* job, unsigned i)
{
    const TareFitOutcome* const outcome = &job->sides[i].outcome;
    printf("\n%s  %-18s %s  %s   %s%s\n", tare_style(stdout, TARE_STYLE_FAINT),
           job->n_sides > 1 ? side_names[i] : "", "20 Hz-10 kHz", "  10-20 kHz", "largest",
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
    if (job->target.name) {
        fputs("  to ", stdout);
        tare_terminal_print(stdout, job->target.name);
    }
    printf("\n  preamp %s dB\n\n",
           tare_number_format(number, sizeof number, job->correction.set.preamp_db));
    tare_print_bands(job->correction.set.bands, job->correction.set.n_bands);
    for (unsigned i = 0; i < job->n_sides && i < TARE_MAX_CHANNELS; ++i)
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
    const TareFitOutcome* const outcome = &job->sides[i].outcome;
    json_t* const object = json_object();
    const bool ok = tare_json_set(object, "channel",
                                  tare_json_text(job->n_sides > 1 ? side_names[i] : "both")) &&
                    tare_json_set(object, "before", figures_json(&outcome->before)) &&
                    tare_json_set(object, "after", figures_json(&outcome->after)) &&
                    tare_json_set(object, "fit", figures_json(&outcome->fit));
    return tare_json_keep_if(ok, object);
}

static TareExit print_json(const Job* job)
{
    json_t* const object = json_object();
    const bool ok = tare_json_set(object, "correction", tare_json_correction(&job->correction)) &&
                    tare_json_set(object, "figures", tare_json_array(job->n_sides, side_item, job));
    return tare_json_print(job->request->command, tare_json_keep_if(ok, object));
}

static bool write_correction(FILE* out, void* data)
{
    const Job* const job = data;
    if (job->format)
        return job->format->write(out, &job->correction, tare_cli_reporter());
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

/** How far the response is off its target, less the mean, as a level alone is no fault. */
static bool find_error(const Job* job, TareCurve* error)
{
    const TareCurve* const response = &job->sides[0].response;
    const TareCurve flat = {&(TareCurvePoint){1000.0, 0.0}, 1};
    TareCurve target = {0};
    const bool is_good = job->request->gain_curve
                             ? tare_curve_difference(error, &flat, response)
                             : tare_fit_goal_curve(&target, &job->target.goal) &&
                                   tare_curve_difference(error, response, &target);
    tare_curve_clear(&target);
    if (is_good) {
        const double mean_db = tare_fit_curve_mean_db(error);
        for (size_t i = 0; i < error->n; ++i)
            error->points[i].level_db -= mean_db;
    }
    return is_good;
}

static TareExit draw(const Job* job)
{
    TareCurve error = {0};
    TarePicture* picture = NULL;
    if (find_error(job, &error))
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
            tare_file_replace(request->out_path, write_correction, job, tare_cli_reporter());
        if (status != TARE_OK)
            state =
                status == TARE_NO_MEMORY ? tare_cli_no_memory(request->command) : TARE_EXIT_UNUSED;
    }
    if (state == TARE_EXIT_DONE && request->plot_path)
        state = draw(job);
    return tare_cli_flush(request->command, state);
}

TareExit tare_fit_single(const TareFitRequest* request, TareArguments files)
{
    Job job = {.request = request};
    const char* const path = request->left ? request->left : files.texts[0];
    if (!find_format(&job))
        return TARE_EXIT_WRONG;
    TareExit state = find_target(&job);
    if (state == TARE_EXIT_DONE)
        state = read_sides(&job, files);
    if (state == TARE_EXIT_DONE) {
        const bool is_good =
            fit_sides(&job) && set_identity(&job, path) &&
            tare_fit_request_add_evidence(request, &job.correction, path, job.target.name);
        state = is_good ? tell(&job) : tare_cli_no_memory(request->command);
    }
    tare_correction_clear(&job.correction);
    tare_curve_clear(&job.sides[0].response);
    tare_curve_clear(&job.sides[1].response);
    tare_fit_target_clear(&job.target);
    return state;
}
