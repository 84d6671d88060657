#include "cli/audio/audio.h"

#include "base/path.h"

#include <math.h>
#include <string.h>
#include <strings.h>

/* SF_FORMAT_MPEG and its subtypes, which libsndfile has from 1.1 on. */
enum { CONTAINER_MPEG = 0x230000, MPEG_LAYER_I = 0x80, MPEG_LAYER_II, MPEG_LAYER_III };

/* The samples of encodings that are not integers of 16 bits; 0: no integers. */
static const struct {
    int encoding, n_bits;
} encodings[] = {{SF_FORMAT_FLOAT, 0},   {SF_FORMAT_DOUBLE, 0},   {SF_FORMAT_VORBIS, 0},
                 {SF_FORMAT_OPUS, 0},    {MPEG_LAYER_I, 0},       {MPEG_LAYER_II, 0},
                 {MPEG_LAYER_III, 0},    {SF_FORMAT_PCM_S8, 8},   {SF_FORMAT_PCM_U8, 8},
                 {SF_FORMAT_DPCM_8, 8},  {SF_FORMAT_DWVW_12, 12}, {SF_FORMAT_ALAC_20, 20},
                 {SF_FORMAT_PCM_24, 24}, {SF_FORMAT_ALAC_24, 24}, {SF_FORMAT_DWVW_24, 24},
                 {SF_FORMAT_PCM_32, 32}, {SF_FORMAT_ALAC_32, 32}};

int tare_audio_integer_bits(int format)
{
    for (size_t i = 0; i < sizeof encodings / sizeof *encodings; ++i)
        if (encodings[i].encoding == (format & SF_FORMAT_SUBMASK))
            return encodings[i].n_bits;
    return 16;
}

static void measure(const float* samples, sf_count_t n, TareAudioLevel* level)
{
    for (sf_count_t i = 0; i < n; ++i)
        level->peak = fmax(level->peak, fabs((double)samples[i]));
}

/** Integers stand at the upper end of 32 bits, as sf_writef_int() wants them. */
static void to_integers(const float* samples, int32_t* integers, sf_count_t n, int n_bits,
                        TareAudioLevel* level)
{
    const double full_scale = ldexp(1.0, n_bits - 1);
    const double unit = ldexp(1.0, 32 - n_bits);
    for (sf_count_t i = 0; i < n; ++i) {
        const double rounded = rint(full_scale * (double)samples[i]);
        const double held = fmin(fmax(rounded, -full_scale), full_scale - 1.0);
        level->n_clipped += held != rounded;
        integers[i] = (int32_t)(held * unit);
    }
}

bool tare_audio_write(SNDFILE* out, int format, int n_channels, const float* samples,
                      int32_t* scratch, sf_count_t n_frames, TareAudioLevel* level)
{
    const int n_bits = tare_audio_integer_bits(format);
    const sf_count_t n = n_frames * n_channels;
    measure(samples, n, level);
    if (n_bits == 0)
        return sf_writef_float(out, samples, n_frames) == n_frames;
    to_integers(samples, scratch, n, n_bits, level);
    return sf_writef_int(out, scratch, n_frames) == n_frames;
}

void tare_audio_copy_texts(SNDFILE* in, SNDFILE* out)
{
    for (int kind = SF_STR_FIRST; kind <= SF_STR_LAST; ++kind) {
        const char* const text = kind != SF_STR_SOFTWARE ? sf_get_string(in, kind) : NULL;
        if (text)
            sf_set_string(out, kind, text);
    }
}

bool tare_audio_name_disagrees(const char* path, int format)
{
    static const struct {
        const char* ending;
        int container;
    } endings[] = {{"wav", SF_FORMAT_WAV},   {"wav", SF_FORMAT_WAVEX}, {"wav", SF_FORMAT_RF64},
                   {"rf64", SF_FORMAT_RF64}, {"w64", SF_FORMAT_W64},   {"aif", SF_FORMAT_AIFF},
                   {"aiff", SF_FORMAT_AIFF}, {"aifc", SF_FORMAT_AIFF}, {"flac", SF_FORMAT_FLAC},
                   {"ogg", SF_FORMAT_OGG},   {"oga", SF_FORMAT_OGG},   {"opus", SF_FORMAT_OGG},
                   {"mp3", CONTAINER_MPEG},  {"caf", SF_FORMAT_CAF},   {"au", SF_FORMAT_AU}};
    const char* const dot = strrchr(tare_path_name(path), '.');
    if (!dot)
        return false;
    bool is_known = false;
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; ++i)
        if (strcasecmp(dot + 1, endings[i].ending) == 0) {
            is_known = true;
            if (endings[i].container == (format & SF_FORMAT_TYPEMASK))
                return false;
        }
    return is_known;
}

const char* tare_audio_container_name(int format)
{
    static SF_FORMAT_INFO info;
    info.format = format & SF_FORMAT_TYPEMASK;
    if (sf_command(NULL, SFC_GET_FORMAT_INFO, &info, sizeof info) != 0 || !info.name)
        return "unknown format";
    return info.name;
}
