/* Stands in for impulse.c where libsndfile is missing. */

#include "formats/contents.h"
#include "formats/format.h"
#include "formats/impulse.h"
#include "formats/impulse_is.h"
#include "formats/input.h"

static TareStatus read_impulse(TareContents* contents, const TareFormatInput* input,
                               const TareReporter* reporter)
{
    *contents = (TareContents){0};
    tare_report(reporter, TARE_ERROR, input->file, 0, 0,
                "impulse responses are not read, as libsndfile was missing when tare was built; "
                "expected filters");
    return TARE_BAD_INPUT;
}

const TareFormat tare_impulse_format = {.name = "impulse",
                                        .note = TARE_IMPULSE_NOTE,
                                        .max_bytes = TARE_IMPULSE_MAX_BYTES,
                                        .sniff = tare_impulse_is,
                                        .read = read_impulse};
