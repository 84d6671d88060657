#include "helpers/mistype.h"

#include "helpers/noise.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

static bool is_letter_or_digit(char c)
{
    return isalnum((unsigned char)c) && !((unsigned char)c & 0x80);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void as_written(char* query, const char* brand, const char* rest, uint64_t* random)
{
    (void)random;
    snprintf(query, MISTYPE_MAX, "%s %s", brand, rest);
}

static void lower_case(char* query, const char* brand, const char* rest, uint64_t* random)
{
    as_written(query, brand, rest, random);
    for (char* p = query; *p; ++p)
        *p = *p >= 'A' && *p <= 'Z' ? (char)tolower(*p) : *p;
}

static void without_blanks_and_hyphens(char* query, const char* brand, const char* rest,
                                       uint64_t* random)
{
    lower_case(query, brand, rest, random);
    char* kept = query;
    for (const char* p = query; *p; ++p)
        if (*p != ' ' && *p != '-')
            *kept++ = *p;
    *kept = '\0';
}

static void blanks_at_digits(char* query, const char* brand, const char* rest, uint64_t* random)
{
    char whole[MISTYPE_MAX];
    as_written(whole, brand, rest, random);
    char before = ' ';
    for (const char* p = whole; *p; before = *p++) {
        if (is_letter_or_digit(before) && is_letter_or_digit(*p) &&
            is_digit(before) != is_digit(*p))
            *query++ = ' ';
        *query++ = *p;
    }
    *query = '\0';
}

static void hyphens_as_blanks(char* query, const char* brand, const char* rest, uint64_t* random)
{
    as_written(query, brand, rest, random);
    for (char* p = query; *p; ++p)
        *p = *p == '-' ? ' ' : *p;
}

static void words_in_reverse(char* query, const char* brand, const char* rest, uint64_t* random)
{
    char whole[MISTYPE_MAX];
    as_written(whole, brand, rest, random);
    *query = '\0';
    for (char* blank; (blank = strrchr(whole, ' ')); *blank = '\0') {
        strcat(query, blank + 1);
        strcat(query, " ");
    }
    strcat(query, whole);
}

static void without_brand(char* query, const char* brand, const char* rest, uint64_t* random)
{
    (void)brand;
    (void)random;
    strcpy(query, rest);
}

/** Where one letter or digit stands, or two that differ side by side; one of these places, drawn.
    The length of the text when there is none. */
static size_t draw_place(const char* text, bool two, uint64_t* random)
{
    size_t places[MISTYPE_MAX];
    size_t n = 0;
    for (size_t i = 0; text[i]; ++i)
        if (is_letter_or_digit(text[i]) &&
            (!two || (is_letter_or_digit(text[i + 1]) && text[i] != text[i + 1])))
            places[n++] = i;
    return n ? places[noise_below(random, n)] : strlen(text);
}

static void two_letters_swapped(char* query, const char* brand, const char* rest, uint64_t* random)
{
    as_written(query, brand, rest, random);
    char* const place = query + draw_place(query, true, random);
    if (!*place)
        return;
    const char first = place[0];
    place[0] = place[1];
    place[1] = first;
}

static void one_letter_dropped(char* query, const char* brand, const char* rest, uint64_t* random)
{
    as_written(query, brand, rest, random);
    char* const place = query + draw_place(query, false, random);
    if (*place)
        memmove(place, place + 1, strlen(place));
}

const Mistype mistypes[N_MISTYPES] = {
    {"as written", as_written, true},
    {"lower case", lower_case, true},
    {"blanks and hyphens left out", without_blanks_and_hyphens, true},
    {"blanks between letters and digits", blanks_at_digits, true},
    {"hyphens as blanks", hyphens_as_blanks, true},
    {"words in reverse order", words_in_reverse, true},
    {"brand left out", without_brand, false},
    {"two letters swapped", two_letters_swapped, false},
    {"one letter dropped", one_letter_dropped, false},
};

size_t mistype_draw(size_t* indexes, size_t n, size_t n_all, uint64_t* random)
{
    /* one pass: each index is taken with the chance that is left for it */
    size_t n_taken = 0;
    for (size_t i = 0; i < n_all && n_taken < n; ++i)
        if (n_all - i <= n - n_taken || noise_below(random, n_all - i) < n - n_taken)
            indexes[n_taken++] = i;
    return n_taken;
}
