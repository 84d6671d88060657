/* Makes the index of a catalogue, with which a program starts sooner:

       make_index FOLDER FILE

   The same catalogue gives the same bytes, on every machine. */

#include "base/file.h"
#include "base/parts.h"
#include "base/text.h"
#include "cli/frame/cli.h"
#include "corrections/catalogue.h"
#include "corrections/catalogue_index_write.h"
#include "search/models.h"
#include "search/models_index.h"
#include "search/models_index_write.h"

static bool write_index(FILE* out, void* parts)
{
    return tare_parts_write(out, TARE_INDEX_VERSION, parts, TARE_INDEX_N_ALL);
}

static TareStatus make_index(const TareCatalogue* catalogue, const char* path)
{
    TareText parts[TARE_INDEX_N_ALL] = {{0}};
    TareModels* const models = tare_models_new(catalogue);
    TareStatus status = TARE_NO_MEMORY;
    if (models && tare_catalogue_index_write(catalogue, parts) &&
        tare_models_index_write(models, catalogue, parts))
        status = tare_file_replace(path, write_index, parts, tare_cli_reporter());
    for (size_t i = 0; i < TARE_INDEX_N_ALL; ++i)
        tare_text_clear(&parts[i]);
    tare_models_free(models);
    return status;
}

int main(int argc, char** argv)
{
    if (argc != 3) {
        fputs("usage: make_index FOLDER FILE\n", stderr);
        return TARE_EXIT_WRONG;
    }
    TareCatalogue* const catalogue = tare_catalogue_new();
    TareStatus status = catalogue ? tare_catalogue_add_folder(catalogue, argv[1], TARE_READ_ENTRIES,
                                                              tare_cli_reporter())
                                  : TARE_NO_MEMORY;
    if (status == TARE_OK)
        status = make_index(catalogue, argv[2]);
    if (status == TARE_NO_MEMORY)
        fprintf(stderr, "make_index: %s: cannot be indexed, or memory is short\n", argv[1]);
    tare_catalogue_free(catalogue);
    return status == TARE_OK ? TARE_EXIT_DONE : TARE_EXIT_WRONG;
}
