/* What a stereo frame costs: our kernels, the equaliser, the whole plugin, the equalisers that are
   installed, and the least that this processor's multiply-adds allow. All take turns in one run;
   thread CPU time; medians. Run by bench/bench_speed.py.

       speed N_BANDS

   TARE_OTHER_BUILD names the folder of another build of Tare, whose plugin then takes its turns
   too. */

#include "bank.h"
#include "bench/peers/peer_table.h"
#include "controls.h"
#include "design.h"
#include "flush.h"
#include "helpers/limit.h"
#include "helpers/noise.h"
#include "helpers/stopwatch.h"
#include "kernel.h"
#include "tare/eq.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { n_rounds = 101, n_blocks = 3, n_frames = 8192, max_entries = 24 };

static const uint32_t blocks[n_blocks] = {64, 256, 1024};

typedef enum { LIMIT, KERNEL, OURS, PEER } Kind;

typedef struct {
    char name[48];
    Kind kind;
    uint32_t n_lanes; ///< of a limit or kernel
    uint32_t n_bands;
    Peer peer;
    double ns[n_blocks][n_rounds]; ///< a frame
} Entry;

static Entry entries[max_entries];
static uint32_t n_entries;
static float in[2][n_frames];

static Entry* add(Kind kind, const char* name, uint32_t n_bands)
{
    Entry* entry = &entries[n_entries++];
    *entry = (Entry){.kind = kind, .n_bands = n_bands};
    snprintf(entry->name, sizeof entry->name, "%s", name);
    return entry;
}

static TareControls controls_of(uint32_t n_bands)
{
    TareControls controls = tare_controls_default();
    for (uint32_t k = 0; k < n_bands; ++k)
        controls.set.bands[k] = (TareBand){TARE_BAND_PEAK, peer_band_freq_hz(k, n_bands),
                                           peer_band_gain_db(k), PEER_BAND_Q, TARE_CHANNEL_BOTH};
    return controls;
}

/* The bare kernel works in place on pairs that are ready, with or without loading and storing
   them. */

typedef struct {
    TareBank bank;
    float pairs[2 * (n_frames + 2 * TARE_KERNEL_MARGIN)];
    uint32_t position;
} KernelRun;

static float* pairs_at(KernelRun* run, uint32_t position)
{
    return run->pairs + 2 * (TARE_KERNEL_MARGIN + position);
}

static void prepare_pairs(Peer* peer)
{
    static const float gains[] = {1, 1};
    KernelRun* run = peer->data;
    run->bank.widest->load(pairs_at(run, 0), in[0], in[1], gains, n_frames);
    run->position = 0;
}

static void run_kernel(Peer* peer, float* const from[2], float* const to[2], uint32_t n)
{
    KernelRun* run = peer->data;
    (void)from;
    (void)to;
    tare_bank_filter(&run->bank, pairs_at(run, run->position), n);
    run->position += n;
}

/* Beyond all that comes out here: what is louder is looked at closely, which is not usual. */
static const float loud = 1000.0f;

static void run_kernel_planar(Peer* peer, float* const from[2], float* const to[2], uint32_t n)
{
    KernelRun* run = peer->data;
    float* pairs = pairs_at(run, 0);
    run->bank.widest->load(pairs, from[0], from[1], run->bank.entry_gains, n);
    tare_bank_filter(&run->bank, pairs, n);
    run->bank.widest->store(pairs, to[0], to[1], loud, n);
}

static void add_kernel(const TareKernel* kernel, uint32_t n_bands, bool is_planar)
{
    char name[48];
    snprintf(name, sizeof name, "kernel %s%s", kernel->name, is_planar ? ", load, store" : "");
    KernelRun* run = aligned_alloc(TARE_KERNEL_ALIGNMENT, sizeof *run);
    if (!run)
        return;
    memset(run, 0, sizeof *run);
    const TareControls controls = controls_of(n_bands);
    static TareCascade cascade;
    tare_design_cascade(&cascade, &controls, PEER_RATE_HZ, 2);
    tare_bank_init(&run->bank, kernel, 2);
    tare_bank_jump(&run->bank, &cascade);
    Entry* entry = add(KERNEL, name, n_bands);
    entry->n_lanes = run->bank.kernel->n_lanes;
    entry->peer = is_planar ? (Peer){.run = run_kernel_planar, .data = run}
                            : (Peer){.run = run_kernel, .data = run, .prepare = prepare_pairs};
}

static void run_eq(Peer* peer, float* const from[2], float* const to[2], uint32_t n)
{
    tare_eq_process(peer->data, (const float*[]){from[0], from[1]}, to, n);
}

static void add_eq(uint32_t n_bands)
{
    TareEq* eq = tare_eq_new(PEER_RATE_HZ, 2);
    const TareControls controls = controls_of(n_bands);
    if (!eq)
        return;
    tare_eq_set_controls(eq, &controls);
    add(OURS, "TareEq", n_bands)->peer = (Peer){.run = run_eq, .data = eq};
}

static void add_bundle(const char* name, const char* build, uint32_t n_bands)
{
    PeerSetting settings[3 * PEER_MAX_BANDS];
    for (uint32_t k = 0; k < n_bands; ++k) {
        settings[3 * k].value = (float)peer_band_freq_hz(k, n_bands);
        settings[3 * k + 1].value = (float)peer_band_gain_db(k);
        settings[3 * k + 2].value = (float)PEER_BAND_Q;
        snprintf(settings[3 * k].port, sizeof settings->port, "freq_%u", k + 1);
        snprintf(settings[3 * k + 1].port, sizeof settings->port, "gain_%u", k + 1);
        snprintf(settings[3 * k + 2].port, sizeof settings->port, "q_%u", k + 1);
    }
    char bundle[4096];
    snprintf(bundle, sizeof bundle, "%s/lv2/tare.lv2", build);
    Peer peer;
    if (peer_open_lv2(&peer, bundle, "urn:tare:eq", settings, 3 * n_bands))
        add(OURS, name, n_bands)->peer = peer;
    else
        printf("skipped: there is no LV2 plugin in %s\n", build);
}

static void add_bundles(uint32_t n_bands)
{
    const char* build = getenv("TARE_BUILD_DIR");
    const char* other = getenv("TARE_OTHER_BUILD");
    add_bundle("LV2 plugin, whole run", build ? build : "build", n_bands);
    if (other)
        add_bundle("the same of the other build", other, n_bands);
}

static void run_limit(Peer* peer, float* const from[2], float* const to[2], uint32_t n)
{
    (void)peer;
    (void)from;
    (void)to;
    (void)n;
}

static void add_limits(uint32_t n_bands)
{
    for (uint32_t n_lanes = 4; n_lanes <= 16; n_lanes *= 2) {
        if (!limit_has(n_lanes))
            continue;
        char name[48];
        snprintf(name, sizeof name, "multiply-add limit, %u lanes", n_lanes);
        Entry* limit = add(LIMIT, name, n_bands);
        limit->peer.run = run_limit;
        limit->n_lanes = n_lanes;
    }
}

static void add_peers(uint32_t n_bands)
{
    for (const PeerEntry* e = peer_table(n_bands); e->name; ++e) {
        Peer peer = {.run = NULL};
        if (e->open(&peer, e->n_bands))
            add(PEER, e->name, e->n_bands)->peer = peer;
        else
            printf("skipped: %s is not there\n", e->name);
    }
}

/* Measuring */

/** Five multiply-adds for each band of each channel; the best of some bursts. */
static double limit_ns(const Entry* entry)
{
    double best = INFINITY;
    for (int i = 0; i < 8; ++i) {
        const double start = 1e3 * stopwatch_us();
        const double n = limit_burst(entry->n_lanes);
        best = fmin(best, (1e3 * stopwatch_us() - start) / n);
    }
    return best * 10 * entry->n_bands;
}

static void run_frames(Entry* entry, uint32_t n, uint32_t block)
{
    static float left[PEER_MAX_BLOCK], right[PEER_MAX_BLOCK];
    for (uint32_t i = 0; i < n; i += block)
        entry->peer.run(&entry->peer, (float*[]){in[0] + i, in[1] + i}, (float*[]){left, right},
                        block);
}

static void prepare(Entry* entry)
{
    if (entry->peer.prepare)
        entry->peer.prepare(&entry->peer);
}

/** Each turn begins with a part that does not count: wide units need some microseconds to wake up,
    and the others have used the cache. */
static void measure(Entry* entry, int b, int round)
{
    if (entry->kind == LIMIT) {
        entry->ns[b][round] = limit_ns(entry);
        return;
    }
    prepare(entry);
    run_frames(entry, n_frames / 2, blocks[b]);
    prepare(entry);
    const double start = 1e3 * stopwatch_us();
    run_frames(entry, n_frames, blocks[b]);
    entry->ns[b][round] = (1e3 * stopwatch_us() - start) / n_frames;
}

/** A peer whose settings do nothing would be measured doing nothing. */
static bool changes_sound(Entry* entry)
{
    static float left[n_frames], right[n_frames];
    for (uint32_t i = 0; i < n_frames; i += 256)
        entry->peer.run(&entry->peer, (float*[]){in[0] + i, in[1] + i},
                        (float*[]){left + i, right + i}, 256);
    double difference = 0;
    for (uint32_t i = 0; i < n_frames; ++i)
        difference += ((double)left[i] - (double)in[0][i]) * ((double)left[i] - (double)in[0][i]);
    return difference / n_frames > 1e-4;
}

static int compare(const void* a, const void* b)
{
    const double x = *(const double*)a;
    const double y = *(const double*)b;
    return (x > y) - (x < y);
}

/** Median of a row, or of its ratio to another. */
static double median(const double* ns, const double* of)
{
    double sorted[n_rounds];
    for (int r = 0; r < n_rounds; ++r)
        sorted[r] = of ? ns[r] / of[r] : ns[r];
    qsort(sorted, n_rounds, sizeof *sorted, compare);
    return sorted[n_rounds / 2];
}

static const Entry* find_limit(uint32_t n_lanes)
{
    const Entry* found = NULL;
    for (uint32_t i = 0; i < n_entries; ++i)
        if (entries[i].kind == LIMIT && (entries[i].n_lanes == n_lanes || n_lanes == 0))
            found = &entries[i];
    return found;
}

/** The widest limit that the processor has is the last one. */
static const Entry* limit_of(const Entry* entry)
{
    const Entry* const its_own = entry->n_lanes ? find_limit(entry->n_lanes) : NULL;
    return its_own ? its_own : find_limit(0);
}

static const Entry* find_named(const char* name)
{
    for (uint32_t i = 0; i < n_entries; ++i)
        if (!strcmp(entries[i].name, name))
            return &entries[i];
    return NULL;
}

/** What the plugin has inside: from the host's channels to the host's channels. */
static const Entry* find_bare(void)
{
    const Entry* bare = NULL;
    for (uint32_t i = 0; i < n_entries; ++i)
        if (entries[i].kind == KERNEL)
            bare = &entries[i];
    return bare;
}

static void print_ratios(const Entry* entry, const Entry* of)
{
    for (int b = 0; b < n_blocks; ++b)
        if (of)
            printf(" %5.2f", median(entry->ns[b], of->ns[b]));
        else
            printf("     -");
}

static void print_table(uint32_t n_bands)
{
    const Entry* const param_eq = find_named("PipeWire param_eq");
    const Entry* const bare = find_bare();
    printf(
        "\n%u bands, %d turns                 ns a stereo frame    x param_eq        x limit     "
        "      x bare kernel\n",
        n_bands, n_rounds);
    printf("%-30s bands", "blocks of");
    for (int column = 0; column < 4; ++column)
        printf(column ? "   64   256  1024" : "     64    256   1024 ");
    printf("\n");
    for (uint32_t i = 0; i < n_entries; ++i) {
        const Entry* e = &entries[i];
        printf("%-30s %5u", e->name, e->n_bands);
        for (int b = 0; b < n_blocks; ++b)
            printf(" %6.2f", median(e->ns[b], NULL));
        print_ratios(e, param_eq);
        print_ratios(e, limit_of(e));
        print_ratios(e, e->kind == OURS || e->n_lanes == bare->n_lanes ? bare : NULL);
        printf("\n");
    }
}

int main(int argc, char** argv)
{
    const uint32_t asked = argc > 1 ? (uint32_t)atoi(argv[1]) : 0;
    const uint32_t n_bands = asked >= 2 && asked <= PEER_MAX_BANDS ? asked : 10;
    noise_fill(in[0], n_frames, 1);
    noise_fill(in[1], n_frames, 2);
    tare_flush_begin(); /* as hosts do */
    const TareKernel* kernel;
    for (uint32_t k = 0; (kernel = tare_kernel_get(k)); ++k) {
        for (int is_planar = 0; is_planar < 2; ++is_planar)
            add_kernel(kernel, n_bands, is_planar);
        if (k == 0) /* not behind a peer that makes the processor lower its clock for a while */
            add_limits(n_bands);
    }
    add_eq(n_bands);
    add_bundles(n_bands);
    add_peers(n_bands);
    for (uint32_t i = 0; i < n_entries; ++i)
        if (entries[i].kind >= OURS && !changes_sound(&entries[i]))
            printf("%s does not change the sound: its figure is worth nothing\n", entries[i].name);
    for (int round = 0; round < n_rounds; ++round)
        for (int b = 0; b < n_blocks; ++b)
            for (uint32_t i = 0; i < n_entries; ++i)
                measure(&entries[i], b, round);
    print_table(n_bands);
    return 0;
}
