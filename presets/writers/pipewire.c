#include "writers/pipewire.h"

#include "number.h"
#include "settings.h"
#include "writers/comment.h"

/** How the two kinds of node differ. */
typedef struct {
    const char* node; ///< the beginning of the node
    const char* path; ///< which variable of the daemon's environment leads to the plugin
    bool is_by_symbol;
} Kind;

static const Kind lv2 = {"type = lv2 name = eq plugin = \"urn:tare:eq\"", "LV2_PATH", true};
static const Kind ladspa = {"type = ladspa name = eq plugin = \"tare\" label = \"tare_eq\"",
                            "LADSPA_PATH", false};

static void write_head(FILE* out, const Kind* kind, const TareCorrection* correction)
{
    fputs("# Written by Tare.\n", out);
    tare_comment_origin(out, correction);
    fprintf(out,
            "#\n"
            "# To use it, put this inside filter.graph = { } of libpipewire-module-filter-chain,\n"
            "# beside audio.channels = 2 and audio.position = [ FL FR ]. The plugin must be\n"
            "# installed, or its folder be in %s of the program that loads the module.\n",
            kind->path);
}

/** A port's name in quotes; the table holds none that would need escaping. */
static void write_port(FILE* out, const Kind* kind, uint32_t index, const char* prefix)
{
    const TarePortText text = tare_port_text(TARE_MAX_CHANNELS, index);
    fprintf(out, "\"%s%s\"", prefix, kind->is_by_symbol ? text.symbol : text.name);
}

static void write_controls(FILE* out, const Kind* kind, const TareCorrection* correction)
{
    const TareControls controls = tare_settings_from_set(&correction->set);
    const uint32_t n_ports = tare_n_ports(TARE_MAX_CHANNELS);
    for (uint32_t i = 0; i < n_ports; ++i) {
        const TarePort port = tare_port(TARE_MAX_CHANNELS, i);
        char value[TARE_NUMBER_SIZE];
        if (tare_port_is_audio(port.role) || tare_port_is_output(port.role))
            continue;
        tare_number_format_float(value, sizeof value, tare_settings_port_value(&controls, &port));
        fputs("        ", out);
        write_port(out, kind, i, "");
        fprintf(out, " = %s\n", value);
    }
}

static void write_audio_ports(FILE* out, const Kind* kind, const char* key, TarePortRole role)
{
    fprintf(out, "%s = [", key);
    for (uint32_t channel = 0; channel < TARE_MAX_CHANNELS; ++channel) {
        fputc(' ', out);
        write_port(out, kind, tare_port_index(TARE_MAX_CHANNELS, role, channel), "eq:");
    }
    fputs(" ]\n", out);
}

static bool write_graph(FILE* out, const Kind* kind, const TareCorrection* correction)
{
    write_head(out, kind, correction);
    fprintf(out, "nodes = [\n    { %s\n      control = {\n", kind->node);
    write_controls(out, kind, correction);
    fputs("      } }\n]\n", out);
    write_audio_ports(out, kind, "inputs ", TARE_PORT_INPUT);
    write_audio_ports(out, kind, "outputs", TARE_PORT_OUTPUT);
    return !ferror(out);
}

bool tare_pipewire_write_lv2(FILE* out, const TareCorrection* correction,
                             const TareReporter* reporter)
{
    (void)reporter;
    return write_graph(out, &lv2, correction);
}

bool tare_pipewire_write_ladspa(FILE* out, const TareCorrection* correction,
                                const TareReporter* reporter)
{
    (void)reporter;
    return write_graph(out, &ladspa, correction);
}
