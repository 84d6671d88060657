#include "fit/count.h"

#include "base/number.h"
#include "tare/band.h"

#include <string.h>

bool tare_fit_count_parse(TareFitCount* count, const char* text)
{
    double n = 0.0;
    size_t used = 0;
    const size_t length = strlen(text);
    *count = (TareFitCount){TARE_FIT_USUAL, true, TARE_FIT_UNHEARD_DB};
    if (strcmp(text, "auto") == 0)
        return true;
    if (!tare_number_parse(text, length, &n, &used) || used != length || n < 1.0 ||
        n > TARE_MAX_BANDS || n != (double)(unsigned)n)
        return false;
    *count = (TareFitCount){.n = (unsigned)n};
    return true;
}
