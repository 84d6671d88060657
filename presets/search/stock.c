#include "search/stock.h"

#include "base/file.h"
#include "base/path.h"
#include "base/program.h"
#include "base/text.h"
#include "corrections/catalogue.h"
#include "corrections/catalogue_index.h"
#include "fit/stored_fit.h"
#include "names/aliases.h"
#include "search/meant.h"
#include "search/models.h"
#include "search/own_store.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_PATH = 4096 };

struct TareStock {
    TareReporter reporter;
    TareCatalogue* catalogue;
    char* folder;         ///< the shared one; NULL when there is none
    TareModels* models;   ///< NULL as long as nobody asked for them
    TareAliases* aliases; ///< NULL as long as nobody searched, or when there are none
};

static bool is_folder(const char* path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/** The catalogue's folder in the source tree when we run from the build tree, which says so in a
    file of that folder; to be freed. NULL when we do not. */
static TareStatus find_source(char** folder, const char* home)
{
    TareText path = {0};
    size_t n = 0;
    *folder = NULL;
    tare_text_format(&path, "%s/catalogue.path", home);
    const TareStatus status =
        path.failed ? TARE_NO_MEMORY : tare_file_read(path.data, MAX_PATH, folder, &n, NULL);
    tare_text_clear(&path);
    if (*folder)
        (*folder)[strcspn(*folder, "\n")] = '\0';
    if (*folder && !is_folder(*folder)) {
        free(*folder);
        *folder = NULL;
    }
    return status == TARE_NO_MEMORY ? status : TARE_OK;
}

static TareStatus copy(char** folder, const char* path)
{
    *folder = tare_text_copy(path, strlen(path));
    return *folder ? TARE_OK : TARE_NO_MEMORY;
}

/** The folder of the shared catalogue, to be freed; NULL when there is none. */
static TareStatus find_shared(char** folder, const char* home)
{
    static const char installed[] = TARE_DATA_DIR "/catalogue";
    const char* const wanted = getenv("TARE_CATALOGUE");
    if (wanted && wanted[0] != '\0')
        return copy(folder, wanted);
    const TareStatus status = find_source(folder, home);
    return status == TARE_OK && !*folder && is_folder(installed) ? copy(folder, installed) : status;
}

/** Takes the shared catalogue out of an index in a folder. */
static TareStatus add_index(TareStock* stock, const char* folder)
{
    char* const path = tare_path_join(folder, "catalogue.index");
    const TareStatus status =
        path ? tare_catalogue_add_index(stock->catalogue, path, stock->folder) : TARE_NO_MEMORY;
    free(path);
    return status;
}

/** The index lies beside the catalogue, or in the build tree that we run from. Without one that
    holds, the catalogue itself is read: that only takes longer. */
static TareStatus add_folder(TareStock* stock, const char* home)
{
    TareStatus status = add_index(stock, stock->folder);
    if (status != TARE_OK && status != TARE_NO_MEMORY)
        status = add_index(stock, home);
    return status == TARE_OK || status == TARE_NO_MEMORY
               ? status
               : tare_catalogue_add_folder(stock->catalogue, stock->folder, TARE_READ_ENTRIES,
                                           &stock->reporter);
}

static TareStatus add_shared(TareStock* stock, const char* home)
{
    const TareStatus status = find_shared(&stock->folder, home);
    if (status != TARE_OK)
        return status;
    if (stock->folder)
        return add_folder(stock, home);
    tare_report(&stock->reporter, TARE_NOTE, NULL, 0, 0,
                "no catalogue in %s/catalogue; expected it there, or its folder in the environment "
                "as TARE_CATALOGUE",
                TARE_DATA_DIR);
    return TARE_OK;
}

static TareStatus add_own(TareStock* stock)
{
    bool is_short_of_memory = false;
    char* const folder = tare_own_store_folder(&is_short_of_memory);
    const TareStatus status =
        is_short_of_memory ? TARE_NO_MEMORY
        : folder && is_folder(folder)
            ? tare_catalogue_add_folder(stock->catalogue, folder, TARE_READ_ALL, &stock->reporter)
            : TARE_OK;
    free(folder);
    return status;
}

TareStatus tare_stock_open(TareStock** stock, const TareReporter* reporter)
{
    char program[TARE_PROGRAM_PATH];
    tare_program_folder(program);
    return tare_stock_open_from(stock, program, reporter);
}

TareStatus tare_stock_open_from(TareStock** stock, const char* home, const TareReporter* reporter)
{
    *stock = calloc(1, sizeof **stock);
    TareCatalogue* const catalogue = tare_catalogue_new();
    if (!*stock || !catalogue) {
        tare_catalogue_free(catalogue);
        free(*stock);
        *stock = NULL;
        return TARE_NO_MEMORY;
    }
    (*stock)->reporter = reporter ? *reporter : (TareReporter){NULL, NULL};
    (*stock)->catalogue = catalogue;
    tare_catalogue_set_fit(catalogue, tare_stored_fit);
    TareStatus status = add_shared(*stock, home);
    /* a file that cannot be read has been reported; the others are as good as before */
    if (status == TARE_IO_ERROR && tare_catalogue_n_corrections(catalogue) > 0)
        status = TARE_BAD_INPUT;
    if (status == TARE_OK || status == TARE_BAD_INPUT) {
        const TareStatus own = add_own(*stock);
        status = own == TARE_NO_MEMORY ? own : TARE_OK;
    }
    if (status == TARE_OK)
        return TARE_OK;
    tare_stock_close(*stock);
    *stock = NULL;
    return status;
}

void tare_stock_close(TareStock* stock)
{
    if (!stock)
        return;
    tare_aliases_free(stock->aliases);
    tare_models_free(stock->models);
    tare_catalogue_free(stock->catalogue);
    free(stock->folder);
    free(stock);
}

TareCatalogue* tare_stock_catalogue(TareStock* stock)
{
    return stock->catalogue;
}

const TareModels* tare_stock_models(TareStock* stock)
{
    if (!stock->models)
        stock->models = tare_models_new(stock->catalogue);
    return stock->models;
}

static bool read_aliases(TareStock* stock)
{
    if (!stock->folder)
        return true;
    stock->aliases = tare_aliases_new();
    return stock->aliases && tare_aliases_add_folder(stock->aliases, stock->folder,
                                                     &stock->reporter) != TARE_NO_MEMORY;
}

/** Gets ready what a search needs; false when memory is short. */
static bool prepare_search(TareStock* stock)
{
    return tare_stock_models(stock) && (stock->aliases || read_aliases(stock));
}

bool tare_stock_search(TareStock* stock, const char* query, TareSearchMatch* matches, size_t max,
                       size_t* n)
{
    if (!prepare_search(stock))
        return false;
    const size_t n_found = tare_search(stock->models, stock->aliases, query, matches, max);
    *n = n_found == TARE_SEARCH_FAILED ? 0 : n_found;
    return n_found != TARE_SEARCH_FAILED;
}

bool tare_stock_meant(TareStock* stock, const char* query, TareMeant* meant)
{
    *meant = (TareMeant){.meaning = TARE_MEANT_ONE,
                         .entry = tare_catalogue_find_id(stock->catalogue, query)};
    if (meant->entry)
        return true;
    if (!prepare_search(stock))
        return false;
    return tare_meant(meant, stock->models, stock->aliases, query);
}

const TareEntry* tare_stock_meant_one(TareStock* stock, const char* query)
{
    const TareEntry* const entry = tare_catalogue_find_id(stock->catalogue, query);
    if (entry || !prepare_search(stock))
        return entry;
    return tare_meant_one(stock->models, stock->aliases, query);
}
