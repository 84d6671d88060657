#include "base/brief.h"

/* The hash FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo). */
static uint64_t mark_text(uint64_t mark, const char* text)
{
    for (; text && *text; ++text)
        mark = (mark ^ (unsigned char)*text) * 1099511628211u;
    return mark;
}

static uint64_t mark_of(const TareReport* report)
{
    uint64_t mark = mark_text(14695981039346656037u, report->file);
    mark = (mark ^ report->line) * 1099511628211u;
    mark = (mark ^ report->column) * 1099511628211u;
    return mark_text(mark, report->message);
}

static void pass(void* data, const TareReport* report)
{
    TareBrief* const brief = data;
    const uint64_t mark = mark_of(report);
    const unsigned n = brief->of[report->severity].n_passed;
    for (unsigned i = 0; i < n; ++i)
        if (brief->of[report->severity].marks[i] == mark)
            return;
    if (n == TARE_BRIEF_MAX_REPORTS) {
        ++brief->of[report->severity].n_more;
        return;
    }
    brief->of[report->severity].marks[n] = mark;
    ++brief->of[report->severity].n_passed;
    if (brief->to && brief->to->report)
        brief->to->report(brief->to->data, report);
}

TareReporter tare_brief_reporter(TareBrief* brief)
{
    return (TareReporter){pass, brief};
}

void tare_brief_end(const TareBrief* brief, const char* file)
{
    static const char* const names[] = {
        [TARE_NOTE] = "notes", [TARE_WARNING] = "parts that are not used", [TARE_ERROR] = "faults"};
    for (int i = 0; i <= TARE_ERROR; ++i)
        if (brief->of[i].n_more)
            tare_report(brief->to, (TareSeverity)i, file, 0, 0,
                        "there are %lu more %s; expected none", brief->of[i].n_more, names[i]);
}
