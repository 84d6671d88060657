/* Getting louder slowly, so that nobody is startled who wears headphones. */

#ifndef TARE_PIPEWIRE_GLIDE_H
#define TARE_PIPEWIRE_GLIDE_H

#include <stdbool.h>

typedef struct TareControls TareControls;
typedef struct TareSession TareSession;

/** How long it takes. */
enum { TARE_GLIDE_MS = 1000 };

/** Takes the running sink from what it plays to other controls for the same bands and waits until
    it has them: where it gets louder by more than TARE_LEVEL_ALIKE_DB through what lies between,
    over TARE_GLIDE_MS, else at once, as also from NULL, what is not known. An interrupt that
    tare_interrupt_catch() caught ends it early. `loudness_db` are those of both, against the sound
    as it came, also for kinds that cannot play what lies between. False when the sink does not
    answer.

    It goes in steps, all of which are changes like any other: the plugin works each out and fades
    to it over TARE_RAMP_SECONDS. There are 25 in a second, so that 10 dB come in steps of 0.4 dB,
    which differ from a straight line by 2 % of the amplitude at most, in both directions in turn.
    PipeWire hands them over once a quantum: a long one makes fewer and larger steps of them. */
bool tare_glide(TareSession* session, const TareControls* from, const TareControls* to,
                const double loudness_db[2]);

/** The same to controls for any bands, from whatever a plugin plays: fades to them, but no louder
    than what played, and gets louder from there. Other kinds go there at once. */
bool tare_glide_to_another(TareSession* session, const TareControls* to);

/** What sounds as controls that are not enabled do, and lies on the way to those that are: the same
    bands at no strength. */
TareControls tare_glide_end(const TareControls* controls);

/** What lies between two controls for the same bands, in decibels: `a` for a share of 0. Strength,
    bass, treble, tilt and a manual preamp move, all else is that of `a`. */
TareControls tare_glide_between(const TareControls* a, const TareControls* b, double share);

#endif
