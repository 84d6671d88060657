#include "document.h"

#include "base/path.h"
#include "lv2/turtle.h"

#include <stdlib.h>

TareDocument tare_document_begin(const char* folder, const char* name)
{
    TareDocument document = {.path = tare_path_join(folder, name)};
    if (document.path)
        document.file = fopen(document.path, "w");
    if (document.file)
        document.turtle = tare_turtle_new(document.file);
    else
        perror(document.path ? document.path : "generate");
    return document;
}

bool tare_document_end(TareDocument* document)
{
    bool is_good = tare_turtle_close(document->turtle);
    if (document->file && fclose(document->file))
        is_good = false;
    if (!is_good)
        fprintf(stderr, "%s could not be written\n", document->path ? document->path : "?");
    free(document->path);
    *document = (TareDocument){0};
    return is_good;
}
