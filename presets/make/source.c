#include "make/source.h"

#include "base/path.h"

#include <stdlib.h>
#include <sys/stat.h>

/* The permission and the disclaimer of the MIT licence, which follow the copyright. */
static const char mit_terms[] =
    "Permission is hereby granted, free of charge, to any person obtaining a copy\n"
    "of this software and associated documentation files (the \"Software\"), to deal\n"
    "in the Software without restriction, including without limitation the rights\n"
    "to use, copy, modify, merge, publish, distribute, sublicense, and/or sell\n"
    "copies of the Software, and to permit persons to whom the Software is\n"
    "furnished to do so, subject to the following conditions:\n"
    "\n"
    "The above copyright notice and this permission notice shall be included in all\n"
    "copies or substantial portions of the Software.\n"
    "\n"
    "THE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR\n"
    "IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,\n"
    "FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE\n"
    "AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER\n"
    "LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,\n"
    "OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE\n"
    "SOFTWARE.\n";

bool tare_source_write_licence(const TareSource* source, const char* folder, FILE* out,
                               const TareReporter* reporter)
{
    if (!source->licence)
        return source->write_licence(folder, out, reporter);
    return fputs(source->licence, out) >= 0 && fputs(mit_terms, out) >= 0;
}

bool tare_source_has(const char* folder, const char* name)
{
    struct stat status;
    char* const path = tare_path_join(folder, name);
    const bool is_there = path && stat(path, &status) == 0;
    free(path);
    return is_there;
}
