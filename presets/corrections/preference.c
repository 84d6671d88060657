#include "corrections/preference.h"

#include "base/text.h"
#include "corrections/aim.h"

#include <string.h>

/* The tables of catalogue/README.md. */

static const TareKind kinds[] = {TARE_KIND_USER, TARE_KIND_PRESET, TARE_KIND_MEASUREMENT,
                                 TARE_KIND_REVIEW};

static const struct {
    const char* author;
    const char* rig; ///< NULL: any
} sources[] = {{"oratory1990", NULL},   {"AutoEQ", "oratory1990"},
               {"AutoEQ", "crinacle"},  {"AutoEQ", "Innerfidelity"},
               {"AutoEQ", "Rtings"},    {"AutoEQ", "Headphone.com Legacy"},
               {"Tare", "oratory1990"}, {"Tare", "Innerfidelity"},
               {"Tare", "Rtings"},      {"Tare", "Headphone.com Legacy"}};

static unsigned rank_of_kind(TareKind kind)
{
    unsigned rank = 0;
    while (rank < sizeof kinds / sizeof *kinds && kinds[rank] != kind)
        rank++;
    return rank;
}

/** What the listener made, then what rests on a measurement, then words. */
static unsigned rank_of_ground(TareKind kind)
{
    if (kind == TARE_KIND_USER)
        return 0;
    return kind == TARE_KIND_PRESET || kind == TARE_KIND_MEASUREMENT ? 1 : 2 + rank_of_kind(kind);
}

static unsigned is_for_another_form(const TareEntry* entry)
{
    return tare_aim_contradicts(entry->aim, entry->form);
}

static unsigned rank_of_source(const TareEntry* entry)
{
    const unsigned n = sizeof sources / sizeof *sources;
    for (unsigned i = 0; i < n; ++i)
        if (tare_text_is_same(entry->author, sources[i].author) &&
            (!sources[i].rig || tare_text_is_same(entry->rig, sources[i].rig)))
            return i;
    return tare_text_is_same(entry->author, "AutoEQ") ? n : n + 1;
}

/** The better the target serves whoever has not asked for one. */
static unsigned rank_of_target(const TareEntry* entry)
{
    const unsigned merit = entry->aim ? (unsigned)entry->aim->merit : TARE_AIM_OF_PHYSICS + 1u;
    return (entry->is_makeshift ? 10u : 0u) + merit;
}

int tare_preference_compare(const TareEntry* a, const TareEntry* b)
{
    const unsigned ranks[][2] = {{rank_of_ground(a->kind), rank_of_ground(b->kind)},
                                 {is_for_another_form(a), is_for_another_form(b)},
                                 {rank_of_kind(a->kind), rank_of_kind(b->kind)},
                                 {rank_of_source(a), rank_of_source(b)},
                                 {rank_of_target(a), rank_of_target(b)}};
    for (size_t i = 0; i < sizeof ranks / sizeof *ranks; ++i)
        if (ranks[i][0] != ranks[i][1])
            return ranks[i][0] < ranks[i][1] ? -1 : 1;
    return strcmp(a->id, b->id);
}
