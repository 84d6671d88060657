#include "formats/opra_records.h"

#include "base/list.h"
#include "base/plain.h"
#include "base/text.h"
#include "formats/opra_bands.h"

#include <jansson.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

/* For which rate a table of bands is made: AutoEQ's for this one, others, as Equalizer APO takes
   them, for 48 kHz. */
#define AUTOEQ_RATE_HZ 44100.0
#define OTHER_RATE_HZ 48000.0

enum { MAX_TEXT = 300 };

bool tare_opra_fail(TareOpraRecords* records, unsigned column, const char* format, ...)
{
    char message[300];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    tare_report(records->reporter, TARE_WARNING, records->file, records->line, column, "%s",
                message);
    records->is_all_used = false;
    return false;
}

/** A list with room for one more element behind its n; NULL, and noted, when memory is short. */
static void* with_room(TareOpraRecords* records, void* list, size_t n, size_t size)
{
    void* const grown = tare_list_grow(list, n, size);
    records->is_short_of_memory = records->is_short_of_memory || !grown;
    return grown;
}

/** Appends the text on one line, without characters that only make trouble. Returns whether some
    had to go. */
static bool append_plain(TareText* plain, const char* text)
{
    bool is_changed = false;
    for (size_t left = strlen(text); left;) {
        size_t n = 0;
        const TarePlain kind = tare_plain_at(text, left, &n);
        is_changed = is_changed || kind != TARE_PLAIN_KEEP;
        if (kind == TARE_PLAIN_BLANK || *text == ' ') {
            if (plain->length && plain->data[plain->length - 1] != ' ')
                tare_text_append(plain, " ", 1);
        } else if (kind == TARE_PLAIN_KEEP) {
            tare_text_append(plain, text, n);
        }
        text += n;
        left -= n;
    }
    if (plain->length && plain->data[plain->length - 1] == ' ')
        plain->data[--plain->length] = '\0';
    return is_changed;
}

/** A text of an object, in the pool; NULL when it is missing, which is reported if it must be
   there, or memory is short. */
static const char* take_text(TareOpraRecords* records, const json_t* object, const char* key,
                             bool is_needed)
{
    const char* const text = json_string_value(json_object_get(object, key));
    TareText plain = {0};
    const bool is_changed = text && append_plain(&plain, text);
    const char* kept = NULL;
    if (plain.failed)
        records->is_short_of_memory = true;
    else if (is_needed && !plain.length)
        (void)tare_opra_fail(records, 1, "%s is missing; expected a text", key);
    else if (plain.length > MAX_TEXT)
        (void)tare_opra_fail(records, 1,
                             "%s is longer than a name or an address; expected at most %d bytes",
                             key, MAX_TEXT);
    else if (plain.length) {
        kept = tare_pool_copy(&records->pool, plain.data, plain.length);
        records->is_short_of_memory = records->is_short_of_memory || !kept;
    }
    if (kept && is_changed)
        (void)tare_opra_fail(records, 1,
                             "%s holds characters that cannot be seen; expected none, they are "
                             "left out",
                             key);
    tare_text_clear(&plain);
    return kept;
}

static bool read_vendor(TareOpraRecords* records, const json_t* object, const json_t* data)
{
    const TareOpraVendor vendor = {.id = take_text(records, object, "id", true),
                                   .name = take_text(records, data, "name", true)};
    if (!vendor.id || !vendor.name)
        return false;
    TareOpraVendor* const list =
        with_room(records, records->vendors, records->n_vendors, sizeof vendor);
    if (!list)
        return false;
    records->vendors = list;
    list[records->n_vendors++] = vendor;
    return true;
}

static TareForm form_of(const json_t* data)
{
    static const struct {
        const char* name;
        TareForm form;
    } forms[] = {{"over_the_ear", TARE_FORM_OVER_EAR},
                 {"on_ear", TARE_FORM_ON_EAR},
                 {"in_ear", TARE_FORM_IN_EAR},
                 {"earbuds", TARE_FORM_EARBUD}};
    const char* const name = json_string_value(json_object_get(data, "subtype"));
    for (size_t i = 0; name && i < sizeof forms / sizeof *forms; ++i)
        if (!strcmp(forms[i].name, name))
            return forms[i].form;
    return TARE_FORM_UNKNOWN;
}

static bool read_product(TareOpraRecords* records, const json_t* object, const json_t* data)
{
    const TareOpraProduct product = {.id = take_text(records, object, "id", true),
                                     .vendor_id = take_text(records, data, "vendor_id", true),
                                     .name = take_text(records, data, "name", true),
                                     .form = form_of(data),
                                     .line = records->line};
    if (!product.id || !product.vendor_id || !product.name)
        return false;
    TareOpraProduct* const list =
        with_room(records, records->products, records->n_products, sizeof product);
    if (!list)
        return false;
    records->products = list;
    list[records->n_products++] = product;
    return true;
}

static bool is_by_autoeq(const char* author)
{
    return strstr(author, "AutoEQ") || strstr(author, "AutoEq");
}

static bool read_preset(TareOpraRecords* records, const json_t* object, const json_t* data)
{
    char message[TARE_OPRA_MESSAGE_SIZE];
    const char* const type = json_string_value(json_object_get(data, "type"));
    if (!type || strcmp(type, "parametric_eq") != 0)
        return tare_opra_fail(records, 1, "preset is of another type; expected parametric_eq");
    TareOpraPreset preset = {.id = take_text(records, object, "id", true),
                             .product_id = take_text(records, data, "product_id", true),
                             .author = take_text(records, data, "author", true),
                             .details = take_text(records, data, "details", false),
                             .link = take_text(records, data, "link", false),
                             .line = records->line};
    if (!preset.id || !preset.product_id || !preset.author)
        return false;
    preset.set.reference_rate_hz = is_by_autoeq(preset.author) ? AUTOEQ_RATE_HZ : OTHER_RATE_HZ;
    const bool is_good =
        tare_opra_bands_read(&preset.set, json_object_get(data, "parameters"), message);
    if (message[0])
        (void)tare_opra_fail(records, 1, "%s: %s", preset.id, message);
    if (!is_good)
        return false;
    TareOpraPreset* const list =
        with_room(records, records->presets, records->n_presets, sizeof preset);
    if (!list)
        return false;
    records->presets = list;
    list[records->n_presets++] = preset;
    return true;
}

static bool read_object(TareOpraRecords* records, const json_t* object)
{
    static const struct {
        const char* type;
        bool (*read)(TareOpraRecords* records, const json_t* object, const json_t* data);
    } kinds[] = {{"vendor", read_vendor}, {"product", read_product}, {"eq", read_preset}};
    const char* const type = json_string_value(json_object_get(object, "type"));
    const json_t* const data = json_object_get(object, "data");
    if (!json_is_object(data))
        return tare_opra_fail(records, 1, "data is missing; expected an object");
    for (size_t i = 0; type && i < sizeof kinds / sizeof *kinds; ++i)
        if (!strcmp(kinds[i].type, type))
            return kinds[i].read(records, object, data);
    return tare_opra_fail(records, 1, "type is unknown; expected vendor, product or eq");
}

static void read_line(TareOpraRecords* records, const char* line, size_t length)
{
    if (!length)
        return;
    json_error_t error;
    json_t* const object = json_loadb(line, length, JSON_REJECT_DUPLICATES, &error);
    if (object)
        (void)read_object(records, object);
    else if (json_error_code(&error) == json_error_out_of_memory)
        records->is_short_of_memory = true;
    else
        (void)tare_opra_fail(records, error.column > 0 ? (unsigned)error.column : 1,
                             "line is not JSON: %s; expected an object", error.text);
    json_decref(object);
}

bool tare_opra_records_read(TareOpraRecords* records, const char* text, size_t length)
{
    records->is_all_used = true;
    const char* const end = text + length;
    while (text < end && !records->is_short_of_memory) {
        const char* const newline = memchr(text, '\n', (size_t)(end - text));
        size_t n = (size_t)((newline ? newline : end) - text);
        records->line++;
        read_line(records, text, n && text[n - 1] == '\r' ? n - 1 : n);
        text = newline ? newline + 1 : end;
    }
    return !records->is_short_of_memory;
}

void tare_opra_records_clear(TareOpraRecords* records)
{
    free(records->vendors);
    free(records->products);
    free(records->presets);
    tare_pool_clear(&records->pool);
}
