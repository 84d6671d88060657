#include "window/pen_lines.h"

#include <string.h>

enum { MAX_LINE = 256 };

/** How many bytes of a text fit into a line: up to a blank, at least one word. */
static size_t line_length(TarePen* pen, double width, TarePenStyle style, const char* text)
{
    char line[MAX_LINE];
    size_t fitting = 0;
    for (size_t end = 0; text[end] != '\0';) {
        end += strspn(text + end, " ");
        end += strcspn(text + end, " ");
        if (end >= sizeof line)
            break;
        memcpy(line, text, end);
        line[end] = '\0';
        if (fitting > 0 && tare_pen_width(pen, style, line) > width)
            break;
        fitting = end;
    }
    return fitting;
}

double tare_pen_lines(TarePen* pen, TareBox box, double line_height, TarePenStyle style,
                      const char* text)
{
    char line[MAX_LINE];
    double y = box.y;
    for (; text[0] != '\0' && y + line_height <= box.y + box.h; y += line_height) {
        const size_t n = line_length(pen, box.w, style, text);
        memcpy(line, text, n);
        line[n] = '\0';
        tare_pen_text(pen, (TareBox){box.x, y, box.w, line_height}, style, line);
        text += n;
        text += strspn(text, " ");
    }
    return y - box.y;
}

unsigned tare_pen_lines_n(TarePen* pen, double width, TarePenStyle style, const char* text,
                          unsigned max)
{
    unsigned n = 0;
    for (; text[0] != '\0' && n < max; ++n) {
        text += line_length(pen, width, style, text);
        text += strspn(text, " ");
    }
    return n;
}
