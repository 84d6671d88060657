#include "formats/minidsp.h"

#include "formats/format.h"
#include "formats/minidsp_read.h"
#include "formats/minidsp_write.h"

const TareFormat tare_minidsp_format = {
    .name = "minidsp",
    .note = "coefficients of filters for miniDSP, \"biquad1\": all digits",
    .max_bytes = TARE_MINIDSP_READ_MAX_BYTES,
    .sniff = tare_minidsp_read_knows,
    .read = tare_minidsp_read,
    .limits = &tare_minidsp_write_limits,
    .write = tare_minidsp_write};
