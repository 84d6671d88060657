#include "writers/lv2_preset.h"

#include "settings.h"

#include <string.h>

enum { max_uri = 512, max_label = 512, max_comment = 1024 };

/** What tells the corrections of one model apart, for people. */
static const char* source_name(const TareCorrection* correction)
{
    if (correction->kind == TARE_KIND_REVIEW)
        return "from review text";
    return correction->author ? correction->author : tare_kind_name(correction->kind);
}

void tare_lv2_preset_label(const TareCorrection* correction, TarePresetOrigin origin, char* label,
                           size_t size)
{
    const bool has_variant = correction->variant && *correction->variant;
    snprintf(label, size, "%s - %s (%s%s%s%s%s%s)", correction->brand, correction->model,
             has_variant ? correction->variant : "", has_variant ? ", " : "",
             source_name(correction), correction->target ? ", " : "",
             correction->target ? correction->target : "",
             origin == TARE_PRESET_INSTALLED ? ", installed" : "");
}

static void urn(const char* space, const char* id, char* uri, size_t size)
{
    snprintf(uri, size, "<urn:tare:%s:%s>", space, id);
    for (char* c = uri; *c; ++c)
        if (*c == '/')
            *c = '-';
}

/** The uri as a Turtle node, in angle brackets. */
static void preset_node(const TareCorrection* correction, TarePresetOrigin origin, char* node,
                        size_t size)
{
    urn(origin == TARE_PRESET_INSTALLED ? "installed" : "preset", correction->id, node, size);
}

void tare_lv2_preset_uri(const TareCorrection* correction, TarePresetOrigin origin, char* uri,
                         size_t size)
{
    char node[max_uri];
    preset_node(correction, origin, node, sizeof node);
    snprintf(uri, size, "%.*s", (int)strlen(node) - 2, node + 1);
}

void tare_lv2_preset_prefixes(TareTurtle* turtle)
{
    tare_turtle_prefix(turtle, "lv2", "http://lv2plug.in/ns/lv2core#");
    tare_turtle_prefix(turtle, "pset", "http://lv2plug.in/ns/ext/presets#");
    tare_turtle_prefix(turtle, "rdfs", "http://www.w3.org/2000/01/rdf-schema#");
}

static void append(char* text, size_t size, const char* label, const char* value)
{
    const size_t used = strlen(text);
    if (value && *value)
        snprintf(text + used, size - used, "%s%s. ", label, value);
}

/** Where the correction comes from. Ardour also takes a preset without a comment for the user's
   own, to be deleted. */
static void comment_of(const TareCorrection* correction, char* comment, size_t size)
{
    char preamp[32];
    tare_turtle_format(preamp, sizeof preamp, (float)correction->set.preamp_db);
    comment[0] = '\0';
    append(comment, size, "Kind: ", tare_kind_name(correction->kind));
    append(comment, size, "Author: ", correction->author);
    append(comment, size, "Rig: ", correction->rig);
    append(comment, size, "Target: ", correction->target);
    append(comment, size, "Date: ", correction->date);
    append(comment, size, "Preamp in dB: ", preamp);
    append(comment, size, "Source: ", correction->source);
    append(comment, size, "Licence: ", correction->licence);
    comment[strlen(comment) - 1] = '\0';
}

/** A bank is named by the ASCII letters and digits of its brand. */
static void bank_node(const TareCorrection* correction, char* node, size_t size)
{
    char slug[max_uri / 2];
    size_t n = 0;
    for (const char* c = correction->brand; *c && n + 1 < sizeof slug; ++c) {
        const bool is_upper = *c >= 'A' && *c <= 'Z';
        const bool is_plain = (*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9');
        if (is_upper || is_plain)
            slug[n++] = (char)(is_upper ? *c - 'A' + 'a' : *c);
        else if (n > 0 && slug[n - 1] != '-')
            slug[n++] = '-';
    }
    slug[n] = '\0';
    urn("bank", slug, node, size);
}

void tare_lv2_preset_bank(TareTurtle* turtle, const TareCorrection* correction)
{
    char bank[max_uri];
    bank_node(correction, bank, sizeof bank);
    tare_turtle_type(turtle, bank, "pset:Bank");
    tare_turtle_text(turtle, bank, "rdfs:label", correction->brand);
}

void tare_lv2_preset_manifest_entry(TareTurtle* turtle, const TareCorrection* correction,
                                    TarePresetOrigin origin, const char* values_file)
{
    char node[max_uri], bank[max_uri], label[max_label], comment[max_comment], file[max_uri];
    preset_node(correction, origin, node, sizeof node);
    bank_node(correction, bank, sizeof bank);
    tare_lv2_preset_label(correction, origin, label, sizeof label);
    comment_of(correction, comment, sizeof comment);
    snprintf(file, sizeof file, "<%s>", values_file);

    tare_turtle_type(turtle, node, "pset:Preset");
    tare_turtle_node(turtle, node, "lv2:appliesTo", "<urn:tare:eq>");
    tare_turtle_node(turtle, node, "pset:bank", bank);
    tare_turtle_text(turtle, node, "rdfs:label", label);
    tare_turtle_text(turtle, node, "rdfs:comment", comment);
    tare_turtle_node(turtle, node, "rdfs:seeAlso", file);
}

void tare_lv2_preset_values(TareTurtle* turtle, const TareCorrection* correction,
                            TarePresetOrigin origin)
{
    char node[max_uri];
    preset_node(correction, origin, node, sizeof node);
    tare_turtle_type(turtle, node, "pset:Preset");
    const TareControls controls = tare_settings_from_set(&correction->set);
    const uint32_t n_channels = TARE_MAX_CHANNELS;
    for (uint32_t i = 0; i < tare_n_ports(n_channels); ++i) {
        const TarePort port = tare_port(n_channels, i);
        if (!tare_port_is_correction(port.role))
            continue;
        tare_turtle_begin(turtle, node, "lv2:port");
        tare_turtle_text(turtle, NULL, "lv2:symbol", tare_port_text(n_channels, i).symbol);
        tare_turtle_number(turtle, NULL, "pset:value", tare_settings_port_value(&controls, &port));
        tare_turtle_end(turtle);
    }
}

bool tare_lv2_preset_write_manifest(FILE* out, const TareCorrection* correction,
                                    const char* values_file)
{
    TareTurtle* turtle = tare_turtle_new(out);
    if (!turtle)
        return false;
    tare_lv2_preset_prefixes(turtle);
    tare_lv2_preset_bank(turtle, correction);
    tare_lv2_preset_manifest_entry(turtle, correction, TARE_PRESET_INSTALLED, values_file);
    return tare_turtle_close(turtle);
}

bool tare_lv2_preset_write_values(FILE* out, const TareCorrection* correction)
{
    TareTurtle* turtle = tare_turtle_new(out);
    if (!turtle)
        return false;
    tare_lv2_preset_prefixes(turtle);
    tare_lv2_preset_values(turtle, correction, TARE_PRESET_INSTALLED);
    return tare_turtle_close(turtle);
}
