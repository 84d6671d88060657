/* Lines to paste where a player is told what to play through: the plugin with the values of a
   correction. */

#ifndef TARE_PLAYER_LINES_H
#define TARE_PLAYER_LINES_H

typedef struct TareFormat TareFormat;

extern const TareFormat tare_alsa_format;       ///< "alsa"
extern const TareFormat tare_ecasound_format;   ///< "ecasound"
extern const TareFormat tare_ffmpeg_format;     ///< "ffmpeg"
extern const TareFormat tare_gstreamer_format;  ///< "gstreamer"
extern const TareFormat tare_mpd_format;        ///< "mpd"
extern const TareFormat tare_mpv_format;        ///< "mpv"
extern const TareFormat tare_pulseaudio_format; ///< "pulseaudio"
extern const TareFormat tare_sox_format;        ///< "sox"

#endif
