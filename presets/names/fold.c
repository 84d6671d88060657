#include "names/fold.h"

#include "base/ascii.h"
#include "base/text.h"
#include "base/utf8.h"

#include <string.h>

typedef enum { CLASS_NONE, CLASS_LETTER, CLASS_DIGIT, CLASS_PLUS } Class;

/** Letters U+00C0 to U+017F without their accents; a blank where none remains the same. */
static const char latin_letters[] =
    "aaaaaa ceeeeiiii nooooo ouuuuy  aaaaaa ceeeeiiii nooooo ouuuuy y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii  jjkk lllllll"
    "lllnnnnnnn  oooooo  rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/** Letters that become two. */
static const struct {
    uint32_t character;
    char letters[3];
} pairs[] = {{0xC6, "ae"}, {0xDE, "th"},  {0xDF, "ss"},  {0xE6, "ae"},  {0xF0, "d"},  {0xD0, "d"},
             {0xFE, "th"}, {0x132, "ij"}, {0x133, "ij"}, {0x152, "oe"}, {0x153, "oe"}};

static const char* letters_of_pair(uint32_t character)
{
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; ++i)
        if (pairs[i].character == character)
            return pairs[i].letters;
    return NULL;
}

/** Full-width forms stand for ASCII, one place for each. */
static uint32_t without_width(uint32_t character)
{
    return character >= 0xFF01 && character <= 0xFF5E ? character - 0xFEE0 : character;
}

/** Accents, dashes, marks and blanks that are not ASCII and no part of a word. */
static bool is_mark(uint32_t character)
{
    return (character >= 0x80 && character < 0xC0) || character == 0xD7 || character == 0xF7 ||
           (character >= 0x300 && character < 0x370) ||
           (character >= 0x2000 && character < 0x2C00) ||
           (character >= 0x3000 && character < 0x3005) ||
           (character >= 0xFE00 && character < 0xFE10) || character == 0xFEFF;
}

typedef struct {
    Class class;
    char bytes[5];
} Folded;

/** Cyrillic capitals U+0400 to U+042F, and the small letters that they become. */
static bool is_cyrillic_capital(uint32_t character)
{
    return character >= 0x400 && character < 0x430;
}

static void fold_cyrillic(uint32_t capital, char* bytes)
{
    const uint32_t small = capital + (capital < 0x410 ? 0x50 : 0x20);
    bytes[0] = (char)(0xC0 | small >> 6);
    bytes[1] = (char)(0x80 | (small & 0x3F));
}

static Class class_of(char c)
{
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
        return CLASS_LETTER;
    if (c >= '0' && c <= '9')
        return CLASS_DIGIT;
    return c == '+' ? CLASS_PLUS : CLASS_NONE;
}

static Folded fold_ascii(char c)
{
    return (Folded){class_of(c), {tare_ascii_lower(c), 0}};
}

/** `bytes` are those of the character as it stands. */
static Folded fold_character(uint32_t character, const char* bytes, size_t n_bytes)
{
    character = without_width(character);
    if (character < 0x80)
        return fold_ascii((char)character);
    if (is_mark(character))
        return (Folded){CLASS_NONE, ""};
    Folded folded = {CLASS_LETTER, ""};
    const char* letters = letters_of_pair(character);
    if (letters)
        memcpy(folded.bytes, letters, strlen(letters));
    else if (character >= 0xC0 && character < 0x180 && latin_letters[character - 0xC0] != ' ')
        folded.bytes[0] = latin_letters[character - 0xC0];
    else if (is_cyrillic_capital(character))
        fold_cyrillic(character, folded.bytes);
    else
        memcpy(folded.bytes, bytes, n_bytes);
    return folded;
}

/** Folds the character at the beginning of a text that is not ASCII; returns how many bytes it
    takes. An accent of its own belongs to the letter before it and ends no word. */
static size_t fold_beyond_ascii(const char* text, size_t left, Class before, Folded* folded)
{
    uint32_t character = 0;
    const size_t n = tare_utf8_decode(text, left, &character);
    *folded = n ? fold_character(character, text, n) : (Folded){CLASS_NONE, ""};
    if (character >= 0x300 && character < 0x370)
        *folded = (Folded){before, ""};
    return n ? n : 1;
}

void tare_fold_words(TareText* words, const char* name)
{
    size_t left = strlen(name);
    if (!tare_text_reserve(words, 2 * left)) /* a blank and a letter for each byte */
        return;
    Class before = CLASS_NONE;
    const char* const first = words->data + words->length;
    char* end = words->data + words->length;
    while (left) {
        Folded folded;
        size_t n = 1;
        if ((unsigned char)*name < 0x80)
            folded = fold_ascii(*name);
        else
            n = fold_beyond_ascii(name, left, before, &folded);
        if (folded.class != CLASS_NONE && folded.class != before && end > first)
            *end++ = ' ';
        for (const char* p = folded.bytes; folded.class != CLASS_NONE && *p; ++p)
            *end++ = *p;
        before = folded.class;
        name += n;
        left -= n;
    }
    *end = '\0';
    words->length = (size_t)(end - words->data);
}

void tare_fold_join(TareText* joined, const char* words)
{
    tare_text_append(joined, "", 0);
    while (*words) {
        const size_t n = strcspn(words, " ");
        tare_text_append(joined, words, n);
        words += n + (words[n] == ' ');
    }
}

uint64_t tare_fold_hash(const char* words)
{
    uint64_t sum = 0;
    while (*words) {
        uint64_t hash = 14695981039346656037u; /* FNV-1a */
        for (; *words && *words != ' '; ++words)
            hash = (hash ^ (unsigned char)*words) * 1099511628211u;
        sum += hash ^ hash >> 29;
        words += *words == ' ';
    }
    return sum;
}
