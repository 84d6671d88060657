/* What is loaded, and what is known of it: found out when values have changed. */

#ifndef TARE_WINDOW_LOOK_H
#define TARE_WINDOW_LOOK_H

#include <stdbool.h>

typedef struct TareDesk TareDesk;

/** Has the equaliser do what is newly wanted of what is loaded; finds out what that is, and brings
    the curves to it. */
void tare_look(TareDesk* desk, bool is_by_host);

#endif
