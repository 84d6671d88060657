/* Which program wrote a text in the language of Equalizer APO. */

#ifndef TARE_APO_SHAPE_H
#define TARE_APO_SHAPE_H

#include "formats/dialect.h"

typedef struct TareSpan TareSpan;

/** What the shape of a text says, comments left aside. AutoEq writes preamp and filters alone:
   whole frequencies, gains with one decimal, Q with two. squig.link writes the same with three
   decimals of Q. Everything else is Equalizer APO's. */
TareDialect tare_apo_shape(TareSpan text);

/** What to say of it to a person. */
const char* tare_apo_shape_note(TareDialect dialect);

/** Whether a line, blanks at its ends left out, is a command of Equalizer APO, whatever is wrong
    with it. */
bool tare_apo_shape_is_command(TareSpan line);

#endif
