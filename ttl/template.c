#include "template.h"

#include <string.h>

/** Where the next word starts in this line, or where the line ends. */
static const char* next_word(const char* text)
{
    if (*text == '#' || !strncmp(text, "@prefix", 7))
        return text + strcspn(text, "\n");
    return text + strcspn(text, "@\n");
}

/** Writes what stands for "@WORD@"; returns what follows it, NULL when nobody knows the word. */
static const char* fill_word(FILE* out, const char* text, const TareTemplateWord* words)
{
    for (; words->word; ++words) {
        const size_t length = strlen(words->word);
        if (!strncmp(text + 1, words->word, length) && text[length + 1] == '@') {
            words->write(out);
            return text + length + 2;
        }
    }
    return NULL;
}

const char* tare_template_fill(FILE* out, const char* text, const TareTemplateWord* words)
{
    while (*text) {
        const char* stop = next_word(text);
        fwrite(text, 1, (size_t)(stop - text), out);
        if (*stop == '\n') {
            fputc('\n', out);
            text = stop + 1;
        } else if (*stop == '@') {
            text = fill_word(out, stop, words);
            if (!text)
                return stop;
        } else {
            text = stop;
        }
    }
    return NULL;
}
