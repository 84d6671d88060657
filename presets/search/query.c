#include "search/query.h"

#include "base/ascii.h"
#include "names/aliases.h"
#include "names/fold.h"
#include "names/name.h"
#include "names/similarity.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A brand and its model may have another name each; more is rules that feed each other. */
enum { MAX_RULES = 2 };

static uint64_t bit_of(uint64_t number)
{
    return (uint64_t)1 << (number & 63);
}

/** Adds a reading, unless it is there already or there is no place for it. */
static void add_reading(void* data, const char* words)
{
    TareQuery* const query = data;
    if (query->n_readings == TARE_MAX_READINGS || !*words)
        return;
    for (size_t i = 0; i < query->n_readings; ++i)
        if (!strcmp(query->readings[i].words.data, words))
            return;
    TareReading* const reading = &query->readings[query->n_readings];
    tare_text_append(&reading->words, words, strlen(words));
    tare_fold_join(&reading->joined, words);
    if (reading->words.failed || reading->joined.failed) {
        query->failed = true;
        return;
    }
    reading->hash = tare_fold_hash(words);
    reading->n_rules = query->n_rules;
    query->lengths |= bit_of(reading->joined.length);
    query->hashes |= bit_of(reading->hash);
    if (query->n_readings < TARE_MAX_SIMILAR) {
        reading->grams = &query->grams[query->n_readings];
        tare_grams_set(reading->grams, reading->joined.data);
    }
    query->n_readings++;
}

bool tare_query_set(TareQuery* query, const char* text, const TareAliases* aliases)
{
    TareText words = {0};
    tare_fold_words(&words, text);
    *query = (TareQuery){.grams = malloc(TARE_MAX_SIMILAR * sizeof *query->grams)};
    query->failed = words.failed || !query->grams;
    if (!query->failed)
        add_reading(query, words.data);
    tare_text_clear(&words);
    for (size_t i = 0; aliases && i < query->n_readings && !query->failed; ++i) {
        query->n_rules = query->readings[i].n_rules + 1;
        if (query->n_rules <= MAX_RULES &&
            !tare_aliases_rewrite(aliases, query->readings[i].words.data, add_reading, query))
            query->failed = true;
    }
    return !query->failed;
}

void tare_query_clear(TareQuery* query)
{
    for (size_t i = 0; i < TARE_MAX_READINGS; ++i) {
        tare_text_clear(&query->readings[i].words);
        tare_text_clear(&query->readings[i].joined);
    }
    free(query->grams);
    *query = (TareQuery){0};
}

static bool is(const TareReading* reading, const char* text, size_t length)
{
    return reading->joined.length == length && !memcmp(reading->joined.data, text, length);
}

/** The score when the reading is the name, or the whole of its model; else 0. */
static double exact_score(const TareReading* reading, const TareName* name)
{
    if (is(reading, name->text, name->length))
        return TARE_SCORE_NAME;
    if (reading->hash == name->words)
        return TARE_SCORE_WORDS;
    if (is(reading, name->text + name->brand, name->length - name->brand))
        return TARE_SCORE_MODEL;
    if (reading->hash == name->model)
        return TARE_SCORE_MODEL_WORDS;
    if (name->bare < name->length &&
        (is(reading, name->text, name->bare) ||
         is(reading, name->text + name->brand, name->bare - name->brand)))
        return TARE_SCORE_BARE;
    return 0.0;
}

/** A plus in one name only makes them two products; so do digits that differ. */
static bool has_same_signs(const char* a, const char* b, bool (*is_sign)(char))
{
    for (;; ++a, ++b) {
        while (*a && !is_sign(*a))
            ++a;
        while (*b && !is_sign(*b))
            ++b;
        if (*a != *b || !*a)
            return *a == *b;
    }
}

static bool is_plus(char c)
{
    return c == '+';
}

/** How alike the reading is to a name with which it has `common` pairs of letters in common. Below
    `least` it may be wrong, but not above. */
static double likeness_to(const TareReading* reading, const char* name, size_t length,
                          size_t common, double least)
{
    const TareText* const joined = &reading->joined;
    const size_t n = reading->grams->n;
    double likeness = tare_grams_likeness(common, n, length ? length - 1 : 0);
    if (likeness < least && tare_slip_most_likeness(joined->length, length, common) < least)
        return likeness;
    likeness = fmax(likeness, tare_slip_likeness(joined->data, joined->length, name, length));
    if (!has_same_signs(joined->data, name, is_plus))
        likeness *= 0.85;
    if (!has_same_signs(joined->data, name, tare_is_digit))
        likeness *= 0.9;
    return likeness;
}

/** Whether the reading is the name and further words, but not a plus, which is another product. */
static bool begins_with(const TareReading* reading, const TareName* name)
{
    if (reading->joined.length <= name->length || name->bare <= name->brand ||
        reading->joined.data[0] != name->text[0] || /* spares most names the call */
        memcmp(reading->joined.data, name->text, name->length) != 0)
        return false;
    const char* end = reading->words.data;
    for (size_t left = name->length; left || *end == ' '; ++end)
        if (*end != ' ')
            --left;
        else if (!left)
            return !strchr(end, '+');
    return false;
}

/** At most how alike the reading is to a name that it is not. */
static double most_likeness(const TareReading* reading, const TareName* name)
{
    const size_t length = reading->joined.length;
    const size_t common = tare_grams_most_common(reading->grams, &name->mark);
    double most = tare_grams_likeness(common, reading->grams->n, common);
    const size_t lengths[] = {name->length, name->length - name->brand};
    for (size_t i = 0; i < 2; ++i) {
        if (!tare_slip_is_possible(length, lengths[i]))
            continue;
        const double by_slips = tare_slip_most_likeness(length, lengths[i], common);
        most = by_slips > most ? by_slips : most;
    }
    return begins_with(reading, name) ? 1.0 : most;
}

/** How alike the reading is to a name that it is not; to `least` as above. */
static double likeness(TareReading* reading, const TareName* name, double least)
{
    if (most_likeness(reading, name) < least)
        return 0.0;
    size_t common_tail = 0;
    const size_t common =
        tare_grams_common(reading->grams, name->text, name->length, name->brand, &common_tail);
    double best = likeness_to(reading, name->text, name->length, common, least);
    if (name->brand)
        best = fmax(best, likeness_to(reading, name->text + name->brand, name->length - name->brand,
                                      common_tail, least));
    if (begins_with(reading, name))
        best = fmax(best, 0.5 + 0.5 * (double)name->length / (double)reading->joined.length);
    return best;
}

/** Whether one of the readings may be the name, by lengths and hashes; most names end here. */
static bool may_be(const TareQuery* query, const TareName* name)
{
    const uint64_t lengths = bit_of(name->length) | bit_of(name->length - name->brand) |
                             bit_of(name->bare) | bit_of(name->bare - name->brand);
    return (query->lengths & lengths) ||
           (query->hashes & (bit_of(name->words) | bit_of(name->model)));
}

double tare_query_score(TareQuery* query, const TareName* name, double least)
{
    const bool is_maybe = may_be(query, name);
    double best = 0.0;
    for (size_t i = 0; i < query->n_readings; ++i) {
        TareReading* const reading = &query->readings[i];
        double score = is_maybe ? exact_score(reading, name) : 0.0;
        if (score > 0.0)
            score -= TARE_SCORE_ALIAS_LESS * (double)i / TARE_MAX_READINGS;
        else if (reading->grams)
            score = TARE_SCORE_LIKE_MAX * likeness(reading, name, least / TARE_SCORE_LIKE_MAX);
        best = score > best ? score : best;
    }
    return best;
}

size_t tare_query_common_pairs(TareQuery* query, const TareName* name)
{
    size_t common_tail = 0;
    return query->n_readings ? tare_grams_common(query->grams, name->text, name->length,
                                                 name->brand, &common_tail)
                             : 0;
}

double tare_query_bound(const TareQuery* query, const TareName* name)
{
    double most = 0.0;
    if (may_be(query, name))
        for (size_t i = 0; i < query->n_readings; ++i)
            if (exact_score(&query->readings[i], name) > 0.0)
                return TARE_SCORE_NAME;
    for (size_t i = 0; i < query->n_readings && query->readings[i].grams; ++i) {
        const double bound = TARE_SCORE_LIKE_MAX * most_likeness(&query->readings[i], name);
        most = bound > most ? bound : most;
    }
    return most;
}
