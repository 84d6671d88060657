#include "picture/palette.h"

/* After M. Okabe, K. Ito, "Color Universal Design"; lightened where the ground is dark. */

const TarePalette tare_palette_light = {
    .paper = 0xffffff,
    .title = 0x1a1a1a,
    .words = 0x555555,
    .figures = 0x333333,
    .fine_line = 0xe9ecef,
    .line = 0xd3d8dd,
    .zero_line = 0x7b848c,
    .band = 0x56b4e9,
    .before = 0xd55e00,
    .after = 0x009e73,
    .correction = 0x0072b2,
    .target = 0x1a1a1a,
    .models = {0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0x56b4e9, 0xe69f00},
};

const TarePalette tare_palette_dark = {
    .paper = 0x16191d,
    .title = 0xf2f4f5,
    .words = 0xb4bac0,
    .figures = 0xb4bac0,
    .fine_line = 0x22272d,
    .line = 0x333a42,
    .zero_line = 0x78828c,
    .band = 0x4a8fb8,
    .before = 0xf08a4b,
    .after = 0x3fc79a,
    .correction = 0x6cc4f5,
    .target = 0xf2f4f5,
    .models = {0x6cc4f5, 0xf08a4b, 0x3fc79a, 0xe39cc4, 0x9fd9f9, 0xf0c05a},
};
