#include "cli/catalogue/pick_dialect.h"

#include "base/nearest.h"
#include "cli/frame/cli.h"

bool tare_pick_dialect(const TareCommand* command, const char* name, TareDialect* dialect)
{
    TareNearest nearest = {.typed = name};
    if (tare_dialect_find(name, dialect))
        return true;
    for (int i = 0; i < TARE_N_DIALECTS; ++i)
        if (tare_dialect_name((TareDialect)i))
            tare_nearest_look(&nearest, tare_dialect_name((TareDialect)i));
    const char* const meant = tare_nearest_word(&nearest);
    tare_cli_error(command, "unknown dialect %s; %s%s%s", name, meant ? "did you mean " : "",
                   meant ? meant : "expected apo, autoeq, squig, minidsp-48 or minidsp-96",
                   meant ? "?" : "");
    return false;
}
