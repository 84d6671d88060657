#include "corrections/catalogue_write.h"

#include "band_set.h"
#include "base/number.h"
#include "base/plain.h"
#include "base/utf8.h"
#include "corrections/aim.h"
#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "corrections/range.h"
#include "corrections/text_field.h"
#include "tare/band.h"
#include "tare/band_traits.h"

#include <string.h>

static bool is_band_in_range(const TareBand* band)
{
    return tare_band_type_name(band->type) && tare_band_channel_name(band->channel) &&
           tare_range_holds(&tare_freq_range, band->freq_hz) &&
           (!tare_band_type_has_gain(band->type) ||
            tare_range_holds(&tare_gain_range, band->gain_db)) &&
           tare_range_holds(&tare_q_range, band->q);
}

static bool is_set_in_range(const TareBandSet* set)
{
    if (set->n_bands > TARE_MAX_BANDS || !tare_range_holds(&tare_preamp_range, set->preamp_db) ||
        !tare_range_holds(&tare_rate_range, set->reference_rate_hz))
        return false;
    for (uint32_t i = 0; i < set->n_bands; ++i)
        if (!is_band_in_range(&set->bands[i]))
            return false;
    return true;
}

/** Whether there is anything to be seen. */
static bool has_words(const char* text)
{
    size_t n = 0;
    for (size_t left = text ? strlen(text) : 0; left; text += n, left -= n)
        if (tare_plain_at(text, left, &n) == TARE_PLAIN_KEEP && *text != ' ')
            return true;
    return false;
}

static bool are_texts_utf8(const TareTextField* fields, size_t n, const void* owner)
{
    for (size_t i = 0; i < n; ++i) {
        const char* text = tare_text_field_value(&fields[i], owner);
        if (text && !tare_utf8_is_valid(text, strlen(text), NULL))
            return false;
    }
    return true;
}

static bool can_be_read_back(const TareCorrection* c)
{
    if (!c->entry.id || !tare_entry_id_is_valid(c->entry.id) || !has_words(c->entry.brand) ||
        !has_words(c->entry.model) || !tare_kind_name(c->entry.kind) || !is_set_in_range(&c->set) ||
        !are_texts_utf8(tare_entry_fields, TARE_N_ENTRY_FIELDS, &c->entry))
        return false;
    for (size_t i = 0; i < c->n_evidence; ++i)
        if (!has_words(c->evidence[i].file) ||
            !tare_range_holds(&tare_gain_range, c->evidence[i].stated_db) ||
            !are_texts_utf8(tare_evidence_fields, TARE_N_EVIDENCE_FIELDS, &c->evidence[i]))
            return false;
    return true;
}

/** A text made plain on one line, where each run of blanks is one. */
static void write_text(FILE* out, const char* key, const char* text)
{
    if (!has_words(text))
        return;
    fputs(key, out);
    bool is_between = true;
    size_t n = 0;
    for (size_t left = strlen(text); left; text += n, left -= n) {
        const TarePlain plain = tare_plain_at(text, left, &n);
        const bool is_blank = *text == ' ' || plain == TARE_PLAIN_BLANK;
        if (!is_blank && plain == TARE_PLAIN_KEEP) {
            if (is_between)
                fputc(' ', out);
            fwrite(text, 1, n, out);
        }
        is_between = is_blank || (is_between && plain != TARE_PLAIN_KEEP);
    }
    fputc('\n', out);
}

static void write_number(FILE* out, double value)
{
    char text[TARE_NUMBER_SIZE];
    fprintf(out, " %s", tare_number_format(text, sizeof text, value));
}

static void write_key_number(FILE* out, const char* key, double value)
{
    fputs(key, out);
    write_number(out, value);
    fputc('\n', out);
}

static void write_band(FILE* out, const TareBand* band)
{
    write_number(out, band->freq_hz);
    if (tare_band_type_has_gain(band->type))
        write_number(out, band->gain_db);
    write_number(out, band->q);
    if (band->channel != TARE_CHANNEL_BOTH)
        fprintf(out, " %s", tare_band_channel_name(band->channel));
}

/** A line for each run of bands of one type. */
static void write_bands(FILE* out, const TareBandSet* set)
{
    for (uint32_t i = 0; i < set->n_bands; ++i) {
        const TareBand* band = &set->bands[i];
        const bool is_first = i == 0 || band->type != band[-1].type;
        const bool is_last = i + 1 == set->n_bands || band->type != band[1].type;
        if (is_first)
            fputs(tare_band_type_name(band->type), out);
        write_band(out, band);
        fputs(is_last ? "\n" : ",", out);
    }
}

static void write_evidence(FILE* out, const TareEvidence* evidence)
{
    write_text(out, "evidence", evidence->file);
    write_text(out, "section", evidence->section);
    if (evidence->line)
        fprintf(out, "line %u\n", evidence->line);
    write_text(out, "text", evidence->text);
    write_text(out, "curve", evidence->curve);
    write_text(out, "note", evidence->note);
    if (evidence->is_advice)
        write_text(out, "says", tare_says_name(evidence->is_advice));
    if (evidence->stated_db != 0.0)
        write_key_number(out, "stated", evidence->stated_db);
}

static bool are_equal(const char* a, const char* b)
{
    return a && b && !strcmp(a, b);
}

/** What the lines above a block say of a text, NULL when nothing. */
static const char* text_above(const TareTextField* field, const TareCorrection* shared,
                              const TareCorrection* headphone)
{
    if (headphone && field->is_of_headphone)
        return tare_text_field_value(field, &headphone->entry);
    return shared && field->may_be_shared ? tare_text_field_value(field, &shared->entry) : NULL;
}

static TareForm form_above(const TareCorrection* shared, const TareCorrection* headphone)
{
    return headphone ? headphone->entry.form : shared ? shared->entry.form : TARE_FORM_UNKNOWN;
}

/** The texts of a block but those that the lines above say already. */
static void write_texts(FILE* out, const TareCorrection* c, const TareCorrection* shared,
                        const TareCorrection* headphone)
{
    for (size_t i = 0; i < TARE_N_ENTRY_FIELDS; ++i) {
        const TareTextField* field = &tare_entry_fields[i];
        const char* text = tare_text_field_value(field, &c->entry);
        if (!are_equal(text, text_above(field, shared, headphone)))
            write_text(out, field->key, text);
    }
}

/** Whether everything that the lines above say holds for this correction or is said otherwise by
    it. */
static bool can_stand_below(const TareCorrection* c, const TareCorrection* shared,
                            const TareCorrection* headphone)
{
    for (size_t i = 0; i < TARE_N_ENTRY_FIELDS; ++i)
        if (text_above(&tare_entry_fields[i], shared, headphone) &&
            !tare_text_field_value(&tare_entry_fields[i], &c->entry))
            return false;
    return tare_form_name(c->entry.form) || !tare_form_name(form_above(shared, headphone));
}

bool tare_catalogue_write_shared(FILE* out, const TareCorrection* shared)
{
    if (!are_texts_utf8(tare_entry_fields, TARE_N_ENTRY_FIELDS, shared))
        return false;
    for (size_t i = 0; i < TARE_N_ENTRY_FIELDS; ++i)
        if (tare_entry_fields[i].may_be_shared)
            write_text(out, tare_entry_fields[i].key,
                       tare_text_field_value(&tare_entry_fields[i], &shared->entry));
    if (tare_form_name(shared->entry.form))
        write_text(out, "form", tare_form_name(shared->entry.form));
    write_text(out, "kind", tare_kind_name(shared->entry.kind));
    write_key_number(out, "rate", shared->set.reference_rate_hz);
    return !ferror(out);
}

bool tare_catalogue_write_headphone(FILE* out, const char* name, const TareCorrection* headphone,
                                    const TareCorrection* shared)
{
    if (!tare_entry_id_is_valid(name) ||
        !are_texts_utf8(tare_entry_fields, TARE_N_ENTRY_FIELDS, headphone))
        return false;
    write_text(out, "headphone", name);
    for (size_t i = 0; i < TARE_N_ENTRY_FIELDS; ++i) {
        const TareTextField* field = &tare_entry_fields[i];
        const char* text = tare_text_field_value(field, &headphone->entry);
        if (field->is_of_headphone && !are_equal(text, text_above(field, shared, NULL)))
            write_text(out, field->key, text);
    }
    if (tare_form_name(headphone->entry.form) && headphone->entry.form != form_above(shared, NULL))
        write_text(out, "form", tare_form_name(headphone->entry.form));
    return !ferror(out);
}

bool tare_catalogue_write_block(FILE* out, const TareCorrection* c, const TareCorrection* shared,
                                const TareCorrection* headphone)
{
    if (!can_be_read_back(c) || !can_stand_below(c, shared, headphone))
        return false;
    write_texts(out, c, shared, headphone);
    if (tare_form_name(c->entry.form) && c->entry.form != form_above(shared, headphone))
        write_text(out, "form", tare_form_name(c->entry.form));
    if (c->entry.aim)
        write_text(out, "aim", c->entry.aim->name);
    if (c->entry.is_makeshift)
        write_text(out, "version", tare_version_makeshift);
    if (!shared || c->entry.kind != shared->entry.kind)
        write_text(out, "kind", tare_kind_name(c->entry.kind));
    if (!shared || c->set.reference_rate_hz != shared->set.reference_rate_hz)
        write_key_number(out, "rate", c->set.reference_rate_hz);
    write_key_number(out, "preamp", c->set.preamp_db);
    write_bands(out, &c->set);
    for (size_t i = 0; i < c->n_evidence; ++i)
        write_evidence(out, &c->evidence[i]);
    return !ferror(out);
}
