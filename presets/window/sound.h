/* What the equaliser is told, as the window shows it: the values of its ports. They are the only
   truth, whoever sets them. */

#ifndef TARE_WINDOW_SOUND_H
#define TARE_WINDOW_SOUND_H

#include "ports.h"

typedef struct TareControls TareControls;

typedef struct TareSound TareSound;

/** Who runs the equaliser. */
typedef struct TareSoundHost {
    void* data;
    void (*write)(void* data, uint32_t port, float value);
    void (*touch)(void* data, uint32_t port, bool is_held); ///< NULL: it does not care
} TareSoundHost;

/** That of an equaliser for 1 or 2 channels, every control at its default. NULL when memory is
    short. */
TareSound* tare_sound_new(uint32_t n_channels, const TareSoundHost* host);

/** Frees it; NULL is allowed. Releases what is held. */
void tare_sound_free(TareSound* sound);

uint32_t tare_sound_n_channels(const TareSound* sound);

/** The host tells a value of a port, by index; others than controls count for nothing. Whether it
    is another one than before. */
bool tare_sound_hear(TareSound* sound, uint32_t index, float value);

/** Whether the host has told what the equaliser tells: its meters. */
bool tare_sound_has_meters(const TareSound* sound);

/** A port's value, by what it is for; 0 for one that this equaliser does not have. */
float tare_sound_get(const TareSound* sound, TarePortRole role, uint32_t which);

/** Sets a control to a value, clamped, and tells the host when it is another one. */
void tare_sound_set(TareSound* sound, TarePortRole role, uint32_t which, float value);

/** A port by what it is for: its range, and what its values mean. */
TarePort tare_sound_port(TarePortRole role, uint32_t which);

/** Tells the host that a person takes hold of a control, or lets go of all that are held. */
void tare_sound_hold(TareSound* sound, TarePortRole role, uint32_t which);
void tare_sound_release(TareSound* sound);

/** All controls together. */
const TareControls* tare_sound_controls(const TareSound* sound);

/** Sets what a correction decides, or all that is heard but for on and off, as in some controls. */
void tare_sound_apply(TareSound* sound, const TareControls* controls);
void tare_sound_apply_all(TareSound* sound, const TareControls* controls);

#endif
