/* In place of picture_file.c where there is no cairo. */

#include "picture/picture_file.h"

#include <stddef.h>

TareStatus tare_picture_file_write(const TarePicture* picture, const char* path,
                                   const TareReporter* reporter)
{
    (void)picture;
    (void)path;
    tare_report(reporter, TARE_ERROR, NULL, 0, 0,
                "this program was built without cairo and cannot draw");
    return TARE_NOT_FOUND;
}
