#include "cli/fit/fit_list.h"

#include "base/csv.h"
#include "base/file.h"
#include "base/list.h"
#include "base/path.h"
#include "base/text.h"
#include "cli/frame/cli.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_INDEX_BYTES = 1 << 26, MAX_COLUMNS = 64 };

void tare_fit_list_clear(TareFitList* list)
{
    free(list->text);
    free(list->folder);
    free(list->rows);
}

/** Where the columns are; MAX_COLUMNS when missing. */
typedef struct {
    size_t model, source, form, response, target;
} Columns;

static size_t column_of(char** cells, size_t n, const char* name)
{
    for (size_t i = 0; i < n && i < MAX_COLUMNS; ++i)
        if (strcmp(cells[i], name) == 0)
            return i;
    return MAX_COLUMNS;
}

static TareExit bad_list(const TareFitList* list, unsigned line, const char* message)
{
    tare_report(tare_cli_reporter(), TARE_ERROR, list->request->batch, line, 1, "%s", message);
    return TARE_EXIT_WRONG;
}

static TareExit read_columns(const TareFitList* list, char* line, Columns* columns)
{
    char* cells[MAX_COLUMNS];
    const size_t n = tare_csv_split(line, cells, MAX_COLUMNS);
    *columns = (Columns){column_of(cells, n, "model"), column_of(cells, n, "source"),
                         column_of(cells, n, "form"),
                         column_of(cells, n, list->request->gain_curve ? "eqcurve" : "fr"),
                         column_of(cells, n, "target")};
    if (columns->model < MAX_COLUMNS && columns->response < MAX_COLUMNS)
        return TARE_EXIT_DONE;
    return bad_list(list, 1,
                    "columns are missing; expected model and fr (with --gain-curve: eqcurve)");
}

static const char* cell_at(char** cells, size_t n, size_t column)
{
    return column < n && cells[column][0] ? cells[column] : NULL;
}

static TareExit read_row(TareFitList* list, char* line, unsigned number, const Columns* columns)
{
    char* cells[MAX_COLUMNS];
    const size_t n = tare_csv_split(line, cells, MAX_COLUMNS);
    const TareFitRow row = {number,
                            cell_at(cells, n, columns->model),
                            cell_at(cells, n, columns->source),
                            cell_at(cells, n, columns->form),
                            cell_at(cells, n, columns->response),
                            cell_at(cells, n, columns->target)};
    if (!row.model || !row.response)
        return bad_list(list, number, "row has no model or no file; expected both");
    TareFitRow* const grown = tare_list_grow(list->rows, list->n, sizeof *grown);
    if (!grown)
        return tare_cli_no_memory(list->request->command);
    list->rows = grown;
    list->rows[list->n++] = row;
    return TARE_EXIT_DONE;
}

static TareExit read_rows(TareFitList* list)
{
    Columns columns;
    unsigned number = 0;
    TareExit state = TARE_EXIT_DONE;
    for (char* line = list->text; *line && state == TARE_EXIT_DONE;) {
        char* const end = line + strcspn(line, "\n");
        const bool is_last = *end == '\0';
        *end = '\0';
        ++number;
        if (number == 1)
            state = read_columns(list, line, &columns);
        else if (*line && *line != '\r')
            state = read_row(list, line, number, &columns);
        line = is_last ? end : end + 1;
    }
    if (state == TARE_EXIT_DONE && list->n == 0)
        return bad_list(list, 0, "list is empty; expected a measurement a row");
    return state;
}

TareExit tare_fit_list_read(TareFitList* list)
{
    const char* const path = list->request->batch;
    const size_t folder_length = (size_t)(tare_path_name(path) - path);
    size_t length = 0;
    const TareStatus status =
        tare_file_read(path, MAX_INDEX_BYTES, &list->text, &length, tare_cli_reporter());
    if (status != TARE_OK)
        return tare_cli_exit_of(list->request->command, status);
    list->folder = folder_length ? tare_text_copy(path, folder_length - 1) : tare_text_copy(".", 1);
    return list->folder ? read_rows(list) : tare_cli_no_memory(list->request->command);
}
