/* Takes 6 dB off at 3 kHz in a block of sound. Compiles as C11 and as C++17:

       cc -std=c11 example.c $(pkg-config --cflags --libs tare-core) -lm */

#include <tare/core.h>

#include <math.h>
#include <stdio.h>

#define N_FRAMES 48000

int main(void)
{
    const double rate_hz = 48000.0;
    static float left[N_FRAMES], right[N_FRAMES];
    for (int i = 0; i < N_FRAMES; ++i)
        left[i] = right[i] = 0.5f * (float)sin(2.0 * 3.14159265358979 * 3000.0 * i / rate_hz);

    TareBand band = tare_band_default();
    band.freq_hz = 3000.0;
    band.gain_db = -6.0;
    TareControls* controls = tare_controls_new();
    TareEq* eq = tare_eq_new(rate_hz, 2);
    if (!controls || !eq || !tare_controls_set_band(controls, 0, &band))
        return 1;

    float* out[] = {left, right}; /* in place */
    const float* in[] = {left, right};
    tare_eq_set_controls(eq, controls);
    tare_eq_process(eq, in, out, N_FRAMES);

    TareResponse* response = tare_response_new(controls, rate_hz, 2);
    if (!response)
        return 1;
    printf("Tare %s: %.2f dB at 3 kHz, %.2f dB of headroom\n", tare_version(),
           tare_response_gain_db(response, 0, 3000.0), tare_eq_headroom_db(eq));
    tare_response_free(response);
    tare_eq_free(eq);
    tare_controls_free(controls);
    return 0;
}
