#include "formats/pipewire.h"

#include "base/report.h"
#include "corrections/correction.h"
#include "formats/comment.h"
#include "formats/format.h"
#include "formats/output.h"
#include "pipewire/chain/graph.h"
#include "pipewire/chain/rack.h"
#include "settings.h"

static void write_head(FILE* out, TareChainKind kind, const TareCorrection* correction)
{
    fputs("# Written by Tare.\n", out);
    tare_comment_origin(out, correction, correction->set.reference_rate_hz);
    fprintf(out,
            "#\n"
            "# To use it, put this inside filter.graph = { } of libpipewire-module-filter-chain,\n"
            "# beside audio.channels = 2 and audio.position = [ FL FR ]. The plugin must be\n"
            "# installed, or its folder be in %s of the program that loads the module.\n",
            kind == TARE_CHAIN_LV2 ? "LV2_PATH" : "LADSPA_PATH");
}

static bool write_graph(FILE* out, TareChainKind kind, const TareCorrection* correction)
{
    TareRack rack;
    const TareControls controls = tare_settings_from_set(&correction->set);
    tare_rack_make(&rack, kind, &controls, 0.0);
    write_head(out, kind, correction);
    tare_graph_write(out, &rack, "tare");
    return !ferror(out);
}

static bool write_lv2(const TareFormatOutput* output, const TareReporter* reporter)
{
    (void)reporter;
    return write_graph(output->file, TARE_CHAIN_LV2, output->correction);
}

static bool write_ladspa(const TareFormatOutput* output, const TareReporter* reporter)
{
    (void)reporter;
    return write_graph(output->file, TARE_CHAIN_LADSPA, output->correction);
}

const TareFormat tare_pipewire_lv2_format = {
    .name = "pipewire-lv2",
    .note = "filter.graph of PipeWire's filter-chain with the LV2 plugin",
    .holds = TARE_FORMAT_HOLDS_CHANNELS | TARE_FORMAT_HOLDS_RATE,
    .write = write_lv2};

const TareFormat tare_pipewire_ladspa_format = {
    .name = "pipewire-ladspa",
    .note = "filter.graph of PipeWire's filter-chain with the LADSPA plugin",
    .holds = TARE_FORMAT_HOLDS_CHANNELS | TARE_FORMAT_HOLDS_RATE,
    .write = write_ladspa};
