#include "formats/apo_origin.h"

#include "base/number.h"
#include "base/text.h"
#include "base/utf8.h"
#include "corrections/correction.h"
#include "curves/table_text.h"
#include "names/product_name.h"
#include "tare/limits.h"

#include <stdlib.h>
#include <string.h>

/** The labels of texts that are taken as they are. */
static const struct {
    const char* label;
    size_t offset;
} texts[] = {
    {"# Author: ", offsetof(TareEntry, author)}, {"# Rig: ", offsetof(TareEntry, rig)},
    {"# Target: ", offsetof(TareEntry, target)}, {"# Date: ", offsetof(TareEntry, date)},
    {"# Source: ", offsetof(TareEntry, source)}, {"# Licence: ", offsetof(TareEntry, licence)}};

enum { N_TEXTS = sizeof texts / sizeof *texts };

/** Takes a label from the beginning of a line that is a good text behind it. */
static bool take(TareSpan line, const char* label, TareSpan* value)
{
    const size_t n = strlen(label);
    if ((size_t)(line.end - line.first) <= n || memcmp(line.first, label, n) != 0)
        return false;
    *value = (TareSpan){line.first + n, line.end};
    if (!tare_utf8_is_valid(value->first, (size_t)(value->end - value->first), NULL))
        return false;
    for (const char* p = value->first; p < value->end; ++p)
        if (tare_utf8_is_control(p))
            return false;
    return true;
}

/** "Brand Model (variant)" */
static bool set_model(TareEntry* entry, TareSpan value)
{
    size_t length = (size_t)(value.end - value.first);
    bool is_good = true;
    if (length > 3 && value.end[-1] == ')')
        for (size_t i = length - 1; i-- > 1;)
            if (value.first[i] == '(' && value.first[i - 1] == ' ') {
                is_good = tare_text_set_part(&entry->variant, value.first + i + 1, length - i - 2);
                length = i - 1;
                break;
            }
    char* const name = tare_text_copy(value.first, length);
    is_good = name && is_good &&
              tare_product_name_split(*name ? name : "?", "", &entry->brand, &entry->model);
    free(name);
    return is_good;
}

/** "preset", or "review, from words only" */
static void set_kind(TareEntry* entry, TareSpan value)
{
    for (int i = 0; i < TARE_N_KINDS; ++i)
        if (tare_table_starts_with(value, tare_kind_name((TareKind)i)))
            entry->kind = (TareKind)i;
}

static void set_rate(double* rate_hz, TareSpan value)
{
    double stated_hz = 0.0;
    if (tare_table_starts_with(value, "none"))
        *rate_hz = 0.0;
    else if (tare_number_parse(value.first, (size_t)(value.end - value.first), &stated_hz, NULL) &&
             stated_hz >= TARE_SAMPLE_RATE_MIN_HZ && stated_hz <= TARE_SAMPLE_RATE_MAX_HZ)
        *rate_hz = stated_hz;
}

static bool set_id(TareEntry* entry, TareSpan value)
{
    char* const id = tare_text_copy(value.first, (size_t)(value.end - value.first));
    const bool is_good = id && (!tare_entry_id_is_valid(id) || tare_text_set(&entry->id, id));
    free(id);
    return is_good;
}

static bool read_line(TareCorrection* c, TareSpan line, double* rate_hz)
{
    TareSpan value;
    for (size_t i = 0; i < N_TEXTS; ++i)
        if (take(line, texts[i].label, &value))
            return tare_text_set_part((const char**)((char*)&c->entry + texts[i].offset),
                                      value.first, (size_t)(value.end - value.first));
    if (take(line, "# Model: ", &value))
        return set_model(&c->entry, value);
    if (take(line, "# Correction: ", &value))
        return set_id(&c->entry, value);
    if (take(line, "# Kind: ", &value))
        set_kind(&c->entry, value);
    else if (take(line, "# Reference rate: ", &value))
        set_rate(rate_hz, value);
    return true;
}

bool tare_apo_origin_read(TareCorrection* correction, TareSpan text, bool* is_ours, double* rate_hz)
{
    *is_ours = false;
    for (TareSpan line; tare_table_next_line(&text, &line);) {
        if (tare_span_equals(line, "# Written by Tare."))
            *is_ours = true;
        else if (*is_ours && !read_line(correction, line, rate_hz))
            return false;
    }
    return true;
}
