#include "cli/fit/fit_output.h"

#include "base/file.h"
#include "cli/catalogue/draw.h"
#include "cli/fit/fit_request.h"
#include "cli/frame/cli.h"
#include "corrections/catalogue_write.h"
#include "corrections/correction.h"
#include "formats/devices.h"
#include "formats/formats.h"
#include "formats/output.h"
#include "picture/picture.h"

#include <string.h>

typedef struct {
    const TareFitRequest* request;
    const TareFormat* format; ///< NULL: a text of the catalogue
    const TareCorrection* correction;
    TareReporter reporter;
} Job;

/** Whether a text of the catalogue is to be written: as asked for, else by the name of the file. */
static bool is_own_text(const TareFitRequest* request)
{
    const char* const dot = strrchr(request->out_path, '.');
    return request->format ? strcmp(request->format, "tare") == 0
                           : dot && strcmp(dot, ".tare") == 0;
}

static const TareFormat* find_format(const TareFitRequest* request)
{
    const char* const usual = request->device ? request->device->format : "apo";
    return tare_formats_find_written(request->format ? request->format : usual);
}

bool tare_fit_output_is_known(const TareFitRequest* request)
{
    if (!request->out_path || is_own_text(request) || find_format(request))
        return true;
    tare_cli_error(request->command,
                   "unknown format %s; expected tare or one that 'tare formats' lists",
                   request->format);
    return false;
}

static bool write_correction(FILE* out, void* data)
{
    const Job* const job = data;
    const TareFormatOutput output = {.file = out,
                                     .correction = job->correction,
                                     .device = job->request->device ? &job->request->device->limits
                                                                    : NULL,
                                     .path = job->request->out_path};
    if (job->format)
        return job->format->write(&output, &job->reporter);
    const bool is_written = tare_catalogue_write_block(out, job->correction, NULL, NULL);
    if (!is_written && !ferror(out))
        tare_cli_error(job->request->command, "%s holds a name that is not UTF-8; expected --name",
                       job->correction->entry.id);
    return is_written;
}

TareExit tare_fit_output_write(const TareFitRequest* request, const TareCorrection* correction)
{
    Job job = {.request = request,
               .format = is_own_text(request) ? NULL : find_format(request),
               .correction = correction,
               .reporter = tare_cli_command_reporter(request->command)};
    const TareStatus status =
        tare_file_replace(request->out_path, write_correction, &job, &job.reporter);
    if (status == TARE_NO_MEMORY)
        return tare_cli_no_memory(request->command);
    return status == TARE_OK ? TARE_EXIT_DONE : TARE_EXIT_UNUSED;
}

TareExit tare_fit_output_draw(const TareFitRequest* request, const TareCorrection* correction,
                              const TareCurve* error)
{
    TarePicture* const picture = tare_picture_new_measured(correction, error, 0, request->rate_hz);
    return tare_draw(request->command, picture, request->plot_path);
}
