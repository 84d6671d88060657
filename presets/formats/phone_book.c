#include "formats/phone_book.h"

#include "base/file.h"
#include "base/list.h"
#include "base/pool.h"
#include "base/text.h"
#include "formats/input.h"
#include "formats/json_input.h"
#include "formats/tree.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { MAX_BYTES = 16 << 20 };

/** Where a phone book is being read. */
typedef struct {
    TarePhoneBook* book;
    const char* path;
    const TareReporter* reporter;
} Reader;

static TareStatus fail(const Reader* reader, const TareTree* part, const char* what)
{
    tare_report(reader->reporter, TARE_ERROR, reader->path, part->line, 1, "%s", what);
    return TARE_BAD_INPUT;
}

/** "Acme One (foam)" out of its parts, of which the last may be empty, in the pool; a brand that
   the name begins with is not told twice. NULL when memory is short. */
static const char* full_name(TarePool* pool, const char* brand, const char* name,
                             const char* suffix)
{
    TareText text = {0};
    const size_t n = strlen(brand);
    const bool is_told = n > 0 && strncasecmp(name, brand, n) == 0 && name[n] == ' ';
    tare_text_format(&text, "%s%s%s%s%s", brand, n > 0 ? " " : "", is_told ? name + n + 1 : name,
                     *suffix ? " " : "", suffix);
    const char* const full = text.failed ? NULL : tare_pool_copy(pool, text.data, text.length);
    tare_text_clear(&text);
    return full;
}

static bool add(Reader* reader, const char* file, const char* brand, const char* name,
                const char* suffix)
{
    TarePhoneBook* const book = reader->book;
    TarePhone* const grown = tare_list_grow(book->phones, book->n, sizeof *grown);
    if (!grown)
        return false;
    book->phones = grown;
    const char* const full = full_name(book->pool, brand, name, suffix);
    grown[book->n] = (TarePhone){file, brand, full};
    book->n += full != NULL;
    return full != NULL;
}

/** What a file's name has behind a prefix; all of it without that prefix. */
static const char* behind(const char* file, const char* prefix)
{
    const size_t n = strlen(prefix);
    const char* rest = file + (strncasecmp(file, prefix, n) == 0 ? n : 0);
    while (*rest == ' ')
        ++rest;
    return rest;
}

/** Adds the several files of a phone, each with the suffix beside it, or what its own name says. */
static bool add_files(Reader* reader, const TareTree* phone, const TareTree* files,
                      const char* brand, const char* name)
{
    const TareTree* const suffixes = tare_tree_get(phone, "suffix");
    const char* const prefix = tare_tree_text(phone, "prefix");
    const TareTree* suffix = suffixes ? suffixes->first : NULL;
    for (const TareTree* file = files->first; file; file = file->next) {
        const bool is_named = suffix || *prefix;
        const char* const told = suffix ? suffix->text : behind(file->text, prefix);
        if (!add(reader, file->text, brand, is_named ? name : file->text, is_named ? told : ""))
            return false;
        suffix = suffix ? suffix->next : NULL;
    }
    return true;
}

/** The brand, and with whom it was made, in the pool; NULL when memory is short. */
static const char* makers(Reader* reader, const TareTree* phone, const char* brand)
{
    const char* const other = tare_tree_text(phone, "collab");
    TareText text = {0};
    tare_text_format(&text, "%s%s%s", brand, *other ? " x " : "", other);
    const char* const both =
        text.failed ? NULL : tare_pool_copy(reader->book->pool, text.data, text.length);
    tare_text_clear(&text);
    return both;
}

static TareStatus read_phone(Reader* reader, const TareTree* phone, const char* brand)
{
    if (phone->kind == TARE_TREE_TEXT)
        return add(reader, phone->text, brand, phone->text, "") ? TARE_OK : TARE_NO_MEMORY;
    const char* const name = tare_tree_text(phone, "name");
    const TareTree* const file = tare_tree_get(phone, "file");
    if (phone->kind != TARE_TREE_MAP || !*name)
        return fail(reader, phone, "a phone has no name; expected a name, or one with its files");
    const char* const both = makers(reader, phone, brand);
    if (!both)
        return TARE_NO_MEMORY;
    const bool is_good = file && file->kind == TARE_TREE_LIST
                             ? add_files(reader, phone, file, both, name)
                             : add(reader, file ? file->text : name, both, name, "");
    return is_good ? TARE_OK : TARE_NO_MEMORY;
}

static TareStatus read_brand(Reader* reader, const TareTree* brand)
{
    const TareTree* const phones = tare_tree_get(brand, "phones");
    TareStatus status = TARE_OK;
    if (brand->kind != TARE_TREE_MAP || !phones || phones->kind != TARE_TREE_LIST)
        return fail(reader, brand, "a brand has no phones; expected a name and a list of phones");
    for (const TareTree* phone = phones->first; phone && status == TARE_OK; phone = phone->next)
        status = read_phone(reader, phone, tare_tree_text(brand, "name"));
    return status;
}

static TareStatus read_text(void* data, const char* path, const char* text, size_t length,
                            const TareReporter* reporter)
{
    TareTree* root = NULL;
    Reader reader = {data, path, reporter};
    const TareFormatInput input = {.file = path, .text = text, .length = length};
    json_t* json = NULL;
    TareStatus status = tare_json_input_read(&input, &json, reporter);
    json_decref(json);
    /* JSON is YAML, of which the tree knows its lines */
    if (status == TARE_OK)
        status = tare_tree_read_yaml(&root, reader.book->pool, &input, reporter);
    if (status != TARE_OK)
        return status;
    if (root->kind != TARE_TREE_LIST)
        return fail(&reader, root, "this is no phone book; expected a list of brands");
    for (const TareTree* brand = root->first; brand && status == TARE_OK; brand = brand->next)
        status = read_brand(&reader, brand);
    return status;
}

TareStatus tare_phone_book_read(TarePhoneBook* book, const char* path, const TareReporter* reporter)
{
    *book = (TarePhoneBook){.pool = calloc(1, sizeof *book->pool)};
    book->path = book->pool ? tare_pool_copy(book->pool, path, strlen(path)) : NULL;
    return book->path ? tare_file_read_by(read_text, book, path, MAX_BYTES, reporter)
                      : TARE_NO_MEMORY;
}

const TarePhone* tare_phone_book_find(const TarePhoneBook* book, const char* name, size_t length)
{
    const TarePhone* alike = NULL;
    for (size_t i = 0; i < book->n; ++i) {
        const TarePhone* const phone = &book->phones[i];
        if (strlen(phone->file) != length || strncasecmp(phone->file, name, length) != 0)
            continue;
        if (strncmp(phone->file, name, length) == 0)
            return phone;
        alike = alike ? alike : phone;
    }
    return alike;
}

void tare_phone_book_clear(TarePhoneBook* book)
{
    free(book->phones);
    if (book->pool)
        tare_pool_clear(book->pool);
    free(book->pool);
    *book = (TarePhoneBook){0};
}
