#include "picture/colours.h"

/* Curves after M. Okabe, K. Ito, "Color Universal Design"; lightened where the ground is dark. */

const TareTheme tare_theme_light = {
    .ground = 0xf1f3f5,
    .panel = 0xffffff,
    .hover = 0xe8f1f8,
    .chosen = 0xd3e7f5,
    .line = 0xc9cfd5,
    .ink = 0x1a1d21,
    .faint = 0x565e66,
    .figures = 0x333333,
    .accent = 0x0067a3,
    .on_accent = 0xffffff,
    .warning = 0xa33c00,
    .fine_grid = 0xe9ecef,
    .grid = 0xd3d8dd,
    .zero_line = 0x7b848c,
    .band = 0x56b4e9,
    .before = {0xd55e00, 0xcc79a7},
    .after = {0x009e73, 0x0072b2},
    .correction = {0x0072b2, 0xd55e00},
    .target = 0x1a1a1a,
    .models = {0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0x56b4e9, 0xe69f00},
};

const TareTheme tare_theme_dark = {
    .ground = 0x1d2126,
    .panel = 0x16191d,
    .hover = 0x262c33,
    .chosen = 0x1e3d52,
    .line = 0x3b434c,
    .ink = 0xf2f4f5,
    .faint = 0xa9b1b8,
    .figures = 0xb4bac0,
    .accent = 0x6cc4f5,
    .on_accent = 0x0c1c27,
    .warning = 0xffa061,
    .fine_grid = 0x22272d,
    .grid = 0x333a42,
    .zero_line = 0x78828c,
    .band = 0x4a8fb8,
    .before = {0xf08a4b, 0xe39cc4},
    .after = {0x3fc79a, 0x6cc4f5},
    .correction = {0x6cc4f5, 0xf08a4b},
    .target = 0xf2f4f5,
    .models = {0x6cc4f5, 0xf08a4b, 0x3fc79a, 0xe39cc4, 0x9fd9f9, 0xf0c05a},
};
