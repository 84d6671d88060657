/* What hosts, sessions and configurations know of the plugins, as the built ones say it, against
   what was said before: tests/data/contract.txt. Lists of ports may only grow at their ends.

   With the argument "print" it writes what the built plugins say; what is new there goes into the
   file by hand. */

#include "helpers/check.h"
#include "helpers/lv2_host.h"

#include <dlfcn.h>
#include <ladspa.h>
#include <lv2/units/units.h>
#include <stdlib.h>

static const char* folder(const char* variable, const char* otherwise)
{
    const char* const found = getenv(variable);
    return found ? found : otherwise;
}

/* LV2, as lilv reads it */

static void print_name_of(FILE* out, const LilvNode* node)
{
    const char* const text = lilv_node_as_string(node);
    const char* const end = strrchr(text, '#');
    fprintf(out, "%s", end ? end + 1 : text);
}

/** A unit by its name, or by how a number of it is shown. */
static void print_unit(FILE* out, LilvWorld* world, const LilvPlugin* plugin, const LilvPort* port)
{
    LilvNode* predicate = lilv_new_uri(world, LV2_UNITS__unit);
    LilvNode* render = lilv_new_uri(world, LV2_UNITS__render);
    LilvNode* unit = lilv_port_get(plugin, port, predicate);
    LilvNode* shown =
        unit && lilv_node_is_blank(unit) ? lilv_world_get(world, unit, render, NULL) : NULL;
    fputc('\t', out);
    if (shown)
        fprintf(out, "\"%s\"", lilv_node_as_string(shown));
    else if (unit)
        print_name_of(out, unit);
    else
        fputc('-', out);
    lilv_node_free(shown);
    lilv_node_free(unit);
    lilv_node_free(render);
    lilv_node_free(predicate);
}

static void print_choices(FILE* out, const LilvPlugin* plugin, const LilvPort* port)
{
    LilvScalePoints* points = lilv_port_get_scale_points(plugin, port);
    for (int value = 0; points && value < (int)lilv_scale_points_size(points); ++value)
        LILV_FOREACH(scale_points, it, points)
        {
            const LilvScalePoint* point = lilv_scale_points_get(points, it);
            if (lilv_node_as_float(lilv_scale_point_get_value(point)) == (float)value)
                fprintf(out, "%s%d=%s", value ? "|" : "\t", value,
                        lilv_node_as_string(lilv_scale_point_get_label(point)));
        }
    lilv_scale_points_free(points);
}

static bool has_property(LilvWorld* world, const LilvPlugin* plugin, const LilvPort* port,
                         const char* uri)
{
    LilvNode* node = lilv_new_uri(world, uri);
    const bool has = lilv_port_has_property(plugin, port, node);
    lilv_node_free(node);
    return has;
}

static bool is_a(LilvWorld* world, const LilvPlugin* plugin, const LilvPort* port, const char* uri)
{
    LilvNode* node = lilv_new_uri(world, uri);
    const bool is = lilv_port_is_a(plugin, port, node);
    lilv_node_free(node);
    return is;
}

static void print_lv2_control(FILE* out, LilvWorld* world, const LilvPlugin* plugin,
                              const LilvPort* port)
{
    LilvNode *def = NULL, *min = NULL, *max = NULL;
    lilv_port_get_range(plugin, port, &def, &min, &max);
    fprintf(out, "\t%g\t%g\t%g", (double)lilv_node_as_float(min), (double)lilv_node_as_float(max),
            (double)lilv_node_as_float(def));
    lilv_node_free(def);
    lilv_node_free(min);
    lilv_node_free(max);
    print_unit(out, world, plugin, port);
    const bool toggled = has_property(world, plugin, port, LILV_NS_LV2 "toggled");
    const bool is_log =
        has_property(world, plugin, port, "http://lv2plug.in/ns/ext/port-props#logarithmic");
    fprintf(out, "\t%s", toggled ? "toggled" : is_log ? "logarithmic" : "-");
    print_choices(out, plugin, port);
}

static void print_lv2(FILE* out, const char* uri)
{
    char bundle[4096];
    snprintf(bundle, sizeof bundle, "%s/lv2/tare.lv2", folder("TARE_BUILD_DIR", "build"));
    Lv2Host* const host = lv2_host_new(bundle, uri);
    fprintf(out, "LV2 %s\n", uri);
    if (!host)
        return;
    LilvWorld* const world = lv2_host_world(host);
    const LilvPlugin* const plugin = lv2_host_plugin(host);
    for (uint32_t i = 0; i < lilv_plugin_get_num_ports(plugin); ++i) {
        const LilvPort* const port = lilv_plugin_get_port_by_index(plugin, i);
        LilvNode* const name = lilv_port_get_name(plugin, port);
        const bool is_audio = is_a(world, plugin, port, LILV_URI_AUDIO_PORT);
        fprintf(out, "%u\t%s\t%s\t%s %s", i,
                lilv_node_as_string(lilv_port_get_symbol(plugin, port)), lilv_node_as_string(name),
                is_audio ? "audio" : "control",
                is_a(world, plugin, port, LILV_URI_INPUT_PORT) ? "in" : "out");
        lilv_node_free(name);
        if (!is_audio)
            print_lv2_control(out, world, plugin, port);
        fputc('\n', out);
    }
    lv2_host_free(host);
}

/* LADSPA */

static void print_ladspa_port(FILE* out, const LADSPA_Descriptor* d, unsigned long i)
{
    const LADSPA_PortRangeHint* const hint = &d->PortRangeHints[i];
    const bool is_audio = LADSPA_IS_PORT_AUDIO(d->PortDescriptors[i]) != 0;
    fprintf(out, "%lu\t%s\t%s %s", i, d->PortNames[i], is_audio ? "audio" : "control",
            LADSPA_IS_PORT_INPUT(d->PortDescriptors[i]) ? "in" : "out");
    if (!is_audio)
        fprintf(out, "\t%g\t%g\t%#x", (double)hint->LowerBound, (double)hint->UpperBound,
                (unsigned)hint->HintDescriptor);
    fputc('\n', out);
}

static void print_ladspa(FILE* out)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/ladspa/tare.so", folder("TARE_BUILD_DIR", "build"));
    void* const library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    void* const symbol = library ? dlsym(library, "ladspa_descriptor") : NULL;
    LADSPA_Descriptor_Function get;
    memcpy(&get, &symbol, sizeof get);
    const LADSPA_Descriptor* d;
    for (unsigned long index = 0; symbol && (d = get(index)); ++index) {
        fprintf(out, "LADSPA %lu %s\n", d->UniqueID, d->Label);
        for (unsigned long i = 0; i < d->PortCount; ++i)
            print_ladspa_port(out, d, i);
    }
    if (library)
        dlclose(library);
}

static void print_contract(FILE* out)
{
    print_lv2(out, "urn:tare:eq");
    print_lv2(out, "urn:tare:eq-mono");
    print_ladspa(out);
}

/* Two contracts: a plugin is a line that begins with a letter, and below it a line for each port */

static size_t length_of_line(const char* line)
{
    return strcspn(line, "\n");
}

static const char* next_line(const char* line)
{
    const size_t length = length_of_line(line);
    return line + length + (line[length] == '\n');
}

static bool is_port(const char* line)
{
    return *line >= '0' && *line <= '9';
}

static bool is_same_line(const char* a, const char* b)
{
    const size_t length = length_of_line(a);
    return length == length_of_line(b) && !memcmp(a, b, length);
}

/** The line of a contract that names a plugin, or its end. */
static const char* find_plugin(const char* contract, const char* plugin)
{
    while (*contract && (is_port(contract) || !is_same_line(contract, plugin)))
        contract = next_line(contract);
    return contract;
}

typedef enum { AS_IT_WAS, BROKEN, NOT_NOTED } Verdict;

/** Compares the ports of a plugin; *culprit is the first line that is not as it was, or is new. */
static Verdict compare_ports(const char* old, const char* now, const char** culprit)
{
    for (; is_port(old); old = next_line(old), now = next_line(now)) {
        *culprit = is_port(now) ? now : old;
        if (!is_port(now) || !is_same_line(old, now))
            return BROKEN;
    }
    *culprit = now;
    return is_port(now) ? NOT_NOTED : AS_IT_WAS;
}

static Verdict compare(const char* old, const char* now, const char** culprit)
{
    for (const char* line = old; *line; line = next_line(line)) {
        if (is_port(line))
            continue;
        const char* const found = find_plugin(now, line);
        *culprit = line;
        const Verdict verdict =
            *found ? compare_ports(next_line(line), next_line(found), culprit) : BROKEN;
        if (verdict != AS_IT_WAS)
            return verdict;
    }
    for (*culprit = now; **culprit; *culprit = next_line(*culprit))
        if (!is_port(*culprit) && !*find_plugin(old, *culprit))
            return NOT_NOTED;
    return AS_IT_WAS;
}

/* Tests */

static const char small[] = "LV2 a\n0\tin\n1\tgain\t0\t1\nLV2 b\n0\tin\n";

static void check_verdict(const char* now, Verdict wanted)
{
    const char* culprit;
    CHECK(compare(small, now, &culprit) == wanted);
}

static void test_only_what_is_behind_everything_else_is_allowed(void)
{
    check_verdict(small, AS_IT_WAS);
    check_verdict("LV2 b\n0\tin\nLV2 a\n0\tin\n1\tgain\t0\t1\n", AS_IT_WAS);
    check_verdict("LV2 a\n0\tin\n1\tgain\t0\t1\n2\tmore\nLV2 b\n0\tin\n", NOT_NOTED);
    check_verdict("LV2 a\n0\tin\n1\tgain\t0\t1\nLV2 b\n0\tin\nLV2 c\n0\tin\n", NOT_NOTED);
    check_verdict("LV2 a\n0\tin\n1\tmore\n2\tgain\t0\t1\nLV2 b\n0\tin\n", BROKEN);
    check_verdict("LV2 a\n0\tin\n1\tgain\t0\t2\nLV2 b\n0\tin\n", BROKEN);
    check_verdict("LV2 a\n0\tin\nLV2 b\n0\tin\n", BROKEN);
    check_verdict("LV2 a\n0\tin\n1\tgain\t0\t1\n", BROKEN);
    check_verdict("LV2 a\n0\tin\n1\tgain\t0\t1\nLV2 other\n0\tin\n", BROKEN);
    check_verdict("", BROKEN);
}

static char* noted_contract(void)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/tests/data/contract.txt", folder("TARE_SOURCE_DIR", "."));
    FILE* const file = fopen(path, "r");
    char* text = NULL;
    size_t size = 0;
    if (file) {
        if (getdelim(&text, &size, '\0', file) < 0)
            size = 0;
        fclose(file);
    }
    return size ? text : NULL;
}

static void test_the_plugins_keep_what_was_noted(void)
{
    char* now = NULL;
    size_t size = 0;
    FILE* const stream = open_memstream(&now, &size);
    REQUIRE(stream);
    print_contract(stream);
    fclose(stream);
    char* const old = noted_contract();
    REQUIRE(old && now);
    const char* culprit = "";
    const Verdict verdict = compare(old, now, &culprit);
    if (verdict == BROKEN)
        fprintf(stderr,
                "not as in tests/data/contract.txt: %.*s\nSessions hold ports by index and symbol: "
                "new ones go behind all others, retired ones stay and do nothing.\n",
                (int)length_of_line(culprit), culprit);
    if (verdict == NOT_NOTED)
        fprintf(stderr, "new, to be added to tests/data/contract.txt: %.*s\n",
                (int)length_of_line(culprit), culprit);
    CHECK(verdict == AS_IT_WAS);
    free(old);
    free(now);
}

int main(int argc, char** argv)
{
    if (argc == 2 && !strcmp(argv[1], "print")) {
        print_contract(stdout);
        return 0;
    }
    RUN(test_only_what_is_behind_everything_else_is_allowed);
    RUN(test_the_plugins_keep_what_was_noted);
    return check_done();
}
