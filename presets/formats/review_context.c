#include "formats/review_context.h"

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
    return status != TARE_NO_MEMORY && (status != TARE_OK || context->brands);
}

void tare_review_context_clear(TareReviewContext* context)
{
    tare_brands_free(context->brands);
    *context = (TareReviewContext){0};
}
