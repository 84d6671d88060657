/* The corrections that were used last, for the menu of the tray. */

#ifndef TARE_CLI_RECENT_H
#define TARE_CLI_RECENT_H

#include <stdbool.h>
#include <stddef.h>

enum { TARE_RECENT_MAX = 5, TARE_RECENT_TEXT = 192 };

/** One of the catalogue. */
typedef struct TareRecentOne {
    char id[TARE_RECENT_TEXT], name[TARE_RECENT_TEXT];
} TareRecentOne;

/** Starts as {0}; the newest first, none twice. */
typedef struct TareRecent {
    size_t n;
    TareRecentOne ones[TARE_RECENT_MAX];
} TareRecent;

/** Reads those of the person, in XDG_STATE_HOME or below HOME; none when there is no such file. */
void tare_recent_read(TareRecent* recent);

/** Puts one before all others; whether that is something new. One whose texts have no room, or a
    line break, is left out. */
bool tare_recent_add(TareRecent* recent, const char* id, const char* name);

/** Writes them. Nobody is told when that fails: they are a help, and no more. */
void tare_recent_write(const TareRecent* recent);

#endif
