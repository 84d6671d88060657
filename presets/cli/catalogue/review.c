#include "cli/frame/command.h"
#include "formats/review_context.h"

#include "base/walk.h"
#include "cli/catalogue/review_json.h"
#include "cli/catalogue/shown_there.h"
#include "cli/frame/cli.h"
#include "cli/frame/json.h"
#include "cli/frame/options.h"
#include "cli/frame/print.h"
#include "cli/frame/terminal.h"
#include "review/fact.h"
#include "review/outline.h"
#include "review/review.h"
#include "search/stock.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/** What became of all the reviews of one call. */
typedef struct {
    const TareCommand* command;
    TareReviewContext context;
    TareStock* stock; ///< NULL when there is no catalogue
    bool json;
    const char* name; ///< of the product; NULL: as the text says
    bool is_folder;   ///< a folder was named: single files that are no reviews are to be expected
    size_t n_read, n_headphones, n_corrections, n_foreign, n_refused;
} Job;

static void print_correction(const TareReview* review)
{
    const TareCorrection* const correction = &review->correction;
    printf("  correction %s, preamp %g dB\n", correction->entry.id, correction->set.preamp_db);
    tare_print_bands(correction->set.bands, correction->set.n_bands);
    for (size_t i = 0; i < correction->n_evidence; ++i)
        tare_print_evidence(&correction->evidence[i], 2);
}

/** Words of the text, and what they were not used for. */
static void print_unused(unsigned line, const char* reason, const char* text)
{
    printf("%s    line %u: ", tare_style(stdout, TARE_STYLE_FAINT), line);
    tare_terminal_print(stdout, reason);
    printf("%s\n", tare_style(stdout, TARE_STYLE_PLAIN));
    tare_terminal_print_wrapped(stdout, text, 6);
}

static void print_left_out(const TareReview* review, const TareShownThere* there)
{
    if (review->n_left_out > 0)
        puts("  left out");
    for (size_t i = 0; i < review->n_left_out; ++i) {
        const TareLeftOut* const left_out = &review->left_out[i];
        print_unused(left_out->line, tare_reason_words(left_out->reason), left_out->text);
        tare_shown_there_print(there, left_out->place_hz);
    }
    if (review->n_unread > 0)
        puts("  not read");
    for (size_t i = 0; i < review->n_unread; ++i)
        print_unused(review->unread[i].line, review->unread[i].reason, review->unread[i].text);
}

static void print_review(const TareReview* review, const TareShownThere* there)
{
    fputs(tare_style(stdout, TARE_STYLE_NAME), stdout);
    tare_terminal_print(stdout, review->model ? review->model : review->file);
    printf("%s  ", tare_style(stdout, TARE_STYLE_PLAIN));
    tare_terminal_print(stdout, review->file);
    if (review->language) {
        printf("\n  is in %s; only English is read\n", review->language);
        return;
    }
    if (!review->is_headphone) {
        puts("\n  not about a headphone");
        return;
    }
    putchar('\n');
    if (review->n_filters > 0) {
        puts("  what the text asks for, at full gain");
        tare_print_bands(review->filters, review->n_filters);
    } else {
        puts("  says nothing in figures that can be corrected");
    }
    if (review->has_correction)
        print_correction(review);
    print_left_out(review, there);
}

static TareStatus print_json(const Job* job, const TareReview* review, const TareShownThere* there)
{
    json_t* const object = tare_review_json(review, there);
    if (!object)
        return TARE_NO_MEMORY;
    fputs(job->n_read == 0 ? "[\n" : ",\n", stdout);
    const bool is_written = tare_json_write(stdout, object);
    json_decref(object);
    return is_written ? TARE_OK : TARE_NO_MEMORY;
}

static TareStatus print_one(const Job* job, const TareReview* review)
{
    TareShownThere there;
    if (!tare_shown_there_open(&there, job->stock, review))
        return TARE_NO_MEMORY;
    TareStatus status = TARE_OK;
    if (job->json)
        status = print_json(job, review, &there);
    else
        print_review(review, &there);
    tare_shown_there_clear(&there);
    return status;
}

/** Reports under the path, where a person finds the file, what a reader reports under its name. */
static void report_path(void* path, const TareReport* report)
{
    TareReport placed = *report;
    placed.file = path;
    const TareReporter* const reporter = tare_cli_reporter();
    reporter->report(reporter->data, &placed);
}

static TareStatus read_one(Job* job, const TareWalkFile* file)
{
    TareReview review;
    const TareReporter reporter = {report_path, file->path};
    TareStatus status =
        tare_review_read_file(&review, file->path, file->name, &job->context, &reporter);
    if (status == TARE_OK) {
        status = print_one(job, &review);
        ++job->n_read;
        job->n_headphones += review.is_headphone;
        job->n_foreign += review.language != NULL;
        job->n_corrections += review.has_correction;
        tare_review_clear(&review);
    } else if (status != TARE_NO_MEMORY) {
        ++job->n_refused;
    }
    return status;
}

static TareExit read_all(Job* job, const TareWalk* walk)
{
    /* the bar and what is printed never meet on one terminal */
    const bool shows_progress = walk->n_files > 1 && !isatty(STDOUT_FILENO);
    for (size_t i = 0; i < walk->n_files; ++i) {
        if (shows_progress)
            tare_terminal_progress("reading reviews", (double)i, (double)walk->n_files);
        if (read_one(job, &walk->files[i]) == TARE_NO_MEMORY)
            return tare_cli_no_memory(job->command);
    }
    tare_terminal_clear_progress();
    if (job->json && job->n_read > 0)
        puts("\n]");
    if (!job->json && walk->n_files > 1)
        printf("%zu reviews, %zu of headphones, %zu with a correction, %zu files refused\n",
               job->n_read, job->n_headphones, job->n_corrections, job->n_refused);
    if (job->n_refused == 0)
        return job->n_foreign == 0 ? TARE_EXIT_DONE : TARE_EXIT_UNUSED;
    return job->is_folder && job->n_read > 0 ? TARE_EXIT_UNUSED : TARE_EXIT_WRONG;
}

static TareStatus add_path(Job* job, TareWalk* walk, const char* path)
{
    struct stat status;
    if (stat(path, &status) != 0 || !S_ISDIR(status.st_mode))
        return tare_walk_file(walk, path);
    job->is_folder = true;
    return tare_walk_folder(walk, path, ".md", tare_cli_reporter());
}

static TareExit review(const TareCommand* command, TareArguments arguments)
{
    Job job = {.command = command};
    const TareParsed parsed = tare_options_parse(command, arguments, &job);
    if (parsed.done)
        return parsed.state;
    if (!tare_review_context_open(&job.context))
        return tare_cli_no_memory(command);
    job.context.name = job.name;
    if (tare_stock_open(&job.stock, NULL) == TARE_NO_MEMORY) {
        tare_review_context_clear(&job.context);
        return tare_cli_no_memory(command);
    }
    TareWalk walk = {0};
    TareExit state = TARE_EXIT_DONE;
    for (int i = 0; i < parsed.operands.n; ++i)
        state = tare_cli_worse(
            state, tare_cli_exit_of(command, add_path(&job, &walk, parsed.operands.texts[i])));
    if (job.name && walk.n_files > 1) {
        tare_cli_error(command, "--name is given for %zu files; expected one review with it",
                       walk.n_files);
        state = TARE_EXIT_WRONG;
    } else {
        state = tare_cli_worse(state, read_all(&job, &walk));
    }
    tare_walk_clear(&walk);
    tare_stock_close(job.stock);
    tare_review_context_clear(&job.context);
    return tare_cli_flush(command, state);
}

static const TareOption options[] = {
    {.name = "name",
     .value = "NAME",
     TARE_SETS_TEXT(Job, name),
     .help = "brand and model, for a review that does not tell them in its front matter"},
    TARE_JSON_OPTION(Job, json),
    {.name = NULL}};

static const char note[] =
    "Read are Markdown with front matter in YAML or TOML, plain text and saved web pages, in\n"
    "UTF-8, UTF-16 or Latin-1, in English; of folders, the files called *.md. The front matter\n"
    "may say target_name, or brand and model; author, source, license, date and tags. \"left "
    "out\"\n"
    "are figures that are not used, \"not read\" are sections about something else. Where no size\n"
    "is said of a place, the peak or dip that measurements of the model show nearest to it, "
    "within\n"
    "half an octave, stands beside; in JSON as \"shown\".\n"
    "\n"
    "In JSON, \"filters\" is what the text states, in full, its types called peaking, lowshelf "
    "and\n"
    "highshelf; \"correction\" is what follows from it, in the words of 'tare show --json': peak,\n"
    "low_shelf, high_shelf.";

const TareCommand tare_command_review = {
    .name = "review",
    .arguments = "PATH...",
    .summary = "Reads reviews: what they say in figures, and which correction follows",
    .example = "review.md",
    .note = note,
    .options = options,
    .operands = {.min = 1,
                 .max = -1,
                 .what = "a review",
                 .offers.rest = {.files = ".md .txt .html", .has_folders = true}},
    .run = review};
