#include "window/theme.h"

#include <math.h>

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
