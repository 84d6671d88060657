#include "catalogue_read.h"

#include "catalogue_keys.h"

#include <stdlib.h>
#include <string.h>

/** Where a line stands. */
typedef enum { IN_FILE, IN_HEADPHONE, IN_BLOCK } Scope;

typedef struct {
    TarePlace place;
    TarePool* pool;
    const TareTaker* taker;
    TareReadDepth depth;
    TareKeys keys;
    Scope scope;
    TareCorrection shared;    ///< what stands before the first block
    TareCorrection headphone; ///< that, and what stands below "headphone"
    TareCorrection block;     ///< without its evidence
    const char* name;         ///< of the headphone, as ids begin; NULL as long as there is none
    const char* last[TARE_N_TEXT_FIELDS]; ///< the text of each key that was read last
    const char* block_text;
    TareEvidence* evidence; ///< that of the block; grows
    size_t n_evidence, evidence_capacity;
    unsigned block_line;
    bool has_kind, has_shared_kind;
    unsigned seen; ///< a bit for each key, to find those that stand twice
    bool is_short_of_memory;
} Parser;

/** Each key once in a block, or in the lines before the first one. */
static bool is_first(Parser* parser, TareSpan key, unsigned bit)
{
    if (parser->seen & (1u << bit))
        return tare_value_fail(&parser->place, key.first, "key stands twice; expected it once");
    parser->seen |= 1u << bit;
    return true;
}

static const char* form_name(int form)
{
    return tare_form_name((TareForm)form);
}

static const char* kind_name(int kind)
{
    return tare_kind_name((TareKind)kind);
}

static bool read_form(Parser* parser, TareSpan value, TareCorrection* owner)
{
    int form = 0;
    if (!tare_value_choice(&parser->place, value, form_name, TARE_N_FORMS, &form))
        return false;
    owner->form = (TareForm)form;
    return true;
}

static bool read_kind(Parser* parser, TareSpan value, TareCorrection* owner)
{
    int kind = 0;
    if (!tare_value_choice(&parser->place, value, kind_name, TARE_N_KINDS, &kind))
        return false;
    owner->kind = (TareKind)kind;
    *(parser->scope == IN_BLOCK ? &parser->has_kind : &parser->has_shared_kind) = true;
    return true;
}

static bool read_rate(Parser* parser, TareSpan value, TareCorrection* owner)
{
    return tare_value_only_number(&parser->place, value, &tare_rate_range,
                                  &owner->set.reference_rate_hz);
}

static bool read_preamp(Parser* parser, TareSpan value, TareCorrection* owner)
{
    return tare_value_only_number(&parser->place, value, &tare_preamp_range, &owner->set.preamp_db);
}

typedef struct {
    const char* key;
    bool may_be_shared, is_of_headphone;
    bool is_of_entry; ///< else of what is only read with all the rest
    bool (*read)(Parser* parser, TareSpan value, TareCorrection* owner);
} OtherKey;

static const OtherKey other_keys[] = {{"form", true, true, true, read_form},
                                      {"kind", true, false, true, read_kind},
                                      {"rate", true, false, false, read_rate},
                                      {"preamp", false, false, false, read_preamp}};

enum { N_OTHER_KEYS = sizeof other_keys / sizeof *other_keys };

/** Which bit of Parser.seen belongs to which key. */
enum { OTHER_BIT = TARE_N_TEXT_FIELDS, EVIDENCE_BIT = OTHER_BIT + N_OTHER_KEYS };

static bool is_allowed_here(Parser* parser, TareSpan key, bool may_be_shared, bool is_of_headphone)
{
    if (parser->scope == IN_FILE && !may_be_shared)
        return tare_value_fail(&parser->place, key.first,
                               "key stands before the first block; expected \"id\" before it");
    if (parser->scope == IN_HEADPHONE && !is_of_headphone)
        return tare_value_fail(&parser->place, key.first,
                               "key stands below a headphone; expected \"id\" before it");
    return true;
}

/** Whether the line can wait until all of its block is asked for. */
static bool can_wait(const Parser* parser)
{
    return parser->depth == TARE_READ_ENTRIES && parser->scope == IN_BLOCK;
}

/** Whose line this is. */
static TareCorrection* owner_of_line(Parser* parser)
{
    return parser->scope == IN_BLOCK       ? &parser->block
           : parser->scope == IN_HEADPHONE ? &parser->headphone
                                           : &parser->shared;
}

/** Keeps a text that has been checked. */
static bool keep_text(Parser* parser, TareSpan value, char** field)
{
    *field = tare_pool_copy(parser->pool, value.first, (size_t)(value.end - value.first));
    parser->is_short_of_memory = parser->is_short_of_memory || !*field;
    return *field != NULL;
}

/** Reads a text, which often is the one that the block before had too. */
static bool read_text(Parser* parser, TareSpan value, unsigned index, char** field)
{
    const char* last = parser->last[index];
    if (last && tare_span_equals(value, last)) {
        *field = (char*)last;
        return true;
    }
    if (!tare_value_is_text(&parser->place, value) || !keep_text(parser, value, field))
        return false;
    parser->last[index] = *field;
    return true;
}

static bool read_bands(Parser* parser, TareSpan key, TareSpan value, TareBandType type)
{
    TareBandSet* set = &parser->block.set;
    if (can_wait(parser))
        return true;
    if (!is_allowed_here(parser, key, false, false))
        return false;
    const char* where = key.first;
    do {
        TareBand band;
        if (!tare_value_band(&parser->place, &value, type, &band))
            return false;
        if (set->n_bands == TARE_MAX_BANDS)
            return tare_value_fail(&parser->place, where, "band too many; expected at most %d",
                                   TARE_MAX_BANDS);
        set->bands[set->n_bands++] = band;
        where = value.first;
    } while (value.first < value.end);
    return true;
}

/** Adds an empty evidence to the block. */
static bool begin_evidence(Parser* parser)
{
    if (parser->n_evidence == parser->evidence_capacity) {
        const size_t capacity = parser->n_evidence ? 2 * parser->n_evidence : 8;
        TareEvidence* grown = realloc(parser->evidence, capacity * sizeof *grown);
        if (!grown) {
            parser->is_short_of_memory = true;
            return false;
        }
        parser->evidence = grown;
        parser->evidence_capacity = capacity;
    }
    parser->evidence[parser->n_evidence++] = (TareEvidence){0};
    parser->seen &= (1u << EVIDENCE_BIT) - 1;
    return true;
}

static bool read_evidence_line(Parser* parser, TareSpan value, TareEvidence* evidence)
{
    static const TareRange lines = {"line", 1, 1e9, false};
    double line = 0.0;
    if (!tare_value_only_number(&parser->place, value, &lines, &line))
        return false;
    evidence->line = (unsigned)line;
    return true;
}

/** "evidence" and the keys below it; `index` is TARE_N_EVIDENCE_FIELDS for "line". */
static bool read_evidence(Parser* parser, TareSpan key, TareSpan value, unsigned index)
{
    if (can_wait(parser))
        return true;
    if (!is_allowed_here(parser, key, false, false) || (index == 0 && !begin_evidence(parser)))
        return false;
    if (!parser->n_evidence)
        return tare_value_fail(&parser->place, key.first,
                               "no evidence above; expected \"evidence FILE\" before it");
    if (!is_first(parser, key, EVIDENCE_BIT + index))
        return false;
    TareEvidence* evidence = &parser->evidence[parser->n_evidence - 1];
    if (index == TARE_N_EVIDENCE_FIELDS)
        return read_evidence_line(parser, value, evidence);
    return tare_value_is_text(&parser->place, value) &&
           keep_text(parser, value, tare_text_field(&tare_evidence_fields[index], evidence));
}

static bool fail_block(Parser* parser, const char* message, const char* more)
{
    const unsigned line = parser->place.line;
    parser->place.line = parser->block_line;
    tare_value_fail(&parser->place, parser->place.line_start, "%s%s", message, more);
    parser->place.line = line;
    return false;
}

static bool is_block_complete(Parser* parser)
{
    const TareCorrection* block = &parser->block;
    bool is_complete = true;
    if (!block->brand)
        is_complete = fail_block(parser, "block has no brand; expected a line \"brand NAME\"", "");
    if (!block->model)
        is_complete = fail_block(parser, "block has no model; expected a line \"model NAME\"", "");
    if (!parser->has_kind)
        is_complete = fail_block(parser, "block has no kind; expected a line \"kind WORD\"", "");
    return is_complete && !parser->place.is_block_bad;
}

static bool keep_evidence(Parser* parser)
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
static void end_block(Parser* parser)
{
    if (parser->scope != IN_BLOCK || !is_block_complete(parser))
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

static bool is_id(Parser* parser, TareSpan value, const char* id)
{
    return tare_id_is_valid(id) ||
           tare_value_fail(&parser->place, value.first,
                           "id has other characters; expected only a-z 0-9 - . _ + / and letters "
                           "that are not ASCII");
}

/** Whether the id is one of the headphone above, if there is one. */
static bool is_id_of_headphone(Parser* parser, TareSpan value, const char* id)
{
    const char* const name = parser->name;
    const size_t length = name ? strlen(name) : 0;
    return !name || (!strncmp(id, name, length) && id[length] == '/') ||
           tare_value_fail(&parser->place, value.first,
                           "id is not of the headphone above; expected it to begin with %s/", name);
}

static bool begin_block(Parser* parser, TareSpan value)
{
    end_block(parser);
    parser->block = parser->name ? parser->headphone : parser->shared;
    parser->block_line = parser->place.line;
    parser->block_text = parser->place.line_start;
    parser->place.is_block_bad = false;
    parser->scope = IN_BLOCK;
    parser->has_kind = parser->has_shared_kind;
    parser->n_evidence = 0;
    parser->seen = 0;
    char** const id = &parser->block.id;
    return read_text(parser, value, 0, id) && is_id(parser, value, *id) &&
           is_id_of_headphone(parser, value, *id);
}

static bool begin_headphone(Parser* parser, TareSpan value)
{
    end_block(parser);
    parser->headphone = parser->shared;
    parser->scope = IN_HEADPHONE;
    parser->seen = 0;
    char* name = NULL;
    parser->name = NULL;
    if (!tare_value_is_text(&parser->place, value) || !keep_text(parser, value, &name))
        return false;
    parser->name = name;
    return is_id(parser, value, name);
}

static bool read_text_field(Parser* parser, TareSpan key, TareSpan value, unsigned index)
{
    const TareTextField* field = &tare_text_fields[index];
    if (index == 0)
        return begin_block(parser, value);
    return is_allowed_here(parser, key, field->may_be_shared, field->is_of_headphone) &&
           is_first(parser, key, index) &&
           read_text(parser, value, index, tare_text_field(field, owner_of_line(parser)));
}

static bool read_other(Parser* parser, TareSpan key, TareSpan value, unsigned index)
{
    const OtherKey* other = &other_keys[index];
    if (can_wait(parser) && !other->is_of_entry)
        return true;
    return is_allowed_here(parser, key, other->may_be_shared, other->is_of_headphone) &&
           is_first(parser, key, OTHER_BIT + index) &&
           other->read(parser, value, owner_of_line(parser));
}

/** Finds the key and reads its value. */
static bool read_pair(Parser* parser, TareSpan name, TareSpan value)
{
    const TareKey* key = tare_keys_find(&parser->keys, name);
    switch (key->group) {
    case TARE_KEY_BAND:
        return read_bands(parser, name, value, (TareBandType)key->index);
    case TARE_KEY_TEXT:
        return read_text_field(parser, name, value, key->index);
    case TARE_KEY_EVIDENCE:
        return read_evidence(parser, name, value, key->index);
    case TARE_KEY_OTHER:
        return read_other(parser, name, value, key->index);
    case TARE_KEY_HEADPHONE:
        return begin_headphone(parser, value);
    case TARE_KEY_NONE:
        break;
    }
    return tare_value_fail(&parser->place, name.first,
                           "unknown key; expected one of those in the catalogue's README.md");
}

static void read_line(Parser* parser, TareSpan line)
{
    while (line.end > line.first && (line.end[-1] == ' ' || line.end[-1] == '\r'))
        line.end--;
    if (line.first == line.end || *line.first == '#')
        return;
    TareSpan key = line;
    while (line.first < line.end && *line.first != ' ')
        line.first++;
    key.end = line.first;
    while (line.first < line.end && *line.first == ' ')
        line.first++;
    read_pair(parser, key, line);
}

static void read_lines(Parser* parser, const char* text, size_t length)
{
    const char* const end = text + length;
    const char* names[N_OTHER_KEYS];
    for (unsigned i = 0; i < N_OTHER_KEYS; ++i)
        names[i] = other_keys[i].key;
    tare_keys_init(&parser->keys, names, N_OTHER_KEYS);
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

static TareStatus finish(Parser* parser)
{
    free(parser->evidence);
    if (parser->is_short_of_memory)
        return TARE_NO_MEMORY;
    return parser->place.is_all_used ? TARE_OK : TARE_BAD_INPUT;
}

TareStatus tare_catalogue_read(const char* text, size_t length, const char* file,
                               TareReadDepth depth, TarePool* pool, const TareTaker* taker,
                               const TareReporter* reporter)
{
    static const char byte_order_mark[] = "\xEF\xBB\xBF";
    if (length >= 3 && !memcmp(text, byte_order_mark, 3)) {
        text += 3;
        length -= 3;
    }
    Parser parser = {.pool = pool, .taker = taker, .depth = depth};
    parser.place = (TarePlace){file, reporter, 0, text, false, true};
    read_lines(&parser, text, length);
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
    Parser parser = {.pool = pool, .taker = &taker, .depth = TARE_READ_ALL, .shared = *begin};
    parser.has_shared_kind = true;
    parser.place = (TarePlace){file, reporter, block->line - 1, block->text, false, true};
    read_lines(&parser, block->text, block->length);
    return finish(&parser);
}
