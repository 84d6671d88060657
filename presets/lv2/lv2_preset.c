#include "lv2/lv2_preset.h"

#include "base/ascii.h"
#include "base/plain.h"
#include "base/text.h"
#include "corrections/aim.h"
#include "corrections/basis.h"
#include "corrections/correction.h"
#include "lv2/preset_key.h"
#include "lv2/turtle.h"
#include "names/fold.h"
#include "settings.h"

#include <stdlib.h>
#include <string.h>

enum { max_brand_slug = 64 };

/* Neither is what a correction could have: keys of labels begin with a letter or a digit, labels
   with a brand. Both come before all of these. */
static const char flat_node[] = "<" TARE_LV2_FLAT_URI ">";
static const char flat_label[] = "(Flat)";

/** The text itself, to be freed; NULL when memory was short. */
static char* taken(TareText* text)
{
    if (text->failed)
        tare_text_clear(text);
    return text->data;
}

/** Who made the correction, for people. */
static const char* source_name(const TareCorrection* correction)
{
    if (correction->entry.kind == TARE_KIND_REVIEW)
        return "from review text";
    return correction->entry.author ? correction->entry.author
                                    : tare_kind_name(correction->entry.kind);
}

static bool has_word(const char* words, const char* word, size_t n)
{
    for (const char* at = words; at && *at; at += strspn(at, " ")) {
        const size_t length = strcspn(at, " ");
        if (length == n && memcmp(at, word, n) == 0)
            return true;
        at += length;
    }
    return false;
}

/** The words by which the id names the source and nothing else does: the 2 of "acme-one/anna-2". Of
    a review only the numbers: its label does not tell the author, and so need not tell the id's
    name of him. */
static void rest_of_id(TareText* rest, const TareCorrection* correction)
{
    const char* const names[] = {correction->entry.author, correction->entry.rig,
                                 correction->entry.target};
    const char* const source = strchr(correction->entry.id, '/');
    TareText words = {0};
    TareText known = {0};
    tare_fold_words(&words, source ? source + 1 : "");
    for (size_t i = 0; i < sizeof names / sizeof *names; ++i) {
        tare_text_append(&known, " ", 1);
        tare_fold_words(&known, names[i] ? names[i] : "");
    }
    for (const char* word = words.data; word && *word; word += strspn(word, " ")) {
        const size_t n = strcspn(word, " ");
        const bool counts =
            correction->entry.kind != TARE_KIND_REVIEW || (*word >= '0' && *word <= '9');
        if (counts && !has_word(known.data, word, n))
            tare_text_format(rest, "%s%.*s", rest->length ? " " : "", (int)n, word);
        word += n;
    }
    rest->failed = rest->failed || words.failed || known.failed;
    tare_text_clear(&words);
    tare_text_clear(&known);
}

/** Between the brackets of a label: what tells the corrections of one model apart. */
static void append_source(TareText* label, const TareCorrection* correction,
                          TarePresetOrigin origin)
{
    const bool is_review = correction->entry.kind == TARE_KIND_REVIEW;
    TareText rest = {0};
    rest_of_id(&rest, correction);
    const char* const parts[] = {correction->entry.variant,
                                 source_name(correction),
                                 is_review ? NULL : correction->entry.rig,
                                 correction->entry.target,
                                 rest.data,
                                 origin == TARE_PRESET_INSTALLED ? "installed" : NULL};
    const char* between = "";
    for (size_t i = 0; i < sizeof parts / sizeof *parts; ++i) {
        if (!parts[i] || !*parts[i])
            continue;
        tare_text_format(label, "%s%s", between, parts[i]);
        between = ", ";
    }
    label->failed = label->failed || rest.failed;
    tare_text_clear(&rest);
}

char* tare_lv2_preset_label(const TareCorrection* correction, TarePresetOrigin origin)
{
    TareText label = {0};
    tare_text_format(&label, "%s - %s (", correction->entry.brand, correction->entry.model);
    append_source(&label, correction, origin);
    tare_text_append(&label, ")", 1);
    char* const text = taken(&label);
    if (text)
        tare_plain_make(text);
    return text;
}

static char* urn(const char* space, const char* name)
{
    TareText uri = {0};
    tare_text_format(&uri, "urn:tare:%s:%s", space, name);
    return taken(&uri);
}

char* tare_lv2_preset_uri(const TareCorrection* correction, TarePresetOrigin origin)
{
    char* const label = tare_lv2_preset_label(correction, origin);
    char* const key = label ? tare_preset_key(label) : NULL;
    char* const uri = key ? urn("preset", key) : NULL;
    free(label);
    free(key);
    return uri;
}

/** A uri as a Turtle node, in angle brackets, to be freed; NULL for NULL. */
static char* node_of(const char* uri)
{
    TareText node = {0};
    if (uri)
        tare_text_format(&node, "<%s>", uri);
    return taken(&node);
}

static char* preset_node(const TareCorrection* correction, TarePresetOrigin origin)
{
    char* const uri = tare_lv2_preset_uri(correction, origin);
    char* const node = node_of(uri);
    free(uri);
    return node;
}

void tare_lv2_preset_prefixes(TareTurtle* turtle)
{
    tare_turtle_prefix(turtle, "lv2", "http://lv2plug.in/ns/lv2core#");
    tare_turtle_prefix(turtle, "pset", "http://lv2plug.in/ns/ext/presets#");
    tare_turtle_prefix(turtle, "rdfs", "http://www.w3.org/2000/01/rdf-schema#");
}

static void append(TareText* text, const char* label, const char* value)
{
    if (value && *value)
        tare_text_format(text, "%s%s%s.", text->length ? " " : "", label, value);
}

/** Where the correction comes from. Ardour also takes a preset without a comment for the user's
   own, to be deleted. */
static char* comment_of(const TareCorrection* correction)
{
    TareText comment = {0};
    char preamp[32];
    tare_turtle_format(preamp, sizeof preamp, (float)correction->set.preamp_db);
    append(&comment, "Kind: ", tare_basis_kind(&correction->entry));
    append(&comment, "Author: ", correction->entry.author);
    append(&comment, "Rig: ", correction->entry.rig);
    append(&comment, "Target: ", tare_aim_title(&correction->entry));
    append(&comment, "Date: ", correction->entry.date);
    append(&comment, "Preamp in dB: ", preamp);
    append(&comment, "Source: ", correction->entry.source);
    append(&comment, "Licence: ", correction->entry.licence);
    return taken(&comment);
}

/** Letters and digits as they are, others by their bytes, signs and blanks as one hyphen. */
char* tare_lv2_preset_brand(const char* brand)
{
    TareText slug = {0};
    for (const char* c = brand; *c && slug.length < max_brand_slug - 2; ++c) {
        const char lower = tare_ascii_lower(*c);
        if ((lower >= 'a' && lower <= 'z') || tare_is_digit(lower))
            tare_text_append(&slug, &lower, 1);
        else if ((unsigned char)*c >= 0x80)
            tare_text_format(&slug, "%02x", (unsigned char)*c);
        else if (slug.length > 0 && slug.data[slug.length - 1] != '-')
            tare_text_append(&slug, "-", 1);
    }
    if (slug.length == 0)
        tare_text_append(&slug, "other", 5);
    return taken(&slug);
}

static char* bank_node(const TareCorrection* correction)
{
    char* const slug = tare_lv2_preset_brand(correction->entry.brand);
    char* const uri = slug ? urn("bank", slug) : NULL;
    char* const node = node_of(uri);
    free(slug);
    free(uri);
    return node;
}

static void write_plain(TareTurtle* turtle, const char* subject, const char* predicate,
                        const char* text)
{
    TareText plain = {0};
    tare_plain_append(&plain, text);
    if (plain.failed)
        tare_turtle_fail(turtle);
    else
        tare_turtle_text(turtle, subject, predicate, plain.data);
    tare_text_clear(&plain);
}

void tare_lv2_preset_bank(TareTurtle* turtle, const TareCorrection* correction)
{
    char* const bank = bank_node(correction);
    if (bank) {
        tare_turtle_type(turtle, bank, "pset:Bank");
        write_plain(turtle, bank, "rdfs:label", correction->entry.brand);
    } else {
        tare_turtle_fail(turtle);
    }
    free(bank);
}

void tare_lv2_preset_manifest_entry(TareTurtle* turtle, const TareCorrection* correction,
                                    TarePresetOrigin origin, const char* values_file)
{
    char* const node = preset_node(correction, origin);
    char* const bank = bank_node(correction);
    char* const label = tare_lv2_preset_label(correction, origin);
    char* const comment = comment_of(correction);
    char* const file = node_of(values_file);
    if (node && bank && label && comment && file) {
        tare_turtle_type(turtle, node, "pset:Preset");
        tare_turtle_node(turtle, node, "lv2:appliesTo", "<urn:tare:eq>");
        tare_turtle_node(turtle, node, "pset:bank", bank);
        tare_turtle_text(turtle, node, "rdfs:label", label);
        write_plain(turtle, node, "rdfs:comment", comment);
        tare_turtle_node(turtle, node, "rdfs:seeAlso", file);
    } else {
        tare_turtle_fail(turtle);
    }
    free(node);
    free(bank);
    free(label);
    free(comment);
    free(file);
}

/** NULL controls: everything at its default. */
static void write_ports(TareTurtle* turtle, const char* node, const TareControls* controls)
{
    tare_turtle_type(turtle, node, "pset:Preset");
    const uint32_t n_channels = TARE_MAX_CHANNELS;
    for (uint32_t i = 0; i < tare_ports_count(n_channels); ++i) {
        const TarePort port = tare_port(n_channels, i);
        if (!tare_port_is_correction(port.role))
            continue;
        tare_turtle_begin(turtle, node, "lv2:port");
        tare_turtle_text(turtle, NULL, "lv2:symbol", tare_port_text(n_channels, i).symbol);
        tare_turtle_number(turtle, NULL, "pset:value",
                           controls ? tare_settings_port_value(controls, &port) : port.def);
        tare_turtle_end(turtle);
    }
}

void tare_lv2_preset_values(TareTurtle* turtle, const TareCorrection* correction,
                            TarePresetOrigin origin)
{
    char* const node = preset_node(correction, origin);
    const TareControls controls = tare_settings_from_set(&correction->set);
    if (node)
        write_ports(turtle, node, &controls);
    else
        tare_turtle_fail(turtle);
    free(node);
}

void tare_lv2_flat_manifest_entry(TareTurtle* turtle, const char* values_file)
{
    char* const file = node_of(values_file);
    if (file) {
        tare_turtle_type(turtle, flat_node, "pset:Preset");
        tare_turtle_node(turtle, flat_node, "lv2:appliesTo", "<urn:tare:eq>");
        tare_turtle_text(turtle, flat_node, "rdfs:label", flat_label);
        tare_turtle_text(turtle, flat_node, "rdfs:comment",
                         "No correction: all bands and the preamp at their defaults.");
        tare_turtle_node(turtle, flat_node, "rdfs:seeAlso", file);
    } else {
        tare_turtle_fail(turtle);
    }
    free(file);
}

void tare_lv2_flat_values(TareTurtle* turtle)
{
    write_ports(turtle, flat_node, NULL);
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
