#include "review/phrases.h"

#include <string.h>

/* Short names keep the tables below readable. */
#define UP TARE_WORD_UP
#define DOWN TARE_WORD_DOWN
#define ASKS TARE_WORD_ASKS

/** Two words side by side. */
typedef struct {
    const char* first;
    const char* second;
    TareMeaning meaning;
} Phrase;

static const Phrase phrases[] = {
    {"call*", "for", ASKS},
    {"needs", "to", ASKS},
    {"have", "to", ASKS},
    {"has", "to", ASKS},
    {"positive", "deviation*", UP},
    {"positive", "error*", UP},
    {"positive", "excursion*", UP},
    {"positive", "offset*", UP},
    {"positive", "one", UP},
    {"negative", "deviation*", DOWN},
    {"negative", "error*", DOWN},
    {"negative", "excursion*", DOWN},
    {"negative", "offset*", DOWN},
    {"negative", "one", DOWN},
    {"we", "suggest", ASKS},
    {"we", "propose", ASKS},
    {"not", "only", 0},
    {"not", "insignificant", 0},
    {"not", "negligible", 0},
    {"too", "much", UP},
    {"too", "little", DOWN},
    {"too", "few", DOWN},
    {"too", "strong*", UP},
    {"overly", "strong*", UP},
    {"too", "weak*", DOWN},
    {"too", "quiet*", DOWN},
    {"too", "loud*", UP},
    {"too", "prominent", UP},
    {"stands", "proud", UP},
    {"standing", "proud", UP},
    {"sticks", "out", UP},
    {"sticking", "out", UP},
    {"poke*", "out", UP},
    {"poking", "out", UP},
    {"jut*", "out", UP},
    {"pop*", "out", UP},
    {"shy", "of", DOWN},
    {"short", "of", DOWN},
    {"lower", "output", DOWN},
    {"higher", "output", UP},
};

/** A verb with a particle that tells its direction; a part of the thought may stand between. */
static const Phrase verbs[] = {
    {"back", "off", DOWN},     {"backing", "off", DOWN},   {"bring", "down", DOWN},
    {"bring", "up", UP},       {"bringing", "down", DOWN}, {"bringing", "up", UP},
    {"brought", "down", DOWN}, {"brought", "up", UP},      {"come", "up", UP},
    {"come", "down", DOWN},    {"eq*", "down", DOWN},      {"eq*", "up", UP},
    {"dial*", "back", DOWN},   {"dial*", "down", DOWN},    {"eas*", "back", DOWN},
    {"knock*", "down", DOWN},  {"knock*", "off", DOWN},    {"notch*", "out", DOWN},
    {"nudg*", "down", DOWN},   {"nudg*", "up", UP},        {"pull*", "back", DOWN},
    {"pull*", "down", DOWN},   {"push*", "down", DOWN},    {"push*", "up", UP},
    {"ramp*", "down", DOWN},   {"rolled", "back", DOWN},   {"rolling", "back", DOWN},
    {"scal*", "back", DOWN},   {"scal*", "down", DOWN},    {"shav*", "off", DOWN},
    {"take", "off", DOWN},     {"take", "out", DOWN},      {"taking", "off", DOWN},
    {"taking", "out", DOWN},   {"turn*", "down", DOWN},    {"turn*", "up", UP},
    {"wind*", "back", DOWN},   {"take", "away", DOWN},     {"taking", "away", DOWN},
    {"shav*", "away", DOWN},   {"tone*", "down", DOWN},    {"toning", "down", DOWN},
    {"bump*", "up", UP},       {"crank*", "up", UP},
};

/* How far the particle may stand behind its verb: "bring the peak at 5 kHz back down". */
enum { MAX_GAP = 6 };

/** The particle of a verb; `index` when there is none. */
static size_t find_particle(const TareSentence* sentence, size_t index, const char* particle)
{
    for (size_t i = index + 1; i < sentence->n_tokens && i <= index + MAX_GAP; ++i) {
        if (sentence->tokens[i].kind == TARE_TOKEN_MARK)
            break;
        if (tare_token_is(sentence, i, particle))
            return i;
    }
    return index;
}

static bool ends_with(const TareSentence* sentence, size_t index, char letter)
{
    return sentence->text[sentence->tokens[index].end - 1] == letter;
}

/** What a verb says besides its direction: "pull" and "pulling" ask for it, "pulled" and "pulls"
   only tell of a change. */
static TareMeaning mood_of(const TareSentence* sentence, size_t index)
{
    const bool tells = ends_with(sentence, index, 'd') || ends_with(sentence, index, 's') ||
                       tare_token_is(sentence, index, "brought");
    return tells ? TARE_WORD_CHANGES : TARE_WORD_CHANGES | TARE_WORD_COMMANDS;
}

static bool settle_verb(TareSentence* sentence, size_t index, const Phrase* verb)
{
    if (!tare_token_is(sentence, index, verb->first))
        return false;
    const size_t particle = find_particle(sentence, index, verb->second);
    if (particle == index)
        return false;
    sentence->tokens[index].meaning = verb->meaning | mood_of(sentence, index) |
                                      (sentence->tokens[index].meaning & TARE_WORD_EQUALISER);
    sentence->tokens[particle].meaning = 0;
    if (strcmp(verb->second, "off") == 0) /* "take 4 dB off the 5 kHz peak" */
        sentence->tokens[particle].meaning = TARE_WORD_AT;
    return true;
}

/** "can be tamed by a 4 dB cut", "can be reduced with -4 dB": what comes is the means. But "can be
    boosted by 4 dB" names none. */
static void settle_means(TareSentence* sentence, size_t index)
{
    if (!tare_token_is(sentence, index, "be") || index == 0 ||
        !(tare_token_is(sentence, index - 1, "can") || tare_token_is(sentence, index - 1, "could")))
        return;
    const size_t lead = index + 2, next = lead + 1;
    const bool is_size = next < sentence->n_tokens && tare_token_is(sentence, lead, "by") &&
                         sentence->tokens[next].kind != TARE_TOKEN_WORD;
    if (tare_token_has_role(sentence, lead, TARE_ROLE_LEADS) && !is_size &&
        !tare_token_means(sentence, next, TARE_WORD_ABOUT))
        sentence->tokens[lead].meaning = TARE_WORD_ASKS;
}

static TareTokenKind kind_behind(const TareSentence* sentence, size_t index)
{
    const size_t next = tare_token_skip_about(sentence, index);
    return next < sentence->n_tokens ? sentence->tokens[next].kind : TARE_TOKEN_OTHER;
}

/** "in excess of 6 dB", "upwards of 6 dB" is about as much; "upwards of 9 kHz" is a place. */
static void settle_more_than(TareSentence* sentence, size_t index)
{
    const bool is_excess =
        tare_token_is(sentence, index, "in") && tare_token_is(sentence, index + 1, "excess");
    const size_t of = is_excess ? index + 2 : index + 1;
    if ((!is_excess && !tare_token_is(sentence, index, "upward*")) ||
        !tare_token_is(sentence, of, "of"))
        return;
    const TareTokenKind kind = kind_behind(sentence, of + 1);
    if (kind == TARE_TOKEN_GAIN) {
        sentence->tokens[index].meaning = TARE_WORD_OF;
        sentence->tokens[index + 1].meaning = sentence->tokens[of].meaning = TARE_WORD_ABOUT;
    } else if (kind == TARE_TOKEN_FREQ && !is_excess) {
        sentence->tokens[of].meaning = TARE_WORD_ABOVE;
    }
}

void tare_phrase_settle(TareSentence* sentence, size_t index)
{
    if (sentence->tokens[index].kind != TARE_TOKEN_WORD)
        return;
    settle_means(sentence, index);
    settle_more_than(sentence, index);
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; ++i) {
        if (tare_token_is(sentence, index, phrases[i].first) &&
            tare_token_is(sentence, index + 1, phrases[i].second)) {
            sentence->tokens[index].meaning = 0;
            sentence->tokens[index + 1].meaning = phrases[i].meaning;
            return;
        }
    }
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; ++i) {
        if (settle_verb(sentence, index, &verbs[i]))
            return;
    }
}
