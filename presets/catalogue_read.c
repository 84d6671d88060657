#include "catalogue_read.h"

#include "catalogue_values.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    TarePlace place;
    TarePool* pool;
    const TareTaker* taker;
    TareCorrection shared;  ///< what stands before the first block
    TareCorrection block;   ///< without its evidence
    TareEvidence* evidence; ///< that of the block; grows
    size_t n_evidence, evidence_capacity;
    unsigned block_line;
    bool is_in_block;
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
    *(parser->is_in_block ? &parser->has_kind : &parser->has_shared_kind) = true;
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
    bool may_be_shared;
    bool (*read)(Parser* parser, TareSpan value, TareCorrection* owner);
} OtherKey;

static const OtherKey other_keys[] = {{"form", true, read_form},
                                      {"kind", true, read_kind},
                                      {"rate", true, read_rate},
                                      {"preamp", false, read_preamp}};

enum { N_OTHER_KEYS = sizeof other_keys / sizeof *other_keys };

/** Which bit of Parser.seen belongs to which key. */
enum { OTHER_BIT = TARE_N_TEXT_FIELDS, EVIDENCE_BIT = OTHER_BIT + N_OTHER_KEYS };

static bool is_allowed_here(Parser* parser, TareSpan key, bool may_be_shared)
{
    return parser->is_in_block || may_be_shared ||
           tare_value_fail(&parser->place, key.first,
                           "key stands before the first block; expected \"id\" before it");
}

static bool read_band(Parser* parser, TareSpan key, TareSpan value, TareBandType type)
{
    TareBandSet* set = &parser->block.set;
    TareBand band;
    if (!is_allowed_here(parser, key, false) ||
        !tare_value_band(&parser->place, value, type, &band))
        return false;
    if (set->n_bands == TARE_MAX_BANDS)
        return tare_value_fail(&parser->place, key.first, "band too many; expected at most %d",
                               TARE_MAX_BANDS);
    set->bands[set->n_bands++] = band;
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
    if (!is_allowed_here(parser, key, false) || (index == 0 && !begin_evidence(parser)))
        return false;
    if (!parser->n_evidence)
        return tare_value_fail(&parser->place, key.first,
                               "no evidence above; expected \"evidence FILE\" before it");
    if (!is_first(parser, key, EVIDENCE_BIT + index))
        return false;
    TareEvidence* evidence = &parser->evidence[parser->n_evidence - 1];
    if (index == TARE_N_EVIDENCE_FIELDS)
        return read_evidence_line(parser, value, evidence);
    return tare_value_text(&parser->place, value,
                           tare_text_field(&tare_evidence_fields[index], evidence));
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
    if (!parser->is_in_block || !is_block_complete(parser))
        return;
    if (!keep_evidence(parser)) {
        parser->is_short_of_memory = true;
        return;
    }
    const char* alike = "";
    const TareTaken taken = parser->taker->take(parser->taker->data, &parser->block, &alike);
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

static bool begin_block(Parser* parser, TareSpan value)
{
    end_block(parser);
    parser->block = parser->shared;
    parser->block_line = parser->place.line;
    parser->place.is_block_bad = false;
    parser->is_in_block = true;
    parser->has_kind = parser->has_shared_kind;
    parser->n_evidence = 0;
    parser->seen = 0;
    if (!tare_value_text(&parser->place, value, &parser->block.id))
        return false;
    return tare_id_is_valid(parser->block.id) ||
           tare_value_fail(&parser->place, value.first,
                           "id has other characters; expected only a-z 0-9 - . _ + / and letters "
                           "that are not ASCII");
}

static bool read_text_field(Parser* parser, TareSpan key, TareSpan value, unsigned index)
{
    const TareTextField* field = &tare_text_fields[index];
    if (index == 0)
        return begin_block(parser, value);
    TareCorrection* owner = parser->is_in_block ? &parser->block : &parser->shared;
    return is_allowed_here(parser, key, field->may_be_shared) && is_first(parser, key, index) &&
           tare_value_text(&parser->place, value, tare_text_field(field, owner));
}

static bool read_other(Parser* parser, TareSpan key, TareSpan value, unsigned index)
{
    TareCorrection* owner = parser->is_in_block ? &parser->block : &parser->shared;
    return is_allowed_here(parser, key, other_keys[index].may_be_shared) &&
           is_first(parser, key, OTHER_BIT + index) && other_keys[index].read(parser, value, owner);
}

/** Finds the key and reads its value; bands are by far the most. */
static bool read_pair(Parser* parser, TareSpan key, TareSpan value)
{
    for (int i = 0; i < TARE_N_BAND_TYPES; ++i)
        if (tare_span_equals(key, tare_band_type_name((TareBandType)i)))
            return read_band(parser, key, value, (TareBandType)i);
    for (unsigned i = 0; i < TARE_N_TEXT_FIELDS; ++i)
        if (tare_span_equals(key, tare_text_fields[i].key))
            return read_text_field(parser, key, value, i);
    for (unsigned i = 0; i < N_OTHER_KEYS; ++i)
        if (tare_span_equals(key, other_keys[i].key))
            return read_other(parser, key, value, i);
    for (unsigned i = 0; i < TARE_N_EVIDENCE_FIELDS; ++i)
        if (tare_span_equals(key, tare_evidence_fields[i].key))
            return read_evidence(parser, key, value, i);
    if (tare_span_equals(key, "line"))
        return read_evidence(parser, key, value, TARE_N_EVIDENCE_FIELDS);
    return tare_value_fail(&parser->place, key.first,
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

static void read_lines(Parser* parser, char* text, size_t length)
{
    char* const end = text + length;
    while (text < end && !parser->is_short_of_memory) {
        char* const newline = memchr(text, '\n', (size_t)(end - text));
        parser->place.line++;
        parser->place.line_start = text;
        read_line(parser, (TareSpan){text, newline ? newline : end});
        text = newline ? newline + 1 : end;
    }
    end_block(parser);
}

TareStatus tare_catalogue_read(char* text, size_t length, const char* file, TarePool* pool,
                               const TareTaker* taker, const TareReporter* reporter)
{
    static const char byte_order_mark[] = "\xEF\xBB\xBF";
    if (length >= 3 && !memcmp(text, byte_order_mark, 3)) {
        text += 3;
        length -= 3;
    }
    Parser parser = {.pool = pool, .taker = taker};
    parser.place = (TarePlace){file, reporter, 0, text, false, true};
    read_lines(&parser, text, length);
    free(parser.evidence);
    if (parser.is_short_of_memory)
        return TARE_NO_MEMORY;
    return parser.place.is_all_used ? TARE_OK : TARE_BAD_INPUT;
}
