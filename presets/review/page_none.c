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
