#include "review/front_matter.h"

#include <stdlib.h>

void tare_front_matter_clear(TareFrontMatter* front)
{
    char* const texts[] = {front->target_name, front->company_id, front->brand,
                           front->model,       front->author,     front->source,
                           front->licence,     front->date,       front->summary};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; ++i)
        free(texts[i]);
    for (size_t i = 0; i < front->n_tags; ++i)
        free(front->tags[i]);
    *front = (TareFrontMatter){0};
}
