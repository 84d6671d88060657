#include "lv2/preset_key.h"

#include "base/text.h"
#include "base/utf8.h"
#include "names/fold.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/** What stands between two words. */
typedef enum { GAP_NONE, GAP_WORD, GAP_PART } Gap;

typedef struct {
    TareText key, folded; ///< `folded`: of one character
    const char* signs;    ///< where those begin that stand behind the last word; NULL: none do
    unsigned n_z;         ///< how many z, as such and at most 2, end the key
    bool is_odd;          ///< has signs that the key does not show
    bool is_sign;         ///< the last word is a sign, which ends as it begins
} Maker;

/* Letters: how each is written depends on how many z stand before it, so that what is greater as a
   letter is greater as text, and no two texts are the same. */

static void append_latin(Maker* maker, char c)
{
    const char* const stuffed = maker->n_z < 2 ? NULL : c == 'y' ? "ya" : c == 'z' ? "yb" : NULL;
    if (stuffed)
        tare_text_append(&maker->key, stuffed, 2);
    else
        tare_text_append(&maker->key, &c, 1);
    maker->n_z = c == 'z' && !stuffed ? maker->n_z + 1 : 0;
}

static void append_other(Maker* maker, uint32_t letter)
{
    static const char* const marks[] = {"zzz", "zyd", "yc"};
    tare_text_format(&maker->key, "%s%06x", marks[maker->n_z], (unsigned)letter);
    maker->n_z = 0;
}

static void append_letters(Maker* maker, const char* letters)
{
    size_t left = strlen(letters);
    while (left) {
        uint32_t letter = 0;
        const size_t n = tare_utf8_decode(letters, left, &letter);
        if (n <= 1)
            append_latin(maker, *letters);
        else
            append_other(maker, letter);
        letters += n ? n : 1;
        left -= n ? n : 1;
    }
}

/* Signs */

/** Whether a label may have these between its words, or at its end, without being odd. */
static bool is_common(const char* signs, size_t n)
{
    static const char* const common[] = {" ",  "-",   ".",   "/", ", ", " - ",
                                         " (", ") (", "), ", ")", "))"};
    size_t i = 0;
    while (i < sizeof common / sizeof *common &&
           (strlen(common[i]) != n || memcmp(common[i], signs, n) != 0))
        ++i;
    return n == 0 || i < sizeof common / sizeof *common;
}

/** The word that a sign is read as; NULL for all others. */
static const char* word_of(char sign)
{
    return sign == '+' ? "plus" : sign == '&' ? "and" : NULL;
}

static Gap gap_of(const char* signs, size_t n)
{
    Gap gap = n ? GAP_WORD : GAP_NONE;
    for (size_t i = 0; i < n; ++i)
        if (strchr("(),", signs[i]) || (n - i >= 3 && memcmp(signs + i, " - ", 3) == 0))
            gap = GAP_PART;
    return gap;
}

/** Writes what stands between the last word and `end`, where the next one, perhaps a
    sign, or nothing follows. */
static void end_signs(Maker* maker, const char* end, bool is_sign)
{
    const size_t n = maker->signs ? (size_t)(end - maker->signs) : 0;
    const Gap gap = gap_of(maker->signs, n);
    maker->is_odd = maker->is_odd || !is_common(maker->signs, n);
    maker->signs = NULL;
    const bool is_between = *end != '\0' && maker->key.length > 0;
    if (is_between && (gap != GAP_NONE || maker->is_sign || is_sign)) {
        tare_text_append(&maker->key, "--", gap == GAP_PART ? 2 : 1);
        maker->n_z = 0;
    }
    maker->is_sign = is_sign;
}

static bool is_accent(uint32_t character)
{
    return character >= 0x300 && character < 0x370;
}

/** Takes the character at `text`; returns how many bytes it has. */
static size_t take(Maker* maker, const char* text, size_t left)
{
    uint32_t character = 0;
    const size_t n_bytes = tare_utf8_decode(text, left, &character);
    const size_t n = n_bytes ? n_bytes : 1;
    if (is_accent(character)) { /* ends no word */
        maker->is_odd = true;
        return n;
    }
    char alone[5] = "";
    memcpy(alone, text, n);
    maker->folded.length = 0;
    tare_fold_words(&maker->folded, alone);
    const char* const sign = word_of(*text);
    const char* const letters = sign ? sign : maker->folded.data ? maker->folded.data : "";
    if (*letters == '\0') {
        maker->signs = maker->signs ? maker->signs : text;
        return n;
    }
    end_signs(maker, text, sign != NULL);
    append_letters(maker, letters);
    const bool lost_accent = n > 1 && (unsigned char)*letters < 0x80;
    maker->is_odd = maker->is_odd || lost_accent;
    return n;
}

static uint32_t checksum(const char* text)
{
    uint64_t hash = 14695981039346656037u; /* FNV-1a */
    for (; *text; ++text)
        hash = (hash ^ (unsigned char)*text) * 1099511628211u;
    return (uint32_t)(hash ^ hash >> 32);
}

char* tare_preset_key(const char* label)
{
    Maker maker = {0};
    size_t left = strlen(label);
    tare_text_append(&maker.key, "", 0);
    for (const char* text = label; left;) {
        const size_t n = take(&maker, text, left);
        text += n;
        left -= n;
        maker.key.failed = maker.key.failed || maker.folded.failed;
    }
    end_signs(&maker, label + strlen(label), false);
    if (maker.key.length == 0) /* nothing but signs */
        tare_text_append(&maker.key, "0", 1);
    if (maker.is_odd)
        tare_text_format(&maker.key, "---%08x", (unsigned)checksum(label));
    tare_text_clear(&maker.folded);
    if (maker.key.failed)
        tare_text_clear(&maker.key);
    return maker.key.data;
}
