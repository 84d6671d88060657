/* Notices when one of some values changes that stand in memory of the host. It is asked before
   every block, so the values are compared as they stand: bits, whatever they mean, many at once
   where the host keeps them one behind the other. */

#ifndef TARE_WATCH_H
#define TARE_WATCH_H

#include "ports.h"

/* Most hosts keep the values of all controls in one array. */
enum { TARE_WATCH_MAX_ROWS = 4 };

/** Values one behind the other in the host's memory. */
typedef struct TareWatchRow {
    const float* values;
    const float* seen; ///< what they were
    uint32_t n;
} TareWatchRow;

/** Values are known by their number, below n. */
typedef struct TareWatch {
    bool (*differ)(const float* a, const float* b, uint32_t n); ///< of a kernel
    uint32_t n;
    bool are_rows_stale; ///< a value has moved
    uint32_t n_rows;     ///< more than TARE_WATCH_MAX_ROWS: the values lie about
    TareWatchRow rows[TARE_WATCH_MAX_ROWS];
    const float* values[TARE_MAX_PORTS]; ///< one that is nowhere: its place in `seen`
    bool is_fresh[TARE_MAX_PORTS];       ///< placed since it was last taken as such
    float seen[TARE_MAX_PORTS];          ///< what each value was when it was taken
} TareWatch;

/** Setup: n values, at most TARE_MAX_PORTS, all nowhere and 0. */
void tare_watch_init(TareWatch* watch, uint32_t n);

/* Audio */

/** The value stands here from now on; NULL: nowhere, and does not change. */
void tare_watch_place(TareWatch* watch, uint32_t index, const float* value);

/** Whether some value is not what it was when it was taken. */
bool tare_watch_has_news(TareWatch* watch);

/** Whether this value is not what it was; if so, it is taken. */
bool tare_watch_take(TareWatch* watch, uint32_t index, float* value);

/** The same of a value that was placed since this was last asked of it; any other is not looked at,
    for its memory may be gone. */
bool tare_watch_take_fresh(TareWatch* watch, uint32_t index, float* value);

#endif
