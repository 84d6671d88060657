/* Whether the rules for outputs may have changed, as the system tells of their file. */

#ifndef TARE_PIPEWIRE_RULES_WATCH_H
#define TARE_PIPEWIRE_RULES_WATCH_H

#include <stdbool.h>

typedef struct TareChainPaths TareChainPaths;

typedef struct TareRulesWatch TareRulesWatch;

/** Watches nothing yet. NULL, and errno set, when the system has no room for it, or memory is
 * short.
 */
TareRulesWatch* tare_rules_watch_new(void);

/** Frees it; NULL is allowed. */
void tare_rules_watch_free(TareRulesWatch* watch);

/** The descriptor that can be read when something has been told; take it then. */
int tare_rules_watch_fd(const TareRulesWatch* watch);
void tare_rules_watch_take(TareRulesWatch* watch);

/** To be called before the rules are read: watches their folder, also when it was removed and made
    anew, and that to which a link leads; and notes which file it is. */
void tare_rules_watch_begin(TareRulesWatch* watch, const TareChainPaths* paths);

/** To be called when they could be read. Whether the file is the one that could be read last. */
bool tare_rules_watch_end(TareRulesWatch* watch);

/** Whether the system will tell of a change. */
bool tare_rules_watch_is_on(const TareRulesWatch* watch);

#endif
