#include "names/product_words.h"

#include "base/ascii.h"
#include "base/text.h"
#include "names/fold.h"
#include "names/term.h"

#include <string.h>

/* Words that stand for a mark, and what number they bring along. */
static const struct {
    const char *written, *number;
} marks[] = {{"mk", NULL},  {"mark", NULL}, {"mki", "1"},    {"mkii", "2"},   {"mkiii", "3"},
             {"mkiv", "4"}, {"mkv", "5"},   {"markii", "2"}, {"markiii", "3"}};

static const char* const maker_words[] = {"audio", "acoustics"};

static void put(TareText* words, const char* word, size_t length)
{
    if (words->length)
        tare_text_append(words, " ", 1);
    tare_text_append(words, word, length);
}

static void put_term(TareText* words, const TareTerm* term)
{
    put(words, term->text, term->length);
}

static bool is_at(const TareTerms* terms, size_t i, const char* const* words, size_t n)
{
    for (size_t k = 0; i < terms->n && k < n; ++k)
        if (tare_term_is(&terms->words[i], words[k]))
            return true;
    return false;
}

static bool is_number_at(const TareTerms* terms, size_t i)
{
    return i < terms->n && tare_term_is_number(&terms->words[i]);
}

/** Whether an ordinal from "1st" to "9th" stands at a place. */
static bool is_ordinal_at(const TareTerms* terms, size_t i)
{
    static const char* const ordinals[] = {"1st", "2nd", "3rd", "4th", "5th",
                                           "6th", "7th", "8th", "9th"};
    for (size_t k = 0; i + 1 < terms->n && k < sizeof ordinals / sizeof *ordinals; ++k)
        if (terms->words[i].length == 1 && terms->words[i].text[0] == ordinals[k][0] &&
            tare_term_is(&terms->words[i + 1], ordinals[k] + 1))
            return true;
    return false;
}

/** Writes a generation that is told from a place on; returns how many words that takes, 0 when
   there is none. Behind letters, "1ST" may be part of a code. */
static size_t put_generation(TareText* words, const TareTerms* terms, size_t i)
{
    static const char* const generations[] = {"gen", "generation"};
    const bool is_ordinal = is_ordinal_at(terms, i);
    const bool is_told = is_ordinal && is_at(terms, i + 2, generations, 2);
    if (!is_told && !(is_ordinal && (i == 0 || is_number_at(terms, i - 1))) &&
        !(is_at(terms, i, generations, 2) && is_number_at(terms, i + 1)))
        return 0;
    put(words, "gen", 3);
    put_term(words, &terms->words[is_ordinal ? i : i + 1]);
    return is_told ? 3 : 2;
}

/** Writes a mark, with its number if it brings one along. */
static bool put_mark(TareText* words, const TareTerm* term)
{
    for (size_t i = 0; i < sizeof marks / sizeof *marks; ++i) {
        if (!tare_term_is(term, marks[i].written))
            continue;
        put(words, "mk", 2);
        if (marks[i].number)
            put(words, marks[i].number, 1);
        return true;
    }
    return false;
}

static void put_all(TareText* words, const TareTerms* terms)
{
    for (size_t i = 0; i < terms->n;) {
        const size_t n = put_generation(words, terms, i);
        if (!n && !put_mark(words, &terms->words[i]))
            put_term(words, &terms->words[i]);
        i += n ? n : 1;
    }
}

void tare_product_words_set(TareText* words, const char* name)
{
    TareText folded = {0};
    TareTerms terms = {.n = 0};
    tare_text_append(words, "", 0);
    tare_fold_words(&folded, name);
    words->failed = words->failed || folded.failed;
    if (!words->failed && tare_term_add(&terms, folded.data))
        put_all(words, &terms);
    else if (!words->failed)
        tare_text_append(words, folded.data, folded.length);
    tare_text_clear(&folded);
}

/** Cuts off the end. */
static void shorten(TareText* words, size_t length)
{
    words->data[length] = '\0';
    words->length = length;
}

void tare_product_words_end_maker(TareText* words)
{
    bool goes_on = !words->failed;
    while (goes_on) {
        goes_on = false;
        for (size_t i = 0; i < sizeof maker_words / sizeof *maker_words; ++i) {
            const size_t n = strlen(maker_words[i]);
            if (words->length <= n + 1 || words->data[words->length - n - 1] != ' ' ||
                strcmp(words->data + words->length - n, maker_words[i]) != 0)
                continue;
            shorten(words, words->length - n - 1);
            goes_on = true;
        }
    }
}

/** Length of a word at the beginning of a text, and of the blank behind it; 0 when others, or
    nothing, follow. */
static size_t length_of(const char* text, const char* word, size_t n)
{
    return !strncmp(text, word, n) && text[n] == ' ' && text[n + 1] ? n + 1 : 0;
}

/** How much of a model's beginning says nothing. */
static size_t length_of_nothing(const char* words, size_t maker)
{
    const char* const model = words + maker + 1;
    size_t n = length_of(model, words, maker);
    for (size_t i = 0; i < sizeof maker_words / sizeof *maker_words && !n; ++i)
        n = length_of(model, maker_words[i], strlen(maker_words[i]));
    if (n)
        return n;
    /* an X1 is a code, "x Other" is not */
    n = length_of(model, "x", 1) ? length_of(model, "x", 1) : length_of(model, "+", 1);
    return n && tare_is_letter(model[n]) && tare_is_letter(model[n + 1]) ? n : 0;
}

void tare_product_words_begin_model(TareText* words, size_t maker)
{
    if (words->failed || maker == 0 || words->length <= maker + 1)
        return;
    size_t n = 0;
    while ((n = length_of_nothing(words->data, maker)) > 0) {
        char* const model = words->data + maker + 1;
        memmove(model, model + n, words->length - maker - 1 - n + 1);
        words->length -= n;
    }
}

/** Whether a blank, not the first character, stands between two numbers. */
static bool parts_two_numbers(const char* blank)
{
    return tare_is_digit(blank[-1]) && tare_is_digit(blank[1]);
}

size_t tare_product_words_length(const char* words, const char* joined)
{
    const char* p = words;
    for (; *joined && *p; ++p) {
        const bool is_blank = *p == ' ';
        const bool parts_numbers = is_blank && p > words && parts_two_numbers(p);
        if (*p == *joined || (parts_numbers && *joined == '.'))
            ++joined;
        else if (!is_blank || parts_numbers)
            return 0;
    }
    return *joined || (*p && *p != ' ') ? 0 : (size_t)(p - words);
}

void tare_product_words_join(TareText* key, const char* words)
{
    tare_text_append(key, "", 0);
    for (const char* p = words; *p; ++p) {
        if (*p != ' ')
            tare_text_append(key, p, 1);
        else if (p > words && parts_two_numbers(p))
            tare_text_append(key, ".", 1);
    }
}
