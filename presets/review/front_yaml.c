#include "review/front_languages.h"

#include "review/front_keys.h"

#include <stdbool.h>
#include <string.h>
#include <yaml.h>

typedef struct {
    const char* file;
    const TareReporter* reporter;
    TareFrontKeys* keys;
    yaml_parser_t* parser;
} Reader;

static TareStatus bad_input(const Reader* reader, size_t line, size_t column, const char* message)
{
    tare_report(reader->reporter, TARE_ERROR, reader->file, (unsigned)line, (unsigned)column, "%s",
                message);
    return TARE_BAD_INPUT;
}

static TareStatus yaml_error(const Reader* reader)
{
    const yaml_parser_t* const parser = reader->parser;
    if (parser->error == YAML_MEMORY_ERROR)
        return TARE_NO_MEMORY;
    /* the YAML begins in line 2 of the file; libyaml counts from 0 */
    tare_report(reader->reporter, TARE_ERROR, reader->file, (unsigned)parser->problem_mark.line + 2,
                (unsigned)parser->problem_mark.column + 1,
                "front matter is no YAML: %s; expected \"key: value\" lines",
                parser->problem ? parser->problem : "unreadable");
    return TARE_BAD_INPUT;
}

/** The next event of the parser, to be deleted by the caller when TARE_OK. */
static TareStatus next_event(const Reader* reader, yaml_event_t* event)
{
    return yaml_parser_parse(reader->parser, event) ? TARE_OK : yaml_error(reader);
}

static TareStatus bad_event(const Reader* reader, const yaml_event_t* event, const char* message)
{
    return bad_input(reader, event->start_mark.line + 2, event->start_mark.column + 1, message);
}

/** Keeps a scalar as a value of the current key. */
static TareStatus keep(const Reader* reader, const yaml_event_t* event)
{
    const char* const value = (const char*)event->data.scalar.value;
    const size_t length = event->data.scalar.length;
    if (memchr(value, '\0', length) && tare_front_keys_wants(reader->keys))
        return bad_event(reader, event, "a value holds a NUL character; expected text");
    return tare_front_keys_keep(reader->keys, value, length, (unsigned)event->start_mark.line + 2)
               ? TARE_OK
               : TARE_NO_MEMORY;
}

static int depth_change(yaml_event_type_t type)
{
    if (type == YAML_MAPPING_START_EVENT || type == YAML_SEQUENCE_START_EVENT)
        return 1;
    return type == YAML_MAPPING_END_EVENT || type == YAML_SEQUENCE_END_EVENT ? -1 : 0;
}

/* libyaml takes a time that grows with the square of the depth. */
enum { MAX_DEPTH = 16 };

/** Reads a value of any kind. A scalar is kept, and so are those of a plain sequence. */
static TareStatus read_value(const Reader* reader)
{
    int depth = 0;
    bool is_sequence = false;
    do {
        yaml_event_t event;
        TareStatus status = next_event(reader, &event);
        if (status != TARE_OK)
            return status;
        is_sequence = is_sequence || (depth == 0 && event.type == YAML_SEQUENCE_START_EVENT);
        depth += depth_change(event.type);
        if (depth > MAX_DEPTH)
            status = bad_event(reader, &event, "values are nested too deeply; expected plain text");
        else if (event.type == YAML_SCALAR_EVENT && (depth == 0 || (depth == 1 && is_sequence)))
            status = keep(reader, &event);
        yaml_event_delete(&event);
        if (status != TARE_OK)
            return status;
    } while (depth > 0);
    return TARE_OK;
}

/** Reads keys and values up to the end of the mapping. */
static TareStatus read_mapping(const Reader* reader)
{
    for (;;) {
        yaml_event_t event;
        TareStatus status = next_event(reader, &event);
        if (status != TARE_OK)
            return status;
        if (event.type == YAML_MAPPING_END_EVENT) {
            yaml_event_delete(&event);
            return TARE_OK;
        }
        if (event.type != YAML_SCALAR_EVENT)
            status = bad_event(reader, &event, "a key is no plain text; expected \"key: value\"");
        else if (!tare_front_keys_next(reader->keys, (const char*)event.data.scalar.value,
                                       event.data.scalar.length))
            status = bad_event(reader, &event, "a key appears twice; expected each key once");
        yaml_event_delete(&event);
        if (status == TARE_OK)
            status = read_value(reader);
        if (status != TARE_OK)
            return status;
    }
}

static TareStatus read_document(const Reader* reader)
{
    for (;;) {
        yaml_event_t event;
        const TareStatus status = next_event(reader, &event);
        if (status != TARE_OK)
            return status;
        const yaml_event_type_t type = event.type;
        TareStatus result = TARE_OK;
        if (type != YAML_STREAM_START_EVENT && type != YAML_DOCUMENT_START_EVENT &&
            type != YAML_MAPPING_START_EVENT)
            result = bad_event(reader, &event,
                               "front matter is no mapping; expected \"key: value\" lines");
        yaml_event_delete(&event);
        if (result != TARE_OK)
            return result;
        if (type == YAML_MAPPING_START_EVENT)
            return read_mapping(reader);
    }
}

TareStatus tare_front_yaml_read(TareFrontKeys* keys, const char* file, const char* text,
                                size_t length, const TareReporter* reporter)
{
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser))
        return TARE_NO_MEMORY;
    yaml_parser_set_input_string(&parser, (const unsigned char*)text, length);
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    const Reader reader = {.file = file, .reporter = reporter, .keys = keys, .parser = &parser};
    const TareStatus status = read_document(&reader);
    yaml_parser_delete(&parser);
    return status;
}
