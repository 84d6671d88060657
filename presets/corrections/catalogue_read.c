#include "corrections/catalogue_read.h"

#include "base/brief.h"
#include "base/pool.h"
#include "base/text.h"
#include "base/utf8.h"
#include "corrections/catalogue_lines.h"
#include "corrections/catalogue_taker.h"
#include "corrections/evidence.h"

#include <stdlib.h>
#include <string.h>

static bool fail_block(TareParser* parser, const char* message, const char* more)
{
    const unsigned line = parser->place.line;
    parser->place.line = parser->block_line;
    tare_value_fail(&parser->place, parser->place.line_start, "%s%s", message, more);
    parser->place.line = line;
    return false;
}

static bool is_block_complete(TareParser* parser)
{
    const TareCorrection* block = &parser->block;
    bool is_complete = true;
    if (!block->entry.brand)
        is_complete = fail_block(parser, "block has no brand; expected a line \"brand NAME\"", "");
    if (!block->entry.model)
        is_complete = fail_block(parser, "block has no model; expected a line \"model NAME\"", "");
    if (!parser->has_kind)
        is_complete = fail_block(parser, "block has no kind; expected a line \"kind WORD\"", "");
    return is_complete && !parser->place.is_block_bad;
}

static bool keep_evidence(TareParser* parser)
{
    const size_t size = parser->n_evidence * sizeof *parser->evidence;
    if (!size)
        return true;
    parser->block.evidence = tare_pool_take(parser->pool, size);
    if (!parser->block.evidence)
        return false;
    memcpy(parser->block.evidence, parser->evidence, size);
    parser->block.n_evidence = parser->n_evidence;
    return true;
}

/** Hands over the block that ends here, when it is in order. */
static void end_block(TareParser* parser)
{
    if (parser->is_short_of_memory) /* it may have no id */
        return;
    if (parser->scope != TARE_IN_BLOCK || !is_block_complete(parser))
        return;
    if (!keep_evidence(parser)) {
        parser->is_short_of_memory = true;
        return;
    }
    const char* alike = "";
    const TareBlock block = {parser->block_text,
                             (size_t)(parser->place.line_start - parser->block_text),
                             parser->block_line};
    const TareTaken taken =
        parser->taker->take(parser->taker->data, &parser->block, &block, &alike);
    if (taken == TARE_TAKE_TWICE)
        fail_block(parser, "id is there already; expected each id once", "");
    if (taken == TARE_TAKE_ALIKE)
        fail_block(parser,
                   "id names the same files as another one; expected a difference in more than - "
                   "and / from ",
                   alike);
    if (taken == TARE_TAKE_NO_MEMORY)
        parser->is_short_of_memory = true;
}

static bool is_id(TareParser* parser, TareSpan value, const char* id)
{
    return tare_entry_id_is_valid(id) ||
           tare_value_fail(&parser->place, value.first,
                           "id has other characters; expected only a-z 0-9 - . _ + / and letters "
                           "that are not ASCII");
}

/** Whether the id is one of the headphone above, if there is one. */
static bool is_id_of_headphone(TareParser* parser, TareSpan value, const char* id)
{
    const char* const name = parser->name;
    const size_t length = name ? strlen(name) : 0;
    return !name || (!strncmp(id, name, length) && id[length] == '/') ||
           tare_value_fail(&parser->place, value.first,
                           "id is not of the headphone above; expected it to begin with %s/", name);
}

static bool begin_block(TareParser* parser, TareSpan value)
{
    end_block(parser);
    parser->block = parser->name ? parser->headphone : parser->shared;
    parser->block_line = parser->place.line;
    parser->block_text = parser->place.line_start;
    parser->place.is_block_bad = false;
    parser->scope = TARE_IN_BLOCK;
    parser->has_kind = parser->has_shared_kind;
    parser->n_evidence = 0;
    parser->seen = 0;
    const char** const id = &parser->block.entry.id;
    return tare_line_read_text(parser, value, 0, id) && is_id(parser, value, *id) &&
           is_id_of_headphone(parser, value, *id);
}

static bool begin_headphone(TareParser* parser, TareSpan value)
{
    end_block(parser);
    parser->headphone = parser->shared;
    parser->scope = TARE_IN_HEADPHONE;
    parser->seen = 0;
    const char* name = NULL;
    parser->name = NULL;
    if (!tare_value_is_text(&parser->place, value) || !tare_line_keep_text(parser, value, &name))
        return false;
    parser->name = name;
    return is_id(parser, value, name);
}

/** Finds the key and reads its value. */
static bool read_pair(TareParser* parser, TareSpan name, TareSpan value)
{
    const TareKey* key = tare_keys_find(&parser->keys, name);
    switch (key->group) {
    case TARE_KEY_BAND:
        return tare_line_bands(parser, name, value, (TareBandType)key->index);
    case TARE_KEY_TEXT:
        return key->index == 0 ? begin_block(parser, value)
                               : tare_line_text(parser, name, value, key->index);
    case TARE_KEY_EVIDENCE:
        return tare_line_evidence(parser, name, value, key->index);
    case TARE_KEY_OTHER:
        return tare_line_other(parser, name, value, key->index);
    case TARE_KEY_HEADPHONE:
        return begin_headphone(parser, value);
    case TARE_KEY_NONE:
        break;
    }
    return tare_value_fail(&parser->place, name.first,
                           "unknown key; expected one of those in the catalogue's README.md");
}

static void read_line(TareParser* parser, TareSpan line)
{
    while (line.end > line.first && (line.end[-1] == ' ' || line.end[-1] == '\r'))
        line.end--;
    if (line.first == line.end)
        return;
    parser->is_at_end = tare_span_equals(line, TARE_CATALOGUE_END);
    if (*line.first == '#') {
        parser->is_end_promised =
            parser->is_end_promised || tare_span_equals(line, TARE_CATALOGUE_PROMISE);
        return;
    }
    TareSpan key = line;
    while (line.first < line.end && *line.first != ' ')
        line.first++;
    key.end = line.first;
    while (line.first < line.end && *line.first == ' ')
        line.first++;
    read_pair(parser, key, line);
}

static void read_lines(TareParser* parser, const char* text, size_t length)
{
    const char* const end = text + length;
    tare_keys_init(&parser->keys, tare_line_other_keys, TARE_N_OTHER_KEYS);
    while (text < end && !parser->is_short_of_memory) {
        const char* const newline = memchr(text, '\n', (size_t)(end - text));
        parser->place.line++;
        parser->place.line_start = text;
        read_line(parser, (TareSpan){text, newline ? newline : end});
        text = newline ? newline + 1 : end;
    }
    parser->place.line_start = end;
    end_block(parser);
}

/** A file that has been cut off between two corrections looks whole else. */
static void check_end(TareParser* parser)
{
    TarePlace* const place = &parser->place;
    if (!parser->is_end_promised || parser->is_at_end || parser->is_short_of_memory)
        return;
    place->is_all_used = false;
    tare_report(place->reporter, TARE_WARNING, place->file, place->line, 0,
                "the file is cut off here, what followed is missing; expected a last line '%s'",
                TARE_CATALOGUE_END);
}

static TareStatus finish(TareParser* parser)
{
    free(parser->evidence);
    if (parser->is_short_of_memory)
        return TARE_NO_MEMORY;
    return parser->place.is_all_used ? TARE_OK : TARE_BAD_INPUT;
}

TareStatus tare_catalogue_read(const char* text, size_t length, const char* file,
                               bool is_for_entries, TarePool* pool, const TareTaker* taker,
                               const TareReporter* reporter)
{
    const size_t n_mark = tare_utf8_mark_length(text, length);
    text += n_mark;
    length -= n_mark;
    TareParser parser = {.pool = pool, .taker = taker, .is_for_entries = is_for_entries};
    parser.place = (TarePlace){file, reporter, 0, text, false, true};
    read_lines(&parser, text, length);
    check_end(&parser);
    return finish(&parser);
}

static TareTaken take_one(void* data, const TareCorrection* correction, const TareBlock* block,
                          const char** alike)
{
    (void)block;
    (void)alike;
    *(TareCorrection*)data = *correction;
    return TARE_TAKEN;
}

TareStatus tare_catalogue_read_block(const TareBlock* block, const char* file,
                                     const TareCorrection* begin, TarePool* pool,
                                     TareCorrection* correction, const TareReporter* reporter)
{
    const TareTaker taker = {take_one, correction};
    TareParser parser = {.pool = pool, .taker = &taker, .shared = *begin};
    TareBrief brief = {.to = reporter};
    const TareReporter few = tare_brief_reporter(&brief);
    parser.has_shared_kind = true;
    parser.place = (TarePlace){file, &few, block->line - 1, block->text, false, true};
    read_lines(&parser, block->text, block->length);
    tare_brief_end(&brief, file);
    return finish(&parser);
}
