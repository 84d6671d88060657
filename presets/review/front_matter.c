#include "review/front_matter.h"

#include "base/text.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

typedef struct {
    TareFrontMatter* front;
    const char* file;
    const TareReporter* reporter;
    yaml_parser_t* parser;
} Reader;

static TareStatus bad_input(const Reader* reader, size_t line, size_t column, const char* message)
{
    tare_report(reader->reporter, TARE_ERROR, reader->file, (unsigned)line, (unsigned)column, "%s",
                message);
    return TARE_BAD_INPUT;
}

/** Whether a line is "---", maybe with blanks behind; `*next` is where the next line begins. */
static bool is_fence(const char* text, size_t length, size_t at, size_t* next)
{
    const char* const end = at < length ? memchr(text + at, '\n', length - at) : NULL;
    const size_t stop = end ? (size_t)(end - text) : length;
    *next = end ? stop + 1 : length;
    if (stop < at + 3 || memcmp(text + at, "---", 3) != 0)
        return false;
    for (size_t i = at + 3; i < stop; ++i) {
        if (text[i] != ' ' && text[i] != '\t' && text[i] != '\r')
            return false;
    }
    return true;
}

/** Finds where the YAML begins and ends, and where the body begins. */
static TareStatus find_fences(const Reader* reader, const char* text, size_t length, size_t* first,
                              size_t* last)
{
    TareFrontMatter* const front = reader->front;
    if (!is_fence(text, length, 0, first))
        return bad_input(reader, 1, 1, "no front matter; expected a line \"---\" at the beginning");
    size_t at = *first;
    for (unsigned line = 2; at < length; ++line) {
        size_t next = 0;
        if (is_fence(text, length, at, &next)) {
            *last = at;
            front->body = next;
            front->body_line = line + 1;
            return TARE_OK;
        }
        at = next;
    }
    return bad_input(reader, 1, 1, "the front matter does not end; expected a second line \"---\"");
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

/** A text of a scalar event into an empty place; YAML's null leaves it empty. */
static TareStatus keep(const Reader* reader, const yaml_event_t* event, char** place)
{
    const char* const value = (const char*)event->data.scalar.value;
    if (*place)
        return bad_event(reader, event, "a key appears twice; expected each key once");
    if (memchr(value, '\0', event->data.scalar.length))
        return bad_event(reader, event, "a value holds a NUL character; expected text");
    *place = tare_text_copy(value, event->data.scalar.length);
    return *place ? TARE_OK : TARE_NO_MEMORY;
}

/** Where the value of a key goes; NULL for a key that is not kept. */
static char** place_of(TareFrontMatter* front, const char* key)
{
    const struct {
        const char* key;
        char** place;
    } places[] = {
        {"target_name", &front->target_name},
        {"company_id", &front->company_id},
        {"date", &front->date},
        {"ref", &front->ref},
        {"summary", &front->summary},
    };
    for (size_t i = 0; i < sizeof places / sizeof *places; ++i) {
        if (strcmp(places[i].key, key) == 0)
            return places[i].place;
    }
    return NULL;
}

static int depth_change(yaml_event_type_t type)
{
    if (type == YAML_MAPPING_START_EVENT || type == YAML_SEQUENCE_START_EVENT)
        return 1;
    return type == YAML_MAPPING_END_EVENT || type == YAML_SEQUENCE_END_EVENT ? -1 : 0;
}

/* libyaml takes a time that grows with the square of the depth. */
enum { MAX_DEPTH = 16 };

/** Reads a value of any kind. Scalars directly in a sequence go to the tags when `is_tags`, a
    scalar alone goes to `place`; both may be missing. */
static TareStatus read_value(const Reader* reader, char** place, bool is_tags)
{
    TareFrontMatter* const front = reader->front;
    int depth = 0;
    do {
        yaml_event_t event;
        TareStatus status = next_event(reader, &event);
        if (status != TARE_OK)
            return status;
        depth += depth_change(event.type);
        if (depth > MAX_DEPTH) {
            status = bad_event(reader, &event, "values are nested too deeply; expected plain text");
        } else if (event.type == YAML_SCALAR_EVENT && depth == 0 && place) {
            if (place == &front->summary)
                front->summary_line = (unsigned)event.start_mark.line + 2;
            status = keep(reader, &event, place);
        } else if (event.type == YAML_SCALAR_EVENT && depth <= 1 && is_tags &&
                   front->n_tags < TARE_MAX_TAGS) {
            status = keep(reader, &event, &front->tags[front->n_tags]);
            front->n_tags += status == TARE_OK;
        }
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
        char** place = NULL;
        bool is_tags = false;
        if (event.type == YAML_SCALAR_EVENT) {
            const char* const key = (const char*)event.data.scalar.value;
            place = place_of(reader->front, key);
            is_tags = strcmp(key, "tags") == 0;
        } else {
            status = bad_event(reader, &event, "a key is no plain text; expected \"key: value\"");
        }
        yaml_event_delete(&event);
        if (status == TARE_OK)
            status = read_value(reader, place, is_tags);
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

static TareStatus read_yaml(Reader* reader, const char* text, size_t length)
{
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser))
        return TARE_NO_MEMORY;
    yaml_parser_set_input_string(&parser, (const unsigned char*)text, length);
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    reader->parser = &parser;
    TareStatus status = read_document(reader);
    yaml_parser_delete(&parser);
    reader->parser = NULL;
    if (status == TARE_OK && (!reader->front->target_name || !*reader->front->target_name))
        status = bad_input(reader, 1, 1,
                           "front matter names no product; expected a key \"target_name\"");
    return status;
}

TareStatus tare_front_matter_read(TareFrontMatter* front, const char* file, const char* text,
                                  size_t length, const TareReporter* reporter)
{
    *front = (TareFrontMatter){0};
    Reader reader = {.front = front, .file = file, .reporter = reporter};
    size_t first = 0, last = 0;
    TareStatus status = find_fences(&reader, text, length, &first, &last);
    if (status == TARE_OK)
        status = read_yaml(&reader, text + first, last - first);
    if (status != TARE_OK)
        tare_front_matter_clear(front);
    return status;
}

void tare_front_matter_clear(TareFrontMatter* front)
{
    free(front->target_name);
    free(front->company_id);
    free(front->date);
    free(front->ref);
    free(front->summary);
    for (size_t i = 0; i < front->n_tags; ++i)
        free(front->tags[i]);
    *front = (TareFrontMatter){0};
}
