#include "helpers/mutate.h"

#include "helpers/noise.h"

#include <string.h>

size_t mutate(char* text, size_t length, size_t size, uint64_t* random)
{
    static const char bytes[] = "\n\r\0 \t#.-+eE0159idpeak\xFF\xC2\x85\xED\xA0\x80";
    const size_t n_changes = 1 + noise_below(random, 8);
    for (size_t i = 0; i < n_changes && length > 1; ++i) {
        const size_t at = noise_below(random, length);
        const size_t n = 1 + noise_below(random, length - at < 40 ? length - at : 40);
        switch (noise_below(random, 4)) {
        case 0:
            text[at] = bytes[noise_below(random, sizeof bytes)];
            break;
        case 1:
            text[at] = (char)noise_below(random, 256);
            break;
        case 2: /* leaves a piece out */
            memmove(text + at, text + at + n, length - at - n);
            length -= n;
            break;
        default: /* doubles a piece */
            if (length + n <= size) {
                memmove(text + at + n, text + at, length - at);
                length += n;
            }
        }
    }
    return length;
}
