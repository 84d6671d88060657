/* Curves of a graphic equaliser, to be written. */

#ifndef TARE_GRAPHIC_EQ_WRITE_H
#define TARE_GRAPHIC_EQ_WRITE_H

typedef struct TareFormat TareFormat;

/** "graphiceq" */
extern const TareFormat tare_graphic_eq_format;

#endif
