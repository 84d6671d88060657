#include "pipewire/chain_file.h"

#include "file.h"
#include "pipewire/graph.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MAX_FILE_BYTES = 1 << 20 };

static const char start_mark[] = "# Written by Tare";

/* Paths */

static char* joined(const char* folder, const char* name)
{
    TareText path = {0};
    tare_text_format(&path, "%s/%s", folder, name);
    if (path.failed)
        tare_text_clear(&path);
    return path.data;
}

bool tare_chain_paths_find(TareChainPaths* paths)
{
    const char* const config = getenv("XDG_CONFIG_HOME");
    const char* const home = getenv("HOME");
    *paths = (TareChainPaths){0};
    char* base = NULL;
    if (config && config[0] == '/')
        base = tare_text_copy(config, strlen(config));
    else if (home && home[0] == '/')
        base = joined(home, ".config");
    if (base) {
        paths->folder = joined(base, "pipewire");
        paths->chain = joined(base, "pipewire/" TARE_CHAIN_FILE_NAME);
        paths->trial = joined(base, "pipewire/" TARE_TRIAL_FILE_NAME);
        paths->fragments = joined(base, "pipewire/pipewire.conf.d");
        paths->start = joined(base, "pipewire/pipewire.conf.d/tare.conf");
        paths->settings = joined(base, "tare");
        paths->devices = joined(base, "tare/devices.json");
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

static bool is_there(const char* path)
{
    return access(path, F_OK) == 0;
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
    listener chose is here. */
static void write_ends(FILE* out, const Job* job)
{
    fprintf(out,
            "}\n"
            "capture.props = {\n"
            "    node.name        = \"" TARE_SINK_NAME "\"\n"
            "    node.description = \"" TARE_SINK_DESCRIPTION "\"\n"
            "    media.class      = Audio/Sink\n"
            "    tare.kind        = \"%s\"\n"
            "}\n"
            "playback.props = {\n"
            "    node.name        = \"" TARE_OUTPUT_NAME "\"\n"
            "    node.description = \"" TARE_SINK_DESCRIPTION " output\"\n"
            "    node.passive     = true\n"
            "    state.restore-target = false\n"
            "    state.restore-props  = false\n",
            tare_chain_kind_name(job->rack->kind));
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

TareStatus tare_chain_file_read(TareChoice* choice, const char* path, const TareReporter* reporter)
{
    *choice = tare_choice_none();
    if (!is_there(path))
        return TARE_NOT_FOUND;
    char* text = NULL;
    size_t length = 0;
    TareStatus status = tare_file_read(path, MAX_FILE_BYTES, &text, &length, reporter);
    if (status == TARE_OK)
        status = tare_choice_read(choice, text, path, reporter);
    free(text);
    return status;
}

/** Whether a file begins with a mark. */
static bool begins_with(const char* path, const char* mark)
{
    char* text = NULL;
    size_t length = 0;
    const bool begins = tare_file_read(path, MAX_FILE_BYTES, &text, &length, NULL) == TARE_OK &&
                        strncmp(text, mark, strlen(mark)) == 0;
    free(text);
    return begins;
}

bool tare_chain_file_may_write(const char* path)
{
    return !is_there(path) || begins_with(path, start_mark);
}

/* The fragment */

static bool write_start(FILE* out, void* data)
{
    const TareStartFile* const start = data;
    fprintf(out,
            "%s: makes PipeWire start the sink of 'tare use' with each session.\n"
            "# 'tare uninstall --pipewire' removes it.\n"
            "context.exec = [\n",
            start_mark);
    if (start->lv2_path) {
        fprintf(out,
                "    { path = \"env\" args = \"LV2_PATH=%s pipewire -c " TARE_CHAIN_FILE_NAME
                "\" }\n",
                start->lv2_path);
    } else {
        fputs("    { path = \"pipewire\" args = \"-c " TARE_CHAIN_FILE_NAME "\" }\n", out);
    }
    if (start->watcher) {
        fputs("    { path = ", out);
        tare_graph_write_text(out, start->watcher);
        fputs(" args = \"device watch\" }\n", out);
    }
    fputs("]\n", out);
    return true;
}

TareStatus tare_start_file_write(const char* path, const TareStartFile* start,
                                 const TareReporter* reporter)
{
    const char* const parts[] = {start->watcher, start->lv2_path};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; ++i)
        if (parts[i] && strpbrk(parts[i], " \t\n\"\\")) {
            tare_report(reporter, TARE_ERROR, path, 0, 0,
                        "PipeWire cannot start anything by the path '%s'; expected one without "
                        "blanks and quotes",
                        parts[i]);
            return TARE_BAD_INPUT;
        }
    TareStartFile copy = *start;
    return replace_if_changed(path, write_start, &copy, reporter);
}

bool tare_start_file_has_watcher(const char* path)
{
    char* text = NULL;
    size_t length = 0;
    const bool has = tare_file_read(path, MAX_FILE_BYTES, &text, &length, NULL) == TARE_OK &&
                     strstr(text, "\"device watch\"") != NULL;
    free(text);
    return has;
}
