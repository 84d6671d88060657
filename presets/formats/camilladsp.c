#include "formats/camilladsp.h"

#include "formats/camilladsp_write.h"
#include "formats/format.h"

const TareFormat tare_camilladsp_format = {.name = "camilladsp",
                                           .note = "filters and pipeline of CamillaDSP 3 and 4",
                                           .holds = TARE_FORMAT_HOLDS_CHANNELS,
                                           .limits = &tare_camilladsp_write_limits,
                                           .write = tare_camilladsp_write};
