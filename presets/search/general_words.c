#include "search/general_words.h"

#include "names/term.h"

#include <stddef.h>
#include <string.h>

enum {
    KIND = TARE_GENERAL_TYPED | TARE_GENERAL_NAMED,
    EDITION = TARE_GENERAL_EDITION | TARE_GENERAL_VARIANT
};

/** One reason for the words of a row, a blank between each two. */
typedef struct {
    const char* words;
    unsigned classes;
} Row;

static const Row rows[] = {
    /* the kind of thing; an "earbuds" in a name may stand beside a headphone of the same name */
    {"headphone headphones earphone earphones headset", KIND},
    {"noise cancelling canceling", TARE_GENERAL_NAMED},
    {"iem iems earbuds", TARE_GENERAL_TYPED | TARE_GENERAL_INSIDE},
    {"cans", TARE_GENERAL_TYPED},
    /* how it is built, where every product of that name is: there is no wired edition of a wired
       one, while one with a radio is another product */
    {"wired cabled", TARE_GENERAL_TYPED},
    {"wireless bluetooth bt", TARE_GENERAL_RADIO},
    {"tws", TARE_GENERAL_RADIO | TARE_GENERAL_INSIDE},
    /* coats of paint; not red, blue, gold and so on, by which makers name other tunings */
    {"black white silver grey gray", TARE_GENERAL_TYPED},
    /* small words of a sentence */
    {"the for from by", TARE_GENERAL_TYPED},
    /* what a listener wants of it */
    {"eq preset correction", TARE_GENERAL_TYPED},
    /* so begin all codes of a maker, whose owners leave it out: "sony ex1000" */
    {"mdr ath ah eah ha", TARE_GENERAL_SERIES},
    /* makers call themselves with it and without */
    {"audio acoustics", TARE_GENERAL_MAKER},
    /* who measured, and on what */
    {"autoeq crinacle gras harman innerfidelity jaytiss kazi kuulokenurkka "
     "oratory rtings",
     TARE_GENERAL_SOURCE},
    /* products of many names have them */
    {"pro + max lite se mini ultra gen generation mk mark edition anniversary", EDITION},
    {"open air one studio live dsp clip core series ver version v s x", TARE_GENERAL_EDITION},
    {"1 2 3 4 5 6 7 8 9 1st 2nd 3rd 4th", TARE_GENERAL_EDITION},
    /* parts that can be changed */
    {"pad pads earpad earpads tip tips eartips cable", TARE_GENERAL_PARTS},
};

/** Whether a word stands in a row. */
static bool is_in(const TareTerm* word, const char* words)
{
    while (*words) {
        const TareTerm one = {words, strcspn(words, " ")};
        if (tare_term_same(&one, word))
            return true;
        words += one.length + (words[one.length] == ' ');
    }
    return false;
}

unsigned tare_general_word(const TareTerm* word)
{
    unsigned classes = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; ++i)
        if (is_in(word, rows[i].words))
            classes |= rows[i].classes;
    return classes;
}
