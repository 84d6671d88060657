/* The one rule for characters of texts of unknown origin that must not reach a screen, a file that
   others read or a parser as they are. */

#ifndef TARE_PLAIN_H
#define TARE_PLAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

typedef struct TareText TareText;

typedef enum {
    TARE_PLAIN_KEEP,
    TARE_PLAIN_BLANK, ///< control characters and line separators: a blank instead
    TARE_PLAIN_DROP,  ///< invisible marks, and those that turn the direction of writing
    TARE_PLAIN_BROKEN ///< a byte that is no UTF-8: "?" instead
} TarePlain;

/** What to do with a character. */
TarePlain tare_plain(uint32_t character);

/** The same for the one with which a text begins, length >= 1; `n` receives how many bytes it
    takes. */
TarePlain tare_plain_at(const char* text, size_t length, size_t* n);

/** Whether all characters of a text are kept. */
bool tare_plain_is(const char* text);

/** Makes a text plain where it is; it does not become longer. */
void tare_plain_make(char* text);

/** Appends a text made plain. */
void tare_plain_append(TareText* plain, const char* text);

/** Writes a text made plain, or `length` bytes of one: it stays on its line and shows what it says.
 */
void tare_plain_write(FILE* out, const char* text);
void tare_plain_write_part(FILE* out, const char* text, size_t length);

/** Appends JSON, UTF-8, with escapes for what would not be kept: it says the same. Its own line
    ends stay. */
void tare_plain_append_json(TareText* plain, const char* json);

#endif
