#include "review/page.h"

TareStatus tare_page_read(TareOutline* outline, TareFrontMatter* front, const char* file,
                          const char* text, size_t length, const TareReporter* reporter)
{
    (void)outline;
    (void)front;
    (void)text;
    (void)length;
    tare_report(reporter, TARE_ERROR, file, 1, 1,
                "is a web page, and tare was built without libgumbo, which reads them; expected "
                "Markdown or plain text");
    return TARE_BAD_INPUT;
}

bool tare_page_read_part(TareOutline* outline, const char* html, size_t length,
                         unsigned n_lines_before)
{
    (void)outline;
    (void)html;
    (void)length;
    (void)n_lines_before;
    return false;
}
