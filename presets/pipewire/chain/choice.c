#include "pipewire/chain/choice.h"

#include "base/number.h"
#include "pipewire/chain/rack.h"
#include "settings.h"

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
                        .is_off = true,
                        .rate_hz = TARE_USUAL_RATE_HZ,
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
    const uint32_t n_ports = tare_ports_count(TARE_MAX_CHANNELS);
    choice->controls = *controls;
    for (uint32_t i = 0; i < n_ports; ++i) {
        const TarePort port = tare_port(TARE_MAX_CHANNELS, i);
        tare_settings_set_port(&choice->controls, &port, tare_settings_port_value(controls, &port));
    }
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

/** The value of a float as a double that prints as shortly. */
static double short_double(float value)
{
    char number[TARE_NUMBER_SIZE];
    double result = (double)value;
    tare_number_format_float(number, sizeof number, value);
    tare_number_parse(number, strlen(number), &result, NULL);
    return result;
}

/** All ports that are not as in a flat rack, by symbol. */
static json_t* ports_json(const TareControls* controls)
{
    const TareControls flat = tare_rack_flat();
    json_t* const ports = json_object();
    const uint32_t n_ports = tare_ports_count(TARE_MAX_CHANNELS);
    bool ok = ports != NULL;
    for (uint32_t i = 0; ok && i < n_ports; ++i) {
        const TarePort port = tare_port(TARE_MAX_CHANNELS, i);
        const float value = tare_settings_port_value(controls, &port);
        if (value != tare_settings_port_value(&flat, &port))
            ok = json_object_set_new(ports, tare_port_text(TARE_MAX_CHANNELS, i).symbol,
                                     json_real(short_double(value))) == 0;
    }
    if (ok)
        return ports;
    json_decref(ports);
    return NULL;
}

bool tare_choice_write(FILE* out, const TareChoice* choice)
{
    json_t* const object = json_object();
    bool ok =
        json_object_set_new(object, "kind", json_string(tare_chain_kind_name(choice->kind))) == 0 &&
        json_object_set_new(object, "off", json_boolean(choice->is_off)) == 0 &&
        json_object_set_new(object, "default", json_boolean(choice->is_default)) == 0 &&
        json_object_set_new(object, "rate_hz", json_real(choice->rate_hz)) == 0 &&
        json_object_set_new(object, "ports", ports_json(&choice->controls)) == 0;
    for (size_t i = 0; ok && i < N_TEXTS; ++i) {
        const char* const text = (const char*)choice + texts[i].offset;
        ok = text[0] == '\0' || json_object_set_new(object, texts[i].key, json_string(text)) == 0;
    }
    char* const line = ok ? json_dumps(object, JSON_REAL_PRECISION(15)) : NULL;
    json_decref(object);
    if (!line)
        return false;
    fprintf(out, "%s%s\n", first_line, line);
    free(line);
    return true;
}

bool tare_choice_is_ours(const char* text)
{
    return strncmp(text, first_line, sizeof first_line - 1) == 0;
}

static bool read_ports(TareControls* controls, const json_t* ports)
{
    const char* symbol;
    json_t* value;
    if (!json_is_object(ports))
        return false;
    json_object_foreach((json_t*)ports, symbol, value)
    {
        const uint32_t index = tare_port_find(TARE_MAX_CHANNELS, symbol);
        if (index == tare_ports_count(TARE_MAX_CHANNELS) || !json_is_number(value))
            return false;
        const TarePort port = tare_port(TARE_MAX_CHANNELS, index);
        tare_settings_set_port(controls, &port, (float)json_number_value(value));
    }
    return true;
}

static bool read_object(TareChoice* choice, const json_t* object)
{
    const char* const kind = json_string_value(json_object_get(object, "kind"));
    choice->kind = kind ? tare_chain_kind_find(kind) : TARE_N_CHAIN_KINDS;
    choice->is_off = json_is_true(json_object_get(object, "off"));
    choice->is_default = json_is_true(json_object_get(object, "default"));
    choice->rate_hz = json_number_value(json_object_get(object, "rate_hz"));
    bool ok = choice->kind < TARE_N_CHAIN_KINDS && choice->rate_hz > 0.0 &&
              json_is_boolean(json_object_get(object, "off")) &&
              json_is_boolean(json_object_get(object, "default")) &&
              read_ports(&choice->controls, json_object_get(object, "ports"));
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
