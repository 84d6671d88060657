/* What PipeWire's own biquads do: the cookbook's sections (R. Bristow-Johnson, "Cookbook formulae
   for audio EQ biquad filter coefficients"), with coefficients of single precision. Bands that lie
   low in a stream of a high rate suffer: their poles can be had in coarse steps only. */

#ifndef TARE_PIPEWIRE_SINGLE_H
#define TARE_PIPEWIRE_SINGLE_H

typedef struct TareBand TareBand;

typedef struct TareSingle {
    float b0, b1, b2, a1, a2;
} TareSingle;

/** The coefficients of a peak or shelf at one rate. */
TareSingle tare_single(const TareBand* band, double rate_hz);

/** The level of the response at a frequency. */
double tare_single_gain_db(const TareSingle* single, double freq_hz, double rate_hz);

#endif
