#include "audio/foreign.h"

#include "base/path.h"
#include "base/report.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { LINE_BYTES = 1200 };

static const struct {
    unsigned offset;
    const char* bytes;
    unsigned n;
    const char* name;
} kinds[] = {{4, "ftyp", 4, "AAC or ALAC in MP4"},
             {0, "wvpk", 4, "WavPack"},
             {0, "\xFF\xF1", 2, "AAC"},
             {0, "\xFF\xF9", 2, "AAC"},
             {0, "ADIF", 4, "AAC"},
             {0, "MAC ", 4, "Monkey's Audio"},
             {0, "TTA1", 4, "True Audio"},
             {0, "MPCK", 4, "Musepack"},
             {0, "MP+", 3, "Musepack"},
             {0, "DSD ", 4, "DSD"},
             {0, "FRM8", 4, "DSD"},
             {0, "\x30\x26\xB2\x75", 4, "Windows Media"},
             {0, "\x1A\x45\xDF\xA3", 4, "Matroska or WebM"},
             {0, "FLV", 3, "Flash Video"},
             {0, "\x0B\x77", 2, "Dolby Digital"},
             {0, "\x7F\xFE\x80\x01", 4, "DTS"},
             {0, "#!AMR", 5, "AMR"}};

/** Files in which there may be sound of many kinds. */
static const char* const containers[] = {"caff", "RIFF", "RIFX", "RF64",
                                         "riff", "FORM", "OggS", ".snd"};

/** What a file seems to be, by its first bytes; NULL when that is not known. */
static const char* name_of(const char* path, bool* is_container)
{
    char head[16] = "";
    FILE* const in = fopen(path, "rb");
    const size_t n = in ? fread(head, 1, sizeof head, in) : 0;
    if (in)
        fclose(in);
    *is_container = false;
    for (size_t i = 0; i < sizeof containers / sizeof *containers; ++i)
        *is_container = *is_container || (n >= 4 && memcmp(head, containers[i], 4) == 0);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; ++i)
        if (n >= kinds[i].offset + kinds[i].n &&
            memcmp(head + kinds[i].offset, kinds[i].bytes, kinds[i].n) == 0)
            return kinds[i].name;
    return NULL;
}

/** Appends a path in single quotes, without its ending if so many bytes are to be left out. */
static void put_quoted(char* line, unsigned size, const char* path, size_t n, const char* ending)
{
    size_t used = strlen(line);
    if (used + 3 < size)
        line[used++] = '\'';
    for (size_t i = 0; i < n && used + 8 < size; ++i) {
        if (path[i] != '\'') {
            line[used++] = path[i];
            continue;
        }
        used += (size_t)snprintf(line + used, LINE_BYTES - used, "'\\''");
    }
    snprintf(line + used, size - used, "%s'", ending);
}

/** Writes a line to be pasted that makes a WAV file beside another one, quoted for a shell. */
static const char* line_for(char line[LINE_BYTES], const char* path, const char* options)
{
    const char* const name = tare_path_name(path);
    const char* const dot = strrchr(name, '.');
    const size_t length = strlen(path);
    const size_t stem = dot && dot > name ? (size_t)(dot - path) : length;
    snprintf(line, LINE_BYTES, "ffmpeg -i ");
    put_quoted(line, LINE_BYTES, path, length, "");
    const size_t used = strlen(line);
    snprintf(line + used, LINE_BYTES - used, " %s ", options);
    put_quoted(line, LINE_BYTES, path, stem, dot && strcmp(dot, ".wav") == 0 ? "-2.wav" : ".wav");
    return line;
}

void tare_foreign_refuse(const char* path, const char* found, const char* made_from,
                         const char* why, const TareReporter* reporter)
{
    char line[LINE_BYTES];
    bool is_container = false;
    const char* const name = name_of(found, &is_container);
    if (!name && is_container && made_from)
        tare_report(reporter, TARE_ERROR, path, 0, 0,
                    "cannot be read as sound: %s; expected another kind of file, made by: %s", why,
                    line_for(line, made_from, "-c:a pcm_s24le"));
    else if (!name)
        tare_report(
            reporter, TARE_ERROR, path, 0, 0,
            "cannot be read as sound: %s; expected an audio file, such as WAV, FLAC, MP3 or "
            "Ogg",
            why);
    else if (!made_from)
        tare_report(reporter, TARE_ERROR, path, 0, 0,
                    "is %s, which this program cannot read; expected WAV, FLAC, MP3 or Ogg", name);
    else
        tare_report(reporter, TARE_ERROR, path, 0, 0,
                    "is %s, which this program cannot read; expected another kind of file, made "
                    "by: %s",
                    name, line_for(line, made_from, "-c:a pcm_s24le"));
}

void tare_foreign_refuse_channels(const char* path, int n_channels, const char* made_from,
                                  const TareReporter* reporter)
{
    static const char* const names[] = {
        [4] = ", quadraphonic", [6] = ", 5.1 surround", [8] = ", 7.1 surround"};
    char line[LINE_BYTES];
    const char* const name = n_channels >= 0 && n_channels <= 8 ? names[n_channels] : NULL;
    tare_report(reporter, TARE_ERROR, path, 0, 0,
                "has %d channels%s; expected 1 or 2, as headphones have%s%s", n_channels,
                name ? name : "", made_from ? ", made by: " : "",
                made_from ? line_for(line, made_from, "-ac 2 -c:a pcm_s24le") : "");
}

void tare_foreign_refuse_rate(const char* path, int rate_hz, int expected_hz, const char* kind,
                              const char* made_from, const TareReporter* reporter)
{
    char line[LINE_BYTES], options[64];
    snprintf(options, sizeof options, "-ar %d -c:a pcm_s24le", expected_hz);
    tare_report(reporter, TARE_ERROR, path, 0, 0,
                "has a sample rate of %d Hz; expected %d Hz for %s%s%s", rate_hz, expected_hz, kind,
                made_from ? ", made by: " : "",
                made_from ? line_for(line, made_from, options) : "");
}
