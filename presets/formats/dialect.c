#include "formats/dialect.h"

#include <string.h>

static const char* const names[TARE_N_DIALECTS] = {[TARE_DIALECT_APO] = "apo",
                                                   [TARE_DIALECT_AUTOEQ] = "autoeq",
                                                   [TARE_DIALECT_SQUIG] = "squig",
                                                   [TARE_DIALECT_MINIDSP_48] = "minidsp-48",
                                                   [TARE_DIALECT_MINIDSP_96] = "minidsp-96"};

const char* tare_dialect_name(TareDialect dialect)
{
    return (unsigned)dialect < TARE_N_DIALECTS ? names[dialect] : NULL;
}

bool tare_dialect_find(const char* name, TareDialect* dialect)
{
    *dialect = TARE_DIALECT_BY_TEXT;
    if (!name)
        return true;
    for (int i = 0; i < TARE_N_DIALECTS; ++i)
        if (names[i] && strcmp(names[i], name) == 0) {
            *dialect = (TareDialect)i;
            return true;
        }
    return false;
}

bool tare_dialect_is_of_apo(TareDialect dialect)
{
    return dialect >= TARE_DIALECT_APO && dialect <= TARE_DIALECT_SQUIG;
}

double tare_dialect_rate_hz(TareDialect dialect)
{
    return dialect == TARE_DIALECT_AUTOEQ       ? 44100.0
           : dialect == TARE_DIALECT_MINIDSP_96 ? 96000.0
                                                : 48000.0;
}
