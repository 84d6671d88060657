/* What Tare itself wrote, as comments, of whose a correction is (comment.h), read back. */

#ifndef TARE_APO_ORIGIN_H
#define TARE_APO_ORIGIN_H

#include <stdbool.h>

typedef struct TareCorrection TareCorrection;
typedef struct TareSpan TareSpan;

/** Takes names and kind out of comments behind "# Written by Tare.", and the rate at which the
    filters are made, 0 for none, if it is stated; `is_ours` says whether there are such. False when
    memory is short. */
bool tare_apo_origin_read(TareCorrection* correction, TareSpan text, bool* is_ours,
                          double* rate_hz);

#endif
