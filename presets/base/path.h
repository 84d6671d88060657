/* Paths of files and folders, as texts. */

#ifndef TARE_PATH_H
#define TARE_PATH_H

#include <stdbool.h>

/** "FOLDER/NAME", to be freed by the caller; NULL when memory is short. */
char* tare_path_join(const char* folder, const char* name);

/** The same, but a name that begins with "/" is a path already: a copy of it. */
char* tare_path_resolve(const char* folder, const char* name);

/** The folder that a path lies in, "." without one; to be freed by the caller, NULL when memory is
    short. */
char* tare_path_folder(const char* path);

/** The last part of a path: where it begins in there. */
const char* tare_path_name(const char* path);

/** Makes a folder unless it is there. False with errno set. */
bool tare_path_make_folder(const char* path);

/** Makes the folders before the last '/' of a path that are not there, each with the rights that
    the user's umask leaves. False with errno set; ENOMEM when memory is short. */
bool tare_path_make_folders(const char* path);

#endif
