/* Makes the catalogue's files out of source data: what `./wscript catalogue` runs.

       make_catalogue --from FOLDER... --out FOLDER [--same FILE]

   FILE says which names are of one product (make/same.h). The same data gives the same bytes, on
   every machine. */

#include "base/file.h"
#include "base/text.h"
#include "cli/frame/cli.h"
#include "make/batch.h"
#include "make/same_table.h"
#include "make/source.h"

#include <string.h>

/* In the order in which they are read: the first brings the names that the others know. */
static const TareSource* const sources[] = {&tare_source_opra, &tare_source_reviews,
                                            &tare_source_measurements};

enum { N_SOURCES = sizeof sources / sizeof *sources };

/** What one folder gives. */
typedef struct {
    const TareSource* source;
    const char* folder;
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
    fputs(job->source->head, out);
    return tare_batch_write(&job->batch, out, job->source->by_headphone, tare_cli_reporter());
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

static TareStatus run_job(const TareSource* source, const char* from, const char* out,
                          const TareSame* same)
{
    Job job = {.source = source, .folder = from};
    const TareStatus read = job.source->read(from, out, same, &job.batch, tare_cli_reporter());
    TareStatus written = read;
    if (read == TARE_OK || read == TARE_BAD_INPUT) {
        tare_batch_sort(&job.batch, tare_cli_reporter());
        written = write_file(&job, out, ".LICENSE", write_licence);
        if (written == TARE_OK)
            written = write_file(&job, out, ".tare", write_corrections);
        if (written == TARE_OK)
            written = write_file(&job, out, ".names", write_names);
    }
    if (written == TARE_OK)
        printf("%s: %zu corrections\n", job.source->name, job.batch.n);
    tare_batch_clear(&job.batch);
    return written == TARE_OK ? read : written;
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

/** Reads all folders that hold one kind of data. Returns `state`, or what is worse. */
static TareExit run_source(size_t source, const Call* call, const TareSame* same, TareExit state)
{
    for (int i = 0; i < call->n_from; ++i) {
        if (source_in(call->from[i]) != source)
            continue;
        const TareStatus status = run_job(sources[source], call->from[i], call->out, same);
        if (status == TARE_IO_ERROR)
            state = TARE_EXIT_WRONG;
        else if (status != TARE_OK && state == TARE_EXIT_DONE)
            state = TARE_EXIT_UNUSED;
    }
    return state;
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
