/* The colours of the window, on light ground and on dark. */

#ifndef TARE_WINDOW_THEME_H
#define TARE_WINDOW_THEME_H

#include <stdbool.h>

typedef struct TarePalette TarePalette;

/** Colours as 0xRRGGBB. Text (ink, faint, on_accent, warning) has a contrast of at least 4.5:1
    against every ground that it stands on. */
typedef struct TareTheme {
    unsigned ground;          ///< of the window
    unsigned panel;           ///< of what lies on it: fields, buttons, rows
    unsigned hover;           ///< of a panel under the pointer
    unsigned chosen;          ///< of a row that is chosen
    unsigned line;            ///< around panels
    unsigned ink, faint;      ///< of words, and of those that matter less
    unsigned accent;          ///< of what is on, and of the focus
    unsigned on_accent;       ///< of words on it
    unsigned warning;         ///< of words that warn
    const TarePalette* graph; ///< its paper is a panel
} TareTheme;

extern const TareTheme tare_theme_light;
extern const TareTheme tare_theme_dark;

/** The one that suits the colour of a host's own ground, as 0xRRGGBB. */
const TareTheme* tare_theme_for(unsigned ground);

/** The ratio of two colours' luminances (WCAG 2.1), from 1 to 21. */
double tare_theme_contrast(unsigned a, unsigned b);

#endif
