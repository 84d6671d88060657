/* What the presets on the disk cost: every LV2 program at its start, and a host that lists them
   all.

       bench_presets [FOLDER...]

   FOLDERs hold bundles; without any, the built one is measured against its limits. Each figure is
   the median of runs in processes of their own, CPU time and growth of resident memory. */

#include "helpers/lv2_host.h"
#include "helpers/stopwatch.h"

#include <lv2/presets/presets.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static const double max_start_ms = 6, max_start_mb = 1, max_list_ms = 250;

/* What is there already in most systems: the specifications and the plugins of others. */
static const char others[] = "/usr/lib/lv2";

enum { n_runs = 15 };

typedef struct {
    double start_ms, start_mb, list_ms, list_mb;
    unsigned n_presets, n_values;
} Cost;

static double now_ms(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return 1e3 * (double)time.tv_sec + 1e-6 * (double)time.tv_nsec;
}

static double resident_mb(void)
{
    long pages = 0;
    FILE* file = fopen("/proc/self/statm", "r");
    if (!file || fscanf(file, "%*s %ld", &pages) != 1)
        pages = 0;
    if (file)
        fclose(file);
    return (double)pages * (double)sysconf(_SC_PAGESIZE) / (1 << 20);
}

/** URIs that a preset's values need are few. */
static LV2_URID map_uri(LV2_URID_Map_Handle handle, const char* uri)
{
    static char uris[64][128];
    unsigned i = 0;
    (void)handle;
    while (uris[i][0] && strcmp(uris[i], uri) != 0 && i < 62)
        ++i;
    snprintf(uris[i], sizeof uris[i], "%s", uri);
    return i + 1;
}

static void count_value(const char* symbol, void* cost, const void* value, uint32_t size,
                        uint32_t type)
{
    (void)symbol, (void)value, (void)size, (void)type;
    ((Cost*)cost)->n_values++;
}

/** As Ardour and jalv do: each file is loaded, the label is read, and here all values as well. */
static void list_presets(LilvWorld* world, Cost* cost)
{
    LilvNode* uri = lilv_new_uri(world, "urn:tare:eq");
    LilvNode* type = lilv_new_uri(world, LV2_PRESETS__Preset);
    LilvNode* label = lilv_new_uri(world, LILV_NS_RDFS "label");
    LV2_URID_Map map = {NULL, map_uri};
    const LilvPlugin* plugin = lilv_plugins_get_by_uri(lilv_world_get_all_plugins(world), uri);
    LilvNodes* presets = plugin ? lilv_plugin_get_related(plugin, type) : NULL;
    LILV_FOREACH(nodes, i, presets)
    {
        const LilvNode* preset = lilv_nodes_get(presets, i);
        lilv_world_load_resource(world, preset);
        LilvNode* name = lilv_world_get(world, preset, label, NULL);
        LilvState* state = lilv_state_new_from_world(world, &map, preset);
        if (state)
            lilv_state_emit_port_values(state, count_value, cost);
        cost->n_presets += name != NULL;
        lilv_state_free(state);
        lilv_node_free(name);
    }
    lilv_nodes_free(presets);
    lilv_node_free(label);
    lilv_node_free(type);
    lilv_node_free(uri);
}

static Cost measure_here(const char* lv2_path)
{
    Cost cost = {0};
    setenv("LV2_PATH", lv2_path, 1);
    LilvWorld* world = lilv_world_new();
    const double before_mb = resident_mb();
    const double before_ms = now_ms();
    lilv_world_load_all(world);
    const double loaded_ms = now_ms();
    const double loaded_mb = resident_mb();
    list_presets(world, &cost);
    cost.start_ms = loaded_ms - before_ms;
    cost.start_mb = loaded_mb - before_mb;
    cost.list_ms = now_ms() - loaded_ms;
    cost.list_mb = resident_mb() - loaded_mb;
    lilv_world_free(world);
    return cost;
}

/** In a process whose memory is fresh. */
static Cost measure(const char* lv2_path)
{
    Cost cost = {0};
    int ends[2];
    if (pipe(ends))
        return cost;
    const pid_t child = fork();
    if (child == 0) {
        cost = measure_here(lv2_path);
        _exit(write(ends[1], &cost, sizeof cost) != sizeof cost);
    }
    close(ends[1]);
    if (child < 0 || read(ends[0], &cost, sizeof cost) != sizeof cost)
        cost = (Cost){0};
    close(ends[0]);
    if (child > 0)
        waitpid(child, NULL, 0);
    return cost;
}

static double median(double* values)
{
    sort_numbers(values, n_runs);
    return values[n_runs / 2];
}

/** What a folder costs more than without it. */
static Cost measure_folder(const char* folder)
{
    static double start_ms[n_runs], start_mb[n_runs], list_ms[n_runs], list_mb[n_runs];
    char path[8192];
    snprintf(path, sizeof path, "%s:%s", others, folder);
    Cost cost = {0};
    for (int i = 0; i < n_runs; ++i) {
        const Cost without = measure(others);
        cost = measure(path);
        start_ms[i] = cost.start_ms - without.start_ms;
        start_mb[i] = cost.start_mb - without.start_mb;
        list_ms[i] = cost.list_ms;
        list_mb[i] = cost.list_mb;
    }
    cost.start_ms = median(start_ms);
    cost.start_mb = median(start_mb);
    cost.list_ms = median(list_ms);
    cost.list_mb = median(list_mb);
    return cost;
}

static void print(const char* folder, const Cost* cost)
{
    printf("%s: %u presets, %u values\n", folder, cost->n_presets, cost->n_values);
    printf("every LV2 program at its start: %.2f ms and %.2f MB more\n", cost->start_ms,
           cost->start_mb);
    printf("a host that lists the presets: %.1f ms, %.1f MB\n", cost->list_ms, cost->list_mb);
}

static bool keeps_limits(const Cost* cost)
{
    const bool is_good = cost->n_presets && cost->start_ms <= max_start_ms &&
                         cost->start_mb <= max_start_mb && cost->list_ms <= max_list_ms;
    printf("at most %g ms, %g MB and %g ms are allowed: %s\n", max_start_ms, max_start_mb,
           max_list_ms, is_good ? "kept" : "missed");
    return is_good;
}

int main(int argc, char** argv)
{
    for (int i = 1; i < argc; ++i) {
        const Cost cost = measure_folder(argv[i]);
        print(argv[i], &cost);
    }
    if (argc > 1)
        return 0;
    char folder[4096];
    const char* const build = getenv("TARE_BUILD_DIR");
    snprintf(folder, sizeof folder, "%s/lv2", build ? build : "build");
    const Cost cost = measure_folder(folder);
    print(folder, &cost);
    return keeps_limits(&cost) ? 0 : 1;
}
