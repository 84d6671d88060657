/* Fills in the words of a template, which stand between @ signs. */

#ifndef TARE_TEMPLATE_H
#define TARE_TEMPLATE_H

#include <stdbool.h>
#include <stdio.h>

typedef struct TareTemplateWord {
    const char* word; ///< NULL ends a list
    void (*write)(FILE* out);
} TareTemplateWord;

/** Writes the template with its words replaced. Lines that start with # are left alone, and so is
    Turtle's own "@prefix". Returns the place of a word that is not in the list, or NULL when all is
    well. */
const char* tare_template_fill(FILE* out, const char* text, const TareTemplateWord* words);

#endif
