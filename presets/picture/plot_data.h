/* What there is to draw: levels over frequency, and words. Knows no file and no system. */

#ifndef TARE_PLOT_DATA_H
#define TARE_PLOT_DATA_H

#include <stdbool.h>
#include <stddef.h>

/** So many points a plot has at most. */
enum { TARE_PLOT_MAX_POINTS = 1200 };

/** What a curve is; says how it looks. */
typedef enum {
    TARE_PLOT_BAND,       ///< one band of the correction, faint
    TARE_PLOT_BEFORE,     ///< what the headphone does
    TARE_PLOT_AFTER,      ///< what is left of it
    TARE_PLOT_CORRECTION, ///< the sum of all bands
    TARE_PLOT_MEASURED,   ///< the headphone as it was measured
    TARE_PLOT_TARGET,     ///< as it should be
    TARE_PLOT_SPREAD,     ///< an area between two edges: how far several differ
    TARE_PLOT_MODEL,      ///< one of several corrections; the first six look different
    TARE_PLOT_N_KINDS
} TarePlotKind;

typedef struct TarePlotCurve {
    TarePlotKind kind;
    const char* label;       ///< in the legend; NULL: not there
    const double* gain_db;   ///< a value for each frequency of the plot
    bool is_right;           ///< where sides are drawn apart
    const double* lowest_db; ///< of an area, the lower edge; else NULL
    size_t begin, end;       ///< of a line, the points that it has; 0, 0: all
} TarePlotCurve;

/** Words at a place of the graph. */
typedef struct TarePlotMark {
    double freq_hz, gain_db;
    const char* text;
} TarePlotMark;

/** A picture. All of it belongs to the caller. */
typedef struct TarePlot {
    const char* title;
    const char* subtitle;  ///< NULL for none
    const char* footnote;  ///< NULL for none
    const double* freq_hz; ///< n_points of them, rising; at most TARE_PLOT_MAX_POINTS
    size_t n_points;
    const TarePlotCurve* curves; ///< drawn in this order
    size_t n_curves;
    const TarePlotMark* marks;
    size_t n_marks;
    double range_db; ///< the levels of the paper, so far below and above 0 dB; 0: what curves need
} TarePlot;

#endif
