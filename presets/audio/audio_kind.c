#include "audio/audio_kind.h"

#include "audio/audio.h"
#include "base/path.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

/* SF_FORMAT_MPEG and its subtypes, which libsndfile has from 1.1 on. */
enum { CONTAINER_MPEG = 0x230000, MPEG_LAYER_III = 0x82, SET_BITRATE_MODE = 0x1305 };

typedef enum { WHOLE, FLAC, LOSSY } Content;

static const struct {
    const char* ending;
    int container, encoding; ///< encoding: of a lossy kind
    Content content;
} kinds[] = {{"wav", SF_FORMAT_WAV, 0, WHOLE},
             {"wav", SF_FORMAT_WAVEX, 0, WHOLE},
             {"wav", SF_FORMAT_RF64, 0, WHOLE},
             {"rf64", SF_FORMAT_RF64, 0, WHOLE},
             {"w64", SF_FORMAT_W64, 0, WHOLE},
             {"aif", SF_FORMAT_AIFF, 0, WHOLE},
             {"aiff", SF_FORMAT_AIFF, 0, WHOLE},
             {"aifc", SF_FORMAT_AIFF, 0, WHOLE},
             {"caf", SF_FORMAT_CAF, 0, WHOLE},
             {"au", SF_FORMAT_AU, 0, WHOLE},
             {"flac", SF_FORMAT_FLAC, 0, FLAC},
             {"ogg", SF_FORMAT_OGG, SF_FORMAT_VORBIS, LOSSY},
             {"oga", SF_FORMAT_OGG, SF_FORMAT_VORBIS, LOSSY},
             {"opus", SF_FORMAT_OGG, SF_FORMAT_OPUS, LOSSY},
             {"mp3", CONTAINER_MPEG, MPEG_LAYER_III, LOSSY}};
enum { N_KINDS = sizeof kinds / sizeof *kinds };

const char* tare_audio_kind_ending(const char* path)
{
    const char* const dot = strrchr(tare_path_name(path), '.');
    return dot ? dot + 1 : "";
}

bool tare_audio_kind_is_known(const char* ending)
{
    for (size_t i = 0; i < N_KINDS; ++i)
        if (strcasecmp(ending, kinds[i].ending) == 0)
            return true;
    return false;
}

/** Integers of as many bits as the source, 24 at most in a FLAC, or fractions. */
static int encoding_for(Content content, int source)
{
    const int n_bits = tare_audio_integer_bits(source);
    const int encoding = source & SF_FORMAT_SUBMASK;
    if (encoding == SF_FORMAT_FLOAT || encoding == SF_FORMAT_DOUBLE)
        return content == FLAC ? SF_FORMAT_PCM_24 : encoding;
    if (n_bits > 24)
        return content == FLAC ? SF_FORMAT_PCM_24 : SF_FORMAT_PCM_32;
    return n_bits > 16 ? SF_FORMAT_PCM_24 : SF_FORMAT_PCM_16;
}

int tare_audio_kind_format(const char* ending, int source, bool as_float)
{
    int format = source;
    for (size_t i = N_KINDS; i-- > 0;) {
        if (strcasecmp(ending, kinds[i].ending) != 0)
            continue;
        const bool is_same =
            kinds[i].container == (source & SF_FORMAT_TYPEMASK) &&
            (kinds[i].content != LOSSY || (kinds[i].encoding == SF_FORMAT_OPUS) ==
                                              ((source & SF_FORMAT_SUBMASK) == SF_FORMAT_OPUS));
        const int encoding =
            kinds[i].content == LOSSY ? kinds[i].encoding : encoding_for(kinds[i].content, source);
        format = is_same ? source : kinds[i].container | encoding;
        if (is_same)
            break;
    }
    return as_float ? (format & ~SF_FORMAT_SUBMASK) | SF_FORMAT_FLOAT : format;
}

TareTagPlace tare_audio_kind_tag_place(int format)
{
    const bool is_opus = (format & SF_FORMAT_SUBMASK) == SF_FORMAT_OPUS;
    switch (format & SF_FORMAT_TYPEMASK) {
    case SF_FORMAT_FLAC:
        return TARE_TAGS_FLAC;
    case SF_FORMAT_OGG:
        return is_opus ? TARE_TAGS_OPUS : TARE_TAGS_VORBIS;
    case CONTAINER_MPEG:
        return TARE_TAGS_MP3;
    case SF_FORMAT_WAV:
    case SF_FORMAT_WAVEX:
        return TARE_TAGS_WAV;
    case SF_FORMAT_AIFF:
        return TARE_TAGS_AIFF;
    default:
        return TARE_TAGS_NOWHERE;
    }
}

/** The first of some rates, rising and ended by 0, that is as high or higher; 0 where none is. */
static int next_rate(const int* rates, int rate_hz)
{
    while (*rates != 0 && *rates < rate_hz)
        ++rates;
    return *rates;
}

int tare_audio_kind_rate(int format, int rate_hz)
{
    static const int opus[] = {8000, 12000, 16000, 24000, 48000, 0};
    static const int mp3[] = {8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000, 0};
    const int* rates = NULL;
    if ((format & SF_FORMAT_SUBMASK) == SF_FORMAT_OPUS)
        rates = opus;
    else if ((format & SF_FORMAT_TYPEMASK) == CONTAINER_MPEG)
        rates = mp3;
    if (!rates)
        return rate_hz;
    for (int part = 1; part <= 4; part *= 2) {
        const int next = next_rate(rates, rate_hz / part);
        if (part == 1 ? next > 0 : next * part == rate_hz)
            return next;
    }
    return 48000;
}

/** Turns a wished bit rate of an MP3 into one that there is, as high or higher. Returns its share
   of the way from the highest to the lowest, as libsndfile wants it. */
static double mp3_compression(double* kbps, int rate_hz)
{
    static const double high[] = {32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    static const double low[] = {8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    const double* const rates = rate_hz >= 32000 ? high : low;
    enum { N = sizeof high / sizeof *high };
    size_t i = 0;
    while (i + 1 < N && rates[i] < *kbps - 0.5)
        ++i;
    *kbps = rates[i];
    return (rates[N - 1] - rates[i]) / (rates[N - 1] - rates[0]);
}

double tare_audio_kind_set_quality(SNDFILE* out, int format, int rate_hz, double quality,
                                   double source_kbps)
{
    const double usual = 7.0;
    const double share = (isnan(quality) ? usual : quality) / 10.0;
    const int encoding = format & SF_FORMAT_SUBMASK;
    double compression = 1.0 - share, kbps = 0.0;
    int constant = 0; /* SF_BITRATE_MODE_CONSTANT */
    if ((format & SF_FORMAT_TYPEMASK) == CONTAINER_MPEG) {
        const double top_kbps = rate_hz >= 32000 ? 320.0 : 160.0;
        kbps = share * top_kbps;
        kbps = isnan(quality) ? fmax(kbps, source_kbps) : kbps;
        compression = mp3_compression(&kbps, rate_hz);
        sf_command(out, SET_BITRATE_MODE, &constant, sizeof constant);
    } else if (encoding != SF_FORMAT_VORBIS && encoding != SF_FORMAT_OPUS)
        return 0.0;
    sf_command(out, SFC_SET_COMPRESSION_LEVEL, &compression, sizeof compression);
    return kbps;
}

/** Bytes of the tags in front of an MP3: ID3v2. */
static double id3_bytes(FILE* in)
{
    unsigned char head[10];
    if (fread(head, 1, sizeof head, in) != sizeof head || memcmp(head, "ID3", 3) != 0)
        return 0.0;
    return 10.0 +
           ((head[6] & 127) << 21 | (head[7] & 127) << 14 | (head[8] & 127) << 7 | (head[9] & 127));
}

double tare_audio_kind_kbps(const char* path, const SF_INFO* info)
{
    if ((info->format & SF_FORMAT_TYPEMASK) != CONTAINER_MPEG || info->frames <= 0)
        return 0.0;
    FILE* const in = fopen(path, "rb");
    if (!in)
        return 0.0;
    const double tags = id3_bytes(in);
    const double end = fseek(in, 0, SEEK_END) == 0 ? (double)ftell(in) : 0.0;
    fclose(in);
    return fmax(end - tags, 0.0) * 8e-3 * info->samplerate / (double)info->frames;
}
