#include "fit/rows.h"

#include "base/csv.h"
#include "base/file.h"
#include "base/list.h"
#include "base/path.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_INDEX_BYTES = 1 << 26, MAX_COLUMNS = 64 };

void tare_fit_rows_clear(TareFitRows* rows)
{
    free(rows->text);
    free(rows->folder);
    free(rows->rows);
    *rows = (TareFitRows){0};
}

char* tare_fit_rows_path(const TareFitRows* rows, const char* name)
{
    return tare_path_resolve(rows->folder, name);
}

typedef struct {
    TareFitRows* rows;
    const TareReporter* reporter;
} Reader;

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

static TareStatus bad_list(const Reader* reader, unsigned line, const char* message)
{
    tare_report(reader->reporter, TARE_ERROR, reader->rows->path, line, 1, "%s", message);
    return TARE_BAD_INPUT;
}

static TareStatus read_columns(const Reader* reader, char* line, const char* response,
                               Columns* columns)
{
    char* cells[MAX_COLUMNS];
    const size_t n = tare_csv_split(line, cells, MAX_COLUMNS);
    *columns = (Columns){column_of(cells, n, "model"), column_of(cells, n, "source"),
                         column_of(cells, n, "form"), column_of(cells, n, response),
                         column_of(cells, n, "target")};
    if (columns->model < MAX_COLUMNS && columns->response < MAX_COLUMNS)
        return TARE_OK;
    return bad_list(reader, 1,
                    "columns are missing; expected model and fr (with --gain-curve: eqcurve)");
}

static const char* cell_at(char** cells, size_t n, size_t column)
{
    return column < n && cells[column][0] ? cells[column] : NULL;
}

static TareStatus read_row(const Reader* reader, char* line, unsigned number,
                           const Columns* columns)
{
    char* cells[MAX_COLUMNS];
    const size_t n = tare_csv_split(line, cells, MAX_COLUMNS);
    TareFitRows* const rows = reader->rows;
    const TareFitRow row = {number,
                            cell_at(cells, n, columns->model),
                            cell_at(cells, n, columns->source),
                            cell_at(cells, n, columns->form),
                            cell_at(cells, n, columns->response),
                            cell_at(cells, n, columns->target)};
    if (!row.model || !row.response)
        return bad_list(reader, number, "row has no model or no file; expected both");
    TareFitRow* const grown = tare_list_grow(rows->rows, rows->n, sizeof *grown);
    if (!grown)
        return TARE_NO_MEMORY;
    rows->rows = grown;
    rows->rows[rows->n++] = row;
    return TARE_OK;
}

static TareStatus read_rows(const Reader* reader, const char* response)
{
    Columns columns;
    unsigned number = 0;
    TareStatus status = TARE_OK;
    for (char* line = reader->rows->text; *line && status == TARE_OK;) {
        char* const end = line + strcspn(line, "\n");
        const bool is_last = *end == '\0';
        *end = '\0';
        ++number;
        if (number == 1)
            status = read_columns(reader, line, response, &columns);
        else if (*line && *line != '\r')
            status = read_row(reader, line, number, &columns);
        line = is_last ? end : end + 1;
    }
    if (status == TARE_OK && reader->rows->n == 0)
        return bad_list(reader, 0, "list is empty; expected a measurement a row");
    return status;
}

TareStatus tare_fit_rows_read(TareFitRows* rows, const char* path, bool are_gain_curves,
                              const TareReporter* reporter)
{
    size_t length = 0;
    *rows = (TareFitRows){.path = path};
    const TareStatus status = tare_file_read(path, MAX_INDEX_BYTES, &rows->text, &length, reporter);
    if (status != TARE_OK)
        return status;
    rows->folder = tare_path_folder(path);
    const Reader reader = {rows, reporter};
    return rows->folder ? read_rows(&reader, are_gain_curves ? "eqcurve" : "fr") : TARE_NO_MEMORY;
}
