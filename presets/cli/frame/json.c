#include "cli/frame/json.h"

#include "band_set.h"
#include "base/plain.h"
#include "base/text.h"
#include "cli/frame/cli.h"
#include "corrections/aim.h"
#include "corrections/basis.h"
#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "tare/band_traits.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

json_t* tare_json_number(double value)
{
    if (floor(value) == value && fabs(value) < 1e15)
        return json_integer((json_int_t)value);
    return json_real(value);
}

json_t* tare_json_thousandths(double value)
{
    return tare_json_number(round(value * 1000.0) / 1000.0);
}

json_t* tare_json_text(const char* text)
{
    if (!text)
        return json_null();
    json_t* value = json_string(text);
    if (value)
        return value;
    char* const copy = tare_text_copy(text, strlen(text));
    for (char* c = copy; c && *c != '\0'; ++c)
        if ((unsigned char)*c >= 0x80)
            *c = '?';
    value = copy ? json_string(copy) : NULL;
    free(copy);
    return value;
}

bool tare_json_set(json_t* object, const char* key, json_t* value)
{
    return json_object_set_new(object, key, value) == 0;
}

json_t* tare_json_keep_if(bool ok, json_t* value)
{
    if (ok)
        return value;
    json_decref(value);
    return NULL;
}

json_t* tare_json_array(size_t n, json_t* (*item)(const void* owner, size_t i), const void* owner)
{
    json_t* const array = json_array();
    bool ok = array != NULL;
    for (size_t i = 0; ok && i < n; ++i)
        ok = json_array_append_new(array, item(owner, i)) == 0;
    return tare_json_keep_if(ok, array);
}

static json_t* new_filter(const TareBand* band, const char* type)
{
    json_t* const object = json_object();
    const bool ok = tare_json_set(object, "type", tare_json_text(type)) &&
                    tare_json_set(object, "freq_hz", tare_json_number(band->freq_hz)) &&
                    tare_json_set(object, "gain_db", tare_json_number(band->gain_db)) &&
                    tare_json_set(object, "q", tare_json_number(band->q));
    return tare_json_keep_if(ok, object);
}

json_t* tare_json_band(const TareBand* band)
{
    json_t* const object = new_filter(band, tare_band_type_name(band->type));
    const char* const channel = tare_band_channel_name(band->channel);
    return tare_json_keep_if(tare_json_set(object, "channel", tare_json_text(channel)), object);
}

json_t* tare_json_filter(const TareBand* band)
{
    static const char* const names[TARE_N_BAND_TYPES] = {
        [TARE_BAND_PEAK] = "peaking",         [TARE_BAND_LOW_SHELF] = "lowshelf",
        [TARE_BAND_HIGH_SHELF] = "highshelf", [TARE_BAND_LOW_PASS] = "lowpass",
        [TARE_BAND_HIGH_PASS] = "highpass",   [TARE_BAND_NOTCH] = "notch",
        [TARE_BAND_BAND_PASS] = "bandpass",   [TARE_BAND_ALL_PASS] = "allpass"};
    return new_filter(band, (unsigned)band->type < TARE_N_BAND_TYPES ? names[band->type] : NULL);
}

static json_t* band_item(const void* set, size_t i)
{
    return tare_json_band(&((const TareBandSet*)set)->bands[i]);
}

static json_t* evidence_item(const void* correction, size_t i)
{
    const TareEvidence* const evidence = &((const TareCorrection*)correction)->evidence[i];
    json_t* const line = evidence->line > 0 ? json_integer(evidence->line) : json_null();
    json_t* const object = json_object();
    const bool ok = tare_json_set(object, "file", tare_json_text(evidence->file)) &&
                    tare_json_set(object, "section", tare_json_text(evidence->section)) &&
                    tare_json_set(object, "line", line) &&
                    tare_json_set(object, "text", tare_json_text(evidence->text)) &&
                    tare_json_set(object, "note", tare_json_text(evidence->note));
    return tare_json_keep_if(ok, object);
}

json_t* tare_json_correction(const TareCorrection* correction)
{
    const TareAim* const aim = correction->entry.aim;
    const struct {
        const char *key, *text;
    } texts[] = {{"id", correction->entry.id},
                 {"brand", correction->entry.brand},
                 {"model", correction->entry.model},
                 {"variant", correction->entry.variant},
                 {"form", tare_form_name(correction->entry.form)},
                 {"kind", tare_kind_name(correction->entry.kind)},
                 {"author", correction->entry.author},
                 {"rig", correction->entry.rig},
                 {"target", tare_aim_title(&correction->entry)},
                 {"target_id", aim ? aim->name : NULL},
                 {"target_known_by", tare_aim_is_known_by(&correction->entry)},
                 {"source", correction->entry.source},
                 {"date", correction->entry.date},
                 {"licence", correction->entry.licence}};
    json_t* const object = json_object();
    bool ok = object != NULL;
    for (size_t i = 0; ok && i < sizeof texts / sizeof texts[0]; ++i)
        ok = tare_json_set(object, texts[i].key, tare_json_text(texts[i].text));
    const TareBandSet* const set = &correction->set;
    ok = ok && tare_json_set(object, "makeshift", json_boolean(correction->entry.is_makeshift)) &&
         tare_json_set(object, "words_only",
                       json_boolean(tare_basis_is_words(&correction->entry))) &&
         tare_json_set(object, "reference_rate_hz", tare_json_number(set->reference_rate_hz)) &&
         tare_json_set(object, "preamp_db", tare_json_number(set->preamp_db)) &&
         tare_json_set(object, "bands", tare_json_array(set->n_bands, band_item, set)) &&
         tare_json_set(object, "evidence",
                       tare_json_array(correction->n_evidence, evidence_item, correction));
    return tare_json_keep_if(ok, object);
}

static bool was_short;

static void* noting_malloc(size_t size)
{
    void* const block = malloc(size);
    was_short = was_short || (!block && size);
    return block;
}

/** The text of a value, to be freed; NULL when memory is short. Jansson may leave something out
   then and say nothing (2.14). */
static char* text_of(const json_t* value)
{
    was_short = false;
    json_set_alloc_funcs(noting_malloc, free);
    char* const text = json_dumps(value, JSON_INDENT(2) | JSON_REAL_PRECISION(15));
    json_set_alloc_funcs(malloc, free);
    if (!was_short)
        return text;
    free(text);
    return NULL;
}

bool tare_json_write(FILE* out, const json_t* value)
{
    TareText plain = {0};
    char* const text = text_of(value);
    if (text)
        tare_plain_append_json(&plain, text);
    const bool is_good = text && !plain.failed;
    if (is_good)
        fwrite(plain.data, 1, plain.length, out);
    tare_text_clear(&plain);
    free(text);
    return is_good;
}

TareExit tare_json_print(const TareCommand* command, json_t* value)
{
    if (!value)
        return tare_cli_no_memory(command);
    const bool is_written = tare_json_write(stdout, value) && fputc('\n', stdout) != EOF;
    json_decref(value);
    return is_written ? tare_cli_flush(command, TARE_EXIT_DONE) : tare_cli_no_memory(command);
}
