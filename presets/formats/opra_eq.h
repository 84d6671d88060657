/* A single preset of the OPRA database, as its repository holds it: info.json. */

#ifndef TARE_OPRA_EQ_H
#define TARE_OPRA_EQ_H

typedef struct TareFormat TareFormat;

/** "opra-eq" */
extern const TareFormat tare_opra_eq_format;

#endif
