/* The words that belong to one pair of gain and frequency. */

#ifndef TARE_CLAUSES_H
#define TARE_CLAUSES_H

#include "review/pair.h"
#include "review/token.h"

/** Indices of tokens, each first and last included. */
typedef struct TareClause {
    const TareSentence* sentence;
    TarePair pair;
    size_t first, last;   ///< from mark to mark, or up to the figures of others
    size_t thought_first; ///< farther left, up to a "while" or a semicolon
} TareClause;

TareClause tare_clause_of(const TareSentence* sentence, const TarePair* pair);

/** Index of the earlier and of the later figure of the pair. */
size_t tare_clause_pair_first(const TareClause* clause);
size_t tare_clause_pair_last(const TareClause* clause);

/** Whether a word between two tokens, both included, has any of these meanings. */
bool tare_clause_any_means(const TareClause* clause, size_t first, size_t last,
                           TareWordMeaning meanings);

/** The first token right beside a figure on its left: up to three words. */
size_t tare_clause_beside_left(const TareClause* clause, size_t figure);

/** The last token right beside a figure on its right: up to three words, none of which leads to a
    place. */
size_t tare_clause_beside_right(const TareClause* clause, size_t figure);

#endif
