#include "search/stock.h"

#include "base/file.h"
#include "base/program.h"
#include "base/text.h"
#include "cli/frame/cli.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_PATH = 4096 };

struct TareStock {
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

/** The catalogue's folder in the source tree when this program runs from its build tree, which
    says so in a file beside the program; to be freed. NULL when it does not. */
static char* source_folder(void)
{
    char program[TARE_PROGRAM_PATH];
    tare_program_folder(program);
    TareText path = {0};
    tare_text_format(&path, "%s/catalogue.path", program);
    char* folder = NULL;
    size_t n = 0;
    if (!path.failed)
        (void)tare_file_read(path.data, MAX_PATH, &folder, &n, NULL);
    tare_text_clear(&path);
    if (folder)
        folder[strcspn(folder, "\n")] = '\0';
    if (folder && is_folder(folder))
        return folder;
    free(folder);
    return NULL;
}

/** The folder of the shared catalogue, to be freed; NULL when there is none. */
static char* shared_folder(void)
{
    static const char installed[] = TARE_DATA_DIR "/catalogue";
    const char* const wanted = getenv("TARE_CATALOGUE");
    if (wanted && wanted[0] != '\0')
        return tare_text_copy(wanted, strlen(wanted));
    char* const source = source_folder();
    if (source || !is_folder(installed))
        return source;
    return tare_text_copy(installed, strlen(installed));
}

static TareStatus add_shared(const TareCommand* command, TareStock* stock)
{
    stock->folder = shared_folder();
    if (stock->folder)
        return tare_catalogue_add_folder(stock->catalogue, stock->folder, TARE_READ_ENTRIES,
                                         tare_cli_reporter());
    tare_cli_note(command,
                  "no catalogue in %s/catalogue; expected it there, or its folder in the "
                  "environment as TARE_CATALOGUE",
                  TARE_DATA_DIR);
    return TARE_OK;
}

static TareStatus add_own(TareCatalogue* catalogue)
{
    const char* const data = getenv("XDG_DATA_HOME");
    const char* const home = getenv("HOME");
    TareText path = {0};
    if (data && data[0] == '/')
        tare_text_format(&path, "%s/tare", data);
    else if (home && home[0] == '/')
        tare_text_format(&path, "%s/.local/share/tare", home);
    TareStatus status = path.failed ? TARE_NO_MEMORY : TARE_OK;
    if (status == TARE_OK && path.data && is_folder(path.data))
        status =
            tare_catalogue_add_folder(catalogue, path.data, TARE_READ_ALL, tare_cli_reporter());
    tare_text_clear(&path);
    return status;
}

TareExit tare_stock_open(const TareCommand* command, TareStock** stock)
{
    *stock = calloc(1, sizeof **stock);
    TareCatalogue* const catalogue = tare_catalogue_new();
    if (!*stock || !catalogue) {
        tare_catalogue_free(catalogue);
        free(*stock);
        *stock = NULL;
        return tare_cli_no_memory(command);
    }
    (*stock)->catalogue = catalogue;
    TareStatus status = add_shared(command, *stock);
    /* a file that cannot be read has been reported; the others are as good as before */
    if (status == TARE_IO_ERROR && tare_catalogue_n_corrections(catalogue) > 0)
        status = TARE_BAD_INPUT;
    if (status == TARE_OK || status == TARE_BAD_INPUT) {
        const TareStatus own = add_own(catalogue);
        status = own == TARE_NO_MEMORY ? own : TARE_OK;
    }
    if (status == TARE_OK)
        return TARE_EXIT_DONE;
    tare_stock_close(*stock);
    *stock = NULL;
    return tare_cli_exit_of(command, status);
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

static bool is_file(const char* path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

static bool read_aliases(TareStock* stock)
{
    TareText path = {0};
    if (stock->folder)
        tare_text_format(&path, "%s/aliases.txt", stock->folder);
    TareStatus status = path.failed ? TARE_NO_MEMORY : TARE_OK;
    if (path.data && !path.failed && is_file(path.data)) {
        stock->aliases = tare_aliases_new();
        status = stock->aliases
                     ? tare_aliases_add_file(stock->aliases, path.data, tare_cli_reporter())
                     : TARE_NO_MEMORY;
    }
    tare_text_clear(&path);
    return status != TARE_NO_MEMORY;
}

bool tare_stock_search(TareStock* stock, const char* query, TareMatch* matches, size_t max,
                       size_t* n)
{
    const TareModels* const models = tare_stock_models(stock);
    if (!models || (!stock->aliases && !read_aliases(stock)))
        return false;
    *n = tare_search(models, stock->aliases, query, matches, max);
    return true;
}
