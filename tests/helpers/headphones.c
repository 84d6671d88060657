#include "helpers/headphones.h"

#include "curves/curve_file.h"
#include "curves/targets.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    TareForm form;
    const char* table;
} forms[] = {{TARE_FORM_OVER_EAR, "over-ear.csv"},
             {TARE_FORM_IN_EAR, "in-ear.csv"},
             {TARE_FORM_EARBUD, "earbud.csv"}};

enum { N_OF_A_FORM = N_HEADPHONES / (sizeof forms / sizeof *forms), MAX_HEADING = 4096 };

static void find_table(char* path, size_t size, const char* table)
{
    const char* const source = getenv("TARE_SOURCE_DIR");
    snprintf(path, size, "%s/tests/data/measurements/%s", source ? source : ".", table);
}

/** The name of a column, from 0 behind that of the frequencies; within `heading`. NULL when there
   is none. */
static const char* read_name(const char* path, size_t column, char heading[MAX_HEADING])
{
    FILE* const file = fopen(path, "r");
    char* at = file ? fgets(heading, MAX_HEADING, file) : NULL;
    for (size_t i = 0; at && i <= column; ++i) {
        at = strchr(at, ',');
        at += at ? 1 : 0;
    }
    if (at)
        at[strcspn(at, ",\n")] = '\0';
    if (file)
        fclose(file);
    return at;
}

/** `target` has the frequencies already. */
static void set_levels(TareCurve* target, const TareTarget* of)
{
    for (size_t i = 0; i < target->n; ++i)
        target->points[i].level_db = tare_target_level_db(of, target->points[i].freq_hz);
}

bool headphones_read(size_t index, TareCurve* response, TareCurve* target)
{
    char path[4096], heading[MAX_HEADING];
    find_table(path, sizeof path, forms[index / N_OF_A_FORM].table);
    const char* const name = read_name(path, index % N_OF_A_FORM, heading);
    *response = *target = (TareCurve){0};
    if (!name || tare_curve_read_file(response, path, name, NULL) != TARE_OK ||
        tare_curve_read_file(target, path, name, NULL) != TARE_OK) {
        tare_curve_clear(response);
        return false;
    }
    const TareRig rig = strstr(name, "(oratory1990)") ? TARE_RIG_GRAS : TARE_RIG_HMS;
    set_levels(target, tare_target_default(forms[index / N_OF_A_FORM].form, rig));
    return true;
}

bool headphones_target(TareCurve* target, const char* name)
{
    char path[4096];
    find_table(path, sizeof path, "targets.csv");
    return tare_curve_read_file(target, path, name, NULL) == TARE_OK;
}
