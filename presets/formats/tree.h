/* Settings of other programs as a tree that knows its lines: what YAML and PipeWire's own way of
   writing JSON have in common. */

#ifndef TARE_TREE_H
#define TARE_TREE_H

#include "base/report.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareFormatInput TareFormatInput;
typedef struct TarePool TarePool;

typedef enum { TARE_TREE_TEXT, TARE_TREE_LIST, TARE_TREE_MAP } TareTreeKind;

typedef struct TareTree {
    TareTreeKind kind;
    unsigned line;                 ///< of its beginning, from 1
    bool is_quoted;                ///< of a text: it is no number, and not nothing
    const char* key;               ///< in a map; else ""
    const char* text;              ///< of a text; else ""
    struct TareTree *first, *last; ///< of a list or map: what is in it, in the order of the file
    struct TareTree* next;         ///< beside it
} TareTree;

/** The deepest that anything may be nested. */
enum { TARE_TREE_MAX_DEPTH = 32 };

/** Reads YAML 1.1 into a tree that lives in the pool. TARE_BAD_INPUT: no YAML, a key twice, too
    deep; reported with its place. */
TareStatus tare_tree_read_yaml(TareTree** root, TarePool* pool, const TareFormatInput* input,
                               const TareReporter* reporter);

/** Reads PipeWire's relaxed JSON in the same way: "key = value" or JSON itself, a map of all that
    stands at the top or the one value there. A key that stands twice is the last, as for PipeWire.
 */
TareStatus tare_tree_read_spa(TareTree** root, TarePool* pool, const TareFormatInput* input,
                              const TareReporter* reporter);

/** A new part of a tree, added to `parent` if there is one; NULL when memory is short. Texts are
    copied into the pool. */
TareTree* tare_tree_add(TarePool* pool, TareTree* parent, TareTreeKind kind, unsigned line,
                        const char* key);

/** What a map has under a key; NULL when it has nothing, or nothing is what it has ("null", "~").
    NULL has no keys. */
const TareTree* tare_tree_get(const TareTree* map, const char* key);

/** The text of a key; "" when there is none. */
const char* tare_tree_text(const TareTree* map, const char* key);

/** Whether a part is this text. */
bool tare_tree_is(const TareTree* part, const char* text);

/** Whether a part is true, as YAML and JSON write it. */
bool tare_tree_is_true(const TareTree* part);

/** The number that a part is; false when it is none. */
bool tare_tree_number(const TareTree* part, double* number);

#endif
