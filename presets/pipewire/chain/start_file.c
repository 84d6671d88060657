#include "pipewire/chain/start_file.h"

#include "base/text.h"
#include "pipewire/chain/chain_paths.h"
#include "pipewire/chain/own_file.h"

#include <stdlib.h>
#include <string.h>

static const char start_mark[] =
    "# Written by Tare: makes PipeWire start the sink of 'tare use' with each session.\n";

static const char watcher_arguments[] = " args = \"device watch\" }";
static const char path_key[] = "{ path = \"";
static const char lv2_key[] = "\"LV2_PATH=";

void tare_start_file_clear(TareStartFile* start)
{
    free(start->watcher);
    free(start->lv2_path);
    *start = (TareStartFile){0};
}

bool tare_start_file_can_path(const char* path)
{
    return path[0] != '\0' && path[strcspn(path, " \t\n\"\\")] == '\0';
}

bool tare_start_file_can_watch(const char* program)
{
    return program[0] != '\0' && program[strcspn(program, "\t\n\"\\")] == '\0' &&
           !strstr(program, "  ");
}

static bool is_start(const char* text)
{
    return strncmp(text, start_mark, sizeof start_mark - 1) == 0;
}

bool tare_start_file_may_write(const char* path)
{
    return tare_own_file_may_write(path, is_start);
}

static bool write_start(FILE* out, void* data)
{
    const TareStartFile* const start = data;
    fprintf(out,
            "%s# 'tare uninstall --pipewire' removes it.\n"
            "context.exec = [\n",
            start_mark);
    if (start->lv2_path && !start->is_alone)
        fprintf(out, "    %senv\" args = %s%s pipewire -c " TARE_CHAIN_FILE_NAME "\" }\n", path_key,
                lv2_key, start->lv2_path);
    else if (!start->is_alone)
        fprintf(out, "    %spipewire\" args = \"-c " TARE_CHAIN_FILE_NAME "\" }\n", path_key);
    if (start->watcher)
        fprintf(out, "    %s%s\"%s\n", path_key, start->watcher, watcher_arguments);
    fputs("]\n", out);
    return true;
}

TareStatus tare_start_file_write(const char* path, const TareStartFile* start,
                                 const TareReporter* reporter)
{
    const char* const bad =
        start->watcher && !tare_start_file_can_watch(start->watcher)    ? start->watcher
        : start->lv2_path && !tare_start_file_can_path(start->lv2_path) ? start->lv2_path
                                                                        : NULL;
    if (bad) {
        tare_report(reporter, TARE_ERROR, path, 0, 0,
                    "PipeWire cannot start anything by the path '%s'; expected one without blanks "
                    "and quotes",
                    bad);
        return TARE_BAD_INPUT;
    }
    TareStartFile copy = *start;
    return tare_own_file_replace(path, write_start, &copy, reporter);
}

/** A copy of what stands between the end of `key` and one of `ends`, to be freed. */
static char* part_behind(const char* text, const char* key, const char* ends)
{
    const char* const begin = text + strlen(key);
    return tare_text_copy(begin, strcspn(begin, ends));
}

/** The quoted path at the beginning of the line in which a watcher's arguments stand. */
static char* watcher_of(const char* text, const char* arguments)
{
    const char* line = arguments;
    while (line > text && strncmp(line, path_key, strlen(path_key)) != 0)
        --line;
    return part_behind(line, path_key, "\"");
}

bool tare_start_file_read(TareStartFile* start, const char* path)
{
    TareStatus status = TARE_OK;
    *start = (TareStartFile){0};
    if (!tare_own_file_is_there(path))
        return true;
    char* const text = tare_own_file_read(path, &status, NULL);
    if (!text || !is_start(text)) {
        free(text);
        return status != TARE_NO_MEMORY;
    }
    const char* const lv2 = strstr(text, lv2_key);
    const char* const watcher = strstr(text, watcher_arguments);
    start->lv2_path = lv2 ? part_behind(lv2, lv2_key, " \"") : NULL;
    start->watcher = watcher ? watcher_of(text, watcher) : NULL;
    free(text);
    return (!lv2 || start->lv2_path) && (!watcher || start->watcher);
}
