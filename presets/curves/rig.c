#include "curves/rig.h"

#include "base/ascii.h"

#include <stdbool.h>
#include <stddef.h>

static const char* const names[TARE_N_RIGS] = {NULL, "gras", "hms", "711", "5128"};

/* The first word that a text contains decides: a GRAS rig may well tell which coupler it has. */
static const struct {
    const char* word;
    TareRig rig;
} words[] = {{"gras", TARE_RIG_GRAS}, {"kemar", TARE_RIG_GRAS}, {"43ag", TARE_RIG_GRAS},
             {"45ca", TARE_RIG_GRAS}, {"45bc", TARE_RIG_GRAS},  {"43ac", TARE_RIG_GRAS},
             {"hms", TARE_RIG_HMS},   {"5128", TARE_RIG_5128},  {"711", TARE_RIG_711},
             {"60318", TARE_RIG_711}, {"ra0045", TARE_RIG_711}};

const char* tare_rig_name(TareRig rig)
{
    return rig >= 0 && rig < TARE_N_RIGS ? names[rig] : NULL;
}

/** Whether a text contains a word in small letters, whatever its own case. */
static bool contains(const char* text, const char* word)
{
    for (; *text; ++text) {
        size_t n = 0;
        while (word[n] && tare_ascii_lower(text[n]) == word[n])
            ++n;
        if (!word[n])
            return true;
    }
    return false;
}

TareRig tare_rig_find(const char* text)
{
    for (size_t i = 0; text && i < sizeof words / sizeof *words; ++i)
        if (contains(text, words[i].word))
            return words[i].rig;
    return TARE_RIG_UNKNOWN;
}
