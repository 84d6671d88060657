#include "review/identity.h"

#include "base/text.h"
#include "names/product_name.h"
#include "review/front_matter.h"
#include "review/origin.h"

#include <stdlib.h>
#include <string.h>

/** Sets what a text tells of itself, and else what is known of where it comes from. */
static bool set_origin(TareEntry* entry, const TareFrontMatter* front,
                       const TareReviewOrigin* origin)
{
    entry->kind = TARE_KIND_REVIEW;
    return tare_text_set(&entry->author, front->author ? front->author : origin->author) &&
           tare_text_set(&entry->source, front->source ? front->source : origin->source) &&
           tare_text_set(&entry->licence, front->licence ? front->licence : origin->licence) &&
           tare_text_set(&entry->date, front->date);
}

static bool set_name(TareEntry* entry, const TareFrontMatter* front)
{
    char* company = NULL;
    if (front->company_id)
        company = tare_text_copy(front->company_id, strlen(front->company_id));
    else if (front->brand)
        company = tare_product_name_slug(front->brand);
    const bool is_good =
        (company || !(front->company_id || front->brand)) &&
        tare_product_name_split(front->target_name, company, &entry->brand, &entry->model);
    free(company);
    return is_good;
}

/** "acme-hx-500/jane-doe": the name, and whose it is. */
static bool set_id(TareEntry* entry, const TareReviewOrigin* origin)
{
    TareText name = {0}, id = {0};
    tare_text_format(&name, "%s %s", entry->brand, entry->model);
    char* const slug = name.failed ? NULL : tare_product_name_slug(name.data);
    char* const author = tare_product_name_slug(entry->author ? entry->author : "");
    if (slug && author)
        tare_text_format(&id, "%s/%s", slug,
                         origin->name ? origin->name
                         : *author    ? author
                                      : "review");
    tare_text_clear(&name);
    const bool is_good = slug && author && !id.failed;
    free(slug);
    free(author);
    if (is_good)
        entry->id = id.data;
    else
        tare_text_clear(&id);
    return is_good;
}

bool tare_identity_set(TareEntry* entry, const TareFrontMatter* front,
                       const TareReviewOrigin* origin, TareForm form)
{
    entry->form = form;
    return set_name(entry, front) && set_origin(entry, front, origin) && set_id(entry, origin);
}
