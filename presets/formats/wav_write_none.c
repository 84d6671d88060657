/* Stands in for wav_write.c where libsndfile is missing. */

#include "formats/wav_write.h"

bool tare_wav_write(FILE* out, const float* frames, size_t n, unsigned n_channels, unsigned rate_hz,
                    const TareReporter* reporter)
{
    (void)out, (void)frames, (void)n, (void)n_channels, (void)rate_hz;
    tare_report(reporter, TARE_ERROR, NULL, 0, 0,
                "this tare was built without libsndfile; expected another format");
    return false;
}
