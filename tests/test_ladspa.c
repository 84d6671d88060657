/* The built LADSPA library: its descriptors against the port table, and its sound against that of
   the equaliser itself. */

#include "helpers/check.h"
#include "helpers/noise.h"
#include "settings.h"
#include "tare/eq.h"

#include <dlfcn.h>
#include <ladspa.h>
#include <stdlib.h>

enum { n_frames = 20000, rate_hz = 44100 };

static float in[2][n_frames], out[2][n_frames], wanted[2][n_frames];

static const LADSPA_Descriptor* descriptor_at(unsigned long index)
{
    static void* library;
    char path[4096];
    const char* build = getenv("TARE_BUILD_DIR");
    snprintf(path, sizeof path, "%s/ladspa/tare.so", build ? build : "build");
    if (!library)
        library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    void* symbol = library ? dlsym(library, "ladspa_descriptor") : NULL;
    LADSPA_Descriptor_Function get;
    memcpy(&get, &symbol, sizeof get);
    return symbol ? get(index) : NULL;
}

static const LADSPA_Descriptor* descriptor_of(uint32_t n_channels)
{
    return descriptor_at(n_channels == 1 ? 1 : 0);
}

/** What LADSPA's header says of the hints, written from its text. */
static double ladspa_default(const LADSPA_PortRangeHint* hint)
{
    const LADSPA_PortRangeHintDescriptor d = hint->HintDescriptor;
    const double lo = hint->LowerBound, hi = hint->UpperBound;
    const bool log_scale = LADSPA_IS_HINT_LOGARITHMIC(d);
    if (LADSPA_IS_HINT_DEFAULT_MINIMUM(d))
        return lo;
    if (LADSPA_IS_HINT_DEFAULT_LOW(d))
        return log_scale ? exp(log(lo) * 0.75 + log(hi) * 0.25) : lo * 0.75 + hi * 0.25;
    if (LADSPA_IS_HINT_DEFAULT_MIDDLE(d))
        return log_scale ? exp(log(lo) * 0.5 + log(hi) * 0.5) : lo * 0.5 + hi * 0.5;
    if (LADSPA_IS_HINT_DEFAULT_HIGH(d))
        return log_scale ? exp(log(lo) * 0.25 + log(hi) * 0.75) : lo * 0.25 + hi * 0.75;
    if (LADSPA_IS_HINT_DEFAULT_MAXIMUM(d))
        return hi;
    return LADSPA_IS_HINT_DEFAULT_0(d)     ? 0
           : LADSPA_IS_HINT_DEFAULT_1(d)   ? 1
           : LADSPA_IS_HINT_DEFAULT_100(d) ? 100
           : LADSPA_IS_HINT_DEFAULT_440(d) ? 440
                                           : NAN;
}

static void check_ladspa_control(const LADSPA_PortRangeHint* hint, const TarePort* port)
{
    const LADSPA_PortRangeHintDescriptor d = hint->HintDescriptor;
    CHECK(!LADSPA_IS_HINT_SAMPLE_RATE(d));
    CHECK((LADSPA_IS_HINT_TOGGLED(d) != 0) == (port->scale == TARE_SCALE_TOGGLE));
    CHECK((LADSPA_IS_HINT_LOGARITHMIC(d) != 0) == (port->scale == TARE_SCALE_LOGARITHMIC));
    CHECK((LADSPA_IS_HINT_INTEGER(d) != 0) == (port->scale == TARE_SCALE_CHOICE));
    if (port->scale != TARE_SCALE_TOGGLE) {
        CHECK(LADSPA_IS_HINT_BOUNDED_BELOW(d) && hint->LowerBound == port->min);
        CHECK(LADSPA_IS_HINT_BOUNDED_ABOVE(d) && hint->UpperBound == port->max);
    }
    /* LADSPA cannot name most frequencies; none that it can name is nearer than what is named, and
       a band of 0 dB is silent wherever it stands. All other defaults are exact. */
    if (port->role == TARE_PORT_BAND_FREQ)
        for (double part = 0; part <= 1; part += 0.25)
            CHECK(fabs(ladspa_default(hint) - port->def) <=
                  fabs(port->min * pow(port->max / port->min, part) - port->def) + 0.01);
    else
        CHECK(ladspa_default(hint) == port->def);
}

static void check_descriptor(const LADSPA_Descriptor* descriptor, const char* label,
                             uint32_t n_channels)
{
    REQUIRE(descriptor);
    CHECK_STR(descriptor->Label, label);
    CHECK(LADSPA_IS_HARD_RT_CAPABLE(descriptor->Properties));
    CHECK(!LADSPA_IS_INPLACE_BROKEN(descriptor->Properties));
    CHECK(!LADSPA_IS_REALTIME(descriptor->Properties)); /* means bound to a device */
    REQUIRE(descriptor->PortCount == tare_ports_count(n_channels));
    for (uint32_t i = 0; i < descriptor->PortCount; ++i) {
        const TarePort port = tare_port(n_channels, i);
        const LADSPA_PortDescriptor d = descriptor->PortDescriptors[i];
        CHECK_STR(descriptor->PortNames[i], tare_port_text(n_channels, i).name);
        CHECK((LADSPA_IS_PORT_AUDIO(d) != 0) == tare_port_is_audio(port.role));
        CHECK((LADSPA_IS_PORT_CONTROL(d) != 0) == !tare_port_is_audio(port.role));
        CHECK((LADSPA_IS_PORT_OUTPUT(d) != 0) == (tare_port_is_output(port.role)));
        CHECK((LADSPA_IS_PORT_INPUT(d) != 0) == (!tare_port_is_output(port.role)));
        if (!tare_port_is_audio(port.role))
            check_ladspa_control(&descriptor->PortRangeHints[i], &port);
    }
}

static void test_descriptors(void)
{
    check_descriptor(descriptor_at(0), "tare_eq", 2);
    check_descriptor(descriptor_at(1), "tare_eq_mono", 1);
    CHECK(!descriptor_at(2));
    CHECK(descriptor_at(0)->UniqueID != descriptor_at(1)->UniqueID);
}

/** Something on every control, and something else in a second round. */
static void fill_values(uint32_t n_channels, uint32_t round, float* values)
{
    for (uint32_t i = 2 * n_channels; i < tare_ports_count(n_channels); ++i) {
        const TarePort port = tare_port(n_channels, i);
        values[i] = port.def;
        if (port.role == TARE_PORT_BAND_GAIN)
            values[i] = (float)((port.which * 5 + round * 3) % 9) - 4.0f;
        else if (port.role == TARE_PORT_BAND_TYPE)
            values[i] = (float)((port.which + round) % 3);
        else if (port.role == TARE_PORT_BAND_CHANNEL)
            values[i] = (float)(port.which % 3);
        else if (port.role == TARE_PORT_BASS || port.role == TARE_PORT_REFERENCE_RATE)
            values[i] = (float)round;
    }
}

static void set_controls(TareEq* eq, uint32_t n_channels, const float* values)
{
    const TareBandSet nothing = {.n_bands = 0};
    TareControls controls = tare_settings_from_set(&nothing);
    for (uint32_t i = 2 * n_channels; i < tare_ports_count(n_channels); ++i) {
        const TarePort port = tare_port(n_channels, i);
        tare_settings_set_port(&controls, &port, values[i]);
    }
    tare_eq_set_controls(eq, &controls);
}

/** What the equaliser makes of it when the values change in the middle. */
static void run_eq(uint32_t n_channels)
{
    float values[TARE_MAX_PORTS] = {0};
    TareEq* eq = tare_eq_new(rate_hz, n_channels);
    REQUIRE(eq);
    for (uint32_t round = 0; round < 2; ++round) {
        const uint32_t from = round * n_frames / 2;
        fill_values(n_channels, round, values);
        set_controls(eq, n_channels, values);
        tare_eq_process(eq, (const float*[]){in[0] + from, in[1] + from},
                        (float*[]){wanted[0] + from, wanted[1] + from}, n_frames / 2);
    }
    tare_eq_free(eq);
}

static void run_plugin(const LADSPA_Descriptor* d, LADSPA_Handle handle, uint32_t n_channels,
                       float (*from)[n_frames], float (*to)[n_frames])
{
    enum { block = 250 };
    static float values[TARE_MAX_PORTS];
    for (uint32_t i = 2 * n_channels; i < d->PortCount; ++i)
        d->connect_port(handle, i, &values[i]);
    for (uint32_t i = 0; i < n_frames; i += block) {
        fill_values(n_channels, i < n_frames / 2 ? 0 : 1, values);
        for (uint32_t c = 0; c < n_channels; ++c) {
            d->connect_port(handle, c, from[c] + i);
            d->connect_port(handle, n_channels + c, to[c] + i);
        }
        d->run(handle, block);
    }
}

static void make_noise(void)
{
    noise_fill(in[0], n_frames, 21);
    noise_fill(in[1], n_frames, 22);
}

static bool is_as_wanted(uint32_t n_channels, float (*sound)[n_frames])
{
    return !memcmp(sound, wanted, n_channels * sizeof *wanted);
}

static void check_sound(uint32_t n_channels)
{
    const LADSPA_Descriptor* d = descriptor_of(n_channels);
    REQUIRE(d);
    make_noise();
    run_eq(n_channels);
    CHECK(memcmp(wanted, in, sizeof *in) != 0);
    memset(out, 0, sizeof out);
    LADSPA_Handle handle = d->instantiate(d, rate_hz);
    REQUIRE(handle);
    d->activate(handle);
    run_plugin(d, handle, n_channels, in, out);
    CHECK(is_as_wanted(n_channels, out));
    CHECK(n_channels == 2 || out[1][n_frames / 2] == 0);
    d->cleanup(handle);

    handle = d->instantiate(d, rate_hz);
    REQUIRE(handle);
    d->activate(handle);
    run_plugin(d, handle, n_channels, in, in);
    CHECK(is_as_wanted(n_channels, in));
    d->cleanup(handle);
}

static void test_stereo_sound_is_that_of_the_equaliser(void)
{
    check_sound(2);
}

static void test_mono_sound_is_that_of_the_equaliser(void)
{
    check_sound(1);
}

/** A host may stop and start again: what sounded before must not be heard. */
static void test_activated_again_it_is_as_good_as_new(void)
{
    for (uint32_t n = 1; n <= 2; ++n) {
        const LADSPA_Descriptor* d = descriptor_of(n);
        REQUIRE(d);
        make_noise();
        run_eq(n);
        LADSPA_Handle handle = d->instantiate(d, rate_hz);
        REQUIRE(handle);
        for (int turn = 0; turn < 2; ++turn) {
            d->activate(handle);
            run_plugin(d, handle, n, in, out);
            if (d->deactivate)
                d->deactivate(handle);
            CHECK(is_as_wanted(n, out));
        }
        d->cleanup(handle);
    }
}

static void test_a_rate_that_is_none_is_refused(void)
{
    for (uint32_t n = 1; n <= 2; ++n)
        CHECK(!descriptor_of(n)->instantiate(descriptor_of(n), 0));
}

int main(void)
{
    RUN(test_descriptors);
    RUN(test_stereo_sound_is_that_of_the_equaliser);
    RUN(test_mono_sound_is_that_of_the_equaliser);
    RUN(test_activated_again_it_is_as_good_as_new);
    RUN(test_a_rate_that_is_none_is_refused);
    return check_done();
}
