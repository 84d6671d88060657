#include "formats/tree.h"

#include "base/pool.h"
#include "formats/input.h"

#include <string.h>
#include <yaml.h>

/** A part that another one may stand for. */
typedef struct Anchor {
    const char* name;
    const TareTree* part;
    struct Anchor* before;
} Anchor;

typedef struct {
    const TareFormatInput* input;
    const TareReporter* reporter;
    TarePool* pool;
    TareTree* parents[TARE_TREE_MAX_DEPTH]; ///< the containers that are open
    unsigned depth;
    const char* key; ///< of what comes next in a map; NULL: a key comes
    Anchor* anchors;
    TareTree* root;
} Reader;

static TareStatus fail(const Reader* reader, yaml_mark_t mark, const char* what)
{
    tare_report(reader->reporter, TARE_ERROR, reader->input->file, (unsigned)mark.line + 1,
                (unsigned)mark.column + 1, "%s", what);
    return TARE_BAD_INPUT;
}

static TareTree* parent_of(const Reader* reader)
{
    return reader->depth ? reader->parents[reader->depth - 1] : NULL;
}

static bool is_in_map(const Reader* reader)
{
    return reader->depth && parent_of(reader)->kind == TARE_TREE_MAP;
}

static TareTree* add(Reader* reader, TareTreeKind kind, const yaml_event_t* event)
{
    TareTree* const part =
        tare_tree_add(reader->pool, parent_of(reader), kind, (unsigned)event->start_mark.line + 1,
                      reader->key ? reader->key : "");
    reader->key = NULL;
    if (!reader->root)
        reader->root = part;
    return part;
}

static TareStatus remember(Reader* reader, const yaml_char_t* name, const TareTree* part)
{
    if (!part)
        return TARE_NO_MEMORY;
    if (!name)
        return TARE_OK;
    Anchor* const anchor = tare_pool_take(reader->pool, sizeof *anchor);
    if (!anchor)
        return TARE_NO_MEMORY;
    *anchor = (Anchor){tare_pool_copy(reader->pool, (const char*)name, strlen((const char*)name)),
                       part, reader->anchors};
    reader->anchors = anchor;
    return anchor->name ? TARE_OK : TARE_NO_MEMORY;
}

static bool has_key(const TareTree* map, const char* key)
{
    for (const TareTree* part = map->first; part; part = part->next)
        if (strcmp(part->key, key) == 0)
            return true;
    return false;
}

static TareStatus take_key(Reader* reader, const yaml_event_t* event)
{
    const char* const text = (const char*)event->data.scalar.value;
    reader->key = tare_pool_copy(reader->pool, text, event->data.scalar.length);
    if (!reader->key)
        return TARE_NO_MEMORY;
    return has_key(parent_of(reader), reader->key)
               ? fail(reader, event->start_mark, "a key appears twice; expected each key once")
               : TARE_OK;
}

static TareStatus take_text(Reader* reader, const yaml_event_t* event)
{
    if (is_in_map(reader) && !reader->key)
        return take_key(reader, event);
    TareTree* const part = add(reader, TARE_TREE_TEXT, event);
    if (!part)
        return TARE_NO_MEMORY;
    part->is_quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    part->text = tare_pool_copy(reader->pool, (const char*)event->data.scalar.value,
                                event->data.scalar.length);
    return part->text ? remember(reader, event->data.scalar.anchor, part) : TARE_NO_MEMORY;
}

/** Begins a list or map. */
static TareStatus begin_part(Reader* reader, const yaml_event_t* event, TareTreeKind kind,
                             const yaml_char_t* anchor)
{
    if (is_in_map(reader) && !reader->key)
        return fail(reader, event->start_mark, "a key is no plain text; expected \"key: value\"");
    if (reader->depth == TARE_TREE_MAX_DEPTH)
        return fail(reader, event->start_mark, "values are nested too deeply; expected settings");
    TareTree* const part = add(reader, kind, event);
    reader->parents[reader->depth++] = part;
    return remember(reader, anchor, part);
}

/** Puts a copy in the place of an alias; what is in a list or map is shared. */
static TareStatus take_alias(Reader* reader, const yaml_event_t* event)
{
    const Anchor* anchor = reader->anchors;
    while (anchor && strcmp(anchor->name, (const char*)event->data.alias.anchor) != 0)
        anchor = anchor->before;
    if (is_in_map(reader) && !reader->key)
        return fail(reader, event->start_mark, "a key is no plain text; expected \"key: value\"");
    for (unsigned i = 0; anchor && i < reader->depth; ++i)
        if (reader->parents[i] == anchor->part)
            anchor = NULL;
    if (!anchor)
        return fail(reader, event->start_mark,
                    "an alias stands for nothing before it; expected its anchor");
    TareTree* const part = add(reader, anchor->part->kind, event);
    if (!part)
        return TARE_NO_MEMORY;
    part->is_quoted = anchor->part->is_quoted;
    part->text = anchor->part->text;
    part->first = anchor->part->first;
    part->last = anchor->part->last;
    return TARE_OK;
}

static TareStatus take_event(Reader* reader, const yaml_event_t* event)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return take_text(reader, event);
    case YAML_ALIAS_EVENT:
        return take_alias(reader, event);
    case YAML_SEQUENCE_START_EVENT:
        return begin_part(reader, event, TARE_TREE_LIST, event->data.sequence_start.anchor);
    case YAML_MAPPING_START_EVENT:
        return begin_part(reader, event, TARE_TREE_MAP, event->data.mapping_start.anchor);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        --reader->depth;
        return TARE_OK;
    default:
        return TARE_OK;
    }
}

static TareStatus fail_parser(const Reader* reader, const yaml_parser_t* parser)
{
    if (parser->error == YAML_MEMORY_ERROR)
        return TARE_NO_MEMORY;
    tare_report(reader->reporter, TARE_ERROR, reader->input->file,
                (unsigned)parser->problem_mark.line + 1, (unsigned)parser->problem_mark.column + 1,
                "no YAML: %s; expected all of it",
                parser->problem ? parser->problem : "unreadable");
    return TARE_BAD_INPUT;
}

/** Reads the first document. */
static TareStatus read_document(Reader* reader, yaml_parser_t* parser)
{
    TareStatus status = TARE_OK;
    yaml_event_type_t type = YAML_NO_EVENT;
    while (status == TARE_OK && type != YAML_DOCUMENT_END_EVENT && type != YAML_STREAM_END_EVENT) {
        yaml_event_t event;
        if (!yaml_parser_parse(parser, &event))
            return fail_parser(reader, parser);
        type = event.type;
        status = take_event(reader, &event);
        yaml_event_delete(&event);
    }
    return status;
}

TareStatus tare_tree_read_yaml(TareTree** root, TarePool* pool, const TareFormatInput* input,
                               const TareReporter* reporter)
{
    yaml_parser_t parser;
    Reader reader = {.input = input, .reporter = reporter, .pool = pool};
    *root = NULL;
    if (!yaml_parser_initialize(&parser))
        return TARE_NO_MEMORY;
    yaml_parser_set_input_string(&parser, (const unsigned char*)input->text, input->length);
    TareStatus status = read_document(&reader, &parser);
    yaml_parser_delete(&parser);
    if (status == TARE_OK && !reader.root) {
        tare_report(reporter, TARE_ERROR, input->file, 0, 0,
                    "there is nothing in it; expected YAML");
        status = TARE_BAD_INPUT;
    }
    if (status == TARE_OK)
        *root = reader.root;
    return status;
}
