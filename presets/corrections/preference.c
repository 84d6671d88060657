#include "corrections/preference.h"

#include "corrections/entry.h"

#include <string.h>

/* The tables of catalogue/README.md. */

static const TareKind kinds[] = {TARE_KIND_USER, TARE_KIND_PRESET, TARE_KIND_MEASUREMENT,
                                 TARE_KIND_REVIEW};

static const struct {
    const char* author;
    const char* rig; ///< NULL: any
} sources[] = {{"oratory1990", NULL},  {"AutoEQ", "oratory1990"},
               {"AutoEQ", "crinacle"}, {"AutoEQ", "Innerfidelity"},
               {"AutoEQ", "Rtings"},   {"AutoEQ", "Headphone.com Legacy"}};

static unsigned rank_of_kind(TareKind kind)
{
    unsigned rank = 0;
    while (rank < sizeof kinds / sizeof *kinds && kinds[rank] != kind)
        rank++;
    return rank;
}

static bool is_text(const char* text, const char* wanted)
{
    return text && !strcmp(text, wanted);
}

static unsigned rank_of_source(const TareEntry* entry)
{
    const unsigned n = sizeof sources / sizeof *sources;
    for (unsigned i = 0; i < n; ++i)
        if (is_text(entry->author, sources[i].author) &&
            (!sources[i].rig || is_text(entry->rig, sources[i].rig)))
            return i;
    return is_text(entry->author, "AutoEQ") ? n : n + 1;
}

/** What is in brackets behind the target tells a version for some use, "10 band graphic EQ". */
static unsigned rank_of_target(const TareEntry* entry)
{
    const char* const target = entry->target ? entry->target : "";
    return (strchr(target, '(') ? 2u : 0u) + (strstr(target, "Harman") ? 0u : 1u);
}

int tare_preference_compare(const TareEntry* a, const TareEntry* b)
{
    const unsigned ranks[][2] = {{rank_of_kind(a->kind), rank_of_kind(b->kind)},
                                 {rank_of_source(a), rank_of_source(b)},
                                 {rank_of_target(a), rank_of_target(b)}};
    for (size_t i = 0; i < sizeof ranks / sizeof *ranks; ++i)
        if (ranks[i][0] != ranks[i][1])
            return ranks[i][0] < ranks[i][1] ? -1 : 1;
    return strcmp(a->id, b->id);
}
