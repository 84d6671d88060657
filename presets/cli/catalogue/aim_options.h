/* Whereto a correction is aimed in place of its own target, as the command line says it. */

#ifndef TARE_CLI_AIM_OPTIONS_H
#define TARE_CLI_AIM_OPTIONS_H

#include "cli/frame/option.h"

/** Starts as {0}: nothing is asked for. */
typedef struct TareAimOptions {
    const char* target;  ///< name or file; NULL: that of the correction
    const char* like;    ///< another headphone in place of a target; NULL for none
    const char* filters; ///< NULL: the usual number
    bool sure;           ///< only what several who measured the model agree on
    double bass_db, treble_db, ear_db, tilt_db_per_octave; ///< how it is bent
} TareAimOptions;

/** The rows of it: the target, and the knobs that bend it. */
extern const TareOption tare_aim_target_options[], tare_aim_knob_options[];

/** Rows of a table of options that stand for them; of `type` the member is a TareAimOptions. The
    first is for commands in which bass, treble and tilt are knobs of the equaliser as long as no
    target is asked for. */
#define TARE_AIM_TARGET_OPTIONS(type, member)                                                      \
    TARE_OPTIONS_OF_PART(tare_aim_target_options, type, member)
#define TARE_AIM_OPTIONS(type, member)                                                             \
    TARE_AIM_TARGET_OPTIONS(type, member), TARE_OPTIONS_OF_PART(tare_aim_knob_options, type, member)

/** Whether anything is asked for. */
bool tare_aim_is_asked(const TareAimOptions* aim);

#endif
