/* Makes the Turtle of the bundle: the templates with the ports filled in, and the presets.

       generate TEMPLATES CATALOGUE OUT [window]

   reads TEMPLATES/{manifest,tare}.ttl.in and the corrections in CATALOGUE, chooses among them, and
   writes OUT/{manifest,tare,flat,presets-BRAND}.ttl; of a plugin with a window, window.ttl too. */

#include "base/file.h"
#include "document.h"
#include "lv2/lv2_preset.h"
#include "lv2/turtle.h"
#include "ports_ttl.h"
#include "preset_list.h"
#include "preset_source.h"
#include "template.h"

#include <stdlib.h>
#include <string.h>

enum { max_path = 4096, max_template_bytes = 1 << 20 };

static const char flat_file[] = "flat.ttl";

typedef struct {
    const char *templates, *out;
    bool has_window;
    TarePresetList list;
} Generator;

static char* read_template(const Generator* generator, const char* name)
{
    char path[max_path];
    char* text = NULL;
    size_t length = 0;
    snprintf(path, sizeof path, "%s/%s.in", generator->templates, name);
    return tare_file_read(path, max_template_bytes, &text, &length,
                          tare_preset_source_reporter()) == TARE_OK
               ? text
               : NULL;
}

/* Even and not zero: a release, by the rules of LV2. */
static void write_minor_version(FILE* out)
{
    fputs("2", out);
}

static void write_micro_version(FILE* out)
{
    fputs("0", out);
}

static void write_stereo_ports(FILE* out)
{
    tare_ports_ttl_write(out, 2);
}

static void write_mono_ports(FILE* out)
{
    tare_ports_ttl_write(out, 1);
}

static void write_window(FILE* out)
{
    fputs(" , <window.ttl>", out);
}

static void write_no_window(FILE* out)
{
    (void)out;
}

/** A template with its words filled in, in memory; NULL on failure. */
static char* filled_template(const Generator* generator, const char* name)
{
    char* text = read_template(generator, name);
    char* filled = NULL;
    size_t size = 0;
    const TareTemplateWord words[] = {
        {"MINOR", write_minor_version},
        {"MICRO", write_micro_version},
        {"PORTS_STEREO", write_stereo_ports},
        {"PORTS_MONO", write_mono_ports},
        {"WINDOW", generator->has_window ? write_window : write_no_window},
        {NULL, NULL},
    };
    FILE* out = text ? open_memstream(&filled, &size) : NULL;
    const char* unknown = out ? tare_template_fill(out, text, words) : NULL;
    if (unknown)
        fprintf(stderr, "generate: %s.in: unknown word %.20s\n", name, unknown);
    bool is_good = out && !unknown;
    if (out && fclose(out))
        is_good = false;
    free(text);
    if (!is_good) {
        free(filled);
        return NULL;
    }
    return filled;
}

static void values_file(const TareListedPreset* preset, char* name, size_t size)
{
    snprintf(name, size, "presets-%s.ttl", preset->brand);
}

/** The flat preset, banks and the other entries. Labels of one brand may stand apart, so the banks
 * have a turn of their own.
 */
static void write_entries(TareTurtle* turtle, const TarePresetList* list)
{
    char name[256];
    tare_lv2_flat_manifest_entry(turtle, flat_file);
    for (size_t i = 0; i < list->n; i += tare_preset_list_n_of_brand(list, i))
        tare_lv2_preset_bank(turtle, list->by_brand[i]->correction);
    for (size_t i = 0; i < list->n; ++i) {
        values_file(&list->presets[i], name, sizeof name);
        tare_lv2_preset_manifest_entry(turtle, list->presets[i].correction, TARE_PRESET_SHIPPED,
                                       name);
    }
}

static bool write_filled(const Generator* generator, const char* name,
                         void (*write_more)(TareTurtle* turtle, const TarePresetList* list))
{
    char* const text = filled_template(generator, name);
    TareDocument document = tare_document_begin(generator->out, name);
    bool is_good = text && document.turtle && tare_turtle_copy(document.turtle, text);
    if (is_good && write_more)
        write_more(document.turtle, &generator->list);
    free(text);
    return tare_document_end(&document) && is_good;
}

static bool write_brand(const Generator* generator, size_t first, size_t n)
{
    char name[256];
    values_file(generator->list.by_brand[first], name, sizeof name);
    TareDocument document = tare_document_begin(generator->out, name);
    if (document.turtle) {
        tare_lv2_preset_prefixes(document.turtle);
        for (size_t i = first; i < first + n; ++i)
            tare_lv2_preset_values(document.turtle, generator->list.by_brand[i]->correction,
                                   TARE_PRESET_SHIPPED);
    }
    return tare_document_end(&document);
}

static bool write_flat(const Generator* generator)
{
    TareDocument document = tare_document_begin(generator->out, flat_file);
    if (document.turtle) {
        tare_lv2_preset_prefixes(document.turtle);
        tare_lv2_flat_values(document.turtle);
    }
    return tare_document_end(&document);
}

static bool write_all(const Generator* generator)
{
    bool is_good = write_filled(generator, "manifest.ttl", write_entries) &&
                   write_filled(generator, "tare.ttl", NULL) && write_flat(generator);
    if (generator->has_window)
        is_good = is_good && write_filled(generator, "window.ttl", NULL);
    for (size_t i = 0, n; is_good && i < generator->list.n; i += n) {
        n = tare_preset_list_n_of_brand(&generator->list, i);
        is_good = write_brand(generator, i, n);
    }
    return is_good;
}

int main(int argc, char** argv)
{
    const bool has_window = argc == 5 && !strcmp(argv[4], "window");
    if (argc != 4 && !has_window) {
        fprintf(stderr, "usage: generate TEMPLATES CATALOGUE OUT [window]\n");
        return 2;
    }
    Generator generator = {.templates = argv[1], .out = argv[3], .has_window = has_window};
    TarePresetSource source;
    const bool is_good =
        tare_preset_source_open(&source, argv[2]) &&
        tare_preset_list_make(&generator.list, source.shipped.corrections, source.shipped.n) &&
        write_all(&generator);
    tare_preset_list_clear(&generator.list);
    tare_preset_source_close(&source);
    return is_good ? 0 : 1;
}
