/* The names of files in which one headphone was measured more than once: "Acme One L.txt", "Acme
   One R2.csv", "Acme One (right).txt". */

#ifndef TARE_TAKE_NAME_H
#define TARE_TAKE_NAME_H

#include <stdbool.h>
#include <stddef.h>

/** How many bytes of a path are the same for all takes of a headphone: its folder and its name,
    without ending, side and number. */
size_t tare_take_name_length(const char* path);

/** Whether a file lies beside measurements but holds none, as graph tools and AutoEq name targets
    and equalisers: "Harman IE 2019 Target.txt", "Acme One ParametricEQ.txt". */
bool tare_take_name_is_other(const char* path);

#endif
