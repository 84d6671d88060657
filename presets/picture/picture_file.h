/* A picture as a file. */

#ifndef TARE_PICTURE_FILE_H
#define TARE_PICTURE_FILE_H

#include "base/report.h"

typedef struct TarePicture TarePicture;

/** Writes the picture, of the kind that the path names, in place of any file of that name. What
   keeps it from being written is reported; TARE_NOT_FOUND: there is nothing to draw with. */
TareStatus tare_picture_file_write(const TarePicture* picture, const char* path,
                                   const TareReporter* reporter);

#endif
