#include "audio/tag_traces.h"

#include "base/ascii.h"
#include "base/text.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

enum { LOOKED_AT_BYTES = 1 << 20, LOOKED_AT_END_BYTES = 1 << 17 };

/** Whether a text stands in there, whatever the case. */
static bool holds(const TareText* bytes, const char* upper)
{
    const size_t n = strlen(upper);
    for (size_t i = 0; i + n <= bytes->length; ++i) {
        size_t k = 0;
        while (k < n && tare_ascii_lower(bytes->data[i + k]) == tare_ascii_lower(upper[k]))
            ++k;
        if (k == n)
            return true;
    }
    return false;
}

static void append_part(TareText* bytes, FILE* in, size_t max)
{
    if (tare_text_reserve(bytes, max))
        bytes->length += fread(bytes->data + bytes->length, 1, max, in);
}

TareStatus tare_tag_traces_look(const char* path, TareTagPlace place, TareTagsMet* met)
{
    TareText bytes = {0};
    *met = (TareTagsMet){0};
    FILE* const in = fopen(path, "rb");
    if (!in)
        return TARE_OK;
    append_part(&bytes, in, LOOKED_AT_BYTES);
    if (fseek(in, -(long)LOOKED_AT_END_BYTES, SEEK_END) == 0)
        append_part(&bytes, in, LOOKED_AT_END_BYTES);
    fclose(in);
    met->has_picture = holds(&bytes, "METADATA_BLOCK_PICTURE=") || holds(&bytes, "APIC") ||
                       (place == TARE_TAGS_FLAC && holds(&bytes, "image/"));
    met->has_replay_gain = holds(&bytes, "REPLAYGAIN_") || holds(&bytes, "R128_TRACK_GAIN=");
    met->has_more = holds(&bytes, "MUSICBRAINZ");
    const bool failed = bytes.failed;
    tare_text_clear(&bytes);
    return failed ? TARE_NO_MEMORY : TARE_OK;
}
