/* What a review is about. */

#ifndef TARE_SUBJECT_H
#define TARE_SUBJECT_H

typedef struct TareBrands TareBrands;

/** What a review is about, and the others that it may name. */
typedef struct TareSubject {
    const char* name;         ///< "Sony MDR-EX1000"
    const TareBrands* brands; ///< NULL when none are known
} TareSubject;

#endif
