/* What stands in a line of settings and says nothing of its filters. */

#ifndef TARE_SETTING_ASIDES_H
#define TARE_SETTING_ASIDES_H

#include <stddef.h>

/** The length of the aside that begins at a place: "leave the rest", "all others at zero", or
   dashes that lead from a place to its gain, "100 ---- +4"; 0 for none. */
size_t tare_setting_aside_length(const char* text, size_t length, size_t at);

#endif
