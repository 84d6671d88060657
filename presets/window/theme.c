#include "window/theme.h"

#include "picture/palette.h"

#include <math.h>

const TareTheme tare_theme_light = {
    .ground = 0xf1f3f5,
    .panel = 0xffffff,
    .hover = 0xe8f1f8,
    .chosen = 0xd3e7f5,
    .line = 0xc9cfd5,
    .ink = 0x1a1d21,
    .faint = 0x565e66,
    .accent = 0x0067a3,
    .on_accent = 0xffffff,
    .warning = 0xa33c00,
    .graph = &tare_palette_light,
};

const TareTheme tare_theme_dark = {
    .ground = 0x1d2126,
    .panel = 0x16191d,
    .hover = 0x262c33,
    .chosen = 0x1e3d52,
    .line = 0x3b434c,
    .ink = 0xf2f4f5,
    .faint = 0xa9b1b8,
    .accent = 0x6cc4f5,
    .on_accent = 0x0c1c27,
    .warning = 0xffa061,
    .graph = &tare_palette_dark,
};

static double linear(unsigned byte)
{
    const double c = (byte & 255) / 255.0;
    return c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

/** Relative luminance, WCAG 2.1. */
static double luminance(unsigned rgb)
{
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
}

double tare_theme_contrast(unsigned a, unsigned b)
{
    const double la = luminance(a), lb = luminance(b);
    return (fmax(la, lb) + 0.05) / (fmin(la, lb) + 0.05);
}

const TareTheme* tare_theme_for(unsigned ground)
{
    return tare_theme_contrast(ground, 0x000000) < tare_theme_contrast(ground, 0xffffff)
               ? &tare_theme_dark
               : &tare_theme_light;
}
