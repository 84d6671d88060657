/* A Turtle file on its way to the disk. Failures are told on stderr. */

#ifndef TARE_DOCUMENT_H
#define TARE_DOCUMENT_H

#include <stdbool.h>
#include <stdio.h>

typedef struct TareTurtle TareTurtle;

typedef struct TareDocument {
    char* path;
    FILE* file;
    TareTurtle* turtle; ///< NULL when the file could not be opened
} TareDocument;

/** Begins FOLDER/NAME, in place of what was there. */
TareDocument tare_document_begin(const char* folder, const char* name);

/** Ends it; also after a failure. False when anything could not be written. */
bool tare_document_end(TareDocument* document);

#endif
