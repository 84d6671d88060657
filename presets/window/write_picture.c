/* Draws the plugin as a host without X shows it, for MOD: with a correction of the catalogue.

       write_picture CATALOGUE ID WIDTH HEIGHT OUT.png */

#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "settings.h"
#include "window/inline_picture.h"

#include <cairo.h>
#include <stdio.h>
#include <stdlib.h>

enum { N_CHANNELS = 2 };

static bool write_picture(const TareCorrection* correction, int width, int height, const char* path)
{
    float values[TARE_MAX_PORTS];
    const TareControls controls = tare_settings_from_set(&correction->set);
    for (uint32_t i = 0; i < tare_ports_count(N_CHANNELS); ++i) {
        const TarePort port = tare_port(N_CHANNELS, i);
        values[i] = tare_settings_port_value(&controls, &port);
    }
    cairo_surface_t* const surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    cairo_t* const cairo = cairo_create(surface);
    const bool is_written = tare_inline_picture_draw(cairo, width, height, values, N_CHANNELS) &&
                            cairo_surface_write_to_png(surface, path) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return is_written;
}

int main(int argc, char* argv[])
{
    if (argc != 6) {
        fprintf(stderr, "usage: %s CATALOGUE ID WIDTH HEIGHT OUT.png\n", argv[0]);
        return 2;
    }
    TareCatalogue* const catalogue = tare_catalogue_new();
    const bool is_read = catalogue && tare_catalogue_add_folder(catalogue, argv[1],
                                                                TARE_READ_ENTRIES, NULL) == TARE_OK;
    const TareEntry* const entry = is_read ? tare_catalogue_find_id(catalogue, argv[2]) : NULL;
    const TareCorrection* const correction =
        entry ? tare_catalogue_correction(catalogue, entry, NULL) : NULL;
    const bool is_good =
        correction && write_picture(correction, atoi(argv[3]), atoi(argv[4]), argv[5]);
    if (!is_good)
        fprintf(stderr, "%s: %s cannot be drawn\n", argv[0], argv[2]);
    tare_catalogue_free(catalogue);
    return is_good ? 0 : 1;
}
