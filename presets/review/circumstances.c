#include "review/circumstances.h"

#include "review/clauses.h"
#include "review/target_curves.h"

/* How far the words of one noun or state may stand apart. */
enum { MAX_BEFORE = 4, MAX_BEHIND = 2, MAX_DEFAULT = 4, MAX_ADJECTIVES = 2 };

static bool has_role_between(const TareSentence* sentence, size_t first, size_t end,
                             TareRoles roles)
{
    for (size_t i = first; i < end; ++i) {
        if (tare_token_has_role(sentence, i, roles))
            return true;
    }
    return false;
}

static size_t before_by(size_t index, size_t distance)
{
    return index > distance ? index - distance : 0;
}

/** "the stock pads", "foam tips as supplied" */
static bool is_default(const TareSentence* sentence, size_t part)
{
    return has_role_between(sentence, before_by(part, MAX_DEFAULT), part + 1 + MAX_DEFAULT,
                            TARE_ROLE_DEFAULT | TARE_ROLE_SUPPLIED);
}

/** Whether a part is not the one that belongs to it: "with velour pads", "with the cable off", "the
    red ring gives". */
static bool is_altered(const TareSentence* sentence, size_t part)
{
    for (size_t i = part; i-- > before_by(part, MAX_BEFORE);) {
        if (sentence->tokens[i].kind != TARE_TOKEN_WORD)
            break;
        if (tare_token_has_role(sentence, i, TARE_ROLE_ALTERS))
            return true;
        if (tare_token_means(sentence, i, TARE_WORD_WITH) || tare_token_is(sentence, i, "using"))
            return i + 1 == part || !tare_token_has_role(sentence, part - 1, TARE_ROLE_KNOWN) ||
                   has_role_between(sentence, part + 1, part + 1 + MAX_BEHIND, TARE_ROLE_ALTERED);
    }
    return has_role_between(sentence, part + 1, part + 1 + MAX_BEHIND,
                            TARE_ROLE_ALTERED | TARE_ROLE_GIVES | TARE_ROLE_ALTERS);
}

/** The last token of the words that a "with" or "when" adds behind the clause. */
static size_t end_of_state(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    size_t last = clause->last;
    const bool goes_on = tare_token_means(sentence, last + 1, TARE_WORD_WITH) ||
                         tare_token_has_role(sentence, last + 1, TARE_ROLE_CONDITIONS);
    while (goes_on && last + 1 < sentence->n_tokens &&
           sentence->tokens[last + 1].kind == TARE_TOKEN_WORD)
        ++last;
    return last;
}

/** "a filter of minus 6 dB", "a filter at 6 kHz" is one of an equaliser. */
static bool is_of_gain(const TareSentence* sentence, size_t part)
{
    const size_t gain = tare_token_skip_about(sentence, part + 2);
    const bool is_led = tare_token_means(sentence, part + 1, TARE_WORD_OF | TARE_WORD_AT);
    return tare_token_has_role(sentence, part, TARE_ROLE_FILTERS) && is_led &&
           gain < sentence->n_tokens &&
           (sentence->tokens[gain].kind == TARE_TOKEN_GAIN ||
            sentence->tokens[gain].kind == TARE_TOKEN_FREQ);
}

static bool is_with_other_part(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    const size_t last = end_of_state(clause);
    const bool is_of_all =
        tare_token_is(sentence, 0, "with") || tare_token_is(sentence, 0, "using");
    for (size_t i = is_of_all ? 0 : clause->thought_first; i <= last; ++i) {
        const bool is_list = tare_token_is_mark(sentence, i + 1, ':'); /* "with three filters:" */
        if (tare_token_has_role(sentence, i, TARE_ROLE_PART) && !is_list &&
            !is_default(sentence, i) && !is_of_gain(sentence, i) && is_altered(sentence, i))
            return true;
    }
    return false;
}

/* How many words may name what is switched: "with 3D on". */
enum { MAX_SWITCHED = 4 };

/** "with the loudness feature off" */
static bool is_switched(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    const size_t last = end_of_state(clause);
    for (size_t i = clause->thought_first; i <= last; ++i) {
        if (!tare_token_means(sentence, i, TARE_WORD_WITH) || tare_token_is(sentence, i + 1, "all"))
            continue;
        for (size_t k = i + 2; k <= i + MAX_SWITCHED; ++k) {
            if (tare_token_is(sentence, k, "on") || tare_token_is(sentence, k, "off"))
                return !tare_token_means(sentence, k, TARE_WORD_AT);
            if (k >= sentence->n_tokens || sentence->tokens[k].kind == TARE_TOKEN_MARK)
                break;
        }
    }
    return false;
}

/** "Rock" adds 4 dB: what is named in quotation marks and does something is a setting. */
static bool is_of_quoted(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    if (tare_token_has_role(sentence, clause->thought_first, TARE_ROLE_SETS) &&
        tare_token_is(sentence, clause->thought_first + 1, "to"))
        return true; /* "Set to warm, it gains" */
    for (size_t i = clause->thought_first; i < tare_clause_pair_first(clause); ++i) {
        const TareToken* const token = &sentence->tokens[i];
        if (token->kind == TARE_TOKEN_WORD && sentence->text[token->end] == '"' &&
            (tare_token_has_role(sentence, i + 1, TARE_ROLE_GIVES | TARE_ROLE_STATE) ||
             (i == 0 && tare_token_is_mark(sentence, i + 1, ':')))) /* "Cinema": +4 dB */
            return true;
    }
    return false;
}

/** "the bass went up another 3 dB": more than before, by something that was done. */
static bool is_further(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    for (size_t i = 1; i < sentence->n_tokens; ++i) {
        if (sentence->tokens[i].kind == TARE_TOKEN_GAIN &&
            sentence->tokens[i].sign == TARE_SIGN_NONE &&
            (tare_token_is(sentence, i - 1, "another") ||
             tare_token_is(sentence, i - 1, "further")) &&
            !(i > 2 && sentence->tokens[i - 3].kind == TARE_TOKEN_FREQ) && /* "8.7 kHz adds" */
            !tare_token_means(sentence, i + 1, TARE_WORD_UP | TARE_WORD_DOWN) &&
            !tare_token_means(sentence, i + 2, TARE_WORD_SHAPE))
            return true;
    }
    return false;
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/** "the first LinkBuds", "the older Zero" */
static bool is_elder_model(const TareSentence* sentence, size_t index)
{
    const size_t name = index + 2;
    return tare_token_is(sentence, index, "the") &&
           (tare_token_has_role(sentence, index + 1, TARE_ROLE_ELDER) ||
            tare_token_is(sentence, index + 1, "first")) &&
           name < sentence->n_tokens && sentence->tokens[name].kind == TARE_TOKEN_WORD &&
           is_capital(sentence->text[sentence->tokens[name].start]) &&
           !tare_token_means(sentence, name, TARE_WORD_TARGET);
}

/* A year that a product may be of. */
#define FIRST_YEAR 1980.0
#define LAST_YEAR 2040.0

static bool is_year(const TareToken* token)
{
    return token->kind == TARE_TOKEN_NUMBER && token->lo >= FIRST_YEAR && token->lo <= LAST_YEAR;
}

/** "the old version", "my first pair", "a second unit" */
static bool is_of_other_issue(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    for (size_t i = 0; i + 2 < tare_clause_pair_first(clause); ++i)
        if (is_elder_model(sentence, i))
            return true;
    for (size_t i = clause->thought_first + 1; i <= clause->last; ++i) {
        const bool is_one = tare_token_is(sentence, i, "one");
        if (tare_token_has_role(sentence, i, TARE_ROLE_ISSUE) &&
            is_year(&sentence->tokens[i - 1])) /* "the 2017 version" */
            return true;
        if ((is_one || tare_token_has_role(sentence, i, TARE_ROLE_ISSUE)) &&
            has_role_between(sentence, before_by(i, MAX_ADJECTIVES), i,
                             is_one ? TARE_ROLE_ELDER : TARE_ROLE_ELDER | TARE_ROLE_VARIES))
            return true;
    }
    return false;
}

/** "Black raises 3 kHz", "with the gold one": a part is called by its colour. */
static bool is_of_colour(const TareClause* clause)
{
    static const char* const colours[] = {"black", "blue",  "brass", "copper", "gold",   "golden",
                                          "gray",  "green", "grey",  "red",    "silver", "white"};
    const TareSentence* const sentence = clause->sentence;
    for (size_t i = clause->thought_first; i < tare_clause_pair_first(clause); ++i)
        for (size_t k = 0; k < sizeof colours / sizeof *colours; ++k)
            if (tare_token_is(sentence, i, colours[k]) &&
                (tare_token_has_role(sentence, i + 1, TARE_ROLE_GIVES | TARE_ROLE_PART) ||
                 tare_token_is_mark(sentence, i + 1, ':') ||
                 tare_token_is_mark(sentence, i + 2, ':') || tare_token_is(sentence, i + 1, "one")))
                return true;
    return false;
}

/** "Auteur pads: a peak of 4 dB at 4 kHz": a part and a colon open what is told of it. */
static bool is_under_part(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    size_t part = sentence->n_tokens;
    for (size_t i = 0; i < tare_clause_pair_first(clause); ++i) {
        if (tare_token_is_mark(sentence, i, ':'))
            return part < i && i <= part + MAX_BEFORE && !is_default(sentence, part) &&
                   !tare_token_has_role(sentence, part, TARE_ROLE_FILTERS);
        if (sentence->tokens[i].kind != TARE_TOKEN_WORD)
            return false;
        if (tare_token_has_role(sentence, i, TARE_ROLE_PART))
            part = i;
    }
    return false;
}

/** "Exchanging it for the black one lowers that and adds a peak": what comes of another part. */
static bool is_after_exchange(const TareClause* clause)
{
    static const char* const verbs[] = {"changing", "exchanging", "replacing", "swapping"};
    const TareSentence* const sentence = clause->sentence;
    if (!TARE_TOKEN_IS_ONE_OF(sentence, 0, verbs))
        return false;
    for (size_t i = 1; i < tare_clause_pair_first(clause); ++i)
        if (tare_token_is(sentence, i, "for") || tare_token_is(sentence, i, "to") ||
            tare_token_means(sentence, i, TARE_WORD_WITH))
            return true;
    return false;
}

/** "It improves with the suede pads, but a dip emerges at 4.5 kHz": the last part that was named
    before is still meant behind the "but". */
static bool is_of_part_before(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    bool is_other = false;
    for (size_t i = 0; i < tare_clause_pair_first(clause); ++i) {
        if (tare_token_is_mark(sentence, i, ';'))
            is_other = false;
        if (tare_token_has_role(sentence, i, TARE_ROLE_PART) &&
            !tare_token_has_role(sentence, i, TARE_ROLE_FILTERS))
            is_other =
                !is_default(sentence, i) && !is_of_gain(sentence, i) && is_altered(sentence, i);
    }
    return is_other;
}

/** "With the Dekonis", "on Yaxi pads": parts that are never those of the maker. */
static bool is_with_parts_of_others(const TareClause* clause)
{
    static const char* const names[] = {"azla*", "dekoni*", "spinfit*", "yaxi*"};
    for (size_t i = 1; i < tare_clause_pair_last(clause); ++i)
        if (TARE_TOKEN_IS_ONE_OF(clause->sentence, i, names))
            return tare_token_means(clause->sentence, i - 1, TARE_WORD_WITH | TARE_WORD_AT) ||
                   (i > 1 && tare_token_means(clause->sentence, i - 2, TARE_WORD_WITH));
    return false;
}

/** "Before: 8 kHz was 5 dB over the line": what was so before something was done. */
static bool is_of_before(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    return tare_token_is(sentence, 0, "before") &&
           (tare_token_is_mark(sentence, 1, ':') || tare_token_is_mark(sentence, 2, ':'));
}

/** "Corrected, 250 Hz drops by 3 dB": what comes of a filter. */
static bool is_of_corrected(const TareClause* clause)
{
    static const char* const words[] = {"corrected", "eqed", "equalised", "equalized", "filtered"};
    return TARE_TOKEN_IS_ONE_OF(clause->sentence, 0, words) &&
           tare_token_is_mark(clause->sentence, 1, ',');
}

static const struct {
    bool (*applies)(const TareClause* clause);
    TareReason reason;
} rules[] = {
    {is_with_other_part, TARE_REASON_CHOICE},
    {is_switched, TARE_REASON_CHOICE},
    {is_of_quoted, TARE_REASON_CHOICE},
    {is_of_colour, TARE_REASON_CHOICE},
    {is_of_before, TARE_REASON_GONE},
    {is_further, TARE_REASON_CHOICE},
    {is_of_corrected, TARE_REASON_GONE},
    {is_under_part, TARE_REASON_CHOICE},
    {is_after_exchange, TARE_REASON_CHOICE},
    {is_of_part_before, TARE_REASON_CHOICE},
    {is_with_parts_of_others, TARE_REASON_CHOICE},
    {is_of_other_issue, TARE_REASON_ANOTHER},
    {tare_clause_is_of_target, TARE_REASON_TARGET},
};

TareReason tare_circumstance_reason(const TareClause* clause)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules; ++i) {
        if (rules[i].applies(clause))
            return rules[i].reason;
    }
    return TARE_REASON_NONE;
}

/** Where the words begin that a conditional sentence or part of one opens with. */
static size_t start_of_condition(const TareClause* clause)
{
    static const char* const openers[] = {"if", "once", "when"};
    const TareSentence* const sentence = clause->sentence;
    for (size_t i = clause->thought_first; i < tare_clause_pair_first(clause); ++i) {
        const bool begins =
            i == clause->thought_first || sentence->tokens[i - 1].kind == TARE_TOKEN_MARK;
        const bool is_place =
            tare_token_is(sentence, i, "after") && /* "after that, 5 kHz" */
            tare_token_has_role(sentence, i + 1, TARE_ROLE_PRONOUN | TARE_ROLE_KNOWN);
        const bool is_behind = /* "they sound fine when 200 Hz is 3 dB lower" */
            TARE_TOKEN_IS_ONE_OF(sentence, i, openers) &&
            tare_token_skip_about(sentence, i + 1) == tare_clause_pair_first(clause);
        if ((begins || is_behind) && tare_token_has_role(sentence, i, TARE_ROLE_CONDITIONS) &&
            !is_place)
            return i;
    }
    return sentence->n_tokens;
}

/** "If I had to criticise it, I'd mention", "if anything": a way to begin, and no condition. */
static bool is_way_to_begin(const TareSentence* sentence, size_t first)
{
    static const char* const words[] = {
        "anything", "complain*", "criticise", "criticize", "fault", "fussy",   "honest",  "mention",
        "must",     "name",      "nitpick*",  "pick",      "picky", "pressed", "quibble*"};
    for (size_t i = first + 1; tare_token_is(sentence, first, "if") && i <= first + 6; ++i) {
        if (tare_token_is_mark(sentence, i, ','))
            return false;
        if (TARE_TOKEN_IS_ONE_OF(sentence, i, words) ||
            (tare_token_is(sentence, i, "at") && tare_token_is(sentence, i + 1, "all")))
            return true;
    }
    return false;
}

bool tare_is_conditional(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    const size_t first = start_of_condition(clause);
    if (is_way_to_begin(sentence, first))
        return false;
    const TareWordMeaning of_response =
        TARE_WORD_SHOWS | TARE_WORD_COMPARES | TARE_WORD_TARGET | TARE_WORD_SHAPE;
    for (size_t i = first + 1; i < tare_clause_pair_first(clause); ++i) {
        if (tare_token_is_mark(sentence, i, ','))
            break;
        if (sentence->tokens[i].kind != TARE_TOKEN_WORD ||
            tare_token_means(sentence, i, of_response) ||
            tare_token_has_role(sentence, i, TARE_ROLE_PROVES | TARE_ROLE_LOOKS))
            return false;
    }
    return first < sentence->n_tokens;
}
