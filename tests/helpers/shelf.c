#include "helpers/shelf.h"

#include "corrections/catalogue.h"
#include "corrections/catalogue_index.h"
#include "corrections/correction.h"
#include "corrections/headphones.h"
#include "corrections/text_field.h"
#include "search/models.h"
#include "search/models_index_write.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static const char a_text[] =
    "# first\nauthor AutoEQ\nkind preset\nrate 44100\n\n"
    "headphone b-two\nbrand B\nmodel Two\nvariant worn\nform in-ear\n\n"
    "id b-two/x\nrig crinacle\naim autoeq-in-ear\npreamp -3\npeak 1000 3 1.5\n\n"
    "id b-two/y\nrig oratory1990\nversion makeshift\nsource http://y\npreamp -2\nlow_shelf 100 2 "
    "0.7\n\n"
    "headphone b-two-plus\nbrand B\nmodel Two+\n\nid b-two-plus/x\npeak 2000 -3 1\n";

static const char b_text[] =
    "id a-one/r\nbrand A\nmodel One\nkind review\ndate 2025-01-01\npeak 3000 -2 1\n"
    "evidence a.md\nline 3\ntext too bright\n\n"
    "id b-two/r\nbrand B\nmodel TWO\nvariant Worn\nkind review\nlicence MIT\npeak 9000 -2 1\n\n"
    "id z/z\nbrand Z\xC3\xA9\nmodel 9000\nkind measurement\nform over-ear\ntarget Flat\naim flat\n";

bool shelf_write(const char* path, const char* text)
{
    FILE* const out = fopen(path, "wb");
    const bool is_good = out && fputs(text, out) >= 0;
    return out && fclose(out) == 0 && is_good;
}

bool shelf_set_time(const char* path, int seconds)
{
    struct timespec times[2] = {{.tv_sec = time(NULL) + seconds}, {.tv_sec = time(NULL) + seconds}};
    return utimensat(AT_FDCWD, path, times, 0) == 0;
}

bool shelf_make(Shelf* shelf)
{
    snprintf(shelf->folder, SHELF_PATH, "/tmp/tare shelf XXXXXX");
    if (!mkdtemp(shelf->folder))
        return false;
    snprintf(shelf->a, SHELF_PATH, "%.150s/a.tare", shelf->folder);
    snprintf(shelf->b, SHELF_PATH, "%.150s/b.tare", shelf->folder);
    snprintf(shelf->index, SHELF_PATH, "%.150s/catalogue.index", shelf->folder);
    if (!shelf_write(shelf->a, a_text) || !shelf_write(shelf->b, b_text))
        return false;
    TareCatalogue* const catalogue = shelf_read(shelf);
    const bool is_made =
        catalogue && tare_models_index_write(catalogue, shelf->index, NULL) == TARE_OK;
    tare_catalogue_free(catalogue);
    return is_made;
}

void shelf_remove(const Shelf* shelf)
{
    unlink(shelf->a);
    unlink(shelf->b);
    unlink(shelf->index);
    rmdir(shelf->folder);
}

TareCatalogue* shelf_read(const Shelf* shelf)
{
    TareCatalogue* const catalogue = tare_catalogue_new();
    if (catalogue &&
        tare_catalogue_add_folder(catalogue, shelf->folder, TARE_READ_ENTRIES, NULL) == TARE_OK)
        return catalogue;
    tare_catalogue_free(catalogue);
    return NULL;
}

TareCatalogue* shelf_open(const Shelf* shelf)
{
    TareCatalogue* const catalogue = tare_catalogue_new();
    if (catalogue && tare_catalogue_add_index(catalogue, shelf->index, shelf->folder) == TARE_OK)
        return catalogue;
    tare_catalogue_free(catalogue);
    return NULL;
}

static bool differs(const char* what, const char* id)
{
    fprintf(stderr, "%s of %s differs\n", what, id);
    return false;
}

static bool is_same_text(const char* a, const char* b)
{
    return a && b ? !strcmp(a, b) : a == b;
}

static bool is_same_entry(const TareEntry* a, const TareEntry* b)
{
    for (size_t i = 0; i < TARE_N_ENTRY_FIELDS; ++i)
        if (!is_same_text(tare_text_field_value(&tare_entry_fields[i], a),
                          tare_text_field_value(&tare_entry_fields[i], b)))
            return differs(tare_entry_fields[i].key, a->id);
    if (a->aim != b->aim || a->is_makeshift != b->is_makeshift)
        return differs("aim or version", a->id);
    return (a->form == b->form && a->kind == b->kind) || differs("form or kind", a->id);
}

static bool is_same_correction(const TareCorrection* a, const TareCorrection* b)
{
    if (!a || !b)
        return a == b;
    bool is_same = a->set.n_bands == b->set.n_bands && a->n_evidence == b->n_evidence &&
                   a->set.preamp_db == b->set.preamp_db &&
                   a->set.reference_rate_hz == b->set.reference_rate_hz;
    for (size_t i = 0; is_same && i < a->set.n_bands; ++i)
        is_same = a->set.bands[i].freq_hz == b->set.bands[i].freq_hz &&
                  a->set.bands[i].gain_db == b->set.bands[i].gain_db &&
                  a->set.bands[i].type == b->set.bands[i].type;
    return (is_same || differs("correction", a->entry.id)) && is_same_entry(&a->entry, &b->entry);
}

static bool are_same_entries(TareCatalogue* catalogue, TareCatalogue* other)
{
    const size_t n = tare_catalogue_n_corrections(catalogue);
    if (n != tare_catalogue_n_corrections(other))
        return differs("number", "corrections");
    for (size_t i = 0; i < n; ++i) {
        const TareEntry* const a = tare_catalogue_get(catalogue, i);
        const TareEntry* const b = tare_catalogue_find_id(other, a->id);
        if (!b || b != tare_catalogue_get(other, i) || !is_same_entry(a, b) ||
            !is_same_correction(tare_catalogue_correction(catalogue, a, NULL),
                                tare_catalogue_correction(other, b, NULL)))
            return differs("entry", a->id);
    }
    return !tare_catalogue_find_id(catalogue, "no/such") &&
           !tare_catalogue_find_id(other, "no/such");
}

static bool are_same_headphones(const TareCatalogue* catalogue, const TareCatalogue* other)
{
    TareHeadphones* const a = tare_headphones_new(catalogue);
    TareHeadphones* const b = tare_headphones_new(other);
    bool is_same = a && b && tare_headphones_n(a) == tare_headphones_n(b);
    for (size_t i = 0; is_same && i < tare_headphones_n(a); ++i) {
        const char* const x = tare_headphones_name(a, i);
        const char* const y = tare_headphones_name(b, i);
        const size_t length = strcspn(x, "/");
        is_same = (length == strcspn(y, "/") && !strncmp(x, y, length) &&
                   tare_headphones_entry_number(a, i) == tare_headphones_entry_number(b, i)) ||
                  differs("headphone", x);
    }
    tare_headphones_free(a);
    tare_headphones_free(b);
    return is_same;
}

static bool is_same_model(const TareModel* a, const TareModel* b)
{
    bool is_same = a->n_corrections == b->n_corrections && !strcmp(a->name.text, b->name.text) &&
                   a->name.length == b->name.length && a->name.brand == b->name.brand &&
                   a->name.bare == b->name.bare && a->name.words == b->name.words &&
                   a->name.model == b->name.model &&
                   !memcmp(&a->name.mark, &b->name.mark, sizeof a->name.mark);
    for (size_t i = 0; is_same && i < a->n_corrections; ++i)
        is_same = !strcmp(a->corrections[i]->id, b->corrections[i]->id);
    return is_same || differs("model", a->name.text);
}

static bool are_same_models(const TareCatalogue* catalogue, const TareCatalogue* other)
{
    TareModels* const a = tare_models_new(catalogue);
    TareModels* const b = tare_models_new(other);
    bool is_same = a && b && tare_models_n(a) == tare_models_n(b);
    for (size_t i = 0; is_same && i < tare_models_n(a); ++i) {
        const TareModel* const model = tare_models_get(a, i);
        is_same = is_same_model(model, tare_models_get(b, i)) &&
                  tare_models_find_id(a, model->corrections[0]->id) == model &&
                  tare_models_find_id(b, model->corrections[0]->id) == tare_models_get(b, i);
    }
    tare_models_free(a);
    tare_models_free(b);
    return is_same;
}

bool shelf_is_same(TareCatalogue* catalogue, TareCatalogue* other)
{
    return are_same_headphones(catalogue, other) && are_same_models(catalogue, other) &&
           are_same_entries(catalogue, other);
}
