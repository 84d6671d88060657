#include "window/blind_words.h"

#include "corrections/blind.h"
#include "picture/short_number.h"
#include "window/blind_test.h"

#include <stdio.h>

void tare_blind_words_title(const TareBlindTest* test, char* text, size_t size)
{
    switch (test->page) {
    case TARE_BLIND_TEST_ROUNDS:
        snprintf(text, size, "%s %u %s %u", tare_word(TARE_WORD_BLIND_ROUND),
                 test->blind->n_done + 1, tare_word(TARE_WORD_BLIND_OF), test->n_rounds);
        return;
    case TARE_BLIND_TEST_RESULT:
        snprintf(text, size, "%s", tare_word(TARE_WORD_BLIND_RESULT));
        return;
    default:
        snprintf(text, size, "%s", tare_word(TARE_WORD_BLIND_TITLE));
        return;
    }
}

static const char* sound_name(const TareBlindTest* test, int sound)
{
    if (test->is_of_slots)
        return tare_word(sound == 0 ? TARE_WORD_SLOT_A : TARE_WORD_SLOT_B);
    return tare_word(sound == 0 ? TARE_WORD_BLIND_CORRECTED : TARE_WORD_BLIND_THE_ORIGINAL);
}

void tare_blind_words_result(const TareBlindTest* test, char* text, size_t size)
{
    TareBlindPair pairs[TARE_BLIND_MAX_PAIRS];
    const char* const of = tare_word(TARE_WORD_BLIND_OF);
    if (!test->is_preference) {
        snprintf(text, size, "%s %u %s %u.", tare_word(TARE_WORD_BLIND_RECOGNISED),
                 tare_blind_n_right(test->blind), of, test->blind->n_done);
        return;
    }
    (void)tare_blind_pairs(test->blind, pairs);
    snprintf(text, size, "%s %s %u, %s %u %s %u.", tare_word(TARE_WORD_BLIND_WAS_BETTER),
             sound_name(test, pairs->better), pairs->n_higher, sound_name(test, pairs->other),
             pairs->n_lower, of, test->blind->n_done);
}

static double chance_of(const TareBlindTest* test)
{
    TareBlindPair pairs[TARE_BLIND_MAX_PAIRS];
    if (!test->is_preference)
        return tare_blind_chance(test->blind);
    (void)tare_blind_pairs(test->blind, pairs);
    return pairs->chance;
}

void tare_blind_words_chance(const TareBlindTest* test, char* text, size_t size)
{
    char number[32];
    const double chance = chance_of(test);
    snprintf(text, size, "%s %s: %s.", tare_word(TARE_WORD_BLIND_CHANCE),
             tare_short_number(chance, number, sizeof number), tare_blind_verdict(chance));
}
