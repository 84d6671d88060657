/* The OPRA database of published presets. */

#include "base/path.h"
#include "cli/frame/terminal.h"
#include "corrections/correction.h"
#include "formats/opra.h"
#include "make/batch.h"
#include "make/facts.h"
#include "make/source.h"

#include <stdlib.h>

/* Where a folder has the database: beside the licence, or as the project lays it out. */
static const char* const places[] = {"database_v1.jsonl", "dist/database_v1.jsonl"};

enum { N_PLACES = sizeof places / sizeof *places };

static const char licence[] =
    "The corrections in opra.tare are taken from OPRA, the open headphone database,\n"
    "https://github.com/opra-project/OPRA. Their authors are\n"
    "\n"
    "  oratory1990,  presets to several targets, measured and made by hand\n"
    "  AutoEQ,       https://github.com/jaakkopasanen/AutoEq by Jaakko Pasanen, fitted to\n"
    "                the measurements of those who stand in the lines \"rig\"\n"
    "  Rtings/AutoEQ, fitted with AutoEQ to the measurements of Rtings\n"
    "\n"
    "and each correction says which of them. OPRA's data are licensed under Creative\n"
    "Commons Attribution-ShareAlike 4.0 International (CC BY-SA 4.0),\n"
    "https://creativecommons.org/licenses/by-sa/4.0/legalcode, and so is opra.tare.\n"
    "What was changed: names of headphones are brought to one spelling, states of a\n"
    "headphone are told from its name, preamps are lowered where they would clip,\n"
    "repeats are left out. Bands are as published.\n"
    "\n"
    "The presets by AutoEQ come with this notice:\n"
    "\n"
    "MIT License\n"
    "\n"
    "Copyright (c) 2018-2022 Jaakko Pasanen\n"
    "\n";

/** Path of the database in a folder; NULL when it has none. */
static const char* place_in(const char* folder)
{
    for (size_t i = 0; i < N_PLACES; ++i)
        if (tare_source_has(folder, places[i]))
            return places[i];
    return NULL;
}

static bool is_in(const char* folder)
{
    return place_in(folder) != NULL;
}

static void show_progress(size_t done, size_t total)
{
    tare_terminal_progress("presets", (double)done, (double)total);
}

static bool fill(TareBatch* batch, TareOpra* opra, const TareSame* same)
{
    for (size_t i = 0; i < opra->n; ++i)
        if (!tare_batch_add(batch, &opra->corrections[i]))
            return false;
    const bool is_good = tare_batch_settle_names(batch, same, NULL) && tare_facts_set(batch) &&
                         tare_batch_make_ids(batch) &&
                         tare_batch_make_preamps_safe(batch, show_progress);
    tare_terminal_clear_progress();
    return is_good;
}

static TareStatus read_opra(const char* folder, const char* out, const TareSame* same,
                            TareBatch* batch, const TareReporter* reporter)
{
    (void)out;
    const char* const place = place_in(folder);
    char* const path = place ? tare_path_join(folder, place) : NULL;
    TareOpra opra = {0};
    TareStatus status = path ? tare_opra_read_file(&opra, path, reporter) : TARE_NO_MEMORY;
    if ((status == TARE_OK || status == TARE_BAD_INPUT) && !fill(batch, &opra, same))
        status = TARE_NO_MEMORY;
    if (opra.n)
        printf("opra: %zu vendors, %zu products, %zu presets read\n", opra.n_vendors,
               opra.n_products, opra.n_presets);
    tare_opra_clear(&opra);
    free(path);
    return status;
}

const TareSource tare_source_opra = {
    .name = "opra",
    .marks = "database_v1.jsonl",
    .head =
        "# Published presets out of the OPRA database. Made by \"./wscript catalogue\" and not to "
        "be\n"
        "# edited; whose they are, and under which terms they stand, is in opra.LICENSE.\n",
    .by_headphone = true,
    .is_in = is_in,
    .read = read_opra,
    .licence = licence};
