#include "corrections/basis.h"

#include "corrections/entry.h"

bool tare_basis_is_words(const TareEntry* entry)
{
    return entry->kind == TARE_KIND_REVIEW;
}

bool tare_basis_is_measured(const TareEntry* entry)
{
    return entry->kind == TARE_KIND_PRESET || entry->kind == TARE_KIND_MEASUREMENT;
}

bool tare_basis_all_words(const TareEntry* const* entries, size_t n)
{
    size_t i = 0;
    while (i < n && tare_basis_is_words(entries[i]))
        ++i;
    return n > 0 && i == n;
}

const char* tare_basis_kind(const TareEntry* entry)
{
    return tare_basis_is_words(entry) ? "review, " TARE_BASIS_WORDS : tare_kind_name(entry->kind);
}
