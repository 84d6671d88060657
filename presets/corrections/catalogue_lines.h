/* The state of the catalogue's parser, and what each key's line means: for catalogue_read.c only.
 */

#ifndef TARE_CATALOGUE_LINES_H
#define TARE_CATALOGUE_LINES_H

#include "corrections/catalogue_keys.h"
#include "corrections/catalogue_values.h"
#include "corrections/correction.h"
#include "corrections/text_field.h"

#include <stdbool.h>

typedef struct TareCorrection TareCorrection;
typedef struct TareTaker TareTaker;

typedef struct TarePool TarePool;

/** Where a line stands. */
typedef enum { TARE_IN_FILE, TARE_IN_HEADPHONE, TARE_IN_BLOCK } TareScope;

typedef struct TareParser {
    TarePlace place;
    TarePool* pool;
    const TareTaker* taker;
    bool is_for_entries; ///< bands, preamp and evidence are passed over
    TareKeys keys;
    TareScope scope;
    TareCorrection shared;    ///< what stands before the first block
    TareCorrection headphone; ///< that, and what stands below "headphone"
    TareCorrection block;     ///< without its evidence
    const char* name;         ///< of the headphone, as ids begin; NULL as long as there is none
    const char* last[TARE_N_ENTRY_FIELDS]; ///< the text of each key that was read last
    const char* block_text;
    TareEvidence* evidence; ///< that of the block; grows
    size_t n_evidence;
    unsigned block_line;
    bool has_kind, has_shared_kind;
    unsigned seen; ///< a bit for each key, to find those that stand twice
    bool is_short_of_memory;
    bool is_end_promised, is_at_end; ///< by comments: catalogue_read.h
} TareParser;

/** The names of the keys that only lines of this parser have, TARE_N_OTHER_KEYS of them. */
enum { TARE_N_OTHER_KEYS = 6 };
extern const char* const tare_line_other_keys[TARE_N_OTHER_KEYS];

/* Each reads the value behind a key. False when it was reported, or memory is short. */

bool tare_line_bands(TareParser* parser, TareSpan key, TareSpan value, TareBandType type);
bool tare_line_text(TareParser* parser, TareSpan key, TareSpan value, unsigned index); /* no id */
bool tare_line_other(TareParser* parser, TareSpan key, TareSpan value, unsigned index);

/** "evidence" and the keys below it; `index` as of a TareKey. */
bool tare_line_evidence(TareParser* parser, TareSpan key, TareSpan value, unsigned index);

/** Reads a text, which often is the one that the block before had too, as that of a text field. */
bool tare_line_read_text(TareParser* parser, TareSpan value, unsigned index, const char** field);

/** Keeps a text that has been checked. */
bool tare_line_keep_text(TareParser* parser, TareSpan value, const char** field);

#endif
