#include "cli/models.h"

#include "cli/json.h"
#include "cli/terminal.h"

#include <math.h>
#include <stdio.h>

static void print_if_known(const char* text)
{
    if (text == NULL)
        return;
    fputs("  ", stdout);
    tare_terminal_print(stdout, text);
}

void tare_models_print_found(const TareMatch* match, size_t id_width)
{
    char name[256];
    tare_correction_display_name(match->corrections[0], name, sizeof name);
    fputs(tare_style(stdout, TARE_STYLE_NAME), stdout);
    tare_terminal_print(stdout, name);
    fputs(tare_style(stdout, TARE_STYLE_PLAIN), stdout);
    print_if_known(tare_form_name(match->corrections[0]->form));
    putchar('\n');
    for (size_t i = 0; i < match->n_corrections; ++i) {
        const TareCorrection* const correction = match->corrections[i];
        fputs(i == 0 ? "  * " : "    ", stdout);
        tare_terminal_print_padded(stdout, correction->id, id_width);
        print_if_known(tare_kind_name(correction->kind));
        print_if_known(correction->author);
        print_if_known(correction->rig);
        print_if_known(correction->target);
        putchar('\n');
    }
}

static json_t* correction_json(const TareCorrection* correction, bool is_default)
{
    json_t* const object = json_object();
    const bool ok =
        tare_json_set(object, "id", tare_json_text(correction->id)) &&
        tare_json_set(object, "author", tare_json_text(correction->author)) &&
        tare_json_set(object, "rig", tare_json_text(correction->rig)) &&
        tare_json_set(object, "target", tare_json_text(correction->target)) &&
        tare_json_set(object, "kind", tare_json_text(tare_kind_name(correction->kind))) &&
        tare_json_set(object, "default", json_boolean(is_default));
    if (ok)
        return object;
    json_decref(object);
    return NULL;
}

static json_t* corrections_json(const TareMatch* match)
{
    json_t* const array = json_array();
    bool ok = array != NULL;
    for (size_t i = 0; ok && i < match->n_corrections; ++i)
        ok = tare_json_append(array, correction_json(match->corrections[i], i == 0));
    if (ok)
        return array;
    json_decref(array);
    return NULL;
}

static json_t* match_json(const TareMatch* match)
{
    char name[256];
    tare_correction_display_name(match->corrections[0], name, sizeof name);
    json_t* const object = json_object();
    const bool ok =
        tare_json_set(object, "model", tare_json_text(name)) &&
        tare_json_set(object, "form",
                      tare_json_text(tare_form_name(match->corrections[0]->form))) &&
        tare_json_set(object, "score", tare_json_number(round(match->score * 1e4) / 1e4)) &&
        tare_json_set(object, "corrections", corrections_json(match));
    if (ok)
        return object;
    json_decref(object);
    return NULL;
}

json_t* tare_models_json(const TareMatch* matches, size_t n)
{
    json_t* const array = json_array();
    bool ok = array != NULL;
    for (size_t i = 0; ok && i < n; ++i)
        ok = tare_json_append(array, match_json(&matches[i]));
    if (ok)
        return array;
    json_decref(array);
    return NULL;
}
