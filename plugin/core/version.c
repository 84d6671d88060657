#include "tare/version.h"

TARE_REALTIME const char* tare_version(void)
{
    return TARE_VERSION;
}
