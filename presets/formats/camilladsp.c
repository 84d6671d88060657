#include "formats/camilladsp.h"

#include "formats/camilladsp_read.h"
#include "formats/camilladsp_write.h"
#include "formats/format.h"

const TareFormat tare_camilladsp_format = {
    .name = "camilladsp",
    .note = "filters and pipeline of CamillaDSP, YAML: all digits",
    .holds = TARE_FORMAT_HOLDS_CHANNELS,
    .max_bytes = TARE_CAMILLADSP_READ_MAX_BYTES,
    .sniff = tare_camilladsp_read_knows,
    .read = tare_camilladsp_read,
    .limits = &tare_camilladsp_write_limits,
    .write = tare_camilladsp_write};
