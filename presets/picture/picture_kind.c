#include "picture/picture_file.h"

#include <string.h>
#include <strings.h>

TarePictureKind tare_picture_kind(const char* path)
{
    const char* const dot = strrchr(path, '.');
    if (!dot)
        return TARE_PICTURE_UNKNOWN;
    if (strcasecmp(dot, ".svg") == 0)
        return TARE_PICTURE_SVG;
    return strcasecmp(dot, ".png") == 0 ? TARE_PICTURE_PNG : TARE_PICTURE_UNKNOWN;
}
