/* What a graph tool calls the headphones of its folder: phone_book.json, as CrinGraph and with it
   squig.link have it, a list of brands with their phones. A phone is the name of its files without
   side and ending, or has a name and one file or several, which a list of suffixes tells apart, or
   what is left of their names behind a prefix. */

#ifndef TARE_PHONE_BOOK_H
#define TARE_PHONE_BOOK_H

#include "base/report.h"

#include <stddef.h>

typedef struct TarePool TarePool;

/** What one file is called. */
typedef struct TarePhone {
    const char* file;  ///< without side, number and ending
    const char* brand; ///< "Acme", or "Acme x Bolt" of both together
    const char* name;  ///< "Acme One (foam)"
} TarePhone;

/** Starts as {0}; the texts are its own. */
typedef struct TarePhoneBook {
    TarePhone* phones;
    size_t n;
    const char* path; ///< of its file
    TarePool* pool;   ///< owned, where the texts are
} TarePhoneBook;

/** Reads one from a file, to be cleared in any case. TARE_BAD_INPUT, reported with the place: it is
   no list of brands. */
TareStatus tare_phone_book_read(TarePhoneBook* book, const char* path,
                                const TareReporter* reporter);

/** What the file with the first `length` bytes of a name is called, whatever the case of its
   letters if none has the very name; NULL when it is not there. */
const TarePhone* tare_phone_book_find(const TarePhoneBook* book, const char* name, size_t length);

void tare_phone_book_clear(TarePhoneBook* book);

#endif
