/* Makes the Turtle of the bundle: the templates with the ports filled in, and the presets.

       generate TEMPLATES CATALOGUE OUT

   reads TEMPLATES/{manifest,tare}.ttl.in and the corrections in CATALOGUE, writes
   OUT/{manifest,tare,presets-BRAND}.ttl. */

#include "catalogue.h"
#include "file.h"
#include "ports_ttl.h"
#include "template.h"
#include "writers/lv2_preset.h"

#include <stdlib.h>
#include <string.h>

/* Hosts read every preset when they list them: 250 keep that below a fifth of a second. */
enum { max_shipped_presets = 250, max_path = 4096, max_template_bytes = 1 << 20 };

typedef struct {
    const TareCorrection* correction;
    char* label;
} Preset;

typedef struct {
    const char *templates, *out;
    Preset presets[max_shipped_presets]; ///< in the order of labels
    size_t n_presets;
} Generator;

static void print_report(void* data, const TareReport* report)
{
    (void)data;
    fprintf(stderr, "%s:%u:%u: %s\n", report->file, report->line, report->column, report->message);
}

static const TareReporter reporter = {print_report, NULL};

static char* read_template(const Generator* generator, const char* name)
{
    char path[max_path];
    char* text = NULL;
    size_t length = 0;
    snprintf(path, sizeof path, "%s/%s.in", generator->templates, name);
    return tare_file_read(path, max_template_bytes, &text, &length, &reporter) == TARE_OK ? text
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

static const TareTemplateWord words[] = {
    {"MINOR", write_minor_version},
    {"MICRO", write_micro_version},
    {"PORTS_STEREO", write_stereo_ports},
    {"PORTS_MONO", write_mono_ports},
    {NULL, NULL},
};

/** A template with its words filled in, in memory; NULL on failure. */
static char* filled_template(const Generator* generator, const char* name)
{
    char* text = read_template(generator, name);
    char* filled = NULL;
    size_t size = 0;
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

static TareTurtle* begin_document(const Generator* generator, const char* name, FILE** file)
{
    char path[max_path];
    snprintf(path, sizeof path, "%s/%s", generator->out, name);
    *file = fopen(path, "w");
    if (!*file)
        perror(path);
    return *file ? tare_turtle_new(*file) : NULL;
}

static bool end_document(TareTurtle* turtle, FILE* file, const char* name)
{
    bool is_good = tare_turtle_close(turtle);
    if (file && fclose(file))
        is_good = false;
    if (!is_good)
        fprintf(stderr, "generate: %s could not be written\n", name);
    return is_good;
}

static void brand_file(const TareCorrection* correction, char* name, size_t size)
{
    size_t n = (size_t)snprintf(name, size, "presets-");
    for (const char* c = correction->brand; *c && n + 5 < size; ++c) {
        const bool is_letter = (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z');
        const bool is_plain = is_letter || (*c >= '0' && *c <= '9');
        name[n++] = (char)(is_letter ? *c | 0x20 : is_plain ? *c : '-');
    }
    snprintf(name + n, size - n, ".ttl");
}

static bool is_new_brand(const Generator* generator, size_t i)
{
    return i == 0 || strcmp(generator->presets[i].correction->brand,
                            generator->presets[i - 1].correction->brand) != 0;
}

static bool write_manifest(const Generator* generator)
{
    char* text = filled_template(generator, "manifest.ttl");
    FILE* file = NULL;
    TareTurtle* turtle = text ? begin_document(generator, "manifest.ttl", &file) : NULL;
    bool is_good = turtle && tare_turtle_copy(turtle, text);
    for (size_t i = 0; is_good && i < generator->n_presets; ++i) {
        char name[256];
        brand_file(generator->presets[i].correction, name, sizeof name);
        if (is_new_brand(generator, i))
            tare_lv2_preset_bank(turtle, generator->presets[i].correction);
        tare_lv2_preset_manifest_entry(turtle, generator->presets[i].correction,
                                       TARE_PRESET_SHIPPED, name);
    }
    free(text);
    return end_document(turtle, file, "manifest.ttl") && is_good;
}

static bool write_plugin(const Generator* generator)
{
    char* text = filled_template(generator, "tare.ttl");
    FILE* file = NULL;
    TareTurtle* turtle = text ? begin_document(generator, "tare.ttl", &file) : NULL;
    const bool is_good = turtle && tare_turtle_copy(turtle, text);
    free(text);
    return end_document(turtle, file, "tare.ttl") && is_good;
}

static bool write_brand(const Generator* generator, size_t first)
{
    char name[256];
    FILE* file;
    brand_file(generator->presets[first].correction, name, sizeof name);
    TareTurtle* turtle = begin_document(generator, name, &file);
    if (turtle) {
        tare_lv2_preset_prefixes(turtle);
        size_t i = first;
        do {
            tare_lv2_preset_values(turtle, generator->presets[i++].correction, TARE_PRESET_SHIPPED);
        } while (i < generator->n_presets && !is_new_brand(generator, i));
    }
    return end_document(turtle, file, name);
}

static int by_label(const void* a, const void* b)
{
    return strcmp(((const Preset*)a)->label, ((const Preset*)b)->label);
}

static bool share_file(const TareCorrection* a, const TareCorrection* b)
{
    char file_a[256], file_b[256];
    brand_file(a, file_a, sizeof file_a);
    brand_file(b, file_b, sizeof file_b);
    return strcmp(a->brand, b->brand) != 0 && !strcmp(file_a, file_b);
}

/** Two brands whose names differ in signs only would overwrite each other. */
static bool have_files_of_their_own(const Generator* generator)
{
    for (size_t i = 0; i < generator->n_presets; ++i)
        for (size_t k = 0; k < i; ++k)
            if (share_file(generator->presets[i].correction, generator->presets[k].correction)) {
                fprintf(stderr, "generate: the brands of %s and %s need the same file\n",
                        generator->presets[i].correction->id, generator->presets[k].correction->id);
                return false;
            }
    return true;
}

/** Qtractor and GStreamer know presets by their labels only. */
static bool have_labels_of_their_own(const Generator* generator)
{
    for (size_t i = 1; i < generator->n_presets; ++i)
        if (by_label(&generator->presets[i - 1], &generator->presets[i]) == 0) {
            fprintf(stderr, "generate: %s has the same label as another preset\n",
                    generator->presets[i].correction->id);
            return false;
        }
    return true;
}

static bool choose_presets(Generator* generator, TareCatalogue* catalogue)
{
    const size_t n = tare_catalogue_n_corrections(catalogue);
    if (n > max_shipped_presets) {
        fprintf(stderr, "generate: %zu presets are too many for a bundle; at most %d\n", n,
                max_shipped_presets);
        return false;
    }
    for (size_t i = 0; i < n; ++i) {
        Preset* preset = &generator->presets[generator->n_presets];
        preset->correction =
            tare_catalogue_correction(catalogue, tare_catalogue_get(catalogue, i), &reporter);
        preset->label = tare_lv2_preset_label(preset->correction, TARE_PRESET_SHIPPED);
        if (!preset->label)
            return false;
        generator->n_presets++;
    }
    qsort(generator->presets, generator->n_presets, sizeof *generator->presets, by_label);
    return have_labels_of_their_own(generator) && have_files_of_their_own(generator);
}

static bool generate(Generator* generator, TareCatalogue* catalogue)
{
    bool is_good = choose_presets(generator, catalogue) && write_manifest(generator) &&
                   write_plugin(generator);
    for (size_t i = 0; is_good && i < generator->n_presets; ++i)
        if (is_new_brand(generator, i))
            is_good = write_brand(generator, i);
    return is_good;
}

int main(int argc, char** argv)
{
    if (argc != 4) {
        fprintf(stderr, "usage: generate TEMPLATES CATALOGUE OUT\n");
        return 2;
    }
    Generator generator = {.templates = argv[1], .out = argv[3]};
    TareCatalogue* catalogue = tare_catalogue_new();
    const bool is_good =
        catalogue &&
        tare_catalogue_add_folder(catalogue, argv[2], TARE_READ_ALL, &reporter) == TARE_OK &&
        generate(&generator, catalogue);
    for (size_t i = 0; i < generator.n_presets; ++i)
        free(generator.presets[i].label);
    tare_catalogue_free(catalogue);
    return is_good ? 0 : 1;
}
