#include "review/front_languages.h"

#include "base/ascii.h"
#include "base/text.h"
#include "base/utf8.h"
#include "review/front_keys.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/** The text and a place in it. */
typedef struct {
    const char* file;
    const TareReporter* reporter;
    TareFrontKeys* keys;
    const char *text, *at, *end;
    const char* counted; ///< the lines up to here are counted
    unsigned line;
    bool is_in_table;
    TareStatus status; ///< once it is not TARE_OK nothing more is read
} Reader;

/* Deeper lists and tables are refused, since they are read by recursion. */
enum { MAX_DEPTH = 16 };

static bool fail(Reader* reader, const char* where, const char* message)
{
    unsigned line = 2, column = 1; /* the TOML begins in line 2 of the file */
    for (const char* c = reader->text; c < where; ++c) {
        column = *c == '\n' ? 1 : column + 1;
        line += *c == '\n';
    }
    if (reader->status == TARE_OK)
        tare_report(reader->reporter, TARE_ERROR, reader->file, line, column,
                    "front matter is no TOML: %s", message);
    reader->status = TARE_BAD_INPUT;
    return false;
}

static char peek(const Reader* reader)
{
    return reader->at < reader->end ? *reader->at : '\0';
}

static bool begins_with(const Reader* reader, const char* word)
{
    const size_t n = strlen(word);
    return (size_t)(reader->end - reader->at) >= n && memcmp(reader->at, word, n) == 0;
}

static void skip_blanks(Reader* reader)
{
    while (peek(reader) == ' ' || peek(reader) == '\t' || peek(reader) == '\r')
        ++reader->at;
}

static void skip_comment(Reader* reader)
{
    if (peek(reader) != '#')
        return;
    while (reader->at < reader->end && *reader->at != '\n')
        ++reader->at;
}

/** Skips blanks, comments and ends of lines. */
static void skip_lines(Reader* reader)
{
    const char* before = NULL;
    while (before != reader->at) {
        before = reader->at;
        skip_blanks(reader);
        skip_comment(reader);
        if (peek(reader) == '\n')
            ++reader->at;
    }
}

/** Appends the character that n hexadecimal digits stand for, and moves behind them. */
static bool read_number_escape(Reader* reader, size_t n, TareText* text)
{
    static const char digits[] = "0123456789abcdef";
    const char* const where = reader->at;
    uint32_t character = 0;
    for (size_t i = 0; i < n; ++i, ++reader->at) {
        const char lower = tare_ascii_lower(peek(reader));
        const char* const digit = lower ? strchr(digits, lower) : NULL;
        if (!digit)
            return fail(reader, where, "bad escape; expected hexadecimal digits behind \"\\u\"");
        character = character * 16 + (uint32_t)(digit - digits);
    }
    if (character == 0 || character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF))
        return fail(reader, where, "bad escape; expected the number of a character");
    char bytes[4];
    tare_text_append(text, bytes, tare_utf8_encode(character, bytes));
    return true;
}

/** Reads what stands behind a backslash. */
static bool read_escape(Reader* reader, TareText* text)
{
    static const char names[] = "btnfre\"\\", meanings[] = "\b\t\n\f\r\x1b\"\\";
    const char c = peek(reader);
    const char* const name = c ? strchr(names, c) : NULL;
    if (c == 'u' || c == 'U') {
        ++reader->at;
        return read_number_escape(reader, c == 'u' ? 4 : 8, text);
    }
    if (name) {
        tare_text_append(text, &meanings[name - names], 1);
        ++reader->at;
        return true;
    }
    if (c != '\n' && c != ' ' && c != '\t' && c != '\r')
        return fail(reader, reader->at, "bad escape; expected one like \"\\n\"");
    while (peek(reader) == '\n' || peek(reader) == ' ' || peek(reader) == '\t' ||
           peek(reader) == '\r')
        ++reader->at; /* the end of a line within """ """ counts for nothing */
    return true;
}

/** Reads a text in quotes of one or three. */
static bool read_string(Reader* reader, TareText* text)
{
    const char* const where = reader->at;
    const char quote = *where;
    const char triple[] = {quote, quote, quote, '\0'};
    const bool is_long = begins_with(reader, triple);
    const char end[] = {quote, is_long ? quote : '\0', quote, '\0'};
    reader->at += is_long ? 3 : 1;
    if (is_long && peek(reader) == '\n')
        ++reader->at;
    while (!begins_with(reader, end)) {
        if (reader->at == reader->end || (!is_long && *reader->at == '\n'))
            return fail(reader, where, "a text does not end; expected another quote");
        const char c = *reader->at++;
        if (c != '\\' || quote == '\'')
            tare_text_append(text, &c, 1);
        else if (!read_escape(reader, text))
            return false;
    }
    reader->at += is_long ? 3 : 1;
    return true;
}

/** Keeps a value of the current key that began at a place. */
static bool keep(Reader* reader, const char* where, const char* value, size_t length)
{
    for (; reader->counted < where; ++reader->counted)
        reader->line += *reader->counted == '\n';
    if (!tare_front_keys_keep(reader->keys, value, length, reader->line))
        reader->status = TARE_NO_MEMORY;
    return reader->status == TARE_OK;
}

static bool read_text_value(Reader* reader, bool is_kept)
{
    TareText text = {0};
    const char* const where = reader->at;
    bool is_good = read_string(reader, &text);
    if (text.failed)
        reader->status = TARE_NO_MEMORY;
    else if (is_good && is_kept)
        is_good = keep(reader, where, text.data ? text.data : "", text.length);
    tare_text_clear(&text);
    return is_good && reader->status == TARE_OK;
}

/** Reads a date, number or word; `ends` are the characters that end it. */
static bool read_bare_value(Reader* reader, bool is_kept, const char* ends)
{
    const char* const where = reader->at;
    while (reader->at < reader->end && !strchr(ends, *reader->at))
        ++reader->at;
    const char* last = reader->at;
    while (last > where && (last[-1] == ' ' || last[-1] == '\t' || last[-1] == '\r'))
        --last;
    if (last == where ||
        !(tare_is_digit(*where) || tare_is_letter(*where) || *where == '+' || *where == '-'))
        return fail(reader, where, "a value is missing; expected \"key = value\"");
    return !is_kept || tare_is_letter(*where) || /* true, false, inf, nan */
           keep(reader, where, where, (size_t)(last - where));
}

static bool read_value(Reader* reader, bool is_kept, unsigned depth);

/** Reads what stands between brackets: values with commas between, in a table each behind "=". */
static bool read_list(Reader* reader, bool is_kept, unsigned depth)
{
    const char* const where = reader->at;
    const bool is_table = *where == '{';
    ++reader->at;
    for (skip_lines(reader); peek(reader) != (is_table ? '}' : ']'); skip_lines(reader)) {
        if (reader->at == reader->end)
            return fail(reader, where, "a list does not end; expected a bracket");
        if (is_table) {
            while (reader->at < reader->end && *reader->at != '=' && *reader->at != '\n')
                ++reader->at;
            if (peek(reader) != '=')
                return fail(reader, where, "a table does not end; expected \"{key = value}\"");
            ++reader->at;
            skip_blanks(reader);
        }
        if (!read_value(reader, is_kept && !is_table, depth + 1))
            return false;
        skip_lines(reader);
        if (peek(reader) == ',')
            ++reader->at;
        else if (reader->at < reader->end && peek(reader) != (is_table ? '}' : ']'))
            return fail(reader, reader->at, "too much in a list; expected a comma");
    }
    ++reader->at;
    return true;
}

static bool read_value(Reader* reader, bool is_kept, unsigned depth)
{
    const char c = peek(reader);
    if (depth > MAX_DEPTH)
        return fail(reader, reader->at, "values are nested too deeply; expected plain text");
    if (c == '"' || c == '\'')
        return read_text_value(reader, is_kept && depth <= 1);
    if (c == '[' || c == '{')
        return read_list(reader, is_kept && depth == 0, depth);
    return read_bare_value(reader, is_kept && depth <= 1, depth ? ",]}#\"'\n" : "#\n");
}

static bool is_key_character(char c)
{
    return tare_is_letter(c) || tare_is_digit(c) || c == '_' || c == '-' || c == '.';
}

/** Reads a key, with the quotes it may have, and makes it the current one. */
static bool read_key(Reader* reader)
{
    const char* const where = reader->at;
    TareText key = {0};
    if (peek(reader) == '"' || peek(reader) == '\'') {
        if (!read_string(reader, &key)) {
            tare_text_clear(&key);
            return false;
        }
    } else {
        while (reader->at < reader->end && is_key_character(*reader->at))
            ++reader->at;
        tare_text_append(&key, where, (size_t)(reader->at - where));
    }
    if (key.failed)
        reader->status = TARE_NO_MEMORY;
    else if (!key.length)
        fail(reader, where, "a key is missing; expected \"key = value\"");
    else if (!tare_front_keys_next(reader->keys, key.data, key.length) && !reader->is_in_table)
        fail(reader, where, "a key appears twice; expected each key once");
    tare_text_clear(&key);
    return reader->status == TARE_OK;
}

/** Reads "[table]" or "key = value". */
static bool read_line(Reader* reader)
{
    if (peek(reader) == '[') {
        const char* const where = reader->at;
        while (reader->at < reader->end && *reader->at != '\n' && *reader->at != '#')
            ++reader->at;
        if (!memchr(where, ']', (size_t)(reader->at - where)))
            return fail(reader, where, "the name of a table does not end; expected \"[name]\"");
        reader->is_in_table = true;
        return true;
    }
    if (!read_key(reader))
        return false;
    skip_blanks(reader);
    if (peek(reader) != '=')
        return fail(reader, reader->at, "\"=\" is missing; expected \"key = value\"");
    ++reader->at;
    skip_blanks(reader);
    if (!read_value(reader, tare_front_keys_wants(reader->keys), 0))
        return false;
    skip_blanks(reader);
    skip_comment(reader);
    return reader->at == reader->end || *reader->at == '\n' ||
           fail(reader, reader->at, "too much on the line; expected its end here");
}

TareStatus tare_front_toml_read(TareFrontKeys* keys, const char* file, const char* text,
                                size_t length, const TareReporter* reporter)
{
    Reader reader = {.file = file,
                     .reporter = reporter,
                     .keys = keys,
                     .text = text,
                     .at = text,
                     .end = text + length,
                     .counted = text,
                     .line = 2,
                     .status = TARE_OK};
    for (skip_lines(&reader); reader.at < reader.end; skip_lines(&reader))
        if (!read_line(&reader))
            break;
    return reader.status;
}
