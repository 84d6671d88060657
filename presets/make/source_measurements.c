/* Measured headphones: a list with a response for each, to which Tare fits corrections of its own
   when they are asked for. */

#include "base/csv.h"
#include "base/file.h"
#include "base/path.h"
#include "base/text.h"
#include "cli/frame/terminal.h"
#include "corrections/aim.h"
#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "curves/rig.h"
#include "curves/targets.h"
#include "make/batch.h"
#include "make/known_names.h"
#include "make/response.h"
#include "make/source.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_INDEX_BYTES = 1 << 26, MAX_CELLS = 32 };

/* For which the filters of fits are meant. */
#define REFERENCE_RATE_HZ 48000.0

/* Names that are known before. */
static const char* const known_files[] = {"opra.tare", "reviews.tare"};

enum { N_KNOWN_FILES = sizeof known_files / sizeof *known_files };

static const char list_name[] = "index.csv";

/** Who measured, as other corrections name them, and on what. */
static const struct {
    const char *source, *name;
    TareRig rig;
} measurers[] = {{"oratory1990", "oratory1990", TARE_RIG_GRAS},
                 {"innerfidelity", "Innerfidelity", TARE_RIG_HMS},
                 {"headphonecom", "Headphone.com Legacy", TARE_RIG_HMS},
                 {"rtings", "Rtings", TARE_RIG_HMS}};

enum { N_MEASURERS = sizeof measurers / sizeof *measurers };

static const char licence[] =
    "The corrections in measurements.tare are fitted by Tare to the measured responses in it.\n"
    "The headphones were measured by oratory1990, Rtings, Innerfidelity (Tyll Hertsens)\n"
    "and Headphone.com, as the lines \"rig\" say; the responses were collected by AutoEq,\n"
    "https://github.com/jaakkopasanen/AutoEq, which comes with this notice:\n"
    "\n"
    "MIT License\n"
    "\n"
    "Copyright (c) 2018-2022 Jaakko Pasanen\n"
    "\n";

/** What all rows have in common. */
typedef struct {
    const char* folder;
    const TareReporter* reporter;
    TareKnownNames* names;
    const TareSame* same;
    TareBatch* batch;
    size_t n_rows;
    unsigned line;
} Job;

typedef struct {
    const char *model, *source, *form, *response;
} Row;

static bool is_in(const char* folder)
{
    return tare_source_has(folder, list_name) && tare_source_has(folder, "fr");
}

static size_t measurer_of(const char* source)
{
    size_t i = 0;
    while (i < N_MEASURERS && strcmp(measurers[i].source, source) != 0)
        ++i;
    return i;
}

static TareStatus bad_row(const Job* job, const char* message)
{
    tare_report(job->reporter, TARE_WARNING, list_name, job->line, 1, "%s", message);
    return TARE_BAD_INPUT;
}

/** Makes the correction; its bands are fitted to the curve when they are asked for. */
static bool describe(TareCorrection* c, const Job* job, const Row* row, const char* target,
                     const char* curve)
{
    const TareEvidence evidence = {.file = row->response, .curve = curve};
    c->entry.kind = TARE_KIND_MEASUREMENT;
    c->entry.form = tare_form_find(row->form);
    c->entry.aim = tare_aim_find(target);
    c->set.reference_rate_hz = REFERENCE_RATE_HZ;
    return tare_text_set(&c->entry.author, "Tare") &&
           tare_text_set(&c->entry.rig, measurers[measurer_of(row->source)].name) &&
           tare_text_set(&c->entry.target, target) &&
           tare_text_set(&c->entry.source, "https://github.com/jaakkopasanen/AutoEq") &&
           tare_text_set(&c->entry.licence, "MIT") && tare_correction_add_evidence(c, &evidence) &&
           tare_known_names_split(job->names, row->model, c);
}

/** The target of a row: by the form that the product is known to have, else by that of the row.
   NULL when memory is short. */
static const TareTarget* target_of(const Job* job, const Row* row)
{
    const TareRig rig = measurers[measurer_of(row->source)].rig;
    TareForm form = TARE_FORM_UNKNOWN;
    TareCorrection c = {0};
    const bool is_good = tare_known_names_split(job->names, row->model, &c) &&
                         tare_known_names_form(&form, &c.entry, job->same, job->names);
    tare_correction_clear(&c);
    if (!is_good)
        return NULL;
    return tare_target_default(form == TARE_FORM_UNKNOWN ? tare_form_find(row->form) : form, rig);
}

static TareStatus add_response(Job* job, const Row* row, const char* curve)
{
    const TareTarget* const target = target_of(job, row);
    TareCorrection c = {0};
    const bool is_kept =
        target && describe(&c, job, row, target->name, curve) && tare_batch_add(job->batch, &c);
    tare_correction_clear(&c);
    return is_kept ? TARE_OK : TARE_NO_MEMORY;
}

static TareStatus read_row(Job* job, const Row* row)
{
    if (!row->model || !row->source || !row->form || !row->response)
        return bad_row(job, "row lacks a cell; expected model, source, form and fr");
    if (measurer_of(row->source) == N_MEASURERS || tare_form_find(row->form) == TARE_FORM_UNKNOWN)
        return bad_row(job, "source or form is unknown; expected one that has a target");
    TareText curve = {0};
    char* const path = tare_path_join(job->folder, row->response);
    TareStatus status = path ? tare_response_read(path, &curve, job->reporter) : TARE_NO_MEMORY;
    if (status == TARE_OK)
        status = add_response(job, row, curve.data);
    tare_text_clear(&curve);
    free(path);
    return status;
}

/** The cells of a row by the names of the first line. */
static Row row_of(char** names, size_t n_names, char** cells, size_t n_cells)
{
    Row row = {0};
    const struct {
        const char* name;
        const char** cell;
    } wanted[] = {
        {"model", &row.model}, {"source", &row.source}, {"form", &row.form}, {"fr", &row.response}};
    for (size_t i = 0; i < n_names && i < n_cells && i < MAX_CELLS; ++i)
        for (size_t k = 0; k < sizeof wanted / sizeof *wanted; ++k)
            if (!strcmp(names[i], wanted[k].name) && cells[i][0])
                *wanted[k].cell = cells[i];
    return row;
}

static size_t count_lines(const char* text)
{
    size_t n = 0;
    for (; *text; ++text)
        n += *text == '\n';
    return n;
}

static TareStatus read_rows(Job* job, char* text)
{
    char *names[MAX_CELLS], *cells[MAX_CELLS];
    size_t n_names = 0;
    TareStatus worst = TARE_OK;
    job->n_rows = count_lines(text);
    while (*text && worst != TARE_NO_MEMORY) {
        char* const line = text;
        text += strcspn(text, "\n");
        if (*text)
            *text++ = '\0';
        if (++job->line == 1) {
            n_names = tare_csv_split(line, names, MAX_CELLS);
            continue;
        }
        tare_terminal_progress("measurements", job->line, (double)job->n_rows);
        const size_t n_cells = tare_csv_split(line, cells, MAX_CELLS);
        const Row row = row_of(names, n_names, cells, n_cells);
        const TareStatus status = read_row(job, &row);
        worst = status == TARE_OK ? worst : status;
    }
    tare_terminal_clear_progress();
    return worst;
}

static TareStatus read_measurements(const char* folder, const char* out, const TareSame* same,
                                    TareBatch* batch, const TareReporter* reporter)
{
    Job job = {.folder = folder,
               .reporter = reporter,
               .names = tare_known_names_new(out, known_files, N_KNOWN_FILES, same),
               .same = same,
               .batch = batch};
    char* text = NULL;
    size_t length = 0;
    char* const path = tare_path_join(folder, list_name);
    TareStatus status = TARE_NO_MEMORY;
    if (path && job.names)
        status = tare_file_read(path, MAX_INDEX_BYTES, &text, &length, reporter);
    if (status == TARE_OK)
        status = read_rows(&job, text);
    free(text);
    free(path);
    tare_known_names_free(job.names);
    return status;
}

static bool settle(const char* out, const TareSame* same, TareBatch* batch)
{
    TareKnownNames* const names = tare_known_names_new(out, known_files, N_KNOWN_FILES, same);
    const bool is_good =
        names && tare_batch_settle_names(batch, same, names) && tare_batch_make_ids(batch);
    tare_known_names_free(names);
    return is_good;
}

const TareSource tare_source_measurements = {
    .name = "measurements",
    .marks = "index.csv and fr",
    .head =
        "# Measured headphones; their corrections are fitted when they are asked for. Made by\n"
        "# \"./wscript catalogue\" and not to be edited; who measured, and under which terms they\n"
        "# stand, is in measurements.LICENSE.\n",
    .by_headphone = true,
    .is_in = is_in,
    .read = read_measurements,
    .settle = settle,
    .licence = licence};
