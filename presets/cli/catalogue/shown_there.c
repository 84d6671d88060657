#include "cli/catalogue/shown_there.h"

#include "cli/frame/json.h"
#include "cli/frame/terminal.h"
#include "corrections/agreement.h"
#include "corrections/basis.h"
#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "review/fact.h"
#include "review/review.h"
#include "search/models.h"
#include "search/stock.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/** A measured correction as it can be looked at. */
typedef struct TareShown {
    const TareEntry* entry;
    TareMeasured* measured;
} TareShown;

static bool has_place(const TareReview* review)
{
    for (size_t i = 0; i < review->n_left_out; ++i) {
        if (review->left_out[i].place_hz > 0.0)
            return true;
    }
    return false;
}

/** The model of a review; NULL when it is not in the catalogue. */
static const TareModel* model_of(TareStock* stock, const TareReview* review)
{
    const TareEntry* const entry = tare_stock_meant_one(stock, review->model);
    return entry ? tare_models_find_id(tare_stock_models(stock), entry->id) : NULL;
}

/** Designs all that can be used; false when memory is short. */
static bool design(TareShownThere* there, TareStock* stock, const TareModel* model)
{
    there->shown = calloc(model->n_corrections, sizeof *there->shown);
    if (!there->shown)
        return false;
    for (size_t i = 0; i < model->n_corrections; ++i) {
        const TareEntry* const entry = model->corrections[i];
        const TareCorrection* const correction =
            tare_basis_is_measured(entry)
                ? tare_catalogue_correction(tare_stock_catalogue(stock), entry, NULL)
                : NULL;
        if (!correction)
            continue;
        TareMeasured* const measured = tare_measured_new(&correction->set);
        if (!measured)
            return false;
        there->shown[there->n++] = (TareShown){entry, measured};
    }
    return true;
}

bool tare_shown_there_open(TareShownThere* there, TareStock* stock, const TareReview* review)
{
    *there = (TareShownThere){0};
    const TareModel* const model =
        stock && review->model && has_place(review) ? model_of(stock, review) : NULL;
    if (!model || design(there, stock, model))
        return true;
    tare_shown_there_clear(there);
    return false;
}

void tare_shown_there_clear(TareShownThere* there)
{
    for (size_t i = 0; i < there->n; ++i)
        tare_measured_free(there->shown[i].measured);
    free(there->shown);
    *there = (TareShownThere){0};
}

/** What one of them shows near a place, in dB; `freq_hz` receives where. 0 when it is nothing. */
static double fault_db(const TareShown* shown, double place_hz, double* freq_hz)
{
    return place_hz > 0.0 ? tare_measured_fault_db(shown->measured, place_hz, freq_hz) : 0.0;
}

void tare_shown_there_print(const TareShownThere* there, double place_hz)
{
    for (size_t i = 0; i < there->n; ++i) {
        double freq_hz = 0.0;
        const double gain_db = fault_db(&there->shown[i], place_hz, &freq_hz);
        if (gain_db == 0.0)
            continue;
        fputs("      measured there, ", stdout);
        tare_terminal_print(stdout, there->shown[i].entry->id);
        printf(": %+.1f dB at %.0f Hz\n", gain_db, freq_hz);
    }
}

static bool add(json_t* array, const TareEntry* entry, double freq_hz, double gain_db)
{
    json_t* const object = json_object();
    const bool ok =
        tare_json_set(object, "measured", tare_json_text(entry->id)) &&
        tare_json_set(object, "freq_hz", tare_json_number(round(freq_hz))) &&
        tare_json_set(object, "gain_db", tare_json_number(round(gain_db * 10.0) / 10.0));
    json_t* const kept = tare_json_keep_if(ok, object);
    return kept && json_array_append_new(array, kept) == 0;
}

json_t* tare_shown_there_json(const TareShownThere* there, double place_hz)
{
    json_t* const array = json_array();
    bool ok = array != NULL;
    for (size_t i = 0; i < there->n && ok; ++i) {
        double freq_hz = 0.0;
        const double gain_db = fault_db(&there->shown[i], place_hz, &freq_hz);
        ok = gain_db == 0.0 || add(array, there->shown[i].entry, freq_hz, gain_db);
    }
    return tare_json_keep_if(ok, array);
}
