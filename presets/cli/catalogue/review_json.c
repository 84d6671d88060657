#include "cli/catalogue/review_json.h"

#include "cli/catalogue/shown_there.h"
#include "cli/frame/json.h"
#include "review/fact.h"
#include "review/outline.h"
#include "review/review.h"

static json_t* fact_item(const void* review, size_t i)
{
    const TareFact* const fact = &((const TareReview*)review)->facts[i];
    json_t* const object = tare_json_filter(&fact->filter);
    const TareEvidence* const evidence = &fact->evidence;
    const bool ok = tare_json_set(object, "is_advice", json_boolean(fact->is_advice)) &&
                    tare_json_set(object, "is_q_stated", json_boolean(fact->is_q_stated)) &&
                    tare_json_set(object, "section", tare_json_text(evidence->section)) &&
                    tare_json_set(object, "line", tare_json_number(evidence->line)) &&
                    tare_json_set(object, "text", tare_json_text(evidence->text)) &&
                    tare_json_set(object, "note", tare_json_text(evidence->note));
    return tare_json_keep_if(ok, object);
}

/** What the text states goes out in the words of most programs for equalisers, so that it can be
    compared with theirs; the correction in those of the catalogue. The help says so. */
static json_t* filter_item(const void* review, size_t i)
{
    return tare_json_filter(&((const TareReview*)review)->filters[i]);
}

/** What was left out, and what measurements show there. */
typedef struct {
    const TareLeftOut* left_out;
    const TareShownThere* shown;
} LeftOut;

static json_t* left_out_item(const void* data, size_t i)
{
    const LeftOut* const all = data;
    const TareLeftOut* const left_out = &all->left_out[i];
    json_t* const object = json_object();
    const bool ok =
        tare_json_set(object, "line", tare_json_number(left_out->line)) &&
        tare_json_set(object, "text", tare_json_text(left_out->text)) &&
        tare_json_set(object, "reason", tare_json_text(tare_reason_words(left_out->reason))) &&
        tare_json_set(object, "shown", tare_shown_there_json(all->shown, left_out->place_hz));
    return tare_json_keep_if(ok, object);
}

static json_t* unread_item(const void* review, size_t i)
{
    const TareUnread* const unread = &((const TareReview*)review)->unread[i];
    json_t* const object = json_object();
    const bool ok = tare_json_set(object, "line", tare_json_number(unread->line)) &&
                    tare_json_set(object, "text", tare_json_text(unread->text)) &&
                    tare_json_set(object, "reason", tare_json_text(unread->reason));
    return tare_json_keep_if(ok, object);
}

json_t* tare_review_json(const TareReview* review, const TareShownThere* shown)
{
    const LeftOut left_out = {review->left_out, shown};
    json_t* const object = json_object();
    const bool ok =
        tare_json_set(object, "file", tare_json_text(review->file)) &&
        tare_json_set(object, "model", tare_json_text(review->model)) &&
        tare_json_set(object, "language",
                      review->language ? tare_json_text(review->language)
                                       : tare_json_text("English")) &&
        tare_json_set(object, "is_headphone", json_boolean(review->is_headphone)) &&
        tare_json_set(object, "facts", tare_json_array(review->n_facts, fact_item, review)) &&
        tare_json_set(object, "filters", tare_json_array(review->n_filters, filter_item, review)) &&
        tare_json_set(object, "correction",
                      review->has_correction ? tare_json_correction(&review->correction)
                                             : json_null()) &&
        tare_json_set(object, "left_out",
                      tare_json_array(review->n_left_out, left_out_item, &left_out)) &&
        tare_json_set(object, "not_read", tare_json_array(review->n_unread, unread_item, review));
    return tare_json_keep_if(ok, object);
}
