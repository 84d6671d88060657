#include "review/heads.h"

#include "base/ascii.h"
#include "review/head_targets.h"
#include "review/normalise.h"
#include "review/other_product.h"
#include "review/sentences.h"
#include "review/subject.h"
#include "review/token.h"
#include "review/word_patterns.h"
#include "review/words.h"

/* Short names keep the table below readable. */
enum {
    SETTINGS = 1 << TARE_HEAD_SETTINGS,
    FAULTS = 1 << TARE_HEAD_FAULTS,
    OTHER = 1 << TARE_HEAD_OTHER,
    UNDOES = 1 << (TARE_HEAD_OTHER + 1),  ///< "without EQ"
    STATE = 1 << (TARE_HEAD_OTHER + 3),   ///< other, but "EQ, ANC on"
    AGAINST = 1 << (TARE_HEAD_OTHER + 4), ///< other, but "versus target"
    LIKELY = 1 << (TARE_HEAD_OTHER + 2),  ///< settings where nothing else is said: "what I have:"
};

typedef struct {
    const char* pattern; ///< of tare_word_is()
    unsigned says;
} Row;

/* In the order of letters. */
static const Row words[] = {
    {"abandon*", OTHER},     {"adapter*", STATE},      {"adjustment*", SETTINGS},
    {"against", AGAINST},    {"amp", STATE},           {"anc", STATE},
    {"annoy*", FAULTS},      {"anomal*", FAULTS},      {"anymore", OTHER},
    {"app", SETTINGS},       {"applied", SETTINGS},    {"apply", SETTINGS},
    {"audiogram*", OTHER},   {"averaged", FAULTS},     {"band", LIKELY},
    {"bands", SETTINGS},     {"before", UNDOES},       {"blemish*", FAULTS},
    {"boosts", SETTINGS},    {"bother*", FAULTS},      {"bothers", FAULTS},
    {"bump*", FAULTS},       {"car", OTHER},           {"change*", SETTINGS},
    {"coloration*", FAULTS}, {"colouration*", FAULTS}, {"compared", AGAINST},
    {"comparison*", OTHER},  {"compens*", SETTINGS},   {"complaint*", FAULTS},
    {"control*", LIKELY},    {"correct", SETTINGS},    {"correction*", SETTINGS},
    {"culprit*", FAULTS},    {"cure*", SETTINGS},      {"current*", LIKELY},
    {"cuts", SETTINGS},      {"dac", STATE},           {"data", FAULTS},
    {"deficien*", FAULTS},   {"deleted", OTHER},       {"delta*", FAULTS},
    {"departure*", FAULTS},  {"deviat*", FAULTS},      {"dial", SETTINGS},
    {"dialed", SETTINGS},    {"dialled", SETTINGS},    {"difference*", FAULTS},
    {"dip", FAULTS},         {"dips", FAULTS},         {"discarded", OTHER},
    {"dislike*", FAULTS},    {"distortion", OTHER},    {"do", LIKELY},
    {"eq", SETTINGS},        {"eqing", SETTINGS},      {"equali*", SETTINGS},
    {"error*", FAULTS},      {"essential", LIKELY},    {"excess*", FAULTS},
    {"excessive", FAULTS},   {"expired", OTHER},       {"fact*", FAULTS},
    {"fault*", FAULTS},      {"filter*", SETTINGS},    {"final*", LIKELY},
    {"finding*", FAULTS},    {"fix*", SETTINGS},       {"flaw*", FAULTS},
    {"former*", OTHER},      {"found", FAULTS},        {"graph", FAULTS},
    {"graphic*", SETTINGS},  {"graphs", FAULTS},       {"gripe*", FAULTS},
    {"have", LIKELY},        {"hear*", FAULTS},        {"hole*", FAULTS},
    {"hump*", FAULTS},       {"impedance", OTHER},     {"irregularit*", FAULTS},
    {"isolat*", STATE},      {"issue*", FAULTS},       {"keep", LIKELY},
    {"kill*", SETTINGS},     {"lab", FAULTS},          {"lack*", FAULTS},
    {"list", LIKELY},        {"longer", OTHER},        {"loss*", FAULTS},
    {"loudspeaker*", OTHER}, {"measure*", FAULTS},     {"medicine", SETTINGS},
    {"mend*", SETTINGS},     {"mic*", OTHER},          {"mine", LIKELY},
    {"mode*", STATE},        {"must", LIKELY},         {"needs", SETTINGS},
    {"niggle*", FAULTS},     {"nitpick*", FAULTS},     {"no", UNDOES},
    {"noise", STATE},        {"normali*", FAULTS},     {"not", UNDOES},
    {"notch*", SETTINGS},    {"now", LIKELY},          {"nozzle*", OTHER},
    {"observ*", FAULTS},     {"obsolete", OTHER},      {"off", UNDOES},
    {"off-target", FAULTS},  {"offend*", FAULTS},      {"old", OTHER},
    {"overlay", FAULTS},     {"parametric", SETTINGS}, {"peaks", FAULTS},
    {"peculiarit*", FAULTS}, {"peq", SETTINGS},        {"plot*", FAULTS},
    {"plug*", STATE},        {"preset*", SETTINGS},    {"previous*", OTHER},
    {"problem*", FAULTS},    {"quibble*", FAULTS},     {"raw", UNDOES},
    {"recipe*", SETTINGS},   {"recommended", LIKELY},  {"rel", AGAINST},
    {"relative", AGAINST},   {"remed*", SETTINGS},     {"remedy", SETTINGS},
    {"required", LIKELY},    {"resonance*", FAULTS},   {"response", FAULTS},
    {"result*", FAULTS},     {"retired", OTHER},       {"rig", FAULTS},
    {"room", OTHER},         {"run", LIKELY},          {"sensitivity", OTHER},
    {"set", LIKELY},         {"setting*", SETTINGS},   {"settled", SETTINGS},
    {"shopping", SETTINGS},  {"shortage*", FAULTS},    {"shortfall*", FAULTS},
    {"showed", FAULTS},      {"shown", FAULTS},        {"shows", FAULTS},
    {"sin", FAULTS},         {"sins", FAULTS},         {"slider*", SETTINGS},
    {"smoothed", FAULTS},    {"sold", OTHER},          {"solution*", SETTINGS},
    {"sore", FAULTS},        {"speaker*", OTHER},      {"specification*", OTHER},
    {"specs", OTHER},        {"spike*", FAULTS},       {"squig*", FAULTS},
    {"stereo", OTHER},       {"sticks", FAULTS},       {"stock", UNDOES},
    {"stop*", OTHER},        {"subwoofer*", OTHER},    {"suggested", LIKELY},
    {"surplus*", FAULTS},    {"sweep*", FAULTS},       {"switch*", STATE},
    {"tame*", SETTINGS},     {"thd*", OTHER},          {"therapy*", SETTINGS},
    {"tips", STATE},         {"too", FAULTS},          {"touch*", SETTINGS},
    {"treatment", SETTINGS}, {"trouble*", FAULTS},     {"trough*", FAULTS},
    {"try", SETTINGS},       {"tuning", OTHER},        {"tweak*", SETTINGS},
    {"uncorrected", UNDOES}, {"unequali*", UNDOES},    {"unpleasant*", FAULTS},
    {"use", SETTINGS},       {"used", SETTINGS},       {"versus", AGAINST},
    {"vs", AGAINST},         {"wart*", FAULTS},        {"weak*", FAULTS},
    {"without", UNDOES},     {"wrong", FAULTS},
};

/** What a word says. */
static unsigned says_word(const TareSentence* sentence, size_t index)
{
    if (index >= sentence->n_tokens || sentence->tokens[index].kind != TARE_TOKEN_WORD)
        return 0;
    const TareToken* const token = &sentence->tokens[index];
    const char* const word = sentence->text + token->start;
    const size_t length = token->end - token->start;
    unsigned all = tare_word_names_software(word, length) ? SETTINGS : 0;
    for (const Row* row = NULL; (row = tare_word_next_row(words, sizeof words / sizeof *words,
                                                          sizeof *words, row, word, length));)
        all |= row->says;
    return all;
}

/** Whether a word undoes settings that stand beside it: "without any EQ", "EQ off". */
static bool undoes(const TareSentence* sentence, size_t index)
{
    bool is_beside = index > 0 && tare_token_is(sentence, index, "off") &&
                     (says_word(sentence, index - 1) & SETTINGS);
    for (size_t i = index + 1; i <= index + 3; ++i)
        is_beside = is_beside || (says_word(sentence, i) & SETTINGS);
    return is_beside;
}

/** Whether settings stand in a sentence that no word undoes: "my EQ in Wavelet, not in the app". */
static bool has_more_settings(const TareSentence* sentence)
{
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        bool is_undone = tare_token_is(sentence, i + 1, "off");
        for (size_t k = i > 3 ? i - 3 : 0; k < i; ++k)
            is_undone = is_undone || (says_word(sentence, k) & UNDOES);
        if ((says_word(sentence, i) & SETTINGS) && !is_undone)
            return true;
    }
    return false;
}

/** "typed off the screen", "used in room B" */
static bool is_in_passing(const TareSentence* sentence, size_t index)
{
    return (tare_token_is(sentence, index, "off") && tare_token_is(sentence, index + 1, "the")) ||
           (index > 0 && tare_token_is(sentence, index, "room") &&
            tare_token_is(sentence, index - 1, "in"));
}

/* So many words behind "compensated for" what is compensated for may stand. */
enum { MAX_COMPENSATED = 5 };

/** "compensated for the DF tilt", "corrected to free field": how a curve was measured. */
static bool is_of_measurement(const TareSentence* sentence, size_t index)
{
    static const char* const fields[] = {"df", "diffuse*", "ff", "field", "free-field", "pinna"};
    if (!tare_token_is(sentence, index, "compensated") &&
        !tare_token_is(sentence, index, "corrected"))
        return false;
    for (size_t i = index + 1; i <= index + MAX_COMPENSATED; ++i) {
        if (tare_token_means(sentence, i, TARE_WORD_TARGET))
            return true;
        for (size_t k = 0; k < sizeof fields / sizeof *fields; ++k)
            if (tare_token_is(sentence, i, fields[k]))
                return true;
    }
    return false;
}

/** What all the words of a sentence say. */
static unsigned says(const TareSentence* sentence)
{
    unsigned all = 0;
    bool has_target = false, undoes_some = false, undoes_settings = false;
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        const unsigned word = is_in_passing(sentence, i)       ? 0
                              : is_of_measurement(sentence, i) ? (unsigned)FAULTS
                                                               : says_word(sentence, i);
        all |= word & ~(unsigned)UNDOES;
        undoes_some = undoes_some || (word & UNDOES);
        undoes_settings = undoes_settings || ((word & UNDOES) && undoes(sentence, i));
        has_target = has_target || tare_token_means(sentence, i, TARE_WORD_TARGET);
    }
    if (undoes_settings || (undoes_some && !(all & SETTINGS)))
        all |= UNDOES;
    if (all & AGAINST)
        all |= has_target ? FAULTS : OTHER; /* "vs. target" */
    return all;
}

/** Where a word stands; n_tokens when it does not. */
static size_t place_of(const TareSentence* sentence, const char* word)
{
    size_t i = 0;
    while (i < sentence->n_tokens && !tare_token_is(sentence, i, word))
        ++i;
    return i;
}

static bool has_one_of(const TareSentence* sentence, const char* const* patterns, size_t n)
{
    for (size_t i = 0; i < n; ++i)
        if (place_of(sentence, patterns[i]) < sentence->n_tokens)
            return true;
    return false;
}

/** "posts this for his HD 6XX" */
static bool is_for_others(const TareSentence* sentence, const TareSubject* subject)
{
    static const char* const owners[] = {"her", "his", "their"};
    for (size_t i = 0; i + 2 < sentence->n_tokens; ++i) {
        bool is_theirs = false;
        for (size_t k = 0; k < sizeof owners / sizeof *owners; ++k)
            is_theirs = is_theirs || tare_token_is(sentence, i + 1, owners[k]);
        const TareToken* const token = &sentence->tokens[i + 2];
        const char* const word = sentence->text + token->start;
        if (is_theirs && tare_token_is(sentence, i, "for") && token->kind == TARE_TOKEN_WORD &&
            tare_is_upper(*word) &&
            !(subject && tare_is_part_of_name(word, token->end - token->start, subject->name)))
            return true;
    }
    return false;
}

/** "runs hot at" */
static bool is_loud_at(const TareSentence* sentence)
{
    static const char* const levels[] = {"bright", "hot", "loud", "quiet"};
    for (size_t i = 0; i + 1 < sentence->n_tokens; ++i)
        if (TARE_TOKEN_IS_ONE_OF(sentence, i, levels) && tare_token_is(sentence, i + 1, "at"))
            return true;
    return false;
}

/** Whether a verb tells that a response is not as it should be: "deviates from neutral as follows".
 */
static bool tells_departure(const TareSentence* sentence)
{
    static const char* const verbs[] = {"depart",  "departed", "departs",  "dev",     "devs",
                                        "deviate", "deviated", "deviates", "diverge", "diverges",
                                        "stray",   "strays",   "wanders"};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; ++i)
        if (place_of(sentence, verbs[i]) < sentence->n_tokens)
            return true;
    static const char* const of_target[] = {"differ*", "leaves", "leave", "misses", "miss", "left"};
    return is_loud_at(sentence) ||
           (tare_head_names_target(sentence) &&
            (tare_token_is(sentence, 0, "from") ||
             has_one_of(sentence, of_target, sizeof of_target / sizeof *of_target)));
}

/** Whether faults are only what the settings are against: "filters for the peaks". */
static bool is_against_faults(const TareSentence* sentence)
{
    static const char* const against[] = {"for", "against", "to", "dial", "with", "using"};
    for (size_t w = 0; w < sizeof against / sizeof *against; ++w) {
        const size_t i = place_of(sentence, against[w]);
        if (i > 0 && i < sentence->n_tokens && !tare_token_is(sentence, i - 1, "measure*") &&
            !tare_token_is(sentence, i - 1, "response"))
            return true;
    }
    return false;
}

/** "where it is off", "how far off it is" */
static bool is_off(const TareSentence* sentence)
{
    static const char* const behind[] = {"by", "it", "they"};
    const size_t off = place_of(sentence, "off");
    return off < sentence->n_tokens && (TARE_TOKEN_IS_ONE_OF(sentence, off + 1, behind) ||
                                        (off > 0 && tare_token_is(sentence, off - 1, "is")));
}

/** Whether filters are parts to be screwed in: "green filters", "foam filter". */
static bool has_filter_part(const TareSentence* sentence)
{
    static const char* const kinds[] = {
        "acoustic", "black",    "blue",   "brass", "bronze", "copper",   "cotton", "damping",
        "foam",     "gold*",    "gray",   "green", "grey",   "gunmetal", "mesh",   "nickel",
        "nozzle*",  "orange",   "paper",  "pink",  "purple", "red",      "silver", "steel",
        "supplied", "titanium", "tuning", "white", "yellow"};
    for (size_t i = 1; i < sentence->n_tokens; ++i) {
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; ++k) {
            if (tare_token_is(sentence, i, "filter*") && tare_token_is(sentence, i - 1, kinds[k]))
                return true;
        }
    }
    return false;
}

/** "For my Genelecs", and the software of no one is meant */
static bool is_for_other(const TareSentence* sentence, const TareSubject* subject)
{
    const size_t at = 2;
    if (!tare_token_is(sentence, 0, "for") || !tare_token_is(sentence, 1, "my") ||
        at >= sentence->n_tokens || sentence->tokens[at].kind != TARE_TOKEN_WORD)
        return false;
    const TareToken* const token = &sentence->tokens[at];
    const char* const word = sentence->text + token->start;
    const size_t length = token->end - token->start;
    return tare_is_upper(*word) && !tare_word_names_software(word, length) &&
           !tare_word_names_software_of_person(word, length) &&
           !tare_is_part_of_name(word, length, subject->name);
}

/** "stock tips" */
static bool names_default(const TareSentence* sentence)
{
    static const char* const states[] = {"default", "fitted", "stock", "supplied"};
    if (place_of(sentence, "not") < sentence->n_tokens ||
        place_of(sentence, "other*") < sentence->n_tokens)
        return false;
    return has_one_of(sentence, states, sizeof states / sizeof *states);
}

/** Whether a sentence speaks of a state other than the default one. */
static bool is_other_state(const TareSentence* sentence, unsigned all)
{
    const bool is_of_tips = /* "tips, against target": one of them is the default */
        (all & AGAINST) && place_of(sentence, "tips") < sentence->n_tokens;
    return (all & STATE) && !(all & SETTINGS) && !is_of_tips && !names_default(sentence);
}

/** Whether a sentence speaks of something else than the sound of the reviewed product as it is. */
static bool is_other(const TareSentence* sentence, unsigned all, const TareSubject* subject)
{
    const size_t negation = place_of(sentence, "not");
    const bool is_over = tare_token_is(sentence, 0, "was") ||
                         tare_token_is(sentence, negation + 1, "us*") ||
                         tare_token_is(sentence, negation + 1, "my") ||
                         tare_token_is(sentence, negation + 1, "mine");
    return (all & OTHER) || has_filter_part(sentence) || tare_head_is_beside_product(sentence) ||
           is_for_others(sentence, subject) || is_over ||
           (subject &&
            (is_other_state(sentence, all) || tare_names_other_product(sentence, subject) ||
             is_for_other(sentence, subject)));
}

/** What settings without, or before, something are: faults. */
static TareHead head_undone(const TareSentence* sentence, unsigned all)
{
    if (has_more_settings(sentence))
        return TARE_HEAD_NONE;
    if (is_off(sentence) || (all & (SETTINGS | FAULTS)))
        return TARE_HEAD_FAULTS;
    return tare_token_is(sentence, 0, "before") ? TARE_HEAD_OTHER : TARE_HEAD_NONE;
}

static TareHead head_of(const TareSentence* sentence, const TareSubject* subject)
{
    const unsigned all = says(sentence) | (tells_departure(sentence) ? FAULTS : 0);
    if (is_other(sentence, all, subject))
        return TARE_HEAD_OTHER;
    const TareHead difference = tare_head_of_difference(sentence);
    if (difference && ((all & (SETTINGS | FAULTS)) || tare_head_names_target(sentence)))
        return difference;
    if (tells_departure(sentence) && tare_token_is(sentence, 0, "to"))
        return TARE_HEAD_NONE; /* "To bring it back from where it strays" */
    if (all & UNDOES)
        return head_undone(sentence, all);
    if ((all & SETTINGS) && (all & FAULTS)) /* "measured response and EQ" */
        return is_against_faults(sentence) ? TARE_HEAD_SETTINGS : TARE_HEAD_NONE;
    if (all & FAULTS)
        return TARE_HEAD_FAULTS;
    return all & (SETTINGS | LIKELY) ? TARE_HEAD_SETTINGS : TARE_HEAD_NONE;
}

bool tare_head_read(const char* text, size_t length, const TareSubject* subject, TareHead* head)
{
    TareNormalised normalised;
    TareSentence sentence;
    size_t position = 0;
    if (!tare_normalise(&normalised, text, length))
        return false;
    *head = TARE_HEAD_NONE;
    bool is_there = false;
    while (tare_sentence_cut(&normalised, &position, &sentence))
        is_there = true;
    if (is_there) { /* the last sentence introduces */
        tare_sentence_settle(&sentence);
        *head = head_of(&sentence, subject);
    }
    tare_normalised_clear(&normalised);
    return true;
}
