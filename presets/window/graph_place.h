/* Where things lie on the graph of the window. */

#ifndef TARE_WINDOW_GRAPH_PLACE_H
#define TARE_WINDOW_GRAPH_PLACE_H

#include "picture/frame.h"

#include <stdint.h>

typedef struct TareDesk TareDesk;

/** Its paper: frequencies and levels always the same ones, so that models can be compared. */
TarePlotFrame tare_graph_frame(const TareDesk* desk);

/** Where the handle of a band is; false when it has none as it is not heard. */
bool tare_graph_handle_at(const TareDesk* desk, uint32_t band, double* x, double* y);

/** The band whose handle is under a place; TARE_MAX_BANDS when there is none. */
uint32_t tare_graph_band_at(const TareDesk* desk, double x, double y);

#endif
