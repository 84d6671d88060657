#include "formats/review_context.h"

#include "review/brands.h"
#include "review/review.h"
#include "search/stock.h"

const TareReviewOrigin tare_review_context_origin = {.name = "audioreview",
                                                     .author = "Frieve-A audioreview",
                                                     .source =
                                                         "https://github.com/Frieve-A/audioreview",
                                                     .licence = "MIT"};

bool tare_review_context_open(TareReviewContext* context)
{
    TareStock* stock = NULL;
    *context = (TareReviewContext){.origin = tare_review_context_origin};
    const TareStatus status = tare_stock_open(&stock, NULL);
    if (status == TARE_OK)
        context->brands = tare_brands_new(tare_stock_catalogue(stock));
    tare_stock_close(stock);
    return status != TARE_NO_MEMORY && (status != TARE_OK || context->brands);
}

void tare_review_context_clear(TareReviewContext* context)
{
    tare_brands_free(context->brands);
    *context = (TareReviewContext){0};
}
