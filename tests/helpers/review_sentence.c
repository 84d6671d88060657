#include "helpers/review_sentence.h"

#include "base/file.h"
#include "base/text.h"
#include "helpers/review_fixture.h"
#include "review/fact.h"
#include "review/word_patterns.h"

#include <stdio.h>
#include <string.h>

static bool states_q(const TareReview* review, double freq_hz)
{
    for (size_t i = 0; i < review->n_facts; ++i)
        if (review->facts[i].is_q_stated && review->facts[i].filter.freq_hz == freq_hz)
            return true;
    return false;
}

static void describe(const TareReview* review, TareText* text)
{
    for (uint32_t i = 0; i < review->n_filters; ++i) {
        const TareBand* const band = &review->filters[i];
        tare_text_format(text, "%s%c", i ? " " : "", "PLH"[band->type]);
        tare_text_format(text, "%g:%+g", band->freq_hz, band->gain_db);
        if (states_q(review, band->freq_hz))
            tare_text_format(text, ":q%.3g", band->q);
    }
    if (!text->length)
        tare_text_format(text, "-");
}

/** Whether what was read gives these filters. */
static bool gives(TareReview* read, bool is_read, const char* sentence, const char* wanted)
{
    TareReview review = *read;
    TareText got = {0};
    bool is_so = is_read;
    describe(&review, &got);
    is_so = is_so && !got.failed && !strcmp(got.data, wanted);
    if (!is_so)
        fprintf(stderr, "%s: \"%s\"; expected \"%s\"\n", sentence, got.data, wanted);
    tare_text_clear(&got);
    tare_review_clear(&review);
    return is_so;
}

bool review_gives(const char* sentence, const char* wanted)
{
    TareReview review;
    const bool is_read = review_fixture_say(&review, sentence) == TARE_OK;
    return gives(&review, is_read, sentence, wanted);
}

bool review_note_gives(const char* note, const char* wanted)
{
    TareReview review;
    const bool is_read = review_fixture_note(&review, note) == TARE_OK;
    return gives(&review, is_read, note, wanted);
}

static const char* first_reason(const TareReview* review)
{
    const char* const words =
        review->n_left_out ? tare_reason_words(review->left_out[0].reason) : NULL;
    return words ? words : "nothing is left out";
}

bool review_leaves_out(const char* sentence, TareReason reason)
{
    TareReview review;
    const bool is_so = review_fixture_say(&review, sentence) == TARE_OK && !review.n_filters &&
                       review.n_left_out && review.left_out[0].reason == reason;
    if (!is_so)
        fprintf(stderr, "%s: %u filters, %s; expected: %s\n", sentence, review.n_filters,
                first_reason(&review), tare_reason_words(reason));
    tare_review_clear(&review);
    return is_so;
}

/** Length of the word at the beginning of a text. */
static size_t length_of_word(const char* text)
{
    return strcspn(text, " ,;:.()\n");
}

static const char* next_word(const char* text)
{
    text += length_of_word(text);
    return text + strspn(text, " ,;:.()\n");
}

static bool begins_with(const char* text, const char* patterns)
{
    while (*patterns) {
        char pattern[32] = "";
        const size_t n = strcspn(patterns, " ");
        memcpy(pattern, patterns, n < sizeof pattern ? n : sizeof pattern - 1);
        if (!tare_word_is(text, length_of_word(text), pattern))
            return false;
        text = next_word(text);
        patterns += n + (patterns[n] == ' ');
    }
    return true;
}

bool review_text_has(const char* text, const char* patterns)
{
    for (const char* word = text; *word; word = next_word(word))
        if (begins_with(word, patterns))
            return true;
    return false;
}

bool review_sentences_have(const char* patterns)
{
    static char* text;
    size_t length = 0;
    if (!text && tare_file_read(review_fixture_path("sentences.tsv"), 1u << 20, &text, &length,
                                NULL) != TARE_OK)
        return false;
    for (char* tab = text; (tab = strchr(tab, '\t')); *tab = ' ')
        continue; /* the first word stands behind a tab */
    return review_text_has(text, patterns);
}

const char* review_group_fails(const ReviewGroup* group)
{
    for (size_t i = 0; i < group->n; ++i) {
        char sentence[120];
        snprintf(sentence, sizeof sentence, group->frame, group->words[i]);
        if (!review_gives(sentence, group->filter))
            return group->words[i];
    }
    return NULL;
}
