/* Files for PipeWire's filter-chain, of each kind that there is. */

#ifndef TARE_PIPEWIRE_H
#define TARE_PIPEWIRE_H

typedef struct TareFormat TareFormat;

/** "pipewire": what is read of all its kinds. */
extern const TareFormat tare_pipewire_format;

/** "pipewire-builtin" */
extern const TareFormat tare_pipewire_builtin_format;

/** "pipewire-ladspa" */
extern const TareFormat tare_pipewire_ladspa_format;

/** "pipewire-lv2" */
extern const TareFormat tare_pipewire_lv2_format;

/** "pipewire-param_eq" */
extern const TareFormat tare_pipewire_param_eq_format;

#endif
