/* Single sentences of a review and what is made of them, as tests write it. */

#ifndef TARE_REVIEW_SENTENCE_H
#define TARE_REVIEW_SENTENCE_H

#include "review/reason.h"

#include <stdbool.h>
#include <stddef.h>

/** Whether a sentence gives just these filters, written as in tests/data/reviews/sentences.tsv:
    "P5000:+6 L80:-3:q0.7", "-" for none. Tells on stderr what it gives instead. */
bool review_gives(const char* sentence, const char* wanted);

/** As review_gives(), of a whole note without front matter whose product is known. */
bool review_note_gives(const char* note, const char* wanted);

/** Whether a sentence gives no filter, and its first figure is left out for this reason. Tells on
    stderr what becomes of it instead. */
bool review_leaves_out(const char* sentence, TareReason reason);

/** Whether words that fit these patterns, a blank between two, stand side by side in a text. */
bool review_text_has(const char* text, const char* patterns);

/** The same of all sentences of tests/data/reviews/sentences.tsv. */
bool review_sentences_have(const char* patterns);

/** Words that do the same in one sentence. */
typedef struct {
    const char* const* words;
    size_t n;
    const char* frame;  ///< a sentence with "%s" in the place of the word
    const char* filter; ///< what it gives, as for review_gives()
} ReviewGroup;

#define REVIEW_GROUP(words, frame, filter)                                                         \
    {                                                                                              \
        words, sizeof(words) / sizeof *(words), frame, filter                                      \
    }

/** The first of the words with which the sentence gives something else; NULL when there is none. */
const char* review_group_fails(const ReviewGroup* group);

#endif
