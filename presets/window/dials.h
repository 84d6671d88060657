/* What the equaliser is told, as the window shows it: the values of its ports. They are the only
   truth, whoever sets them. */

#ifndef TARE_WINDOW_DIALS_H
#define TARE_WINDOW_DIALS_H

#include "ports.h"

typedef struct TareControls TareControls;

typedef struct TareDials TareDials;

/** Who runs the equaliser. */
typedef struct TareDialsHost {
    void* data;
    void (*write)(void* data, uint32_t port, float value);
    void (*touch)(void* data, uint32_t port, bool is_held); ///< NULL: it does not care
} TareDialsHost;

/** That of an equaliser for 1 or 2 channels, every control at its default. NULL when memory is
    short. */
TareDials* tare_dials_new(uint32_t n_channels, const TareDialsHost* host);

/** Frees it; NULL is allowed. Releases what is held. */
void tare_dials_free(TareDials* dials);

uint32_t tare_dials_n_channels(const TareDials* dials);

/** The host tells a value of a port, by index; others than controls count for nothing. Whether it
    is another one than before. */
bool tare_dials_hear(TareDials* dials, uint32_t index, float value);

/** Whether the host has told what the equaliser tells: its meters. */
bool tare_dials_has_meters(const TareDials* dials);

/** A port's value, by what it is for; 0 for one that this equaliser does not have. */
float tare_dials_get(const TareDials* dials, TarePortRole role, uint32_t which);

/** Sets a control to a value, clamped, and tells the host when it is another one. */
void tare_dials_set(TareDials* dials, TarePortRole role, uint32_t which, float value);

/** A port by what it is for: its range, and what its values mean. */
TarePort tare_dials_port(TarePortRole role, uint32_t which);

/** Tells the host that a person takes hold of a control, or lets go of all that are held. */
void tare_dials_hold(TareDials* dials, TarePortRole role, uint32_t which);
void tare_dials_release(TareDials* dials);

/** All controls together. */
const TareControls* tare_dials_controls(const TareDials* dials);

/** Sets what a correction decides, or all that is heard but for on and off, as in some controls. */
void tare_dials_apply(TareDials* dials, const TareControls* controls);
void tare_dials_apply_all(TareDials* dials, const TareControls* controls);

#endif
