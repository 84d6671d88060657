#include "formats/formats.h"

#include "base/brief.h"
#include "base/file.h"
#include "formats/contents.h"
#include "formats/input.h"

enum { MAX_FILE_BYTES = 1 << 28 };

typedef struct {
    TareContents* contents;
    TareDialect dialect;
} Reading;

static TareStatus read_text(void* data, const char* path, const char* text, size_t length,
                            const TareReporter* reporter)
{
    const Reading* const reading = data;
    const TareFormat* const format = tare_formats_of(path, text, length);
    const TareFormatInput input = {path, text, length, reading->dialect};
    if (!format) {
        tare_report(reporter, TARE_ERROR, path, 0, 0,
                    "is of no known format; expected one that 'tare formats' says it reads");
        return TARE_BAD_INPUT;
    }
    if (length <= format->max_bytes)
        return format->read(reading->contents, &input, reporter);
    tare_report(reporter, TARE_ERROR, path, 0, 0, "file is too long; expected at most %zu bytes",
                format->max_bytes);
    return TARE_BAD_INPUT;
}

TareStatus tare_formats_read_file(TareContents* contents, const char* path, TareDialect dialect,
                                  const TareReporter* reporter)
{
    Reading reading = {contents, dialect};
    TareBrief brief = {.to = reporter};
    const TareReporter few = tare_brief_reporter(&brief);
    *contents = (TareContents){0};
    const TareStatus status = tare_file_read_by(read_text, &reading, path, MAX_FILE_BYTES, &few);
    tare_brief_end(&brief, path);
    return status;
}
