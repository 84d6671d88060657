#include "base/nearest.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { MAX_LENGTH = 31 };

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

static size_t distance_of(const char* a, const char* b)
{
    const size_t n = strlen(a);
    const size_t m = strlen(b);
    if (n > MAX_LENGTH || m > MAX_LENGTH)
        return SIZE_MAX;
    size_t cost[MAX_LENGTH + 1][MAX_LENGTH + 1];
    for (size_t i = 0; i <= n; ++i)
        cost[i][0] = i;
    for (size_t j = 0; j <= m; ++j)
        cost[0][j] = j;
    for (size_t i = 1; i <= n; ++i)
        for (size_t j = 1; j <= m; ++j) {
            const size_t replaced = cost[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            const size_t added = smaller(cost[i - 1][j], cost[i][j - 1]) + 1;
            cost[i][j] = smaller(replaced, added);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost[i][j] = smaller(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    return cost[n][m];
}

void tare_nearest_look(TareNearest* nearest, const char* word)
{
    const size_t distance = distance_of(nearest->typed, word);
    if (nearest->word && distance >= nearest->distance)
        return;
    nearest->word = word;
    nearest->distance = distance;
}

const char* tare_nearest_word(const TareNearest* nearest)
{
    const bool is_close = nearest->word && nearest->distance <= 1 + strlen(nearest->typed) / 4;
    return is_close ? nearest->word : NULL;
}
