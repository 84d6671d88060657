/* What a function prints on stdout or stderr. */

#ifndef TARE_TESTS_PRINTED_H
#define TARE_TESTS_PRINTED_H

#include <stdio.h>

/** From now on what goes to this stream, stdout or stderr, is kept. One at a time. */
void printed_start(FILE* stream);

/** The stream is as before. Returns what came meanwhile; it stays until the next start. */
const char* printed_stop(void);

#endif
