#include "cli/frame/print.h"
#include "cli/frame/terminal.h"
#include "corrections/evidence.h"

#include <stdio.h>

void tare_print_evidence(const TareEvidence* evidence, size_t indent)
{
    printf("%*s%s", (int)indent, "", tare_style(stdout, TARE_STYLE_FAINT));
    tare_terminal_print(stdout, evidence->file ? evidence->file : "");
    if (evidence->line > 0)
        printf(":%u", evidence->line);
    if (evidence->section) {
        fputs("  ", stdout);
        tare_terminal_print(stdout, evidence->section);
    }
    printf("%s\n", tare_style(stdout, TARE_STYLE_PLAIN));
    if (evidence->text)
        tare_terminal_print_wrapped(stdout, evidence->text, indent + 2);
    if (evidence->note) {
        fputs(tare_style(stdout, TARE_STYLE_NOTE), stdout);
        tare_terminal_print_wrapped(stdout, evidence->note, indent + 2);
        fputs(tare_style(stdout, TARE_STYLE_PLAIN), stdout);
    }
}
