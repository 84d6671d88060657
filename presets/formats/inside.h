/* Files that a file names: read only when they lie in its folder. */

#ifndef TARE_INSIDE_H
#define TARE_INSIDE_H

/** The path of a file that another one names, '\' being '/' too, when it is a file inside `root`
    after all links; to be freed by the caller. NULL with `why`, "what is wrong; what was expected",
    when it is not; NULL with NULL there when memory is short. */
char* tare_inside_path(const char* root, const char* namer, const char* name, const char** why);

#endif
