/* Settings that a note says were tried and given up: "dull. off again", "undone". */

#ifndef TARE_GIVEN_UP_H
#define TARE_GIVEN_UP_H

#include "base/text.h"

#include <stdbool.h>

/** Whether a line with a figure says so. */
bool tare_given_up_in(TareSpan line);

#endif
