/* Filters in the commands of programs that play or convert: "sox in out equalizer 105 0.7q 4",
   "ffmpeg -af equalizer=f=3000:t=q:w=2:g=-4". */

#ifndef TARE_COMMAND_LINES_H
#define TARE_COMMAND_LINES_H

#include <stdbool.h>

typedef struct TareTableRows TareTableRows;

/** Reads the command in the line that a text begins with, a row for each filter, and moves behind
    it. False, with some rows added, when there is none. Of the effects those with a gain at a
    frequency count: equalizer, bass, treble, lowshelf, highshelf. */
bool tare_command_line_read(TareTableRows* table, const char** text);

#endif
