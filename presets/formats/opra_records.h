/* The lines of an OPRA database, each on its own: vendors, products and presets. */

#ifndef TARE_OPRA_RECORDS_H
#define TARE_OPRA_RECORDS_H

#include "base/pool.h"
#include "base/report.h"
#include "corrections/correction.h"

#include <stdbool.h>

/* The texts are in the pool. */

typedef struct TareOpraVendor {
    const char *id, *name;
} TareOpraVendor;

typedef struct TareOpraProduct {
    const char *id, *vendor_id, *name;
    TareForm form;
    unsigned line;
    const TareOpraVendor* vendor; ///< known when all lines are read
} TareOpraProduct;

typedef struct TareOpraPreset {
    const char *id, *product_id, *author;
    const char *details, *link; ///< NULL when there are none
    TareBandSet set;
    unsigned line;
    bool is_repeat; ///< of another preset, known when all lines are read
} TareOpraPreset;

/** Starts with a file's name and a reporter. */
typedef struct TareOpraRecords {
    const char* file;
    const TareReporter* reporter;
    unsigned line; ///< the one that reports are about
    TarePool pool;
    TareOpraVendor* vendors;
    TareOpraProduct* products;
    TareOpraPreset* presets;
    size_t n_vendors, n_products, n_presets;
    bool is_all_used; ///< cleared by each report
    bool is_short_of_memory;
} TareOpraRecords;

/** Reads all lines; reports those that cannot be used. False when memory is short. */
bool tare_opra_records_read(TareOpraRecords* records, const char* text, size_t length);

/** Reports what is wrong with `records->line`. Always false. */
bool tare_opra_fail(TareOpraRecords* records, unsigned column, const char* format, ...)
    __attribute__((format(printf, 3, 4)));

/** Frees all that was read. */
void tare_opra_records_clear(TareOpraRecords* records);

#endif
