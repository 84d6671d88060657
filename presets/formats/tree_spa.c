#include "formats/tree.h"

#include "base/pool.h"
#include "base/text.h"
#include "base/utf8.h"
#include "formats/input.h"

#include <string.h>

/* spa/utils/json-core.h of PipeWire: what stands between values, what ends a word without quotes.
 */
static const char between[] = " \t\r\n,:=";
static const char ends[] = " \t\r\n,:=\"#{}[]";

typedef struct {
    const TareFormatInput* input;
    const TareReporter* reporter;
    TarePool* pool;
    const char *at, *end;
    unsigned line;
    const char* line_start;
    TareTree* parents[TARE_TREE_MAX_DEPTH];
    unsigned depth;
    const char* key; ///< of what comes next in a map; NULL: a key comes
} Reader;

static TareStatus fail(const Reader* reader, const char* what)
{
    tare_report(reader->reporter, TARE_ERROR, reader->input->file, reader->line,
                (unsigned)(reader->at - reader->line_start) + 1, "%s", what);
    return TARE_BAD_INPUT;
}

static bool is_one_of(char c, const char* characters)
{
    return c && strchr(characters, c) != NULL;
}

static void skip(Reader* reader)
{
    for (; reader->at < reader->end; ++reader->at) {
        if (*reader->at == '#')
            while (reader->at + 1 < reader->end && reader->at[1] != '\n')
                ++reader->at;
        else if (!is_one_of(*reader->at, between))
            return;
        if (*reader->at == '\n') {
            ++reader->line;
            reader->line_start = reader->at + 1;
        }
    }
}

static const TareTree* parent_of(const Reader* reader)
{
    return reader->parents[reader->depth - 1];
}

static bool wants_key(const Reader* reader)
{
    return parent_of(reader)->kind == TARE_TREE_MAP && !reader->key;
}

static TareTree* add(Reader* reader, TareTreeKind kind)
{
    TareTree* const part = tare_tree_add(reader->pool, reader->parents[reader->depth - 1], kind,
                                         reader->line, reader->key ? reader->key : "");
    reader->key = NULL;
    return part;
}

static TareStatus begin_part(Reader* reader, TareTreeKind kind)
{
    if (wants_key(reader))
        return fail(reader, "a key is missing; expected 'key = value'");
    if (reader->depth == TARE_TREE_MAX_DEPTH)
        return fail(reader, "values are nested too deeply; expected settings");
    TareTree* const part = add(reader, kind);
    if (!part)
        return TARE_NO_MEMORY;
    reader->parents[reader->depth++] = part;
    ++reader->at;
    return TARE_OK;
}

static TareStatus end_part(Reader* reader, TareTreeKind kind)
{
    if (reader->depth == 1 || parent_of(reader)->kind != kind)
        return fail(reader, "a bracket closes none; expected one for each");
    if (reader->key)
        return fail(reader, "a key has no value; expected 'key = value'");
    --reader->depth;
    ++reader->at;
    return TARE_OK;
}

/** Appends what stands behind a backslash; a character beyond Latin-1 becomes '?'. */
static void unescape(Reader* reader, TareText* text)
{
    static const char letters[] = "nrtbf", meant[] = "\n\r\t\b\f";
    const char c = *reader->at;
    const char* const letter = strchr(letters, c);
    if (c == 'u' && reader->end - reader->at > 4) {
        reader->at += 4;
        tare_text_append(text, "?", 1);
    } else {
        tare_text_append(text, letter ? &meant[letter - letters] : &c, 1);
    }
}

/** Reads a text in quotes, at which the reader stands; the result is the pool's. */
static TareStatus read_quoted(Reader* reader, const char** found)
{
    TareText text = {0};
    tare_text_append(&text, "", 0);
    for (++reader->at; reader->at < reader->end && *reader->at != '"' && *reader->at != '\n';
         ++reader->at)
        if (*reader->at == '\\' && reader->at + 1 < reader->end) {
            ++reader->at;
            unescape(reader, &text);
        } else {
            tare_text_append(&text, reader->at, 1);
        }
    const bool is_closed = reader->at < reader->end && *reader->at == '"';
    *found =
        text.failed ? NULL : tare_pool_copy(reader->pool, text.data ? text.data : "", text.length);
    tare_text_clear(&text);
    if (!is_closed)
        return fail(reader, "a quote is not closed; expected '\"' in the same line");
    ++reader->at;
    return *found ? TARE_OK : TARE_NO_MEMORY;
}

static TareStatus read_word(Reader* reader, const char** found)
{
    const char* const first = reader->at;
    while (reader->at < reader->end && !is_one_of(*reader->at, ends))
        ++reader->at;
    *found = tare_pool_copy(reader->pool, first, (size_t)(reader->at - first));
    return *found ? TARE_OK : TARE_NO_MEMORY;
}

static TareStatus read_text(Reader* reader)
{
    const bool is_quoted = *reader->at == '"';
    const char* text = NULL;
    const TareStatus status = is_quoted ? read_quoted(reader, &text) : read_word(reader, &text);
    if (status != TARE_OK)
        return status;
    if (wants_key(reader)) {
        reader->key = text;
        return TARE_OK;
    }
    TareTree* const part = add(reader, TARE_TREE_TEXT);
    if (!part)
        return TARE_NO_MEMORY;
    part->text = text;
    part->is_quoted = is_quoted;
    return TARE_OK;
}

static TareStatus read_all(Reader* reader)
{
    TareStatus status = TARE_OK;
    for (skip(reader); status == TARE_OK && reader->at < reader->end; skip(reader))
        switch (*reader->at) {
        case '{':
            status = begin_part(reader, TARE_TREE_MAP);
            break;
        case '[':
            status = begin_part(reader, TARE_TREE_LIST);
            break;
        case '}':
            status = end_part(reader, TARE_TREE_MAP);
            break;
        case ']':
            status = end_part(reader, TARE_TREE_LIST);
            break;
        case '\0':
            status = fail(reader, "there is a NUL character; expected text");
            break;
        default:
            status = read_text(reader);
        }
    if (status == TARE_OK && (reader->depth > 1 || reader->key))
        status = fail(reader, "the end comes too soon; expected all brackets closed");
    return status;
}

TareStatus tare_tree_read_spa(TareTree** root, TarePool* pool, const TareFormatInput* input,
                              const TareReporter* reporter)
{
    const char* const first = input->text + tare_utf8_mark_length(input->text, input->length);
    Reader reader = {.input = input,
                     .reporter = reporter,
                     .pool = pool,
                     .at = first,
                     .end = input->text + input->length,
                     .line = 1,
                     .line_start = first,
                     .depth = 1};
    *root = NULL;
    skip(&reader);
    const bool is_value = reader.at < reader.end && is_one_of(*reader.at, "{[");
    reader.parents[0] =
        tare_tree_add(pool, NULL, is_value ? TARE_TREE_LIST : TARE_TREE_MAP, reader.line, "");
    const TareStatus status = reader.parents[0] ? read_all(&reader) : TARE_NO_MEMORY;
    if (status == TARE_OK)
        *root = is_value ? reader.parents[0]->first : reader.parents[0];
    return status;
}
