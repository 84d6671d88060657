#include "base/report.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

void tare_report(const TareReporter* reporter, TareSeverity severity, const char* file,
                 unsigned line, unsigned column, const char* format, ...)
{
    if (!reporter || !reporter->report)
        return;
    char message[2048];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    const TareReport report = {severity, file, line, column, message};
    reporter->report(reporter->data, &report);
}
