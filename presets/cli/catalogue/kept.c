#include "cli/catalogue/kept.h"

#include "cli/frame/terminal.h"
#include "corrections/entry.h"

#include <stdio.h>

void tare_kept_print(const TareEntry* entry, const char* fate)
{
    char name[256];
    tare_entry_display_name(entry, name, sizeof name);
    tare_terminal_print(stdout, name);
    fputs("  ", stdout);
    tare_terminal_print(stdout, entry->id);
    printf("%s%s\n", *fate ? "  " : "", fate);
}
