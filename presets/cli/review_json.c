#include "cli/review_json.h"

#include "cli/json.h"

static json_t* fact_json(const TareFact* fact)
{
    json_t* const object = tare_json_filter(&fact->filter);
    const TareEvidence* const evidence = &fact->evidence;
    const bool ok = tare_json_set(object, "is_advice", json_boolean(fact->is_advice)) &&
                    tare_json_set(object, "is_q_stated", json_boolean(fact->is_q_stated)) &&
                    tare_json_set(object, "section", tare_json_text(evidence->section)) &&
                    tare_json_set(object, "line", tare_json_number(evidence->line)) &&
                    tare_json_set(object, "text", tare_json_text(evidence->text)) &&
                    tare_json_set(object, "note", tare_json_text(evidence->note));
    if (ok)
        return object;
    json_decref(object);
    return NULL;
}

static json_t* left_out_json(const TareLeftOut* left_out)
{
    json_t* const object = json_object();
    const bool ok = tare_json_set(object, "line", tare_json_number(left_out->line)) &&
                    tare_json_set(object, "text", tare_json_text(left_out->text)) &&
                    tare_json_set(object, "reason", tare_json_text(left_out->reason));
    if (ok)
        return object;
    json_decref(object);
    return NULL;
}

static json_t* facts_json(const TareReview* review)
{
    json_t* const array = json_array();
    bool ok = array != NULL;
    for (size_t i = 0; ok && i < review->n_facts; ++i)
        ok = tare_json_append(array, fact_json(&review->facts[i]));
    if (ok)
        return array;
    json_decref(array);
    return NULL;
}

static json_t* filters_json(const TareReview* review)
{
    json_t* const array = json_array();
    bool ok = array != NULL;
    for (uint32_t i = 0; ok && i < review->n_filters; ++i)
        ok = tare_json_append(array, tare_json_filter(&review->filters[i]));
    if (ok)
        return array;
    json_decref(array);
    return NULL;
}

static json_t* all_left_out_json(const TareReview* review)
{
    json_t* const array = json_array();
    bool ok = array != NULL;
    for (size_t i = 0; ok && i < review->n_left_out; ++i)
        ok = tare_json_append(array, left_out_json(&review->left_out[i]));
    if (ok)
        return array;
    json_decref(array);
    return NULL;
}

json_t* tare_review_json(const TareReview* review)
{
    json_t* const object = json_object();
    const bool ok = tare_json_set(object, "file", tare_json_text(review->file)) &&
                    tare_json_set(object, "model", tare_json_text(review->model)) &&
                    tare_json_set(object, "is_headphone", json_boolean(review->is_headphone)) &&
                    tare_json_set(object, "facts", facts_json(review)) &&
                    tare_json_set(object, "filters", filters_json(review)) &&
                    tare_json_set(object, "correction",
                                  review->has_correction ? tare_json_correction(&review->correction)
                                                         : json_null()) &&
                    tare_json_set(object, "left_out", all_left_out_json(review));
    if (ok)
        return object;
    json_decref(object);
    return NULL;
}
