/* The words of a folded name, one by one, a number the same however it is written. */

#ifndef TARE_TERM_H
#define TARE_TERM_H

#include <stdbool.h>
#include <stddef.h>

enum { TARE_MAX_TERMS = 40 };

/** A run of letters, a run of digits, or a "+". */
typedef struct TareTerm {
    const char* text; ///< not ended by a zero
    size_t length;    ///< in bytes, at least 1
} TareTerm;

typedef struct TareTerms {
    TareTerm words[TARE_MAX_TERMS];
    size_t n;
} TareTerms;

/** Adds the words of a folded text (fold.h), which must live as long as they are used. The roman
    numerals from II to IX, but not a V alone, become digits and "plus" a "+". False when there are
    more words than fit. */
bool tare_term_add(TareTerms* words, const char* folded);

bool tare_term_is(const TareTerm* word, const char* text);

bool tare_term_same(const TareTerm* a, const TareTerm* b);

/** Whether it is a number. */
bool tare_term_is_number(const TareTerm* word);

/** Whether it has ASCII letters only. */
bool tare_term_is_plain(const TareTerm* word);

/** Runs of words at two places that are spelled alike, whatever the blanks between letters: "kb
    ear" and "kbear". Digits of two words never make one number. True sets how many words each has,
    as few as possible. */
bool tare_term_run(const TareTerms* a, size_t a_first, const TareTerms* b, size_t b_first,
                   size_t* n_a, size_t* n_b);

#endif
