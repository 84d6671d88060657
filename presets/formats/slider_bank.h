/* Graphic equalisers of players: sliders of fixed frequencies, whose filters overlap, so that what
   is heard at a slider is not what it shows. */

#ifndef TARE_SLIDER_BANK_H
#define TARE_SLIDER_BANK_H

#include <stdbool.h>

enum { TARE_SLIDERS = 10 };

/** A filter of second order: (b0 + b2 z^-2) / (1 + a1 z^-1 + a2 z^-2), about 1 at its frequency. */
typedef struct TareSliderFilter {
    double b0, b2, a1, a2;
} TareSliderFilter;

typedef struct TareSliderBank {
    /** The filter of a slider at a rate; all 0 where the player has none there. */
    TareSliderFilter (*filter)(double freq_hz, double rate_hz);
    double freq_hz[TARE_SLIDERS];
    double max_db;   ///< of a slider, to both sides
    double step_db;  ///< in which it is set
    bool is_chain;   ///< one filter behind the other; else side by side beside what came in
    bool has_preamp; ///< one more slider, as far to both sides, turns all up or down
    double unity_db; ///< of that one, where nothing is turned
} TareSliderBank;

/** Of Audacious: 10 bands from 31.25 Hz, +-12 dB, in the whole numbers to which its window sets
    them back. */
extern const TareSliderBank tare_slider_bank_audacious;

/** Of VLC, at the frequencies of ISO: 10 bands from 31.25 Hz, +-20 dB. */
extern const TareSliderBank tare_slider_bank_vlc;

/** What filters do at a frequency. */
typedef struct TareSliderPoint {
    double re[TARE_SLIDERS], im[TARE_SLIDERS];
} TareSliderPoint;

TareSliderPoint tare_slider_bank_point(const TareSliderBank* bank, double rate_hz, double freq_hz);

/** The level there, of so many dB at each slider. */
double tare_slider_bank_level_db(const TareSliderBank* bank, const TareSliderPoint* point,
                                 const double gains_db[TARE_SLIDERS]);

#endif
