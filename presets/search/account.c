#include "search/account.h"

#include "corrections/entry.h"
#include "names/fold.h"
#include "names/similarity.h"
#include "search/general_words.h"

#include <string.h>

/* Shorter words with a slip are as likely other words. */
enum {
    MIN_SLIP_LENGTH = 5,
    MIN_SLIPPED_NAME = 6,
    MIN_TWO_SLIPS = 10,
    YEAR_LENGTH = 4,
    MIN_CODE_DIGITS = 3,
    MOST_OF_A_VARIANT = 3 ///< one in so many of its words must be typed
};

/** Where a typed word stands in the name. */
enum { NOWHERE = -1 };

typedef struct {
    const TareAsked* asked;
    const TareTerms* typed; ///< the words of the same
    const TareNameWords* name;
    int places[TARE_MAX_TERMS];    ///< of the typed words in the name, or NOWHERE
    bool is_typed[TARE_MAX_TERMS]; ///< of the words of the name
} Match;

static size_t max_slips(const TareTerm* word, unsigned classes)
{
    if (word->length < MIN_SLIP_LENGTH || classes != 0 || !tare_term_is_plain(word))
        return 0;
    return word->length < MIN_TWO_SLIPS ? 1 : 2;
}

bool tare_asked_set(TareAsked* asked, const char* folded)
{
    const bool is_whole = tare_term_add(&asked->words, folded);
    for (size_t i = 0; i < asked->words.n; ++i) {
        asked->classes[i] = tare_general_word(&asked->words.words[i]);
        asked->max_slips[i] = max_slips(&asked->words.words[i], asked->classes[i]);
    }
    return is_whole;
}

static bool set_part(TareText* text, TareTerms* words, const char* part)
{
    text->length = 0;
    tare_fold_words(text, part);
    return !text->failed && tare_term_add(words, text->data);
}

bool tare_name_words_set(TareNameWords* name, const TareEntry* entry)
{
    name->words.n = 0;
    name->is_whole = set_part(&name->brand, &name->words, entry->brand);
    name->n_brand = name->words.n;
    name->is_whole = set_part(&name->model, &name->words, entry->model) && name->is_whole;
    name->n_bare = name->words.n;
    if (entry->variant)
        name->is_whole = set_part(&name->variant, &name->words, entry->variant) && name->is_whole;
    return !name->brand.failed && !name->model.failed && !name->variant.failed;
}

void tare_name_words_clear(TareNameWords* name)
{
    tare_text_clear(&name->brand);
    tare_text_clear(&name->model);
    tare_text_clear(&name->variant);
}

/** Whether a run of words of the name is free. */
static bool is_free(const Match* match, size_t first, size_t n)
{
    for (size_t i = first; i < first + n; ++i)
        if (match->is_typed[i])
            return false;
    return true;
}

/** Finds the typed words from `first` on in the name, best where the last ones ended; returns how
    many were found together, 0 for none. */
static size_t place_words(Match* match, size_t first, size_t expected)
{
    const size_t n_name = match->name->words.n;
    for (size_t i = 0; i < n_name; ++i) {
        const size_t at = (expected + i) % n_name;
        size_t n = 0, n_named = 0;
        if (!tare_term_run(match->typed, first, &match->name->words, at, &n, &n_named) ||
            !is_free(match, at, n_named))
            continue;
        for (size_t k = 0; k < n; ++k)
            match->places[first + k] = (int)(at + (k < n_named ? k : n_named - 1));
        match->places[first + n - 1] = (int)(at + n_named - 1);
        for (size_t k = 0; k < n_named; ++k)
            match->is_typed[at + k] = true;
        return n;
    }
    return 0;
}

static void place_all(Match* match)
{
    size_t expected = 0;
    for (size_t i = 0; i < match->typed->n;) {
        const size_t n = place_words(match, i, expected);
        if (n > 0)
            expected = (size_t)match->places[i + n - 1] + 1;
        else
            match->places[i] = NOWHERE;
        i += n > 0 ? n : 1;
    }
}

/** Whether a typed word is a whole one of a name and letters before or behind it: "allurex" names
    another product as "allure x" does. Only a letter that was typed twice is a slip there. */
static bool has_letters_added(const TareTerm* typed, const TareTerm* named)
{
    if (typed->length <= named->length)
        return false;
    const bool is_one = typed->length - named->length == 1;
    const char* const text = typed->text;
    const char* const end = text + typed->length;
    const bool is_before = memcmp(end - named->length, named->text, named->length) == 0;
    const bool is_behind = memcmp(text, named->text, named->length) == 0;
    return (is_before && !(is_one && text[0] == text[1])) ||
           (is_behind && !(is_one && end[-1] == end[-2]));
}

/** Whether a typed word is one of a name but for slips. */
static bool is_slip_of(const TareTerm* typed, size_t most, const TareTerm* named)
{
    const size_t longer = typed->length > named->length ? typed->length : named->length;
    if (named->length < MIN_SLIPPED_NAME || typed->length + most < named->length ||
        named->length + most < typed->length || !tare_term_is_plain(named) ||
        has_letters_added(typed, named))
        return false;
    const double likeness =
        tare_slip_likeness(typed->text, typed->length, named->text, named->length);
    const double n_slips = (1.0 - likeness) * (double)longer;
    return likeness > 0.0 && n_slips < (double)most + 0.5;
}

/** Forgives slips in one word. */
static void place_slip(Match* match, TareAccount* account)
{
    for (size_t i = 0; i < match->typed->n; ++i) {
        const TareTerm* const typed = &match->typed->words[i];
        const size_t most = match->asked->max_slips[i];
        if (match->places[i] != NOWHERE || most == 0)
            continue;
        for (size_t k = 0; k < match->name->words.n; ++k)
            if (!match->is_typed[k] && is_slip_of(typed, most, &match->name->words.words[k])) {
                match->places[i] = (int)k;
                match->is_typed[k] = true;
                account->slip = typed;
                return;
            }
    }
}

/** The end of the words that say "with ... pads" from a place on; the place itself when they do
    not. */
static size_t end_of_parts(const TareAsked* asked, size_t first)
{
    const TareTerms* const typed = &asked->words;
    if (!tare_term_is(&typed->words[first], "with"))
        return first;
    for (size_t i = first + 1; i < typed->n; ++i)
        if (asked->classes[i] & TARE_GENERAL_PARTS)
            return i + 1;
    return first;
}

static bool is_of_brand(const Match* match, int place)
{
    return place != NOWHERE && (size_t)place < match->name->n_brand;
}

/** Whether a typed word that stands not in the name tells nothing there. */
static bool is_general(const Match* match, size_t i)
{
    const TareTerm* const word = &match->typed->words[i];
    const unsigned classes = match->asked->classes[i];
    if (classes & TARE_GENERAL_TYPED)
        return true;
    if ((classes & TARE_GENERAL_MAKER) && i > 0 && is_of_brand(match, match->places[i - 1]))
        return true;
    /* the maker told twice, or the radio */
    const size_t n_told = classes & TARE_GENERAL_RADIO ? match->name->n_bare : match->name->n_brand;
    for (size_t k = 0; k < n_told; ++k)
        if (tare_term_same(word, &match->name->words.words[k]))
            return true;
    return false;
}

/** Whether all words from one on say whose correction is wanted; numbers belong to them, such as
    the 1990 of oratory1990. */
static bool are_source(const TareAsked* asked, size_t first)
{
    if (!(asked->classes[first] & TARE_GENERAL_SOURCE))
        return false;
    for (size_t i = first + 1; i < asked->words.n; ++i)
        if (!(asked->classes[i] & TARE_GENERAL_SOURCE) &&
            !tare_term_is(&asked->words.words[i], "1990"))
            return false;
    return true;
}

/** Goes through the typed words that stand not in the name. */
static bool account_for_typed(const Match* match, TareAccount* account)
{
    const size_t n = match->typed->n;
    for (size_t i = 0; i < n; ++i) {
        if (match->places[i] != NOWHERE)
            continue;
        if (are_source(match->asked, i)) {
            account->source = &match->typed->words[i];
            account->n_source = n - i;
            return true;
        }
        const size_t end = end_of_parts(match->asked, i);
        if (end == i && !is_general(match, i))
            return false;
        account->n_general += end > i ? end - i : 1;
        i = end > i ? end - 1 : i;
    }
    return true;
}

/** Goes through the words of the variant that were not typed. */
static void account_for_variant(const Match* match, TareAccount* account)
{
    const TareNameWords* const name = match->name;
    for (size_t i = name->n_bare; i < name->words.n; ++i) {
        if (match->is_typed[i])
            continue;
        account->n_of_variant++;
        if (tare_general_word(&name->words.words[i]) & TARE_GENERAL_VARIANT)
            account->tells_more = true;
    }
    account->has_other_variant =
        account->n_of_variant > 0 && account->n_of_variant == name->words.n - name->n_bare;
    if (account->has_other_variant)
        account->n_of_variant = 0;
}

/** Goes through the words of the model that were not typed. */
static void account_for_model(const Match* match, TareAccount* account)
{
    const TareNameWords* const name = match->name;
    for (size_t i = name->n_brand; i < name->n_bare; ++i) {
        const unsigned classes = tare_general_word(&name->words.words[i]);
        if (match->is_typed[i])
            continue;
        if ((classes & TARE_GENERAL_SERIES) && i == name->n_brand)
            account->lacks_series = true;
        else if (classes & TARE_GENERAL_NAMED)
            account->n_not_typed++;
        else
            account->tells_more = true;
    }
}

/** What of a model's own words was typed, its maker's apart. */
typedef struct {
    bool has_own_word;     ///< one that other products do not have
    bool has_series;       ///< the beginning of a maker's codes
    bool has_edition;      ///< "Pro" and the like
    size_t longest_digits; ///< of its numbers
} TypedModel;

/** Whether that is more than "Pro" or "2": a word of its own, or a whole code, "MDR-V6", "SE215".
 */
static bool is_telling(const TypedModel* typed)
{
    return typed->has_own_word || (typed->has_series && typed->longest_digits > 0) ||
           (typed->has_edition && typed->longest_digits >= MIN_CODE_DIGITS);
}

static void add_typed(TypedModel* typed, const TareTerm* word, unsigned classes)
{
    if (tare_term_is_number(word)) {
        if (word->length > typed->longest_digits)
            typed->longest_digits = word->length;
        return;
    }
    typed->has_own_word |= !classes;
    typed->has_series |= (classes & TARE_GENERAL_SERIES) != 0;
    typed->has_edition |= (classes & TARE_GENERAL_EDITION) != 0;
}

/** Whether words of the maker or the model were typed, and of a model without its maker enough to
    tell it. */
static bool is_named(const Match* match, TareAccount* account)
{
    const TareNameWords* const name = match->name;
    bool has_brand = false, has_model = false;
    TypedModel model = {0};
    for (size_t i = 0; i < name->n_bare; ++i) {
        if (!match->is_typed[i])
            continue;
        const TareTerm* const word = &name->words.words[i];
        const unsigned classes = tare_general_word(word);
        has_brand |= i < name->n_brand && !(classes & TARE_GENERAL_MAKER);
        has_model |= i >= name->n_brand;
        if (i >= name->n_brand)
            add_typed(&model, word, classes);
    }
    account->is_maker = has_brand && !has_model;
    return has_brand || is_telling(&model);
}

/** Whether what was typed of a model with a number stands in the order of the name: an X2 AB3 is no
    X3 AB2. The maker may stand anywhere, words of a variant in any order but not first: that may be
    another maker's name. */
static bool is_in_order(const Match* match, TareAccount* account)
{
    size_t n_numbers = 0;
    bool is_ordered = true;
    int last = NOWHERE;
    for (size_t i = 0; i < match->typed->n; ++i) {
        const int place = match->places[i];
        if (place == NOWHERE || is_of_brand(match, place))
            continue;
        const bool is_number = tare_term_is_number(&match->typed->words[i]);
        const int n_bare = (int)match->name->n_bare;
        n_numbers += is_number;
        is_ordered =
            is_ordered && (place >= last || (place >= n_bare && last >= n_bare && !is_number));
        last = place;
    }
    account->is_disordered = !is_ordered;
    return (is_ordered || n_numbers == 0) && match->places[0] < (int)match->name->n_bare;
}

/** Whether a word of the variant may be typed without the others: not a number but a year, nor what
    other products have in their names. A "sample 2" is no second generation. */
static bool stands_alone(const TareTerm* word)
{
    return tare_term_is_number(word) ? word->length == YEAR_LENGTH
                                     : word->length > 1 && !tare_general_word(word);
}

/** Whether the words of the variant that were typed may stand for it: they are a good part of it.
   An "XM4 Light" is no XM4 with "Sedna Light Short" tips. */
static bool is_variant_named(const Match* match, const TareAccount* account)
{
    const TareNameWords* const name = match->name;
    size_t n_typed = 0, n_told = 0;
    for (size_t i = name->n_bare; i < name->words.n; ++i) {
        const TareTerm* const word = &name->words.words[i];
        const bool is_part = (tare_general_word(word) & TARE_GENERAL_PARTS) != 0;
        if (match->is_typed[i] && account->n_of_variant > 0 && !stands_alone(word))
            return false;
        n_typed += match->is_typed[i] && !is_part;
        n_told += !is_part;
    }
    return n_typed == 0 || n_typed * MOST_OF_A_VARIANT >= n_told;
}

bool tare_account(TareAccount* account, const TareAsked* asked, const TareNameWords* name)
{
    *account = (TareAccount){0};
    if (!name->is_whole || name->words.n == 0)
        return false;
    Match match = {.asked = asked, .typed = &asked->words, .name = name};
    place_all(&match);
    place_slip(&match, account);
    if (!account_for_typed(&match, account) || !is_in_order(&match, account) ||
        !is_named(&match, account))
        return false;
    account_for_model(&match, account);
    account_for_variant(&match, account);
    return is_variant_named(&match, account);
}
