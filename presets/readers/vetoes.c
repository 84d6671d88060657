#include "readers/vetoes.h"

#include "readers/other_product.h"

#include <math.h>
#include <string.h>

/** How far a word reaches. */
typedef enum {
    BEHIND_GAIN, ///< it stands right behind the gain
    NEAR_GAIN,   ///< right beside the gain
    NEAR_PAIR,   ///< between gain and frequency, or right beside one of them
    /** As NEAR_PAIR; but a peak, dip or shelf that is named in the clause is one all the same. */
    NEAR_PAIR_WEAKLY,
    CLAUSE, ///< anywhere in the clause
    ONWARD, ///< in the clause or before it in the same thought
    /** As ONWARD; but a peak or dip that is named in the clause is one, whatever came before. */
    ONWARD_WEAKLY,
    /** As ONWARD_WEAKLY; and anywhere in the sentence where the clause tells of nothing but less:
        noise is attenuated in the same words as a response. */
    TOPIC
} Reach;

typedef struct {
    const char* words; ///< patterns of tare_word_is(), a blank between them
    Reach reach;
    const char* reason;
} Veto;

#define ISOLATION "isolation or noise cancelling, not a response"
#define DISTORTION "distortion or noise, not a response"
#define DECAY "a decay in time, not a response"
#define LEVEL "a level or sensitivity, not a response"
#define CHANNELS "between the channels, not a response"
#define STATISTIC "a statistic, without a place"
#define SPREAD "a difference or spread, without a direction"
#define ANOTHER "another product or version"
#define CHOICE "only with a switch, mode or part that is not the default"
#define EAR "the ear or the measuring rig, not the headphone"
#define ELECTRONICS "the electronics, not the headphone"
#define BANDWIDTH "a statement of bandwidth"
#define TARGET "said of the target, not of the headphone"
#define CONDITION "only under a condition"

static const Veto table[] = {
    {"peak attenuation", ONWARD, ISOLATION},
    {"peak reduction", ONWARD, ISOLATION},
    {"passive attenuation", ONWARD, ISOLATION},
    {"isolat*", TOPIC, ISOLATION},
    {"noise", TOPIC, ISOLATION},
    {"anc", TOPIC, ISOLATION},
    {"cancel*", TOPIC, ISOLATION},
    {"leak*", TOPIC, ISOLATION},
    {"ambient", TOPIC, ISOLATION},
    {"outside sound*", TOPIC, ISOLATION},
    {"outside world", TOPIC, ISOLATION},
    {"external sound*", TOPIC, ISOLATION},
    {"surrounding sound*", TOPIC, ISOLATION},
    {"environmental sound*", TOPIC, ISOLATION},
    {"incoming sound*", TOPIC, ISOLATION},
    {"chatter", TOPIC, ISOLATION},
    {"traffic", TOPIC, ISOLATION},
    {"rumble", TOPIC, ISOLATION},
    {"blocks", TOPIC, ISOLATION},
    {"blocked", TOPIC, ISOLATION},
    {"blocking", TOPIC, ISOLATION},
    {"effectiveness", TOPIC, ISOLATION},
    {"thd*", ONWARD_WEAKLY, DISTORTION},
    {"distort*", ONWARD_WEAKLY, DISTORTION},
    {"harmonic*", ONWARD_WEAKLY, DISTORTION},
    {"crosstalk", ONWARD_WEAKLY, DISTORTION},
    {"compression", ONWARD_WEAKLY, DISTORTION},
    {"snr", ONWARD_WEAKLY, DISTORTION},
    {"imd", ONWARD_WEAKLY, DISTORTION},
    {"intermodulation", ONWARD_WEAKLY, DISTORTION},
    {"waterfall*", ONWARD, DECAY},
    {"csd", ONWARD, DECAY},
    {"decay*", ONWARD_WEAKLY, DECAY},
    {"ringing", ONWARD_WEAKLY, DECAY},
    {"impulse", ONWARD_WEAKLY, DECAY},
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
    {"left driver", ONWARD, CHANNELS},
    {"left cup", ONWARD, CHANNELS},
    {"left earcup", ONWARD, CHANNELS},
    {"left earpiece", ONWARD, CHANNELS},
    {"left earbud", ONWARD, CHANNELS},
    {"left unit", ONWARD, CHANNELS},
    {"left side", ONWARD, CHANNELS},
    {"left ear", ONWARD, CHANNELS},
    {"left and right", ONWARD, CHANNELS},
    {"right driver", ONWARD, CHANNELS},
    {"right cup", ONWARD, CHANNELS},
    {"right earcup", ONWARD, CHANNELS},
    {"right earpiece", ONWARD, CHANNELS},
    {"right earbud", ONWARD, CHANNELS},
    {"right unit", ONWARD, CHANNELS},
    {"right side", ONWARD, CHANNELS},
    {"right ear", ONWARD, CHANNELS},
    {"rms", CLAUSE, STATISTIC},
    {"std", CLAUSE, STATISTIC},
    {"standard deviation*", CLAUSE, STATISTIC},
    {"standard error", CLAUSE, STATISTIC},
    {"average deviation*", CLAUSE, STATISTIC},
    {"average error", CLAUSE, STATISTIC},
    {"mean error", CLAUSE, STATISTIC},
    {"mean deviation*", CLAUSE, STATISTIC},
    {"per octave", CLAUSE, SPREAD},
    {"varies", CLAUSE, SPREAD},
    {"vary", CLAUSE, SPREAD},
    {"varied", CLAUSE, SPREAD},
    {"varying", CLAUSE, SPREAD},
    {"fluctuat*", CLAUSE, SPREAD},
    {"unittounit", CLAUSE, SPREAD},
    {"apart", BEHIND_GAIN, SPREAD},
    {"difference between", ONWARD, SPREAD},
    {"contrast between", ONWARD, SPREAD},
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
    {"first version", ONWARD, ANOTHER},
    {"second version", ONWARD, ANOTHER},
    {"special edition", ONWARD, ANOTHER},
    {"limited edition", ONWARD, ANOTHER},
    {"pro variant", ONWARD, ANOTHER},
    {"lite version", ONWARD, ANOTHER},
    {"plus version", ONWARD, ANOTHER},
    {"max version", ONWARD, ANOTHER},
    {"other variant*", ONWARD, ANOTHER},
    {"previous mk*", ONWARD, ANOTHER},
    {"previous unit*", ONWARD, ANOTHER},
    {"previous edition", ONWARD, ANOTHER},
    {"previous iteration", ONWARD, ANOTHER},
    {"previous flagship", ONWARD, ANOTHER},
    {"previous tuning", ONWARD, ANOTHER},
    {"earlier unit*", ONWARD, ANOTHER},
    {"earlier batch*", ONWARD, ANOTHER},
    {"earlier revision*", ONWARD, ANOTHER},
    {"earlier iteration", ONWARD, ANOTHER},
    {"earlier generation*", ONWARD, ANOTHER},
    {"older sibling*", ONWARD, ANOTHER},
    {"older generation*", ONWARD, ANOTHER},
    {"old version", ONWARD, ANOTHER},
    {"old model", ONWARD, ANOTHER},
    {"by comparison", ONWARD, ANOTHER},
    {"cheaper model*", ONWARD, ANOTHER},
    {"stablemate*", ONWARD, ANOTHER},
    {"its brother", ONWARD, ANOTHER},
    {"family member*", ONWARD, ANOTHER},
    {"counterpart*", ONWARD, ANOTHER},
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
    {"vent closed", ONWARD, CHOICE},
    {"vent open", ONWARD, CHOICE},
    {"vents closed", ONWARD, CHOICE},
    {"vents open", ONWARD, CHOICE},
    {"slider", ONWARD, CHOICE},
    {"bass dial", ONWARD, CHOICE},
    {"knob", ONWARD, CHOICE},
    {"swapped", ONWARD, CHOICE},
    {"swapping", ONWARD, CHOICE},
    {"aftermarket", ONWARD, CHOICE},
    {"adapter", ONWARD, CHOICE},
    {"boost mode", ONWARD, CHOICE},
    {"selectable", ONWARD, CHOICE},
    {"toggle*", ONWARD, CHOICE},
    {"app", ONWARD, CHOICE},
    {"tuning filter*", ONWARD, CHOICE},
    {"acoustic filter*", ONWARD, CHOICE},
    {"bass filter*", ONWARD, CHOICE},
    {"treble filter*", ONWARD, CHOICE},
    {"filter installed", ONWARD, CHOICE},
    {"filters installed", ONWARD, CHOICE},
    {"black filter*", ONWARD, CHOICE},
    {"blue filter*", ONWARD, CHOICE},
    {"brass filter*", ONWARD, CHOICE},
    {"copper filter*", ONWARD, CHOICE},
    {"gold filter*", ONWARD, CHOICE},
    {"green filter*", ONWARD, CHOICE},
    {"red filter*", ONWARD, CHOICE},
    {"silver filter*", ONWARD, CHOICE},
    {"white filter*", ONWARD, CHOICE},
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
    {"curve calls", ONWARD, TARGET},
    {"curve prescribes", ONWARD, TARGET},
    {"target itself", ONWARD, TARGET},
    {"target adds", ONWARD, TARGET},
    {"target contains", ONWARD, TARGET},
    {"target features", ONWARD, TARGET},
    {"target shows", ONWARD, TARGET},
    {"target with", ONWARD, TARGET},
    {"target curve has", ONWARD, TARGET},
    {"target curve calls", ONWARD, TARGET},
    {"target curve includes", ONWARD, TARGET},
    {"target has", ONWARD, TARGET},
    {"target includes", ONWARD, TARGET},
    {"target specifies", ONWARD, TARGET},
    {"amplifier*", ONWARD_WEAKLY, CONDITION},
    {"pads", CLAUSE, CONDITION},
    {"output impedance", ONWARD, CONDITION},
    {"impedance", ONWARD_WEAKLY, CONDITION},
    {"highimpedance", ONWARD_WEAKLY, CONDITION},
    {"impedance source*", ONWARD, CONDITION},
    {"when used", CLAUSE, CONDITION},
    {"when driven", CLAUSE, CONDITION},
    {"when paired", CLAUSE, CONDITION},
    {"seal", CLAUSE, CONDITION},
    {"fit", CLAUSE, CONDITION},
    {"sealing", CLAUSE, CONDITION},
    {"source impedance", ONWARD, CONDITION},
    {"hypothetical*", ONWARD, CONDITION},
    {"for reference", ONWARD, CONDITION},
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
    {"coupler introduces", CLAUSE, EAR},
    {"coupler adds", CLAUSE, EAR},
    {"couplerinduced", CLAUSE, EAR},
    {"hearing loss", CLAUSE, EAR},
    {"human hearing", CLAUSE, EAR},
    {"artifact*", CLAUSE, EAR},
    {"artefact*", CLAUSE, EAR},
    {"sidetone", ONWARD, "the microphone"},
    {"call quality", ONWARD, "the microphone"},
    {"voice pickup", ONWARD, "the microphone"},
    {"voice transmission", ONWARD, "the microphone"},
    {"mic", ONWARD, "the microphone"},
    {"microphone*", ONWARD, "the microphone"},
    {"codec*", CLAUSE, ELECTRONICS},
    {"sbc", CLAUSE, ELECTRONICS},
    {"encoding", CLAUSE, ELECTRONICS},
    {"dongle", CLAUSE, ELECTRONICS},
    {"builtin dac", CLAUSE, ELECTRONICS},
    {"internal dac", CLAUSE, ELECTRONICS},
    {"crossfeed", CLAUSE, ELECTRONICS},
    {"point", BEHIND_GAIN, BANDWIDTH},
    {"extension", NEAR_PAIR, BANDWIDTH},
    {"extends", NEAR_PAIR_WEAKLY, BANDWIDTH},
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
    return tare_clause_any_means(clause, clause->first, clause->last,
                                 TARE_WORD_SHAPE | TARE_WORD_SHELF);
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

/** Whether a clause tells of less and of no peak, dip or target: "is attenuated by 15 dB". */
static bool tells_of_less(const TareClause* clause)
{
    return tare_clause_any_means(clause, clause->first, clause->last, TARE_WORD_DOWN) &&
           !tare_clause_any_means(clause, clause->first, clause->last,
                                  TARE_WORD_UP | TARE_WORD_SHAPE | TARE_WORD_TARGET);
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
    } else if (reach == NEAR_PAIR_WEAKLY && names_shape(clause)) {
        *first = clause->sentence->n_tokens;
    } else if (reach == NEAR_PAIR || reach == NEAR_PAIR_WEAKLY) {
        *first = beside_left(clause, tare_clause_pair_first(clause));
        *last = beside_right(clause, tare_clause_pair_last(clause));
    } else if (reach == TOPIC && tells_of_less(clause)) {
        *first = 0;
        *last = clause->sentence->n_tokens;
    } else if (reach == ONWARD || (reach >= ONWARD_WEAKLY && !names_shape(clause))) {
        *first = clause->thought_first;
    } else if (reach >= ONWARD_WEAKLY) {
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

/** Whether a word tells of a steady fall. */
static bool tells_of_fall(const TareClause* clause)
{
    static const char* const falls[] = {"falls", "falling", "declin*", "descend*", "slop*"};
    for (size_t i = clause->first; i <= clause->last; ++i) {
        for (size_t k = 0; k < sizeof falls / sizeof *falls; ++k) {
            if (tare_token_is(clause->sentence, i, falls[k]))
                return true;
        }
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
           !tare_clause_any_means(clause, clause->first, clause->last,
                                  TARE_WORD_UP | TARE_WORD_DOWN | TARE_WORD_TARGET);
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
    if (is_whole_spectrum(clause) || is_band_limit(clause))
        return BANDWIDTH;
    if (is_reached_level(clause))
        return LEVEL;
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
