#include "helpers/seen.h"

#include <stdio.h>

static void see(void* data, const TareReport* report)
{
    Seen* const seen = data;
    seen->n++;
    seen->severity = report->severity;
    snprintf(seen->last, sizeof seen->last, "%s:%u:%u: %s", report->file, report->line,
             report->column, report->message);
}

TareReporter seen_reporter(Seen* seen)
{
    return (TareReporter){see, seen};
}
