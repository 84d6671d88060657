#include "pipewire/chain/graph.h"

#include "base/number.h"
#include "pipewire/chain/rack.h"
#include "ports.h"

#include <stdlib.h>
#include <string.h>

void tare_graph_write_text(FILE* out, const char* text)
{
    fputc('"', out);
    for (; *text; ++text) {
        if (*text == '"' || *text == '\\')
            fprintf(out, "\\%c", *text);
        else if ((unsigned char)*text < 0x20)
            fprintf(out, "\\u%04x", (unsigned)*text);
        else
            fputc(*text, out);
    }
    fputc('"', out);
}

static void write_number(FILE* out, double value)
{
    char number[TARE_NUMBER_SIZE];
    fputs(tare_number_format_float(number, sizeof number, (float)value), out);
}

/* Plugins: one node with all ports */

typedef struct {
    TareChainKind kind;
    const char* node; ///< its name
} Plugin;

/** A port's name in quotes; the table holds none that would need escaping. */
static void write_port(FILE* out, const Plugin* plugin, TarePortRole role, uint32_t channel)
{
    const uint32_t index = tare_port_index(TARE_MAX_CHANNELS, role, channel);
    const TarePortText text = tare_port_text(TARE_MAX_CHANNELS, index);
    fprintf(out, "\"%s:%s\"", plugin->node,
            plugin->kind == TARE_CHAIN_LV2 ? text.symbol : text.name);
}

static void write_plugin_ends(FILE* out, const Plugin* plugin, const char* key, TarePortRole role)
{
    fprintf(out, "%s = [", key);
    for (uint32_t channel = 0; channel < TARE_MAX_CHANNELS; ++channel) {
        fputc(' ', out);
        write_port(out, plugin, role, channel);
    }
    fputs(" ]\n", out);
}

static void write_plugin(FILE* out, const TareRack* rack, const char* library, const char* node)
{
    const Plugin plugin = {rack->kind, node};
    fprintf(out, "nodes = [\n    { type = %s name = %s plugin = ", tare_chain_kind_name(rack->kind),
            node);
    tare_graph_write_text(out, rack->kind == TARE_CHAIN_LV2 ? "urn:tare:eq" : library);
    if (rack->kind != TARE_CHAIN_LV2)
        fputs(" label = \"tare_eq\"", out);
    fputs("\n      control = {\n", out);
    for (unsigned i = 0; i < rack->n; ++i) {
        fprintf(out, "        \"%s\" = ", strchr(rack->controls[i].name, ':') + 1);
        write_number(out, (double)rack->controls[i].value);
        fputc('\n', out);
    }
    fputs("      } }\n]\n", out);
    write_plugin_ends(out, &plugin, "inputs ", TARE_PORT_INPUT);
    write_plugin_ends(out, &plugin, "outputs", TARE_PORT_OUTPUT);
}

/* Builtin: a node for each slot */

static void write_nodes(FILE* out, const TareRack* rack)
{
    fputs("nodes = [\n", out);
    const TareRackControl* control = rack->controls;
    for (uint32_t channel = 0; channel < TARE_MAX_CHANNELS; ++channel)
        for (unsigned i = 0; i < TARE_RACK_N_NODES; ++i) {
            const TareRackNode node = tare_rack_node(channel, i);
            const size_t length = strlen(node.name);
            fprintf(out, "    { type = builtin name = %s label = %s control = {", node.name,
                    node.label);
            for (; control < rack->controls + rack->n &&
                   strncmp(control->name, node.name, length) == 0 && control->name[length] == ':';
                 ++control) {
                fprintf(out, " \"%s\" = ", control->name + length + 1);
                write_number(out, (double)control->value);
            }
            fputs(" } }\n", out);
        }
    fputs("]\n", out);
}

static void write_builtin(FILE* out, const TareRack* rack)
{
    write_nodes(out, rack);
    fputs("links = [\n", out);
    for (uint32_t channel = 0; channel < TARE_MAX_CHANNELS; ++channel)
        for (unsigned i = 1; i < TARE_RACK_N_NODES; ++i)
            fprintf(out, "    { output = \"%s:Out\" input = \"%s:In\" }\n",
                    tare_rack_node(channel, i - 1).name, tare_rack_node(channel, i).name);
    fputs("]\n", out);
    fprintf(out, "inputs  = [ \"%s:In\" \"%s:In\" ]\n", tare_rack_node(0, 0).name,
            tare_rack_node(1, 0).name);
    fprintf(out, "outputs = [ \"%s:Out\" \"%s:Out\" ]\n",
            tare_rack_node(0, TARE_RACK_N_NODES - 1).name,
            tare_rack_node(1, TARE_RACK_N_NODES - 1).name);
}

/* param_eq: one node with a list of filters for each channel */

static void write_filter(FILE* out, const char* type, double freq_hz, double gain_db, double q)
{
    fprintf(out, "            { type = %s freq = ", type);
    write_number(out, freq_hz);
    fputs(" gain = ", out);
    write_number(out, gain_db);
    fputs(" q = ", out);
    write_number(out, q);
    fputs(" }\n", out);
}

static void write_param_eq(FILE* out, const TareCookbook* cookbook)
{
    fputs("nodes = [\n    { type = builtin name = eq label = param_eq config = {\n", out);
    for (uint32_t channel = 0; channel < TARE_MAX_CHANNELS; ++channel) {
        fprintf(out, "        filters%u = [\n", channel + 1);
        write_filter(out, tare_rack_label(TARE_BAND_HIGH_SHELF), 0.0, cookbook->preamp_db, 1.0);
        for (unsigned i = 0; i < cookbook->n_bands[channel]; ++i) {
            const TareBand* const band = &cookbook->bands[channel][i];
            write_filter(out, tare_rack_label(band->type), band->freq_hz, band->gain_db, band->q);
        }
        fputs("        ]\n", out);
    }
    fputs("      } }\n]\n", out);
    fputs("inputs  = [ \"eq:In 1\" \"eq:In 2\" ]\noutputs = [ \"eq:Out 1\" \"eq:Out 2\" ]\n", out);
}

void tare_graph_write(FILE* out, const TareRack* rack, const char* plugin)
{
    if (tare_chain_kind_is_plugin(rack->kind))
        write_plugin(out, rack, plugin, "eq");
    else if (rack->kind == TARE_CHAIN_BUILTIN)
        write_builtin(out, rack);
    else
        write_param_eq(out, &rack->cookbook);
}

char* tare_graph_inside(const TareRack* rack)
{
    char* text = NULL;
    size_t length = 0;
    FILE* const out = open_memstream(&text, &length);
    if (!out)
        return NULL;
    fputs("{\n", out);
    write_plugin(out, rack, "", TARE_GRAPH_INSIDE_NODE); /* as LV2 it has no library */
    fputs("}\n", out);
    const bool failed = ferror(out) != 0;
    if (fclose(out) == 0 && !failed)
        return text;
    free(text);
    return NULL;
}
