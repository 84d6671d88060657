/* A line of words as a command is called with them. */

#ifndef TARE_TESTS_CALL_WORDS_H
#define TARE_TESTS_CALL_WORDS_H

#include "cli/frame/cli.h"

#include <stdio.h>
#include <string.h>

enum { MAX_WORDS = 12 };

/** Words that a function may reorder, ended by NULL. */
typedef struct {
    char* texts[MAX_WORDS];
    char room[MAX_WORDS][64];
    int n;
} Words;

/** Takes a line apart at its blanks; "_" stands for an empty word. */
static inline TareArguments split(Words* words, const char* line)
{
    words->n = 0;
    while (*line != '\0' && words->n < MAX_WORDS) {
        const size_t length = strcspn(line, " ");
        char* const word = words->room[words->n];
        snprintf(word, sizeof words->room[0], "%.*s", (int)length, line);
        if (strcmp(word, "_") == 0)
            word[0] = '\0';
        words->texts[words->n++] = word;
        line += length + (line[length] == ' ');
    }
    return (TareArguments){words->n, words->texts};
}

#endif
