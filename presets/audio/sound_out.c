#include "audio/sound_out.h"

#include "audio/ogg_serial.h"
#include "audio/spool.h"
#include "base/file.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool refuse(const TareReporter* reporter, const char* path, const char* why)
{
    tare_report(reporter, TARE_ERROR, NULL, 0, 0, "%s%s", path, why);
    return false;
}

bool tare_sound_out_may_be(const char* path, const char* in_path, bool may_replace,
                           const TareReporter* reporter)
{
    struct stat out;
    if (tare_spool_is_pipe(path))
        return !isatty(STDOUT_FILENO) ||
               refuse(reporter, "", "standard output is a terminal; expected a pipe or a file");
    if (stat(path, &out) != 0)
        return true;
    if (tare_file_is_same(in_path, path))
        return refuse(reporter, path, " is the file to read as well; expected another one");
    if (!S_ISREG(out.st_mode))
        return refuse(reporter, path, " is not a file; expected the name of one");
    return may_replace ||
           refuse(reporter, path,
                  " is there already; expected a new name, or --force to replace it");
}

TareStatus tare_sound_out_fail(const TareSoundOut* out, const char* why,
                               const TareReporter* reporter)
{
    tare_report(reporter, TARE_ERROR, NULL, 0, 0, "%s: cannot be written: %s", out->path, why);
    return TARE_IO_ERROR;
}

/** Where the result is written: a file under a temporary name, or a nameless one for a pipe. */
static TareStatus open_place(TareSoundOut* out, const TareReporter* reporter)
{
    if (!tare_spool_is_pipe(out->path))
        return tare_new_file_open(&out->new_file, out->path, reporter);
    out->spool = tare_spool_new();
    if (out->spool)
        return TARE_OK;
    tare_report(reporter, TARE_ERROR, NULL, 0, 0, "nothing can be kept for standard output: %s",
                strerror(errno));
    return TARE_IO_ERROR;
}

TareStatus tare_sound_out_open(TareSoundOut* out, const char* path, const SF_INFO* info,
                               const TareReporter* reporter)
{
    *out = (TareSoundOut){.path = path, .info = *info, .new_file.descriptor = -1};
    const TareStatus status = open_place(out, reporter);
    if (status != TARE_OK)
        return status;
    out->file = sf_open_fd(tare_sound_out_descriptor(out), SFM_WRITE, &out->info, 0);
    if (!out->file)
        return tare_sound_out_fail(out, sf_strerror(NULL), reporter);
    sf_command(out->file, SFC_SET_ADD_PEAK_CHUNK, NULL, SF_FALSE); /* it would hold the time */
    return TARE_OK;
}

TareStatus tare_sound_out_end(TareSoundOut* out, const TareReporter* reporter)
{
    const int failed = sf_close(out->file);
    out->file = NULL;
    if (failed != 0)
        return tare_sound_out_fail(out, sf_error_number(failed), reporter);
    const bool is_ogg = (out->info.format & SF_FORMAT_TYPEMASK) == SF_FORMAT_OGG;
    return !is_ogg || tare_ogg_serial_set(tare_sound_out_descriptor(out), 1)
               ? TARE_OK
               : tare_sound_out_fail(out, strerror(errno), reporter);
}

int tare_sound_out_descriptor(const TareSoundOut* out)
{
    return out->spool ? fileno(out->spool) : out->new_file.descriptor;
}

TareStatus tare_sound_out_hand_over(TareSoundOut* out, const TareReporter* reporter)
{
    if (!out->spool)
        return tare_new_file_keep(&out->new_file, reporter);
    const int descriptor = fileno(out->spool);
    if (lseek(descriptor, 0, SEEK_SET) == 0 && tare_spool_copy(descriptor, STDOUT_FILENO))
        return TARE_OK;
    tare_report(reporter, TARE_ERROR, NULL, 0, 0, "standard output cannot be written: %s",
                strerror(errno));
    return TARE_IO_ERROR;
}

void tare_sound_out_close(TareSoundOut* out)
{
    if (out->file)
        sf_close(out->file);
    if (out->spool)
        fclose(out->spool);
    tare_new_file_drop(&out->new_file);
}
