#include "picture/picture_file.h"

#include "base/file.h"
#include "picture/picture.h"
#include "picture/plot.h"

#include <cairo-svg.h>
#include <stdio.h>

enum { WIDTH = 1200, HEIGHT = 700 };

typedef struct {
    const TareReporter* reporter;
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
        tare_report(job->reporter, TARE_ERROR, NULL, 0, 0, "cannot draw: %s",
                    cairo_status_to_string(status));
    return status == CAIRO_STATUS_SUCCESS;
}

TareStatus tare_picture_file_write(const TarePicture* picture, const char* path,
                                   const TareReporter* reporter)
{
    Job job = {reporter, tare_picture_plot(picture), tare_picture_kind(path) == TARE_PICTURE_SVG};
    return tare_file_replace(path, draw, &job, reporter);
}
