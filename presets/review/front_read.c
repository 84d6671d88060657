#include "review/front_read.h"

#include "base/text.h"
#include "review/front_keys.h"
#include "review/front_languages.h"
#include "review/front_matter.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/** What a front matter is written in, known by the lines around it. */
typedef struct {
    const char* fence;
    TareStatus (*read)(TareFrontKeys* keys, const char* file, const char* text, size_t length,
                       const TareReporter* reporter);
} Language;

static const Language languages[] = {{"---", tare_front_yaml_read}, {"+++", tare_front_toml_read}};

enum { N_LANGUAGES = sizeof languages / sizeof *languages, N_FENCE = 3 };

static TareStatus bad_input(const char* file, const TareReporter* reporter, const char* message)
{
    tare_report(reporter, TARE_ERROR, file, 1, 1, "%s", message);
    return TARE_BAD_INPUT;
}

/** Whether a line is a fence, maybe with blanks behind; `*next` is where the next line begins. */
static bool is_fence(const char* fence, const char* text, size_t length, size_t at, size_t* next)
{
    const char* const end = at < length ? memchr(text + at, '\n', length - at) : NULL;
    const size_t stop = end ? (size_t)(end - text) : length;
    *next = end ? stop + 1 : length;
    if (stop < at + N_FENCE || memcmp(text + at, fence, N_FENCE) != 0)
        return false;
    for (size_t i = at + N_FENCE; i < stop; ++i) {
        if (text[i] != ' ' && text[i] != '\t' && text[i] != '\r')
            return false;
    }
    return true;
}

/** Finds where the front matter ends that begins at `first`, and where the body begins. */
static bool find_end(TareFrontMatter* front, const char* fence, const char* text, size_t length,
                     size_t first, size_t* last)
{
    size_t at = first;
    for (unsigned line = 2; at < length; ++line) {
        size_t next = 0;
        if (is_fence(fence, text, length, at, &next)) {
            *last = at;
            front->body = next;
            front->body_line = line + 1;
            return true;
        }
        at = next;
    }
    return false;
}

static TareStatus read_in(const Language* language, TareFrontMatter* front, const char* file,
                          const char* text, size_t length, size_t first,
                          const TareReporter* reporter)
{
    size_t last = 0;
    if (!find_end(front, language->fence, text, length, first, &last)) {
        tare_report(reporter, TARE_ERROR, file, 1, 1,
                    "the front matter does not end; expected a second line \"%s\"",
                    language->fence);
        return TARE_BAD_INPUT;
    }
    TareFrontKeys keys = {.front = front};
    const TareStatus status = language->read(&keys, file, text + first, last - first, reporter);
    return status == TARE_OK && !tare_front_keys_end(&keys) ? TARE_NO_MEMORY : status;
}

static TareStatus read_any(TareFrontMatter* front, const char* file, const char* text,
                           size_t length, bool is_named, const TareReporter* reporter)
{
    for (size_t i = 0; i < N_LANGUAGES; ++i) {
        size_t first = 0;
        if (is_fence(languages[i].fence, text, length, 0, &first))
            return read_in(&languages[i], front, file, text, length, first, reporter);
    }
    front->body_line = 1;
    return is_named ? TARE_OK
                    : bad_input(file, reporter,
                                "no front matter names the product; expected a line \"---\" at the "
                                "beginning, or \"Brand Model\" by --name");
}

static TareStatus set_name(TareFrontMatter* front, const char* file, const char* name,
                           const TareReporter* reporter)
{
    if (name) {
        free(front->target_name);
        front->target_name = tare_text_copy(name, strlen(name));
        front->is_named_from_outside = true;
        return front->target_name ? TARE_OK : TARE_NO_MEMORY;
    }
    return front->target_name ? TARE_OK
                              : bad_input(file, reporter,
                                          "front matter names no product; expected a key "
                                          "\"target_name\", or \"Brand Model\" by --name");
}

TareStatus tare_front_matter_read(TareFrontMatter* front, const char* file, const char* text,
                                  size_t length, const char* name, const TareReporter* reporter)
{
    *front = (TareFrontMatter){0};
    TareStatus status = read_any(front, file, text, length, name != NULL, reporter);
    if (status == TARE_OK)
        status = set_name(front, file, name, reporter);
    if (status != TARE_OK)
        tare_front_matter_clear(front);
    return status;
}
