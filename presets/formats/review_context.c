#include "formats/review_context.h"

#include "corrections/safe_preamp.h"
#include "review/brands.h"
#include "review/review.h"
#include "search/stock.h"

bool tare_review_context_open(TareReviewContext* context)
{
    TareStock* stock = NULL;
    *context = (TareReviewContext){0};
    const TareStatus status = tare_stock_open(&stock, NULL);
    if (status == TARE_OK)
        context->brands = tare_brands_new(tare_stock_catalogue(stock));
    tare_stock_close(stock);
    context->safe = tare_safe_preamp_new();
    const bool is_whole = status != TARE_OK || context->brands;
    if (status != TARE_NO_MEMORY && is_whole && context->safe)
        return true;
    tare_review_context_clear(context);
    return false;
}

void tare_review_context_clear(TareReviewContext* context)
{
    tare_brands_free(context->brands);
    tare_safe_preamp_free(context->safe);
    *context = (TareReviewContext){0};
}
