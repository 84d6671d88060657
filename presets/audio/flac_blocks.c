#include "audio/flac_blocks.h"

#include "base/ascii.h"
#include "base/text.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Blocks of FLAC: https://www.rfc-editor.org/rfc/rfc9639, section 8 */

enum { STREAM_INFO = 0, PADDING = 1, SEEK_TABLE = 3, COMMENTS = 4, LAST = 0x80, MAX_BLOCKS = 1000 };

typedef struct {
    unsigned kind;
    bool is_last;
    size_t length;
} BlockHead;

static bool read_head(FILE* in, BlockHead* head)
{
    unsigned char bytes[4];
    if (fread(bytes, 1, sizeof bytes, in) != sizeof bytes)
        return false;
    head->kind = bytes[0] & 0x7fu;
    head->is_last = bytes[0] & LAST;
    head->length = (size_t)bytes[1] << 16 | (size_t)bytes[2] << 8 | bytes[3];
    return true;
}

static void append_part(TareText* bytes, FILE* in, size_t max)
{
    if (!tare_text_reserve(bytes, max))
        return;
    bytes->length += fread(bytes->data + bytes->length, 1, max, in);
}

static void append_block(TareText* blocks, unsigned kind, const char* body, size_t length)
{
    const char head[] = {(char)kind, (char)(length >> 16), (char)(length >> 8), (char)length};
    tare_text_append(blocks, head, sizeof head);
    tare_text_append(blocks, body, length);
}

static size_t to_number(const char* bytes)
{
    const unsigned char* const b = (const unsigned char*)bytes;
    return (size_t)b[0] | (size_t)b[1] << 8 | (size_t)b[2] << 16 | (size_t)b[3] << 24;
}

static void put_number(char* bytes, size_t number)
{
    for (unsigned i = 0; i < 4; ++i)
        bytes[i] = (char)(number >> (8 * i));
}

static bool is_replay_gain(const char* comment, size_t length)
{
    static const char start[] = "replaygain_";
    for (size_t i = 0; i < sizeof start - 1; ++i)
        if (i >= length || tare_ascii_lower(comment[i]) != start[i])
            return false;
    return true;
}

/** Appends a block of comments without those of ReplayGain; nothing when it is broken. */
static void append_comments(TareText* blocks, const char* body, size_t length)
{
    TareText kept = {0};
    const size_t vendor = length >= 4 ? to_number(body) : length;
    if (length < 8 || vendor > length - 8)
        return;
    size_t at = 8 + vendor, n_kept = 0;
    const size_t n_comments = to_number(body + 4 + vendor);
    tare_text_append(&kept, body, at);
    for (size_t i = 0; i < n_comments && at + 4 <= length; ++i) {
        const size_t n = to_number(body + at);
        if (n > length - at - 4)
            break;
        if (!is_replay_gain(body + at + 4, n)) {
            tare_text_append(&kept, body + at, 4 + n);
            ++n_kept;
        }
        at += 4 + n;
    }
    if (!kept.failed) {
        put_number(kept.data + 4 + vendor, n_kept);
        append_block(blocks, COMMENTS, kept.data, kept.length);
    }
    blocks->failed = blocks->failed || kept.failed;
    tare_text_clear(&kept);
}

/** Appends the blocks of a FLAC file that are about its music; false when it is none. */
static bool read_blocks(FILE* in, TareText* blocks)
{
    char magic[4];
    BlockHead head = {0, false, 0};
    if (fread(magic, 1, sizeof magic, in) != sizeof magic || memcmp(magic, "fLaC", 4) != 0)
        return false;
    for (unsigned i = 0; i < MAX_BLOCKS && !head.is_last; ++i) {
        TareText body = {0};
        if (!read_head(in, &head))
            return false;
        append_part(&body, in, head.length);
        const bool is_whole = body.length == head.length;
        if (is_whole && head.kind == COMMENTS)
            append_comments(blocks, body.data, body.length);
        else if (is_whole && head.kind != STREAM_INFO && head.kind != PADDING &&
                 head.kind != SEEK_TABLE && head.kind < 127)
            append_block(blocks, head.kind, body.data, body.length);
        blocks->failed = blocks->failed || body.failed;
        tare_text_clear(&body);
        if (!is_whole)
            return false;
    }
    return blocks->length > 0;
}

/** Takes the stream's own block out of the blocks of a FLAC file. */
static bool take_info(FILE* in, TareText* info)
{
    char magic[4];
    BlockHead head = {0, false, 0};
    bool is_good = fread(magic, 1, sizeof magic, in) == sizeof magic;
    while (is_good && !head.is_last) {
        TareText body = {0};
        is_good = read_head(in, &head);
        append_part(&body, in, is_good ? head.length : 0);
        is_good = is_good && body.length == head.length;
        if (is_good && head.kind == STREAM_INFO)
            append_block(info, STREAM_INFO, body.data, body.length);
        tare_text_clear(&body);
    }
    return is_good && !info->failed && info->length > 0;
}

/** Copies the rest of a file; false on an error of either. */
static bool copy_rest(FILE* in, FILE* out)
{
    char block[65536];
    size_t n;
    while ((n = fread(block, 1, sizeof block, in)) > 0)
        if (fwrite(block, 1, n, out) != n)
            return false;
    return !ferror(in) && fflush(out) == 0;
}

/** A stream of its own at the beginning of a file that stays open; NULL when that fails. */
static FILE* open_copy(int descriptor, const char* mode)
{
    const int copy = dup(descriptor);
    FILE* const stream = copy >= 0 && lseek(copy, 0, SEEK_SET) == 0 ? fdopen(copy, mode) : NULL;
    if (!stream && copy >= 0)
        close(copy);
    return stream;
}

/** Takes the stream's own block and all frames out of a complete FLAC file. */
static bool take_sound(int descriptor, TareText* info, FILE* frames)
{
    FILE* const in = open_copy(descriptor, "rb");
    if (!in)
        return false;
    const bool is_good = take_info(in, info) && copy_rest(in, frames);
    fclose(in);
    return is_good;
}

/** Marks the last one of the blocks behind `info`. */
static void mark_last(TareText* blocks)
{
    size_t at = 0, last = 0;
    while (at + 4 <= blocks->length) {
        const unsigned char* const head = (const unsigned char*)blocks->data + at;
        last = at;
        at += 4 + ((size_t)head[1] << 16 | (size_t)head[2] << 8 | head[3]);
    }
    blocks->data[last] = (char)((unsigned char)blocks->data[last] | LAST);
}

static bool write_file(int descriptor, const TareText* info, const TareText* blocks, FILE* frames)
{
    FILE* const out = open_copy(descriptor, "wb");
    if (!out)
        return false;
    rewind(frames);
    const bool is_good = fwrite("fLaC", 1, 4, out) == 4 &&
                         fwrite(info->data, 1, info->length, out) == info->length &&
                         fwrite(blocks->data, 1, blocks->length, out) == blocks->length &&
                         copy_rest(frames, out) && ftruncate(descriptor, ftello(out)) == 0;
    return fclose(out) == 0 && is_good;
}

static bool carry(TareText* blocks, int descriptor)
{
    TareText info = {0};
    FILE* const frames = tmpfile();
    const bool is_good = frames && take_sound(descriptor, &info, frames);
    bool is_written = false;
    if (is_good) {
        mark_last(blocks);
        is_written = write_file(descriptor, &info, blocks, frames);
    }
    if (frames)
        fclose(frames);
    tare_text_clear(&info);
    return is_written;
}

bool tare_flac_blocks_carry(const char* from, int descriptor, bool* is_carried)
{
    TareText blocks = {0};
    FILE* const in = fopen(from, "rb");
    const bool is_flac = in && read_blocks(in, &blocks);
    bool is_good = !blocks.failed;
    if (in)
        fclose(in);
    *is_carried = false;
    if (is_flac && is_good) {
        is_good = carry(&blocks, descriptor);
        *is_carried = is_good;
    }
    tare_text_clear(&blocks);
    return is_good;
}
