#include "helpers/opra.h"

#if defined __has_include
#if __has_include(<jansson.h>)
#define HAVE_JANSSON 1
#include <jansson.h>
#endif
#endif

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef HAVE_JANSSON

static const char file_name[] = "/../shared/opra/database_v1.jsonl";

static bool read_type(const json_t* band, TareBandType* type)
{
    const char* name = json_string_value(json_object_get(band, "type"));
    if (name && strcmp(name, "peak_dip") == 0)
        *type = TARE_BAND_PEAK;
    else if (name && strcmp(name, "low_shelf") == 0)
        *type = TARE_BAND_LOW_SHELF;
    else if (name && strcmp(name, "high_shelf") == 0)
        *type = TARE_BAND_HIGH_SHELF;
    else
        return false;
    return true;
}

static bool read_set(const json_t* entry, TareBandSet* set)
{
    const json_t* parameters = json_object_get(json_object_get(entry, "data"), "parameters");
    const json_t* bands = json_object_get(parameters, "bands");
    const size_t n = json_array_size(bands);
    if (n == 0 || n > TARE_MAX_BANDS)
        return false;
    *set = (TareBandSet){.preamp_db = json_number_value(json_object_get(parameters, "gain_db")),
                         .reference_rate_hz = 44100.0,
                         .n_bands = (uint32_t)n};
    for (size_t i = 0; i < TARE_MAX_BANDS; ++i) {
        const json_t* band = json_array_get(bands, i);
        set->bands[i] = tare_band_default();
        if (i >= n)
            continue;
        if (!read_type(band, &set->bands[i].type))
            return false;
        set->bands[i].freq_hz = json_number_value(json_object_get(band, "frequency"));
        set->bands[i].gain_db = json_number_value(json_object_get(band, "gain_db"));
        set->bands[i].q = json_number_value(json_object_get(band, "q"));
    }
    return true;
}

static FILE* open_database(void)
{
    const char* folder = getenv("TARE_SOURCE_DIR");
    char path[4096];
    const int length = snprintf(path, sizeof path, "%s%s", folder ? folder : ".", file_name);
    return length > 0 && (size_t)length < sizeof path ? fopen(path, "r") : NULL;
}

/** Room for one more at the end of `*sets`; false when memory is short. */
static bool make_room(TareBandSet** sets, size_t n)
{
    enum { step = 1024 };
    if (n % step != 0)
        return true;
    TareBandSet* larger = realloc(*sets, (n + step) * sizeof **sets);
    if (larger)
        *sets = larger;
    return larger;
}

size_t opra_read(TareBandSet** sets)
{
    *sets = NULL;
    size_t n = 0;
    FILE* file = open_database();
    if (!file)
        return 0;
    for (;;) {
        json_t* entry = json_loadf(file, JSON_DISABLE_EOF_CHECK, NULL);
        if (!entry || !make_room(sets, n)) {
            json_decref(entry);
            break;
        }
        n += read_set(entry, &(*sets)[n]) ? 1 : 0;
        json_decref(entry);
    }
    fclose(file);
    if (n == 0) {
        free(*sets);
        *sets = NULL;
    }
    return n;
}

#else

size_t opra_read(TareBandSet** sets)
{
    *sets = NULL;
    return 0;
}

#endif
