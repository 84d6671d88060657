#include "formats/minidsp_read.h"

#include "base/number.h"
#include "base/text.h"
#include "base/utf8.h"
#include "corrections/correction.h"
#include "curves/table_text.h"
#include "formats/contents.h"
#include "formats/gathered.h"
#include "formats/input.h"
#include "formats/second_order.h"

#include <string.h>

enum { N_COEFFICIENTS = 5 };

/* In the order of the manuals ("MiniDSP Advanced Biquad Programming"). */
static const char* const names[N_COEFFICIENTS] = {"b0", "b1", "b2", "a1", "a2"};

/** The filter that is being read. */
typedef struct {
    TareGathered gathered;
    unsigned line;       ///< that is read
    unsigned first_line; ///< of the filter; 0: there is none
    double values[N_COEFFICIENTS];
    bool has[N_COEFFICIENTS];
} Reader;

/** A device computes y = b0 x + b1 x' + b2 x'' + a1 y' + a2 y'': its signs of a1 and a2 are not
    those of everybody else. */
static void take_filter(Reader* reader)
{
    const double* const x = reader->values;
    const TareSecondOrder filter = tare_second_order_of_coefficients(
        (double[3]){x[0], x[1], x[2]}, (double[3]){1.0, -x[3], -x[4]});
    bool is_whole = true;
    for (int i = 0; i < N_COEFFICIENTS; ++i)
        is_whole = is_whole && reader->has[i];
    if (reader->first_line && is_whole)
        (void)tare_gathered_filter(&reader->gathered, reader->first_line, TARE_CHANNEL_BOTH,
                                   &filter);
    else if (reader->first_line)
        tare_report(reader->gathered.reporter, TARE_WARNING, reader->gathered.file,
                    reader->first_line, 0,
                    "filter is not used: a number is missing; expected b0, b1, b2, a1 and a2");
    memset(reader->has, 0, sizeof reader->has);
}

static bool is_heading(TareSpan cell)
{
    return tare_table_starts_with(cell, "biquad") && cell.end - cell.first > 6 &&
           cell.first[6] >= '0' && cell.first[6] <= '9';
}

/** Reads "b0=0.998". */
static bool read_value(Reader* reader, TareSpan cell)
{
    const char* const mark = memchr(cell.first, '=', (size_t)(cell.end - cell.first));
    size_t used = 0;
    if (!mark || !reader->first_line)
        return false;
    const TareSpan name = tare_table_trim((TareSpan){cell.first, mark});
    const TareSpan value = tare_table_trim((TareSpan){mark + 1, cell.end});
    const size_t length = (size_t)(value.end - value.first);
    for (int i = 0; i < N_COEFFICIENTS; ++i)
        if (tare_span_equals(name, names[i]) && !reader->has[i]) {
            reader->has[i] =
                tare_number_parse(value.first, length, &reader->values[i], &used) && used == length;
            return reader->has[i];
        }
    return false;
}

static void read_cell(Reader* reader, TareSpan cell)
{
    if (cell.first == cell.end)
        return;
    if (is_heading(cell)) {
        take_filter(reader);
        reader->first_line = reader->line;
    } else if (!read_value(reader, cell)) {
        tare_gathered_unused(
            &reader->gathered, TARE_WARNING, reader->line,
            "it is no number of a filter; expected 'biquad1', then 'b0=1' to 'a2=0' "
            "once each");
    }
}

static void read_lines(Reader* reader, TareSpan text)
{
    for (TareSpan line; tare_table_next_line(&text, &line);) {
        ++reader->line;
        if (tare_table_is_comment(line))
            continue;
        while (line.first < line.end) {
            const char* const mark = memchr(line.first, ',', (size_t)(line.end - line.first));
            read_cell(reader, tare_table_trim((TareSpan){line.first, mark ? mark : line.end}));
            line.first = mark ? mark + 1 : line.end;
        }
    }
    take_filter(reader);
}

bool tare_minidsp_read_knows(const char* text, size_t length)
{
    const size_t mark = tare_utf8_mark_length(text, length);
    TareSpan rest = {text + mark, text + length};
    for (TareSpan line; tare_table_next_line(&rest, &line);)
        if (line.first < line.end && !tare_table_is_comment(line))
            return is_heading(line);
    return false;
}

static double rate_of(const TareFormatInput* input, const TareReporter* reporter)
{
    const TareDialect dialect = input->dialect;
    const bool is_told = dialect == TARE_DIALECT_MINIDSP_48 || dialect == TARE_DIALECT_MINIDSP_96;
    if (!is_told)
        tare_report(reporter, TARE_NOTE, input->file, 0, 0,
                    "read as filters of a miniDSP at 48000 Hz; expected --dialect minidsp-96 if it "
                    "is for a device at 96000 Hz");
    return is_told ? tare_dialect_rate_hz(dialect) : 48000.0;
}

TareStatus tare_minidsp_read(TareContents* contents, const TareFormatInput* input,
                             const TareReporter* reporter)
{
    const double rate_hz = rate_of(input, reporter);
    const TareGatheredOrigin origin = {"minidsp",
                                       rate_hz == 96000.0 ? "filters of a miniDSP at 96000 Hz"
                                                          : "filters of a miniDSP at 48000 Hz",
                                       false};
    TareText buffer = {0};
    TareSpan text;
    TareCorrection correction = {.entry.kind = TARE_KIND_USER, .set.reference_rate_hz = 48000.0};
    Reader reader = {.gathered = {.file = input->file, .reporter = reporter, .rate_hz = rate_hz}};
    *contents = (TareContents){0};
    TareStatus status =
        tare_table_decode(&text, &buffer, input->file, input->text, input->length, reporter);
    if (status == TARE_OK) {
        read_lines(&reader, text);
        status = tare_gathered_finish(&reader.gathered, contents, &correction, &origin);
    }
    if (status != TARE_OK)
        tare_contents_clear(contents);
    tare_gathered_clear(&reader.gathered);
    tare_text_clear(&buffer);
    return status;
}
