/* A text of JSON, and what to say when it is none. */

#ifndef TARE_JSON_INPUT_H
#define TARE_JSON_INPUT_H

#include "base/report.h"

#include <jansson.h>
#include <stdbool.h>

typedef struct TareFormatInput TareFormatInput;

/** Reads all of a text, of which a number may be any, and a key stands once in its object. On
    TARE_OK the caller gives the value back by json_decref(); otherwise it is NULL. TARE_BAD_INPUT
    is reported with its place. */
TareStatus tare_json_input_read(const TareFormatInput* input, json_t** value,
                                const TareReporter* reporter);

/** Whether a text begins as an object or array does and holds each of the words, up to a NULL. */
bool tare_json_input_has(const char* text, size_t length, const char* const* words);

/** The number of a key; `otherwise` when there is none. */
double tare_json_input_number(const json_t* object, const char* key, double otherwise);

/** The text of a key; "" when there is none. */
const char* tare_json_input_text(const json_t* object, const char* key);

#endif
