/* The phone books of graph tools among the files that are added (formats/phone_book.h). */

#ifndef TARE_CLI_ADD_BOOKS_H
#define TARE_CLI_ADD_BOOKS_H

#include "formats/phone_book.h"

typedef struct TareWalk TareWalk;

/** Starts as {0}. */
typedef struct TareAddBooks {
    TarePhoneBook* books;
    size_t n;
} TareAddBooks;

/** Reads all files of the name "phone_book.json". Of one that cannot be read it is
    reported why, the others are read; the first such status. To be cleared in any case. */
TareStatus tare_add_books_read(TareAddBooks* books, const TareWalk* walk,
                               const TareReporter* reporter);

/** What the nearest of them calls the headphone of a file, of which the first `length` bytes of the
   path are the same for all its takes; NULL when none has it. */
const TarePhone* tare_add_books_find(const TareAddBooks* books, const char* path, size_t length);

void tare_add_books_clear(TareAddBooks* books);

#endif
