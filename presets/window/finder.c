#include "window/finder.h"

#include "base/list.h"
#include "search/likely.h"
#include "search/models.h"
#include "search/search.h"
#include "search/stock.h"
#include "window/shelf.h"

#include <stdlib.h>
#include <string.h>

/* More than anybody scrolls through; who types a letter more has fewer. */
enum { MAX_MODELS = 60 };

TareFinder* tare_finder_new(TareShelf* shelf)
{
    TareFinder* const finder = calloc(1, sizeof *finder);
    if (finder)
        finder->shelf = shelf;
    return finder;
}

void tare_finder_free(TareFinder* finder)
{
    if (finder)
        free(finder->rows);
    free(finder);
}

static bool add_row(TareFinder* finder, TareFinderRow row)
{
    TareFinderRow* const grown = tare_list_grow(finder->rows, finder->n, sizeof *grown);
    if (!grown)
        return false;
    finder->rows = grown;
    finder->rows[finder->n++] = row;
    return true;
}

static bool add_model(TareFinder* finder, const TareModel* model)
{
    bool is_good = add_row(finder, (TareFinderRow){model->corrections[0], true, false});
    for (size_t i = 0; is_good && i < model->n_corrections; ++i)
        is_good = add_row(finder, (TareFinderRow){model->corrections[i], false,
                                                  i == 0 && model->n_corrections > 1});
    return is_good;
}

static void add_all(TareFinder* finder, TareStock* stock)
{
    const TareModels* const models = tare_stock_models(stock);
    for (size_t i = 0; models && i < tare_models_n(models); ++i)
        if (!add_model(finder, tare_models_get(models, i)))
            return;
}

static void add_found(TareFinder* finder, TareStock* stock)
{
    TareSearchMatch matches[MAX_MODELS];
    size_t n = 0;
    if (!tare_stock_search(stock, finder->edit.text, matches, MAX_MODELS, &n))
        return;
    finder->is_near_only = tare_likely_first(matches, n, finder->edit.text) == n;
    for (size_t i = 0; i < n; ++i)
        if (!add_model(finder, matches[i].model))
            return;
}

static bool is_blank(const char* text)
{
    return strspn(text, " ") == strlen(text);
}

void tare_finder_search(TareFinder* finder)
{
    TareStock* const stock = tare_shelf_stock(finder->shelf);
    free(finder->rows);
    finder->rows = NULL;
    finder->n = finder->first = 0;
    finder->is_open = true;
    finder->is_near_only = false;
    if (stock && is_blank(finder->edit.text))
        add_all(finder, stock);
    else if (stock)
        add_found(finder, stock);
    /* Enter takes what was typed for, not the first of all, nor what is merely near */
    const bool is_meant = !is_blank(finder->edit.text) && !finder->is_near_only;
    finder->chosen = finder->n > 0 && is_meant ? 1 : finder->n;
}

void tare_finder_close(TareFinder* finder)
{
    free(finder->rows);
    finder->rows = NULL;
    finder->n = finder->chosen = finder->first = 0;
    finder->is_open = false;
    finder->use = TARE_FINDER_LOAD;
    tare_edit_set(&finder->edit, "");
}
