#include "helpers/stopwatch.h"

#include <stdlib.h>
#include <time.h>

double stopwatch_us(void)
{
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return 1e6 * (double)time.tv_sec + 1e-3 * (double)time.tv_nsec;
}

static int by_value(const void* a, const void* b)
{
    const double x = *(const double*)a;
    const double y = *(const double*)b;
    return (x > y) - (x < y);
}

void sort_numbers(double* numbers, size_t n)
{
    qsort(numbers, n, sizeof *numbers, by_value);
}
