#include "review/idioms.h"

#include "review/idiom_words.h"
#include "review/quantities.h"
#include "review/token.h"

#include <math.h>

static bool is_kind(const TareSentence* sentence, size_t index, TareTokenKind kind)
{
    return index < sentence->n_tokens && sentence->tokens[index].kind == kind;
}

/** "6 kHz is lower 4 dB" */
static bool is_said_of_place(const TareSentence* sentence, size_t index)
{
    if (!(tare_token_is(sentence, index, "higher") || tare_token_is(sentence, index, "lower")) ||
        !is_kind(sentence, index + 1, TARE_TOKEN_GAIN) || index == 0)
        return false;
    const bool has_verb = tare_token_has_role(sentence, index - 1, TARE_ROLE_IS);
    return index > has_verb && is_kind(sentence, index - 1 - has_verb, TARE_TOKEN_FREQ);
}

/** "lower" is the name of a band, too: a direction only in "lower than", "6 dB lower", "too low".
 */
static bool is_comparative(const TareSentence* sentence, size_t index)
{
    const bool is_adding =
        tare_token_is(sentence, index, "extra") || tare_token_is(sentence, index, "additional");
    if (is_adding && is_kind(sentence, index + 1, TARE_TOKEN_GAIN))
        return true;
    if (is_said_of_place(sentence, index))
        return true;
    return tare_token_is(sentence, index + 1, "than") || tare_token_is(sentence, index + 1, "by") ||
           (index > 1 && tare_token_means(sentence, index - 1, TARE_WORD_OF) && /* "of extra" */
            is_kind(sentence, index - 2, TARE_TOKEN_GAIN)) ||
           (index > 0 && (tare_token_is(sentence, index - 1, "too") ||
                          is_kind(sentence, index - 1, TARE_TOKEN_GAIN)));
}

/** "Lower everything above 8 kHz", "increasing 2.5 kHz": verbs that tell what to do */
static bool is_order(const TareSentence* sentence, size_t index)
{
    const bool begins =
        index == 0 || tare_token_is(sentence, index - 1, "to") ||
        tare_token_is(sentence, index - 1, "should") ||
        tare_token_is(sentence, index - 1, "must") ||
        tare_token_has_role(sentence, index - 1, TARE_ROLE_ORDERS | TARE_ROLE_ADVISES) ||
        tare_token_is_mark(sentence, index - 1, ':');
    return begins && (is_kind(sentence, index + 1, TARE_TOKEN_FREQ) ||
                      tare_token_has_role(sentence, index + 1, TARE_ROLE_IS_CHANGED));
}

/** Gives a word the meaning of its row, and `more`; leaves it alone when it has none. */
static void settle_by_row(TareSentence* sentence, size_t index, const TareWord* rows, size_t n,
                          TareWordMeaning more)
{
    for (size_t i = 0; i < n; ++i) {
        if (tare_token_is(sentence, index, rows[i].pattern))
            sentence->tokens[index].meaning = rows[i].meaning | more;
    }
}

/** "EQ tip: dip 5.9 kHz by 4 dB": a noun of faults as a verb */
static bool is_noun_as_order(const TareSentence* sentence, size_t index)
{
    return is_order(sentence, index) && is_kind(sentence, index + 1, TARE_TOKEN_FREQ) &&
           tare_token_is(sentence, index + 2, "by");
}

static void settle_order(TareSentence* sentence, size_t index)
{
    if (index == 0 && is_kind(sentence, 1, TARE_TOKEN_GAIN)) /* "Drop 4 dB at 5 kHz" */
        settle_by_row(sentence, index, tare_idiom_noun_orders, tare_n_idiom_noun_orders,
                      TARE_WORD_CHANGES);
    if (is_noun_as_order(sentence, index))
        settle_by_row(sentence, index, tare_idiom_noun_orders, tare_n_idiom_noun_orders,
                      TARE_WORD_CHANGES | TARE_WORD_COMMANDS);
    if (is_order(sentence, index))
        settle_by_row(sentence, index, tare_idiom_orders, tare_n_idiom_orders,
                      TARE_WORD_CHANGES | TARE_WORD_COMMANDS);
}

/* How far behind a verb that asks the first figure may stand: "give it a low shelf of 4 dB". */
enum { MAX_ASKED_DISTANCE = 7 };

/** "The raw data, once compensated, give -8 dB": the verb of what was measured, behind what is put
    in between. */
static bool is_verb_of_data(const TareSentence* sentence, size_t index)
{
    static const char* const nouns[] = {"curves",  "data",  "figures", "graphs", "measurements",
                                        "numbers", "plots", "results", "sources"};
    bool has_comma = false;
    for (size_t i = index; i-- > 0;) {
        if (has_comma && TARE_TOKEN_IS_ONE_OF(sentence, i, nouns))
            return tare_token_is_mark(sentence, i + 1, ',');
        has_comma = has_comma || tare_token_is_mark(sentence, i, ',');
        if (tare_token_is_mark(sentence, i, ';') || tare_token_is_mark(sentence, i, ':'))
            return false;
    }
    return false;
}

/** "Use -3 dB at 2 kHz", "giving it +5 dB" */
static void settle_asker(TareSentence* sentence, size_t index)
{
    bool has_figure = false;
    for (size_t i = index + 1; i <= index + MAX_ASKED_DISTANCE; ++i)
        has_figure = has_figure || is_kind(sentence, i, TARE_TOKEN_GAIN) ||
                     is_kind(sentence, i, TARE_TOKEN_FREQ);
    if (has_figure &&
        (index == 0 || sentence->tokens[index - 1].kind == TARE_TOKEN_MARK ||
         (index > 1 && tare_token_is(sentence, index - 1, "to") && /* "what I do is to give" */
          tare_token_is(sentence, index - 2, "is")) ||
         tare_token_has_role(sentence, index - 1, TARE_ROLE_ADVISES | TARE_ROLE_ORDERS)) &&
        !is_verb_of_data(sentence, index))
        settle_by_row(sentence, index, tare_idiom_askers, tare_n_idiom_askers, 0);
}

/** Whether somebody does what a verb says: "you gain". */
static bool is_of_person(const TareSentence* sentence, size_t index)
{
    return index > 0 && (tare_token_has_role(sentence, index - 1, TARE_ROLE_PERSON) ||
                         tare_token_is(sentence, index - 1, "they"));
}

/** "Gain 5.5 dB" is a label of a filter's language and no direction: the figure is the setting. */
static void settle_gain_label(TareSentence* sentence, size_t index)
{
    const size_t gain = index + 1 + tare_token_is_mark(sentence, index + 1, ':');
    if (!tare_token_is(sentence, index, "gain") || !is_kind(sentence, gain, TARE_TOKEN_GAIN))
        return;
    if (is_of_person(sentence, index)) {
        sentence->tokens[index].meaning = 0; /* by what they do, not by the tuning */
        return;
    }
    sentence->tokens[index].meaning = TARE_WORD_ASKS;
    if (sentence->tokens[gain].sign == TARE_SIGN_NONE)
        sentence->tokens[gain].sign = TARE_SIGN_PLUS;
}

/** Whether an adjective is that of a noun: "a 5 dB sharp dip", "a low shelf". */
static bool is_of_noun(const TareSentence* sentence, size_t index)
{
    const TareWordMeaning nouns = TARE_WORD_SHAPE | TARE_WORD_SHELF;
    return tare_token_means(sentence, index + 1, nouns) ||
           (is_kind(sentence, index + 1, TARE_TOKEN_WORD) &&
            !tare_token_means(sentence, index + 1, TARE_WORD_AT | TARE_WORD_AND) &&
            tare_token_means(sentence, index + 2, nouns));
}

static void settle_comparative(TareSentence* sentence, size_t index)
{
    if (is_comparative(sentence, index) && !is_of_noun(sentence, index) &&
        !tare_token_means(sentence, index, TARE_WORD_AND))
        settle_by_row(sentence, index, tare_idiom_comparatives, tare_n_idiom_comparatives, 0);
}

/** "more than 6 dB" compares with nothing; "less than 6 dB" is a limit. */
static void settle_than(TareSentence* sentence, size_t index)
{
    if (!tare_token_is(sentence, index, "than") || !is_kind(sentence, index + 1, TARE_TOKEN_GAIN))
        return;
    sentence->tokens[index].meaning = TARE_WORD_ABOUT;
    if (index == 0)
        return;
    const bool is_denied = index > 1 && tare_token_means(sentence, index - 2, TARE_WORD_NOT);
    const bool is_less = tare_token_is(sentence, index - 1, "less");
    sentence->tokens[index - 1].meaning =
        is_less && !is_denied ? TARE_WORD_LIMITS : TARE_WORD_ABOUT;
    if (is_less && is_denied) /* "no less than 6 dB" */
        sentence->tokens[index - 2].meaning = TARE_WORD_ABOUT;
}

/** "5 dB more than required", "than is necessary": what a response is compared with, and nothing
    that is asked for. */
static void settle_requirement(TareSentence* sentence, size_t index)
{
    static const char* const words[] = {"asked",  "desired",  "ideal", "necessary",
                                        "needed", "required", "wanted"};
    const bool has_verb = tare_token_has_role(sentence, index + 1, TARE_ROLE_IS) ||
                          tare_token_is(sentence, index + 1, "was");
    for (size_t i = 0; i < sizeof words / sizeof *words; ++i)
        if (tare_token_is(sentence, index, "than") &&
            tare_token_is(sentence, index + 1 + has_verb, words[i]))
            sentence->tokens[index + 1 + has_verb].meaning = TARE_WORD_TARGET;
}

/** "exceeds the target" has a direction, "exceeds 3 dB" none. */
static void settle_exceeding(TareSentence* sentence, size_t index)
{
    if (!tare_token_is(sentence, index, "exceed*"))
        return;
    for (size_t i = index + 1; i <= index + 4 && (is_kind(sentence, i, TARE_TOKEN_WORD) ||
                                                  is_kind(sentence, i, TARE_TOKEN_GAIN));
         ++i) {
        if (tare_token_means(sentence, i, TARE_WORD_TARGET) ||
            (i > index + 1 && tare_token_is(sentence, i - 1, "by") &&
             is_kind(sentence, i, TARE_TOKEN_GAIN)) ||
            (i == index + 1 && tare_token_is(sentence, i, "it")))
            sentence->tokens[index].meaning = TARE_WORD_UP | TARE_WORD_REACHES;
    }
}

/** "a peaking filter", "EQ: Peak 5 kHz, -4 dB": the kind of a filter is no fault. */
static void settle_filter_kind(TareSentence* sentence, size_t index)
{
    if (!tare_token_means(sentence, index, TARE_WORD_UP | TARE_WORD_DOWN))
        return;
    const bool is_item = tare_token_is(sentence, index, "peak*") && index > 0 &&
                         sentence->tokens[index - 1].kind == TARE_TOKEN_MARK &&
                         is_kind(sentence, index + 1, TARE_TOKEN_FREQ);
    const bool is_peaking = tare_token_is(sentence, index, "peaking") &&
                            tare_token_means(sentence, index + 1, TARE_WORD_CHANGES);
    if (is_item || is_peaking || tare_token_is(sentence, index + 1, "filter*"))
        sentence->tokens[index].meaning = 0;
    else if (tare_token_means(sentence, index - (index > 0), TARE_WORD_EQUALISER))
        sentence->tokens[index].meaning |= TARE_WORD_CHANGES; /* "a parametric dip" */
}

/** "by 30 Hz" is a place, "by 30 dB" a size; "on 8 kHz" is a place, too. */
static void settle_by(TareSentence* sentence, size_t index)
{
    if ((tare_token_is(sentence, index, "by") || tare_token_is(sentence, index, "on")) &&
        is_kind(sentence, tare_token_skip_about(sentence, index + 1), TARE_TOKEN_FREQ))
        sentence->tokens[index].meaning = TARE_WORD_AT;
}

/** Whether a word closes "8 kHz and above". */
static bool closes_half_line(const TareSentence* sentence, size_t index)
{
    const size_t behind = tare_token_skip_about(sentence, index + 2);
    const bool has_size = (tare_token_means(sentence, index + 1, TARE_WORD_OF) &&
                           is_kind(sentence, behind, TARE_TOKEN_GAIN)) ||
                          is_kind(sentence, index + 1, TARE_TOKEN_GAIN); /* "and up by 4 dB" */
    return index >= 2 && tare_token_means(sentence, index - 1, TARE_WORD_AND) && !has_size &&
           is_kind(sentence, index - 2, TARE_TOKEN_FREQ);
}

/** "from 6 kHz on", "from 120 Hz down": what a word adds behind the frequency; 0 for nothing. */
static TareWordMeaning half_line_of(const TareSentence* sentence, size_t index)
{
    if (index < 2 || !is_kind(sentence, index - 1, TARE_TOKEN_FREQ) ||
        !tare_token_is(sentence, index - 2, "from") || tare_token_is(sentence, index + 1, "to"))
        return 0;
    if (tare_token_is(sentence, index, "on") || tare_token_is(sentence, index, "up"))
        return TARE_WORD_ABOVE;
    return tare_token_is(sentence, index, "down") ? TARE_WORD_BELOW : 0;
}

/** "and up", "and lower" behind a frequency */
static void settle_half_line(TareSentence* sentence, size_t index)
{
    if (half_line_of(sentence, index))
        sentence->tokens[index].meaning = half_line_of(sentence, index);
    if (!closes_half_line(sentence, index))
        return;
    if (tare_token_is(sentence, index, "up") || tare_token_is(sentence, index, "higher") ||
        tare_token_is(sentence, index, "beyond"))
        sentence->tokens[index].meaning = TARE_WORD_ABOVE;
    else if (tare_token_is(sentence, index, "down") || tare_token_is(sentence, index, "lower"))
        sentence->tokens[index].meaning = TARE_WORD_BELOW;
}

/** "the 1 kHz reference", "the 1 kHz level" */
static bool is_named_level(const TareSentence* sentence, size_t freq)
{
    return tare_token_is(sentence, freq + 1, "reference") ||
           tare_token_is(sentence, freq + 1, "level") || tare_token_is(sentence, freq + 1, "value");
}

/** "from 7 kHz upwards" */
static bool is_half_line(const TareSentence* sentence, size_t index)
{
    return index >= 2 && is_kind(sentence, index - 1, TARE_TOKEN_FREQ) &&
           tare_token_is(sentence, index - 2, "from");
}

/** "12 dB past Harman", "5 dB beyond the target" */
static bool is_past_target(const TareSentence* sentence, size_t index)
{
    if (!(tare_token_is(sentence, index, "past") || tare_token_is(sentence, index, "beyond")) ||
        index == 0 || !is_kind(sentence, index - 1, TARE_TOKEN_GAIN))
        return false;
    const size_t target = index + 1 + tare_token_means(sentence, index + 1, TARE_WORD_ARTICLE);
    return tare_token_means(sentence, target, TARE_WORD_TARGET) ||
           tare_token_means(sentence, target + 1, TARE_WORD_TARGET);
}

/** "above 4 kHz" is a place, "above target" a direction, "over 6 dB" about as much. */
static void settle_place(TareSentence* sentence, size_t index)
{
    const TareWordMeaning places = TARE_WORD_ABOVE | TARE_WORD_BELOW;
    const TareWordMeaning directions = TARE_WORD_UP | TARE_WORD_DOWN;
    if (!tare_token_means(sentence, index, places))
        return;
    TareWordMeaning* const meaning = &sentence->tokens[index].meaning;
    if (is_past_target(sentence, index))
        *meaning |= TARE_WORD_UP;
    const bool is_above = *meaning & TARE_WORD_ABOVE;
    const size_t next = tare_token_skip_about(sentence, index + 1);
    if (is_kind(sentence, next, TARE_TOKEN_FREQ) && !is_named_level(sentence, next)) {
        const bool is_range = sentence->tokens[next].lo != sentence->tokens[next].hi;
        *meaning =
            is_range && tare_token_is(sentence, index, "over") ? TARE_WORD_AT : *meaning & places;
    } else if (is_kind(sentence, next, TARE_TOKEN_GAIN) && !is_half_line(sentence, index)) {
        *meaning = is_above ? TARE_WORD_ABOUT : TARE_WORD_LIMITS;
    } else if (closes_half_line(sentence, index) || !(*meaning & directions)) {
        *meaning &= places;
    } else {
        *meaning &= directions;
    }
}

/** A wider range is a bandwidth and not the place of a fault. */
#define MAX_RANGE_RATIO 60.0

/** A frequency that no headphone's response is corrected at is a mere figure. */
static void settle_frequency(TareToken* token)
{
    const bool is_place =
        tare_quantity_is_place(token->lo, token->hi) && token->hi <= token->lo * MAX_RANGE_RATIO;
    if (token->kind == TARE_TOKEN_FREQ && !is_place)
        token->kind = TARE_TOKEN_OTHER;
}

void tare_idiom_settle_words(TareSentence* sentence, size_t index)
{
    settle_comparative(sentence, index);
    settle_order(sentence, index);
    settle_asker(sentence, index);
    settle_gain_label(sentence, index);
    settle_than(sentence, index);
    settle_requirement(sentence, index);
    settle_exceeding(sentence, index);
    settle_by(sentence, index);
}

void tare_idiom_settle_places(TareSentence* sentence, size_t index)
{
    settle_filter_kind(sentence, index);
    settle_half_line(sentence, index);
    settle_place(sentence, index);
    settle_frequency(&sentence->tokens[index]);
}
