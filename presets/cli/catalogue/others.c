#include "cli/catalogue/others.h"

#include "base/brief.h"
#include "base/text.h"
#include "cli/catalogue/entry_rows.h"
#include "cli/catalogue/pick.h"
#include "cli/frame/json.h"
#include "cli/frame/terminal.h"
#include "corrections/basis.h"
#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "search/models.h"
#include "search/stock.h"

#include <stdio.h>
#include <string.h>

/** Finds the model of a pick; NULL for one out of a file. False when memory is short. */
static bool find_model(const TarePick* pick, const TareModel** model)
{
    const TareModels* const models = pick->stock ? tare_stock_models(pick->stock) : NULL;
    const char* const id = pick->picked->entry.id;
    *model = models ? tare_models_find_id(models, id) : NULL;
    if (*model || !pick->stock)
        return true;
    return models && !tare_catalogue_find_id(tare_stock_catalogue(pick->stock), id);
}

static bool is_shown(const TarePick* pick, const TareEntry* entry)
{
    return strcmp(entry->id, pick->picked->entry.id) == 0;
}

/** Whether the words stand in those of another evidence too: one sentence may give two bands. */
static bool is_repeated(const TareCorrection* review, size_t i)
{
    const char* const text = review->evidence[i].text;
    for (size_t k = 0; k < review->n_evidence; ++k) {
        const char* const other = review->evidence[k].text;
        if (k != i && other && strstr(other, text) && (strcmp(other, text) != 0 || k < i))
            return true;
    }
    return false;
}

static bool print_words(const TareCorrection* review)
{
    bool is_whole = true;
    for (size_t i = 0; i < review->n_evidence; ++i) {
        if (!review->evidence[i].text || is_repeated(review, i))
            continue;
        TareText quoted = {0};
        tare_text_format(&quoted, "\"%s\"", review->evidence[i].text);
        is_whole = is_whole && !quoted.failed;
        if (!quoted.failed)
            tare_terminal_print_wrapped(stdout, quoted.data, 6);
        tare_text_clear(&quoted);
    }
    return is_whole;
}

static bool print_other(const TarePick* pick, const TareEntryWidths* widths, const TareEntry* entry)
{
    tare_entry_rows_print(widths, "    ", entry);
    if (!tare_basis_is_words(entry))
        return true;
    TareBrief heard = {.to = tare_cli_reporter()};
    const TareReporter reporter = tare_brief_reporter(&heard);
    const TareCorrection* const review =
        tare_catalogue_stated(tare_stock_catalogue(pick->stock), entry, &reporter);
    /* one that cannot be used was told of */
    return review ? print_words(review) : heard.of[TARE_ERROR].n_passed > 0;
}

bool tare_others_print(const TarePick* pick)
{
    const TareModel* model = NULL;
    bool is_whole = find_model(pick, &model);
    if (!model || model->n_corrections < 2)
        return is_whole;
    TareEntryWidths widths = {0};
    for (size_t i = 0; i < model->n_corrections; ++i)
        if (!is_shown(pick, model->corrections[i]))
            tare_entry_rows_fit(&widths, model->corrections[i]);
    printf("\n  %sOther corrections of this headphone%s\n", tare_style(stdout, TARE_STYLE_FAINT),
           tare_style(stdout, TARE_STYLE_PLAIN));
    for (size_t i = 0; i < model->n_corrections; ++i)
        if (!is_shown(pick, model->corrections[i]))
            is_whole = print_other(pick, &widths, model->corrections[i]) && is_whole;
    return is_whole;
}

json_t* tare_others_json(const TarePick* pick)
{
    const TareModel* model = NULL;
    json_t* const array = json_array();
    bool ok = find_model(pick, &model) && array;
    for (size_t i = 0; ok && model && i < model->n_corrections; ++i)
        if (!is_shown(pick, model->corrections[i]))
            ok = json_array_append_new(array,
                                       tare_entry_rows_json(model->corrections[i], i == 0)) == 0;
    return tare_json_keep_if(ok, array);
}
