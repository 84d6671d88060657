#include "formats/json_input.h"

#include "base/utf8.h"
#include "formats/input.h"

#include <string.h>

TareStatus tare_json_input_read(const TareFormatInput* input, json_t** value,
                                const TareReporter* reporter)
{
    json_error_t error;
    const size_t mark = tare_utf8_mark_length(input->text, input->length);
    *value = json_loadb(input->text + mark, input->length - mark,
                        JSON_DECODE_INT_AS_REAL | JSON_REJECT_DUPLICATES, &error);
    if (*value)
        return TARE_OK;
    if (json_error_code(&error) == json_error_out_of_memory)
        return TARE_NO_MEMORY;
    tare_report(reporter, TARE_ERROR, input->file, error.line > 0 ? (unsigned)error.line : 0,
                error.column > 0 ? (unsigned)error.column : 0, "no JSON: %s; expected all of it",
                error.text);
    return TARE_BAD_INPUT;
}

bool tare_json_input_has(const char* text, size_t length, const char* const* words)
{
    const char* p = text + tare_utf8_mark_length(text, length);
    p += strspn(p, " \t\r\n");
    if (*p != '{' && *p != '[')
        return false;
    for (; *words; ++words)
        if (!strstr(p, *words))
            return false;
    return true;
}

double tare_json_input_number(const json_t* object, const char* key, double otherwise)
{
    const json_t* const value = json_object_get(object, key);
    return json_is_number(value) ? json_number_value(value) : otherwise;
}

const char* tare_json_input_text(const json_t* object, const char* key)
{
    const char* const text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}
