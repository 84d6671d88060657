#include "cli/catalogue/for_device.h"

#include "base/nearest.h"
#include "cli/frame/cli.h"
#include "formats/devices.h"

bool tare_for_device(const TareCommand* command, const char* name, const TareDevice** device)
{
    TareNearest nearest = {.typed = name};
    *device = name ? tare_devices_find(name) : NULL;
    if (*device || !name)
        return true;
    for (size_t i = 0; tare_devices_get(i); ++i)
        tare_nearest_look(&nearest, tare_devices_get(i)->name);
    const char* const meant = tare_nearest_word(&nearest);
    if (meant)
        tare_cli_error(command, "unknown device %s; did you mean %s?", name, meant);
    else
        tare_cli_error(command,
                       "unknown device %s; expected one that 'tare formats --devices' lists", name);
    return false;
}
