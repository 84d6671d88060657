#include "search/likely.h"

#include "corrections/entry.h"
#include "search/models.h"
#include "search/query.h"
#include "search/search.h"

#include <string.h>

/* What scores so much less than another is not it. */
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

static bool is_likely(const TareSearchMatch* match, const char* query)
{
    return match->score > TARE_SCORE_LIKE_MAX ||
           (match->score >= SCORE_FOUND && has_signs_of(match, query));
}

size_t tare_likely_first(const TareSearchMatch* matches, size_t n, const char* query)
{
    size_t first = 0;
    while (first < n && !is_likely(&matches[first], query))
        ++first;
    return first < n && matches[first].score < matches[0].score - SIMILAR_DISTANCE ? n : first;
}
