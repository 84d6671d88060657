#include "review/front_keys.h"

#include "base/ascii.h"
#include "base/text.h"
#include "review/front_matter.h"

#include <stdlib.h>
#include <string.h>

#define PLACE(member) offsetof(TareFrontMatter, member)

/* Where the values of a key go. Of two keys for one place the one above counts. Other keys, such as
   a title, which may say anything, are not kept. */
static const struct {
    const char* key;
    size_t place;
} rows[] = {
    {"target_name", PLACE(target_name)},
    {"product", PLACE(target_name)},
    {"product_name", PLACE(target_name)},
    {"company_id", PLACE(company_id)},
    {"brand", PLACE(brand)},
    {"maker", PLACE(brand)},
    {"manufacturer", PLACE(brand)},
    {"model", PLACE(model)},
    {"author", PLACE(author)},
    {"authors", PLACE(author)},
    {"reviewer", PLACE(author)},
    {"by", PLACE(author)},
    {"source", PLACE(source)},
    {"source_url", PLACE(source)},
    {"canonical_url", PLACE(source)},
    {"url", PLACE(source)},
    {"license", PLACE(licence)},
    {"licence", PLACE(licence)},
    {"date", PLACE(date)},
    {"published", PLACE(date)},
    {"summary", PLACE(summary)},
    {"description", PLACE(summary)},
    {"tags", PLACE(tags)},
    {"categories", PLACE(tags)},
};

/* A list of values is not joined any further when it is so long already. */
enum { N_ROWS = sizeof rows / sizeof *rows, MAX_JOINED = 500 };

static bool is_key(const char* key, const char* text, size_t length)
{
    for (size_t i = 0; i < length; ++i)
        if (tare_ascii_lower(text[i]) != key[i]) /* differs at the NUL of a shorter key, too */
            return false;
    return !key[length];
}

static size_t find_row(const char* key, size_t length)
{
    size_t row = 0;
    while (row < N_ROWS && !is_key(rows[row].key, key, length))
        ++row;
    return row;
}

static char** place_of(const TareFrontKeys* keys)
{
    return (char**)(void*)((char*)keys->front + rows[keys->current].place);
}

/** Whether a key that counts more than the current one told the same before. */
static bool is_told(const TareFrontKeys* keys)
{
    for (size_t row = 0; row < keys->current; ++row)
        if ((keys->seen & (uint64_t)1 << row) && rows[row].place == rows[keys->current].place)
            return true;
    return false;
}

bool tare_front_keys_next(TareFrontKeys* keys, const char* key, size_t length)
{
    keys->current = find_row(key, length);
    if (keys->current == N_ROWS)
        return true;
    const uint64_t bit = (uint64_t)1 << keys->current;
    if (keys->seen & bit) {
        keys->current = N_ROWS;
        return false;
    }
    keys->seen |= bit;
    if (rows[keys->current].place == PLACE(tags))
        return true;
    if (is_told(keys)) {
        keys->current = N_ROWS;
    } else {
        free(*place_of(keys));
        *place_of(keys) = NULL;
    }
    return true;
}

bool tare_front_keys_wants(const TareFrontKeys* keys)
{
    return keys->current < N_ROWS;
}

static bool keep_tag(TareFrontMatter* front, const char* value, size_t length)
{
    if (front->n_tags == TARE_MAX_TAGS)
        return true;
    char* const tag = tare_text_copy(value, length);
    front->tags[front->n_tags] = tag;
    front->n_tags += tag != NULL;
    return tag != NULL;
}

static bool is_blank(char c)
{
    return (unsigned char)c <= ' ' || c == 0x7F;
}

/** Appends a value without blanks at its ends, and with one for each gap in it: all that goes into
    a catalogue stands on one line there. */
static void append_line(TareText* text, const char* value, size_t length)
{
    bool has_gap = false;
    const size_t n_before = text->length;
    for (size_t i = 0; i < length; ++i) {
        if (!is_blank(value[i])) {
            if (has_gap && text->length > n_before)
                tare_text_append(text, " ", 1);
            tare_text_append(text, &value[i], 1);
        }
        has_gap = is_blank(value[i]);
    }
}

bool tare_front_keys_keep(TareFrontKeys* keys, const char* value, size_t length, unsigned line)
{
    TareFrontMatter* const front = keys->front;
    if (!tare_front_keys_wants(keys) || !length)
        return true;
    if (rows[keys->current].place == PLACE(tags))
        return keep_tag(front, value, length);
    char** const place = place_of(keys);
    TareText text = {0};
    if (*place && strlen(*place) > MAX_JOINED)
        return true;
    if (*place)
        tare_text_format(&text, "%s, ", *place);
    if (place == &front->summary) {
        front->summary_line = *place ? front->summary_line : line;
        tare_text_append(&text, value, length);
    } else {
        append_line(&text, value, length);
    }
    if (text.failed) {
        tare_text_clear(&text);
        return false;
    }
    free(*place);
    *place = text.data;
    return true;
}

bool tare_front_keys_end(TareFrontKeys* keys)
{
    TareFrontMatter* const front = keys->front;
    if (front->target_name || !front->model)
        return true;
    TareText name = {0};
    const size_t n_brand = front->brand ? strlen(front->brand) : 0;
    const bool has_brand = !n_brand || strncmp(front->model, front->brand, n_brand) == 0;
    tare_text_format(&name, "%s%s%s", has_brand ? "" : front->brand, has_brand ? "" : " ",
                     front->model);
    front->target_name = name.data;
    return !name.failed;
}
