#include "cli/catalogue/identity.h"

#include "band_set.h"
#include "base/number.h"
#include "cli/frame/print.h"
#include "cli/frame/terminal.h"
#include "corrections/aim.h"
#include "corrections/basis.h"
#include "corrections/correction.h"

#include <stdio.h>

static void print_numbers(const TareBandSet* set)
{
    char number[TARE_NUMBER_SIZE];
    char text[TARE_NUMBER_SIZE + 8];
    if (set->reference_rate_hz > 0.0)
        snprintf(text, sizeof text, "%s Hz",
                 tare_number_format(number, sizeof number, set->reference_rate_hz));
    else
        snprintf(text, sizeof text, "analogue");
    tare_print_row("meant at", text);
    snprintf(text, sizeof text, "%s dB", tare_number_format(number, sizeof number, set->preamp_db));
    tare_print_row("preamp", text);
}

/** Who states a target is the author; a rule is the catalogue's. */
static void print_target(const TareEntry* entry)
{
    char text[200];
    const char* const title = tare_aim_title(entry);
    snprintf(text, sizeof text, "%s (by rule)", title ? title : "");
    tare_print_row("target", title && !entry->target ? text : title);
}

void tare_identity_print(const TareCorrection* correction)
{
    char name[256];
    tare_entry_display_name(&correction->entry, name, sizeof name);
    fputs(tare_style(stdout, TARE_STYLE_NAME), stdout);
    tare_terminal_print(stdout, name);
    printf("%s\n", tare_style(stdout, TARE_STYLE_PLAIN));
    tare_print_row("id", correction->entry.id);
    tare_print_row("form", tare_form_name(correction->entry.form));
    tare_print_row("kind", tare_basis_kind(&correction->entry));
    tare_print_row("author", correction->entry.author);
    tare_print_row("rig", correction->entry.rig);
    print_target(&correction->entry);
    tare_print_row("source", correction->entry.source);
    tare_print_row("date", correction->entry.date);
    tare_print_row("licence", correction->entry.licence);
    print_numbers(&correction->set);
}
