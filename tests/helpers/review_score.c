#include "helpers/review_score.h"

#include "helpers/review_fixture.h"
#include "review/review.h"

#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define FREQ_TOLERANCE 0.05
#define GAIN_TOLERANCE_DB 0.5
#define Q_TOLERANCE 0.05
#define SHELF_OCTAVES 0.5

/** A number or [lo, hi]. False for null. */
static bool get_interval(const json_t* fact, const char* key, double* lo, double* hi)
{
    const json_t* const value = json_object_get(fact, key);
    if (json_is_array(value)) {
        *lo = json_number_value(json_array_get(value, 0));
        *hi = json_number_value(json_array_get(value, 1));
        return true;
    }
    *lo = *hi = json_number_value(value);
    return json_is_number(value);
}

static bool accepts_type(const json_t* fact, TareBandType type)
{
    static const char* const names[] = {"peaking", "lowshelf", "highshelf"};
    const json_t* const accepted = json_object_get(fact, "accept");
    for (size_t i = 0; i < json_array_size(accepted); ++i) {
        if (strcmp(json_string_value(json_array_get(accepted, i)), names[type]) == 0)
            return true;
    }
    return false;
}

static bool is_freq_right(const json_t* fact, const TareBand* filter)
{
    double lo = 0, hi = 0;
    if (!get_interval(fact, "freq_hz", &lo, &hi))
        return true;
    if (filter->freq_hz >= lo * (1 - FREQ_TOLERANCE) &&
        filter->freq_hz <= hi * (1 + FREQ_TOLERANCE))
        return true;
    const char* const shape = json_string_value(json_object_get(fact, "shape"));
    if (filter->type == TARE_BAND_PEAK || !strcmp(shape, "peak") || !strcmp(shape, "dip"))
        return false;
    const double edge = filter->type == TARE_BAND_LOW_SHELF ? hi : lo;
    return fabs(log2(filter->freq_hz / edge)) <= SHELF_OCTAVES;
}

/** Labels hold deviations, filters corrections. `sign` -1 asks whether the opposite is right. */
static bool is_gain_right(const json_t* fact, const TareBand* filter, double sign)
{
    double lo = 0, hi = 0;
    if (!get_interval(fact, "gain_db", &lo, &hi))
        return true;
    const double deviation_db = -sign * filter->gain_db;
    return deviation_db >= lo - GAIN_TOLERANCE_DB && deviation_db <= hi + GAIN_TOLERANCE_DB;
}

static bool is_q_right(const json_t* fact, const TareBand* filter)
{
    const json_t* const q = json_object_get(fact, "q");
    return !json_is_number(q) ||
           fabs(filter->q - json_number_value(q)) <= Q_TOLERANCE * json_number_value(q);
}

static bool is_right(const json_t* fact, const TareBand* filter)
{
    return accepts_type(fact, filter->type) && is_freq_right(fact, filter) &&
           is_gain_right(fact, filter, 1.0) && is_q_right(fact, filter);
}

enum { MAX_FACTS = 32 };

/** Facts with the same "alt" label are one fault: the first of them stands for all. */
static size_t unit_of(const json_t* facts, size_t index)
{
    const char* const alt = json_string_value(json_object_get(json_array_get(facts, index), "alt"));
    for (size_t i = 0; alt && i < index; ++i) {
        const char* const other =
            json_string_value(json_object_get(json_array_get(facts, i), "alt"));
        if (other && strcmp(alt, other) == 0)
            return i;
    }
    return index;
}

/** Whether one of the facts that a unit stands for is advice, or states a width. */
static bool is_advice(const json_t* facts, size_t unit)
{
    for (size_t i = unit; i < json_array_size(facts); ++i) {
        const json_t* const kind = json_object_get(json_array_get(facts, i), "kind");
        if (unit_of(facts, i) == unit && !strcmp(json_string_value(kind), "advice"))
            return true;
    }
    return false;
}

static bool states_q(const json_t* facts, size_t unit)
{
    for (size_t i = unit; i < json_array_size(facts); ++i)
        if (unit_of(facts, i) == unit &&
            json_is_number(json_object_get(json_array_get(facts, i), "q")))
            return true;
    return false;
}

/** Finds the facts' partners among the filters, as many as possible: grows a matching by
    augmenting paths. `taken_by[f]` is the fact that took filter f, or MAX_FACTS. */
static bool find_filter(const json_t* facts, size_t unit, const TareReview* review,
                        size_t* taken_by, bool* seen)
{
    for (uint32_t f = 0; f < review->n_filters; ++f) {
        bool fits = false;
        for (size_t i = 0; i < json_array_size(facts); ++i)
            fits = fits || (unit_of(facts, i) == unit &&
                            is_right(json_array_get(facts, i), &review->filters[f]));
        if (!fits || seen[f])
            continue;
        seen[f] = true;
        if (taken_by[f] == MAX_FACTS || find_filter(facts, taken_by[f], review, taken_by, seen)) {
            taken_by[f] = unit;
            return true;
        }
    }
    return false;
}

static void score_units(const json_t* facts, const TareReview* review, size_t* taken_by,
                        ReviewScore* score)
{
    for (size_t i = 0; i < json_array_size(facts); ++i) {
        if (unit_of(facts, i) != i)
            continue;
        bool seen[TARE_MAX_BANDS] = {false};
        const json_t* const fact = json_array_get(facts, i);
        const bool is_found = find_filter(facts, i, review, taken_by, seen);
        const bool has_q = states_q(facts, i);
        score->n_right += is_found;
        score->n_missed += !is_found;
        score->n_advice += is_advice(facts, i);
        score->n_advice_found += is_advice(facts, i) && is_found;
        score->n_q += has_q;
        score->n_q_found += has_q && is_found;
        if (!is_found)
            fprintf(stderr, "missed: %s: %s\n", review->file,
                    json_string_value(json_object_get(fact, "quote")));
    }
}

/** Counts the filters that no fact has taken; each optional fact excuses one. */
static void score_rest(const json_t* record, const TareReview* review, const size_t* taken_by,
                       ReviewScore* score)
{
    const json_t* const facts = json_object_get(record, "facts");
    const json_t* const optional = json_object_get(record, "optional");
    bool is_used[MAX_FACTS] = {false};
    for (uint32_t f = 0; f < review->n_filters; ++f) {
        bool is_excused = taken_by[f] != MAX_FACTS;
        for (size_t i = 0; i < json_array_size(optional) && !is_excused; ++i) {
            is_excused = !is_used[i] && is_right(json_array_get(optional, i), &review->filters[f]);
            is_used[i] = is_used[i] || is_excused;
        }
        if (is_excused)
            continue;
        ++score->n_wrong;
        for (size_t i = 0; i < json_array_size(facts); ++i)
            score->n_wrong_signs +=
                is_freq_right(json_array_get(facts, i), &review->filters[f]) &&
                is_gain_right(json_array_get(facts, i), &review->filters[f], -1);
        fprintf(stderr, "wrong: %s: %g Hz %g dB\n", review->file, review->filters[f].freq_hz,
                review->filters[f].gain_db);
    }
}

static void score_record(const json_t* record, const char* folder, ReviewScore* score)
{
    const char* const file = json_string_value(json_object_get(record, "file"));
    char path[4096];
    snprintf(path, sizeof path, "%s/md/%s", folder, file);
    TareReviewContext context = *review_fixture_context();
    context.name = json_string_value(json_object_get(record, "name"));
    TareReview review;
    if (tare_review_read_file(&review, path, file, &context, NULL) != TARE_OK) {
        fprintf(stderr, "cannot be read: %s\n", file);
        ++score->n_unread;
        return;
    }
    size_t taken_by[TARE_MAX_BANDS];
    for (size_t i = 0; i < TARE_MAX_BANDS; ++i)
        taken_by[i] = MAX_FACTS;
    const json_t* const facts = json_object_get(record, "facts");
    score_units(facts, &review, taken_by, score);
    score_rest(record, &review, taken_by, score);
    const char* const class = json_string_value(json_object_get(record, "class"));
    score->n_false_presets += (*class == 'N' || *class == 'X') && review.n_filters > 0;
    ++score->n_reviews;
    tare_review_clear(&review);
}

static bool can_be_scored(const json_t* record)
{
    return json_array_size(json_object_get(record, "facts")) <= MAX_FACTS &&
           json_array_size(json_object_get(record, "optional")) <= MAX_FACTS;
}

bool review_score(const char* folder, ReviewScore* score)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/gold.json", folder);
    *score = (ReviewScore){0};
    json_t* const gold = json_load_file(path, 0, NULL);
    if (!gold)
        return false;
    const json_t* const records = json_object_get(gold, "records");
    for (size_t i = 0; i < json_array_size(records); ++i)
        if (can_be_scored(json_array_get(records, i)))
            score_record(json_array_get(records, i), folder, score);
    json_decref(gold);
    score->precision = score->n_right / (double)(score->n_right + score->n_wrong);
    score->recall = score->n_right / (double)(score->n_right + score->n_missed);
    fprintf(stderr, "%u reviews: precision %.3f, recall %.3f\n", score->n_reviews, score->precision,
            score->recall);
    return true;
}
