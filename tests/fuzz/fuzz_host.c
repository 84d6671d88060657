/* Hosts that do anything that LV2 allows, in any order: at any rate, with any values of controls,
   in blocks of any length, in place, crossed, with ports connected anew at any time and memory gone
   as soon as it may be. Sound stays finite, no more is written than was asked for, and the flags of
   the processor stay the host's. Seeded: the same in each run. */

#include "helpers/built_plugin.h"
#include "helpers/check.h"
#include "helpers/noise.h"
#include "ports.h"

#include <fenv.h>
#include <float.h>
#include <stdlib.h>

enum { N_HOSTS = 3000, N_CALLS = 60, MAX_FRAMES = 700, GUARD = 8 };

typedef struct Host {
    const LV2_Descriptor* plugin;
    LV2_Handle handle;
    uint32_t n_channels;
    bool is_active;
    float* values[TARE_MAX_PORTS]; ///< each a piece of memory of its own, or NULL
} Host;

static const LV2_Descriptor* plugins[2];
static const float mark = 12345.0f; ///< behind the end of each block

static float any_value(uint64_t* random, const TarePort* port)
{
    static const float odd[] = {NAN, INFINITY, -INFINITY, FLT_MAX, -FLT_MAX, 0, -0.0f, 1e-40f, -1};
    const size_t which = noise_below(random, 40);
    if (which < sizeof odd / sizeof *odd)
        return odd[which];
    return port->min + (port->max - port->min) * (float)noise_below(random, 1001) / 1000.0f;
}

/** Gives a control other memory, and frees what it had. */
static void connect_anew(Host* host, uint32_t index, uint64_t* random)
{
    const TarePort port = tare_port(host->n_channels, index);
    if (tare_port_is_audio(port.role))
        return;
    float* const fresh = malloc(sizeof *fresh);
    *fresh = any_value(random, &port);
    host->plugin->connect_port(host->handle, index, fresh);
    free(host->values[index]);
    host->values[index] = fresh;
}

static void turn_some(Host* host, uint64_t* random)
{
    for (size_t n = 1 + noise_below(random, 20); n > 0; --n) {
        const uint32_t i = (uint32_t)noise_below(random, tare_ports_count(host->n_channels));
        const TarePort port = tare_port(host->n_channels, i);
        if (host->values[i])
            *host->values[i] = any_value(random, &port);
    }
}

static float any_sample(uint64_t* random)
{
    static const float odd[] = {NAN, INFINITY, 3e38f, -3e38f, 1e-40f, 1e9f};
    const size_t which = noise_below(random, 500);
    return which < sizeof odd / sizeof *odd ? odd[which]
                                            : (float)noise_below(random, 2001) / 1000.0f - 1.0f;
}

/** A block that ends with its memory but for a mark. */
static float* new_block(uint32_t n_frames, uint64_t* random)
{
    float* const block = malloc((n_frames + GUARD) * sizeof *block);
    for (uint32_t i = 0; i < n_frames; ++i)
        block[i] = any_sample(random);
    for (uint32_t i = n_frames; i < n_frames + GUARD; ++i)
        block[i] = mark;
    return block;
}

static void check_block(const float* block, uint32_t n_frames)
{
    for (uint32_t i = 0; i < n_frames; ++i)
        CHECK(isfinite(block[i]));
    for (uint32_t i = n_frames; i < n_frames + GUARD; ++i)
        CHECK(block[i] == mark);
}

/** Runs one block; the ways out are others than those in, the same, or the same crossed. */
static void run_block(Host* host, uint64_t* random)
{
    const uint32_t n_frames =
        (uint32_t)noise_below(random, noise_below(random, 4) ? 65 : MAX_FRAMES);
    const uint32_t n = host->n_channels;
    const size_t way = noise_below(random, 3);
    float *in[2], *out[2];
    for (uint32_t c = 0; c < n; ++c) {
        in[c] = new_block(n_frames, random);
        out[c] = way == 0 ? new_block(n_frames, random) : in[c];
    }
    for (uint32_t c = 0; c < n; ++c) {
        host->plugin->connect_port(host->handle, c, in[c]);
        host->plugin->connect_port(host->handle, n + c, out[way == 2 ? n - 1 - c : c]);
    }
    host->plugin->run(host->handle, n_frames);
    for (uint32_t c = 0; c < n; ++c) {
        check_block(out[c], n_frames);
        if (way == 0)
            free(out[c]);
        free(in[c]);
    }
}

static void activate(Host* host)
{
    if (host->is_active && host->plugin->deactivate)
        host->plugin->deactivate(host->handle);
    host->plugin->activate(host->handle);
    host->is_active = true;
}

static void call_anything(Host* host, uint64_t* random)
{
    const size_t which = noise_below(random, 20);
    if (which == 0)
        activate(host);
    else if (which < 4)
        connect_anew(host, (uint32_t)noise_below(random, tare_ports_count(host->n_channels)),
                     random);
    else if (which < 10)
        turn_some(host, random);
    else if (which == 10)
        host->plugin->connect_port(host->handle, tare_ports_count(host->n_channels) + 3,
                                   &(float){0});
    else if (host->is_active)
        run_block(host, random);
}

/** Some hosts have no more than a look at the plugin. */
static void live(Host* host, uint64_t* random)
{
    for (uint32_t i = 0; i < tare_ports_count(host->n_channels); ++i)
        connect_anew(host, i, random);
    for (size_t k = noise_below(random, N_CALLS); k > 0; --k)
        call_anything(host, random);
    host->plugin->cleanup(host->handle);
    for (uint32_t i = 0; i < TARE_MAX_PORTS; ++i)
        free(host->values[i]);
}

static double any_rate_hz(uint64_t* random)
{
    static const double odd[] = {0,    -48000, 7999, 768001, (double)NAN, (double)INFINITY,
                                 8000, 768000, 1e300};
    const size_t which = noise_below(random, 30);
    return which < sizeof odd / sizeof *odd ? odd[which]
                                            : 8000.0 + (double)noise_below(random, 200000);
}

static void test_any_legal_order_of_calls(void)
{
    static const LV2_Feature* const no_features[] = {NULL};
    uint64_t random = 1181783497276652981u;
    unsigned n_refused = 0;
    for (unsigned i = 0; i < N_HOSTS; ++i) {
        const uint32_t n_channels = 1 + (uint32_t)noise_below(&random, 2);
        Host host = {.plugin = plugins[n_channels - 1], .n_channels = n_channels};
        const double rate_hz = any_rate_hz(&random);
        const bool is_rate = rate_hz >= 8000 && rate_hz <= 768000;
        host.handle =
            host.plugin->instantiate(host.plugin, rate_hz, built_plugin_bundle(), no_features);
        CHECK((host.handle != NULL) == is_rate);
        n_refused += !host.handle;
        if (!host.handle)
            continue;
        const int rounding = i % 2 ? FE_DOWNWARD : FE_TONEAREST;
        fesetround(rounding);
        live(&host, &random);
        CHECK(fegetround() == rounding);
        fesetround(FE_TONEAREST);
    }
    CHECK(n_refused > 10 && n_refused < N_HOSTS / 2);
}

int main(void)
{
    for (uint32_t i = 0; i < 2; ++i) {
        plugins[i] = built_plugin(i + 1);
        if (!plugins[i])
            return 1;
    }
    RUN(test_any_legal_order_of_calls);
    return check_done();
}
