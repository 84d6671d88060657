/* Getting louder slowly, so that nobody is startled who wears headphones. */

#ifndef TARE_PIPEWIRE_GLIDE_H
#define TARE_PIPEWIRE_GLIDE_H

#include "controls.h"

#include <stdbool.h>

typedef struct TareSession TareSession;

/** How long it takes. */
enum { TARE_GLIDE_MS = 1000 };

/** A way to what is louder. It goes in steps, all of which are changes like any other: the plugin
    works each out and fades to it over TARE_RAMP_SECONDS. There are 25 in a second, so that 10 dB
    come in steps of 0.4 dB, which differ from a straight line by 2 % of the amplitude at most, in
    both directions in turn. PipeWire hands them over once a quantum: a long one makes fewer and
    larger steps of them. */
typedef struct TareGlide {
    TareControls begin, end; ///< what lies at both ends; the goal comes behind the end
    TareControls heard;      ///< what was sent last
    int next;                ///< step
    double begin_ms;         ///< when step 0 was, or would have been, due; 0 before the first one
} TareGlide;

/** Plans the way from what plays at a rate to other controls: through what lies between where both
    have the same bands; else first to the others, but no louder than what played. Where a kind
    cannot play what lies between, and on the way to what is not corrected by other bands, only the
    level of the sound as it came glides. False where nothing gets louder by more than
    TARE_LEVEL_ALIKE_DB, or memory is short: then one goes there at once. */
bool tare_glide_plan(TareGlide* glide, bool is_plugin, const TareControls* from,
                     const TareControls* to, double rate_hz);

/** Sends the step that is due, if any; returns after how many milliseconds to come again, 0 when
    the end is reached or the sink is gone. */
int tare_glide_step(TareGlide* glide, TareSession* session);

/** Takes the running sink from what it plays, NULL where that is not known, to other controls, and
    waits until it has them: where it gets louder over TARE_GLIDE_MS, else at once. An interrupt
    that tare_interrupt_catch() caught ends it early. Killed in the middle it leaves a mark: see
    glide_mark.h. False when the sink does not answer. */
bool tare_glide(TareSession* session, const TareControls* from, const TareControls* to);

/** The same from what the sink tells that it plays; kinds that do not go there at once. */
bool tare_glide_from_heard(TareSession* session, const TareControls* to);

/** What sounds as controls that are not enabled do, and lies on the way to those that are: the same
    bands at no strength. */
TareControls tare_glide_end(const TareControls* controls);

/** What lies between two controls for the same bands, in decibels: `a` for a share of 0. Strength,
    bass, treble, tilt and a manual preamp move, all else is that of `a`. */
TareControls tare_glide_between(const TareControls* a, const TareControls* b, double share);

#endif
