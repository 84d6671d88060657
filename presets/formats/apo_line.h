/* Equalizer APO's way to find numbers in the parameters of a "Filter" line. */

#ifndef TARE_APO_LINE_H
#define TARE_APO_LINE_H

#include <stdbool.h>

enum { TARE_APO_LINE_SIZE = 512, TARE_APO_TYPE_SIZE = 16 };

typedef struct TareSpan TareSpan;

/** What was found in a line; each is there only when it has its word and unit, both with the right
    case. */
typedef struct TareApoLine {
    char type[TARE_APO_TYPE_SIZE]; ///< behind "ON"; with one blank between two words
    bool is_on;                    ///< "ON" and a type stand at the beginning
    bool has_freq, has_gain, has_q, has_width, has_slope;
    double freq_hz, gain_db, q;
    double width_octaves; ///< behind "BW Oct"
    double slope_db;      ///< directly behind the type
    bool is_thousands;    ///< the point before three last digits of the frequency is a mark of
                          ///< thousands, as REW writes them
    bool
        is_longer_than_point; ///< the frequency has something behind what could be read: "12.345.6"
} TareApoLine;

/** Finds what there is in the parameters, of which commas are points; no-break spaces may stand in
    the frequency. False for a line that is longer than TARE_APO_LINE_SIZE. */
bool tare_apo_line_read(TareApoLine* line, TareSpan parameters);

/** Reads "x dB" as the parameter of "Preamp". */
bool tare_apo_line_preamp(TareSpan parameters, double* preamp_db);

#endif
