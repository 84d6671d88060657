/* The shelves of a fit: by them one sees at once when a measurement cannot be right. */

#ifndef TARE_SHELVES_H
#define TARE_SHELVES_H

typedef struct TareBandSet TareBandSet;

/** A shelf of so much is seldom the headphone: a leak, a wrong target or rig. */
#define TARE_SHELVES_ABSURD_DB 10.0

/** The largest gain of a shelf, with its sign; 0 without shelves. */
double tare_shelves_most_db(const TareBandSet* set);

#endif
