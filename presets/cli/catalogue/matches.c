#include "cli/catalogue/matches.h"

#include "cli/catalogue/entry_rows.h"
#include "cli/frame/json.h"
#include "cli/frame/terminal.h"
#include "corrections/basis.h"
#include "corrections/entry.h"
#include "search/models.h"
#include "search/search.h"

#include <math.h>
#include <stdio.h>

static void print_model(const TareModel* model, const TareEntryWidths* widths)
{
    char name[256];
    const char* const form = tare_form_name(model->corrections[0]->form);
    tare_entry_display_name(model->corrections[0], name, sizeof name);
    fputs(tare_style(stdout, TARE_STYLE_NAME), stdout);
    tare_terminal_print(stdout, name);
    printf("%s%s%s%s\n", tare_style(stdout, TARE_STYLE_PLAIN), form ? "  " : "", form ? form : "",
           tare_basis_all_words(model->corrections, model->n_corrections) ? "  " TARE_BASIS_WORDS
                                                                          : "");
    for (size_t i = 0; i < model->n_corrections; ++i)
        tare_entry_rows_print(widths, i == 0 ? "  * " : "    ", model->corrections[i]);
}

void tare_matches_print(const TareSearchMatch* matches, size_t n)
{
    TareEntryWidths widths = {0};
    for (size_t i = 0; i < n; ++i)
        for (size_t k = 0; k < matches[i].model->n_corrections; ++k)
            tare_entry_rows_fit(&widths, matches[i].model->corrections[k]);
    for (size_t i = 0; i < n; ++i)
        print_model(matches[i].model, &widths);
    if (n > 0)
        printf("\n%s* the default; columns: id, kind, author, measured by or on, target%s\n",
               tare_style(stdout, TARE_STYLE_FAINT), tare_style(stdout, TARE_STYLE_PLAIN));
}

static json_t* correction_item(const void* model, size_t i)
{
    return tare_entry_rows_json(((const TareModel*)model)->corrections[i], i == 0);
}

static json_t* match_item(const void* matches, size_t i)
{
    const TareSearchMatch* const match = (const TareSearchMatch*)matches + i;
    const TareModel* const model = match->model;
    const TareEntry* const first = model->corrections[0];
    char name[256];
    tare_entry_display_name(first, name, sizeof name);
    json_t* const object = json_object();
    const bool ok =
        tare_json_set(object, "model", tare_json_text(name)) &&
        tare_json_set(object, "form", tare_json_text(tare_form_name(first->form))) &&
        tare_json_set(object, "score", tare_json_number(round(match->score * 1e4) / 1e4)) &&
        tare_json_set(
            object, "words_only",
            json_boolean(tare_basis_all_words(model->corrections, model->n_corrections))) &&
        tare_json_set(object, "corrections",
                      tare_json_array(model->n_corrections, correction_item, model));
    return tare_json_keep_if(ok, object);
}

json_t* tare_matches_json(const TareSearchMatch* matches, size_t n)
{
    return tare_json_array(n, match_item, matches);
}
