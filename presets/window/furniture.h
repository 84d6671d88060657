/* All that lies on the desk. */

#ifndef TARE_WINDOW_FURNITURE_H
#define TARE_WINDOW_FURNITURE_H

#include <stdint.h>

typedef struct TareDesk TareDesk;
typedef struct TareDialsHost TareDialsHost;

typedef struct TareFurniture TareFurniture;

/** Puts it there, as tare_window_new() says. NULL when memory is short. */
TareFurniture* tare_furniture_new(TareDesk* desk, uint32_t n_channels, const char* home,
                                  const TareDialsHost* host);

/** Takes it away. */
void tare_furniture_free(TareFurniture* furniture);

/** Sees which of it is in use, upon which the layout depends. */
void tare_furniture_look(TareDesk* desk);

#endif
