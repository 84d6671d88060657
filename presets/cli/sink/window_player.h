/* The sink Tare as the host of a window: what is turned there is heard from what plays, and what
   other programs turn is shown. */

#ifndef TARE_CLI_WINDOW_PLAYER_H
#define TARE_CLI_WINDOW_PLAYER_H

#include "window/dials.h"

#include <stdbool.h>

typedef struct TareWindow TareWindow;

typedef struct TareWindowPlayer TareWindowPlayer;

/** NULL when memory is short. */
TareWindowPlayer* tare_window_player_new(void);

/** Frees it; NULL is allowed. What was changed last is applied. */
void tare_window_player_free(TareWindowPlayer* player);

/** What the window writes to. */
TareDialsHost tare_window_player_host(TareWindowPlayer* player);

/** The window, which must live as long; shows what the sink plays. */
void tare_window_player_bind(TareWindowPlayer* player, TareWindow* window);

/** Turns the correction on or off, as the window's switch does; tells whether it is on. */
void tare_window_player_turn(TareWindowPlayer* player, bool is_on);
bool tare_window_player_is_on(const TareWindowPlayer* player);

/** To be called often: has what was changed applied, looks what others did. Does not block. Returns
    after how many milliseconds to come again at the latest. */
int tare_window_player_idle(TareWindowPlayer* player);

#endif
