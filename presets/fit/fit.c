#include "fit/fit.h"

#include "band_set.h"
#include "corrections/safe_preamp.h"
#include "fit/figures.h"
#include "fit/growth.h"
#include "fit/octaves.h"
#include "fit/restarts.h"
#include "fit/search.h"
#include "fit/steps.h"
#include "fit/tidy.h"
#include "fit/tight.h"
#include "tare/band_traits.h"

#include <math.h>
#include <stdlib.h>

/* So many times as many restarts where an equaliser can do little. */
enum { TIGHT_RESTARTS = 12 };

struct TareFitter {
    TareFitOptions options;
    TareFitSteps steps;
    TareFitSearch search;
    TareSafePreamp* preamp;
};

/* With less than that left there is nothing to be done better. */
#define ENOUGH_DB 0.05

TareFitOptions tare_fit_default_options(void)
{
    return (TareFitOptions){.n_restarts = 16,
                            .rate_hz = 48000.0,
                            .peak = {20.0, 16000.0, 0.3, 8.0, 20.0, 0.0},
                            .low_shelf = {20.0, 10000.0, 0.3, 1.0, 20.0, 0.0},
                            .high_shelf = {20.0, 16000.0, 0.3, 1.0, 20.0, 0.0},
                            .max_shelves = 2};
}

TareFitter* tare_fitter_new(const TareFitOptions* options)
{
    TareFitter* const fitter = calloc(1, sizeof *fitter);
    if (!fitter)
        return NULL;
    fitter->options = *options;
    fitter->steps = tare_fit_steps_of(&fitter->options);
    fitter->preamp = tare_safe_preamp_new();
    if (tare_fit_search_begin(&fitter->search, &fitter->options) && fitter->preamp)
        return fitter;
    tare_fitter_free(fitter);
    return NULL;
}

void tare_fitter_free(TareFitter* fitter)
{
    if (!fitter)
        return;
    tare_fit_search_end(&fitter->search);
    tare_safe_preamp_free(fitter->preamp);
    free(fitter);
}

/** The bands of a rounded chain that do something, the one that does most first, with values free
    of the last bits. */
static void set_bands(TareFitter* fitter, const TareFitChain* chain, TareBandSet* set)
{
    unsigned order[TARE_MAX_BANDS];
    tare_fit_search_order(&fitter->search.fine, chain, order);
    for (unsigned i = 0; i < chain->n; ++i) {
        TareBand band = tare_fit_filters_band(&chain->filters[order[chain->n - 1 - i]]);
        tare_fit_steps_clean(&band);
        if (tare_band_is_active(&band))
            set->bands[set->n_bands++] = band;
    }
}

/** Looks for better filters than those of a chain, and makes bands of them. */
static void make_bands(TareFitter* fitter, const TareFitChain* grown, unsigned n_restarts,
                       bool may_stack, TareBandSet* set)
{
    TareFitChain chain = *grown;
    tare_fit_restarts(&fitter->search, &chain, n_restarts, may_stack);
    tare_fit_tidy(&fitter->search, &fitter->steps, &chain);
    *set = (TareBandSet){.reference_rate_hz = fitter->options.rate_hz};
    set_bands(fitter, &chain, set);
}

/** Takes another set if it comes nearer to a wish, and makes no octave worse than without. */
static void keep_better(const TareCurve* wished, const TareBandSet* other, TareBandSet* set)
{
    const TareFitFigures is = tare_fit_figures(wished, set);
    const TareFitFigures would_be = tare_fit_figures(wished, other);
    if (would_be.rms_db < is.rms_db &&
        would_be.worse_db <= fmax(is.worse_db, TARE_FIT_OCTAVES_WORSE_DB))
        *set = *other;
}

/** What cannot be mended loses filters, and may come out worse than what began with fewer: tries as
    many as stay, and keeps what comes nearest. */
static void try_fewer(TareFitter* fitter, const TareCurve* wished, unsigned n_filters,
                      TareBandSet* set)
{
    bool has_lost = set->n_bands < n_filters;
    while (has_lost && --n_filters > 0 && tare_fit_figures(wished, set).rms_db > ENOUGH_DB) {
        TareBandSet fewer;
        tare_fit_search_weigh(&fitter->search.fine);
        const TareFitChain grown = tare_fit_growth(&fitter->search, n_filters);
        make_bands(fitter, &grown, fitter->options.n_restarts, false, &fewer);
        has_lost = fewer.n_bands < n_filters;
        keep_better(wished, &fewer, set);
    }
}

/** Where an equaliser can do little it takes longer to find how, and several at one place may be
   the only way: restarts that take their time, then others from several starts; keeps what comes
    nearest. */
static void try_harder(TareFitter* fitter, const TareFitChain* grown, const TareCurve* wished,
                       TareBandSet* set)
{
    const unsigned n_restarts = TIGHT_RESTARTS * fitter->options.n_restarts;
    TareBandSet other;
    for (unsigned may_stack = 0; may_stack < 2; ++may_stack) {
        make_bands(fitter, grown, n_restarts, may_stack, &other);
        keep_better(wished, &other, set);
    }
    for (unsigned start = 0; start < TARE_FIT_TIGHT_N_STARTS; ++start) {
        TareFitChain chain = {.n = set->n_bands};
        for (uint32_t i = 0; i < set->n_bands; ++i)
            chain.filters[i] = tare_fit_filters_of_band(&set->bands[i]);
        tare_fit_tight(&fitter->search, &fitter->steps, start, grown->n, &chain);
        other = (TareBandSet){.reference_rate_hz = fitter->options.rate_hz};
        set_bands(fitter, &chain, &other);
        keep_better(wished, &other, set);
    }
}

bool tare_fit(TareFitter* fitter, const TareCurve* wished, unsigned n_filters, TareBandSet* set)
{
    tare_fit_search_wish(&fitter->search, wished);
    const TareFitChain grown = tare_fit_growth(&fitter->search, n_filters);
    make_bands(fitter, &grown, fitter->options.n_restarts, false, set);
    if (tare_fit_tight_is(&fitter->options))
        try_harder(fitter, &grown, wished, set);
    else
        try_fewer(fitter, wished, n_filters, set);
    tare_safe_preamp_find(fitter->preamp, set);
    tare_fit_figures_lower_preamp(set);
    return true;
}
