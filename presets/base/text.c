#include "base/text.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool tare_span_equals(TareSpan span, const char* text)
{
    while (span.first < span.end && *text && *span.first == *text) {
        span.first++;
        text++;
    }
    return span.first == span.end && !*text;
}

bool tare_text_reserve(TareText* text, size_t n)
{
    if (text->failed)
        return false;
    if (n < text->capacity - text->length)
        return true;
    size_t capacity = text->capacity ? text->capacity : 64;
    while (capacity - text->length <= n && capacity <= SIZE_MAX / 2)
        capacity *= 2;
    char* data = capacity - text->length > n ? realloc(text->data, capacity) : NULL;
    if (!data) {
        text->failed = true;
        return false;
    }
    text->data = data;
    text->capacity = capacity;
    return true;
}

void tare_text_append(TareText* text, const char* s, size_t n)
{
    if (!tare_text_reserve(text, n))
        return;
    if (n)
        memcpy(text->data + text->length, s, n);
    text->length += n;
    text->data[text->length] = '\0';
}

void tare_text_format(TareText* text, const char* format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    const int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (n < 0)
        text->failed = true;
    else if (tare_text_reserve(text, (size_t)n)) {
        vsnprintf(text->data + text->length, (size_t)n + 1, format, again);
        text->length += (size_t)n;
    }
    va_end(again);
}

void tare_text_clear(TareText* text)
{
    free(text->data);
    *text = (TareText){0};
}

char* tare_text_copy(const char* s, size_t n)
{
    char* copy = n < SIZE_MAX ? malloc(n + 1) : NULL;
    if (!copy)
        return NULL;
    if (n)
        memcpy(copy, s, n);
    copy[n] = '\0';
    return copy;
}

bool tare_text_is_same(const char* a, const char* b)
{
    return a && b ? !strcmp(a, b) : a == b;
}

bool tare_text_set(const char** place, const char* text)
{
    char* const copy = text ? tare_text_copy(text, strlen(text)) : NULL;
    free((char*)*place);
    *place = copy;
    return copy || !text;
}

bool tare_text_set_part(const char** place, const char* s, size_t n)
{
    char* const copy = n ? tare_text_copy(s, n) : NULL;
    free((char*)*place);
    *place = copy;
    return copy || !n;
}
