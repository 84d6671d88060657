/* The catalogue that this program works with. */

#ifndef TARE_CLI_STOCK_H
#define TARE_CLI_STOCK_H

#include "aliases.h"
#include "catalogue.h"
#include "cli/command.h"

/** Opens the catalogue: the folder $TARE_CATALOGUE, else that of the source tree when the program
    runs from its build tree, else the installed one; and besides the listener's own corrections in
    $XDG_DATA_HOME/tare. What cannot be used of a file is reported and left out.

    Returns TARE_EXIT_DONE and a catalogue that the caller frees, or else says what is missing. */
TareExit tare_stock_open(const TareCommand* command, TareCatalogue** catalogue);

/** The aliases beside the shared catalogue, aliases.txt, to be freed. What cannot be used of them
   is reported and left out; NULL when there are none: a search does without. */
TareAliases* tare_stock_aliases(void);

#endif
