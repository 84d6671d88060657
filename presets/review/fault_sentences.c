#include "review/fault_sentences.h"

#include "review/meaning.h"
#include "review/token.h"

/** Whether a word says that something is there: "has", "shows", "there is". */
static bool says_presence(const TareSentence* sentence, size_t index)
{
    static const char* const verbs[] = {"are", "had",     "has", "have",
                                        "is",  "remains", "was", "were"};
    return tare_token_means(sentence, index, TARE_WORD_SHOWS) ||
           TARE_TOKEN_IS_ONE_OF(sentence, index, verbs);
}

/** Whether a word speaks of somebody, or of filters. */
static bool speaks_of_work(const TareSentence* sentence, size_t index)
{
    return tare_token_means(sentence, index,
                            TARE_WORD_REMEDY | TARE_WORD_ASKS | TARE_WORD_EQUALISER |
                                TARE_WORD_COMMANDS | TARE_WORD_HELPS) ||
           tare_token_has_role(sentence, index,
                               TARE_ROLE_WRITER | TARE_ROLE_OF_WRITER | TARE_ROLE_FILTERS |
                                   TARE_ROLE_DEMANDS | TARE_ROLE_IS_ASKED);
}

bool tare_sentence_tells_fault(const TareSentence* sentence)
{
    bool has_verb = false, has_fault = false;
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        if (speaks_of_work(sentence, i))
            return false;
        has_verb = has_verb || says_presence(sentence, i);
        has_fault = has_fault || (tare_token_means(sentence, i, TARE_WORD_UP | TARE_WORD_DOWN) &&
                                  !tare_token_means(sentence, i, TARE_WORD_CHANGES));
    }
    return has_verb && has_fault;
}
