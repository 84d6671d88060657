#include "pipewire/chain/choice.h"

#include "base/plain.h"
#include "base/text.h"
#include "pipewire/chain/port_values.h"
#include "pipewire/chain/rack.h"

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* Whose file it is, to the letter and for ever: what begins otherwise is never written to. */
static const char first_line[] =
    "# Written by Tare: 'tare use' changes this file, and 'tare off'. Do not edit.\n# ";

TareChoice tare_choice_none(void)
{
    return (TareChoice){.kind = TARE_CHAIN_LV2,
                        .rate_hz = TARE_USUAL_RATE_HZ,
                        .own = tare_taste_none(),
                        .controls = tare_rack_flat()};
}

bool tare_choice_set_text(char field[TARE_CHOICE_TEXT], const char* text)
{
    const size_t length = strlen(text);
    const bool fits = length < TARE_CHOICE_TEXT;
    memcpy(field, text, fits ? length : 0);
    field[fits ? length : 0] = '\0';
    return fits;
}

void tare_choice_set_controls(TareChoice* choice, const TareControls* controls)
{
    choice->controls = *controls;
    tare_port_values_round(&choice->controls);
}

TareControls tare_choice_switched(const TareChoice* choice, const TareControls* controls)
{
    TareControls switched = *controls;
    switched.enabled = !choice->is_off;
    switched.is_comparing = choice->is_comparing;
    return switched;
}

/** The texts of a choice, by the names they have in the file. */
static const struct {
    const char* key;
    size_t offset;
} texts[] = {
    {"id", offsetof(TareChoice, id)},
    {"name", offsetof(TareChoice, name)},
    {"file", offsetof(TareChoice, file)},
    {"target", offsetof(TareChoice, target)},
    {"default_before", offsetof(TareChoice, default_before)},
};
enum { N_TEXTS = sizeof texts / sizeof texts[0] };

/** Its flags. Those that came with later versions may be missing. */
static const struct {
    const char* key;
    size_t offset;
    bool is_always_there;
} flags[] = {
    {"off", offsetof(TareChoice, is_off), true},
    {"compare", offsetof(TareChoice, is_comparing), false},
    {"smart", offsetof(TareChoice, is_smart), false},
    {"inside", offsetof(TareChoice, is_inside), false},
    {"default", offsetof(TareChoice, is_default), true},
};
enum { N_FLAGS = sizeof flags / sizeof flags[0] };

bool tare_choice_write(FILE* out, const TareChoice* choice)
{
    json_t* const object = json_object();
    bool ok =
        json_object_set_new(object, "kind", json_string(tare_chain_kind_name(choice->kind))) == 0 &&
        json_object_set_new(object, "own_taste", tare_taste_json(&choice->own)) == 0 &&
        json_object_set_new(object, "rate_hz", json_real(choice->rate_hz)) == 0 &&
        json_object_set_new(object, "ports", tare_port_values_json(&choice->controls)) == 0;
    for (size_t i = 0; ok && i < N_FLAGS; ++i) {
        const bool is_set = *(const bool*)((const char*)choice + flags[i].offset);
        ok = json_object_set_new(object, flags[i].key, json_boolean(is_set)) == 0;
    }
    for (size_t i = 0; ok && i < N_TEXTS; ++i) {
        const char* const text = (const char*)choice + texts[i].offset;
        ok = text[0] == '\0' || json_object_set_new(object, texts[i].key, json_string(text)) == 0;
    }
    char* const line = ok ? json_dumps(object, JSON_REAL_PRECISION(15)) : NULL;
    TareText plain = {0};
    json_decref(object);
    if (line)
        tare_plain_append_json(&plain, line);
    const bool is_good = line && !plain.failed;
    if (is_good)
        fprintf(out, "%s%s\n", first_line, plain.data);
    tare_text_clear(&plain);
    free(line);
    return is_good;
}

bool tare_choice_is_ours(const char* text)
{
    return strncmp(text, first_line, sizeof first_line - 1) == 0;
}

static bool read_flags(TareChoice* choice, const json_t* object)
{
    for (size_t i = 0; i < N_FLAGS; ++i) {
        const json_t* const value = json_object_get(object, flags[i].key);
        if (value ? !json_is_boolean(value) : flags[i].is_always_there)
            return false;
        *(bool*)((char*)choice + flags[i].offset) = json_is_true(value);
    }
    return true;
}

static bool read_object(TareChoice* choice, const json_t* object)
{
    const char* const kind = json_string_value(json_object_get(object, "kind"));
    const json_t* const own = json_object_get(object, "own_taste"); /* may be missing */
    choice->kind = kind ? tare_chain_kind_find(kind) : TARE_N_CHAIN_KINDS;
    choice->rate_hz = json_number_value(json_object_get(object, "rate_hz"));
    bool ok = choice->kind < TARE_N_CHAIN_KINDS && choice->rate_hz > 0.0 &&
              read_flags(choice, object) && (!own || json_is_object(own)) &&
              !tare_taste_take(&choice->own, own) &&
              tare_port_values_take(&choice->controls, json_object_get(object, "ports"));
    for (size_t i = 0; ok && i < N_TEXTS; ++i) {
        const json_t* const value = json_object_get(object, texts[i].key);
        char* const field = (char*)choice + texts[i].offset;
        ok = !value ||
             (json_is_string(value) && tare_choice_set_text(field, json_string_value(value)));
    }
    return ok;
}

TareStatus tare_choice_read(TareChoice* choice, const char* text, const char* file,
                            const TareReporter* reporter)
{
    *choice = tare_choice_none();
    if (!tare_choice_is_ours(text)) {
        tare_report(reporter, TARE_ERROR, file, 1, 1,
                    "was not written by tare; expected its first line");
        return TARE_BAD_INPUT;
    }
    const char* const line = text + sizeof first_line - 1;
    json_error_t error;
    json_t* const object = json_loadb(line, strcspn(line, "\n"), JSON_REJECT_DUPLICATES, &error);
    if (!object && json_error_code(&error) == json_error_out_of_memory)
        return TARE_NO_MEMORY;
    const bool ok = object && read_object(choice, object);
    json_decref(object);
    if (ok)
        return TARE_OK;
    *choice = tare_choice_none();
    tare_report(reporter, TARE_ERROR, file, 2, object ? 1 : (unsigned)(error.column + 2),
                "the choice is damaged%s%s; expected what tare wrote, 'tare use MODEL' writes it "
                "anew",
                object ? "" : ": ", object ? "" : error.text);
    return TARE_BAD_INPUT;
}
