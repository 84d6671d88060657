/* Files made of parts, tables of numbers and texts one after the other, of which only what is asked
   for is brought into memory.

   Numbers stand there with the least byte first, on every machine. Whatever a file holds, nothing
   outside of it is read: a number that is not there is 0, a text "". */

#ifndef TARE_PARTS_H
#define TARE_PARTS_H

#include "base/report.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

/** How a file begins: a mark, its use and the hash of all that follows (8 bytes each), then the
   ends of the parts (8 bytes each), of which the first begins behind that. */
#define TARE_PARTS_MARK "tareidx\n"
enum { TARE_PARTS_MAX = 16, TARE_PARTS_ENDS_AT = 24 };
enum { TARE_PARTS_BEGIN_AT = TARE_PARTS_ENDS_AT + 8 * TARE_PARTS_MAX };

typedef struct TareParts TareParts;

/** One part of a file, or a part of that. */
typedef struct TarePart {
    const unsigned char* bytes;
    size_t size;
} TarePart;

/** Opens a file that tare_parts_write() wrote for the same `use`, which also tells the version of
    what the parts mean. On TARE_OK the caller closes it.

    TARE_IO_ERROR: it cannot be read. TARE_BAD_INPUT: it is another file, or not as it was written.
    Nothing is reported. The file must not be changed while it is open, but may be replaced; what
    can no longer be read of it counts as not there. */
TareStatus tare_parts_open(TareParts** parts, const char* path, uint32_t use);

/** Closes it; NULL is allowed. */
void tare_parts_close(TareParts* parts);

/** The size of a part by its index; 0 when there is none. */
size_t tare_parts_size(const TareParts* parts, size_t index);

/** All of a part. What these give lives as long as the file is open. */
TarePart tare_parts_get(const TareParts* parts, size_t index);

/** As much of it from an offset on; an empty one when that is not within the part. */
TarePart tare_parts_piece(const TareParts* parts, size_t index, size_t offset, size_t size);

/** The text in it that begins at an offset; "" when none does. */
const char* tare_parts_text(const TareParts* parts, size_t index, size_t offset);

/** Whether the file was written before a time, as of a file that it was made from. */
bool tare_parts_is_older(const TareParts* parts, const struct timespec* time);

/** A number for n bytes that is hardly the same for others. `hash` is that of the bytes before
    them, of which there were a multiple of 8. Its high bits are the good ones. */
uint64_t tare_parts_hash(uint64_t hash, const void* bytes, size_t n);

/* Written out, so that compilers make one read of each. */

static inline uint32_t tare_part_u32(TarePart part, size_t offset)
{
    if (offset > part.size || part.size - offset < 4)
        return 0;
    const unsigned char* const b = part.bytes + offset;
    return b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

static inline uint64_t tare_part_u64(TarePart part, size_t offset)
{
    if (offset > part.size || part.size - offset < 8)
        return 0;
    const unsigned char* const b = part.bytes + offset;
    return b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 | (uint64_t)b[3] << 24 |
           (uint64_t)b[4] << 32 | (uint64_t)b[5] << 40 | (uint64_t)b[6] << 48 |
           (uint64_t)b[7] << 56;
}

/** The text that begins at an offset of a whole part; all texts end in NUL. */
static inline const char* tare_part_text(TarePart part, size_t offset)
{
    const bool is_there = offset < part.size && part.bytes[part.size - 1] == '\0';
    return is_there ? (const char*)part.bytes + offset : "";
}

#endif
