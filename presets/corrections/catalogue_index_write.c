#include "corrections/catalogue_index_write.h"

#include "base/parts_write.h"
#include "base/path.h"
#include "base/text.h"
#include "base/texts_once.h"
#include "corrections/aim.h"
#include "corrections/band_prints.h"
#include "corrections/catalogue.h"
#include "corrections/catalogue_index.h"
#include "corrections/catalogue_records.h"
#include "corrections/correction.h"
#include "corrections/headphones.h"
#include "corrections/print.h"
#include "corrections/text_field.h"

#include <stdlib.h>
#include <string.h>

typedef TareCatalogueFile File;
typedef TareCatalogueRecord Record;

enum { ID, BRAND, MODEL, VARIANT, AUTHOR, RIG, TARGET, N_OFTEN, N_TEXTS = TARE_N_ENTRY_FIELDS };

/** The number of a file: so many were read before it. */
static size_t number_of(const File* file)
{
    size_t number = 0;
    while ((file = file->next) != NULL)
        ++number;
    return number;
}

static bool write_headphones(const TareCatalogue* catalogue, TareText* rows, TareText* names)
{
    TareHeadphones* const headphones = tare_headphones_new(catalogue);
    const size_t n = headphones ? tare_headphones_n(headphones) : 0;
    for (size_t i = 0; i < n; ++i) {
        const char* const name = tare_headphones_name(headphones, i);
        tare_parts_add_number(rows, names->length, 4);
        tare_parts_add_number(rows, tare_headphones_entry_number(headphones, i), 4);
        tare_text_append(names, name, strcspn(name, "/"));
        tare_text_append(names, "", 1);
    }
    tare_headphones_free(headphones);
    return headphones != NULL;
}

static void write_files(TareTextsOnce* texts, const TareCatalogue* catalogue, TareText* part,
                        size_t n)
{
    for (size_t i = 0; i < n; ++i) {
        const File* file = catalogue->files;
        for (size_t k = n - 1; k > i; --k)
            file = file->next;
        tare_parts_add_number(part, tare_texts_once_add(texts, tare_path_name(file->name)), 8);
        tare_parts_add_number(part, file->length, 8);
        tare_parts_add_number(part, tare_parts_hash(0, file->text, file->length), 8);
    }
}

/** A row: the texts (in texts), form (1 byte), kind (1), file (2), place of the block in it, its
    length and line, the reference rate that it begins with (8 bytes, as a double), the number of
   its aim (1), whether it is makeshift (1), and nothing (2). */
static void write_entry(TareTextsOnce* texts, const Record* record, TareText* part)
{
    for (size_t k = 0; k < N_TEXTS; ++k)
        tare_parts_add_number(
            part,
            tare_texts_once_add(texts,
                                tare_text_field_value(&tare_entry_fields[k], &record->entry)),
            4);
    tare_parts_add_number(part, record->entry.form, 1);
    tare_parts_add_number(part, record->entry.kind, 1);
    tare_parts_add_number(part, number_of(record->file), 2);
    tare_parts_add_number(part, (uint64_t)(record->block.text - record->file->text), 4);
    tare_parts_add_number(part, record->block.length, 4);
    tare_parts_add_number(part, record->block.line, 4);
    uint64_t rate = 0;
    memcpy(&rate, &record->reference_rate_hz, sizeof rate);
    tare_parts_add_number(part, rate, 8);
    tare_parts_add_number(part, tare_aim_number(record->entry.aim), 1);
    tare_parts_add_number(part, record->entry.is_makeshift, 1);
    tare_parts_add_number(part, 0, 2);
}

/** Texts that nearly every question needs before the others. */
static void write_entries(TareTextsOnce* texts, const TareCatalogue* catalogue, TareText* part)
{
    for (size_t i = 0; i < catalogue->n; ++i)
        for (size_t k = ID; k < N_OFTEN; ++k)
            (void)tare_texts_once_add(
                texts, tare_text_field_value(&tare_entry_fields[k], &catalogue->records[i]->entry));
    for (size_t i = 0; i < catalogue->n; ++i)
        write_entry(texts, catalogue->records[i], part);
}

static bool write_places(const TareCatalogue* catalogue, TareText* part)
{
    size_t n_places = 256;
    while (n_places < 2 * (catalogue->n + 1))
        n_places *= 2;
    uint32_t* const places = calloc(n_places, sizeof *places);
    for (size_t i = 0; places && i < catalogue->n; ++i) {
        size_t place = (size_t)catalogue->records[i]->hash & (n_places - 1);
        while (places[place])
            place = (place + 1) & (n_places - 1);
        places[place] = (uint32_t)i + 1;
    }
    for (size_t i = 0; places && i < n_places; ++i)
        tare_parts_add_number(part, places[i], 4);
    free(places);
    return places != NULL;
}

static void note_report(void* is_reported, const TareReport* report)
{
    (void)report;
    *(bool*)is_reported = true;
}

static void write_band_prints(const TareBandSet* set, TareText* part)
{
    for (uint32_t i = 0; i < set->n_bands; ++i)
        if (tare_band_print(set, i) != 0)
            tare_parts_add_number(part, tare_band_print(set, i), 4);
}

/** That of a correction which cannot be read is that of no band. False when memory is short. */
static bool write_prints(TareCatalogue* catalogue, TareText* part, TareText* bands)
{
    bool is_reported = false;
    const TareReporter reporter = {note_report, &is_reported};
    for (size_t i = 0; i < catalogue->n; ++i) {
        is_reported = false;
        const TareCorrection* const correction =
            tare_catalogue_correction(catalogue, &catalogue->records[i]->entry, &reporter);
        if (!correction && !is_reported)
            return false;
        tare_parts_add_number(part, correction ? tare_print(&correction->set) : 0, 8);
        if (correction)
            write_band_prints(&correction->set, bands);
        tare_parts_add_number(bands, 0, 4);
    }
    return true;
}

/** How many files there are; 0 when one of them was not read for its entries only. */
static size_t count_files(const TareCatalogue* catalogue)
{
    size_t n = 0;
    for (const File* file = catalogue->files; file; file = file->next, ++n)
        if (!file->text)
            return 0;
    return n;
}

bool tare_catalogue_index_write(TareCatalogue* catalogue, TareText* parts)
{
    const size_t n_files = count_files(catalogue);
    if (!n_files || n_files > UINT16_MAX || !catalogue->records)
        return false;
    TareTextsOnce texts;
    bool is_good =
        tare_texts_once_begin(&texts, &parts[TARE_INDEX_TEXTS], N_TEXTS * catalogue->n) &&
        write_headphones(catalogue, &parts[TARE_INDEX_HEADPHONES],
                         &parts[TARE_INDEX_HEADPHONE_NAMES]) &&
        write_places(catalogue, &parts[TARE_INDEX_PLACES]);
    if (is_good) {
        write_entries(&texts, catalogue, &parts[TARE_INDEX_ENTRIES]);
        write_files(&texts, catalogue, &parts[TARE_INDEX_FILES], n_files);
        is_good =
            write_prints(catalogue, &parts[TARE_INDEX_PRINTS], &parts[TARE_INDEX_BAND_PRINTS]);
    }
    tare_texts_once_end(&texts);
    for (size_t i = 0; i < TARE_INDEX_N_PARTS; ++i)
        is_good = is_good && !parts[i].failed;
    return is_good;
}
