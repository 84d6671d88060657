/* What is said of a correction that was kept for the listener. */

#ifndef TARE_CLI_KEPT_H
#define TARE_CLI_KEPT_H

typedef struct TareEntry TareEntry;

/** Prints for whom it is, its id, and what became of it: "replaced", or "". */
void tare_kept_print(const TareEntry* entry, const char* fate);

#endif
