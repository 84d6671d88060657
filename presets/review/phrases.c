#include "review/phrases.h"

#include "review/phrase_words.h"
#include "review/token.h"
#include "review/word_patterns.h"
#include "review/words.h"

#include <string.h>

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
   only tell of a change; but "I pulled" is what the writer asked for. */
static TareWordMeaning mood_of(const TareSentence* sentence, size_t index)
{
    const bool is_own = index > 0 && tare_token_has_role(sentence, index - 1, TARE_ROLE_WRITER);
    const bool tells = ends_with(sentence, index, 'd') || ends_with(sentence, index, 's') ||
                       tare_token_is(sentence, index, "brought") ||
                       tare_token_is(sentence, index, "took");
    return tells && !is_own ? TARE_WORD_CHANGES : TARE_WORD_CHANGES | TARE_WORD_COMMANDS;
}

static bool settle_verb(TareSentence* sentence, size_t index, const TarePhrase* verb)
{
    const size_t particle = find_particle(sentence, index, verb->second);
    if (particle == index)
        return false;
    sentence->tokens[index].meaning =
        verb->meaning | mood_of(sentence, index) |
        (sentence->tokens[index].meaning & (TARE_WORD_EQUALISER | TARE_WORD_SHELF));
    sentence->tokens[particle].meaning = 0;
    if (strcmp(verb->second, "off") == 0 || strcmp(verb->second, "on") == 0 ||
        strcmp(verb->second, "from") == 0) /* "take 4 dB off the 5 kHz peak" */
        sentence->tokens[particle].meaning = TARE_WORD_AT;
    return true;
}

static TareTokenKind kind_behind(const TareSentence* sentence, size_t index)
{
    const size_t next = tare_token_skip_about(sentence, index);
    return next < sentence->n_tokens ? sentence->tokens[next].kind : TARE_TOKEN_OTHER;
}

/** "listeners can reach it with a +3 dB shelf": what comes is the means. */
static void settle_reached(TareSentence* sentence, size_t index)
{
    const size_t lead =
        index + 2 +
        (tare_token_is(sentence, index + 2, "it") || tare_token_is(sentence, index + 2, "this") ||
         tare_token_is(sentence, index + 2, "that"));
    if ((tare_token_is(sentence, index, "can") || tare_token_is(sentence, index, "could")) &&
        (tare_token_is(sentence, lead, "with") || tare_token_is(sentence, lead, "via")) &&
        kind_behind(sentence, lead + 1) == TARE_TOKEN_GAIN) {
        sentence->tokens[index + 1].meaning = 0;
        sentence->tokens[lead].meaning = TARE_WORD_ASKS;
    }
}

/** "can be tamed by a 4 dB cut", "can be reduced with -4 dB": what comes is the means. But "can be
    boosted by 4 dB" names none. */
static void settle_means(TareSentence* sentence, size_t index)
{
    settle_reached(sentence, index);
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

/** Whether somebody does what a verb says: "I take", "she then takes", "take". */
static bool is_of_person(const TareSentence* sentence, size_t index)
{
    static const char* const passed[] = {"also", "and", "first", "have", "just", "now", "then"};
    size_t i = index;
    while (i > 0 && TARE_TOKEN_IS_ONE_OF(sentence, i - 1, passed))
        --i;
    return i == 0 || sentence->tokens[i - 1].kind == TARE_TOKEN_MARK ||
           tare_token_has_role(sentence, i - 1, TARE_ROLE_PERSON);
}

/** "I take 3 dB at 200 Hz and give 2 dB at 3 kHz": verbs without a particle. */
static void settle_taken(TareSentence* sentence, size_t index)
{
    static const char* const takers[] = {"steal*", "stole", "take", "taken", "takes", "took"};
    static const char* const givers[] = {"gave", "give", "given", "gives"};
    if (kind_behind(sentence, index + 1) != TARE_TOKEN_GAIN)
        return; /* as behind most words */
    const bool is_taken = TARE_TOKEN_IS_ONE_OF(sentence, index, takers);
    if (!is_taken && !TARE_TOKEN_IS_ONE_OF(sentence, index, givers))
        return;
    const size_t gain = tare_token_skip_about(sentence, index + 1);
    if (sentence->tokens[gain].sign != TARE_SIGN_NONE)
        return;
    bool has_taker = is_of_person(sentence, index);
    for (size_t i = 0; i < index && !has_taker; ++i) /* "I take ... and give" */
        has_taker = tare_token_means(sentence, i, TARE_WORD_COMMANDS) &&
                    tare_token_means(sentence, index - 1, TARE_WORD_AND);
    const size_t way = gain + 1;
    const size_t at =
        way + (tare_token_is(sentence, way, "away") || tare_token_is(sentence, way, "back"));
    if (has_taker && (tare_token_means(sentence, at, TARE_WORD_AT) ||
                      tare_token_is(sentence, at, "from") || tare_token_is(sentence, at, "to")))
        sentence->tokens[index].meaning =
            (is_taken ? TARE_WORD_DOWN : TARE_WORD_UP) | TARE_WORD_CHANGES | TARE_WORD_COMMANDS;
}

/** The next row of a table, behind the row `after`, with whose first word a token begins. */
static const TarePhrase* next_row(const TarePhrase* rows, size_t n, const TarePhrase* after,
                                  const TareSentence* sentence, size_t index)
{
    const TareToken* const token = &sentence->tokens[index];
    return tare_word_next_row(rows, n, sizeof *rows, after, sentence->text + token->start,
                              token->end - token->start);
}

/** "in my player" */
static bool is_own_software(const TareSentence* sentence, size_t index)
{
    if (!tare_token_is(sentence, index, "my") || index + 1 >= sentence->n_tokens)
        return false;
    const TareToken* const next = &sentence->tokens[index + 1];
    return tare_word_names_software_of_person(sentence->text + next->start,
                                              next->end - next->start);
}

/** "I added", "we also use": false when the words are no such deed of the writer's. */
static bool settle_deed_of_writer(TareSentence* sentence, size_t index)
{
    if (!tare_token_has_role(sentence, index, TARE_ROLE_WRITER))
        return false;
    const size_t verb = index + 1 + tare_token_has_role(sentence, index + 1, TARE_ROLE_ORDERS);
    if (verb >= sentence->n_tokens || sentence->tokens[verb].kind != TARE_TOKEN_WORD)
        return false;
    TareToken* const token = &sentence->tokens[verb];
    const TareWord* const row = tare_word_next_row(
        tare_phrases_of_writer, tare_n_phrases_of_writer, sizeof *tare_phrases_of_writer, NULL,
        sentence->text + token->start, token->end - token->start);
    if (!row)
        return false;
    sentence->tokens[index].meaning = 0;
    token->meaning = row->meaning;
    return true;
}

/** False when the word begins no phrase of two. */
static bool settle_pair(TareSentence* sentence, size_t index)
{
    if (settle_deed_of_writer(sentence, index))
        return true;
    if (is_own_software(sentence, index)) {
        sentence->tokens[index + 1].meaning = TARE_WORD_REMEDY | TARE_WORD_EQUALISER;
        return true;
    }
    const TarePhrase* row = NULL;
    while ((row = next_row(tare_phrases, tare_n_phrases, row, sentence, index))) {
        if (tare_token_is(sentence, index + 1, row->second)) {
            sentence->tokens[index].meaning = 0;
            sentence->tokens[index + 1].meaning = row->meaning;
            return true;
        }
    }
    return false;
}

static void settle_verbs(TareSentence* sentence, size_t index)
{
    const TarePhrase* row = NULL;
    do
        row = next_row(tare_phrase_verbs, tare_n_phrase_verbs, row, sentence, index);
    while (row && !settle_verb(sentence, index, row));
}

void tare_phrase_settle(TareSentence* sentence, size_t index)
{
    if (sentence->tokens[index].kind != TARE_TOKEN_WORD)
        return;
    settle_means(sentence, index);
    settle_more_than(sentence, index);
    if (!settle_pair(sentence, index))
        settle_verbs(sentence, index);
    settle_taken(sentence, index);
}
