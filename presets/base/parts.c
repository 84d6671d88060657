#include "base/parts.h"

#include "base/text.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    MAX_PARTS = 16,
    /* what stands before the parts: the mark, use, number of parts, and the hash of all that
       follows it; then the ends of the parts */
    HASH_AT = 16,
    ENDS_AT = 24,
    PARTS_AT = ENDS_AT + 8 * MAX_PARTS,
    BLOCK_SIZE = 1 << 15
};

static const char file_mark[8] = "tareidx\n";

struct TareParts {
    unsigned char* bytes; ///< of all the file
    size_t size;
    struct timespec written;
    TarePart parts[MAX_PARTS];
};

/** Mixes with the multiplier of Knuth's MMIX, whose high bits are then folded into the low ones. */
static uint64_t mix(uint64_t hash, uint64_t number)
{
    hash = (hash ^ number) * 6364136223846793005u + 1442695040888963407u;
    return hash ^ hash >> 29;
}

uint64_t tare_parts_hash(uint64_t hash, const void* bytes, size_t n)
{
    const TarePart part = {bytes, n};
    size_t i = 0;
    for (; i + 8 <= n; i += 8)
        hash = mix(hash, tare_part_u64(part, i));
    uint64_t rest = 0;
    for (size_t k = i; k < n; ++k)
        rest = rest << 8 | part.bytes[k];
    return i < n ? mix(mix(hash, rest), n - i) : hash;
}

/** Reads up to n bytes; fewer at the end of the file, or when it cannot be read. */
static size_t read_fully(int file, unsigned char* bytes, size_t n)
{
    size_t n_read = 0;
    while (n_read < n) {
        const ssize_t more = read(file, bytes + n_read, n - n_read);
        if (more <= 0)
            break;
        n_read += (size_t)more;
    }
    return n_read;
}

/** Whether the file is as it was written. It is read for that, not mapped: of what is mapped, all
    that is looked at counts as memory of this program. */
static bool is_whole(int file, uint32_t use, size_t size)
{
    unsigned char block[BLOCK_SIZE];
    const size_t n_head = ENDS_AT;
    const TarePart head = {block, n_head};
    if (read_fully(file, block, n_head) != n_head ||
        memcmp(block, file_mark, sizeof file_mark) != 0 || tare_part_u64(head, 8) != use)
        return false;
    const uint64_t wanted = tare_part_u64(head, HASH_AT);
    uint64_t hash = use;
    size_t n_all = n_head;
    for (size_t n; (n = read_fully(file, block, sizeof block)) > 0; n_all += n)
        hash = tare_parts_hash(hash, block, n);
    return hash == wanted && n_all == size;
}

/** Finds the parts in the file that is mapped. */
static bool find_parts(TareParts* parts)
{
    const TarePart all = {parts->bytes, parts->size};
    uint64_t start = PARTS_AT;
    for (size_t i = 0; i < MAX_PARTS; ++i) {
        const uint64_t end = tare_part_u64(all, ENDS_AT + 8 * i);
        if (end < start || end > parts->size)
            return false;
        parts->parts[i] = (TarePart){parts->bytes + start, (size_t)(end - start)};
        start = end;
    }
    return true;
}

static TareStatus map(TareParts* parts, int file, uint32_t use)
{
    struct stat status;
    if (fstat(file, &status) != 0)
        return TARE_IO_ERROR;
    if (!S_ISREG(status.st_mode) || status.st_size < PARTS_AT ||
        (uint64_t)status.st_size > SIZE_MAX || !is_whole(file, use, (size_t)status.st_size))
        return TARE_BAD_INPUT;
    parts->size = (size_t)status.st_size;
    parts->written = status.st_mtim;
    void* const bytes = mmap(NULL, parts->size, PROT_READ, MAP_PRIVATE, file, 0);
    if (bytes == MAP_FAILED)
        return TARE_IO_ERROR;
    parts->bytes = bytes;
    return find_parts(parts) ? TARE_OK : TARE_BAD_INPUT;
}

TareStatus tare_parts_open(TareParts** parts, const char* path, uint32_t use)
{
    *parts = calloc(1, sizeof **parts);
    if (!*parts)
        return TARE_NO_MEMORY;
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    const TareStatus status = file < 0 ? TARE_IO_ERROR : map(*parts, file, use);
    if (file >= 0)
        close(file);
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
    if (parts->bytes)
        munmap(parts->bytes, parts->size);
    free(parts);
}

TarePart tare_parts_get(const TareParts* parts, size_t index)
{
    return index < MAX_PARTS ? parts->parts[index] : (TarePart){NULL, 0};
}

bool tare_parts_is_older(const TareParts* parts, const struct timespec* time)
{
    return parts->written.tv_sec < time->tv_sec ||
           (parts->written.tv_sec == time->tv_sec && parts->written.tv_nsec < time->tv_nsec);
}

void tare_parts_add_number(TareText* part, uint64_t number, size_t n_bytes)
{
    char bytes[8];
    for (size_t i = 0; i < n_bytes; ++i)
        bytes[i] = (char)(number >> 8 * i & 0xFF);
    tare_text_append(part, bytes, n_bytes);
}

/** Puts the ends of the parts and the parts together, each begun at a multiple of 8. */
static void join(TareText* all, const TareText* parts, size_t n)
{
    size_t end = PARTS_AT;
    for (size_t i = 0; i < MAX_PARTS; ++i) {
        end += i < n ? (parts[i].length + 7) / 8 * 8 : 0;
        tare_parts_add_number(all, end, 8);
    }
    for (size_t i = 0; i < n; ++i) {
        tare_text_append(all, parts[i].data, parts[i].length);
        tare_parts_add_number(all, 0, (8 - parts[i].length % 8) % 8);
    }
}

bool tare_parts_write(FILE* out, uint32_t use, const TareText* parts, size_t n)
{
    TareText all = {0}, head = {0};
    bool is_good = n <= MAX_PARTS;
    for (size_t i = 0; i < n && is_good; ++i)
        is_good = !parts[i].failed && parts[i].length <= UINT32_MAX;
    if (is_good)
        join(&all, parts, n);
    is_good = is_good && !all.failed;
    if (is_good) {
        tare_text_append(&head, file_mark, sizeof file_mark);
        tare_parts_add_number(&head, use, 8);
        tare_parts_add_number(&head, tare_parts_hash(use, all.data, all.length), 8);
        is_good = !head.failed && fwrite(head.data, 1, head.length, out) == head.length &&
                  fwrite(all.data, 1, all.length, out) == all.length;
    }
    tare_text_clear(&all);
    tare_text_clear(&head);
    return is_good;
}
