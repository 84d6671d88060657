/* The kinds of pictures, told by the name of a file. */

#ifndef TARE_PICTURE_KIND_H
#define TARE_PICTURE_KIND_H

typedef enum { TARE_PICTURE_UNKNOWN, TARE_PICTURE_SVG, TARE_PICTURE_PNG } TarePictureKind;

/** The kind that a path's ending names, in any case. */
TarePictureKind tare_picture_kind(const char* path);

#endif
