/* Makes the catalogue's files out of source data: what `./wscript catalogue` runs.

       make_catalogue --from FOLDER... --out FOLDER [--same FILE]

   FILE says which names are of one product (make/same.h). The same data gives the same bytes, on
   every machine. */

#include "base/file.h"
#include "base/text.h"
#include "cli/frame/cli.h"
#include "corrections/catalogue_read.h"
#include "make/batch.h"
#include "make/same_table.h"
#include "make/source.h"

#include <string.h>

/* In the order in which they are read: the first brings the names that the others know. */
static const TareSource* const sources[] = {&tare_source_opra, &tare_source_reviews,
                                            &tare_source_measurements};

enum { N_SOURCES = sizeof sources / sizeof *sources };

/** What the folders of one kind give. */
typedef struct {
    const TareSource* source;
    const char* folder; ///< the first
    TareBatch batch;
} Job;

/** The kind of data that a folder holds, by its index; N_SOURCES when none. */
static size_t source_in(const char* folder)
{
    size_t i = 0;
    while (i < N_SOURCES && !sources[i]->is_in(folder))
        ++i;
    return i;
}

static bool write_corrections(FILE* out, void* data)
{
    const Job* const job = data;
    fprintf(out, "%s%s\n", job->source->head, TARE_CATALOGUE_PROMISE);
    const bool is_good =
        tare_batch_write(&job->batch, out, job->source->by_headphone, tare_cli_reporter());
    return is_good && fputs("\n" TARE_CATALOGUE_END "\n", out) >= 0;
}

static bool write_names(FILE* out, void* data)
{
    const Job* const job = data;
    fprintf(
        out,
        "# What was done to names and forms of %s.tare, as README.md says. Made by \"./wscript\n"
        "# catalogue\" and not to be edited.\n",
        job->source->name);
    return tare_batch_write_changes(&job->batch, out);
}

static bool write_licence(FILE* out, void* data)
{
    const Job* const job = data;
    return tare_source_write_licence(job->source, job->folder, out, tare_cli_reporter());
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

/** Writes what was read. */
static TareStatus write_job(Job* job, const char* out)
{
    tare_batch_sort(&job->batch, tare_cli_reporter());
    TareStatus written = write_file(job, out, ".LICENSE", write_licence);
    if (written == TARE_OK)
        written = write_file(job, out, ".tare", write_corrections);
    if (written == TARE_OK)
        written = write_file(job, out, ".names", write_names);
    if (written == TARE_OK)
        printf("%s: %zu corrections\n", job->source->name, job->batch.n);
    return written;
}

/** What the command line asks for. */
typedef struct {
    char** from; ///< folders, moved to the beginning of the arguments
    int n_from;
    const char* out;
    const char* same; ///< a file, or NULL
} Call;

static bool parse_call(Call* call, int argc, char** argv)
{
    bool is_from = false;
    *call = (Call){.from = argv};
    for (int i = 1; i < argc; ++i) {
        if (!strcmp(argv[i], "--out") && i + 1 < argc)
            call->out = argv[++i];
        else if (!strcmp(argv[i], "--same") && i + 1 < argc)
            call->same = argv[++i];
        else if (!strcmp(argv[i], "--from"))
            is_from = true;
        else if (is_from && argv[i][0] != '-')
            call->from[call->n_from++] = argv[i];
        else
            return false;
    }
    return call->n_from && call->out;
}

/** Whether each folder holds something; reports those that do not. */
static bool are_all_known(const Call* call)
{
    bool are_known = true;
    for (int i = 0; i < call->n_from; ++i) {
        if (source_in(call->from[i]) < N_SOURCES)
            continue;
        tare_report(tare_cli_reporter(), TARE_ERROR, call->from[i], 0, 0,
                    "folder holds no known source; expected %s, or %s, or %s, in it",
                    sources[0]->marks, sources[1]->marks, sources[2]->marks);
        are_known = false;
    }
    return are_known;
}

/** The worse of two; what cannot be used of a source does not keep the rest from being written. */
static TareStatus worse_of(TareStatus a, TareStatus b)
{
    return a == TARE_OK || (a == TARE_BAD_INPUT && b != TARE_OK) ? b : a;
}

/** Reads all folders that hold one kind of data into one file. Returns `state`, or what is worse.
 */
static TareExit run_source(size_t source, const Call* call, const TareSame* same, TareExit state)
{
    Job job = {.source = sources[source]};
    TareStatus status = TARE_OK;
    for (int i = 0; i < call->n_from; ++i) {
        if (source_in(call->from[i]) != source)
            continue;
        job.folder = job.folder ? job.folder : call->from[i];
        status = worse_of(status, job.source->read(call->from[i], call->out, same, &job.batch,
                                                   tare_cli_reporter()));
    }
    const bool is_settled =
        !job.folder || !job.source->settle || job.source->settle(call->out, same, &job.batch);
    status = is_settled ? status : TARE_NO_MEMORY;
    if (job.folder && (status == TARE_OK || status == TARE_BAD_INPUT))
        status = worse_of(status, write_job(&job, call->out));
    tare_batch_clear(&job.batch);
    if (status == TARE_IO_ERROR)
        return TARE_EXIT_WRONG;
    return status != TARE_OK && state == TARE_EXIT_DONE ? TARE_EXIT_UNUSED : state;
}

int main(int argc, char** argv)
{
    Call call;
    if (!parse_call(&call, argc, argv)) {
        fputs("usage: make_catalogue --from FOLDER... --out FOLDER [--same FILE]\n", stderr);
        return TARE_EXIT_WRONG;
    }
    TareExit state = are_all_known(&call) ? TARE_EXIT_DONE : TARE_EXIT_WRONG;
    TareSame* const same = tare_same_new();
    /* what is wrong in the table would merge or part products: nothing is made with it */
    if (!same ||
        (call.same && tare_same_add_file(same, call.same, tare_cli_reporter()) != TARE_OK)) {
        tare_same_free(same);
        return TARE_EXIT_WRONG;
    }
    for (size_t i = 0; i < N_SOURCES; ++i)
        state = run_source(i, &call, same, state);
    tare_same_free(same);
    return (int)state;
}
