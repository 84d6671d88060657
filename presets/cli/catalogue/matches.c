#include "cli/catalogue/matches.h"

#include "cli/frame/json.h"
#include "cli/frame/terminal.h"
#include "corrections/entry.h"
#include "search/models.h"
#include "search/search.h"

#include <math.h>
#include <stdio.h>

static void print_if_known(const char* text)
{
    if (!text)
        return;
    fputs("  ", stdout);
    tare_terminal_print(stdout, text);
}

void tare_matches_print(const TareSearchMatch* match, size_t id_width)
{
    char name[256];
    tare_entry_display_name(match->model->corrections[0], name, sizeof name);
    fputs(tare_style(stdout, TARE_STYLE_NAME), stdout);
    tare_terminal_print(stdout, name);
    fputs(tare_style(stdout, TARE_STYLE_PLAIN), stdout);
    print_if_known(tare_form_name(match->model->corrections[0]->form));
    putchar('\n');
    for (size_t i = 0; i < match->model->n_corrections; ++i) {
        const TareEntry* const correction = match->model->corrections[i];
        fputs(i == 0 ? "  * " : "    ", stdout);
        tare_terminal_print_padded(stdout, correction->id, id_width);
        print_if_known(tare_kind_name(correction->kind));
        print_if_known(correction->author);
        print_if_known(correction->rig);
        print_if_known(correction->target);
        putchar('\n');
    }
}

static json_t* correction_item(const void* model, size_t i)
{
    const TareEntry* const correction = ((const TareModel*)model)->corrections[i];
    json_t* const object = json_object();
    const bool ok =
        tare_json_set(object, "id", tare_json_text(correction->id)) &&
        tare_json_set(object, "author", tare_json_text(correction->author)) &&
        tare_json_set(object, "rig", tare_json_text(correction->rig)) &&
        tare_json_set(object, "target", tare_json_text(correction->target)) &&
        tare_json_set(object, "kind", tare_json_text(tare_kind_name(correction->kind))) &&
        tare_json_set(object, "default", json_boolean(i == 0));
    return tare_json_keep_if(ok, object);
}

static json_t* match_item(const void* matches, size_t i)
{
    const TareSearchMatch* const match = (const TareSearchMatch*)matches + i;
    const TareEntry* const first = match->model->corrections[0];
    char name[256];
    tare_entry_display_name(first, name, sizeof name);
    json_t* const object = json_object();
    const bool ok =
        tare_json_set(object, "model", tare_json_text(name)) &&
        tare_json_set(object, "form", tare_json_text(tare_form_name(first->form))) &&
        tare_json_set(object, "score", tare_json_number(round(match->score * 1e4) / 1e4)) &&
        tare_json_set(object, "corrections",
                      tare_json_array(match->model->n_corrections, correction_item, match->model));
    return tare_json_keep_if(ok, object);
}

json_t* tare_matches_json(const TareSearchMatch* matches, size_t n)
{
    return tare_json_array(n, match_item, matches);
}
