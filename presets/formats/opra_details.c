#include "formats/opra_details.h"

#include "names/fold.h"

#include <stdlib.h>
#include <string.h>

/* What stands between the parts of details. */
#define BULLET "\xE2\x80\xA2"

static const char measured_by[] = "Measured by ";

/* Parts of details that are about the preset and not about the headphone hold one of these, folded
   and joined. */
static const char* const version_words[] = {
    "graphiceq", "bandeq",    "bandparametric", "preliminary", "samsungeq",
    "androideq", "spotifyeq", "moodeeq",        "powerdac",    "consolidated",
    "usound",    "subbass",   "ignorebass",     "bandsetting",
};

/** Whether a folded text holds one of the words. */
static bool is_version(const char* folded)
{
    for (size_t i = 0; i < sizeof version_words / sizeof *version_words; ++i)
        if (strstr(folded, version_words[i]))
            return true;
    return false;
}

static bool is_target(const char* folded)
{
    return strstr(folded, "target") || !strncmp(folded, "hrtf", 4);
}

/** A part folded and joined, to be freed; NULL when memory is short. */
static char* folded(const char* part, size_t length)
{
    char* const copy = tare_text_copy(part, length);
    TareText words = {0}, joined = {0};
    if (copy)
        tare_fold_words(&words, copy);
    if (copy && !words.failed)
        tare_fold_join(&joined, words.data);
    free(copy);
    tare_text_clear(&words);
    if (joined.failed)
        tare_text_clear(&joined);
    return joined.data;
}

/** Whether a list of parts has this one already; the list fails when memory is short. */
static bool has_part(TareText* list, const char* wanted)
{
    bool is_there = false;
    for (const char* p = list->data; p && *p && !is_there;) {
        const size_t n = strcspn(p, ",");
        char* const part = folded(p, n);
        is_there = part && !strcmp(part, wanted);
        list->failed = list->failed || !part;
        free(part);
        p += n + (p[n] == ',');
    }
    return is_there;
}

/** "Target_Harman_IEM" is a name of a file: "Harman IEM". */
static void put_target(TareText* target, const char* part, size_t length)
{
    static const char file_begin[] = "Target_";
    const size_t n_begin = sizeof file_begin - 1;
    if (length > n_begin && !strncmp(part, file_begin, n_begin)) {
        part += n_begin;
        length -= n_begin;
    }
    for (size_t i = 0; i < length; ++i)
        tare_text_append(target, part[i] == '_' ? " " : part + i, 1);
}

/** Sorts one part to where it belongs. */
static bool put_part(TareOpraDetails* details, const char* part, size_t length)
{
    while (length && part[length - 1] == ' ')
        --length;
    char* const key = folded(part, length);
    if (!key)
        return false;
    TareText* const list = is_version(key) ? &details->version : &details->variant;
    if (is_target(key) && !details->target.length) {
        put_target(&details->target, part, length);
    } else if (*key && !has_part(list, key)) {
        if (list->length)
            tare_text_append(list, ", ", 2);
        tare_text_append(list, part, length);
    }
    free(key);
    return !list->failed && !details->target.failed;
}

static size_t length_of_separator(const char* text)
{
    if (!strncmp(text, BULLET, sizeof BULLET - 1))
        return sizeof BULLET - 1;
    return *text && strchr("(),", *text) ? 1 : 0;
}

/** Sorts all parts, between commas, brackets and bullets. */
static bool put_parts(TareOpraDetails* details, const char* text, size_t length)
{
    const char* const end = text + length;
    while (text < end) {
        const char* part = text;
        while (text < end && !length_of_separator(text))
            ++text;
        while (part < text && *part == ' ')
            ++part;
        if (part < text && !put_part(details, part, (size_t)(text - part)))
            return false;
        text += text < end ? length_of_separator(text) : 0;
    }
    return true;
}

bool tare_opra_details_read(TareOpraDetails* details, const char* text)
{
    if (!strncmp(text, measured_by, sizeof measured_by - 1)) {
        text += sizeof measured_by - 1;
        size_t length = 0;
        while (text[length] && !length_of_separator(text + length))
            ++length;
        size_t n_rig = length;
        while (n_rig && text[n_rig - 1] == ' ')
            --n_rig;
        if (n_rig)
            tare_text_append(&details->rig, text, n_rig);
        text += length;
    }
    return put_parts(details, text, strlen(text)) && !details->rig.failed;
}

bool tare_opra_details_read_name(TareOpraDetails* details, const char* name, size_t* length)
{
    size_t n = strlen(name);
    while (n && name[n - 1] == ')') {
        size_t open = n;
        while (open && name[open - 1] != '(')
            --open;
        size_t before = open ? open - 1 : 0;
        while (before && name[before - 1] == ' ')
            --before;
        if (!before)
            break; /* a name of nothing but brackets keeps them */
        n = before;
    }
    *length = n;
    return put_parts(details, name + n, strlen(name) - n);
}

bool tare_opra_details_read_id(TareOpraDetails* details, const char* id)
{
    static const char mark[] = "_parametric_";
    const char* const begin = strstr(id, mark);
    const char* const digits = begin ? begin + sizeof mark - 1 : "";
    const size_t n_digits = strspn(digits, "0123456789");
    if (n_digits && !strncmp(digits + n_digits, "band", 4))
        tare_text_format(&details->version, "%s%.*s bands", details->version.length ? ", " : "",
                         (int)n_digits, digits);
    return !details->version.failed;
}

void tare_opra_details_clear(TareOpraDetails* details)
{
    tare_text_clear(&details->rig);
    tare_text_clear(&details->target);
    tare_text_clear(&details->variant);
    tare_text_clear(&details->version);
}
