/* What the name of a column, and its unit, say of the numbers below. */

#ifndef TARE_COLUMN_NAME_H
#define TARE_COLUMN_NAME_H

#include <stdbool.h>

typedef struct TareSpan TareSpan;

typedef enum {
    TARE_COLUMN_UNKNOWN,
    TARE_COLUMN_FREQ,
    TARE_COLUMN_LEVEL,   ///< in dB, or named as levels are: "SPL", "raw"
    TARE_COLUMN_TARGET,  ///< of a target, not of what was measured
    TARE_COLUMN_DERIVED, ///< in dB, but made of a measurement: "error", "equalization"
    TARE_COLUMN_OTHER    ///< not a level in dB: phase, ohms, pascals, volts, per cent, a delay
} TareColumnKind;

typedef enum { TARE_COLUMN_NO_SIDE, TARE_COLUMN_LEFT, TARE_COLUMN_RIGHT } TareColumnSide;

typedef struct TareColumnName {
    TareColumnKind kind;
    TareColumnSide side;
    double unit_hz;    ///< of a frequency; 0 when no unit is named
    bool is_decibel;   ///< it says so
    bool may_be_ratio; ///< "Magnitude", "Peak": neither dB nor a word of levels, nor a side
} TareColumnName;

/** Tells by the name of a column and, from a line of units, its unit, which may be empty. A unit
    that is named counts before a name: "SPL (Pa)" is no level. */
TareColumnName tare_column_name(TareSpan name, TareSpan unit);

#endif
