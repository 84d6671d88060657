/* The catalogue's own text (catalogue/README.md), as a file of one's own. */

#ifndef TARE_OWN_TEXT_H
#define TARE_OWN_TEXT_H

typedef struct TareFormat TareFormat;

/** "tare". A text of which a part cannot be used is refused. */
extern const TareFormat tare_own_text_format;

#endif
