/* Broken index files: one that was changed after it was written is not used, and one that was
   written wrongly, so that nothing tells, is read without a step outside of it. Seeded. */

#include "base/file.h"
#include "base/parts.h"
#include "corrections/catalogue.h"
#include "corrections/catalogue_index.h"
#include "corrections/entry.h"
#include "corrections/headphones.h"
#include "helpers/check.h"
#include "helpers/mutate.h"
#include "helpers/noise.h"
#include "helpers/shelf.h"
#include "search/models.h"
#include "search/search.h"

#include <stdlib.h>

enum { N_BROKEN = 500, N_WRONG = 1000, MAX_SIZE = 1 << 16 };

static Shelf shelf;
static char* whole;
static size_t n_whole;

static bool write_index(const char* bytes, size_t n)
{
    FILE* const out = fopen(shelf.index, "wb");
    const bool is_good = out && fwrite(bytes, 1, n, out) == n;
    return out && fclose(out) == 0 && is_good;
}

static void test_changed_files_are_not_used(void)
{
    uint64_t random = 88172645463325252u;
    static char bytes[MAX_SIZE];
    for (int round = 0; round < N_BROKEN; ++round) {
        memcpy(bytes, whole, n_whole);
        size_t n = n_whole;
        if (round % 2)
            n = mutate(bytes, n_whole, sizeof bytes, &random);
        else
            bytes[noise_below(&random, n)] ^= (char)(1 << noise_below(&random, 8));
        REQUIRE(write_index(bytes, n));
        TareCatalogue* const catalogue = shelf_open(&shelf);
        CHECK(!catalogue || (n == n_whole && !memcmp(bytes, whole, n)));
        tare_catalogue_free(catalogue);
    }
}

/** Goes everywhere. */
static size_t look_around(TareCatalogue* catalogue)
{
    size_t n_letters = 0;
    TareModels* const models = tare_models_new(catalogue);
    TareHeadphones* const headphones = tare_headphones_new(catalogue);
    CHECK(models && headphones);
    TareSearchMatch matches[4];
    n_letters += tare_search(models, NULL, "b two worn", matches, 4);
    for (size_t i = 0; i < tare_models_n(models); ++i) {
        const TareModel* const model = tare_models_get(models, i);
        CHECK(model->n_corrections > 0);
        for (size_t k = 0; k < model->n_corrections; ++k)
            n_letters += strlen(model->corrections[k]->id);
        n_letters += strlen(model->name.text);
        (void)tare_models_find_id(models, model->corrections[0]->id);
    }
    for (size_t i = 0; i < tare_headphones_n(headphones); ++i)
        n_letters += strlen(tare_headphones_name(headphones, i)) +
                     strlen(tare_headphones_entry(headphones, i)->brand);
    for (size_t i = 0; i < tare_catalogue_n_corrections(catalogue); ++i) {
        const TareEntry* const entry = tare_catalogue_get(catalogue, i);
        char name[100];
        tare_entry_display_name(entry, name, sizeof name);
        CHECK(tare_kind_name(entry->kind) != NULL);
        (void)tare_catalogue_find_id(catalogue, entry->id);
        (void)tare_catalogue_correction(catalogue, entry, NULL);
        n_letters += strlen(name);
    }
    tare_headphones_free(headphones);
    tare_models_free(models);
    return n_letters;
}

/** Puts the hash right again. */
static void sign(char* bytes, size_t n)
{
    const uint64_t hash = tare_parts_hash(TARE_INDEX_VERSION, bytes + 24, n - 24);
    for (size_t i = 0; i < 8; ++i)
        bytes[16 + i] = (char)(hash >> 8 * i & 0xFF);
}

static void test_wrong_files_are_survived(void)
{
    uint64_t random = 362436069u;
    static char bytes[MAX_SIZE];
    size_t n_used = 0;
    for (int round = 0; round < N_WRONG; ++round) {
        memcpy(bytes, whole, n_whole);
        size_t n = n_whole;
        if (round % 4 == 0)
            n = mutate(bytes, n_whole, sizeof bytes, &random);
        for (size_t i = noise_below(&random, 20) + 1; i && n > 24; --i)
            bytes[24 + noise_below(&random, n - 24)] = (char)noise_below(&random, 256);
        if (n > 24)
            sign(bytes, n);
        REQUIRE(write_index(bytes, n));
        TareCatalogue* const catalogue = shelf_open(&shelf);
        n_used += catalogue && look_around(catalogue) > 0;
        tare_catalogue_free(catalogue);
    }
    CHECK(n_used > N_WRONG / 4);
}

int main(void)
{
    if (!shelf_make(&shelf) ||
        tare_file_read(shelf.index, MAX_SIZE / 2, &whole, &n_whole, NULL) != TARE_OK)
        return 1;
    RUN(test_changed_files_are_not_used);
    RUN(test_wrong_files_are_survived);
    free(whole);
    shelf_remove(&shelf);
    return check_done();
}
