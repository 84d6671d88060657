#include "formats/formats.h"

#include "formats/apo.h"
#include "formats/apo_dialects.h"
#include "formats/band_table.h"
#include "formats/camilladsp.h"
#include "formats/easyeffects.h"
#include "formats/graphic_eq_write.h"
#include "formats/impulse.h"
#include "formats/minidsp.h"
#include "formats/opra.h"
#include "formats/opra_eq.h"
#include "formats/own_text.h"
#include "formats/peace.h"
#include "formats/pipewire.h"
#include "formats/player_lines.h"
#include "formats/poweramp.h"
#include "formats/review_text.h"
#include "formats/rockbox.h"
#include "formats/slider_presets.h"

#include <string.h>

static const TareFormat* const formats[] = {&tare_alsa_format,
                                            &tare_apo_format,
                                            &tare_audacious_format,
                                            &tare_apo_autoeq_format,
                                            &tare_camilladsp_format,
                                            &tare_easyeffects_format,
                                            &tare_ecasound_format,
                                            &tare_ffmpeg_format,
                                            &tare_graphic_eq_format,
                                            &tare_gstreamer_format,
                                            &tare_impulse_format,
                                            &tare_impulse_linear_format,
                                            &tare_minidsp_format,
                                            &tare_mpd_format,
                                            &tare_mpv_format,
                                            &tare_opra_format,
                                            &tare_opra_eq_format,
                                            &tare_peace_format,
                                            &tare_pipewire_format,
                                            &tare_pipewire_builtin_format,
                                            &tare_pipewire_ladspa_format,
                                            &tare_pipewire_lv2_format,
                                            &tare_pipewire_param_eq_format,
                                            &tare_poweramp_format,
                                            &tare_pulseaudio_format,
                                            &tare_review_text_format,
                                            &tare_apo_rew_format,
                                            &tare_rockbox_format,
                                            &tare_apo_soundsource_format,
                                            &tare_sox_format,
                                            &tare_sox_fir_format,
                                            &tare_apo_squig_format,
                                            &tare_band_table_format,
                                            &tare_own_text_format,
                                            &tare_vlc_format};

enum { N_FORMATS = sizeof formats / sizeof *formats };

const TareFormat* tare_formats_get(size_t index)
{
    return index < N_FORMATS ? formats[index] : NULL;
}

const TareFormat* tare_formats_find(const char* name)
{
    for (size_t i = 0; i < N_FORMATS; ++i)
        if (strcmp(formats[i]->name, name) == 0)
            return formats[i];
    return NULL;
}

const TareFormat* tare_formats_find_written(const char* name)
{
    const TareFormat* const format = tare_formats_find(name);
    return format && format->write ? format : NULL;
}

static bool ends_in(const char* path, const char* ending)
{
    const size_t length = strlen(path);
    const size_t n_ending = strlen(ending);
    return length >= n_ending && strcmp(path + length - n_ending, ending) == 0;
}

static bool has_ending(const TareFormat* format, const char* path)
{
    for (size_t i = 0; i < TARE_FORMAT_MAX_ENDINGS && format->endings[i]; ++i)
        if (ends_in(path, format->endings[i]))
            return true;
    return false;
}

const TareFormat* tare_formats_of(const char* path, const char* text, size_t length)
{
    for (size_t i = 0; i < N_FORMATS; ++i)
        if (formats[i] != &tare_apo_format && formats[i]->sniff && formats[i]->sniff(text, length))
            return formats[i];
    if (tare_apo_format.sniff(text, length)) /* the one that bears most */
        return &tare_apo_format;
    for (size_t i = 0; i < N_FORMATS; ++i)
        if (formats[i]->sniff && has_ending(formats[i], path))
            return formats[i];
    return NULL;
}
