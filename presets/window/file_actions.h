/* Opening files and saving as files. */

#ifndef TARE_WINDOW_FILE_ACTIONS_H
#define TARE_WINDOW_FILE_ACTIONS_H

#include <stdbool.h>

typedef struct TareDesk TareDesk;

/** Has a file to open looked for, or a format and a file to save in. */
void tare_action_choose_file(TareDesk* desk);
void tare_action_choose_format(TareDesk* desk);

/** The format is chosen: has the place for the file looked for. */
void tare_action_choose_place(TareDesk* desk);

/** The host's chooser has ended: with a path; with NULL for none; or nobody could be asked, so that
    the window does. */
void tare_action_end_choosing(TareDesk* desk, const char* path, bool has_failed);

/** Loads a correction of the catalogue; false when it is not there. */
bool tare_action_load(TareDesk* desk, const char* id);

/** The id of what is loaded, be it edited; NULL when the catalogue does not have it. */
const char* tare_action_loaded_id(const TareDesk* desk);

/** Begins to open a file. */
void tare_action_open(TareDesk* desk, const char* path);

/** Takes what has ended of these, and what the host has told of outputs. Whether anything has. */
bool tare_action_end(TareDesk* desk);

#endif
