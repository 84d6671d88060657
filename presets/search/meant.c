#include "search/meant.h"

#include "corrections/entry.h"
#include "names/similarity.h"
#include "search/account.h"
#include "search/general_words.h"
#include "search/models.h"
#include "search/query.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
    PAIRS_OF_SLIP = 3, ///< a slip takes at most so many pairs of letters away: two exchanged
    NO_RANK = 1 << 30
};

/** One way to read what was typed. */
typedef struct {
    const TareReading* folded;
    TareAsked asked;
    TareMark needed;                    ///< the pairs of letters that a name must have
    TareMark forgiven[TARE_MAX_TERMS];  ///< those of the words that may have slips
    uint32_t max_lacks[TARE_MAX_TERMS]; ///< so many of each may be missing
    size_t n_forgiven;
} Reading;

/** What is found out. */
typedef struct {
    TareMeant* meant; ///< the matches that rank best
    TareAccount best; ///< of the first of them
    unsigned rank;    ///< of all of them; NO_RANK as long as there are none
    unsigned longer;  ///< the best rank of names that say more
    TareNameWords name, other;
    bool is_inside; ///< something inside the ear was typed
    bool is_maker;  ///< a maker is all that was typed
    bool failed;    ///< memory was short
} Search;

/** Whether one of the words says that it has a radio. */
static bool says_radio(const TareAsked* asked)
{
    for (size_t i = 0; i < asked->words.n; ++i)
        if (asked->classes[i] & TARE_GENERAL_RADIO)
            return true;
    return false;
}

/** Whether one of the words says that it is inside the ear, where nothing with a headband is. */
static bool says_inside(const TareAsked* asked)
{
    for (size_t i = 0; i < asked->words.n; ++i)
        if ((asked->classes[i] & TARE_GENERAL_INSIDE) ||
            (i > 0 && tare_term_is(&asked->words.words[i], "wireless") &&
             (tare_term_is(&asked->words.words[i - 1], "true") ||
              tare_term_is(&asked->words.words[i - 1], "truly"))))
            return true;
    return false;
}

/** Whether something inside the ear was typed and a model is outside. */
static bool is_wrong_side(const Search* search, const TareModel* model)
{
    const TareForm form = model->corrections[0]->form;
    return search->is_inside && (form == TARE_FORM_OVER_EAR || form == TARE_FORM_ON_EAR);
}

static void add_mark(TareMark* all, const TareTerm* word)
{
    char text[TARE_SLIP_MAX_LENGTH + 1] = "";
    memcpy(text, word->text, word->length <= TARE_SLIP_MAX_LENGTH ? word->length : 0);
    const TareMark mark = tare_mark_of(text);
    all->bits[0] |= mark.bits[0];
    all->bits[1] |= mark.bits[1];
}

/** Whether words of a text are written in it as they are compared: not so roman numerals. */
static bool is_as_written(const TareText* folded, const TareTerm* word)
{
    return word->text >= folded->data && word->text < folded->data + folded->length;
}

/** Tells what a name needs so that most can be left out quickly. */
static void set_needs(Reading* reading)
{
    for (size_t i = 0; i < reading->asked.words.n; ++i) {
        const TareTerm* const word = &reading->asked.words.words[i];
        const unsigned classes = reading->asked.classes[i] & ~(unsigned)TARE_GENERAL_EDITION;
        const uint32_t max_lacks = PAIRS_OF_SLIP * (uint32_t)reading->asked.max_slips[i];
        if (tare_term_is(word, "with") || (classes & TARE_GENERAL_SOURCE))
            return; /* numbers may follow that need not be in a name */
        if (classes || !is_as_written(&reading->folded->words, word))
            continue;
        reading->max_lacks[reading->n_forgiven] = max_lacks;
        add_mark(max_lacks > 0 ? &reading->forgiven[reading->n_forgiven++] : &reading->needed,
                 word);
    }
}

static uint32_t count_lacks(const TareMark* wanted, const TareMark* there)
{
    return tare_n_bits(wanted->bits[0] & ~there->bits[0]) +
           tare_n_bits(wanted->bits[1] & ~there->bits[1]);
}

/** Quickly, to leave out most names: no more than one word may have slips. */
static bool may_fit(const Reading* reading, const TareName* name)
{
    size_t n_slipped = 0;
    if ((reading->needed.bits[0] & ~name->mark.bits[0]) ||
        (reading->needed.bits[1] & ~name->mark.bits[1]))
        return false;
    for (size_t i = 0; i < reading->n_forgiven && n_slipped < 2; ++i) {
        const uint32_t lacks = count_lacks(&reading->forgiven[i], &name->mark);
        if (lacks > reading->max_lacks[i])
            return false;
        n_slipped += lacks > 0;
    }
    return n_slipped < 2;
}

/** Whether the letters are those of the whole name, or of all but its variant. */
static bool is_spelled(const Reading* reading, const TareName* name, TareAccount* account)
{
    const TareText* const joined = &reading->folded->joined;
    const bool is_whole = joined->length == name->length;
    if ((!is_whole && joined->length != name->bare) || name->bare <= name->brand ||
        memcmp(joined->data, name->text, joined->length) != 0)
        return false;
    *account = (TareAccount){.has_other_variant = !is_whole};
    return true;
}

/** The less the better. */
static unsigned rank_of(const TareAccount* account, bool is_spelled, const Reading* reading)
{
    const unsigned fields[][2] = {
        {account->slip != NULL, 1},           {(unsigned)account->n_general, 6},
        {(unsigned)account->n_not_typed, 6},  {account->has_other_variant, 1},
        {(unsigned)account->n_of_variant, 6}, {account->is_disordered, 1},
        {account->lacks_series, 1},           {!is_spelled, 1},
        {reading->folded->n_rules, 2}};
    unsigned rank = 0;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; ++i)
        rank = rank << fields[i][1] | fields[i][0];
    return rank;
}

/** Whether two models are one product that is written in two ways: "Liric 2", "Liric II". */
static bool is_same_product(Search* search, const TareModel* a, const TareModel* b)
{
    if (!tare_name_words_set(&search->name, a->corrections[0]) ||
        !tare_name_words_set(&search->other, b->corrections[0])) {
        search->failed = true;
        return false;
    }
    const TareTerms* const a_words = &search->name.words;
    const TareTerms* const b_words = &search->other.words;
    size_t i = 0, k = 0, n_i = 0, n_k = 0;
    while (tare_term_run(a_words, i, b_words, k, &n_i, &n_k)) {
        i += n_i;
        k += n_k;
    }
    return i == a_words->n && k == b_words->n;
}

/** Puts a model among those that rank alike, what more people measured first. */
static void insert(Search* search, const TareModel* model)
{
    TareMeant* const meant = search->meant;
    for (size_t i = 0; i < meant->n_matches; ++i) {
        const TareModel* const other = meant->matches[i].model;
        if (other != model && !is_same_product(search, model, other))
            continue;
        if (model->n_corrections > other->n_corrections)
            meant->matches[i].model = model;
        return;
    }
    size_t place = meant->n_matches;
    while (place > 0 && model->n_corrections > meant->matches[place - 1].model->n_corrections)
        --place;
    if (place == TARE_MEANT_MAX_MATCHES)
        return;
    meant->n_matches += meant->n_matches < TARE_MEANT_MAX_MATCHES;
    memmove(&meant->matches[place + 1], &meant->matches[place],
            (meant->n_matches - 1 - place) * sizeof *meant->matches);
    meant->matches[place] = (TareSearchMatch){TARE_SCORE_NAME, model, 0};
}

static void take(Search* search, const TareModel* model, const TareAccount* account, unsigned rank)
{
    search->is_maker |= account->is_maker;
    if (account->is_maker)
        return;
    if (account->tells_more) {
        search->longer = rank < search->longer ? rank : search->longer;
        return;
    }
    if (rank > search->rank)
        return;
    if (rank < search->rank) {
        search->meant->n_matches = 0;
        search->best = *account;
        search->rank = rank;
    }
    insert(search, model);
}

/** Holds all readings against a model, whose name tells mostly that it is not to be got at all. */
static void try_model(Search* search, const Reading* readings, size_t n, const TareModels* models,
                      size_t index)
{
    const TareName name = tare_models_name(models, index);
    const TareModel* model = NULL;
    bool is_set = false;
    for (size_t i = 0; i < n && !search->failed; ++i) {
        if (!may_fit(&readings[i], &name))
            continue;
        model = model ? model : tare_models_get(models, index);
        TareAccount account;
        const bool spelled = is_spelled(&readings[i], &name, &account);
        if (!(spelled && i == 0) && is_wrong_side(search, model))
            continue;
        if (!spelled && !is_set && !tare_name_words_set(&search->name, model->corrections[0]))
            search->failed = true;
        is_set = is_set || !spelled;
        if (!spelled &&
            (search->failed || !tare_account(&account, &readings[i].asked, &search->name)))
            continue;
        take(search, model, &account, rank_of(&account, spelled, &readings[i]));
        is_set = false; /* comparing two models sets it anew */
    }
}

/** Whether some model's name has a word: a slip that makes another word is none. */
static bool is_known(Search* search, const TareModels* models, const TareTerm* word)
{
    char text[TARE_SLIP_MAX_LENGTH + 1] = "";
    memcpy(text, word->text, word->length <= TARE_SLIP_MAX_LENGTH ? word->length : 0);
    for (size_t i = 0; i < tare_models_n(models); ++i) {
        if (!strstr(tare_models_name(models, i).text, text))
            continue;
        if (!tare_name_words_set(&search->name, tare_models_get(models, i)->corrections[0]))
            return search->failed = true;
        for (size_t k = 0; k < search->name.words.n; ++k)
            if (tare_term_same(&search->name.words.words[k], word))
                return true;
    }
    return false;
}

/** Whether an id or a target says a folded word. */
static bool says(const char* text, const char* word)
{
    const size_t length = strlen(word);
    for (; text && *text; ++text)
        if (strncasecmp(text, word, length) == 0)
            return true;
    return false;
}

/** The correction of a model by whom the words at the end of what was typed name; the default
    when there are none. NULL when there is no such correction. */
static const TareEntry* entry_of(const TareModel* model, const TareAccount* account)
{
    for (size_t i = 0; i < model->n_corrections; ++i) {
        const char* const slash = strchr(model->corrections[i]->id, '/');
        bool is_wanted = true;
        for (size_t k = 0; k < account->n_source && is_wanted; ++k) {
            char word[TARE_SLIP_MAX_LENGTH + 1] = "";
            memcpy(word, account->source[k].text, account->source[k].length);
            is_wanted = says(slash, word) || says(model->corrections[i]->target, word);
        }
        if (is_wanted)
            return model->corrections[i];
    }
    return NULL;
}

/** Says what the best matches come to. */
static void conclude(Search* search, const TareModels* models)
{
    TareMeant* const meant = search->meant;
    const TareAccount* const best = &search->best;
    const bool is_doubtful = best->n_not_typed > 0 && search->longer < NO_RANK;
    if (search->failed || meant->n_matches == 0 || is_doubtful ||
        (best->slip && is_known(search, models, best->slip)))
        return;
    if (meant->n_matches > 1) {
        meant->meaning = TARE_MEANT_SEVERAL;
        return;
    }
    meant->entry = entry_of(meant->matches[0].model, best);
    if (meant->entry)
        meant->meaning = best->slip ? TARE_MEANT_SIMILAR : TARE_MEANT_ONE;
}

/** Whether the text is the id of a model and something else that is no correction of it. */
static bool is_unknown_id(const TareModels* models, const char* text)
{
    const char* const slash = strchr(text, '/');
    const size_t length = slash ? (size_t)(slash - text) + 1 : 0;
    for (size_t i = 0; slash && i < tare_models_n(models); ++i)
        if (strncmp(tare_models_get(models, i)->corrections[0]->id, text, length) == 0)
            return true;
    return false;
}

/** Holds all that was typed against all models. */
static void search_all(Search* search, const TareModels* models, const TareQuery* query)
{
    Reading* const readings = calloc(query->n_readings + 1, sizeof *readings);
    search->failed = !readings;
    size_t n = 0;
    for (size_t i = 0; readings && i < query->n_readings; ++i) {
        Reading* const reading = &readings[n];
        *reading = (Reading){.folded = &query->readings[i]};
        if (!tare_asked_set(&reading->asked, query->readings[i].words.data) ||
            (says_radio(&readings[0].asked) && !says_radio(&reading->asked)))
            continue;
        set_needs(reading);
        ++n;
    }
    search->is_inside = n > 0 && says_inside(&readings[0].asked);
    for (size_t i = 0; i < tare_models_n(models) && !search->failed; ++i)
        try_model(search, readings, n, models, i);
    conclude(search, models);
    free(readings);
    tare_name_words_clear(&search->name);
    tare_name_words_clear(&search->other);
}

/** Takes the model whose whole name was typed: no other could rank as high. False when there is
    none. */
static bool take_exact(TareMeant* meant, const TareModels* models, const TareQuery* query)
{
    const TareModel* const model =
        query->n_readings ? tare_models_find_name(models, query->readings[0].joined.data) : NULL;
    if (!model || model->name.bare <= model->name.brand)
        return false;
    *meant = (TareMeant){.meaning = TARE_MEANT_ONE,
                         .entry = model->corrections[0],
                         .n_matches = 1,
                         .matches = {{TARE_SCORE_NAME, model, 0}}};
    return true;
}

/** Finds out what was typed, which the caller clears; false when memory is short. */
static bool find_out(Search* search, TareQuery* typed, const TareModels* models,
                     const TareAliases* aliases, const char* query)
{
    *search->meant = (TareMeant){.meaning = TARE_MEANT_NOTHING};
    if (!tare_query_set(typed, query, aliases))
        return false;
    if (!is_unknown_id(models, query) && !take_exact(search->meant, models, typed))
        search_all(search, models, typed);
    return !search->failed;
}

bool tare_meant(TareMeant* meant, const TareModels* models, const TareAliases* aliases,
                const char* query)
{
    TareQuery typed;
    Search search = {.meant = meant, .rank = NO_RANK, .longer = NO_RANK};
    bool is_whole = find_out(&search, &typed, models, aliases, query);
    if (is_whole && meant->meaning == TARE_MEANT_NOTHING) {
        const size_t n =
            tare_search_read(models, &typed, query, meant->matches, TARE_MEANT_MAX_MATCHES);
        is_whole = n != TARE_SEARCH_FAILED;
        meant->n_matches = is_whole ? n : 0;
        if (search.is_maker && meant->n_matches > 1)
            meant->meaning = TARE_MEANT_SEVERAL;
    }
    tare_query_clear(&typed);
    return is_whole;
}

const TareEntry* tare_meant_one(const TareModels* models, const TareAliases* aliases,
                                const char* query)
{
    TareQuery typed;
    TareMeant meant;
    Search search = {.meant = &meant, .rank = NO_RANK, .longer = NO_RANK};
    (void)find_out(&search, &typed, models, aliases, query);
    tare_query_clear(&typed);
    return meant.meaning == TARE_MEANT_ONE ? meant.entry : NULL;
}
