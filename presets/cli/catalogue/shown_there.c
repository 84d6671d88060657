#include "cli/catalogue/shown_there.h"

#include "cli/frame/json.h"
#include "cli/frame/terminal.h"
#include "corrections/agreement.h"
#include "corrections/basis.h"
#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "review/fact.h"
#include "review/review.h"
#include "search/meant.h"
#include "search/models.h"
#include "search/stock.h"

#include <math.h>
#include <stdio.h>

/** Takes what one measured correction shows; false ends the search. */
typedef bool Show(void* data, const TareEntry* entry, double freq_hz, double fault_db);

static bool has_place(const TareReview* review)
{
    for (size_t i = 0; i < review->n_left_out; ++i) {
        if (review->left_out[i].place_hz > 0.0)
            return true;
    }
    return false;
}

TareShownThere tare_shown_there(TareStock* stock, const TareReview* review)
{
    TareShownThere shown = {stock, NULL};
    TareMeant meant;
    if (stock && review->model && has_place(review) &&
        tare_stock_meant(stock, review->model, &meant) && meant.meaning == TARE_MEANT_ONE)
        shown.model = tare_models_find_id(tare_stock_models(stock), meant.entry->id);
    return shown;
}

static bool show_all(const TareShownThere* shown, double place_hz, Show* show, void* data)
{
    bool is_good = true;
    const size_t n = shown->model && place_hz > 0.0 ? shown->model->n_corrections : 0;
    for (size_t i = 0; i < n && is_good; ++i) {
        const TareEntry* const entry = shown->model->corrections[i];
        const TareCorrection* const correction =
            tare_basis_is_measured(entry)
                ? tare_catalogue_correction(tare_stock_catalogue(shown->stock), entry, NULL)
                : NULL;
        if (!correction)
            continue;
        TareMeasured* const measured = tare_measured_new(&correction->set);
        double freq_hz = 0.0;
        const double fault_db =
            measured ? tare_measured_fault_db(measured, place_hz, &freq_hz) : 0.0;
        is_good = measured && (fault_db == 0.0 || show(data, entry, freq_hz, fault_db));
        tare_measured_free(measured);
    }
    return is_good;
}

static bool print(void* data, const TareEntry* entry, double freq_hz, double fault_db)
{
    (void)data;
    fputs("      measured there, ", stdout);
    tare_terminal_print(stdout, entry->id);
    printf(": %+.1f dB at %.0f Hz\n", fault_db, freq_hz);
    return true;
}

bool tare_shown_there_print(const TareShownThere* shown, double place_hz)
{
    return show_all(shown, place_hz, print, NULL);
}

static bool add(void* data, const TareEntry* entry, double freq_hz, double fault_db)
{
    json_t* const object = json_object();
    const bool ok =
        tare_json_set(object, "measured", tare_json_text(entry->id)) &&
        tare_json_set(object, "freq_hz", tare_json_number(round(freq_hz))) &&
        tare_json_set(object, "gain_db", tare_json_number(round(fault_db * 10.0) / 10.0));
    json_t* const kept = tare_json_keep_if(ok, object);
    return kept && json_array_append_new(data, kept) == 0;
}

json_t* tare_shown_there_json(const TareShownThere* shown, double place_hz)
{
    json_t* const array = json_array();
    const bool ok = array && show_all(shown, place_hz, add, array);
    return tare_json_keep_if(ok, array);
}
