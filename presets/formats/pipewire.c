#include "formats/pipewire.h"

#include "base/number.h"
#include "base/report.h"
#include "corrections/correction.h"
#include "formats/comment.h"
#include "formats/format.h"
#include "formats/output.h"
#include "formats/pipewire_read.h"
#include "formats/written.h"
#include "pipewire/chain/graph.h"
#include "pipewire/chain/rack.h"
#include "settings.h"

#include <math.h>

/* What is less is not told. */
#define TOLD_DB 0.05

static const char* const hints[TARE_N_CHAIN_KINDS] = {
    [TARE_CHAIN_LV2] = "# The plugin must be installed, or its folder be in PipeWire's LV2_PATH.\n",
    [TARE_CHAIN_LADSPA] =
        "# The plugin must be installed, or its folder be in PipeWire's LADSPA_PATH.\n",
    [TARE_CHAIN_BUILTIN] = "# The bands are right at this rate alone; no plugin is needed.\n",
    [TARE_CHAIN_PARAM_EQ] =
        "# The bands are right at this rate alone; PipeWire 1.2 or newer is needed.\n"};

static void write_head(FILE* out, TareChainKind kind, const TareFormatOutput* output)
{
    const TareCorrection* const correction = output->correction;
    fputs("# Written by Tare.\n", out);
    tare_comment_origin(out, correction,
                        tare_chain_kind_is_plugin(kind) ? correction->set.reference_rate_hz
                                                        : output->rate_hz);
    fprintf(out,
            "#\n"
            "# To use it, put this file into ~/.config/pipewire/pipewire.conf.d/ and start\n"
            "# PipeWire anew.\n"
            "%s"
            "context.modules = [\n"
            "{ name = libpipewire-module-filter-chain\n"
            "  flags = [ nofail ]\n"
            "  args = {\n"
            "node.description = ",
            hints[kind]);
    tare_written_name(out, &correction->entry);
    fputs("\n"
          "media.name       = ",
          out);
    tare_written_name(out, &correction->entry);
    fputs("\n"
          "audio.channels   = 2\n"
          "audio.position   = [ FL FR ]\n"
          "filter.graph = {\n",
          out);
}

/** Passive, so that the graph takes the rate of what is played and not one of its own. */
static void write_end(FILE* out)
{
    fputs("}\n"
          "capture.props = {\n"
          "    node.name   = \"tare_correction\"\n"
          "    media.class = Audio/Sink\n"
          "}\n"
          "playback.props = {\n"
          "    node.name    = \"tare_correction.output\"\n"
          "    node.passive = true\n"
          "}\n"
          "} }\n"
          "]\n",
          out);
}

/** Tells how near PipeWire's own filters come. */
static void tell(const TareCookbook* cookbook, double rate_hz, const TareReporter* reporter)
{
    char most[TARE_NUMBER_SIZE], rate[TARE_NUMBER_SIZE];
    if (cookbook->error_db > TOLD_DB)
        tare_report(reporter, TARE_NOTE, NULL, 0, 0,
                    "bands are moved for filters at %s Hz: at most %s dB off, at %.0f Hz; expected "
                    "0 dB",
                    tare_number_format(rate, sizeof rate, rate_hz),
                    tare_number_format(most, sizeof most, round(cookbook->error_db * 100) / 100),
                    cookbook->error_freq_hz);
}

static bool write_file(TareChainKind kind, const TareFormatOutput* wanted,
                       const TareReporter* reporter)
{
    TareRack rack;
    TareFormatOutput output = *wanted;
    const TareControls controls = tare_settings_from_set(&output.correction->set);
    if (output.rate_hz == 0.0)
        output.rate_hz = TARE_USUAL_RATE_HZ;
    switch (tare_rack_make(&rack, kind, &controls, output.rate_hz)) {
    case TARE_RACK_DONE:
        break;
    case TARE_RACK_NO_MEMORY:
        tare_report(reporter, TARE_ERROR, NULL, 0, 0, "not enough memory");
        return false;
    case TARE_RACK_TONE:
    case TARE_RACK_TYPE:
        tare_report(reporter, TARE_ERROR, NULL, 0, 0,
                    "PipeWire's own filters cannot play these bands; expected pipewire-lv2 or "
                    "pipewire-ladspa");
        return false;
    }
    if (!tare_chain_kind_is_plugin(kind))
        tell(&rack.cookbook, output.rate_hz, reporter);
    write_head(output.file, kind, &output);
    tare_graph_write(output.file, &rack, "tare");
    write_end(output.file);
    return !ferror(output.file);
}

static bool write_builtin(const TareFormatOutput* output, const TareReporter* reporter)
{
    return write_file(TARE_CHAIN_BUILTIN, output, reporter);
}

static bool write_ladspa(const TareFormatOutput* output, const TareReporter* reporter)
{
    return write_file(TARE_CHAIN_LADSPA, output, reporter);
}

static bool write_lv2(const TareFormatOutput* output, const TareReporter* reporter)
{
    return write_file(TARE_CHAIN_LV2, output, reporter);
}

static bool write_param_eq(const TareFormatOutput* output, const TareReporter* reporter)
{
    return write_file(TARE_CHAIN_PARAM_EQ, output, reporter);
}

const TareFormat tare_pipewire_builtin_format = {
    .name = "pipewire-builtin",
    .note = "PipeWire's filter-chain of its own filters: 7 digits",
    .holds = TARE_FORMAT_HOLDS_CHANNELS,
    .write = write_builtin};

const TareFormat tare_pipewire_ladspa_format = {
    .name = "pipewire-ladspa",
    .note = "PipeWire's filter-chain with the LADSPA plugin: 7 digits",
    .holds = TARE_FORMAT_HOLDS_CHANNELS | TARE_FORMAT_HOLDS_RATE,
    .write = write_ladspa};

const TareFormat tare_pipewire_lv2_format = {
    .name = "pipewire-lv2",
    .note = "PipeWire's filter-chain with the LV2 plugin: 7 digits",
    .holds = TARE_FORMAT_HOLDS_CHANNELS | TARE_FORMAT_HOLDS_RATE,
    .write = write_lv2};

const TareFormat tare_pipewire_param_eq_format = {
    .name = "pipewire-param_eq",
    .note = "PipeWire's filter-chain with its param_eq (1.2 or newer): 7 digits",
    .holds = TARE_FORMAT_HOLDS_CHANNELS,
    .write = write_param_eq};

const TareFormat tare_pipewire_format = {
    .name = "pipewire",
    .note = "filter.graph of PipeWire's filter-chain, its own filters or Tare's plugins",
    .holds = TARE_FORMAT_HOLDS_CHANNELS | TARE_FORMAT_HOLDS_RATE,
    .max_bytes = TARE_PIPEWIRE_READ_MAX_BYTES,
    .sniff = tare_pipewire_read_knows,
    .read = tare_pipewire_read};
