#include "base/nearest.h"

#include <stdint.h>
#include <string.h>

enum { MAX_LENGTH = 31 };

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

size_t tare_nearest_distance(const char* a, const char* b)
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

int tare_nearest_is_close(const char* typed, size_t distance)
{
    return distance <= 1 + strlen(typed) / 4;
}
