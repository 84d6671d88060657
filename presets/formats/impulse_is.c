#include "formats/impulse_is.h"

#include <string.h>

bool tare_impulse_is(const char* bytes, size_t length)
{
    static const struct {
        const char *first, *third; ///< words of four letters; NULL: any
    } kinds[] = {{"RIFF", "WAVE"}, {"RIFX", "WAVE"}, {"RF64", "WAVE"},
                 {"FORM", "AIFF"}, {"FORM", "AIFC"}, {"fLaC", NULL}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; ++i)
        if (length >= 12 && memcmp(bytes, kinds[i].first, 4) == 0 &&
            (!kinds[i].third || memcmp(bytes + 8, kinds[i].third, 4) == 0))
            return true;
    return false;
}
