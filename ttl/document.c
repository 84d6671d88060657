#include "document.h"

#include "base/text.h"

#include <stdlib.h>

TareDocument tare_document_begin(const char* folder, const char* name)
{
    TareText path = {0};
    tare_text_format(&path, "%s/%s", folder, name);
    TareDocument document = {.path = path.data};
    if (!path.failed)
        document.file = fopen(path.data, "w");
    if (document.file)
        document.turtle = tare_turtle_new(document.file);
    else
        perror(path.failed ? "generate" : path.data);
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
