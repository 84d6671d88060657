#include "make/batch.h"

#include "base/list.h"
#include "base/report.h"
#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "corrections/safe_preamp.h"

#include <stdlib.h>
#include <string.h>

bool tare_batch_add(TareBatch* batch, TareCorrection* correction)
{
    TareCorrection* const grown = tare_list_grow(batch->corrections, batch->n, sizeof *grown);
    if (!grown)
        return false;
    batch->corrections = grown;
    batch->corrections[batch->n++] = *correction;
    *correction = (TareCorrection){0};
    return true;
}

void tare_batch_clear(TareBatch* batch)
{
    for (size_t i = 0; i < batch->n; ++i)
        tare_correction_clear(&batch->corrections[i]);
    free(batch->corrections);
    tare_batch_clear_changes(batch);
    *batch = (TareBatch){0};
}

bool tare_batch_make_preamps_safe(TareBatch* batch, void (*progress)(size_t done, size_t total))
{
    for (size_t i = 0; i < batch->n; ++i) {
        TareBandSet* const set = &batch->corrections[i].set;
        const double stated_db = set->preamp_db;
        progress(i, batch->n);
        if (!tare_safe_preamp_set(set))
            return false;
        if (stated_db < set->preamp_db)
            set->preamp_db = stated_db;
    }
    return true;
}

static const char* origin_of(const TareCorrection* c)
{
    return c->n_evidence ? c->evidence[0].file : c->entry.id;
}

static int compare_ids(const void* a, const void* b)
{
    const TareCorrection* x = a;
    const TareCorrection* y = b;
    const int by_id = strcmp(x->entry.id, y->entry.id);
    return by_id ? by_id : strcmp(origin_of(x), origin_of(y));
}

void tare_batch_sort(TareBatch* batch, const TareReporter* reporter)
{
    if (!batch->n)
        return;
    qsort(batch->corrections, batch->n, sizeof *batch->corrections, compare_ids);
    size_t n = 1;
    for (size_t i = 1; i < batch->n; ++i) {
        TareCorrection* const c = &batch->corrections[i];
        const TareCorrection* const kept = &batch->corrections[n - 1];
        if (strcmp(c->entry.id, kept->entry.id) != 0) {
            batch->corrections[n++] = *c;
            continue;
        }
        tare_report(reporter, TARE_WARNING, origin_of(c), 0, 0,
                    "left out, as %s gives \"%s\" already; expected one review of a model",
                    origin_of(kept), c->entry.id);
        tare_correction_clear(c);
    }
    batch->n = n;
}
