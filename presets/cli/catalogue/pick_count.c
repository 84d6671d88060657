#include "cli/catalogue/pick_count.h"

#include "cli/frame/cli.h"
#include "fit/count.h"
#include "tare/band.h"

bool tare_pick_count(const TareCommand* command, const char* text, TareFitCount* count)
{
    const bool is_count = tare_fit_count_parse(count, text);
    if (!is_count)
        tare_cli_error(command, "--filters %s cannot be used; expected 1 to %d, or auto", text,
                       TARE_MAX_BANDS);
    return is_count;
}
