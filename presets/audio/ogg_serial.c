#include "audio/ogg_serial.h"

#include <string.h>
#include <sys/types.h>
#include <unistd.h>

/* Where what stands in a page; behind the head come the lengths of its parts, then these. */
enum {
    SERIAL_AT = 14,
    CHECKSUM_AT = 22,
    N_PARTS_AT = 26,
    HEAD_BYTES = 27,
    MAX_PARTS = 255,
    MAX_PAGE_BYTES = HEAD_BYTES + MAX_PARTS + MAX_PARTS * 255
};

typedef struct {
    unsigned char bytes[MAX_PAGE_BYTES];
    size_t n;
} Page;

static void put_number(unsigned char* bytes, uint32_t number)
{
    for (unsigned i = 0; i < 4; ++i)
        bytes[i] = (unsigned char)(number >> 8 * i & 255);
}

/** Polynomial 0x04c11db7, begun with 0, the highest bit first, nothing turned over. */
static void make_table(uint32_t table[256])
{
    for (uint32_t i = 0; i < 256; ++i) {
        table[i] = i << 24;
        for (unsigned bit = 0; bit < 8; ++bit)
            table[i] = table[i] << 1 ^ (table[i] >> 31 ? UINT32_C(0x04c11db7) : 0);
    }
}

static uint32_t checksum(const Page* page, const uint32_t table[256])
{
    uint32_t sum = 0;
    for (size_t i = 0; i < page->n; ++i)
        sum = sum << 8 ^ table[(sum >> 24 ^ page->bytes[i]) & 255];
    return sum;
}

/** Reads the page that begins somewhere; one of no bytes where there is none. False on an error. */
static bool read_page(int descriptor, off_t at, Page* page)
{
    const ssize_t n_there = pread(descriptor, page->bytes, sizeof page->bytes, at);
    page->n = 0;
    if (n_there < HEAD_BYTES || memcmp(page->bytes, "OggS", 4) != 0)
        return n_there >= 0;
    const size_t n_parts = page->bytes[N_PARTS_AT];
    size_t n = HEAD_BYTES + n_parts;
    for (size_t i = 0; i < n_parts && n <= (size_t)n_there; ++i)
        n += page->bytes[HEAD_BYTES + i];
    page->n = n <= (size_t)n_there ? n : 0;
    return true;
}

bool tare_ogg_serial_set(int descriptor, uint32_t serial)
{
    Page page;
    uint32_t table[256];
    make_table(table);
    for (off_t at = 0; read_page(descriptor, at, &page); at += (off_t)page.n) {
        if (page.n == 0)
            return true;
        put_number(page.bytes + SERIAL_AT, serial);
        put_number(page.bytes + CHECKSUM_AT, 0);
        put_number(page.bytes + CHECKSUM_AT, checksum(&page, table));
        if (pwrite(descriptor, page.bytes, HEAD_BYTES, at) != HEAD_BYTES)
            return false;
    }
    return false;
}
