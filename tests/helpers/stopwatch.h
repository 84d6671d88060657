/* What benchmarks and statistics of tests have in common: time of the processor, and order. */

#ifndef TARE_TESTS_STOPWATCH_H
#define TARE_TESTS_STOPWATCH_H

#include <stddef.h>

/** Processor time of this thread in microseconds. */
double stopwatch_us(void);

/** Sorts numbers, the least first. */
void sort_numbers(double* numbers, size_t n);

#endif
