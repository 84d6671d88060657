#include "pipewire/chain/taste_file.h"

#include "base/file.h"
#include "pipewire/chain/taste.h"

#include <jansson.h>
#include <stdlib.h>
#include <unistd.h>

enum { MAX_FILE_BYTES = 1 << 16 };

/** The first member that no taste has; NULL when there is none. */
static const char* stranger(const json_t* object)
{
    const char* name;
    json_t* value;
    json_object_foreach((json_t*)object, name, value) if (!tare_taste_is_member(name)) return name;
    return NULL;
}

static TareStatus take_object(TareTaste* taste, const json_t* object, const char* path,
                              const TareReporter* reporter)
{
    if (!json_is_object(object)) {
        tare_report(reporter, TARE_ERROR, path, 1, 1, "is no object; expected { ... }");
        return TARE_BAD_INPUT;
    }
    const char* const unknown = stranger(object);
    const char* const bad = unknown ? unknown : tare_taste_take(taste, object);
    if (!bad)
        return TARE_OK;
    tare_report(reporter, TARE_ERROR, path, 0, 0,
                "\"%s\" cannot be used; expected what 'tare taste' writes, each number in the "
                "range that 'tare taste --help' tells",
                bad);
    return TARE_BAD_INPUT;
}

TareStatus tare_taste_file_parse(TareTaste* taste, const char* text, size_t length,
                                 const char* path, const TareReporter* reporter)
{
    *taste = tare_taste_none();
    json_error_t error;
    json_t* const object = json_loadb(text, length, JSON_REJECT_DUPLICATES, &error);
    TareStatus status = TARE_OK;
    if (object)
        status = take_object(taste, object, path, reporter);
    else if (json_error_code(&error) == json_error_out_of_memory)
        status = TARE_NO_MEMORY;
    else {
        tare_report(reporter, TARE_ERROR, path, error.line > 0 ? (unsigned)error.line : 1,
                    error.column > 0 ? (unsigned)error.column : 1, "%s; expected an object in JSON",
                    error.text);
        status = TARE_BAD_INPUT;
    }
    json_decref(object);
    if (status != TARE_OK)
        *taste = tare_taste_none();
    return status;
}

static TareStatus read_text(void* taste, const char* path, const char* text, size_t length,
                            const TareReporter* reporter)
{
    return tare_taste_file_parse(taste, text, length, path, reporter);
}

TareStatus tare_taste_file_read(TareTaste* taste, const char* path, const TareReporter* reporter)
{
    *taste = tare_taste_none();
    if (access(path, F_OK) != 0)
        return TARE_OK;
    return tare_file_read_by(read_text, taste, path, MAX_FILE_BYTES, reporter);
}

static bool write_text(FILE* out, void* data)
{
    const char* const text = data;
    fputs(text, out);
    fputc('\n', out);
    return true;
}

TareStatus tare_taste_file_write(const TareTaste* taste, const char* path,
                                 const TareReporter* reporter)
{
    json_t* const object = tare_taste_json(taste);
    char* const text = object ? json_dumps(object, JSON_INDENT(2) | JSON_REAL_PRECISION(15)) : NULL;
    json_decref(object);
    if (!text)
        return TARE_NO_MEMORY;
    const TareStatus status = tare_file_replace(path, write_text, text, reporter);
    free(text);
    return status;
}
