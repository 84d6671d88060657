/* Writes corrections as LV2 presets: a manifest entry with everything a host lists, and the values
   of the ports in a file beside it, which hosts read when they load one. */

#ifndef TARE_LV2_PRESET_H
#define TARE_LV2_PRESET_H

#include <stdbool.h>
#include <stdio.h>

typedef struct TareTurtle TareTurtle;

typedef struct TareCorrection TareCorrection;

/** Who put a preset on the disk. Both may be there for one correction, so they differ in name. */
typedef enum {
    TARE_PRESET_SHIPPED,  ///< comes with the plugin
    TARE_PRESET_INSTALLED ///< put there by `tare install`
} TarePresetOrigin;

/** The name that hosts show: "Brand - Model (variant, author, rig, target)", with what else the id
    says of the source, and of a review only that it is one. Ardour's browser splits at " - ".
    Nothing but the correction decides on it: Qtractor and GStreamer know presets by their labels.
    To be freed; NULL when memory is short. */
char* tare_lv2_preset_label(const TareCorrection* correction, TarePresetOrigin origin);

/** The preset's identity, the same for ever: "urn:tare:preset:acme--one--anna", made of its label
    (preset_key.h). So URIs are of letters, digits and "-" only, and sort as labels do: Carla and
   MOD list presets by URI, Ardour by label. To be freed; NULL when memory is short. */
char* tare_lv2_preset_uri(const TareCorrection* correction, TarePresetOrigin origin);

/** A brand as a part of names of files and URIs: "audio-technica". ASCII, at most 64 characters;
    brands that differ in signs and case only have the same. To be freed; NULL when memory is short.
 */
char* tare_lv2_preset_brand(const char* brand);

/** Declares the prefixes that the following functions use. */
void tare_lv2_preset_prefixes(TareTurtle* turtle);

/** Declares the brand as a bank, once in each manifest that has presets of it. */
void tare_lv2_preset_bank(TareTurtle* turtle, const TareCorrection* correction);

/** The manifest's entry; `values_file` is the name of the file with the values. */
void tare_lv2_preset_manifest_entry(TareTurtle* turtle, const TareCorrection* correction,
                                    TarePresetOrigin origin, const char* values_file);

/** The values of all ports that a correction decides. */
void tare_lv2_preset_values(TareTurtle* turtle, const TareCorrection* correction,
                            TarePresetOrigin origin);

/** The preset without a correction, "(Flat)", which is the first wherever presets are sorted by
   label or URI. It belongs to no bank. */
#define TARE_LV2_FLAT_URI "urn:tare:preset:-flat"

/** Its entry in the manifest, and its values: what corrections decide, at its default. */
void tare_lv2_flat_manifest_entry(TareTurtle* turtle, const char* values_file);
void tare_lv2_flat_values(TareTurtle* turtle);

/** Writes the two files of a bundle that holds one installed preset. False when they could not be
    written. */
bool tare_lv2_preset_write_manifest(FILE* out, const TareCorrection* correction,
                                    const char* values_file);
bool tare_lv2_preset_write_values(FILE* out, const TareCorrection* correction);

#endif
