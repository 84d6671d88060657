#include "review/bearers.h"

#include "review/bearer_words.h"
#include "review/clauses.h"
#include "review/token.h"

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

/** "HX-500", which is no word of another table */
static bool is_model(const TareSentence* sentence, const TareToken* token)
{
    bool has_upper = false, has_digit = false;
    for (size_t i = token->start; i < token->end; ++i) {
        has_upper = has_upper || is_upper(sentence->text[i]);
        has_digit = has_digit || (sentence->text[i] >= '0' && sentence->text[i] <= '9');
    }
    return has_upper && has_digit && !token->meaning;
}

static TareBearer bearer_of_word(const TareSentence* sentence, size_t index)
{
    const TareToken* const token = &sentence->tokens[index];
    if (token->kind != TARE_TOKEN_WORD)
        return TARE_BEARER_NONE;
    const TareBearer bearer =
        tare_bearer_word(sentence->text + token->start, token->end - token->start);
    if (bearer)
        return bearer;
    if (is_model(sentence, token))
        return TARE_BEARER_HEADPHONE;
    return token->meaning & TARE_WORD_EQUALISER ? TARE_BEARER_OTHER : TARE_BEARER_NONE;
}

/* How far before a name the word may stand that takes it away: "without any correction". */
enum { MAX_DENIAL_DISTANCE = 2 };

/** "without EQ", "EQ off", "needs EQ", "the app's own measurement" */
static bool is_put_aside(const TareSentence* sentence, size_t index)
{
    const TareRoles gone = TARE_ROLE_OFF | TARE_ROLE_IS_SHOWN;
    if (tare_token_has_role(sentence, index + 1, gone) &&
        !tare_token_means(sentence, index + 1, TARE_WORD_TARGET)) /* "the correction curve" */
        return true;
    for (size_t i = index; i-- > 0 && index - i <= MAX_DENIAL_DISTANCE;)
        if (tare_token_means(sentence, i, TARE_WORD_NOT | TARE_WORD_ASKS | TARE_WORD_LIMITS) ||
            tare_token_is(sentence, i, "before") || tare_token_is(sentence, i, "without") ||
            tare_token_is(sentence, i, "for")) /* "reach for the equaliser" */
            return true;
    return false;
}

/** Whether a word says that something has, or does, what is told of it: "has", "peaks". */
static bool holds(const TareSentence* sentence, size_t index)
{
    static const char* const verbs[] = {
        "amounts", "are", "came",     "does",  "ends",    "form",     "get",  "gives",
        "had",     "has", "have",     "makes", "was",     "arrives*", "left", "there",
        "draws",   "in",  "proposes", "runs",  "applies", "applied",  "digs", "contains"};
    const TareToken* const token = &sentence->tokens[index];
    if (tare_token_is_mark(sentence, index, ':'))
        return true;
    if (token->kind != TARE_TOKEN_WORD)
        return false;
    const bool is_verb = tare_token_means(sentence, index, TARE_WORD_UP | TARE_WORD_DOWN) &&
                         sentence->text[token->end - 1] == 's';
    return is_verb || TARE_TOKEN_IS_ONE_OF(sentence, index, verbs) ||
           tare_token_means(sentence, index,
                            TARE_WORD_SHOWS | TARE_WORD_REACHES | TARE_WORD_MOVES) ||
           tare_token_has_role(sentence, index, TARE_ROLE_IS | TARE_ROLE_LIES);
}

/* So many words may name what something is compared with. */
enum { MAX_COMPARED = 4 };

/** The token behind what a comparison names, at which "against" stands: "against my EQ curve". */
static size_t end_of_compared(const TareSentence* sentence, size_t index)
{
    size_t i = index + 1;
    while (i <= index + MAX_COMPARED && i < sentence->n_tokens &&
           sentence->tokens[i].kind == TARE_TOKEN_WORD && !holds(sentence, i) &&
           bearer_of_word(sentence, i) != TARE_BEARER_HEADPHONE)
        ++i;
    return i;
}

/** Whether a word behind an equaliser shows that a fault comes: "EQ is needed because there is". */
static bool ends_remedy(const TareSentence* sentence, size_t index)
{
    return tare_token_means(sentence, index, TARE_WORD_NOT) ||
           tare_token_has_role(sentence, index, TARE_ROLE_IS_ASKED | TARE_ROLE_CAUSES) ||
           tare_token_is(sentence, index, "must");
}

/** Where brackets end that close before the gain; where they open when they do not. */
static size_t end_of_brackets(const TareClause* clause, size_t open)
{
    for (size_t i = open; i < clause->pair.gain; ++i)
        if (tare_token_is_mark(clause->sentence, i, ')'))
            return i;
    return open;
}

/** What the last name before the gain is that of, and whether a verb gives it what is told. */
static TareBearer find_bearer(const TareClause* clause, TareBearer before, bool* is_held)
{
    const TareSentence* const sentence = clause->sentence;
    const TareWordMeaning comparing = TARE_WORD_COMPARES | TARE_WORD_ABOVE | TARE_WORD_BELOW;
    TareBearer bearer = before;
    *is_held = before == TARE_BEARER_OTHER;
    for (size_t i = clause->thought_first; i < clause->pair.gain; ++i) {
        const TareBearer named = bearer_of_word(sentence, i);
        if (named == TARE_BEARER_OTHER && is_put_aside(sentence, i))
            continue;
        if (tare_token_is_mark(sentence, i, '(')) {
            i = end_of_brackets(clause, i);
            continue;
        }
        if (tare_token_means(sentence, i, comparing)) {
            i = end_of_compared(sentence, i) - 1;
            continue;
        }
        bearer = named ? named : bearer;
        if (!named && ends_remedy(sentence, i)) {
            bearer = TARE_BEARER_NONE;
            *is_held = false;
            continue;
        }
        *is_held = *is_held || (bearer == TARE_BEARER_OTHER && holds(sentence, i));
    }
    return bearer;
}

bool tare_bearer_is_other(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    const size_t gain = clause->pair.gain;
    bool is_held = false;
    if (gain > 0 && tare_token_has_role(sentence, gain - 1, TARE_ROLE_KNOWN))
        return false; /* "removes the 6 dB peak" */
    const TareBearer before = sentence->is_of_made ? TARE_BEARER_OTHER : TARE_BEARER_NONE;
    return find_bearer(clause, before, &is_held) == TARE_BEARER_OTHER && is_held;
}

bool tare_bearer_is_headphone(const TareClause* clause)
{
    bool is_held = false;
    return find_bearer(clause, TARE_BEARER_NONE, &is_held) == TARE_BEARER_HEADPHONE;
}

bool tare_bearer_is_made(const TareSentence* sentence)
{
    static const char* const verbs[] = {"add*",    "built",    "drew",  "fit*",  "got",
                                        "insert*", "install*", "load*", "made",  "make",
                                        "plug*",   "put",      "run",   "sold",  "solder*",
                                        "tried",   "use*",     "wired", "wrote", "attach*"};
    bool is_made = false;
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        is_made = is_made || TARE_TOKEN_IS_ONE_OF(sentence, i, verbs);
        const bool is_drawn =
            tare_token_is(sentence, 1, "drew") && tare_token_is(sentence, i, "curve");
        if (is_drawn || (is_made && bearer_of_word(sentence, i) == TARE_BEARER_OTHER))
            return true;
        if (bearer_of_word(sentence, i) == TARE_BEARER_HEADPHONE && is_made)
            return false;
    }
    return false;
}

bool tare_bearer_goes_on(const TareSentence* sentence)
{
    static const char* const openers[] = {"a",    "an",      "effect", "it",   "it's",
                                          "now",  "outcome", "result", "that", "the",
                                          "this", "there",   "there's"};
    return TARE_TOKEN_IS_ONE_OF(sentence, 0, openers);
}
