/* What a correction is, whose, and how it is meant, as `show` tells it. */

#ifndef TARE_CLI_IDENTITY_H
#define TARE_CLI_IDENTITY_H

typedef struct TareCorrection TareCorrection;

/** Prints its name, then a row for all that is known but its bands. */
void tare_identity_print(const TareCorrection* correction);

#endif
