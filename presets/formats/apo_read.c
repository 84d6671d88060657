#include "formats/apo_read.h"

#include "base/file.h"
#include "base/number.h"
#include "base/path.h"
#include "base/pool.h"
#include "base/text.h"
#include "base/utf8.h"
#include "corrections/correction.h"
#include "curves/table_text.h"
#include "formats/apo_filter.h"
#include "formats/apo_line.h"
#include "formats/apo_origin.h"
#include "formats/apo_scope.h"
#include "formats/apo_shape.h"
#include "formats/contents.h"
#include "formats/gathered.h"
#include "formats/graphic_eq.h"
#include "formats/input.h"
#include "formats/inside.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_DEPTH = 8, MAX_FILES = 64 };

typedef struct {
    TareGathered gathered;
    TareApoScope scope;
    TareDialect dialect;
    const char* root; ///< the folder that includes may lie in
    TarePool pool;    ///< names and texts of files
    unsigned n_files, depth;
    unsigned line;
    const char* line_start;
} Reader;

static void leave_out(Reader* reader, TareSeverity severity, const char* why)
{
    tare_gathered_unused(&reader->gathered, severity, reader->line, why);
}

/** Whether a line counts for what headphones have; reported when it does not. */
static bool has_channel(Reader* reader)
{
    if (tare_apo_scope_has_channel(&reader->scope))
        return true;
    leave_out(reader, TARE_NOTE, "it is for channels that headphones have not; expected L or R");
    return false;
}

static void read_preamp(Reader* reader, TareSpan value)
{
    double preamp_db = 0.0;
    if (!tare_apo_line_preamp(value, &preamp_db))
        leave_out(reader, TARE_WARNING, "the preamp is no number; expected 'Preamp: -6 dB'");
    else if (has_channel(reader))
        tare_gathered_preamp(&reader->gathered, tare_apo_scope_channel(&reader->scope), preamp_db);
}

/** Says where a frequency may be meant otherwise than it is read. */
static void tell_doubtful(const Reader* reader, const TareApoLine* line)
{
    char text[TARE_NUMBER_SIZE];
    if (line->is_thousands || line->is_longer_than_point)
        tare_report(reader->gathered.reporter, TARE_NOTE, reader->gathered.file, reader->line, 0,
                    "frequency is read as %s Hz, as Equalizer APO does; expected no three digits "
                    "behind a point or comma",
                    tare_number_format(text, sizeof text, line->freq_hz));
}

static void read_coefficients(Reader* reader, TareSpan value)
{
    if (has_channel(reader) &&
        !tare_apo_filter_coefficients(&reader->gathered, tare_apo_scope_channel(&reader->scope),
                                      reader->line, value))
        leave_out(reader, TARE_WARNING,
                  "coefficients are not read; expected 'IIR Order 2 Coefficients' and six numbers");
}

static void read_filter(Reader* reader, TareSpan value)
{
    TareBand band;
    TareApoLine line;
    const char* why = NULL;
    if (!tare_apo_line_read(&line, value)) {
        leave_out(reader, TARE_WARNING, "the line is too long; expected a filter");
        return;
    }
    if (!line.is_on) {
        const bool is_off = tare_table_starts_with(tare_table_trim(value), "off");
        leave_out(reader, is_off ? TARE_NOTE : TARE_WARNING,
                  is_off ? "the filter is off; expected 'ON' to use it"
                         : "the filter is not on; expected 'ON' and its type");
        return;
    }
    switch (tare_apo_filter_read(&band, &line, reader->dialect, &why)) {
    case TARE_APO_FILTER_IS_NONE:
        leave_out(reader, TARE_NOTE, "the place is empty; expected a filter to use it");
        break;
    case TARE_APO_FILTER_IS_CUSTOM:
        read_coefficients(reader, value);
        break;
    case TARE_APO_FILTER_IS_UNKNOWN:
        leave_out(reader, TARE_WARNING, why);
        break;
    case TARE_APO_FILTER_IS_BAND:
        if (!has_channel(reader))
            break;
        tell_doubtful(reader, &line);
        band.channel = tare_apo_scope_channel(&reader->scope);
        tare_gathered_band(&reader->gathered, reader->line, &band);
    }
}

static void read_lines(Reader* reader, TareSpan text);

/** Reads the lines of a file in place of the line that includes it, which then goes on with the
    channels it had. */
static void read_lines_of(Reader* reader, const char* name, TareSpan text)
{
    const TareApoScope scope = reader->scope;
    const char* const file = reader->gathered.file;
    const unsigned line = reader->line;
    reader->gathered.file = name;
    reader->line = 0;
    ++reader->depth;
    read_lines(reader, text);
    --reader->depth;
    reader->line = line;
    reader->gathered.file = file;
    memcpy(reader->scope.is_in_channel, scope.is_in_channel, sizeof scope.is_in_channel);
}

static TareStatus read_included(void* data, const char* path, const char* text, size_t length,
                                const TareReporter* reporter)
{
    Reader* const reader = data;
    TareText buffer = {0};
    TareSpan span;
    /* what is remembered points to the name, and to texts */
    const char* const name = tare_pool_copy(&reader->pool, path, strlen(path));
    const char* const copy = name ? tare_pool_copy(&reader->pool, text, length) : NULL;
    TareStatus status =
        copy ? tare_table_decode(&span, &buffer, name, copy, length, reporter) : TARE_NO_MEMORY;
    if (status == TARE_OK)
        read_lines_of(reader, name, span);
    tare_text_clear(&buffer);
    return status;
}

static void read_include(Reader* reader, TareSpan value)
{
    const TareSpan trimmed = tare_table_trim(value);
    if (reader->depth == MAX_DEPTH || reader->n_files == MAX_FILES) {
        leave_out(reader, TARE_WARNING, "too many files include each other; expected fewer");
        return;
    }
    ++reader->n_files;
    const char* why = NULL;
    char* const name = tare_text_copy(trimmed.first, (size_t)(trimmed.end - trimmed.first));
    char* const path =
        name ? tare_inside_path(reader->root, reader->gathered.file, name, &why) : NULL;
    const TareStatus status =
        path  ? tare_file_read_by(read_included, reader, path, TARE_APO_READ_MAX_BYTES,
                                  reader->gathered.reporter)
        : why ? TARE_OK
              : TARE_NO_MEMORY;
    if (status != TARE_OK)
        why = "the file cannot be used; expected one that can be read";
    if (why)
        leave_out(reader, TARE_WARNING, why);
    reader->gathered.is_short_of_memory |= status == TARE_NO_MEMORY;
    free(path);
    free(name);
}

static void read_copy(Reader* reader, TareSpan value)
{
    (void)value;
    leave_out(reader, TARE_WARNING,
              "channels are not mixed here; expected filters for each channel");
}

static void read_delay(Reader* reader, TareSpan value)
{
    (void)value;
    leave_out(reader, TARE_WARNING, "sound is not delayed here; expected filters");
}

static void read_convolution(Reader* reader, TareSpan value)
{
    (void)value;
    leave_out(reader, TARE_WARNING, "impulse responses are not used here; expected filters");
}

static void read_graphic(Reader* reader, TareSpan value)
{
    if (has_channel(reader))
        tare_graphic_eq_add(&reader->gathered, tare_apo_scope_channel(&reader->scope), reader->line,
                            reader->line_start, value);
}

static void read_other(Reader* reader, TareSpan value)
{
    (void)value;
    leave_out(reader, TARE_WARNING, "the command is not understood here; expected filters");
}

static const struct {
    const char* name;
    void (*read)(Reader* reader, TareSpan value);
} commands[] = {
    {"Preamp", read_preamp}, {"Include", read_include},          {"Copy", read_copy},
    {"Delay", read_delay},   {"Convolution", read_convolution},  {"GraphicEQ", read_graphic},
    {"Eval", read_other},    {"LoudnessCorrection", read_other}, {"VSTPlugin", read_other}};

enum { N_COMMANDS = sizeof commands / sizeof *commands };

static bool is_filter(TareSpan command)
{
    return (size_t)(command.end - command.first) >= 6 && memcmp(command.first, "Filter", 6) == 0;
}

static void read_line(Reader* reader, TareSpan line)
{
    const char* const colon = memchr(line.first, ':', (size_t)(line.end - line.first));
    const TareSpan command =
        colon ? tare_table_trim((TareSpan){line.first, colon}) : (TareSpan){line.first, line.first};
    const TareSpan value = {colon ? colon + 1 : line.end, line.end};
    const char* why = NULL;
    size_t i = 0;
    while (i < N_COMMANDS && !tare_span_equals(command, commands[i].name))
        ++i;
    if (!tare_apo_scope_counts(&reader->scope, command, &why) ||
        tare_apo_scope_read(&reader->scope, command, value, &why)) {
        if (why)
            leave_out(reader, TARE_WARNING, why);
    } else if (i < N_COMMANDS || is_filter(command)) {
        (i < N_COMMANDS ? commands[i].read : read_filter)(reader, value);
    } else {
        const bool is_near = tare_apo_shape_is_command(line);
        leave_out(reader, is_near ? TARE_WARNING : TARE_NOTE,
                  is_near ? "Equalizer APO knows no such command; expected capitals as in 'Preamp:'"
                          : "it is no command of Equalizer APO; expected one like 'Filter:'");
    }
}

static void read_lines(Reader* reader, TareSpan text)
{
    for (TareSpan line; tare_table_next_line(&text, &line);) {
        ++reader->line;
        reader->line_start = line.first;
        if (line.first < line.end && *line.first != '#')
            read_line(reader, line);
    }
    tare_gathered_tell(&reader->gathered);
}

static bool has_command(TareSpan rest)
{
    bool is_first = true;
    for (TareSpan line; tare_table_next_line(&rest, &line);) {
        if (line.first == line.end || *line.first == '#')
            continue;
        if (is_first && (*line.first == '{' || *line.first == '[' || *line.first == '-'))
            return false;
        is_first = false;
        if (tare_apo_shape_is_command(line) || tare_table_starts_with(line, "filter settings file"))
            return true;
    }
    return false;
}

bool tare_apo_read_knows(const char* text, size_t length)
{
    TareText buffer = {0};
    TareSpan span = {text, text + length};
    const bool is_wide =
        length >= 2 && (memcmp(text, "\xFF\xFE", 2) == 0 || memcmp(text, "\xFE\xFF", 2) == 0);
    if (is_wide && length <= TARE_APO_READ_MAX_BYTES)
        (void)tare_table_decode(&span, &buffer, "", text, length, NULL);
    else
        span.first += tare_utf8_mark_length(text, length);
    const bool is_known = has_command(span);
    tare_text_clear(&buffer);
    return is_known;
}

static TareStatus read_text(Reader* reader, TareContents* contents, TareCorrection* correction,
                            TareSpan text)
{
    static const char* const notes[TARE_N_DIALECTS] = {
        [TARE_DIALECT_APO] = "text of Equalizer APO; filters as at 48000 Hz",
        [TARE_DIALECT_AUTOEQ] = "text of AutoEq; filters as at 44100 Hz",
        [TARE_DIALECT_SQUIG] = "text of squig.link; filters as at 48000 Hz"};
    bool is_ours = false;
    const bool is_told = !tare_dialect_is_of_apo(reader->dialect);
    if (is_told)
        reader->dialect = tare_apo_shape(text);
    reader->gathered.rate_hz = tare_dialect_rate_hz(reader->dialect);
    correction->entry.kind =
        reader->dialect == TARE_DIALECT_AUTOEQ ? TARE_KIND_PRESET : TARE_KIND_USER;
    if (!tare_apo_origin_read(correction, text, &is_ours, &reader->gathered.rate_hz))
        return TARE_NO_MEMORY;
    correction->set.reference_rate_hz = tare_gathered_own_rate_hz(reader->gathered.rate_hz);
    read_lines(reader, text);
    if (is_told && !is_ours && reader->gathered.n_bands)
        tare_report(reader->gathered.reporter, TARE_NOTE, reader->gathered.file, 0, 0, "%s",
                    tare_apo_shape_note(reader->dialect));
    const TareGatheredOrigin origin = {tare_dialect_name(reader->dialect),
                                       is_ours ? NULL
                                       : reader->gathered.curve_line
                                           ? "curve of a graphic equaliser, fitted"
                                           : notes[reader->dialect],
                                       is_ours};
    const TareStatus status =
        tare_gathered_finish(&reader->gathered, contents, correction, &origin);
    if (status != TARE_OK)
        tare_contents_clear(contents);
    return status;
}

TareStatus tare_apo_read(TareContents* contents, const TareFormatInput* input,
                         const TareReporter* reporter)
{
    TareText buffer = {0};
    TareSpan text;
    TareCorrection correction = {0};
    char* const root = tare_path_folder(input->file);
    Reader reader = {.gathered = {.file = input->file, .reporter = reporter},
                     .dialect = input->dialect,
                     .root = root,
                     .scope = {.is_in_channel = {true, true}}};
    *contents = (TareContents){0};
    TareStatus status =
        root ? tare_table_decode(&text, &buffer, input->file, input->text, input->length, reporter)
             : TARE_NO_MEMORY;
    if (status == TARE_OK)
        status = read_text(&reader, contents, &correction, text);
    tare_correction_clear(&correction);
    tare_gathered_clear(&reader.gathered);
    tare_pool_clear(&reader.pool);
    tare_text_clear(&buffer);
    free(root);
    return status;
}
