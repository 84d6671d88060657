#include "formats/minidsp.h"

#include "formats/format.h"
#include "formats/minidsp_write.h"

const TareFormat tare_minidsp_format = {.name = "minidsp",
                                        .note = "biquads for miniDSP, preamp in the first one",
                                        .limits = &tare_minidsp_write_limits,
                                        .write = tare_minidsp_write};
