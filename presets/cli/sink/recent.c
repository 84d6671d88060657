#include "cli/sink/recent.h"

#include "base/new_file.h"
#include "base/path.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/** The file's path, to be cleared by the caller; fails where there is no home. */
static void find_file(TareText* path)
{
    const char* const state = getenv("XDG_STATE_HOME");
    const char* const home = getenv("HOME");
    if (state && state[0] == '/')
        tare_text_format(path, "%s/tare/recent", state);
    else if (home && home[0] == '/')
        tare_text_format(path, "%s/.local/state/tare/recent", home);
    else
        path->failed = true;
}

/** Lines of an id, a tab and a name, the newest first. */
static void read_lines(TareRecent* recent, FILE* file)
{
    char line[2 * TARE_RECENT_TEXT + 2];
    TareRecent reversed = {0};
    while (reversed.n < TARE_RECENT_MAX && fgets(line, sizeof line, file)) {
        char* const tab = strchr(line, '\t');
        line[strcspn(line, "\n")] = '\0';
        if (!tab)
            continue;
        *tab = '\0';
        snprintf(reversed.ones[reversed.n].id, TARE_RECENT_TEXT, "%.*s", TARE_RECENT_TEXT - 1,
                 line);
        snprintf(reversed.ones[reversed.n++].name, TARE_RECENT_TEXT, "%.*s", TARE_RECENT_TEXT - 1,
                 tab + 1);
    }
    while (reversed.n-- > 0)
        (void)tare_recent_add(recent, reversed.ones[reversed.n].id, reversed.ones[reversed.n].name);
}

void tare_recent_read(TareRecent* recent)
{
    TareText path = {0};
    *recent = (TareRecent){0};
    find_file(&path);
    FILE* const file = path.failed ? NULL : fopen(path.data, "r");
    if (file) {
        read_lines(recent, file);
        fclose(file);
    }
    tare_text_clear(&path);
}

static bool fits(const char* text)
{
    return text[0] != '\0' && strlen(text) < TARE_RECENT_TEXT && !strpbrk(text, "\t\n");
}

bool tare_recent_add(TareRecent* recent, const char* id, const char* name)
{
    TareRecentOne one;
    size_t place = 0;
    if (!fits(id) || !fits(name) || (recent->n > 0 && !strcmp(recent->ones[0].id, id)))
        return false;
    while (place < recent->n && strcmp(recent->ones[place].id, id) != 0)
        ++place;
    if (place == recent->n && recent->n < TARE_RECENT_MAX)
        ++recent->n;
    if (place == TARE_RECENT_MAX)
        --place; /* the oldest goes */
    snprintf(one.id, sizeof one.id, "%s", id);
    snprintf(one.name, sizeof one.name, "%s", name);
    memmove(&recent->ones[1], &recent->ones[0], place * sizeof *recent->ones);
    recent->ones[0] = one;
    return true;
}

static void write_to(const TareRecent* recent, const char* path)
{
    TareNewFile file;
    bool is_good = true;
    if (!tare_path_make_folders(path) || tare_new_file_open(&file, path, NULL) != TARE_OK)
        return;
    for (size_t i = 0; i < recent->n; ++i)
        is_good =
            dprintf(file.descriptor, "%s\t%s\n", recent->ones[i].id, recent->ones[i].name) > 0 &&
            is_good;
    if (is_good)
        (void)tare_new_file_keep(&file, NULL);
    tare_new_file_drop(&file);
}

void tare_recent_write(const TareRecent* recent)
{
    TareText path = {0};
    find_file(&path);
    if (!path.failed)
        write_to(recent, path.data);
    tare_text_clear(&path);
}
