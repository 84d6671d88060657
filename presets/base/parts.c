#include "base/parts.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    HASH_AT = 16,
    MAX_SIZE = 1 << 28,
    BLOCK_SIZE = 4096 /* so much is read at once, at multiples of it */
};

struct TareParts {
    int file;
    size_t size;
    struct timespec written;
    unsigned char* bytes; ///< of all the file, as far as it was read
    bool* are_read;       ///< for each block
    size_t starts[TARE_PARTS_MAX + 1];
};

/** FNV's way of mixing, eight bytes at a time. */
static uint64_t mix(uint64_t hash, uint64_t number)
{
    return (hash ^ number) * 0x9E3779B97F4A7C15u;
}

uint64_t tare_parts_hash(uint64_t hash, const void* bytes, size_t n)
{
    const unsigned char* b = bytes;
    for (; n >= 8; n -= 8, b += 8)
        hash = mix(hash, tare_part_u64((TarePart){b, 8}, 0));
    uint64_t rest = n;
    for (size_t i = 0; i < n; ++i)
        rest = rest << 8 | b[i];
    return n ? mix(hash, rest) : hash;
}

/** Reads up to n bytes; fewer at the end of the file, or when it cannot be read. */
static size_t read_at(int file, size_t offset, unsigned char* bytes, size_t n)
{
    size_t n_read = 0;
    while (n_read < n) {
        const ssize_t more = pread(file, bytes + n_read, n - n_read, (off_t)(offset + n_read));
        if (more <= 0)
            break;
        n_read += (size_t)more;
    }
    return n_read;
}

/** Whether the file is as it was written. */
static bool is_whole(int file, uint32_t use, size_t size)
{
    unsigned char block[4 * BLOCK_SIZE];
    const TarePart head = {block, TARE_PARTS_ENDS_AT};
    if (read_at(file, 0, block, TARE_PARTS_ENDS_AT) != TARE_PARTS_ENDS_AT ||
        memcmp(block, TARE_PARTS_MARK, 8) != 0 || tare_part_u64(head, 8) != use)
        return false;
    const uint64_t wanted = tare_part_u64(head, HASH_AT);
    uint64_t hash = use;
    size_t n_all = TARE_PARTS_ENDS_AT;
    for (size_t n; (n = read_at(file, n_all, block, sizeof block)) > 0; n_all += n)
        hash = tare_parts_hash(hash, block, n);
    return hash == wanted && n_all == size;
}

/** Brings all blocks between two places into memory. */
static void bring(const TareParts* parts, size_t start, size_t end)
{
    for (size_t block = start / BLOCK_SIZE; block * BLOCK_SIZE < end; ++block) {
        if (parts->are_read[block])
            continue;
        const size_t first = block * BLOCK_SIZE;
        const size_t n = read_at(parts->file, first, parts->bytes + first, BLOCK_SIZE);
        memset(parts->bytes + first + n, 0, BLOCK_SIZE - n);
        parts->are_read[block] = true;
    }
}

static bool find_parts(TareParts* parts)
{
    bring(parts, 0, TARE_PARTS_BEGIN_AT);
    parts->starts[0] = TARE_PARTS_BEGIN_AT;
    for (size_t i = 0; i < TARE_PARTS_MAX; ++i) {
        const TarePart all = {parts->bytes, TARE_PARTS_BEGIN_AT};
        const uint64_t end = tare_part_u64(all, TARE_PARTS_ENDS_AT + 8 * i);
        if (end < parts->starts[i] || end > parts->size)
            return false;
        parts->starts[i + 1] = (size_t)end;
    }
    return true;
}

/** Makes room for all of the file, of which what is not used costs nothing. */
static bool make_room(TareParts* parts)
{
    const size_t n_blocks = parts->size / BLOCK_SIZE + 1;
    parts->bytes = aligned_alloc(BLOCK_SIZE, n_blocks * BLOCK_SIZE);
    parts->are_read = calloc(n_blocks, sizeof *parts->are_read);
    return parts->bytes && parts->are_read;
}

static TareStatus read_head(TareParts* parts, uint32_t use)
{
    struct stat status;
    if (parts->file < 0 || fstat(parts->file, &status) != 0)
        return TARE_IO_ERROR;
    if (!S_ISREG(status.st_mode) || status.st_size < TARE_PARTS_BEGIN_AT ||
        status.st_size > MAX_SIZE || !is_whole(parts->file, use, (size_t)status.st_size))
        return TARE_BAD_INPUT;
    parts->size = (size_t)status.st_size;
    parts->written = status.st_mtim;
    if (!make_room(parts))
        return TARE_NO_MEMORY;
    return find_parts(parts) ? TARE_OK : TARE_BAD_INPUT;
}

TareStatus tare_parts_open(TareParts** parts, const char* path, uint32_t use)
{
    *parts = calloc(1, sizeof **parts);
    if (!*parts)
        return TARE_NO_MEMORY;
    (*parts)->file = open(path, O_RDONLY | O_CLOEXEC);
    const TareStatus status = read_head(*parts, use);
    if (status == TARE_OK)
        return TARE_OK;
    tare_parts_close(*parts);
    *parts = NULL;
    return status;
}

void tare_parts_close(TareParts* parts)
{
    if (!parts)
        return;
    if (parts->file >= 0)
        close(parts->file);
    free(parts->bytes);
    free(parts->are_read);
    free(parts);
}

size_t tare_parts_size(const TareParts* parts, size_t index)
{
    return index < TARE_PARTS_MAX ? parts->starts[index + 1] - parts->starts[index] : 0;
}

TarePart tare_parts_get(const TareParts* parts, size_t index)
{
    return tare_parts_piece(parts, index, 0, tare_parts_size(parts, index));
}

TarePart tare_parts_piece(const TareParts* parts, size_t index, size_t offset, size_t size)
{
    const size_t part_size = tare_parts_size(parts, index);
    if (offset > part_size || part_size - offset < size || !size)
        return (TarePart){NULL, 0};
    const size_t start = parts->starts[index] + offset;
    bring(parts, start, start + size);
    return (TarePart){parts->bytes + start, size};
}

const char* tare_parts_text(const TareParts* parts, size_t index, size_t offset)
{
    if (offset >= tare_parts_size(parts, index))
        return "";
    const size_t start = parts->starts[index] + offset, end = parts->starts[index + 1];
    for (size_t known = start; known < end;) {
        const size_t next = known / BLOCK_SIZE * BLOCK_SIZE + BLOCK_SIZE;
        const size_t here = next < end ? next : end;
        bring(parts, known, here);
        if (memchr(parts->bytes + known, '\0', here - known))
            return (const char*)parts->bytes + start;
        known = here;
    }
    return "";
}

bool tare_parts_is_older(const TareParts* parts, const struct timespec* time)
{
    return parts->written.tv_sec < time->tv_sec ||
           (parts->written.tv_sec == time->tv_sec && parts->written.tv_nsec < time->tv_nsec);
}
