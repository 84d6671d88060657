#include "corrections/entry.h"

#include "base/plain.h"
#include "base/text.h"
#include "base/utf8.h"
#include "corrections/text_field.h"

#include <stdio.h>
#include <string.h>

const TareTextField tare_entry_fields[TARE_N_ENTRY_FIELDS] = {
    {"id", offsetof(TareEntry, id), false, false},
    {"brand", offsetof(TareEntry, brand), true, true},
    {"model", offsetof(TareEntry, model), false, true},
    {"variant", offsetof(TareEntry, variant), false, true},
    {"author", offsetof(TareEntry, author), true, false},
    {"rig", offsetof(TareEntry, rig), true, false},
    {"target", offsetof(TareEntry, target), true, false},
    {"source", offsetof(TareEntry, source), true, false},
    {"date", offsetof(TareEntry, date), true, false},
    {"licence", offsetof(TareEntry, licence), true, false},
};

static const char* const form_names[TARE_N_FORMS] = {
    [TARE_FORM_OVER_EAR] = "over-ear",
    [TARE_FORM_ON_EAR] = "on-ear",
    [TARE_FORM_IN_EAR] = "in-ear",
    [TARE_FORM_EARBUD] = "earbud",
};

const char* tare_form_name(TareForm form)
{
    return (unsigned)form < TARE_N_FORMS ? form_names[form] : NULL;
}

TareForm tare_form_find(const char* name)
{
    for (int i = 0; name && i < TARE_N_FORMS; ++i)
        if (form_names[i] && strcmp(form_names[i], name) == 0)
            return (TareForm)i;
    return TARE_FORM_UNKNOWN;
}

static const char* const kind_names[TARE_N_KINDS] = {
    [TARE_KIND_REVIEW] = "review",
    [TARE_KIND_MEASUREMENT] = "measurement",
    [TARE_KIND_PRESET] = "preset",
    [TARE_KIND_USER] = "user",
};

const char* tare_kind_name(TareKind kind)
{
    return (unsigned)kind < TARE_N_KINDS ? kind_names[kind] : NULL;
}

const char tare_version_makeshift[] = "makeshift";

void tare_entry_display_name(const TareEntry* entry, char* name, size_t size)
{
    const bool is_one = tare_text_is_same(entry->brand, entry->model); /* either is not known */
    const char* const brand = is_one ? "" : entry->brand;
    const char* const gap = is_one ? "" : " ";
    if (entry->variant)
        snprintf(name, size, "%s%s%s (%s)", brand, gap, entry->model, entry->variant);
    else
        snprintf(name, size, "%s%s%s", brand, gap, entry->model);
    tare_utf8_drop_partial_end(name);
    tare_plain_make(name);
}

/** Small letters, digits, "-._+/" and what is not ASCII, by a bit for each of ASCII. */
static bool is_of_id(unsigned char c)
{
    static const uint64_t ascii[2] = {0x03FFE80000000000, 0x07FFFFFE80000000};
    return c >= 0x80 || (ascii[c >> 6] >> (c & 63) & 1);
}

bool tare_entry_id_is_valid(const char* id)
{
    const char* p = id;
    while (*p && is_of_id((unsigned char)*p))
        ++p;
    return *id && !*p && tare_plain_is(id);
}

/** What stands for ids in the names of files and presets: "/" becomes "-" there. */
static unsigned char in_file_name(char c)
{
    return c == '/' ? '-' : (unsigned char)c;
}

bool tare_entry_id_is_alike(const char* a, const char* b)
{
    while (*a && in_file_name(*a) == in_file_name(*b)) {
        ++a;
        ++b;
    }
    return in_file_name(*a) == in_file_name(*b);
}

/** FNV-1a (G. Fowler, L. Noll, K.-P. Vo). */
uint64_t tare_entry_id_hash(const char* id)
{
    uint64_t hash = 14695981039346656037u;
    for (; *id; ++id)
        hash = (hash ^ in_file_name(*id)) * 1099511628211u;
    return hash;
}
