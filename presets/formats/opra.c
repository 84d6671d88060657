#include "formats/opra.h"

#include "base/file.h"
#include "base/text.h"
#include "base/utf8.h"
#include "formats/contents.h"
#include "formats/input.h"
#include "formats/opra_details.h"
#include "formats/opra_records.h"
#include "names/product_name.h"

#include <stdlib.h>
#include <string.h>

#define LICENCE "CC-BY-SA-4.0"
#define SOURCE "https://github.com/opra-project/OPRA"

enum { MAX_FILE_BYTES = 1 << 28 };

static int compare_vendors(const void* a, const void* b)
{
    return strcmp(((const TareOpraVendor*)a)->id, ((const TareOpraVendor*)b)->id);
}

/** By id; of one id the longer vendor's name first, then the first line. */
static int compare_products(const void* a, const void* b)
{
    const TareOpraProduct* x = a;
    const TareOpraProduct* y = b;
    const int by_id = strcmp(x->id, y->id);
    const size_t x_length = x->vendor ? strlen(x->vendor->name) : 0;
    const size_t y_length = y->vendor ? strlen(y->vendor->name) : 0;
    if (by_id)
        return by_id;
    if (x_length != y_length)
        return x_length > y_length ? -1 : 1;
    return (x->line > y->line) - (x->line < y->line);
}

static int compare_product_ids(const void* a, const void* b)
{
    return strcmp(((const TareOpraProduct*)a)->id, ((const TareOpraProduct*)b)->id);
}

/** Joins products with their vendors, and brings them into order. */
static void join_products(TareOpraRecords* records)
{
    if (records->n_vendors)
        qsort(records->vendors, records->n_vendors, sizeof *records->vendors, compare_vendors);
    for (size_t i = 0; i < records->n_products; ++i) {
        TareOpraProduct* product = &records->products[i];
        const TareOpraVendor wanted = {.id = product->vendor_id};
        product->vendor = records->n_vendors
                              ? bsearch(&wanted, records->vendors, records->n_vendors,
                                        sizeof wanted, compare_vendors)
                              : NULL;
        records->line = product->line;
        if (!product->vendor)
            (void)tare_opra_fail(records, 1, "vendor %s is not there; expected it in the file",
                                 product->vendor_id);
    }
    if (records->n_products)
        qsort(records->products, records->n_products, sizeof *records->products, compare_products);
}

/** The product of an id, with the longest vendor's name; NULL when there is none with a vendor. */
static const TareOpraProduct* find_product(const TareOpraRecords* records, const char* id)
{
    const TareOpraProduct wanted = {.id = id};
    const TareOpraProduct* found = records->n_products
                                       ? bsearch(&wanted, records->products, records->n_products,
                                                 sizeof wanted, compare_product_ids)
                                       : NULL;
    while (found && found > records->products && !strcmp(found[-1].id, id))
        --found;
    return found && found->vendor ? found : NULL;
}

static bool is_same_band(const TareBand* a, const TareBand* b)
{
    return a->type == b->type && a->freq_hz == b->freq_hz && a->gain_db == b->gain_db &&
           a->q == b->q;
}

static bool is_same_preset(const TareOpraPreset* a, const TareOpraPreset* b)
{
    if (strcmp(a->id, b->id) != 0 || strcmp(a->author, b->author) != 0 ||
        !tare_text_is_same(a->details, b->details) || a->set.preamp_db != b->set.preamp_db ||
        a->set.n_bands != b->set.n_bands)
        return false;
    for (uint32_t i = 0; i < a->set.n_bands; ++i)
        if (!is_same_band(&a->set.bands[i], &b->set.bands[i]))
            return false;
    return true;
}

static int compare_preset_ids(const void* a, const void* b)
{
    const TareOpraPreset* x = *(const TareOpraPreset* const*)a;
    const TareOpraPreset* y = *(const TareOpraPreset* const*)b;
    const int by_id = strcmp(x->id, y->id);
    return by_id ? by_id : (x->line > y->line) - (x->line < y->line);
}

/** Marks each preset that stands before with the same id and content. */
static bool mark_repeats(TareOpraRecords* records)
{
    TareOpraPreset** const order = calloc(records->n_presets + 1, sizeof *order);
    if (!order)
        return false;
    for (size_t i = 0; i < records->n_presets; ++i)
        order[i] = &records->presets[i];
    qsort(order, records->n_presets, sizeof *order, compare_preset_ids);
    for (size_t i = 1; i < records->n_presets; ++i)
        for (size_t k = i; k-- && !strcmp(order[k]->id, order[i]->id);) {
            if (!is_same_preset(order[k], order[i]))
                continue;
            tare_report(records->reporter, TARE_NOTE, records->file, order[i]->line, 1,
                        "%s stands twice with the same content; expected it once", order[i]->id);
            order[i]->is_repeat = true;
            break;
        }
    free(order);
    return true;
}

/** "target (version)" */
static bool copy_target(const char** target, const TareOpraDetails* details)
{
    TareText text = {0};
    if (details->target.length)
        tare_text_append(&text, details->target.data, details->target.length);
    if (details->version.length)
        tare_text_format(&text, "%s(%s)", text.length ? " " : "", details->version.data);
    *target = text.data;
    return !text.failed;
}

/** Brand and model out of the product's name without what stands in brackets at its end; the name
   of the brand may stand in it again. */
static bool set_name(TareCorrection* c, const TareOpraProduct* product, size_t length)
{
    TareText whole = {0};
    tare_text_format(&whole, "%s %.*s", product->vendor->name, (int)length, product->name);
    const bool is_good = !whole.failed && tare_product_name_split(whole.data, product->vendor->name,
                                                                  &c->entry.brand, &c->entry.model);
    tare_text_clear(&whole);
    return is_good;
}

/** Fills an empty correction; false when memory is short. */
static bool make_correction(TareCorrection* c, const TareOpraProduct* product,
                            const TareOpraPreset* preset)
{
    TareOpraDetails details = {0};
    size_t length = 0;
    const char* const source = preset->link ? preset->link : SOURCE;
    bool is_good = tare_opra_details_read_name(&details, product->name, &length) &&
                   tare_opra_details_read(&details, preset->details ? preset->details : "") &&
                   tare_opra_details_read_id(&details, preset->id);
    c->entry.form = product->form;
    c->entry.kind = TARE_KIND_PRESET;
    c->set = preset->set;
    is_good = is_good && set_name(c, product, length) &&
              tare_text_set_part(&c->entry.variant, details.variant.data, details.variant.length) &&
              tare_text_set_part(&c->entry.rig, details.rig.data, details.rig.length) &&
              copy_target(&c->entry.target, &details) &&
              tare_text_set(&c->entry.author, preset->author) &&
              tare_text_set(&c->entry.source, source) && tare_text_set(&c->entry.licence, LICENCE);
    tare_opra_details_clear(&details);
    return is_good;
}

static bool make_corrections(TareOpraRecords* records, TareOpra* opra)
{
    opra->corrections = calloc(records->n_presets + 1, sizeof *opra->corrections);
    if (!opra->corrections || !mark_repeats(records))
        return false;
    for (size_t i = 0; i < records->n_presets; ++i) {
        const TareOpraPreset* preset = &records->presets[i];
        const TareOpraProduct* product = find_product(records, preset->product_id);
        records->line = preset->line;
        if (preset->is_repeat)
            continue;
        if (!product)
            (void)tare_opra_fail(records, 1,
                                 "%s: product %s is not there; expected it and its vendor in the "
                                 "file",
                                 preset->id, preset->product_id);
        else if (!make_correction(&opra->corrections[opra->n++], product, preset))
            return false;
    }
    return true;
}

TareStatus tare_opra_read_text(TareOpra* opra, const char* file, const char* text, size_t length,
                               const TareReporter* reporter)
{
    TareOpraRecords records = {.file = file, .reporter = reporter};
    *opra = (TareOpra){0};
    bool is_whole = tare_opra_records_read(&records, text, length);
    if (is_whole) {
        join_products(&records);
        opra->n_vendors = records.n_vendors;
        opra->n_products = records.n_products;
        opra->n_presets = records.n_presets;
        is_whole = make_corrections(&records, opra);
    }
    tare_opra_records_clear(&records);
    if (!is_whole) {
        tare_opra_clear(opra);
        return TARE_NO_MEMORY;
    }
    return records.is_all_used ? TARE_OK : TARE_BAD_INPUT;
}

static TareStatus read_text(void* opra, const char* path, const char* text, size_t length,
                            const TareReporter* reporter)
{
    return tare_opra_read_text(opra, path, text, length, reporter);
}

TareStatus tare_opra_read_file(TareOpra* opra, const char* path, const TareReporter* reporter)
{
    *opra = (TareOpra){0};
    return tare_file_read_by(read_text, opra, path, MAX_FILE_BYTES, reporter);
}

void tare_opra_clear(TareOpra* opra)
{
    for (size_t i = 0; i < opra->n; ++i)
        tare_correction_clear(&opra->corrections[i]);
    free(opra->corrections);
    *opra = (TareOpra){0};
}

/** A line of it is an object that says its type, and has the rest as its data. */
static bool is_opra(const char* text, size_t length)
{
    text += tare_utf8_mark_length(text, length);
    const size_t n_line = strcspn(text, "\n");
    const char* const type = text[0] == '{' ? strstr(text, "\"type\"") : NULL;
    const char* const data = type ? strstr(text, "\"data\"") : NULL;
    return data && type < text + n_line && data < text + n_line;
}

/** The id of a preset that stands alone, by headphone and author. */
static bool make_id(TareCorrection* c)
{
    char name[256];
    tare_entry_display_name(&c->entry, name, sizeof name);
    char* const headphone = tare_product_name_slug(name);
    char* const author = tare_product_name_slug(c->entry.author);
    TareText id = {0};
    if (headphone && author)
        tare_text_format(&id, "%s/%s", *headphone ? headphone : "unnamed",
                         *author ? author : "opra");
    free(headphone);
    free(author);
    c->entry.id = id.failed ? NULL : id.data;
    if (id.failed)
        tare_text_clear(&id);
    return c->entry.id != NULL;
}

static TareStatus read_contents(TareContents* contents, const TareFormatInput* input,
                                const TareReporter* reporter)
{
    TareOpra opra;
    const TareStatus status =
        tare_opra_read_text(&opra, input->file, input->text, input->length, reporter);
    *contents = (TareContents){opra.corrections, opra.n};
    if (opra.n == 0) {
        tare_contents_clear(contents);
        return status;
    }
    for (size_t i = 0; i < contents->n; ++i)
        if (!make_id(&contents->corrections[i])) {
            tare_contents_clear(contents);
            return TARE_NO_MEMORY;
        }
    return TARE_OK;
}

const TareFormat tare_opra_format = {.name = "opra",
                                     .note = "dump of the OPRA database of published presets",
                                     .endings = {".jsonl"},
                                     .holds = TARE_FORMAT_HOLDS_ORIGIN | TARE_FORMAT_HOLDS_SEVERAL,
                                     .max_bytes = MAX_FILE_BYTES,
                                     .sniff = is_opra,
                                     .read = read_contents};
