#include "review/tongue.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "review/tongue_words.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* Letters that belong to one language, or nearly so. The first that is frequent counts: kana tells
   Japanese from Chinese, whose characters it uses too. */
static const struct {
    uint32_t first, last;
    const char* language;
} scripts[] = {
    {0x3040, 0x30FF, "Japanese"}, {0xAC00, 0xD7AF, "Korean"}, {0x4E00, 0x9FFF, "Chinese"},
    {0x0400, 0x04FF, "Russian"},  {0x0370, 0x03FF, "Greek"},  {0x0590, 0x05FF, "Hebrew"},
    {0x0600, 0x06FF, "Arabic"},   {0x0E00, 0x0E7F, "Thai"},   {0x0900, 0x097F, "Hindi"},
};

enum { N_SCRIPTS = sizeof scripts / sizeof *scripts };

/* In a Japanese text hardly less than one letter in ten is kana; names and units are Latin. */
#define MIN_SHARE 0.1

/* A single foreign word, or a name, makes no language. */
enum { MIN_WORDS = 3, MIN_LETTERS = 6 };

/** The language whose letters a text is written in; NULL when they are Latin. */
static const char* by_script(const char* text, size_t length)
{
    size_t n_letters = 0, counts[N_SCRIPTS] = {0}, n_foreign = 0;
    for (size_t i = 0; i < length;) {
        if ((unsigned char)text[i] < 0x80) {
            n_letters += tare_is_letter(text[i]);
            ++i;
            continue;
        }
        uint32_t character = 0;
        const size_t n = tare_utf8_decode(text + i, length - i, &character);
        ++n_letters;
        for (size_t k = 0; k < N_SCRIPTS; ++k) {
            const bool is_in = character >= scripts[k].first && character <= scripts[k].last;
            counts[k] += is_in;
            n_foreign += is_in;
        }
        i += n ? n : 1;
    }
    if (n_foreign < MIN_LETTERS || (double)n_foreign < 2.0 * MIN_SHARE * (double)n_letters)
        return NULL;
    for (size_t k = 0; k < N_SCRIPTS; ++k)
        if ((double)counts[k] >= MIN_SHARE * (double)n_foreign)
            return scripts[k].language;
    return NULL;
}

/** The length of the word at a place: letters. */
static size_t word_length(const char* text, size_t length)
{
    size_t n = 0;
    while (n < length && tare_is_letter(text[n]))
        ++n;
    return n;
}

/* No small word is longer: it fits into a number. */
enum { MAX_SMALL = 8 };

/** A word of at most MAX_SMALL bytes, case of ASCII aside, as a number that is quickly compared. */
static uint64_t packed(const char* word, size_t length)
{
    uint64_t number = 0;
    for (size_t i = 0; i < length; ++i)
        number = number << 8 | (unsigned char)tare_ascii_lower(word[i]);
    return number;
}

/** The small words of a language. */
typedef struct {
    uint64_t words[TARE_MAX_SMALL_WORDS];
    size_t n;
} SmallWords;

static SmallWords small_words_of(const TareTongue* tongue)
{
    SmallWords small = {.n = 0};
    for (const char* word = tongue->words; *word && small.n < TARE_MAX_SMALL_WORDS;) {
        const size_t length = strcspn(word, " ");
        small.words[small.n++] = packed(word, length);
        word += length;
        word += *word == ' ';
    }
    return small;
}

static bool has_word(const SmallWords* small, uint64_t word)
{
    for (size_t i = 0; i < small->n; ++i)
        if (small->words[i] == word)
            return true;
    return false;
}

/* So many words tell which language it is, and so few that it is English, of whose words one in
   three is small: of other languages hardly one in ten is one of them. */
enum { MAX_WORDS = 1000, FIRST_WORDS = 24, ENGLISH_SHARE = 5 };

static bool is_english_so_far(size_t n_words, size_t n_english)
{
    return n_words >= FIRST_WORDS && n_english * ENGLISH_SHARE > n_words;
}

/** Whether a word is a small one of a language; a letter may be a bullet, "o 60 Hz", and tells only
    English. */
static bool counts_for(const SmallWords* small, size_t tongue, const char* word, size_t length)
{
    return (tongue == 0 || length > 1) && length <= MAX_SMALL &&
           has_word(small, packed(word, length));
}

/** The language of most of the small words of a text in Latin letters; NULL for English. */
static const char* by_words(const char* text, size_t length)
{
    SmallWords small[TARE_MAX_TONGUES];
    size_t counts[TARE_MAX_TONGUES] = {0}, n_words = 0;
    const size_t n_languages[] = {1, tare_n_tongues}; /* English alone in the first round */
    for (size_t round = 0; round < 2; ++round) {
        for (size_t k = round; k < n_languages[round]; ++k)
            small[k] = small_words_of(&tare_tongues[k]);
        n_words = 0;
        for (size_t i = 0; i < length && n_words < MAX_WORDS;) {
            const size_t n = word_length(text + i, length - i);
            n_words += n > 0;
            for (size_t k = round; k < n_languages[round] && n; ++k)
                counts[k] += counts_for(&small[k], k, text + i, n);
            if (round == 0 && is_english_so_far(n_words, counts[0]))
                return NULL;
            i += n ? n : 1;
        }
    }
    size_t best = 0; /* English */
    for (size_t k = 1; k < tare_n_tongues; ++k)
        best = counts[k] > counts[best] ? k : best;
    return best && counts[best] >= MIN_WORDS && counts[best] > 2 * counts[0]
               ? tare_tongues[best].language
               : NULL;
}

const char* tare_tongue_of(const char* text, size_t length)
{
    const char* const language = by_script(text, length);
    return language ? language : by_words(text, length);
}
