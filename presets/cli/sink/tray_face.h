/* What the tray shows: whether what plays is corrected, and the models that were used last. */

#ifndef TARE_CLI_TRAY_FACE_H
#define TARE_CLI_TRAY_FACE_H

#include <stdbool.h>

typedef struct TareDesktopFace TareDesktopFace;
typedef struct TareRecent TareRecent;

/** The lines of its menu; those of models begin with TARE_TRAY_RECENT. */
enum { TARE_TRAY_ON = 1, TARE_TRAY_SHOW, TARE_TRAY_QUIT, TARE_TRAY_LINE, TARE_TRAY_RECENT = 10 };

/** Makes it; `id` and `name` are those of what is loaded, the id "" for what is in no catalogue. */
void tare_tray_face_make(TareDesktopFace* face, const TareRecent* recent, const char* id,
                         const char* name, bool is_on);

#endif
