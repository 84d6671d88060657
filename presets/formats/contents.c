#include "formats/contents.h"

#include "corrections/correction.h"

#include <stdlib.h>

void tare_contents_clear(TareContents* contents)
{
    for (size_t i = 0; i < contents->n; ++i)
        tare_correction_clear(&contents->corrections[i]);
    free(contents->corrections);
    *contents = (TareContents){0};
}
