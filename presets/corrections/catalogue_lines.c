#include "corrections/catalogue_lines.h"

#include "base/list.h"
#include "base/pool.h"
#include "base/text.h"
#include "corrections/aim.h"
#include "corrections/evidence.h"
#include "corrections/range.h"

#include <stdlib.h>
#include <string.h>

/** Each key once in a block, or in the lines before the first one. */
static bool is_first(TareParser* parser, TareSpan key, unsigned bit)
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

static bool read_form(TareParser* parser, TareSpan value, TareCorrection* owner)
{
    int form = 0;
    if (!tare_value_choice(&parser->place, value, form_name, TARE_N_FORMS, &form))
        return false;
    owner->entry.form = (TareForm)form;
    return true;
}

static bool read_kind(TareParser* parser, TareSpan value, TareCorrection* owner)
{
    int kind = 0;
    if (!tare_value_choice(&parser->place, value, kind_name, TARE_N_KINDS, &kind))
        return false;
    owner->entry.kind = (TareKind)kind;
    *(parser->scope == TARE_IN_BLOCK ? &parser->has_kind : &parser->has_shared_kind) = true;
    return true;
}

static bool read_rate(TareParser* parser, TareSpan value, TareCorrection* owner)
{
    return tare_value_only_number(&parser->place, value, &tare_rate_range,
                                  &owner->set.reference_rate_hz);
}

static bool read_preamp(TareParser* parser, TareSpan value, TareCorrection* owner)
{
    return tare_value_only_number(&parser->place, value, &tare_preamp_range, &owner->set.preamp_db);
}

static bool read_aim(TareParser* parser, TareSpan value, TareCorrection* owner)
{
    const TareAim* aim = NULL;
    if (!tare_value_is_text(&parser->place, value))
        return false;
    for (size_t i = 0; (aim = tare_aim_get(i)) && !tare_span_equals(value, aim->name);)
        ++i;
    owner->entry.aim = aim;
    return aim || tare_value_fail(&parser->place, value.first,
                                  "unknown target; expected one of the catalogue's README.md");
}

static const char* version_name(int version)
{
    (void)version;
    return tare_version_makeshift;
}

static bool read_version(TareParser* parser, TareSpan value, TareCorrection* owner)
{
    int version = 0;
    if (!tare_value_choice(&parser->place, value, version_name, 1, &version))
        return false;
    owner->entry.is_makeshift = true;
    return true;
}

/** What is allowed for a key of tare_line_other_keys, and how it is read. */
typedef struct {
    bool may_be_shared, is_of_headphone;
    bool is_of_entry; ///< else of what is only read with all the rest
    bool (*read)(TareParser* parser, TareSpan value, TareCorrection* owner);
} OtherKey;

static const OtherKey other_keys[TARE_N_OTHER_KEYS] = {
    {true, true, true, read_form},   {true, false, true, read_kind},
    {true, false, false, read_rate}, {false, false, false, read_preamp},
    {false, false, true, read_aim},  {false, false, true, read_version}};

const char* const tare_line_other_keys[TARE_N_OTHER_KEYS] = {"form",   "kind", "rate",
                                                             "preamp", "aim",  "version"};

/** Which bit of Parser.seen belongs to which key. */
enum { OTHER_BIT = TARE_N_ENTRY_FIELDS, EVIDENCE_BIT = OTHER_BIT + TARE_N_OTHER_KEYS };

static bool is_allowed_here(TareParser* parser, TareSpan key, bool may_be_shared,
                            bool is_of_headphone)
{
    if (parser->scope == TARE_IN_FILE && !may_be_shared)
        return tare_value_fail(&parser->place, key.first,
                               "key stands before the first block; expected \"id\" before it");
    if (parser->scope == TARE_IN_HEADPHONE && !is_of_headphone)
        return tare_value_fail(&parser->place, key.first,
                               "key stands below a headphone; expected \"id\" before it");
    return true;
}

/** Whether the line can wait until all of its block is asked for. */
static bool can_wait(const TareParser* parser)
{
    return parser->is_for_entries && parser->scope == TARE_IN_BLOCK;
}

/** Whose line this is. */
static TareCorrection* owner_of_line(TareParser* parser)
{
    return parser->scope == TARE_IN_BLOCK       ? &parser->block
           : parser->scope == TARE_IN_HEADPHONE ? &parser->headphone
                                                : &parser->shared;
}

/** Keeps a text that has been checked. */
bool tare_line_keep_text(TareParser* parser, TareSpan value, const char** field)
{
    *field = tare_pool_copy(parser->pool, value.first, (size_t)(value.end - value.first));
    parser->is_short_of_memory = parser->is_short_of_memory || !*field;
    return *field != NULL;
}

/** Reads a text, which often is the one that the block before had too. */
bool tare_line_read_text(TareParser* parser, TareSpan value, unsigned index, const char** field)
{
    const char* last = parser->last[index];
    if (last && tare_span_equals(value, last)) {
        *field = (char*)last;
        return true;
    }
    if (!tare_value_is_text(&parser->place, value) || !tare_line_keep_text(parser, value, field))
        return false;
    parser->last[index] = *field;
    return true;
}

bool tare_line_bands(TareParser* parser, TareSpan key, TareSpan value, TareBandType type)
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
static bool begin_evidence(TareParser* parser)
{
    TareEvidence* const grown = tare_list_grow(parser->evidence, parser->n_evidence, sizeof *grown);
    if (!grown) {
        parser->is_short_of_memory = true;
        return false;
    }
    parser->evidence = grown;
    parser->evidence[parser->n_evidence++] = (TareEvidence){0};
    parser->seen &= (1u << EVIDENCE_BIT) - 1;
    return true;
}

static bool read_source_line(TareParser* parser, TareSpan value, TareEvidence* evidence)
{
    static const TareRange lines = {"line", 1, 1e9, false};
    double line = 0.0;
    if (!tare_value_only_number(&parser->place, value, &lines, &line))
        return false;
    evidence->line = (unsigned)line;
    return true;
}

static bool read_says(TareParser* parser, TareSpan value, TareEvidence* evidence)
{
    int is_advice = 0;
    if (!tare_value_choice(&parser->place, value, tare_says_name, 2, &is_advice))
        return false;
    evidence->is_advice = is_advice;
    return true;
}

static bool read_stated(TareParser* parser, TareSpan value, TareEvidence* evidence)
{
    return tare_value_only_number(&parser->place, value, &tare_gain_range, &evidence->stated_db);
}

bool tare_line_evidence(TareParser* parser, TareSpan key, TareSpan value, unsigned index)
{
    static bool (*const read_fact[TARE_N_EVIDENCE_FACTS])(TareParser*, TareSpan, TareEvidence*) = {
        read_source_line, read_says, read_stated}; /* as tare_evidence_facts */
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
    if (index >= TARE_N_EVIDENCE_FIELDS)
        return read_fact[index - TARE_N_EVIDENCE_FIELDS](parser, value, evidence);
    return tare_value_is_text(&parser->place, value) &&
           tare_line_keep_text(parser, value,
                               tare_text_field(&tare_evidence_fields[index], evidence));
}

bool tare_line_text(TareParser* parser, TareSpan key, TareSpan value, unsigned index)
{
    const TareTextField* field = &tare_entry_fields[index];
    return is_allowed_here(parser, key, field->may_be_shared, field->is_of_headphone) &&
           is_first(parser, key, index) &&
           tare_line_read_text(parser, value, index,
                               tare_text_field(field, &owner_of_line(parser)->entry));
}

bool tare_line_other(TareParser* parser, TareSpan key, TareSpan value, unsigned index)
{
    const OtherKey* other = &other_keys[index];
    if (can_wait(parser) && !other->is_of_entry)
        return true;
    return is_allowed_here(parser, key, other->may_be_shared, other->is_of_headphone) &&
           is_first(parser, key, OTHER_BIT + index) &&
           other->read(parser, value, owner_of_line(parser));
}
