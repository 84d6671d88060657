#include "corrections/form.h"

#include <stddef.h>
#include <string.h>

static const char* const names[TARE_N_FORMS] = {
    [TARE_FORM_OVER_EAR] = "over-ear",
    [TARE_FORM_ON_EAR] = "on-ear",
    [TARE_FORM_IN_EAR] = "in-ear",
    [TARE_FORM_EARBUD] = "earbud",
};

const char* tare_form_name(TareForm form)
{
    return (unsigned)form < TARE_N_FORMS ? names[form] : NULL;
}

TareForm tare_form_find(const char* name)
{
    for (int i = 0; name && i < TARE_N_FORMS; ++i)
        if (names[i] && strcmp(names[i], name) == 0)
            return (TareForm)i;
    return TARE_FORM_UNKNOWN;
}
