/* Writes Turtle through serd: escaping, abbreviation and layout are serd's, so that what is written
   comes back byte for byte from serdi.

   Nodes are given as text: "<uri>", or "prefix:name" with a prefix declared before. Errors are kept
   and told by tare_turtle_close(). */

#ifndef TARE_TURTLE_H
#define TARE_TURTLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

typedef struct TareTurtle TareTurtle;

/** Starts a document. The file stays the caller's. NULL when memory is short. */
TareTurtle* tare_turtle_new(FILE* out);

/** Ends the document and frees the writer; NULL is allowed. False when anything could not be
    written. */
bool tare_turtle_close(TareTurtle* turtle);

/** Makes tare_turtle_close() say that the document is not complete. */
void tare_turtle_fail(TareTurtle* turtle);

void tare_turtle_prefix(TareTurtle* turtle, const char* name, const char* uri);

/** Takes over all statements of a Turtle text. False, and a message on `errors`, when it is none.
 */
bool tare_turtle_copy(TareTurtle* turtle, const char* text);

/** What the subject is: "a" in Turtle. */
void tare_turtle_type(TareTurtle* turtle, const char* subject, const char* type);

void tare_turtle_node(TareTurtle* turtle, const char* subject, const char* predicate,
                      const char* object);

/** A string literal; any UTF-8 text. */
void tare_turtle_text(TareTurtle* turtle, const char* subject, const char* predicate,
                      const char* text);

/** Opens an object without a name: until tare_turtle_end(), a NULL subject means it. */
void tare_turtle_begin(TareTurtle* turtle, const char* subject, const char* predicate);
void tare_turtle_end(TareTurtle* turtle);

/** A decimal literal. */
void tare_turtle_number(TareTurtle* turtle, const char* subject, const char* predicate,
                        float value);

/** Formats a port value as a Turtle decimal: the shortest that reads back equal as a float, always
    with a point. For what ports hold: up to 1e6, and nothing but 0 below 0.01. */
void tare_turtle_format(char* buffer, size_t size, float value);

#endif
