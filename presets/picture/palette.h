/* The colours of pictures: told apart without colour sight as well, on light ground and on dark. */

#ifndef TARE_PICTURE_PALETTE_H
#define TARE_PICTURE_PALETTE_H

enum { TARE_PALETTE_N_MODELS = 6 };

/** Colours as 0xRRGGBB. */
typedef struct TarePalette {
    unsigned paper;
    unsigned title, words, figures;      ///< text, at least 4.5:1 against the paper
    unsigned fine_line, line, zero_line; ///< of the grid
    unsigned band, before, after, correction, target;
    unsigned models[TARE_PALETTE_N_MODELS]; ///< the latter half is dashed besides
} TarePalette;

extern const TarePalette tare_palette_light;
extern const TarePalette tare_palette_dark;

#endif
