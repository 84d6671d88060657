/* The keys of the catalogue's text format, found quickly: a catalogue has a hundred thousand lines.
 */

#ifndef TARE_CATALOGUE_KEYS_H
#define TARE_CATALOGUE_KEYS_H

typedef struct TareSpan TareSpan;

typedef enum {
    TARE_KEY_NONE,
    TARE_KEY_BAND,     ///< index: its type
    TARE_KEY_TEXT,     ///< index: into tare_entry_fields
    TARE_KEY_EVIDENCE, ///< index: into tare_evidence_fields and behind these tare_evidence_facts
    TARE_KEY_OTHER,    ///< index: into the names that were given
    TARE_KEY_HEADPHONE
} TareKeyGroup;

typedef struct TareKey {
    const char* name;
    TareKeyGroup group;
    unsigned index;
} TareKey;

enum { TARE_MAX_KEYS = 40 };

/** All keys, in lists by their first letters. */
typedef struct TareKeys {
    TareKey keys[TARE_MAX_KEYS]; ///< the first one is none, and ends each list
    unsigned char first[256], next[TARE_MAX_KEYS];
    unsigned n;
} TareKeys;

/** Fills the lists. `others` are the names of the keys that only the reader knows, `n` of them. */
void tare_keys_init(TareKeys* keys, const char* const* others, unsigned n);

/** The key of a name; one of the group TARE_KEY_NONE when there is none. */
const TareKey* tare_keys_find(const TareKeys* keys, TareSpan name);

#endif
