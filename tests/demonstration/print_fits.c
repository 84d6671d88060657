/* Prints the bands of fits, with all their digits: for builds by several compilers to be compared.

       print_fits MEASUREMENTS.tare STEP

   fits every STEP-th measured curve of the catalogue. */

#include "base/text.h"
#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "fit/stored_fit.h"

#include <stdio.h>
#include <stdlib.h>

static bool print_fit(const TareCorrection* stated)
{
    TareBandSet set;
    TareText note = {0};
    const bool is_good = tare_stored_fit(stated, &set, &note) && !note.failed;
    if (is_good)
        printf("%s %.17g\n", stated->entry.id, set.preamp_db);
    for (uint32_t i = 0; is_good && i < set.n_bands; ++i)
        printf("%d %.17g %.17g %.17g\n", (int)set.bands[i].type, set.bands[i].freq_hz,
               set.bands[i].gain_db, set.bands[i].q);
    tare_text_clear(&note);
    return is_good;
}

int main(int argc, char** argv)
{
    TareCatalogue* const catalogue = tare_catalogue_new();
    const size_t step = argc == 3 ? strtoul(argv[2], NULL, 10) : 0;
    bool is_good = catalogue && step > 0 &&
                   tare_catalogue_add_file(catalogue, argv[1], TARE_READ_ALL, NULL) == TARE_OK;
    for (size_t i = 0; is_good && i < tare_catalogue_n_corrections(catalogue); i += step)
        is_good =
            print_fit(tare_catalogue_stated(catalogue, tare_catalogue_get(catalogue, i), NULL));
    tare_catalogue_free(catalogue);
    return is_good ? EXIT_SUCCESS : EXIT_FAILURE;
}
