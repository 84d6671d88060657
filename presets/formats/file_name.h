/* Whose a correction is, when only the name of its file says it. */

#ifndef TARE_FILE_NAME_H
#define TARE_FILE_NAME_H

#include <stdbool.h>

typedef struct TareEntry TareEntry;

/** Fills what an entry lacks of brand, model and id: "some/Acme One ParametricEQ.txt" is of Acme's
    One, "acme-one/AUTHOR". The texts are set as by tare_text_set(); false when memory is short. */
bool tare_file_name_fill(TareEntry* entry, const char* path, const char* author);

#endif
