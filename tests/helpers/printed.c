#include "helpers/printed.h"

#include <stdlib.h>
#include <unistd.h>

static FILE* kept_stream;
static FILE* kept;
static int before = -1;
static char text[16384];

void printed_start(FILE* stream)
{
    fflush(stream);
    kept_stream = stream;
    kept = tmpfile();
    before = dup(fileno(stream));
    if (!kept || before < 0 || dup2(fileno(kept), fileno(stream)) < 0)
        abort();
}

const char* printed_stop(void)
{
    fflush(kept_stream);
    rewind(kept);
    text[fread(text, 1, sizeof text - 1, kept)] = '\0';
    if (dup2(before, fileno(kept_stream)) < 0)
        abort();
    close(before);
    fclose(kept);
    return text;
}
