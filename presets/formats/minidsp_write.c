/* The text that the advanced mode of miniDSP's plugins imports: up to ten sections, the signs of a1
   and a2 turned, no comma behind the last number. The device runs them at its one rate. */

#include "formats/minidsp_write.h"

#include "biquad.h"
#include "fit/eq_limits.h"
#include "formats/output.h"
#include "formats/played.h"
#include "formats/written.h"

#include <math.h>

const TareEqLimits tare_minidsp_write_limits = {TARE_EQ_OWN_FREQS,        TARE_EQ_OWN_QS,
                                                TARE_EQ_OWN_GAINS,        TARE_EQ_OWN_PREAMPS,
                                                .types = TARE_EQ_HAS_ALL, .n_bands = 10};

enum { N_COEFFICIENTS = 5 };

/** The coefficients b0, b1, b2, a1, a2 in powers of 1/z, out of those in powers of z - 1; a1 and a2
    with their signs turned. */
static void coefficients_of(const TareBiquad* h, double c[N_COEFFICIENTS])
{
    c[0] = h->b0;
    c[1] = h->p1 - 2.0 * h->b0;
    c[2] = h->b0 - h->p1 + h->p2;
    c[3] = 2.0 - h->q1;
    c[4] = h->q1 - h->q2 - 1.0;
}

static void write_section(FILE* out, unsigned number, const TareBiquad* section, double gain,
                          bool is_last)
{
    static const char* const names[N_COEFFICIENTS] = {"b0", "b1", "b2", "a1", "a2"};
    double c[N_COEFFICIENTS];
    coefficients_of(section, c);
    fprintf(out, "biquad%u,\n", number);
    for (int i = 0; i < N_COEFFICIENTS; ++i) {
        fprintf(out, "%s=", names[i]);
        tare_written_number(out, i < 3 ? c[i] * gain : c[i]);
        fputs(is_last && i == N_COEFFICIENTS - 1 ? "\n" : ",\n", out);
    }
}

bool tare_minidsp_write(const TareFormatOutput* output, const TareReporter* reporter)
{
    TareRefit played;
    if (!tare_played(&played, &tare_minidsp_write_limits, output, reporter))
        return false;
    const double gain = pow(10.0, played.preamp_db / 20.0);
    const unsigned n = played.n_bands[0] ? played.n_bands[0] : 1;
    for (unsigned i = 0; i < n; ++i) {
        const TareBiquad section =
            played.n_bands[0] ? tare_biquad_design(&played.bands[0][i], 1.0, played.rate_hz)
                              : tare_biquad_identity();
        write_section(output->file, i + 1, &section, i == 0 ? gain : 1.0, i + 1 == n);
    }
    return !ferror(output->file);
}
