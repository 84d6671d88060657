#include "base/parts_write.h"

#include "base/parts.h"
#include "base/text.h"

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
    size_t end = TARE_PARTS_BEGIN_AT;
    for (size_t i = 0; i < TARE_PARTS_MAX; ++i) {
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
    bool is_good = n <= TARE_PARTS_MAX;
    for (size_t i = 0; i < n && is_good; ++i)
        is_good = !parts[i].failed && parts[i].length <= UINT32_MAX;
    if (is_good)
        join(&all, parts, n);
    is_good = is_good && !all.failed;
    if (is_good) {
        tare_text_append(&head, TARE_PARTS_MARK, 8);
        tare_parts_add_number(&head, use, 8);
        tare_parts_add_number(&head, tare_parts_hash(use, all.data, all.length), 8);
        is_good = !head.failed && fwrite(head.data, 1, head.length, out) == head.length &&
                  fwrite(all.data, 1, all.length, out) == all.length;
    }
    tare_text_clear(&all);
    tare_text_clear(&head);
    return is_good;
}
