/* The ears of measuring rigs: a level measured at one of them says something else at another. */

#ifndef TARE_RIG_H
#define TARE_RIG_H

typedef enum {
    TARE_RIG_UNKNOWN,
    TARE_RIG_GRAS, ///< GRAS 43AG, 45CA and others with KEMAR pinna and RA0045 coupler
    TARE_RIG_HMS,  ///< HEAD acoustics HMS II.3
    TARE_RIG_711,  ///< a bare coupler after IEC 60318-4, once IEC 711
    TARE_RIG_5128, ///< Bruel & Kjaer 5128
    TARE_N_RIGS
} TareRig;

/** "gras", as in files and options; NULL when unknown or out of range. */
const char* tare_rig_name(TareRig rig);

/** The rig that a text names: "GRAS 43AG-7", "HMS II.3", "IEC 60318-4 (711)". TARE_RIG_UNKNOWN for
    NULL and for what it does not know. */
TareRig tare_rig_find(const char* text);

#endif
