#include "cli/catalogue/add_books.h"

#include "base/path.h"
#include "base/walk.h"

#include <stdlib.h>
#include <string.h>

TareStatus tare_add_books_read(TareAddBooks* books, const TareWalk* walk,
                               const TareReporter* reporter)
{
    TareStatus worst = TARE_OK;
    books->books = calloc(walk->n_files + 1, sizeof *books->books);
    if (!books->books)
        return TARE_NO_MEMORY;
    for (size_t i = 0; i < walk->n_files; ++i) {
        const char* const path = walk->files[i].path;
        if (strcmp(tare_path_name(path), "phone_book.json") != 0)
            continue;
        const TareStatus status = tare_phone_book_read(&books->books[books->n++], path, reporter);
        worst = worst == TARE_OK ? status : worst;
    }
    return worst;
}

/** How far two paths are the same. */
static size_t shared_length(const char* a, const char* b)
{
    size_t n = 0;
    while (a[n] && a[n] == b[n])
        ++n;
    return n;
}

const TarePhone* tare_add_books_find(const TareAddBooks* books, const char* path, size_t length)
{
    const char* const name = tare_path_name(path);
    const TarePhone* nearest = NULL;
    size_t most = 0;
    for (size_t i = 0; i < books->n; ++i) {
        const TarePhoneBook* const book = &books->books[i];
        const TarePhone* const phone =
            tare_phone_book_find(book, name, length - (size_t)(name - path));
        const size_t n_shared = phone ? shared_length(book->path, path) : 0;
        if (phone && (!nearest || n_shared > most)) {
            nearest = phone;
            most = n_shared;
        }
    }
    return nearest;
}

void tare_add_books_clear(TareAddBooks* books)
{
    for (size_t i = 0; i < books->n; ++i)
        tare_phone_book_clear(&books->books[i]);
    free(books->books);
    *books = (TareAddBooks){0};
}
