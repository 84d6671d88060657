#include "helpers/measurements.h"

#include "curves/curve_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/** Columns of the index. */
enum { MODEL = 0, RESPONSE = 4, TARGET = 5, WISHED = 6, N_NEEDED = 7 };

void measurements_path(char* path, size_t size, const char* file)
{
    const char* const data = getenv("TARE_DATA");
    snprintf(path, size, "%s/measurements/%s", data ? data : "", file);
}

/** Takes a cell out of a line of comma separated values; quotes may stand around it, and two stand
    for one inside. Returns what comes after it. */
static const char* take_cell(const char* line, char* cell, size_t size)
{
    const bool is_quoted = *line == '"';
    size_t length = 0;
    line += is_quoted;
    for (; *line && *line != '\n' && (is_quoted || *line != ','); ++line) {
        if (is_quoted && *line == '"' && *++line != '"')
            break;
        if (length + 1 < size)
            cell[length++] = *line;
    }
    cell[length] = '\0';
    return *line == ',' ? line + 1 : line;
}

static void read_line(const char* line, Measurement* m)
{
    char rest[MEASUREMENTS_MAX_PATH];
    for (unsigned i = 0; i < N_NEEDED; ++i) {
        char* const cell = i == MODEL      ? m->model
                           : i == RESPONSE ? m->response
                           : i == TARGET   ? m->target
                           : i == WISHED   ? m->wished
                                           : rest;
        line = take_cell(line, cell, MEASUREMENTS_MAX_PATH);
    }
}

size_t measurements_read(Measurement* measurements, size_t max, size_t step)
{
    char path[4096], line[8 * MEASUREMENTS_MAX_PATH];
    measurements_path(path, sizeof path, "index.csv");
    FILE* const file = fopen(path, "r");
    if (!file)
        return 0;
    size_t n = 0;
    for (size_t i = 0; n < max && fgets(line, sizeof line, file); ++i)
        if (i > 0 && (i - 1) % step == 0) /* the first line holds the names of the columns */
            read_line(line, &measurements[n++]);
    fclose(file);
    return n;
}

bool measurements_curve(TareCurve* curve, const char* file)
{
    char path[4096];
    measurements_path(path, sizeof path, file);
    return tare_curve_read_file(curve, path, NULL, NULL) == TARE_OK;
}
