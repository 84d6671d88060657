#include "cli/audio/foreign.h"

#include "base/path.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

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

const char* tare_foreign_name(const char* path)
{
    char head[16] = "";
    FILE* const in = fopen(path, "rb");
    const size_t n = in ? fread(head, 1, sizeof head, in) : 0;
    if (in)
        fclose(in);
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
        memcpy(line + used, "'\\''", 4);
        used += 4;
    }
    snprintf(line + used, size - used, "%s'", ending);
}

const char* tare_foreign_line(char* line, unsigned size, const char* path, const char* options)
{
    const char* const name = tare_path_name(path);
    const char* const dot = strrchr(name, '.');
    const size_t length = strlen(path);
    const size_t stem = dot && dot > name ? (size_t)(dot - path) : length;
    snprintf(line, size, "ffmpeg -i ");
    put_quoted(line, size, path, length, "");
    const size_t used = strlen(line);
    snprintf(line + used, size - used, " %s ", options);
    put_quoted(line, size, path, stem, dot && strcmp(dot, ".wav") == 0 ? "-2.wav" : ".wav");
    return line;
}
