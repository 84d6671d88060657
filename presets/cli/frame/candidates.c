#include "cli/frame/candidates.h"

#include "base/ascii.h"
#include "base/plain.h"

#include <string.h>

static size_t count_common(const char* a, const char* b, size_t max)
{
    size_t n = 0;
    while (n < max && a[n] == b[n] && a[n] != '\0')
        ++n;
    return n;
}

void tare_candidates_add(TareCandidates* candidates, const char* text, const char* note)
{
    if (!tare_plain_is(text))
        return;
    TareText* const lines = &candidates->lines;
    const size_t n_before = strlen(candidates->before);
    if (candidates->n++ == 0)
        candidates->n_common = strlen(text);
    else if (!lines->failed)
        candidates->n_common = count_common(lines->data + n_before, text, candidates->n_common);
    tare_text_append(lines, candidates->before, n_before);
    tare_text_append(lines, text, strlen(text));
    tare_text_append(lines, "\t", 1);
    tare_plain_append(lines, note ? note : "");
    tare_text_append(lines, "\n", 1);
}

void tare_candidates_add_if_begun(TareCandidates* candidates, const char* text, const char* note)
{
    const char* word = candidates->word;
    size_t i = 0;
    while (word[i] != '\0' && tare_ascii_lower(word[i]) == tare_ascii_lower(text[i]))
        ++i;
    if (word[i] == '\0')
        tare_candidates_add(candidates, text, note);
}

void tare_candidates_clear(TareCandidates* candidates)
{
    tare_text_clear(&candidates->lines);
}
