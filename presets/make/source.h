/* The kinds of source data that the catalogue is made of. */

#ifndef TARE_MAKE_SOURCE_H
#define TARE_MAKE_SOURCE_H

#include "base/report.h"

#include <stdbool.h>
#include <stdio.h>

typedef struct TareBatch TareBatch;
typedef struct TareSame TareSame;

typedef struct TareSource {
    const char* name;  ///< of the files that are made of it
    const char* marks; ///< what a folder must hold to be one, for messages
    const char* head;  ///< comment at the beginning of the text
    bool by_headphone; ///< whether headphones have more than one correction in it
    /** Whether a folder holds such data. */
    bool (*is_in)(const char* folder);
    /** Reads it; what is wrong is reported and the rest counts. `out` is the catalogue's folder,
       where sources that came before have left their files; `same` tells which names are one
       product. */
    TareStatus (*read)(const char* folder, const char* out, const TareSame* same, TareBatch* batch,
                       const TareReporter* reporter);
    /** Gives names and ids to what all folders of this kind gave; NULL: reading does. False when
        memory is short. */
    bool (*settle)(const char* out, const TareSame* same, TareBatch* batch);
    const char* licence; ///< whose data it is and under which terms; those of MIT follow
    /** Writes that out of the folder, when `licence` is NULL. False, and reported, when it cannot.
     */
    bool (*write_licence)(const char* folder, FILE* out, const TareReporter* reporter);
} TareSource;

extern const TareSource tare_source_reviews, tare_source_opra, tare_source_measurements;

/** Writes whose the data in a folder are, either way. */
bool tare_source_write_licence(const TareSource* source, const char* folder, FILE* out,
                               const TareReporter* reporter);

/** Whether "folder/name" is there. */
bool tare_source_has(const char* folder, const char* name);

#endif
