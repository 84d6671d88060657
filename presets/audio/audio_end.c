#include "audio/audio_end.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>

enum { MAX_ID_BYTES = 16, MAX_SIZE_BYTES = 8, MAX_CHUNKS = 10000 };

/** How a kind of file is made of chunks: an id, a size, and so many bytes. */
typedef struct {
    const char* magic; ///< at the beginning of the file
    bool is_big_endian;
    unsigned first; ///< offset of the first chunk
    unsigned n_id, n_size;
    bool counts_header; ///< the size is that of id and size as well
    unsigned alignment;
    const char* sound; ///< beginning of the id of the chunk with the sound
} Layout;

static const Layout layouts[] = {
    {"RIFF", false, 12, 4, 4, false, 2, "data"}, {"RIFX", true, 12, 4, 4, false, 2, "data"},
    {"RF64", false, 12, 4, 4, false, 2, "data"}, {"BW64", false, 12, 4, 4, false, 2, "data"},
    {"FORM", true, 12, 4, 4, false, 2, "SSND"},  {"caff", true, 8, 4, 8, false, 1, "data"},
    {"riff", false, 40, 16, 8, true, 8, "data"}};

/* Sizes of four bytes from here on stand for "not known": programs write various ones. */
#define OPEN_SIZE UINT64_C(0x7ffff000)
#define OPEN_LONG_SIZE (UINT64_C(1) << 62)

static uint64_t to_number(const unsigned char* bytes, unsigned n, bool is_big_endian)
{
    uint64_t number = 0;
    for (unsigned i = 0; i < n; ++i)
        number = number << 8 | bytes[is_big_endian ? i : n - 1 - i];
    return number;
}

static bool read_at(FILE* in, uint64_t offset, void* bytes, size_t n)
{
    return fseeko(in, (off_t)offset, SEEK_SET) == 0 && fread(bytes, 1, n, in) == n;
}

static const Layout* find_layout(FILE* in)
{
    char magic[4];
    if (!read_at(in, 0, magic, sizeof magic))
        return NULL;
    for (size_t i = 0; i < sizeof layouts / sizeof *layouts; ++i)
        if (memcmp(magic, layouts[i].magic, sizeof magic) == 0)
            return &layouts[i];
    return NULL;
}

/** The size of the sound that "ds64", the chunk for what does not fit into four bytes, says. */
static uint64_t read_long_size(FILE* in, uint64_t body)
{
    unsigned char bytes[8];
    return read_at(in, body + 8, bytes, sizeof bytes) ? to_number(bytes, sizeof bytes, false) : 0;
}

static uint64_t count_missing(FILE* in, const Layout* layout, uint64_t file_size)
{
    const unsigned n_header = layout->n_id + layout->n_size;
    const uint64_t open_size = layout->n_size == 8 ? OPEN_LONG_SIZE : OPEN_SIZE;
    uint64_t at = layout->first;
    uint64_t long_size = 0;
    for (unsigned i = 0; i < MAX_CHUNKS && at < file_size; ++i) {
        unsigned char header[MAX_ID_BYTES + MAX_SIZE_BYTES];
        if (!read_at(in, at, header, n_header))
            return 0;
        uint64_t size = to_number(header + layout->n_id, layout->n_size, layout->is_big_endian);
        if (layout->counts_header)
            size = size > n_header ? size - n_header : 0;
        const uint64_t body = at + n_header;
        if (memcmp(header, layout->sound, 4) == 0) {
            const uint64_t promised = long_size > 0 ? long_size : size >= open_size ? 0 : size;
            return promised > file_size - body ? promised - (file_size - body) : 0;
        }
        if (memcmp(header, "ds64", 4) == 0)
            long_size = read_long_size(in, body);
        if (size > file_size)
            return 0;
        at = (body + size + layout->alignment - 1) / layout->alignment * layout->alignment;
    }
    return 0;
}

uint64_t tare_audio_n_missing_bytes(const char* path)
{
    FILE* const in = fopen(path, "rb");
    if (!in)
        return 0;
    const Layout* const layout = find_layout(in);
    const off_t end = fseeko(in, 0, SEEK_END) == 0 ? ftello(in) : -1;
    const uint64_t n_missing = layout && end > 0 ? count_missing(in, layout, (uint64_t)end) : 0;
    fclose(in);
    return n_missing;
}
