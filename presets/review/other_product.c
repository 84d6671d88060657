#include "review/other_product.h"

#include "base/ascii.h"
#include "review/brands.h"
#include "review/clauses.h"
#include "review/name_words.h"
#include "review/product_words.h"
#include "review/setting_words.h"
#include "review/subject.h"
#include "review/token.h"
#include "review/words.h"

#include <string.h>

static bool is_name_character(char c)
{
    return tare_is_letter(c) || tare_is_digit(c) || c == '+';
}

/** Compares from a beginning of a word of the name; true when the end is the end of a word too. */
static bool is_part_from(const char* name, size_t length, const char* from)
{
    for (size_t i = 0; i < length; ++i) {
        if (!is_name_character(name[i]))
            continue;
        while (*from && !is_name_character(*from))
            ++from;
        if (tare_ascii_lower(name[i]) != tare_ascii_lower(*from))
            return false;
        ++from;
    }
    return !is_name_character(*from);
}

bool tare_is_part_of_name(const char* name, size_t length, const char* target_name)
{
    for (const char* word = target_name; *word; ++word) {
        const bool begins = word == target_name || !is_name_character(word[-1]);
        if (begins && is_name_character(*word) && is_part_from(name, length, word))
            return true;
    }
    return false;
}

/* How far behind a name the tool may be named: "GRAS 45BC measurement rig". */
enum { MAX_TOOL_DISTANCE = 3 };

/** Whether a word is known with one of these classes. */
static bool is_named(const TareSentence* sentence, size_t index, unsigned classes)
{
    const TareToken* const token = &sentence->tokens[index];
    return token->kind == TARE_TOKEN_WORD &&
           tare_name_word_is(sentence->text + token->start, token->end - token->start, classes);
}

/** "Samsung SoundAlive", "Apple Music" */
static bool is_software(const TareSentence* sentence, size_t index)
{
    if (index >= sentence->n_tokens || sentence->tokens[index].kind != TARE_TOKEN_WORD)
        return false;
    const TareToken* const token = &sentence->tokens[index];
    const char* const word = sentence->text + token->start;
    const size_t length = token->end - token->start;
    return tare_word_names_software(word, length) ||
           tare_word_names_software_of_maker(word, length);
}

static bool is_tool(const TareSentence* sentence, size_t index)
{
    if (is_software(sentence, index) || is_software(sentence, index + 1))
        return true;
    for (size_t i = index + 1; i <= index + MAX_TOOL_DISTANCE; ++i) {
        if (i >= sentence->n_tokens || sentence->tokens[i].kind == TARE_TOKEN_MARK)
            return false;
        if (is_named(sentence, i, TARE_NAME_TOOL) ||
            tare_token_has_role(sentence, i, TARE_ROLE_PART))
            return true;
    }
    return false;
}

/** How many characters of a token satisfy a test. */
static size_t count(const TareSentence* sentence, size_t index, bool (*test)(char))
{
    const TareToken* const token = &sentence->tokens[index];
    size_t n = 0;
    for (size_t i = token->start; i < token->end; ++i)
        n += test(sentence->text[i]);
    return n;
}

/* "HD 25" is a model, "BA 4" hardly. */
#define MIN_MODEL_NUMBER 20.0

/* "Harman OE 2018" names a year. */
#define FIRST_YEAR 1980.0
#define LAST_YEAR 2040.0

/** "600", and "560S", which is no quantity that is known */
static bool is_model_number(const TareToken* token)
{
    const bool is_year = token->lo >= FIRST_YEAR && token->lo <= LAST_YEAR;
    return !is_year && (token->kind == TARE_TOKEN_NUMBER || token->kind == TARE_TOKEN_OTHER) &&
           token->sign == TARE_SIGN_NONE && token->lo >= MIN_MODEL_NUMBER;
}

/** "mk3", "mkii": which of the models of one name. */
static bool is_mark(const TareSentence* sentence, size_t index)
{
    const TareToken* const token = &sentence->tokens[index];
    const char* const word = sentence->text + token->start;
    const size_t length = token->end - token->start;
    if (length < 3 || tare_ascii_lower(word[0]) != 'm' || tare_ascii_lower(word[1]) != 'k')
        return false;
    for (size_t i = 2; i < length; ++i)
        if (!strchr("0123456789ivx", tare_ascii_lower(word[i])))
            return false;
    return true;
}

/** The end of the model's name that begins at a token, `index` when none does: "HD681" is one
    token, "HD 600" two. */
static size_t end_of_model(const TareSentence* sentence, size_t index)
{
    if (sentence->tokens[index].kind != TARE_TOKEN_WORD)
        return index;
    const size_t n_upper = count(sentence, index, tare_is_upper);
    if (n_upper == 0 && is_mark(sentence, index))
        return index + 1;
    const size_t n_digits = count(sentence, index, tare_is_digit);
    if (n_upper == 0 || is_named(sentence, index, TARE_NAME_NO_MODEL))
        return index;
    if (n_digits)
        return index + 1;
    const size_t length = sentence->tokens[index].end - sentence->tokens[index].start;
    const bool has_number =
        index + 1 < sentence->n_tokens && is_model_number(&sentence->tokens[index + 1]);
    const TareToken* const token = &sentence->tokens[index];
    const bool is_kind = tare_setting_word(sentence->text + token->start, length); /* "LS 70" */
    return length <= 4 && n_upper == length && has_number && !is_kind ? index + 2 : index;
}

/** The end of a brand, or of a name that is as good as one, that begins at a token with a capital;
    `index` when none does. */
static size_t end_of_brand(const TareSentence* sentence, size_t index, const TareBrands* brands)
{
    const TareToken* const token = &sentence->tokens[index];
    const char* const text = sentence->text + token->start;
    const size_t length =
        token->kind == TARE_TOKEN_MARK
            ? 0
            : tare_brands_length_at(brands, text, sentence->length - token->start);
    size_t end = index;
    while (end < sentence->n_tokens && sentence->tokens[end].start < token->start + length)
        ++end;
    const bool is_name = end == index && (tare_is_upper(*text) || tare_is_digit(*text)) &&
                         is_named(sentence, index, TARE_NAME_PRODUCT);
    return is_name ? index + 1 : end;
}

/** Whether a token is the first word of the name of the reviewed product: its brand. */
static bool is_own_brand(const TareSentence* sentence, size_t index, const char* name)
{
    const TareToken* const token = &sentence->tokens[index];
    const size_t n = token->end - token->start;
    return token->kind == TARE_TOKEN_WORD && tare_is_upper(*name) &&
           strncmp(sentence->text + token->start, name, n) == 0 && !is_name_character(name[n]);
}

/** Whether a word with a capital behind a brand names a model: nothing else is known of it. */
static bool is_model_word(const TareSentence* sentence, size_t index)
{
    if (index >= sentence->n_tokens || sentence->tokens[index].kind != TARE_TOKEN_WORD)
        return false;
    const TareToken* const token = &sentence->tokens[index];
    const char* const word = sentence->text + token->start;
    const size_t length = token->end - token->start;
    const unsigned known = TARE_NAME_NO_MODEL | TARE_NAME_TOOL;
    return tare_is_upper(*word) && length > 1 && !token->meaning &&
           !is_named(sentence, index, known) && !is_tool(sentence, index) &&
           !tare_product_word_traits(word, length) && !tare_setting_word(word, length) &&
           !is_software(sentence, index);
}

/** The end of a name of a brand or model that begins at a token; `index` when none does. */
static size_t end_of_name(const TareSentence* sentence, size_t index, const TareSubject* subject)
{
    size_t end = end_of_brand(sentence, index, subject->brands);
    if (end == index && is_own_brand(sentence, index, subject->name))
        end = index + 1;
    if (end == index)
        end = end_of_model(sentence, index);
    else if (is_model_word(sentence, end))
        ++end;
    return end > index && is_tool(sentence, end - 1) ? index : end;
}

/* So long a name may be in the plural. */
enum { MIN_PLURAL = 3 };

/* "Hype 2": small numbers count the models of a series. */
#define MAX_SERIES_NUMBER 12.0

/** Whether a number behind a name is not that of the reviewed model: the 2 of "Hype 2". */
static bool is_other_number(const TareSentence* sentence, size_t index, const char* target_name)
{
    if (index >= sentence->n_tokens || sentence->tokens[index].kind != TARE_TOKEN_NUMBER ||
        sentence->tokens[index].sign != TARE_SIGN_NONE ||
        sentence->tokens[index].lo > MAX_SERIES_NUMBER)
        return false;
    const TareToken* const token = &sentence->tokens[index];
    const char* const last = strrchr(target_name, ' ');
    return last && tare_is_digit(last[1]) &&
           !tare_is_part_of_name(sentence->text + token->start, token->end - token->start,
                                 target_name);
}

static bool is_own(const TareSentence* sentence, size_t first, size_t end, const char* target_name)
{
    if (is_other_number(sentence, end, target_name))
        return false;
    const uint32_t from = sentence->tokens[first].start;
    const uint32_t length = sentence->tokens[end - 1].end - from;
    if (tare_is_part_of_name(sentence->text + from, length, target_name))
        return true;
    return length >= MIN_PLURAL && sentence->text[from + length - 1] == 's' && /* "the X50s" */
           tare_is_part_of_name(sentence->text + from, length - 1, target_name);
}

bool tare_is_this_product(const TareSentence* sentence, size_t index, const TareSubject* subject)
{
    const size_t end = end_of_name(sentence, index, subject);
    return end > index && is_own(sentence, index, end, subject->name);
}

/* How far behind "compared with" the name, and the word "target", may stand. */
enum { MAX_NAME_DISTANCE = 4, MAX_TARGET_DISTANCE = 7 };

/** Whether a word compares with something that has a name and is no target: "than the Sundara". */
static bool compares_with_name(const TareClause* clause, size_t index, const char* target_name)
{
    const TareSentence* const sentence = clause->sentence;
    bool has_name = false;
    for (size_t i = index + 1; i < sentence->n_tokens && i <= index + MAX_TARGET_DISTANCE; ++i) {
        if (sentence->tokens[i].kind != TARE_TOKEN_WORD)
            break;
        if (tare_token_means(sentence, i, TARE_WORD_TARGET))
            return false;
        has_name = has_name || (i <= index + MAX_NAME_DISTANCE &&
                                tare_is_upper(sentence->text[sentence->tokens[i].start]) &&
                                !is_named(sentence, i, TARE_NAME_NO_MODEL) &&
                                !is_own(sentence, i, i + 1, target_name));
    }
    return has_name;
}

/** "The Organic has its own story", "the Organic needs 3 dB": a name without a brand. */
static bool is_named_other(const TareSentence* sentence, size_t index, const TareSubject* subject)
{
    const size_t verb = index + 2;
    const bool has_verb =
        tare_token_is(sentence, verb, "had") || tare_token_is(sentence, verb, "needs") ||
        (tare_token_is(sentence, verb, "has") && tare_token_is(sentence, verb + 1, "its"));
    return has_verb && tare_token_is(sentence, index, "the") &&
           is_model_word(sentence, index + 1) &&
           !is_own(sentence, index + 1, index + 2, subject->name);
}

bool tare_is_other_product(const TareClause* clause, const TareSubject* subject)
{
    const TareSentence* const sentence = clause->sentence;
    const size_t pair = tare_clause_pair_first(clause);
    bool is_other = false;
    for (size_t i = clause->thought_first; i <= clause->last; ++i) {
        if (tare_token_means(sentence, i, TARE_WORD_COMPARES) &&
            compares_with_name(clause, i, subject->name))
            return true;
        if (i < pair && is_named_other(sentence, i, subject))
            is_other = true;
        const size_t end = end_of_name(sentence, i, subject);
        if (end == i)
            continue;
        const bool is_this = is_own(sentence, i, end, subject->name);
        if (i > pair && !is_this)
            return true;
        if (i < pair)
            is_other = !is_this;
    }
    return is_other;
}

bool tare_names_other_product(const TareSentence* sentence, const TareSubject* subject)
{
    bool is_other = false;
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        const size_t end = end_of_name(sentence, i, subject);
        if (end > i)
            is_other = !is_own(sentence, i, end, subject->name);
    }
    return is_other;
}

/* How many words may stand before the name: "My old". */
enum { MAX_NAME_START = 2 };

bool tare_opens_on_other_product(const TareSentence* sentence, const TareSubject* subject)
{
    for (size_t i = 0; i < sentence->n_tokens && i <= MAX_NAME_START; ++i) {
        const size_t end = end_of_name(sentence, i, subject);
        if (end > i)
            return !is_own(sentence, i, end, subject->name);
        if (is_named_other(sentence, i, subject))
            return true;
        const bool is_owner = tare_token_means(sentence, i, TARE_WORD_ARTICLE) ||
                              tare_token_is(sentence, i, "my") ||
                              tare_token_has_role(sentence, i, TARE_ROLE_ELDER);
        if (!is_owner)
            return false;
    }
    return false;
}
