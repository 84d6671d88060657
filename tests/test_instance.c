/* An equaliser whose ports are connected to memory of the host, in all the ways that hosts have. */

#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */

#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/noise.h"
#include "instance.h"
#include "ports.h"

#include <sys/mman.h>

enum { N_FRAMES = 512, STRIDE = 3 };

/** An instance and all that it is connected to. */
typedef struct {
    TareInstance* instance;
    uint32_t n_channels;
    float in[2][N_FRAMES], out[2][N_FRAMES];
    float values[STRIDE * TARE_MAX_PORTS];
    uint32_t stride; ///< between the values of two ports
} Host;

static float* value_of(Host* host, TarePortRole role, uint32_t which)
{
    return &host->values[tare_port_index(host->n_channels, role, which) * host->stride];
}

static void connect(Host* host, uint32_t port)
{
    const uint32_t n = host->n_channels;
    float* const place = port < n       ? host->in[port]
                         : port < 2 * n ? host->out[port - n]
                                        : &host->values[port * host->stride];
    tare_instance_connect(host->instance, port, place);
}

/** Connects all ports; the values of controls lie `stride` floats apart. */
static bool start(Host* host, uint32_t n_channels, uint32_t stride)
{
    *host = (Host){.n_channels = n_channels, .stride = stride};
    host->instance = tare_instance_new(48000, n_channels);
    if (!host->instance)
        return false;
    for (uint32_t c = 0; c < n_channels; ++c)
        noise_fill(host->in[c], N_FRAMES, 7 + c);
    for (uint32_t i = 0; i < tare_ports_count(n_channels); ++i) {
        host->values[i * stride] = tare_port(n_channels, i).def;
        connect(host, i);
    }
    tare_instance_activate(host->instance);
    return true;
}

static void boost_treble(Host* host)
{
    *value_of(host, TARE_PORT_BAND_FREQ, 4) = 5000;
    *value_of(host, TARE_PORT_BAND_GAIN, 4) = 9;
    *value_of(host, TARE_PORT_MANUAL_PREAMP, 0) = 1;
}

static double power(const float* samples)
{
    double sum = 0;
    for (uint32_t i = 0; i < N_FRAMES; ++i)
        sum += (double)samples[i] * (double)samples[i];
    return sum;
}

/** Whether what comes out is what goes in. */
static bool is_unchanged(const Host* host)
{
    return memcmp(host->out, host->in, host->n_channels * sizeof *host->in) == 0;
}

static void test_as_it_starts_sound_passes_unchanged(void)
{
    for (uint32_t n_channels = 1; n_channels <= 2; ++n_channels) {
        Host host;
        REQUIRE(start(&host, n_channels, 1));
        tare_instance_run(host.instance, N_FRAMES);
        CHECK(is_unchanged(&host));
        tare_instance_free(host.instance);
    }
}

static void test_where_the_values_of_controls_lie_does_not_matter(void)
{
    static Host together, apart;
    REQUIRE(start(&together, 2, 1) && start(&apart, 2, STRIDE));
    for (unsigned block = 0; block < 40; ++block) {
        if (block == 3) {
            boost_treble(&together);
            boost_treble(&apart);
        }
        tare_instance_run(together.instance, N_FRAMES);
        tare_instance_run(apart.instance, N_FRAMES);
        CHECK(memcmp(together.out, apart.out, sizeof apart.out) == 0);
    }
    CHECK(power(apart.out[0]) > 1.2 * power(apart.in[0]));
    CHECK(*value_of(&together, TARE_PORT_HEADROOM, 0) == *value_of(&apart, TARE_PORT_HEADROOM, 0));
    tare_instance_free(together.instance);
    tare_instance_free(apart.instance);
}

static void test_values_before_activation_count_from_the_first_frame(void)
{
    static Host at_once, later;
    REQUIRE(start(&at_once, 1, 1) && start(&later, 1, 1));
    boost_treble(&at_once);
    tare_instance_activate(at_once.instance);
    boost_treble(&later);
    for (unsigned block = 0; block < 40; ++block)
        tare_instance_run(later.instance, N_FRAMES);
    tare_instance_activate(later.instance);
    tare_instance_run(later.instance, N_FRAMES);
    tare_instance_run(at_once.instance, N_FRAMES);
    tare_instance_activate(at_once.instance);
    tare_instance_run(at_once.instance, N_FRAMES);
    CHECK(memcmp(at_once.out, later.out, sizeof later.out) == 0 && !is_unchanged(&later));
    tare_instance_free(at_once.instance);
    tare_instance_free(later.instance);
}

/** Hosts may connect some ports, or none, only after the activation; what is connected by then is
    worked out by then. */
static void test_activation_needs_no_connection(void)
{
    static Host host, other;
    REQUIRE(start(&host, 2, 1) && start(&other, 2, 1));
    boost_treble(&host);
    boost_treble(&other);
    tare_instance_activate(other.instance);
    tare_instance_run(other.instance, N_FRAMES);
    for (uint32_t kept = 0; kept <= tare_ports_count(2); kept += 10) {
        tare_instance_free(host.instance);
        host.instance = tare_instance_new(48000, 2);
        REQUIRE(host.instance);
        for (uint32_t i = 0; i < kept; ++i)
            connect(&host, i);
        tare_instance_activate(host.instance);
        for (uint32_t i = kept; i < tare_ports_count(2); ++i)
            connect(&host, i);
        tare_instance_run(host.instance, N_FRAMES);
        CHECK(memcmp(host.out, other.out, sizeof host.out) == 0);
    }
    tare_instance_free(host.instance);
    tare_instance_free(other.instance);
}

/** Connects the controls to values in memory that can be taken away. */
static void connect_elsewhere(Host* host, float* values)
{
    for (uint32_t i = 2 * host->n_channels; i < tare_ports_count(host->n_channels); ++i) {
        values[i] = host->values[i];
        tare_instance_connect(host->instance, i, &values[i]);
    }
}

/** Hosts owe valid memory to run() only, and may have freed that of a plugin that was active. */
static void test_activation_again_touches_no_memory_from_before(void)
{
    static Host host, other;
    const size_t size = TARE_MAX_PORTS * sizeof(float);
    float* const values =
        mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    REQUIRE(values != MAP_FAILED && start(&host, 2, 1) && start(&other, 2, 1));
    connect_elsewhere(&host, values);
    tare_instance_activate(host.instance);
    tare_instance_run(host.instance, N_FRAMES);
    REQUIRE(mprotect(values, size, PROT_NONE) == 0);
    tare_instance_activate(host.instance);
    tare_instance_activate(host.instance);
    boost_treble(&host);
    boost_treble(&other);
    for (uint32_t i = 0; i < tare_ports_count(2); ++i)
        connect(&host, i);
    tare_instance_activate(other.instance);
    tare_instance_run(host.instance, N_FRAMES);
    tare_instance_run(other.instance, N_FRAMES);
    CHECK(memcmp(host.out, other.out, sizeof host.out) == 0 && !is_unchanged(&host));
    tare_instance_free(host.instance);
    tare_instance_free(other.instance);
    munmap(values, size);
}

static void test_nothing_is_done_while_a_port_of_sound_is_not_connected(void)
{
    for (uint32_t missing = 0; missing < 4; ++missing) {
        Host host;
        REQUIRE(start(&host, 2, 1));
        tare_instance_connect(host.instance, missing, NULL);
        *value_of(&host, TARE_PORT_HEADROOM, 0) = 123;
        tare_instance_run(host.instance, N_FRAMES);
        CHECK(power(host.out[0]) == 0 && power(host.out[1]) == 0);
        CHECK(*value_of(&host, TARE_PORT_HEADROOM, 0) == 123);
        tare_instance_connect(host.instance, missing,
                              missing < 2 ? host.in[missing] : host.out[missing - 2]);
        tare_instance_run(host.instance, N_FRAMES);
        CHECK(is_unchanged(&host) && *value_of(&host, TARE_PORT_HEADROOM, 0) != 123);
        tare_instance_free(host.instance);
    }
}

static void test_a_control_without_a_connection_keeps_its_last_value(void)
{
    static Host connected, cut_off;
    REQUIRE(start(&connected, 2, 1) && start(&cut_off, 2, 1));
    boost_treble(&connected);
    boost_treble(&cut_off);
    tare_instance_run(connected.instance, N_FRAMES);
    tare_instance_run(cut_off.instance, N_FRAMES);
    for (uint32_t i = 4; i < tare_ports_count(2); ++i)
        tare_instance_connect(cut_off.instance, i, NULL);
    memset(cut_off.values, 0, sizeof cut_off.values);
    for (unsigned block = 0; block < 40; ++block) {
        tare_instance_run(connected.instance, N_FRAMES);
        tare_instance_run(cut_off.instance, N_FRAMES);
        CHECK(memcmp(connected.out, cut_off.out, sizeof cut_off.out) == 0);
    }
    CHECK(*value_of(&cut_off, TARE_PORT_HEADROOM, 0) == 0);
    tare_instance_free(connected.instance);
    tare_instance_free(cut_off.instance);
}

static void test_an_index_that_is_no_port_is_ignored(void)
{
    Host host;
    REQUIRE(start(&host, 1, 1));
    float other = 99;
    tare_instance_connect(host.instance, tare_ports_count(1), &other);
    tare_instance_connect(host.instance, UINT32_MAX, &other);
    tare_instance_run(host.instance, N_FRAMES);
    CHECK(other == 99 && is_unchanged(&host));
    tare_instance_free(host.instance);
}

static void test_a_value_that_is_no_number_leaves_sound_that_is_one(void)
{
    for (uint32_t i = 2; i < tare_ports_count(1); ++i) {
        static Host host;
        REQUIRE(start(&host, 1, 1));
        host.values[i] = NAN;
        for (unsigned block = 0; block < 8; ++block)
            tare_instance_run(host.instance, N_FRAMES);
        CHECK(isfinite(power(host.out[0])));
        tare_instance_free(host.instance);
    }
}

static void test_rates_and_channels_beyond_the_limits_are_refused(void)
{
    CHECK(!tare_instance_new(7999, 2) && !tare_instance_new(768001, 2));
    CHECK(!tare_instance_new((double)NAN, 2) && !tare_instance_new(0, 1));
    tare_instance_free(NULL);
}

static void test_each_allocation_may_fail(void)
{
    for (unsigned n = 1;; ++n) {
        failing_malloc_start(n);
        TareInstance* const instance = tare_instance_new(48000, 2);
        const unsigned n_asked = failing_malloc_stop();
        CHECK((instance != NULL) == (n_asked < n));
        tare_instance_free(instance);
        if (n_asked < n)
            break;
    }
}

int main(void)
{
    RUN(test_as_it_starts_sound_passes_unchanged);
    RUN(test_where_the_values_of_controls_lie_does_not_matter);
    RUN(test_values_before_activation_count_from_the_first_frame);
    RUN(test_activation_needs_no_connection);
    RUN(test_activation_again_touches_no_memory_from_before);
    RUN(test_nothing_is_done_while_a_port_of_sound_is_not_connected);
    RUN(test_a_control_without_a_connection_keeps_its_last_value);
    RUN(test_an_index_that_is_no_port_is_ignored);
    RUN(test_a_value_that_is_no_number_leaves_sound_that_is_one);
    RUN(test_rates_and_channels_beyond_the_limits_are_refused);
    RUN(test_each_allocation_may_fail);
    return check_done();
}
