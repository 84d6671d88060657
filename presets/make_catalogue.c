/* Makes the catalogue's files out of source data: what `./wscript catalogue` runs.

       make_catalogue --from FOLDER... --out FOLDER

   The same data gives the same bytes, on every machine. */

#include "catalogue.h"
#include "cli/cli.h"
#include "cli/terminal.h"
#include "cli/walk.h"
#include "file.h"
#include "readers/review.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MAX_LICENCE_BYTES = 1 << 16 };

/** A kind of source data, known by its licence and the folder with the texts. */
typedef struct {
    const char *licence, *texts;
    const char* name; ///< of the files that are made of it
} Source;

static const Source sources[] = {{"LICENSE.reviews", "md", "reviews"},
                                 {"LICENSE", "_products/en", "reviews"}};

enum { N_SOURCES = sizeof sources / sizeof *sources };

static const char head[] =
    "# Corrections out of reviews. Made by \"./wscript catalogue\" and not to be edited; whose "
    "the\n"
    "# words are, and under which terms they stand, is in reviews.LICENSE.\n";

static const char attribution[] =
    "The corrections in reviews.tare are made from the product reviews of\n"
    "Frieve-A/audioreview, https://github.com/Frieve-A/audioreview. The quotes in the\n"
    "lines \"text\" are those of its author; bands and notes are derived from them.\n"
    "Whoever passes reviews.tare on, changed or not, passes this notice on with it.\n"
    "\n";

/** What one source gives. */
typedef struct {
    const Source* source;
    char* folder;        ///< with the texts
    char* licence;       ///< text of the licence file
    TareReview* reviews; ///< those with a correction
    size_t n_reviews;
    TareCorrection shared; ///< borrows its texts
} Job;

static void clear_job(Job* job)
{
    for (size_t i = 0; i < job->n_reviews; ++i)
        tare_review_clear(&job->reviews[i]);
    free(job->reviews);
    free(job->folder);
    free(job->licence);
}

static char* join_path(const char* folder, const char* name)
{
    TareText path = {0};
    tare_text_format(&path, "%s/%s", folder, name);
    if (path.failed)
        tare_text_clear(&path);
    return path.data;
}

static bool is_source(const Source* source, const char* folder)
{
    struct stat licence, texts;
    char* licence_path = join_path(folder, source->licence);
    char* texts_path = join_path(folder, source->texts);
    const bool is_one = licence_path && texts_path && stat(licence_path, &licence) == 0 &&
                        stat(texts_path, &texts) == 0 && S_ISDIR(texts.st_mode);
    free(licence_path);
    free(texts_path);
    return is_one;
}

/** Finds out what a folder holds and reads its licence. */
static TareStatus begin_job(Job* job, const char* folder)
{
    size_t i = 0;
    while (i < N_SOURCES && !is_source(&sources[i], folder))
        ++i;
    if (i == N_SOURCES) {
        tare_report(tare_cli_reporter(), TARE_ERROR, folder, 0, 0,
                    "folder holds no known source; expected %s and %s in it", sources[0].licence,
                    sources[0].texts);
        return TARE_IO_ERROR;
    }
    job->source = &sources[i];
    job->folder = join_path(folder, sources[i].texts);
    char* licence_path = join_path(folder, sources[i].licence);
    size_t length = 0;
    const TareStatus status = job->folder && licence_path
                                  ? tare_file_read(licence_path, MAX_LICENCE_BYTES, &job->licence,
                                                   &length, tare_cli_reporter())
                                  : TARE_NO_MEMORY;
    free(licence_path);
    return status;
}

/** Reads one review and keeps it when it gives a correction. */
static TareStatus read_review(Job* job, const TareWalkFile* file)
{
    TareReview* grown = realloc(job->reviews, (job->n_reviews + 1) * sizeof *grown);
    if (!grown)
        return TARE_NO_MEMORY;
    job->reviews = grown;
    TareReview* review = &grown[job->n_reviews];
    const TareStatus status =
        tare_review_read_file(review, file->path, file->name, tare_cli_reporter());
    if (status != TARE_OK)
        return status;
    if (review->has_correction)
        job->n_reviews++;
    else
        tare_review_clear(review);
    return TARE_OK;
}

static TareStatus read_reviews(Job* job)
{
    TareWalk walk = {0};
    TareStatus status = tare_walk_folder(&walk, job->folder, ".md", tare_cli_reporter());
    TareStatus worst = status;
    for (size_t i = 0; i < walk.n_files && status != TARE_NO_MEMORY; ++i) {
        tare_terminal_progress("reviews", (double)i, (double)walk.n_files);
        status = read_review(job, &walk.files[i]);
        worst = status == TARE_OK ? worst : status;
    }
    tare_terminal_clear_progress();
    tare_walk_clear(&walk);
    return worst;
}

static int compare_ids(const void* a, const void* b)
{
    const TareReview* x = a;
    const TareReview* y = b;
    const int by_id = strcmp(x->correction.id, y->correction.id);
    return by_id ? by_id : strcmp(x->file, y->file);
}

/** Two reviews of one model would have one id: the first file counts, the other one is reported. */
static void sort_reviews(Job* job)
{
    if (!job->n_reviews)
        return;
    qsort(job->reviews, job->n_reviews, sizeof *job->reviews, compare_ids);
    size_t n = 1;
    for (size_t i = 1; i < job->n_reviews; ++i) {
        TareReview* review = &job->reviews[i];
        if (strcmp(review->correction.id, job->reviews[n - 1].correction.id) != 0) {
            job->reviews[n++] = *review;
            continue;
        }
        tare_report(tare_cli_reporter(), TARE_WARNING, review->file, 0, 0,
                    "left out, as %s gives \"%s\" already; expected one review of a model",
                    job->reviews[n - 1].file, review->correction.id);
        tare_review_clear(review);
    }
    job->n_reviews = n;
}

static char* shared_text(char* a, const char* b)
{
    return a && b && !strcmp(a, b) ? a : NULL;
}

/** What all corrections have in common. */
static void find_shared(Job* job)
{
    TareCorrection* shared = &job->shared;
    for (size_t i = 0; i < job->n_reviews; ++i) {
        const TareCorrection* c = &job->reviews[i].correction;
        if (i == 0)
            *shared = *c;
        shared->brand = shared_text(shared->brand, c->brand);
        shared->author = shared_text(shared->author, c->author);
        shared->rig = shared_text(shared->rig, c->rig);
        shared->target = shared_text(shared->target, c->target);
        shared->source = shared_text(shared->source, c->source);
        shared->date = shared_text(shared->date, c->date);
        shared->licence = shared_text(shared->licence, c->licence);
        shared->form = shared->form == c->form ? c->form : TARE_FORM_UNKNOWN;
    }
}

static bool write_corrections(FILE* out, void* data)
{
    const Job* job = data;
    fputs(head, out);
    bool is_written = !job->n_reviews || tare_catalogue_write_shared(out, &job->shared);
    for (size_t i = 0; i < job->n_reviews && is_written; ++i) {
        const TareCorrection* correction = &job->reviews[i].correction;
        fputc('\n', out);
        is_written = tare_catalogue_write_block(out, correction, &job->shared);
        if (!is_written && !ferror(out))
            tare_report(tare_cli_reporter(), TARE_ERROR, job->reviews[i].file, 0, 0,
                        "correction cannot be kept; expected values in range and UTF-8");
    }
    return is_written;
}

static bool write_licence(FILE* out, void* data)
{
    const Job* job = data;
    return fputs(attribution, out) >= 0 && fputs(job->licence, out) >= 0;
}

/** Writes "folder/name.ending". */
static TareStatus write_file(Job* job, const char* folder, const char* ending,
                             bool (*write)(FILE* out, void* data))
{
    TareText path = {0};
    tare_text_format(&path, "%s/%s%s", folder, job->source->name, ending);
    const TareStatus status = path.failed
                                  ? TARE_NO_MEMORY
                                  : tare_file_replace(path.data, write, job, tare_cli_reporter());
    tare_text_clear(&path);
    return status;
}

static TareStatus run_job(const char* from, const char* out)
{
    Job job = {0};
    TareStatus read = begin_job(&job, from);
    if (read == TARE_OK)
        read = read_reviews(&job);
    TareStatus written = read;
    if (job.licence && read != TARE_NO_MEMORY) {
        sort_reviews(&job);
        find_shared(&job);
        written = write_file(&job, out, ".LICENSE", write_licence);
        if (written == TARE_OK)
            written = write_file(&job, out, ".tare", write_corrections);
    }
    if (written == TARE_OK)
        printf("%s: %zu corrections\n", job.source->name, job.n_reviews);
    clear_job(&job);
    return written == TARE_OK ? read : written;
}

/** What the command line asks for. */
typedef struct {
    char** from; ///< folders, moved to the beginning of the arguments
    int n_from;
    const char* out;
} Call;

static bool parse_call(Call* call, int argc, char** argv)
{
    bool is_from = false;
    *call = (Call){.from = argv};
    for (int i = 1; i < argc; ++i) {
        if (!strcmp(argv[i], "--out") && i + 1 < argc)
            call->out = argv[++i];
        else if (!strcmp(argv[i], "--from"))
            is_from = true;
        else if (is_from && argv[i][0] != '-')
            call->from[call->n_from++] = argv[i];
        else
            return false;
    }
    return call->n_from && call->out;
}

int main(int argc, char** argv)
{
    Call call;
    if (!parse_call(&call, argc, argv)) {
        fputs("usage: make_catalogue --from FOLDER... --out FOLDER\n", stderr);
        return TARE_EXIT_WRONG;
    }
    TareExit state = TARE_EXIT_DONE;
    for (int i = 0; i < call.n_from; ++i) {
        const TareStatus status = run_job(call.from[i], call.out);
        if (status == TARE_IO_ERROR)
            state = TARE_EXIT_WRONG;
        else if (status != TARE_OK && state == TARE_EXIT_DONE)
            state = TARE_EXIT_UNUSED;
    }
    return (int)state;
}
