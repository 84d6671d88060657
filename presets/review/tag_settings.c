#include "review/tag_settings.h"

#include "base/ascii.h"
#include "base/text.h"
#include "review/outline.h"
#include "review/word_patterns.h"

#include <stddef.h>
#include <string.h>

/** What the attributes of a filter are called, and what stands beside their values in a line of
    settings. */
static const struct {
    const char *name, *before, *behind;
} attributes[] = {
    {"type", "", ""},       {"kind", "", ""},          {"shape", "", ""},
    {"freq*", "", " Hz"},   {"fc", "", " Hz"},         {"f", "", " Hz"},
    {"hz", "", " Hz"},      {"gain*", "Gain ", " dB"}, {"g", "Gain ", " dB"},
    {"db", "Gain ", " dB"}, {"level", "Gain ", " dB"}, {"q", "Q ", ""},
    {"width", "Q ", ""},
};

/** A tag that is being read. */
typedef struct {
    TareText line;
    bool has_freq, has_gain, is_off;
} Tag;

static bool is_switch(TareSpan name)
{
    const size_t n = (size_t)(name.end - name.first);
    return tare_word_is(name.first, n, "on") || tare_word_is(name.first, n, "enabled") ||
           tare_word_is(name.first, n, "active");
}

/** Adds what an attribute says to the line. */
static void take(Tag* tag, TareSpan name, TareSpan value)
{
    const size_t n = (size_t)(name.end - name.first);
    const int n_value = (int)(value.end - value.first);
    if (is_switch(name))
        tag->is_off = n_value > 0 && strchr("0nNfF", value.first[0]);
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; ++i) {
        if (!tare_word_is(name.first, n, attributes[i].name))
            continue;
        tare_text_format(&tag->line, "%s%s%.*s%s", tag->line.length ? ", " : "",
                         attributes[i].before, n_value, value.first, attributes[i].behind);
        tag->has_freq = tag->has_freq || strstr(attributes[i].behind, "Hz");
        tag->has_gain = tag->has_gain || strstr(attributes[i].behind, "dB");
        return;
    }
}

/** Reads the attributes up to the end of a tag. */
static const char* read_tag(Tag* tag, const char* at)
{
    while (*at && *at != '>') {
        const TareSpan name = {at, at + strcspn(at, " \t\r\n=>")};
        at = name.end;
        if (at[0] == '=' && (at[1] == '"' || at[1] == '\'')) {
            const char mark[] = {at[1], '\0'};
            const TareSpan value = {at + 2, at + 2 + strcspn(at + 2, mark)};
            take(tag, name, value);
            at = value.end;
        }
        at += *at && *at != '>';
    }
    return at;
}

bool tare_tag_settings_read(TareOutline* outline, const char* text, unsigned line)
{
    bool is_read = false;
    for (const char* at = text; *at; ++at) {
        line += *at == '\n';
        if (*at != '<' || !tare_is_letter(at[1]))
            continue;
        Tag tag = {0};
        const char* const end = read_tag(&tag, at);
        if (tag.has_freq && tag.has_gain) {
            if (tag.is_off)
                tare_text_append(&tag.line, ", OFF", 5);
            outline->kind = TARE_BLOCK_CODE;
            tare_outline_paragraph(outline, &tag.line, line);
            is_read = true;
        }
        tare_text_clear(&tag.line);
        for (; at < end; ++at)
            line += *at == '\n';
        if (!*at)
            break;
    }
    return is_read;
}
