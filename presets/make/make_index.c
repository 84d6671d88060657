/* Makes the index of a catalogue, with which a program starts sooner:

       make_index FOLDER FILE

   The same catalogue gives the same bytes, on every machine. */

#include "cli/frame/cli.h"
#include "corrections/catalogue.h"
#include "fit/stored_fit.h"
#include "search/models_index_write.h"

#include <stdio.h>

int main(int argc, char** argv)
{
    if (argc != 3) {
        fputs("usage: make_index FOLDER FILE\n", stderr);
        return TARE_EXIT_WRONG;
    }
    TareCatalogue* const catalogue = tare_catalogue_new();
    if (catalogue)
        tare_catalogue_set_fit(catalogue, tare_stored_fit); /* they are to be recognised too */
    TareStatus status = catalogue ? tare_catalogue_add_folder(catalogue, argv[1], TARE_READ_ENTRIES,
                                                              tare_cli_reporter())
                                  : TARE_NO_MEMORY;
    if (status == TARE_OK)
        status = tare_models_index_write(catalogue, argv[2], tare_cli_reporter());
    if (status == TARE_NO_MEMORY)
        fprintf(stderr, "make_index: %s: cannot be indexed, or memory is short\n", argv[1]);
    tare_catalogue_free(catalogue);
    return status == TARE_OK ? TARE_EXIT_DONE : TARE_EXIT_WRONG;
}
