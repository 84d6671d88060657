#include "readers/vetoes.h"

#include "readers/other_product.h"

#include <math.h>
#include <string.h>

/** How far a word reaches. */
typedef enum {
    BEHIND_GAIN, ///< it stands right behind the gain
    NEAR_GAIN,   ///< right beside the gain
    NEAR_PAIR,   ///< between gain and frequency, or right beside one of them
    CLAUSE,      ///< anywhere in the clause
    ONWARD,      ///< in the clause or before it in the same thought
    /** As ONWARD; but a peak or dip that is named in the clause is one, whatever came before. */
    ONWARD_WEAKLY
} Reach;

typedef struct {
    const char* words; ///< patterns of tare_word_is(), a blank between them
    Reach reach;
    const char* reason;
} Veto;

#define ISOLATION "isolation or noise cancelling, not a response"
#define DISTORTION "distortion or noise, not a response"
#define LEVEL "a level or sensitivity, not a response"
#define CHANNELS "between the channels, not a response"
#define STATISTIC "a statistic, without a place"
#define SPREAD "a difference or spread, without a direction"
#define ANOTHER "another product or version"
#define CHOICE "only with a switch, mode or part that is not the default"
#define EAR "the ear or the measuring rig, not the headphone"
#define BANDWIDTH "a statement of bandwidth"
#define TARGET "said of the target, not of the headphone"
#define CONDITION "only under a condition"

static const Veto table[] = {
    {"peak attenuation", ONWARD, ISOLATION},
    {"peak reduction", ONWARD, ISOLATION},
    {"passive attenuation", ONWARD, ISOLATION},
    {"isolat*", ONWARD_WEAKLY, ISOLATION},
    {"noise", ONWARD_WEAKLY, ISOLATION},
    {"anc", ONWARD_WEAKLY, ISOLATION},
    {"cancel*", ONWARD_WEAKLY, ISOLATION},
    {"leak*", ONWARD_WEAKLY, ISOLATION},
    {"ambient", ONWARD_WEAKLY, ISOLATION},
    {"thd*", ONWARD_WEAKLY, DISTORTION},
    {"distort*", ONWARD_WEAKLY, DISTORTION},
    {"harmonic*", ONWARD_WEAKLY, DISTORTION},
    {"snr", ONWARD_WEAKLY, DISTORTION},
    {"crosstalk", ONWARD_WEAKLY, DISTORTION},
    {"compression", ONWARD_WEAKLY, DISTORTION},
    {"dynamic range", ONWARD_WEAKLY, LEVEL},
    {"sensitivity", ONWARD_WEAKLY, LEVEL},
    {"efficiency", ONWARD_WEAKLY, LEVEL},
    {"spl", CLAUSE, LEVEL},
    {"headroom", CLAUSE, LEVEL},
    {"volume", NEAR_PAIR, LEVEL},
    {"preamp*", NEAR_GAIN, LEVEL},
    {"channel", CLAUSE, CHANNELS},
    {"channels", CLAUSE, CHANNELS},
    {"imbalance*", CLAUSE, CHANNELS},
    {"driver* matching", CLAUSE, CHANNELS},
    {"driver* mismatch*", CLAUSE, CHANNELS},
    {"rms", CLAUSE, STATISTIC},
    {"std", CLAUSE, STATISTIC},
    {"standard deviation*", CLAUSE, STATISTIC},
    {"standard error", CLAUSE, STATISTIC},
    {"average deviation*", CLAUSE, STATISTIC},
    {"mean deviation*", CLAUSE, STATISTIC},
    {"per octave", CLAUSE, SPREAD},
    {"difference*", NEAR_GAIN, SPREAD},
    {"discrepanc*", NEAR_GAIN, SPREAD},
    {"variation*", NEAR_GAIN, SPREAD},
    {"variance", NEAR_GAIN, SPREAD},
    {"range", BEHIND_GAIN, SPREAD},
    {"range of", NEAR_GAIN, SPREAD},
    {"spread", NEAR_GAIN, SPREAD},
    {"swing*", BEHIND_GAIN, SPREAD},
    {"delta", BEHIND_GAIN, SPREAD},
    {"peaktopeak", BEHIND_GAIN, SPREAD},
    {"predecessor*", ONWARD, ANOTHER},
    {"successor*", ONWARD, ANOTHER},
    {"sibling*", ONWARD, ANOTHER},
    {"sister", ONWARD, ANOTHER},
    {"the related", ONWARD, ANOTHER},
    {"related model*", ONWARD, ANOTHER},
    {"comparable", ONWARD, ANOTHER},
    {"competitor*", ONWARD, ANOTHER},
    {"competing", ONWARD, ANOTHER},
    {"rival*", ONWARD, ANOTHER},
    {"alternative*", ONWARD, ANOTHER},
    {"unlike", ONWARD, ANOTHER},
    {"the original", ONWARD, ANOTHER},
    {"previous generation", ONWARD, ANOTHER},
    {"previous version", ONWARD, ANOTHER},
    {"previous model", ONWARD, ANOTHER},
    {"earlier model*", ONWARD, ANOTHER},
    {"earlier version", ONWARD, ANOTHER},
    {"older model*", ONWARD, ANOTHER},
    {"older version", ONWARD, ANOTHER},
    {"first generation", ONWARD, ANOTHER},
    {"wired version", ONWARD, ANOTHER},
    {"wireless version", ONWARD, ANOTHER},
    {"pro version", ONWARD, ANOTHER},
    {"other models", CLAUSE, ANOTHER},
    {"other * models", CLAUSE, ANOTHER},
    {"than others", CLAUSE, ANOTHER},
    {"than most", CLAUSE, ANOTHER},
    {"than average", CLAUSE, ANOTHER},
    {"improvement* over", ONWARD, ANOTHER},
    {"improved over", ONWARD, ANOTHER},
    {"improve* upon", ONWARD, ANOTHER},
    {"mode", ONWARD, CHOICE},
    {"modes", ONWARD, CHOICE},
    {"switch", ONWARD, CHOICE},
    {"switches", ONWARD, CHOICE},
    {"nozzle*", ONWARD, CHOICE},
    {"module*", ONWARD, CHOICE},
    {"preset*", ONWARD, CHOICE},
    {"toggle*", ONWARD, CHOICE},
    {"app", ONWARD, CHOICE},
    {"tuning filter*", ONWARD, CHOICE},
    {"acoustic filter*", ONWARD, CHOICE},
    {"bass filter*", ONWARD, CHOICE},
    {"treble filter*", ONWARD, CHOICE},
    {"interchangeable", ONWARD, CHOICE},
    {"foam tips", ONWARD, CHOICE},
    {"builtin eq*", ONWARD, CHOICE},
    {"adjustable", ONWARD, CHOICE},
    {"enhancement", ONWARD, CHOICE},
    {"enhancer", ONWARD, CHOICE},
    {"optional", ONWARD, CHOICE},
    {"enabled", CLAUSE, CHOICE},
    {"activated", CLAUSE, CHOICE},
    {"engaged", CLAUSE, CHOICE},
    {"target calls", ONWARD, TARGET},
    {"target has", ONWARD, TARGET},
    {"target includes", ONWARD, TARGET},
    {"target specifies", ONWARD, TARGET},
    {"amplifier*", CLAUSE, CONDITION},
    {"pads", CLAUSE, CONDITION},
    {"output impedance", ONWARD, CONDITION},
    {"impedance", CLAUSE, CONDITION},
    {"when used", CLAUSE, CONDITION},
    {"when driven", CLAUSE, CONDITION},
    {"when paired", CLAUSE, CONDITION},
    {"seal", CLAUSE, CONDITION},
    {"fit", CLAUSE, CONDITION},
    {"insertion", CLAUSE, CONDITION},
    {"worn", ONWARD, CONDITION},
    {"glasses", ONWARD, CONDITION},
    {"pinna", CLAUSE, EAR},
    {"concha", CLAUSE, EAR},
    {"ear gain", CLAUSE, EAR},
    {"ear canal", CLAUSE, EAR},
    {"canal resonance", CLAUSE, EAR},
    {"coupler* resonance", CLAUSE, EAR},
    {"rig resonance", CLAUSE, EAR},
    {"artifact*", CLAUSE, EAR},
    {"artefact*", CLAUSE, EAR},
    {"mic", ONWARD, "the microphone"},
    {"microphone*", ONWARD, "the microphone"},
    {"point", BEHIND_GAIN, BANDWIDTH},
    {"extension", NEAR_PAIR, BANDWIDTH},
    {"extends", NEAR_PAIR, BANDWIDTH},
    {"bandwidth", NEAR_PAIR, BANDWIDTH},
    {"cutoff", NEAR_PAIR, BANDWIDTH},
    {"specification*", NEAR_PAIR, BANDWIDTH},
    {"spec", NEAR_PAIR, BANDWIDTH},
    {"specs", NEAR_PAIR, BANDWIDTH},
    {"rated", NEAR_PAIR, BANDWIDTH},
};

/* Before "mode" and the like: it is the default after all. */
static const char* const defaults[] = {"default", "standard", "normal", "stock", "neutral"};

/** Whether the words of a veto stand at a place. */
static bool is_there(const TareSentence* sentence, size_t index, const char* words)
{
    size_t n = 0;
    while (*words) {
        const size_t length = strcspn(words, " ");
        char pattern[24] = {0};
        memcpy(pattern, words, length < sizeof pattern ? length : sizeof pattern - 1);
        if (!tare_token_is(sentence, index + n, pattern))
            return false;
        ++n;
        words += length;
        words += *words == ' ';
    }
    return true;
}

static bool is_default(const TareSentence* sentence, size_t index)
{
    for (size_t i = 0; i < sizeof defaults / sizeof *defaults; ++i) {
        if (index > 0 && tare_token_is(sentence, index - 1, defaults[i]))
            return true;
    }
    return false;
}

/** The first token right beside a figure on its left: up to three words. */
static size_t beside_left(const TareClause* clause, size_t figure)
{
    const uint32_t stops = TARE_WORD_WITH | TARE_WORD_AND;
    size_t first = figure;
    while (first > clause->first && figure - first < 3 &&
           clause->sentence->tokens[first - 1].kind == TARE_TOKEN_WORD &&
           !tare_token_means(clause->sentence, first - 1, stops))
        --first;
    return first;
}

/** The last token right beside a figure on its right: up to three words, none of which leads to a
    place. */
static size_t beside_right(const TareClause* clause, size_t figure)
{
    const uint32_t stops = TARE_WORD_AT | TARE_WORD_ABOVE | TARE_WORD_BELOW | TARE_WORD_AND;
    size_t last = figure;
    while (last < clause->last && last - figure < 3 &&
           clause->sentence->tokens[last + 1].kind == TARE_TOKEN_WORD &&
           !tare_token_means(clause->sentence, last + 1, stops))
        ++last;
    return last;
}

static bool names_shape(const TareClause* clause)
{
    return tare_clause_any_means(clause, clause->first, clause->last, TARE_WORD_SHAPE);
}

/** Where the last "and" or "with" before the pair begins a noun of its own. */
static size_t start_of_noun(const TareClause* clause)
{
    size_t first = tare_clause_pair_first(clause);
    while (first > clause->first &&
           !tare_token_means(clause->sentence, first, TARE_WORD_AND | TARE_WORD_WITH))
        --first;
    return first;
}

/** The tokens among which a veto counts. */
static void find_reach(const TareClause* clause, Reach reach, size_t* first, size_t* last)
{
    *first = clause->first;
    *last = clause->last;
    if (reach == BEHIND_GAIN || reach == NEAR_GAIN) {
        const size_t gain = clause->pair.gain;
        *first = reach == NEAR_GAIN ? beside_left(clause, gain) : gain;
        *last = beside_right(clause, clause->pair.gain);
    } else if (reach == NEAR_PAIR) {
        *first = beside_left(clause, tare_clause_pair_first(clause));
        *last = beside_right(clause, tare_clause_pair_last(clause));
    } else if (reach == ONWARD || (reach == ONWARD_WEAKLY && !names_shape(clause))) {
        *first = clause->thought_first;
    } else if (reach == ONWARD_WEAKLY) {
        *first = start_of_noun(clause);
    }
}

void tare_vetoes_find(const TareSentence* sentence, TareVetoes* vetoes)
{
    vetoes->n_hits = 0;
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        for (size_t v = 0; v < sizeof table / sizeof *table; ++v) {
            if (vetoes->n_hits == TARE_MAX_VETOES)
                return;
            if (!is_there(sentence, i, table[v].words) || is_default(sentence, i))
                continue;
            vetoes->hits[vetoes->n_hits].veto = v;
            vetoes->hits[vetoes->n_hits++].token = i;
        }
    }
}

/** The reason of the first veto that reaches the pair of a clause; NULL when none does. */
static const char* find_veto(const TareVetoes* vetoes, const TareClause* clause)
{
    for (size_t i = 0; i < vetoes->n_hits; ++i) {
        const Veto* const veto = &table[vetoes->hits[i].veto];
        size_t first = 0, last = 0;
        find_reach(clause, veto->reach, &first, &last);
        if (vetoes->hits[i].token >= first && vetoes->hits[i].token <= last)
            return veto->reason;
    }
    return NULL;
}

/** Whether the words beside a gain make it a limit: "within 3 dB", "the 5 dB threshold". */
static bool is_limit(const TareClause* clause)
{
    const size_t gain = clause->pair.gain;
    const size_t first = beside_left(clause, gain), last = beside_right(clause, gain);
    for (size_t i = first; i <= last; ++i) {
        /* "5 dB above standard levels" */
        if (i > gain && tare_token_means(clause->sentence, i, TARE_WORD_UP | TARE_WORD_DOWN))
            return false;
        if (!tare_token_means(clause->sentence, i, TARE_WORD_LIMITS))
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

/** "no peak", "without the peak"; but "without EQ" denies nothing. */
static bool is_denied(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    const size_t pair = tare_clause_pair_first(clause);
    for (size_t i = pair; i-- > clause->first && pair - i <= MAX_DENIAL_DISTANCE;) {
        if (tare_token_means(sentence, i, TARE_WORD_AND | TARE_WORD_WITH))
            return false;
        if (tare_token_means(sentence, i, TARE_WORD_NOT))
            return !tare_token_means(sentence, i + 1, TARE_WORD_REMEDY);
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
    for (size_t i = beside_left(clause, gain); i <= beside_right(clause, gain); ++i) {
        if (tare_token_is(sentence, i, "deviation*") || tare_token_is(sentence, i, "error*"))
            return true;
    }
    return false;
}

/** A span that the response moves over is a slope: "falls 20 dB from 2 to 10 kHz". */
static bool is_slope(const TareClause* clause)
{
    const size_t freq = clause->pair.freq;
    return clause->sentence->tokens[freq].is_spelt &&
           tare_token_is(clause->sentence, freq - (freq > 0), "from") &&
           tare_clause_any_means(clause, clause->first, clause->last, TARE_WORD_MOVES);
}

/** Larger figures are no faults that an equaliser can do anything about, if they are faults. */
#define MAX_FAULT_DB 20.0

const char* tare_veto_reason(const TareVetoes* vetoes, const TareClause* clause,
                             const char* target_name)
{
    const TareToken* const gain = &clause->sentence->tokens[clause->pair.gain];
    if (gain->sign == TARE_SIGN_BOTH)
        return "plus-minus, without a direction";
    if (gain->hi == 0.0)
        return "0 dB is no fault";
    const char* const reason = find_veto(vetoes, clause);
    if (reason)
        return reason;
    if (gain->hi > MAX_FAULT_DB)
        return "too large for a fault that can be corrected";
    if (is_limit(clause))
        return "a limit or tolerance";
    if (is_mere_deviation(clause))
        return SPREAD;
    if (is_denied(clause))
        return "denied";
    if (is_slope(clause))
        return "a slope, without a place";
    return tare_is_other_product(clause, target_name) ? ANOTHER : NULL;
}

const char* tare_veto_reason_of_gain(const TareVetoes* vetoes, const TareClause* clause)
{
    if (clause->sentence->tokens[clause->pair.gain].sign == TARE_SIGN_BOTH)
        return "plus-minus, without a direction";
    const char* const reason = find_veto(vetoes, clause);
    if (reason)
        return reason;
    return is_limit(clause) ? "a limit or tolerance" : "no frequency is said of this gain";
}
