#include "search/meant.h"

#include "corrections/entry.h"
#include "search/models.h"
#include "search/query.h"

#include <string.h>

/* One that is only similar is meant when no other comes as near as this. */
#define SIMILAR_DISTANCE 0.06

/* What search scores below this is at best something near. */
#define SCORE_FOUND 0.5

/** Length of the digits at the beginning. */
static size_t digits_at(const char* text)
{
    return strspn(text, "0123456789");
}

/** Whether a name has a number, neither within a longer one. */
static bool has_number(const char* name, const char* number, size_t length)
{
    while (*name) {
        const size_t n = digits_at(name);
        if (n == length && strncmp(name, number, length) == 0)
            return true;
        name += n > 0 ? n : 1;
    }
    return false;
}

/** Whether every number that was typed stands in the model's name, and a plus in both or none: a
    slip in a name is harmless, but an HD 560 is no HD 650 and a CRA+ no CRA. */
static bool has_signs_of(const TareSearchMatch* match, const char* query)
{
    char name[256];
    tare_entry_display_name(match->model->corrections[0], name, sizeof name);
    if (!strchr(query, '+') != !strchr(name, '+'))
        return false;
    while (*query) {
        const size_t n = digits_at(query);
        if (n > 0 && !has_number(name, query, n))
            return false;
        query += n > 0 ? n : 1;
    }
    return true;
}

static bool may_be_meant(const TareSearchMatch* match, const char* query)
{
    return match->score > TARE_SCORE_LIKE_MAX ||
           (match->score >= SCORE_FOUND && has_signs_of(match, query));
}

size_t tare_meant_first(const TareSearchMatch* matches, size_t n, const char* query)
{
    size_t first = 0;
    while (first < n && !may_be_meant(&matches[first], query))
        ++first;
    return first < n && matches[first].score < matches[0].score - SIMILAR_DISTANCE ? n : first;
}

/** Moves the matches that may be meant to the front, in their order; returns how many there are. */
static size_t keep_possible(TareSearchMatch* matches, size_t n, const char* query)
{
    size_t n_kept = 0;
    for (size_t i = tare_meant_first(matches, n, query); i < n; ++i) {
        if (!may_be_meant(&matches[i], query))
            continue;
        const TareSearchMatch kept = matches[i];
        memmove(&matches[n_kept + 1], &matches[n_kept], (i - n_kept) * sizeof *matches);
        matches[n_kept++] = kept;
    }
    return n_kept;
}

/** How many models the words may mean: those that fit as well as the first one. */
static size_t count_meant(const TareSearchMatch* matches, size_t n)
{
    const bool is_similar = matches[0].score <= TARE_SCORE_LIKE_MAX;
    const double lowest = matches[0].score - (is_similar ? SIMILAR_DISTANCE : 0.0);
    size_t n_meant = 1;
    while (n_meant < n && matches[n_meant].score >= lowest)
        ++n_meant;
    return n_meant;
}

void tare_meant(TareMeant* meant, const TareModels* models, const TareAliases* aliases,
                const char* query)
{
    *meant = (TareMeant){.meaning = TARE_MEANT_NOTHING};
    meant->n_matches = tare_search(models, aliases, query, meant->matches, TARE_MEANT_MAX_MATCHES);
    const size_t n_possible = keep_possible(meant->matches, meant->n_matches, query);
    if (n_possible == 0)
        return;
    meant->n_matches = count_meant(meant->matches, n_possible);
    if (meant->n_matches > 1) {
        meant->meaning = TARE_MEANT_SEVERAL;
        return;
    }
    const bool is_similar = meant->matches[0].score <= TARE_SCORE_LIKE_MAX;
    meant->meaning = is_similar ? TARE_MEANT_SIMILAR : TARE_MEANT_ONE;
    meant->entry = meant->matches[0].model->corrections[0];
}
