/* Where everything is in a window of a size. */

#ifndef TARE_WINDOW_LAYOUT_H
#define TARE_WINDOW_LAYOUT_H

typedef struct TareBox TareBox;
typedef struct TareDesk TareDesk;

/** The smallest window in which all that matters most has its place, and one to begin with. */
enum { TARE_LAYOUT_MIN_WIDTH = 320, TARE_LAYOUT_MIN_HEIGHT = 240 };
enum { TARE_LAYOUT_WIDTH = 1040, TARE_LAYOUT_HEIGHT = 620 };

/** Places all widgets in desk->all; leaves out what there is no room for, the list of bands
    first. */
void tare_layout_place(TareDesk* desk);

/** Places the parts of the page of the blind test that is shown, and nothing else, in a box. */
void tare_layout_place_blind(TareDesk* desk, TareBox all);

#endif
