#include "pipewire/chain/chain_file.h"

#include "pipewire/chain/choice.h"
#include "pipewire/chain/graph.h"
#include "pipewire/chain/own_file.h"
#include "pipewire/chain/rack.h"

#include <stdlib.h>

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
    the other. A smart one the session manager puts in the way to the default sink, from 0.5 of
   WirePlumber on (its documentation, "Smart Filters"). */
static void write_ends(FILE* out, const Job* job)
{
    static const char smart[] = "    filter.smart      = true\n"
                                "    filter.smart.name = \"" TARE_SINK_NAME "\"\n";
    const char* const kind = tare_chain_kind_name(job->rack->kind);
    const bool is_smart = job->choice->is_smart;
    fprintf(out,
            "}\n"
            "capture.props = {\n"
            "    node.name        = \"" TARE_SINK_NAME "\"\n"
            "    node.description = \"" TARE_SINK_DESCRIPTION "\"\n"
            "    media.class      = Audio/Sink\n"
            "    node.link-group  = \"" TARE_SINK_NAME "\"\n"
            "    tare.kind        = \"%s\"\n"
            "%s"
            "}\n"
            "playback.props = {\n"
            "    node.name        = \"" TARE_OUTPUT_NAME "\"\n"
            "    node.description = \"" TARE_SINK_DESCRIPTION " output\"\n"
            "    node.passive     = true\n"
            "    node.link-group  = \"" TARE_SINK_NAME "\"\n"
            "    tare.kind        = \"%s\"\n"
            "    state.restore-target = false\n"
            "    state.restore-props  = false\n",
            kind, is_smart ? smart : "", kind);
    if (job->choice->target[0] != '\0' && !is_smart) {
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
    if (job->choice->is_inside)
        return true; /* no client plays it */
    fputs(client_head, out);
    tare_graph_write(out, job->rack, job->plugin);
    write_ends(out, job);
    return true;
}

TareStatus tare_chain_file_write(const char* path, const TareChoice* choice, const TareRack* rack,
                                 const char* plugin, const TareReporter* reporter)
{
    Job job = {choice, rack, plugin, path, reporter};
    return tare_own_file_replace(path, write_chain, &job, reporter);
}

TareStatus tare_chain_file_read(TareChoice* choice, const char* path, const TareReporter* reporter)
{
    *choice = tare_choice_none();
    if (!tare_own_file_is_there(path))
        return TARE_NOT_FOUND;
    TareStatus status = TARE_OK;
    char* const text = tare_own_file_read(path, &status, reporter);
    if (text)
        status = tare_choice_read(choice, text, path, reporter);
    free(text);
    return status;
}

bool tare_chain_file_may_write(const char* path)
{
    return tare_own_file_may_write(path, tare_choice_is_ours);
}
