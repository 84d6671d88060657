#include "window/drop_path.h"

#include "base/ascii.h"

#include <string.h>

static int hex_value(char c)
{
    c = tare_ascii_lower(c);
    return tare_is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/** Where the path begins in an address; NULL when it is of no file here. */
static const char* path_of(const char* address, const char* end)
{
    static const char* const beginnings[] = {"file://localhost/", "file:///", "file:/"};
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; ++i) {
        const size_t n = strlen(beginnings[i]);
        if ((size_t)(end - address) >= n && strncmp(address, beginnings[i], n) == 0)
            return address + n - 1;
    }
    return NULL;
}

/** Copies a path, "%20" as what it stands for; false when it is none, or too long. */
static bool copy_path(const char* from, const char* end, char* path, size_t size)
{
    size_t n = 0;
    for (; from < end; ++from) {
        char c = *from;
        if (c == '%') {
            const int high = end - from > 2 ? hex_value(from[1]) : -1;
            const int low = high >= 0 ? hex_value(from[2]) : -1;
            if (low < 0)
                return false;
            c = (char)(high * 16 + low);
            from += 2;
        }
        if (c == '\0' || n + 1 >= size)
            return false;
        path[n++] = c;
    }
    path[n] = '\0';
    return n > 1;
}

bool tare_drop_path(const char* list, size_t length, char* path, size_t size)
{
    const char* const end = list + length;
    while (list < end) {
        const char* line_end = list;
        while (line_end < end && *line_end != '\r' && *line_end != '\n' && *line_end != '\0')
            ++line_end;
        const char* const from = path_of(list, line_end);
        if (from && from[1] != '/' && copy_path(from, line_end, path, size))
            return true;
        list = line_end + 1;
    }
    return false;
}
