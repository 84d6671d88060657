#ifdef HAVE_CAIRO

#include "picture/picture_file.h"

#include "base/file.h"
#include "cli/frame/cli.h"

#include <cairo-svg.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { WIDTH = 1200, HEIGHT = 700 };

typedef struct {
    const TareCommand* command;
    const TarePlot* plot;
    bool is_svg;
} Job;

static cairo_status_t write_bytes(void* out, const unsigned char* bytes, unsigned n)
{
    return fwrite(bytes, 1, n, out) == n ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static cairo_surface_t* new_surface(const Job* job, FILE* out)
{
    if (!job->is_svg)
        return cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
    return cairo_svg_surface_create_for_stream(write_bytes, out, WIDTH, HEIGHT);
}

static bool draw(FILE* out, void* data)
{
    const Job* const job = data;
    cairo_surface_t* const surface = new_surface(job, out);
    cairo_t* const cairo = cairo_create(surface);
    tare_plot_draw(cairo, job->plot, WIDTH, HEIGHT);
    cairo_status_t status = cairo_status(cairo);
    cairo_destroy(cairo);
    if (status == CAIRO_STATUS_SUCCESS && !job->is_svg)
        status = cairo_surface_write_to_png_stream(surface, write_bytes, out);
    cairo_surface_finish(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    if (status != CAIRO_STATUS_SUCCESS && !ferror(out))
        tare_cli_error(job->command, "cannot draw: %s", cairo_status_to_string(status));
    return status == CAIRO_STATUS_SUCCESS;
}

/** Whether a path ends in a dot and these letters. */
static bool is_named(const char* path, const char* letters)
{
    const char* const dot = strrchr(path, '.');
    return dot && strcasecmp(dot + 1, letters) == 0;
}

bool tare_picture_file_is_known(const TareCommand* command, const char* path)
{
    if (is_named(path, "svg") || is_named(path, "png"))
        return true;
    tare_cli_error(command, "%s names no kind of picture; expected a name in .svg or .png", path);
    return false;
}

TareExit tare_picture_file_write(const TareCommand* command, TarePicture* picture, const char* path)
{
    if (!picture)
        return tare_cli_no_memory(command);
    Job job = {command, tare_picture_plot(picture), is_named(path, "svg")};
    const TareStatus status = tare_file_replace(path, draw, &job, tare_cli_reporter());
    tare_picture_free(picture);
    if (status == TARE_NO_MEMORY)
        return tare_cli_no_memory(command);
    return status == TARE_OK ? TARE_EXIT_DONE : TARE_EXIT_UNUSED;
}

#endif
