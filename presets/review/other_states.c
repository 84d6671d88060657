#include "review/other_states.h"

#include "review/given_up.h"
#include "review/state_lines.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

/* More lines that stand together are a long text. */
enum { MAX_LINES = 32 };

/** What the lines that stand together have. */
typedef struct {
    bool has_default, has_quoted_default, has_current, has_own;
    double latest; ///< of several versions; 0 for fewer
} Group;

static Group group_of(const TareStateLine* lines, size_t n)
{
    Group group = {0};
    double latest = 0.0, earliest = 0.0;
    for (size_t i = 0; i < n; ++i) {
        group.has_default = group.has_default || (lines[i].is_default && lines[i].is_row);
        group.has_quoted_default =
            group.has_quoted_default || (lines[i].is_default && lines[i].is_quoted);
        group.has_current = group.has_current || lines[i].is_current;
        group.has_own = group.has_own || lines[i].is_own;
        latest = fmax(latest, lines[i].version);
        if (lines[i].version > 0.0)
            earliest = earliest > 0.0 ? fmin(earliest, lines[i].version) : lines[i].version;
    }
    group.latest = latest > earliest ? latest : 0.0;
    return group;
}

/** Whether a line is that of a version before the present one, or the latest. */
static bool is_old_version(const Group* group, const TareStateLine* line)
{
    return line->is_version &&
           (group->has_current ? !line->is_current : line->version < group->latest);
}

/** Whether a line tells of another state than the one that counts. */
static bool is_other(const Group* group, const TareStateLine* line)
{
    const bool is_by_default = group->has_default || (group->has_quoted_default && line->is_quoted);
    if (line->is_of_amplifier || line->is_of_sides)
        return true;
    if (!line->is_row)
        return false;
    return (is_by_default && !line->is_default) || is_old_version(group, line) ||
           (group->has_own && line->is_grid && !line->is_own);
}

/** Adds those of some lines that stand together. Returns how many spans there are then. */
static size_t add_others(const TareStateLine* lines, size_t n, TareSpan* spans, size_t n_spans)
{
    const Group group = group_of(lines, n);
    for (size_t i = 0; i < n && n_spans < TARE_MAX_OTHER_STATES; ++i) {
        const TareSpan line = {lines[i].first, lines[i].end};
        if (is_other(&group, &lines[i]) || tare_given_up_in(line))
            spans[n_spans++] = line;
    }
    return n_spans;
}

size_t tare_other_states_find(const char* text, size_t length, const char* own_name,
                              TareSpan spans[TARE_MAX_OTHER_STATES])
{
    const char* const end = text + length;
    TareStateLine lines[MAX_LINES];
    size_t n = 0, n_spans = 0;
    for (const char* first = text; first < end;) {
        const char* stop = memchr(first, '\n', (size_t)(end - first));
        stop = stop ? stop : end;
        const bool is_empty = tare_state_line_is_empty(first, stop);
        if (!is_empty && n < MAX_LINES)
            lines[n++] = tare_state_line_read(first, stop, own_name);
        if (is_empty) {
            n_spans = add_others(lines, n, spans, n_spans);
            n = 0;
        }
        first = stop + 1;
    }
    return add_others(lines, n, spans, n_spans);
}
