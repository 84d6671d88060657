/* The filters of LSP's parametric equaliser, which EasyEffects runs, in the modes that are not the
   cookbook's (lsp-dsp-units, src/main/filters/Filter.cpp; lsp-plugins-para-equalizer,
   src/main/plug/para_equalizer.cpp): chains of sections of second order.

   In its source p = j f / f0, and a section is (t0 + t1 p + t2 p^2) / (b0 + b1 p + b2 p^2). "BT"
   stands for the bilinear transform of that, "MT" for the matched one, which moves its roots r to
   exp(2 pi f0 r / rate) and keeps its level at f0 / 10. */

#ifndef TARE_LSP_FILTER_H
#define TARE_LSP_FILTER_H

#include "formats/second_order.h"

typedef enum { TARE_LSP_RLC, TARE_LSP_BWC, TARE_LSP_LRX } TareLspMode;

typedef enum {
    TARE_LSP_BELL,
    TARE_LSP_HIGH_PASS,
    TARE_LSP_HIGH_SHELF,
    TARE_LSP_LOW_PASS,
    TARE_LSP_LOW_SHELF,
    TARE_LSP_NOTCH,
    TARE_LSP_RESONANCE,
    TARE_LSP_ALL_PASS ///< in BWC and LRX its level is not flat
} TareLspType;

typedef struct TareLspFilter {
    TareLspType type;
    TareLspMode mode;
    bool is_matched; ///< MT
    unsigned slope;  ///< 1 to 16
    double freq_hz, gain_db, q;
} TareLspFilter;

enum { TARE_LSP_MAX_SLOPE = 16, TARE_LSP_MAX_SECTIONS = 8 * TARE_LSP_MAX_SLOPE };

/** Makes the sections for a rate; how many. */
unsigned tare_lsp_filter(TareSecondOrder sections[TARE_LSP_MAX_SECTIONS],
                         const TareLspFilter* filter, double rate_hz);

#endif
