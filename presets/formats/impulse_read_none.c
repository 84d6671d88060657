/* Stands in for impulse_read.c where libsndfile is missing. */

#include "formats/contents.h"
#include "formats/impulse_read.h"
#include "formats/input.h"

TareStatus tare_impulse_read(TareContents* contents, const TareFormatInput* input,
                             const TareReporter* reporter)
{
    *contents = (TareContents){0};
    tare_report(reporter, TARE_ERROR, input->file, 0, 0,
                "impulse responses are not read, as libsndfile was missing when tare was built; "
                "expected filters");
    return TARE_BAD_INPUT;
}
