#include "cli/catalogue/draw.h"

#include "cli/frame/cli.h"
#include "picture/picture.h"
#include "picture/picture_file.h"

bool tare_draw_knows(const TareCommand* command, const char* path)
{
    if (tare_picture_kind(path) != TARE_PICTURE_UNKNOWN)
        return true;
    tare_cli_error(command, "%s names no kind of picture; expected a name in .svg or .png", path);
    return false;
}

TareExit tare_draw(const TareCommand* command, TarePicture* picture, const char* path)
{
    if (!picture)
        return tare_cli_no_memory(command);
    const TareReporter reporter = tare_cli_command_reporter(command);
    const TareStatus status = tare_picture_file_write(picture, path, &reporter);
    tare_picture_free(picture);
    if (status == TARE_NO_MEMORY)
        return tare_cli_no_memory(command);
    return status == TARE_OK ? TARE_EXIT_DONE : TARE_EXIT_UNUSED;
}
