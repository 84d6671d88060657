#include "base/utf8.h"
#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "formats/comment.h"
#include "formats/formats.h"
#include "formats/output.h"
#include "helpers/check.h"
#include "lv2/lv2_preset.h"
#include "lv2/turtle.h"
#include "settings.h"
#include "tare/band_traits.h"

#include <stdlib.h>

static TareCorrection seed(void)
{
    return (TareCorrection){.entry.id = "sony-mdr-ex1000/audioreview",
                            .entry.brand = "Sony",
                            .entry.model = "MDR-EX1000",
                            .entry.kind = TARE_KIND_REVIEW,
                            .entry.author = "Frieve-A",
                            .entry.licence = "MIT",
                            .set = {.n_bands = 1, .bands = {{TARE_BAND_PEAK, 5500, -6, 8, 0}}}};
}

/** All kinds of bands, on all channels, with numbers of all lengths. */
static TareCorrection everything(void)
{
    static const double freqs_hz[] = {8, 22000, 1234.567, 12.345, 105.5, 999.9999999, 9140.25};
    static const double gains_db[] = {-30, 30, -12.345, 0.7, 1.41, -1e-7, 2.0 / 3.0};
    static const double qs[] = {0.1, 20, 0.70710678, 1.41, 10.12345, 8, 3.06};
    TareCorrection c = seed();
    c.set.preamp_db = -12.3456789;
    c.set.n_bands = TARE_MAX_BANDS;
    for (unsigned i = 0; i < TARE_MAX_BANDS; ++i)
        c.set.bands[i] =
            (TareBand){(TareBandType)(i % TARE_N_BAND_TYPES), freqs_hz[i % 7], gains_db[i * 3 % 7],
                       qs[i * 5 % 7], (TareChannel)(i / 2 % TARE_N_CHANNEL_CHOICES)};
    return c;
}

/** What a writer writes, to be freed by the caller. */
static char* written(const char* format, const TareCorrection* c)
{
    char* text = NULL;
    size_t length = 0;
    const TareFormat* writer = tare_formats_find_written(format);
    CHECK(writer != NULL);
    FILE* out = open_memstream(&text, &length);
    CHECK(writer && writer->write(&(TareFormatOutput){.file = out, .correction = c}, NULL));
    fclose(out);
    CHECK(length == strlen(text) && length && text[length - 1] == '\n');
    CHECK(tare_utf8_is_valid(text, length, NULL));
    return text;
}

static void test_list_is_sorted_and_found_by_name(void)
{
    const TareFormat* format = tare_formats_get(0);
    CHECK(format != NULL);
    for (size_t i = 0; (format = tare_formats_get(i)); ++i) {
        CHECK(tare_formats_find(format->name) == format);
        CHECK(tare_formats_find_written(format->name) == (format->write ? format : NULL));
        CHECK(format->note && *format->note);
        CHECK(format->read || format->write);
        CHECK(!format->read || format->max_bytes > 0);
        CHECK(!tare_formats_get(i + 1) || strcmp(format->name, tare_formats_get(i + 1)->name) < 0);
    }
    CHECK(!tare_formats_find("no such format"));
}

static void test_apo_text_of_the_seed(void)
{
    const TareCorrection c = seed();
    char* text = written("apo", &c);
    const char wanted[] = "Preamp: 0 dB\n"
                          "Filter 1: ON PK Fc 5500 Hz Gain -6 dB Q 8\n"
                          "#";
    CHECK(!strncmp(text, wanted, sizeof wanted - 1));
    CHECK(strstr(text, "# Model: Sony MDR-EX1000\n") != NULL);
    CHECK(strstr(text, "# Author: Frieve-A\n") != NULL);
    free(text);
}

/** What Equalizer APO understands of a filter line; -1 when it is none. */
static int apo_type(const char* word)
{
    static const char* const words[] = {"PK", "LSC", "HSC", "LPQ", "HPQ", "NO", "BP", "AP"};
    for (int i = 0; i < TARE_N_BAND_TYPES; ++i)
        if (!strcmp(words[i], word))
            return i;
    return -1;
}

static void check_apo_band(const char* line, unsigned number, const TareBand* wanted)
{
    char type[8] = "", freq[16] = "", gain[16] = "0", q[16] = "";
    unsigned read_number = 0;
    int end = 0;
    if (tare_band_type_has_gain(wanted->type))
        sscanf(line, "Filter %u: ON %7s Fc %15s Hz Gain %15s dB Q %15s%n", &read_number, type, freq,
               gain, q, &end);
    else
        sscanf(line, "Filter %u: ON %7s Fc %15s Hz Q %15s%n", &read_number, type, freq, q, &end);
    CHECK(end > 0 && line[end] == '\n');
    CHECK(read_number == number && apo_type(type) == (int)wanted->type);
    CHECK(strlen(freq) <= 8 && strlen(gain) <= 6 && strlen(q) <= 6);
    const size_t n = strlen(freq);
    CHECK(n < 5 || freq[n - 4] != '.'); /* or APO would take it for thousands */
    CHECK_NEAR(strtod(freq, NULL), wanted->freq_hz, 1e-5 * wanted->freq_hz);
    if (tare_band_type_has_gain(wanted->type))
        CHECK_NEAR(strtod(gain, NULL), wanted->gain_db, 0.005);
    CHECK_NEAR(strtod(q, NULL), wanted->q, 1e-4 * wanted->q);
}

static void test_apo_text_reads_back(void)
{
    const TareCorrection c = everything();
    char* text = written("apo", &c);
    CHECK(!strncmp(text, "Preamp: -12.35 dB\n", 18));
    TareChannel channel = TARE_CHANNEL_BOTH;
    unsigned n_bands = 0;
    bool is_at_comments = false;
    for (char* line = strchr(text, '\n') + 1; *line; line = strchr(line, '\n') + 1) {
        is_at_comments = is_at_comments || *line == '#';
        CHECK(is_at_comments == (*line == '#'));
        if (!strncmp(line, "Channel: ", 9))
            channel = line[9] == 'L'   ? TARE_CHANNEL_LEFT
                      : line[9] == 'R' ? TARE_CHANNEL_RIGHT
                                       : TARE_CHANNEL_BOTH;
        else if (*line != '#' && n_bands < TARE_MAX_BANDS) {
            CHECK(channel == c.set.bands[n_bands].channel);
            check_apo_band(line, n_bands + 1, &c.set.bands[n_bands]);
            n_bands++;
        }
    }
    CHECK(n_bands == TARE_MAX_BANDS && channel == TARE_CHANNEL_BOTH);
    free(text);
}

/** A reader of the little that these fragments use of PipeWire's JSON: words, strings, brackets.
    Returns the next token in `token`; false at the end. */
static bool next_token(const char** text, char* token, size_t size)
{
    const char* p = *text;
    while (*p == ' ' || *p == '\n' || *p == '#')
        p += *p == '#' ? strcspn(p, "\n") : 1;
    size_t n = 1;
    if (*p == '"')
        n = strcspn(p + 1, "\"\n") + 2;
    else if (!strchr("{}[]=", *p))
        n = strcspn(p, " \n\"{}[]=");
    snprintf(token, size, "%.*s", (int)n, p);
    *text = *p ? p + n : p;
    return *p != '\0';
}

static void check_tokens(const char** text, const char* wanted)
{
    char token[64], wanted_token[64];
    while (next_token(&wanted, wanted_token, sizeof wanted_token)) {
        next_token(text, token, sizeof token);
        CHECK_STR(token, wanted_token);
    }
}

static void check_control(const char** text, const char* name, float wanted)
{
    char token[64], quoted[64];
    snprintf(quoted, sizeof quoted, "\"%s\" =", name);
    check_tokens(text, quoted);
    next_token(text, token, sizeof token);
    char* end;
    CHECK(strtof(token, &end) == wanted && !*end);
}

static void check_fragment(const char* format, const TareCorrection* c, const char* head,
                           bool is_by_symbol, const char* tail)
{
    char* text = written(format, c);
    const char* p = text;
    check_tokens(&p, "context.modules = [ { name = libpipewire-module-filter-chain "
                     "flags = [ nofail ] args = {");
    p = strstr(p, "filter.graph");
    CHECK(p != NULL);
    check_tokens(&p, "filter.graph = {");
    check_tokens(&p, head);
    const TareControls controls = tare_settings_from_set(&c->set);
    unsigned n_controls = 0;
    for (uint32_t i = 0; i < tare_ports_count(2); ++i) {
        const TarePort port = tare_port(2, i);
        const TarePortText names = tare_port_text(2, i);
        if (tare_port_is_audio(port.role) || tare_port_is_output(port.role))
            continue;
        check_control(&p, is_by_symbol ? names.symbol : names.name,
                      tare_settings_port_value(&controls, &port));
        n_controls++;
    }
    CHECK(n_controls >= 5 * TARE_MAX_BANDS + 2);
    check_tokens(&p, tail);
    check_tokens(&p, "} capture.props = { node.name = \"tare_correction\" media.class = "
                     "Audio/Sink } playback.props = { node.name = \"tare_correction.output\" "
                     "node.passive = true } } } ]");
    char token[64];
    CHECK(!next_token(&p, token, sizeof token));
    free(text);
}

static void check_both_fragments(const TareCorrection* c)
{
    check_fragment("pipewire-lv2", c,
                   "nodes = [ { type = lv2 name = eq plugin = \"urn:tare:eq\" control = {", true,
                   "} } ] inputs = [ \"eq:in_l\" \"eq:in_r\" ] "
                   "outputs = [ \"eq:out_l\" \"eq:out_r\" ]");
    check_fragment("pipewire-ladspa", c,
                   "nodes = [ { type = ladspa name = eq plugin = \"tare\" label = \"tare_eq\" "
                   "control = {",
                   false,
                   "} } ] inputs = [ \"eq:Input left\" \"eq:Input right\" ] "
                   "outputs = [ \"eq:Output left\" \"eq:Output right\" ]");
}

static void test_pipewire_fragments_hold_every_port(void)
{
    const TareCorrection c = seed();
    check_both_fragments(&c);
    const TareCorrection all = everything();
    check_both_fragments(&all);
}

static void test_pipewire_values_of_the_seed(void)
{
    const TareCorrection c = seed();
    char* text = written("pipewire-lv2", &c);
    CHECK(strstr(text, "\"freq_1\" = 5500\n") != NULL);
    CHECK(strstr(text, "\"gain_1\" = -6\n") != NULL);
    CHECK(strstr(text, "\"q_1\" = 8\n") != NULL);
    CHECK(strstr(text, "\"enabled\" = 1\n") != NULL);
    CHECK(strstr(text, "\"freq_2\" = 31.5\n") != NULL);
    CHECK(strstr(text, "# Model: Sony MDR-EX1000\n") != NULL);
    free(text);
}

static void test_awkward_names_stay_in_comments(void)
{
    TareEvidence evidence = {.file = "a\nnodes = [", .text = "\"q\"\r\nPreamp: 9 dB", .line = 3};
    TareCorrection c = seed();
    c.entry.brand = "Q\"uo'te\\ } ] #";
    c.entry.model = "new\nFilter 9: ON PK Fc 1 Hz\rline";
    c.entry.variant = "\xE2\x80\xAE"
                      "txt\xE2\x80\x8B\xE2\x80\xA8"
                      "next\xC2\x9B\xFF";
    c.evidence = &evidence;
    c.n_evidence = 1;
    check_both_fragments(&c);
    char* text = written("apo", &c);
    CHECK(strstr(text, "# Model: Q\"uo'te\\ } ] # new Filter 9: ON PK Fc 1 Hz line "
                       "(txt next ?)\n") != NULL);
    CHECK(strstr(text, "# Evidence: a nodes = [:3\n#   Words: \"q\"  Preamp: 9 dB\n") != NULL);
    for (char* line = strchr(strchr(text, '\n') + 1, '\n') + 1; *line;
         line = strchr(line, '\n') + 1)
        CHECK(*line == '#');
    free(text);
}

static void test_write_errors_are_told(void)
{
    const TareCorrection c = everything();
    for (size_t i = 0; tare_formats_get(i); ++i) {
        const TareFormat* const writer = tare_formats_get(i);
        if (!writer->write)
            continue;
        FILE* out = fopen("/dev/full", "w");
        if (!out)
            SKIP("there is no /dev/full");
        setvbuf(out, NULL, _IONBF, 0);
        CHECK(!writer->write(&(TareFormatOutput){.file = out, .correction = &c}, NULL));
        fclose(out);
    }
}

static char* repeated(const char* part, size_t n)
{
    const size_t length = strlen(part);
    char* text = malloc(n * length + 1);
    CHECK(text != NULL);
    for (size_t i = 0; text && i < n; ++i)
        memcpy(text + i * length, part, length + 1);
    return text;
}

/** What is in a manifest with one preset, to be freed. Every literal must be UTF-8 and the whole
    Turtle, as serd reads it. */
static char* manifest_of(const TareCorrection* c)
{
    char *text = NULL, *again = NULL;
    size_t length = 0, again_length = 0;
    FILE* out = open_memstream(&text, &length);
    CHECK(out && tare_lv2_preset_write_manifest(out, c, "preset.ttl"));
    fclose(out);
    CHECK(tare_utf8_is_valid(text, length, NULL));
    out = open_memstream(&again, &again_length);
    TareTurtle* turtle = tare_turtle_new(out);
    CHECK(turtle && tare_turtle_copy(turtle, text));
    CHECK(tare_turtle_close(turtle));
    fclose(out);
    CHECK_STR(again, text);
    free(again);
    return text;
}

static void test_long_texts_stay_whole_in_presets(void)
{
    for (size_t shift = 0; shift < 2; ++shift) {
        char* text = repeated("\xC3\xA9", 1001);
        TareCorrection c = seed();
        c.entry.kind = TARE_KIND_PRESET;
        char id[3000];
        snprintf(id, sizeof id, "%s%s/end", shift ? "a" : "ab", text);
        c.entry.id = id;
        c.entry.brand = c.entry.author = c.entry.target = c.entry.variant = c.entry.source = text;
        c.entry.model = shift ? "x" : "xy";
        char* manifest = manifest_of(&c);
        char* uri = tare_lv2_preset_uri(&c, TARE_PRESET_INSTALLED);
        char* label = tare_lv2_preset_label(&c, TARE_PRESET_SHIPPED);
        CHECK(strlen(uri) > 4 * strlen(text) / 2 && strstr(uri, "ee--end--installed") != NULL);
        CHECK(strlen(label) > 4 * strlen(text) && label[strlen(label) - 1] == ')');
        CHECK(strstr(manifest, "\xC3\xA9. Licence: MIT.") != NULL);
        free(label);
        free(uri);
        free(manifest);
        free(text);
    }
}

static void test_preset_of_the_seed(void)
{
    const TareCorrection c = seed();
    char* manifest = manifest_of(&c);
    CHECK(strstr(manifest, "<urn:tare:preset:sony--mdr-ex1000--from-review-text--installed>") !=
          NULL);
    CHECK(strstr(manifest, "<urn:tare:bank:sony>") != NULL);
    CHECK(strstr(manifest, "\"Sony - MDR-EX1000 (from review text, installed)\"") != NULL);
    CHECK(strstr(manifest, "\"Kind: review, from words only. Author: Frieve-A. Preamp in dB: 0.0. "
                           "Licence: MIT.\""));
    free(manifest);
    char* uri = tare_lv2_preset_uri(&c, TARE_PRESET_SHIPPED);
    CHECK_STR(uri, "urn:tare:preset:sony--mdr-ex1000--from-review-text");
    free(uri);
}

/** What is written comes back byte for byte, whatever the names. */
static void test_quotes_in_presets_come_back(void)
{
    static const char* const names[] = {"Wan'er", "a \"b\"", "\"\"\"", "'''", "\\\"", "x\"", "''x"};
    for (size_t i = 0; i < sizeof names / sizeof *names; ++i) {
        TareCorrection c = seed();
        c.entry.model = (char*)names[i];
        c.entry.variant = c.entry.model;
        free(manifest_of(&c));
    }
}

int main(void)
{
    RUN(test_list_is_sorted_and_found_by_name);
    RUN(test_apo_text_of_the_seed);
    RUN(test_apo_text_reads_back);
    RUN(test_pipewire_fragments_hold_every_port);
    RUN(test_pipewire_values_of_the_seed);
    RUN(test_awkward_names_stay_in_comments);
    RUN(test_write_errors_are_told);
    RUN(test_long_texts_stay_whole_in_presets);
    RUN(test_preset_of_the_seed);
    RUN(test_quotes_in_presets_come_back);
    return check_done();
}
