#include "fold.h"

#include <stdlib.h>
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

static Folded fold_ascii(char c)
{
    Folded folded = {CLASS_NONE, {c, 0}};
    if (c >= 'A' && c <= 'Z')
        folded.bytes[0] = (char)(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
        folded.class = CLASS_LETTER;
    else if (c >= '0' && c <= '9')
        folded.class = CLASS_DIGIT;
    else if (c == '+')
        folded.class = CLASS_PLUS;
    return folded;
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
    else
        memcpy(folded.bytes, bytes, n_bytes);
    return folded;
}

void tare_fold_words(TareText* words, const char* name)
{
    Class before = CLASS_NONE;
    const size_t start = words->length;
    tare_text_append(words, "", 0);
    for (size_t left = strlen(name); left;) {
        uint32_t character = 0;
        const size_t n = tare_utf8_decode(name, left, &character);
        const Folded folded = n ? fold_character(character, name, n) : (Folded){CLASS_NONE, ""};
        const bool is_accent = character >= 0x300 && character < 0x370;
        if (folded.class != CLASS_NONE) {
            if (folded.class != before && words->length > start)
                tare_text_append(words, " ", 1);
            tare_text_append(words, folded.bytes, strlen(folded.bytes));
        }
        before = n && is_accent ? before : folded.class;
        name += n ? n : 1;
        left -= n ? n : 1;
    }
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

typedef struct {
    const char* first;
    size_t length;
} Word;

static int compare_words(const void* a, const void* b)
{
    const Word* x = a;
    const Word* y = b;
    const size_t n = x->length < y->length ? x->length : y->length;
    const int order = memcmp(x->first, y->first, n);
    return order ? order : (x->length > y->length) - (x->length < y->length);
}

void tare_fold_sort(TareText* sorted, const char* words)
{
    size_t n_words = *words != '\0';
    for (const char* p = words; *p; ++p)
        n_words += *p == ' ';
    tare_text_append(sorted, "", 0);
    if (!n_words)
        return;
    Word* list = malloc(n_words * sizeof *list);
    if (!list) {
        sorted->failed = true;
        return;
    }
    for (size_t i = 0; i < n_words; ++i) {
        list[i] = (Word){words, strcspn(words, " ")};
        words += list[i].length + 1;
    }
    qsort(list, n_words, sizeof *list, compare_words);
    for (size_t i = 0; i < n_words; ++i)
        tare_text_append(sorted, list[i].first, list[i].length);
    free(list);
}
