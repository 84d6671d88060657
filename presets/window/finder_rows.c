/* Going through what was found. */

#include "window/finder.h"

/** The next row of a correction from one on, in a direction; n when there is none. */
static size_t next_correction(const TareFinder* finder, size_t row, bool is_down)
{
    while (is_down ? ++row < finder->n : row-- > 0)
        if (!finder->rows[row].is_name)
            return row;
    return finder->n;
}

void tare_finder_move(TareFinder* finder, long by)
{
    if (finder->n == 0)
        return;
    if (finder->chosen == finder->n) {
        finder->chosen = 1; /* below the first name */
        by = by > 0 ? by - 1 : by;
    }
    for (; by != 0; by += by > 0 ? -1 : 1) {
        const size_t next = next_correction(finder, finder->chosen, by > 0);
        if (next == finder->n)
            return;
        finder->chosen = next;
    }
}

const TareEntry* tare_finder_chosen(const TareFinder* finder)
{
    return finder->chosen < finder->n ? finder->rows[finder->chosen].entry : NULL;
}
