/* The colours of pictures and of the window, on light ground and on dark: curves are told apart
   without colour sight as well. */

#ifndef TARE_PICTURE_COLOURS_H
#define TARE_PICTURE_COLOURS_H

enum { TARE_THEME_N_MODELS = 6 };

/** Colours as 0xRRGGBB. Text has a contrast of at least 4.5:1 against every ground that it stands
    on. */
typedef struct TareTheme {
    unsigned ground;                     ///< of the window
    unsigned panel;                      ///< of what lies on it, and the paper of pictures
    unsigned hover;                      ///< of a panel under the pointer
    unsigned chosen;                     ///< of a row that is chosen
    unsigned line;                       ///< around panels
    unsigned ink, faint;                 ///< of words, and of those that matter less
    unsigned figures;                    ///< of the axes
    unsigned accent;                     ///< of what is on, and of the focus
    unsigned on_accent;                  ///< of words on it
    unsigned warning;                    ///< of words that warn
    unsigned fine_grid, grid, zero_line; ///< under the curves
    unsigned band, target;
    unsigned before[2], after[2], correction[2]; ///< the right side's where it is drawn apart
    unsigned models[TARE_THEME_N_MODELS];        ///< the latter half is dashed besides
} TareTheme;

extern const TareTheme tare_theme_light;
extern const TareTheme tare_theme_dark;

#endif
