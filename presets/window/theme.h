/* Which colours suit a window. */

#ifndef TARE_WINDOW_THEME_H
#define TARE_WINDOW_THEME_H

#include "picture/colours.h"

/** The theme that suits the colour of a host's own ground, as 0xRRGGBB. */
const TareTheme* tare_theme_for(unsigned ground);

/** The ratio of two colours' luminances (WCAG 2.1), from 1 to 21. */
double tare_theme_contrast(unsigned a, unsigned b);

#endif
