#include "cli/fit/fit_output.h"

#include "base/file.h"
#include "base/path.h"
#include "cli/fit/fit_request.h"
#include "cli/fit/fit_tell.h"
#include "cli/frame/cli.h"
#include "corrections/catalogue_write.h"
#include "corrections/correction.h"
#include "formats/devices.h"
#include "formats/formats.h"
#include "formats/output.h"

#include <string.h>

typedef struct {
    const TareFitRequest* request;
    const TareFormat* format; ///< NULL: a text of the catalogue, or JSON
    const TareCorrection* correction;
    const TareFitSides* sides;
    TareReporter reporter;
} Job;

/** The ending of the file's name, with its point; empty when there is none. */
static const char* ending_of(const TareFitRequest* request)
{
    const char* const dot = strrchr(tare_path_name(request->out_path), '.');
    return dot ? dot : "";
}

/** Whether a text of the catalogue is to be written: as asked for, else by the name of the file. */
static bool is_own_text(const TareFitRequest* request)
{
    return request->format ? strcmp(request->format, "tare") == 0
                           : strcmp(ending_of(request), ".tare") == 0;
}

static bool is_json(const TareFitRequest* request)
{
    return !request->format && strcmp(ending_of(request), ".json") == 0;
}

static const TareFormat* find_format(const TareFitRequest* request)
{
    const char* const usual = request->device ? request->device->format : "apo";
    return tare_formats_find_written(request->format ? request->format : usual);
}

/** Whether the name of a file leaves it to the default what is in there. */
static bool has_plain_name(const TareFitRequest* request)
{
    const char* const ending = ending_of(request);
    return !*ending || strcmp(ending, ".txt") == 0;
}

bool tare_fit_output_is_known(const TareFitRequest* request)
{
    if (!request->out_path || is_own_text(request) || is_json(request))
        return true;
    if (request->format && !find_format(request))
        tare_cli_error(request->command,
                       "unknown format %s; expected tare or one that 'tare formats' lists",
                       request->format);
    else if (!request->format && !has_plain_name(request))
        tare_cli_error(request->command,
                       "%s does not say what to write; expected --format, or a name in .tare, "
                       ".txt or .json",
                       request->out_path);
    else
        return true;
    return false;
}

static bool write_correction(FILE* out, void* data)
{
    const Job* const job = data;
    const TareFormatOutput output = {.file = out,
                                     .correction = job->correction,
                                     .device =
                                         job->request->device ? job->request->device->limits : NULL,
                                     .path = job->request->out_path};
    if (job->format)
        return job->format->write(&output, &job->reporter);
    if (is_json(job->request))
        return tare_fit_tell_write_json(out, job->correction, job->sides);
    const bool is_written = tare_catalogue_write_block(out, job->correction, NULL, NULL);
    if (!is_written && !ferror(out))
        tare_cli_error(job->request->command, "%s holds a name that is not UTF-8; expected --name",
                       job->correction->entry.id);
    return is_written;
}

TareExit tare_fit_output_write(const TareFitRequest* request, const TareCorrection* correction,
                               const TareFitSides* sides)
{
    const bool is_text = is_own_text(request) || is_json(request);
    Job job = {.request = request,
               .format = is_text ? NULL : find_format(request),
               .correction = correction,
               .sides = sides,
               .reporter = tare_cli_command_reporter(request->command)};
    const TareStatus status =
        tare_file_replace(request->out_path, write_correction, &job, &job.reporter);
    if (status == TARE_NO_MEMORY)
        return tare_cli_no_memory(request->command);
    return status == TARE_OK ? TARE_EXIT_DONE : TARE_EXIT_UNUSED;
}
