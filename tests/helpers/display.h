/* An X display that nobody sees. */

#ifndef TARE_TEST_DISPLAY_H
#define TARE_TEST_DISPLAY_H

#include <stdbool.h>

/** Starts one and makes it that of this process. False when there is no Xvfb. */
bool display_start(void);

/** Ends it. */
void display_stop(void);

#endif
