/* Which program's meaning a text has, where the same words mean different things to several. */

#ifndef TARE_DIALECT_H
#define TARE_DIALECT_H

#include <stdbool.h>
#include <stddef.h>

typedef enum {
    TARE_DIALECT_BY_TEXT,    ///< what the shape of the text says
    TARE_DIALECT_APO,        ///< shelves LS and HS stand at their corner; filters as at 48 kHz
    TARE_DIALECT_AUTOEQ,     ///< LS and HS are LSC and HSC; filters as at 44.1 kHz
    TARE_DIALECT_SQUIG,      ///< LS, HS, LSQ and HSQ are LSC and HSC; filters as at 48 kHz
    TARE_DIALECT_MINIDSP_48, ///< coefficients for a device at 48 kHz
    TARE_DIALECT_MINIDSP_96, ///< at 96 kHz
    TARE_N_DIALECTS
} TareDialect;

/** "apo"; NULL for TARE_DIALECT_BY_TEXT and out of range. */
const char* tare_dialect_name(TareDialect dialect);

/** Finds the dialect of a name, NULL being TARE_DIALECT_BY_TEXT. False when there is none. */
bool tare_dialect_find(const char* name, TareDialect* dialect);

/** Whether it is one of text in the language of Equalizer APO. */
bool tare_dialect_is_of_apo(TareDialect dialect);

/** The rate whose filters it means, in Hz; 48000 for TARE_DIALECT_BY_TEXT. */
double tare_dialect_rate_hz(TareDialect dialect);

#endif
