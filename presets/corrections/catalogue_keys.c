#include "corrections/catalogue_keys.h"

#include "base/text.h"
#include "corrections/text_field.h"
#include "tare/band.h"
#include "tare/band_traits.h"

static void add(TareKeys* keys, const char* name, TareKeyGroup group, unsigned index)
{
    const unsigned char letter = (unsigned char)*name;
    keys->keys[keys->n] = (TareKey){name, group, index};
    keys->next[keys->n] = keys->first[letter];
    keys->first[letter] = (unsigned char)keys->n++;
}

void tare_keys_init(TareKeys* keys, const char* const* others, unsigned n)
{
    *keys = (TareKeys){.n = 1};
    for (unsigned i = 0; i < n; ++i)
        add(keys, others[i], TARE_KEY_OTHER, i);
    for (unsigned i = 0; i < TARE_N_EVIDENCE_FIELDS; ++i)
        add(keys, tare_evidence_fields[i].key, TARE_KEY_EVIDENCE, i);
    for (unsigned i = 0; i < TARE_N_EVIDENCE_FACTS; ++i)
        add(keys, tare_evidence_facts[i], TARE_KEY_EVIDENCE, TARE_N_EVIDENCE_FIELDS + i);
    add(keys, "headphone", TARE_KEY_HEADPHONE, 0);
    for (unsigned i = 0; i < TARE_N_ENTRY_FIELDS; ++i)
        add(keys, tare_entry_fields[i].key, TARE_KEY_TEXT, i);
    for (int i = 0; i < TARE_N_BAND_TYPES; ++i)
        add(keys, tare_band_type_name((TareBandType)i), TARE_KEY_BAND, (unsigned)i);
}

const TareKey* tare_keys_find(const TareKeys* keys, TareSpan name)
{
    unsigned i = keys->first[(unsigned char)*name.first];
    while (i && !tare_span_equals(name, keys->keys[i].name))
        i = keys->next[i];
    return &keys->keys[i];
}
