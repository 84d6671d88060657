/* A picture as a file, whose name tells its kind. */

#ifndef TARE_PICTURE_FILE_H
#define TARE_PICTURE_FILE_H

#include "base/report.h"

typedef struct TarePicture TarePicture;

typedef enum { TARE_PICTURE_UNKNOWN, TARE_PICTURE_SVG, TARE_PICTURE_PNG } TarePictureKind;

/** The kind that a path's ending names, in any case. */
TarePictureKind tare_picture_kind(const char* path);

/** Writes the picture, of the kind that the path names, in place of any file of that name. What
   keeps it from being written is reported; TARE_NOT_FOUND: there is nothing to draw with. */
TareStatus tare_picture_file_write(const TarePicture* picture, const char* path,
                                   const TareReporter* reporter);

#endif
