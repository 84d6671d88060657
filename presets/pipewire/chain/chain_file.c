#include "pipewire/chain/chain_file.h"

#include "base/file.h"
#include "base/path.h"
#include "base/text.h"
#include "pipewire/chain/graph.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MAX_FILE_BYTES = 1 << 20, MAX_BASE = 3000 };

static const char start_mark[] =
    "# Written by Tare: makes PipeWire start the sink of 'tare use' with each session.\n";

/* Paths */

bool tare_chain_paths_find(TareChainPaths* paths)
{
    const char* const config = getenv("XDG_CONFIG_HOME");
    const char* const home = getenv("HOME");
    *paths = (TareChainPaths){0};
    char* base = NULL;
    if (config && config[0] == '/' && strlen(config) < MAX_BASE)
        base = tare_text_copy(config, strlen(config));
    else if (home && home[0] == '/' && strlen(home) < MAX_BASE)
        base = tare_path_join(home, ".config");
    if (base) {
        paths->folder = tare_path_join(base, "pipewire");
        paths->chain = tare_path_join(base, "pipewire/" TARE_CHAIN_FILE_NAME);
        paths->trial = tare_path_join(base, "pipewire/" TARE_TRIAL_FILE_NAME);
        paths->fragments = tare_path_join(base, "pipewire/pipewire.conf.d");
        paths->start = tare_path_join(base, "pipewire/pipewire.conf.d/tare.conf");
        paths->settings = tare_path_join(base, "tare");
        paths->devices = tare_path_join(base, "tare/devices.json");
    }
    free(base);
    if (paths->folder && paths->chain && paths->trial && paths->fragments && paths->start &&
        paths->settings && paths->devices)
        return true;
    tare_chain_paths_clear(paths);
    return false;
}

void tare_chain_paths_clear(TareChainPaths* paths)
{
    free(paths->folder);
    free(paths->chain);
    free(paths->trial);
    free(paths->fragments);
    free(paths->start);
    free(paths->settings);
    free(paths->devices);
    *paths = (TareChainPaths){0};
}

/* Writing */

/** Also a link that leads nowhere. */
static bool is_there(const char* path)
{
    struct stat status;
    return lstat(path, &status) == 0;
}

/** Whether a file holds exactly that text. */
static bool holds(const char* path, const char* text, size_t length)
{
    char* old = NULL;
    size_t old_length = 0;
    const bool is_same = is_there(path) &&
                         tare_file_read(path, MAX_FILE_BYTES, &old, &old_length, NULL) == TARE_OK &&
                         old_length == length && memcmp(old, text, length) == 0;
    free(old);
    return is_same;
}

typedef struct {
    const char* text;
    size_t length;
} Content;

static bool write_content(FILE* out, void* data)
{
    const Content* const content = data;
    fwrite(content->text, 1, content->length, out);
    return true;
}

/** Writes a file, but not when it would be what it was. */
static TareStatus replace_if_changed(const char* path, bool (*write)(FILE* out, void* data),
                                     void* data, const TareReporter* reporter)
{
    char* text = NULL;
    size_t length = 0;
    FILE* const out = open_memstream(&text, &length);
    if (!out)
        return TARE_NO_MEMORY;
    const bool is_written = write(out, data);
    const bool is_whole = fclose(out) == 0;
    TareStatus status = !is_written ? TARE_BAD_INPUT : is_whole ? TARE_OK : TARE_NO_MEMORY;
    Content content = {text, length};
    if (status == TARE_OK && !holds(path, text, length))
        status = tare_file_replace(path, write_content, &content, reporter);
    free(text);
    return status;
}

/* The chain */

typedef struct {
    const TareChoice* choice;
    const TareRack* rack;
    const char* plugin;
    const char* path;
    const TareReporter* reporter;
} Job;

/** What every client of PipeWire that has nodes of its own loads. */
static const char client_head[] =
    "context.properties = { log.level = 2 }\n"
    "context.spa-libs = {\n"
    "    audio.convert.* = audioconvert/libspa-audioconvert\n"
    "    support.*       = support/libspa-support\n"
    "}\n"
    "context.modules = [\n"
    "    { name = libpipewire-module-rt flags = [ ifexists nofail ] }\n"
    "    { name = libpipewire-module-protocol-native }\n"
    "    { name = libpipewire-module-client-node }\n"
    "    { name = libpipewire-module-adapter }\n"
    "    { name = libpipewire-module-filter-chain args = {\n"
    "node.description = \"" TARE_SINK_DESCRIPTION "\"\n"
    "media.name       = \"" TARE_SINK_DESCRIPTION "\"\n"
    "audio.channels   = 2\n"
    "audio.position   = [ FL FR ]\n"
    "filter.graph = {\n";

/** The session manager shall neither remember where the output went nor how loud it was: what the
    listener chose is here. All chains are of one group, so that while two run one never plays into
    the other. */
static void write_ends(FILE* out, const Job* job)
{
    const char* const kind = tare_chain_kind_name(job->rack->kind);
    fprintf(out,
            "}\n"
            "capture.props = {\n"
            "    node.name        = \"" TARE_SINK_NAME "\"\n"
            "    node.description = \"" TARE_SINK_DESCRIPTION "\"\n"
            "    media.class      = Audio/Sink\n"
            "    node.link-group  = \"" TARE_SINK_NAME "\"\n"
            "    tare.kind        = \"%s\"\n"
            "}\n"
            "playback.props = {\n"
            "    node.name        = \"" TARE_OUTPUT_NAME "\"\n"
            "    node.description = \"" TARE_SINK_DESCRIPTION " output\"\n"
            "    node.passive     = true\n"
            "    node.link-group  = \"" TARE_SINK_NAME "\"\n"
            "    tare.kind        = \"%s\"\n"
            "    state.restore-target = false\n"
            "    state.restore-props  = false\n",
            kind, kind);
    if (job->choice->target[0] != '\0') {
        fputs("    target.object    = ", out);
        tare_graph_write_text(out, job->choice->target);
        fputc('\n', out);
    }
    fputs("}\n    } }\n]\n", out);
}

static bool write_chain(FILE* out, void* data)
{
    const Job* const job = data;
    if (!tare_choice_write(out, job->choice)) {
        tare_report(job->reporter, TARE_ERROR, job->path, 0, 0, "not enough memory");
        return false;
    }
    fputs(client_head, out);
    tare_graph_write(out, job->rack, job->plugin);
    write_ends(out, job);
    return true;
}

TareStatus tare_chain_file_write(const char* path, const TareChoice* choice, const TareRack* rack,
                                 const char* plugin, const TareReporter* reporter)
{
    Job job = {choice, rack, plugin, path, reporter};
    return replace_if_changed(path, write_chain, &job, reporter);
}

/** Reads a file of ours, which is a regular one: NULL when it is not, or cannot be read. */
static char* read_regular(const char* path, const TareReporter* reporter, TareStatus* result)
{
    struct stat status;
    char* text = NULL;
    size_t length = 0;
    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode)) {
        tare_report(reporter, TARE_ERROR, path, 0, 0, "is no file; expected what tare wrote");
        *result = TARE_BAD_INPUT;
        return NULL;
    }
    *result = tare_file_read(path, MAX_FILE_BYTES, &text, &length, reporter);
    return text;
}

TareStatus tare_chain_file_read(TareChoice* choice, const char* path, const TareReporter* reporter)
{
    *choice = tare_choice_none();
    if (!is_there(path))
        return TARE_NOT_FOUND;
    TareStatus status = TARE_OK;
    char* const text = read_regular(path, reporter, &status);
    if (text)
        status = tare_choice_read(choice, text, path, reporter);
    free(text);
    return status;
}

/** Whether nothing is there, or a file that is ours by its text. */
static bool may_write(const char* path, bool (*is_ours)(const char* text))
{
    TareStatus status = TARE_OK;
    if (!is_there(path))
        return true;
    char* const text = read_regular(path, NULL, &status);
    const bool may = text && is_ours(text);
    free(text);
    return may;
}

bool tare_chain_file_may_write(const char* path)
{
    return may_write(path, tare_choice_is_ours);
}

/* The fragment */

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
    return may_write(path, is_start);
}

static bool write_start(FILE* out, void* data)
{
    const TareStartFile* const start = data;
    fprintf(out,
            "%s# 'tare uninstall --pipewire' removes it.\n"
            "context.exec = [\n",
            start_mark);
    if (start->lv2_path)
        fprintf(out, "    %senv\" args = %s%s pipewire -c " TARE_CHAIN_FILE_NAME "\" }\n", path_key,
                lv2_key, start->lv2_path);
    else
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
    return replace_if_changed(path, write_start, &copy, reporter);
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
    if (!is_there(path))
        return true;
    char* const text = read_regular(path, NULL, &status);
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
