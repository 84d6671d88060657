/* Makes a bundle of presets for each brand, with all that the bundle of the plugin does not have.

       brands CATALOGUE OUT

   writes OUT/tare-presets-BRAND.lv2/{manifest,presets}.ttl. No preset is in two bundles, and one
   keeps its label and URI when the choice of the plugin's bundle changes. */

#include "base/path.h"
#include "base/text.h"
#include "corrections/catalogue.h"
#include "document.h"
#include "lv2/lv2_preset.h"
#include "preset_list.h"
#include "preset_source.h"

#include <stdlib.h>
#include <string.h>

static const char values_file[] = "presets.ttl";

/** What goes into one bundle. */
typedef struct {
    const TareListedPreset** presets;
    size_t n;
} Brand;

static bool is_shipped(const TareShipped* shipped, const TareCorrection* correction)
{
    size_t i = 0;
    while (i < shipped->n && shipped->corrections[i] != correction)
        ++i;
    return i < shipped->n;
}

/** Moves what is not shipped of a brand's presets to the front. */
static Brand brand_of(const TareListedPreset** presets, size_t n, const TareShipped* shipped)
{
    Brand brand = {.presets = presets};
    for (size_t i = 0; i < n; ++i)
        if (!is_shipped(shipped, presets[i]->correction))
            presets[brand.n++] = presets[i];
    return brand;
}

static bool write_manifest(const Brand* brand, const char* folder)
{
    TareDocument document = tare_document_begin(folder, "manifest.ttl");
    if (document.turtle) {
        tare_lv2_preset_prefixes(document.turtle);
        tare_lv2_preset_bank(document.turtle, brand->presets[0]->correction);
        for (size_t i = 0; i < brand->n; ++i)
            tare_lv2_preset_manifest_entry(document.turtle, brand->presets[i]->correction,
                                           TARE_PRESET_SHIPPED, values_file);
    }
    return tare_document_end(&document);
}

static bool write_values(const Brand* brand, const char* folder)
{
    TareDocument document = tare_document_begin(folder, values_file);
    if (document.turtle) {
        tare_lv2_preset_prefixes(document.turtle);
        for (size_t i = 0; i < brand->n; ++i)
            tare_lv2_preset_values(document.turtle, brand->presets[i]->correction,
                                   TARE_PRESET_SHIPPED);
    }
    return tare_document_end(&document);
}

static bool make_folder(const char* path)
{
    const bool is_there = tare_path_make_folder(path);
    if (!is_there)
        perror(path);
    return is_there;
}

static bool write_bundle(const Brand* brand, const char* out)
{
    TareText path = {0};
    tare_text_format(&path, "%s/tare-presets-%s.lv2", out, brand->presets[0]->brand);
    const bool is_good = !path.failed && make_folder(path.data) &&
                         write_manifest(brand, path.data) && write_values(brand, path.data);
    tare_text_clear(&path);
    return is_good;
}

static bool write_bundles(const TarePresetList* list, const TareShipped* shipped, const char* out)
{
    bool is_good = make_folder(out);
    for (size_t i = 0, n; is_good && i < list->n; i += n) {
        n = tare_preset_list_n_of_brand(list, i);
        const Brand brand = brand_of(list->by_brand + i, n, shipped);
        is_good = brand.n == 0 || write_bundle(&brand, out);
    }
    return is_good;
}

/** All corrections of the catalogue. */
static bool list_all(TarePresetList* list, TareCatalogue* catalogue)
{
    const size_t n = tare_catalogue_n_corrections(catalogue);
    const TareCorrection** const all = calloc(n + 1, sizeof *all);
    bool is_good = all != NULL;
    for (size_t i = 0; is_good && i < n; ++i) {
        all[i] = tare_catalogue_correction(catalogue, tare_catalogue_get(catalogue, i), NULL);
        is_good = all[i] != NULL;
    }
    is_good = is_good && tare_preset_list_make(list, all, n);
    free(all);
    return is_good;
}

int main(int argc, char** argv)
{
    if (argc != 3) {
        fprintf(stderr, "usage: brands CATALOGUE OUT\n");
        return 2;
    }
    TarePresetSource source;
    TarePresetList list = {0};
    const bool is_good = tare_preset_source_open(&source, argv[1]) &&
                         list_all(&list, source.catalogue) &&
                         write_bundles(&list, &source.shipped, argv[2]);
    tare_preset_list_clear(&list);
    tare_preset_source_close(&source);
    return is_good ? 0 : 1;
}
