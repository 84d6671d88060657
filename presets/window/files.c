#include "window/files.h"

#include "base/path.h"
#include "window/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_folder(const char* path)
{
    struct stat facts;
    return stat(path, &facts) == 0 && S_ISDIR(facts.st_mode);
}

/** Sets what is typed, the cursor behind it. */
static void set_text(TareFiles* files, const char* text)
{
    tare_edit_set(&files->edit, text);
    files->edit.is_selected = false;
    tare_files_search(files);
}

/** The folder of what is typed, as far as that is one, else the home folder; with a "/" behind. */
static void find_folder(const TareFiles* files, char folder[TARE_EDIT_SIZE])
{
    const char* const typed = files->edit.text;
    const char* const home = getenv("HOME");
    snprintf(folder, TARE_EDIT_SIZE, "%s", typed);
    folder[tare_path_name(typed) - typed] = '\0';
    if (folder[0] != '/' || !is_folder(folder))
        snprintf(folder, TARE_EDIT_SIZE, "%s/", home && home[0] == '/' ? home : "");
}

void tare_files_open(TareFiles* files)
{
    char folder[TARE_EDIT_SIZE];
    find_folder(files, folder);
    files->state = TARE_FILES_OPEN;
    set_text(files, folder);
}

void tare_files_save(TareFiles* files, const char* model)
{
    char folder[TARE_EDIT_SIZE];
    find_folder(files, folder);
    snprintf(files->model, sizeof files->model, "%s", model);
    for (char* p = files->model; *p; ++p)
        *p = *p == '/' ? ' ' : *p;
    files->state = TARE_FILES_FORMAT;
    set_text(files, "");
    tare_edit_set(&files->edit, "");
}

void tare_files_close(TareFiles* files)
{
    files->state = TARE_FILES_CLOSED;
    tare_folder_clear(&files->list);
    files->chosen = files->first = 0;
    files->is_replacing = false;
}

void tare_files_clear(TareFiles* files)
{
    tare_folder_clear(&files->list);
    tare_folder_clear(&files->formats);
}

void tare_files_set_formats(TareFiles* files, const char* listing)
{
    /* NAME, blanks, "read" or not, "write" or not, what it holds, and from a column on the note */
    enum { WRITE_COLUMN = 24, NOTE_COLUMN = 58, MAX_LINE = 256 };
    char line[MAX_LINE];
    tare_folder_clear(&files->formats);
    (void)tare_folder_add(&files->formats, TARE_FILES_PRESET, tare_word(TARE_WORD_FILES_PRESET),
                          false);
    for (; *listing != '\0'; listing += strcspn(listing, "\n"), listing += *listing == '\n') {
        snprintf(line, sizeof line, "%.*s", (int)strcspn(listing, "\n"), listing);
        if (strlen(line) <= NOTE_COLUMN || strncmp(line + WRITE_COLUMN, "write", 5) != 0)
            continue;
        line[strcspn(line, " ")] = '\0';
        if (!tare_folder_add(&files->formats, line, line + NOTE_COLUMN, false))
            break;
    }
    if (files->state == TARE_FILES_FORMAT)
        tare_files_search(files);
}

/** Whether a text has a part, in any case. */
static bool has_part(const char* text, const char* part)
{
    const size_t n = strlen(part);
    while (*text != '\0' && strncasecmp(text, part, n) != 0)
        ++text;
    return *text != '\0' || n == 0;
}

/** First those whose name begins like what is typed, then those of which it is said. */
static void list_formats(TareFiles* files)
{
    const char* const typed = files->edit.text;
    tare_folder_clear(&files->list);
    for (int pass = 0; pass < 2; ++pass)
        for (size_t i = 0; i < files->formats.n; ++i) {
            const TareFolderRow* const row = &files->formats.rows[i];
            const bool begins = strncasecmp(row->name, typed, strlen(typed)) == 0;
            if ((pass == 0 ? begins : !begins && has_part(row->note, typed)) &&
                !tare_folder_add(&files->list, row->name, row->note, false))
                return;
        }
}

void tare_files_search(TareFiles* files)
{
    files->is_replacing = false;
    if (files->state == TARE_FILES_FORMAT)
        list_formats(files);
    else
        tare_folder_list(&files->list, files->edit.text);
    files->first = 0;
    files->chosen = files->state == TARE_FILES_FORMAT ? 0 : files->list.n;
}

void tare_files_move(TareFiles* files, long by)
{
    const long n = (long)files->list.n;
    const long from = files->chosen < files->list.n ? (long)files->chosen : by > 0 ? -1 : n;
    const long to = from + by;
    if (n > 0)
        files->chosen = (size_t)(to < 0 ? 0 : to < n ? to : n - 1);
}

/** What is typed with a name in place of its last part. */
static void set_name(TareFiles* files, const char* name, bool ends_in_slash)
{
    char path[TARE_EDIT_SIZE];
    const char* const typed = files->edit.text;
    const int n = files->state == TARE_FILES_FORMAT ? 0 : (int)(tare_path_name(typed) - typed);
    const int length =
        snprintf(path, sizeof path, "%.*s%s%s", n, typed, name, ends_in_slash ? "/" : "");
    if (length < (int)sizeof path)
        set_text(files, path);
}

void tare_files_complete(TareFiles* files)
{
    char shared[TARE_EDIT_SIZE];
    if (files->list.n == 0)
        return;
    snprintf(shared, sizeof shared, "%s", files->list.rows[0].name);
    for (size_t i = 1; i < files->list.n; ++i) {
        size_t n = 0;
        while (shared[n] != '\0' && shared[n] == files->list.rows[i].name[n])
            ++n;
        shared[n] = '\0';
    }
    if (shared[0] != '\0')
        set_name(files, shared, files->list.n == 1 && files->list.rows[0].is_folder);
}

/** How files of a format end where programs want that, else as texts do. */
static const char* ending_of(const char* format)
{
    static const struct {
        const char *format, *ending;
    } endings[] = {
        {"alsa", ".conf"},     {"camilladsp", ".yml"},     {"easyeffects", ".json"},
        {"impulse", ".wav"},   {"impulse-linear", ".wav"}, {"mpd", ".conf"},
        {"opra-eq", ".json"},  {"pipewire-", ".conf"},     {"poweramp", ".json"},
        {"pulseaudio", ".pa"}, {"rockbox", ".cfg"},        {"tare", ".tare"},
    };
    for (size_t i = 0; i < sizeof endings / sizeof *endings; ++i) {
        const size_t n = strlen(endings[i].format);
        const bool is_family = endings[i].format[n - 1] == '-';
        if (strncmp(format, endings[i].format, n) == 0 && (is_family || format[n] == '\0'))
            return endings[i].ending;
    }
    return ".txt";
}

/** Goes on from the format to the file; true when there is none. */
static bool take_format(TareFiles* files)
{
    char path[TARE_EDIT_SIZE];
    char folder[TARE_EDIT_SIZE];
    if (files->chosen >= files->list.n)
        return false;
    snprintf(files->format, sizeof files->format, "%s", files->list.rows[files->chosen].name);
    if (strcmp(files->format, TARE_FILES_PRESET) == 0)
        return true;
    files->state = TARE_FILES_SAVE;
    find_folder(files, folder);
    if (snprintf(path, sizeof path, "%s%s %s%s", folder, files->model, files->format,
                 ending_of(files->format)) < (int)sizeof path)
        set_text(files, path);
    return false;
}

bool tare_files_take(TareFiles* files)
{
    if (files->state == TARE_FILES_FORMAT)
        return take_format(files);
    if (files->chosen < files->list.n) {
        const TareFolderRow row = files->list.rows[files->chosen];
        char name[TARE_EDIT_SIZE];
        const bool goes_in = row.is_folder;
        snprintf(name, sizeof name, "%s", row.name);
        set_name(files, name, goes_in);
        if (goes_in)
            return false;
    } else if (is_folder(files->edit.text)) {
        set_name(files, tare_path_name(files->edit.text), true);
        return false;
    }
    const bool is_there = access(files->edit.text, F_OK) == 0;
    if (files->state == TARE_FILES_OPEN || !is_there || files->is_replacing)
        return files->edit.text[0] != '\0';
    files->is_replacing = true;
    return false;
}
