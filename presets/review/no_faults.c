#include "review/no_faults.h"

#include "review/clauses.h"

/** Whether the words beside a gain make it a limit: "within 3 dB", "the 5 dB threshold". */
bool tare_is_limit(const TareClause* clause)
{
    const size_t gain = clause->pair.gain;
    const size_t first = tare_clause_beside_left(clause, gain),
                 last = tare_clause_beside_right(clause, gain);
    for (size_t i = first; i <= last; ++i) {
        /* "5 dB above standard levels" */
        if (i > gain && tare_token_means(clause->sentence, i, TARE_WORD_UP | TARE_WORD_DOWN))
            return false;
        const bool is_said = /* "the deviation is limited to +2 dB around 100 Hz" */
            tare_token_is(clause->sentence, i, "limited") &&
            clause->sentence->tokens[gain].sign != TARE_SIGN_NONE;
        if (is_said || !tare_token_means(clause->sentence, i, TARE_WORD_LIMITS))
            continue;
        /* "a peak exceeding 5 dB" says more of the peak than of a limit */
        const bool is_about = tare_token_means(clause->sentence, i, TARE_WORD_ABOUT);
        const bool has_article =
            tare_token_means(clause->sentence, i + 1, TARE_WORD_ARTICLE) || i > gain;
        if (!is_about || has_article)
            return true;
    }
    return false;
}

enum { MAX_DENIAL_DISTANCE = 5 };

/** Whether it is a remedy that is denied: "without EQ", "does not correct the 6 dB peak". */
static bool is_remedy_denied(const TareClause* clause, size_t no)
{
    const TareSentence* const sentence = clause->sentence;
    const size_t gain = clause->pair.gain;
    const bool has_fault = tare_token_means(sentence, gain + 1, TARE_WORD_SHAPE) &&
                           !tare_token_means(sentence, gain + 1, TARE_WORD_CHANGES);
    return tare_token_means(sentence, no + 1, TARE_WORD_REMEDY) ||
           (has_fault && tare_token_means(sentence, no + 1, TARE_WORD_ASKS | TARE_WORD_HELPS));
}

/** Whether it is not the fault that is denied: "not everyone will like the peak", "cannot hide the
    peak", "were it not for the peak". */
static bool is_borne(const TareSentence* sentence, size_t no, size_t pair)
{
    const size_t first = tare_token_is(sentence, no, "nor") ? 0 : no - (no > 0);
    for (size_t i = first; i < pair; ++i) {
        const bool is_avoided = tare_token_is(sentence, no, "avoid") && /* "avoid its boost" */
                                i == no + 1 && tare_token_has_role(sentence, i, TARE_ROLE_KNOWN);
        if (is_avoided || tare_token_has_role(sentence, i, TARE_ROLE_BEARS))
            return true;
    }
    return false;
}

/** "without the peak it would be neutral": then there is one. */
static bool is_wished_away(const TareSentence* sentence, size_t no)
{
    if (!tare_token_is(sentence, no, "without") || !tare_token_is(sentence, no + 1, "the"))
        return false;
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        if (tare_token_has_role(sentence, i, TARE_ROLE_WISHES))
            return true;
    }
    return false;
}

/** "no peak", "without the peak"; but "without EQ" denies nothing. */
static bool is_denied(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    const size_t pair = tare_clause_pair_first(clause);
    for (size_t i = pair; i-- > clause->first && pair - i <= MAX_DENIAL_DISTANCE;) {
        if (tare_token_means(sentence, i, TARE_WORD_AND | TARE_WORD_WITH))
            return false;
        if (tare_token_means(sentence, i, TARE_WORD_NOT))
            return !is_remedy_denied(clause, i) && !is_borne(sentence, i, pair) &&
                   !is_wished_away(sentence, i);
    }
    return false;
}

/** "a deviation of 4 dB" has no direction, though a dip may stand beside it. */
static bool is_mere_deviation(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    const size_t gain = clause->pair.gain;
    if (sentence->tokens[gain].sign != TARE_SIGN_NONE ||
        tare_clause_any_means(clause, gain + 1, clause->last, TARE_WORD_UP | TARE_WORD_DOWN))
        return false;
    for (size_t i = tare_clause_beside_left(clause, gain);
         i <= tare_clause_beside_right(clause, gain); ++i) {
        const bool is_deviation =
            tare_token_is(sentence, i, "deviation*") || tare_token_is(sentence, i, "error*");
        if (is_deviation && !tare_token_means(sentence, i, TARE_WORD_UP | TARE_WORD_DOWN))
            return true; /* a "positive deviation" has one */
    }
    return false;
}

/** Whether a word tells of a steady fall. */
static bool tells_of_fall(const TareClause* clause)
{
    for (size_t i = clause->first; i <= clause->last; ++i) {
        if (tare_token_has_role(clause->sentence, i, TARE_ROLE_FALLS))
            return true;
    }
    return false;
}

/** A span that the response moves over is a slope: "falls 20 dB from 2 to 10 kHz". */
static bool is_slope(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    const size_t freq = clause->pair.freq, before = freq - (freq > 0);
    if (!sentence->tokens[freq].is_spelt)
        return false;
    if (tare_token_is(sentence, before, "from"))
        return tare_clause_any_means(clause, clause->first, clause->last, TARE_WORD_MOVES);
    return tare_token_means(sentence, before, TARE_WORD_BETWEEN) && tells_of_fall(clause) &&
           !tare_clause_any_means(clause, clause->first, clause->last, TARE_WORD_TARGET);
}

/** "declines evenly, 5 dB down by 5 kHz" */
static bool is_of_steady_fall(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    if (tare_clause_any_means(clause, clause->first, clause->last, TARE_WORD_TARGET))
        return false;
    for (size_t i = clause->thought_first + 1; i < clause->first; ++i) {
        if (tare_token_has_role(sentence, i, TARE_ROLE_STEADY) &&
            (tare_token_means(sentence, i - 1, TARE_WORD_MOVES) ||
             tare_token_has_role(sentence, i - 1, TARE_ROLE_FALLS)))
            return true;
    }
    return false;
}

/** "falls by 12 dB beginning at 500 Hz" names the begin of a slope; so does a "tilt of 6 dB". */
static bool is_begin_of_slope(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    size_t before = clause->pair.freq;
    while (before > 0 && tare_token_means(sentence, before - 1, TARE_WORD_AT | TARE_WORD_ABOUT))
        --before;
    const bool starts =
        before > 0 && tare_token_has_role(sentence, before - 1, TARE_ROLE_STARTS) &&
        tare_clause_any_means(clause, clause->first, clause->last, TARE_WORD_MOVES) &&
        !tare_clause_any_means(clause, clause->first, clause->last, TARE_WORD_TARGET);
    const bool moves = tare_clause_any_means(clause, clause->first, clause->last, TARE_WORD_MOVES);
    for (size_t i = clause->first; i <= clause->last && !starts; ++i) {
        if (tare_token_has_role(sentence, i, TARE_ROLE_TILTS) ||
            (moves && tare_token_has_role(sentence, i, TARE_ROLE_STEADY)))
            return true;
    }
    return starts;
}

/** "10 dB under the bass" tells of two parts of the response, and not which of them is wrong; the
    mids are what the others are measured by. */
static bool is_against_band(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    const TareWordMeaning levels =
        TARE_WORD_UP | TARE_WORD_DOWN | TARE_WORD_ABOVE | TARE_WORD_BELOW;
    const size_t level = clause->pair.gain + 1;
    size_t band = level + 1;
    while (tare_token_means(sentence, band, TARE_WORD_ARTICLE | TARE_WORD_COMPARES))
        ++band;
    return tare_token_means(sentence, level, levels) && band > level + 1 &&
           tare_token_has_role(sentence, band, TARE_ROLE_BAND) &&
           !tare_token_means(sentence, band + 1, TARE_WORD_TARGET);
}

/* A shelf that begins farther out would hold nearly the whole spectrum. */
#define WHOLE_LO_HZ 80.0
#define WHOLE_HI_HZ 12000.0

/** "flat down to 30 Hz (-3 dB)" tells how far the response goes. */
static bool is_whole_spectrum(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    const TareToken* const freq = &sentence->tokens[clause->pair.freq];
    size_t before = clause->pair.freq;
    while (before > 0 &&
           tare_token_means(sentence, before - 1, TARE_WORD_ABOUT | TARE_WORD_ARTICLE))
        --before;
    if (before == 0)
        return false;
    return (tare_token_means(sentence, before - 1, TARE_WORD_ABOVE) && freq->lo < WHOLE_LO_HZ) ||
           (tare_token_means(sentence, before - 1, TARE_WORD_BELOW) && freq->hi > WHOLE_HI_HZ);
}

/** "drops to 8 dB at 1 kHz" tells a level, and not how far it is from another. */
static bool is_reached_level(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    const size_t gain = clause->pair.gain;
    size_t to = gain;
    while (to > clause->first && tare_token_means(sentence, to - 1, TARE_WORD_ABOUT))
        --to;
    return sentence->tokens[gain].sign == TARE_SIGN_NONE && to >= 2 &&
           tare_token_is(sentence, to - 1, "to") &&
           tare_token_means(sentence, to - 2, TARE_WORD_DOWN) &&
           !tare_token_means(sentence, gain + 1, TARE_WORD_DOWN | TARE_WORD_BELOW);
}

/* Where a "-3 dB" without any word is the end of the spectrum. */
#define LIMIT_DB 3.0
#define LIMIT_LO_HZ 40.0
#define LIMIT_HI_HZ 15000.0

/** "-3 dB at 20 Hz and 18 kHz" */
static bool is_band_limit(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    const TareToken* const gain = &sentence->tokens[clause->pair.gain];
    const TareToken* const freq = &sentence->tokens[clause->pair.freq];
    return gain->sign == TARE_SIGN_MINUS && gain->lo == LIMIT_DB && gain->hi == LIMIT_DB &&
           (freq->hi <= LIMIT_LO_HZ || freq->lo >= LIMIT_HI_HZ) &&
           !tare_clause_any_means(clause, 0, clause->last, TARE_WORD_TARGET) &&
           (!tare_clause_any_means(clause, clause->first, clause->last,
                                   TARE_WORD_UP | TARE_WORD_DOWN) ||
            tare_clause_any_means(clause, clause->first, clause->last, TARE_WORD_ROLLOFF));
}

/* Where the gain of the ear comes up in a raw response. */
#define EAR_LO_HZ 2000.0
#define EAR_HI_HZ 4500.0
#define EAR_RATIO 1.8
#define EAR_DB 6.0

/** "a 10 dB rise from 1 to 3 kHz" leads up to the gain of the ear. */
static bool is_way_to_ear_gain(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    const TareToken* const freq = &sentence->tokens[clause->pair.freq];
    const size_t before = clause->pair.freq - (clause->pair.freq > 0);
    return freq->is_spelt && tare_token_is(sentence, before, "from") && freq->hi >= EAR_LO_HZ &&
           freq->hi <= EAR_HI_HZ && freq->hi > EAR_RATIO * freq->lo &&
           sentence->tokens[clause->pair.gain].lo >= EAR_DB &&
           tare_clause_any_means(clause, clause->first, clause->last, TARE_WORD_UP) &&
           !tare_clause_any_means(clause, clause->first, clause->last, TARE_WORD_TARGET);
}

/** "a natural peak of 8 dB at 3 kHz" is the gain of the ear, and well done. */
static bool is_praised_ear_gain(const TareClause* clause)
{
    const TareToken* const freq = &clause->sentence->tokens[clause->pair.freq];
    if (freq->lo < EAR_LO_HZ || freq->hi > EAR_HI_HZ ||
        !tare_clause_any_means(clause, clause->first, clause->last, TARE_WORD_UP))
        return false;
    for (size_t i = clause->first; i <= clause->last; ++i) {
        if (tare_token_has_role(clause->sentence, i, TARE_ROLE_PRAISES))
            return true;
    }
    return false;
}

/** Larger figures are no faults that an equaliser can do anything about, if they are faults. */
#define MAX_FAULT_DB 20.0

static bool is_too_large(const TareClause* clause)
{
    return clause->sentence->tokens[clause->pair.gain].hi > MAX_FAULT_DB;
}

/** "A 6 dB peak at 5 kHz would be a shame": there is none. */
static bool is_imagined(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    const size_t gain = clause->pair.gain, next = tare_clause_pair_last(clause) + 1;
    const bool is_any = gain > 0 && (tare_token_is(sentence, gain - 1, "a") ||
                                     tare_token_is(sentence, gain - 1, "an"));
    return is_any && tare_token_means(sentence, gain + 1, TARE_WORD_SHAPE) &&
           !tare_token_means(sentence, gain + 1, TARE_WORD_CHANGES) &&
           tare_token_has_role(sentence, next, TARE_ROLE_WISHES);
}

/** "Is 8 kHz really 5 dB too loud?" */
static bool is_question(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    return sentence->end > 0 && sentence->text[sentence->end - 1] == '?';
}

/** "8 kHz is 5 dB hot: wrong!", "a 5 dB peak at 8 kHz? Nonsense" */
static bool is_called_wrong(const TareClause* clause)
{
    static const char* const words[] = {"bogus", "false", "nonsense", "rubbish", "untrue", "wrong"};
    const TareSentence* const sentence = clause->sentence;
    const size_t mark = clause->last + 1;
    return mark < sentence->n_tokens && sentence->tokens[mark].kind == TARE_TOKEN_MARK &&
           TARE_TOKEN_IS_ONE_OF(sentence, mark + 1, words);
}

/** "What might 4 dB more at 3 kHz do", "How would it sound with": asked, and not tried. */
static bool is_asked_about(const TareClause* clause)
{
    static const char* const words[] = {"how", "what", "why"};
    return TARE_TOKEN_IS_ONE_OF(clause->sentence, 0, words) &&
           tare_token_has_role(clause->sentence, 1, TARE_ROLE_WISHES);
}

static bool has_place(const TareSentence* sentence, size_t first, size_t end)
{
    for (size_t i = first; i < end && i < sentence->n_tokens; ++i)
        if (sentence->tokens[i].kind == TARE_TOKEN_FREQ)
            return true;
    return false;
}

/** "between the strongest and the weakest reading lie 9 dB at 60 Hz": how far two things are
    apart. */
static bool is_between_things(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    if (tare_clause_any_means(clause, clause->first, clause->last, TARE_WORD_SHAPE))
        return false;
    for (size_t i = clause->thought_first; i < tare_clause_pair_first(clause); ++i)
        if (tare_token_is(sentence, i, "between") && !has_place(sentence, i + 1, i + 5))
            return tare_clause_any_means(clause, i, tare_clause_pair_first(clause), TARE_WORD_AND);
    return false;
}

/** "20 dB less at 60 Hz than at 1 kHz": two places of one response. */
static bool is_against_place(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    static const char* const levels[] = {"above", "below", "over", "under"};
    const size_t than = tare_clause_pair_last(clause) + 1;
    if (TARE_TOKEN_IS_ONE_OF(sentence, than, levels))
        return tare_token_is(sentence, than + 1, "that"); /* "2 dB over that at 1 kHz" */
    if (!tare_token_is(sentence, than, "than"))
        return false;
    const size_t place =
        tare_token_skip_about(sentence, than + 1 + tare_token_is(sentence, than + 1, "at"));
    return place < sentence->n_tokens && sentence->tokens[place].kind == TARE_TOKEN_FREQ;
}

/** "it's 10 dB over 500 Hz": something that was named before, compared with a place. */
static bool is_over_place(const TareClause* clause)
{
    static const char* const levels[] = {"above", "below", "over", "under"};
    const TareSentence* const sentence = clause->sentence;
    const size_t gain = clause->pair.gain, level = gain + 1;
    size_t verb = gain;
    while (verb > clause->first && tare_token_means(sentence, verb - 1, TARE_WORD_ABOUT))
        --verb;
    return verb > clause->first && clause->pair.freq == level + 1 &&
           sentence->tokens[gain].sign == TARE_SIGN_NONE &&
           sentence->tokens[clause->pair.freq].lo == sentence->tokens[clause->pair.freq].hi &&
           (tare_token_has_role(sentence, verb - 1, TARE_ROLE_LIES) ||
            tare_token_is(sentence, verb - 1, "it")) && /* "it's" */
           TARE_TOKEN_IS_ONE_OF(sentence, level, levels);
}

static const struct {
    bool (*applies)(const TareClause* clause);
    TareReason reason;
} rules[] = {
    {is_too_large, TARE_REASON_TOO_LARGE},   {is_question, TARE_REASON_UNSURE},
    {is_imagined, TARE_REASON_UNSURE},       {is_asked_about, TARE_REASON_UNSURE},
    {is_called_wrong, TARE_REASON_DENIED},   {is_between_things, TARE_REASON_SPREAD},
    {is_against_place, TARE_REASON_SPREAD},  {is_over_place, TARE_REASON_SPREAD},
    {tare_is_limit, TARE_REASON_LIMIT},      {is_whole_spectrum, TARE_REASON_BANDWIDTH},
    {is_band_limit, TARE_REASON_BANDWIDTH},  {is_reached_level, TARE_REASON_LEVEL},
    {is_mere_deviation, TARE_REASON_SPREAD}, {is_denied, TARE_REASON_DENIED},
    {is_slope, TARE_REASON_SLOPE},           {is_begin_of_slope, TARE_REASON_SLOPE},
    {is_of_steady_fall, TARE_REASON_SLOPE},  {is_against_band, TARE_REASON_SPREAD},
    {is_way_to_ear_gain, TARE_REASON_SLOPE}, {is_praised_ear_gain, TARE_REASON_EAR},
};

TareReason tare_no_fault_reason(const TareClause* clause)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules; ++i) {
        if (rules[i].applies(clause))
            return rules[i].reason;
    }
    return TARE_REASON_NONE;
}
