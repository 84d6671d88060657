/* What was noted about the names of a batch. */

#include "base/list.h"
#include "base/text.h"
#include "make/batch.h"

#include <stdlib.h>
#include <string.h>

struct TareChange {
    TareChangeKind kind;
    const char *name, *other, *reason; ///< owned
};

static const struct {
    const char *word, *heading;
} kinds[] = {
    {"merged", "# Spelled otherwise by a source, and in how many of its corrections."},
    {"form", "# Forms that a source says otherwise, in how many of its corrections, and why they "
             "are changed."},
    {"alike", "# Not merged, though the names look alike: the words that tell them apart, or a "
              "reason."}};

enum { N_KINDS = sizeof kinds / sizeof *kinds };

void tare_batch_clear_changes(TareBatch* batch)
{
    for (size_t i = 0; i < batch->n_changes; ++i) {
        (void)tare_text_set(&batch->changes[i].name, NULL);
        (void)tare_text_set(&batch->changes[i].other, NULL);
        (void)tare_text_set(&batch->changes[i].reason, NULL);
    }
    free(batch->changes);
    batch->changes = NULL;
    batch->n_changes = 0;
}

bool tare_batch_note(TareBatch* batch, TareChangeKind kind, const char* name, const char* other,
                     const char* reason)
{
    TareChange* const grown = tare_list_grow(batch->changes, batch->n_changes, sizeof *grown);
    if (!grown)
        return false;
    batch->changes = grown;
    TareChange* const change = &grown[batch->n_changes++];
    *change = (TareChange){.kind = kind};
    return tare_text_set(&change->name, name) && tare_text_set(&change->other, other) &&
           tare_text_set(&change->reason, reason);
}

static int compare_changes(const void* a, const void* b)
{
    const TareChange* x = a;
    const TareChange* y = b;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    const int by_name = strcmp(x->name, y->name);
    const int by_other = by_name ? by_name : strcmp(x->other, y->other);
    return by_other ? by_other : strcmp(x->reason, y->reason);
}

/** One line for what was noted n times. */
static void write_change(const TareChange* change, size_t n, FILE* out)
{
    fprintf(out, "%s %s = %s ; ", kinds[change->kind].word, change->name, change->other);
    if (change->kind != TARE_CHANGE_ALIKE)
        fprintf(out, "%zu%s", n, *change->reason ? ": " : "");
    fprintf(out, "%s\n", change->reason);
}

bool tare_batch_write_changes(const TareBatch* batch, FILE* out)
{
    size_t kind = 0;
    if (batch->n_changes)
        qsort(batch->changes, batch->n_changes, sizeof *batch->changes, compare_changes);
    for (size_t i = 0; i < batch->n_changes;) {
        size_t n = 1;
        while (i + n < batch->n_changes &&
               !compare_changes(&batch->changes[i], &batch->changes[i + n]))
            ++n;
        for (; kind <= (size_t)batch->changes[i].kind && kind < N_KINDS; ++kind)
            fprintf(out, "\n%s\n", kinds[kind].heading);
        write_change(&batch->changes[i], n, out);
        i += n;
    }
    return !ferror(out);
}
