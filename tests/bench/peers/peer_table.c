#include "bench/peers/peer_table.h"

#include <dlfcn.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { max_settings = 256 };

typedef struct {
    PeerSetting all[max_settings];
    uint32_t n;
} Settings;

double peer_band_freq_hz(uint32_t band, uint32_t n_bands)
{
    return 31.0 * pow(15000.0 / 31.0, (double)band / (n_bands - 1));
}

double peer_band_gain_db(uint32_t band)
{
    return band % 2 ? 3.0 : -3.0;
}

static float amplitude_of(uint32_t band)
{
    return (float)pow(10.0, peer_band_gain_db(band) / 20.0);
}

/** Adds a setting; the number of a band goes where the name says %u. */
static void set(Settings* settings, const char* port, uint32_t band, double value)
{
    if (settings->n == max_settings)
        return;
    PeerSetting* setting = &settings->all[settings->n++];
    snprintf(setting->port, sizeof setting->port, port, band);
    setting->value = (float)value;
}

/* PipeWire: through the object that bench_speed.py has compiled. */

static PeerOpenPipewire* pipewire_opener(void)
{
    const char* path = getenv("TARE_PIPEWIRE_GRAPH");
    void* object = path ? dlopen(path, RTLD_NOW) : NULL;
    PeerOpenPipewire* opener = NULL;
    if (object)
        *(void**)&opener = dlsym(object, "peer_open_pipewire");
    return opener;
}

static bool open_graph(Peer* peer, const char* graph)
{
    PeerOpenPipewire* opener = pipewire_opener();
    const char* folder = getenv("SPA_DIR");
    return opener && folder && opener(peer, folder, graph);
}

#define APPEND(...) length += (size_t)snprintf(text + length, sizeof text - length, __VA_ARGS__)

static bool open_param_eq(Peer* peer, uint32_t n_bands)
{
    static char text[1 << 14];
    size_t length = 0;
    APPEND("{ nodes = [ { type = builtin name = eq label = param_eq config = { filters = [ ");
    for (uint32_t k = 0; k < n_bands; ++k)
        APPEND("{ type = bq_peaking freq = %.1f gain = %.1f q = %.1f } ",
               peer_band_freq_hz(k, n_bands), peer_band_gain_db(k), PEER_BAND_Q);
    APPEND(
        "] } } ] inputs = [ \"eq:In 1\" \"eq:In 2\" ] outputs = [ \"eq:Out 1\" \"eq:Out 2\" ] }");
    return open_graph(peer, text);
}

static bool open_chain(Peer* peer, uint32_t n_bands)
{
    static char text[1 << 15];
    size_t length = 0;
    APPEND("{ nodes = [ ");
    for (uint32_t k = 0; k < n_bands; ++k)
        for (int c = 0; c < 2; ++c)
            APPEND("{ type = builtin name = %c%u label = bq_peaking control = { Freq = %.1f Gain = "
                   "%.1f Q = %.1f } } ",
                   "lr"[c], k, peer_band_freq_hz(k, n_bands), peer_band_gain_db(k), PEER_BAND_Q);
    APPEND("] links = [ ");
    for (uint32_t k = 1; k < n_bands; ++k)
        for (int c = 0; c < 2; ++c)
            APPEND("{ output = \"%c%u:Out\" input = \"%c%u:In\" } ", "lr"[c], k - 1, "lr"[c], k);
    APPEND("] inputs = [ \"l0:In\" \"r0:In\" ] outputs = [ \"l%u:Out\" \"r%u:Out\" ] }",
           n_bands - 1, n_bands - 1);
    return open_graph(peer, text);
}

/* LV2 */

static bool open_lsp(Peer* peer, const char* uri, uint32_t n_bands)
{
    Settings settings = {.n = 0};
    for (uint32_t k = 0; k < n_bands; ++k) {
        set(&settings, "ft_%u", k, 1); /* a bell */
        set(&settings, "fm_%u", k, 6); /* "APO (DR)": the cookbook's */
        set(&settings, "f_%u", k, peer_band_freq_hz(k, n_bands));
        set(&settings, "g_%u", k, amplitude_of(k));
        set(&settings, "q_%u", k, PEER_BAND_Q);
    }
    return peer_open_lv2(peer, NULL, uri, settings.all, settings.n);
}

static bool open_lsp_16(Peer* peer, uint32_t n_bands)
{
    return open_lsp(peer, "http://lsp-plug.in/plugins/lv2/para_equalizer_x16_stereo", n_bands);
}

static bool open_lsp_32(Peer* peer, uint32_t n_bands)
{
    return open_lsp(peer, "http://lsp-plug.in/plugins/lv2/para_equalizer_x32_stereo", n_bands);
}

static bool open_fil4(Peer* peer, uint32_t n_bands)
{
    Settings settings = {.n = 0};
    set(&settings, "LSsec", 0, 1);
    set(&settings, "LSgain", 0, -3);
    set(&settings, "HSsec", 0, 1);
    set(&settings, "HSgain", 0, 3);
    for (uint32_t k = 1; k < n_bands - 1; ++k) {
        set(&settings, "sec%u", k, 1);
        set(&settings, "gain%u", k, peer_band_gain_db(k));
        set(&settings, "q%u", k, PEER_BAND_Q);
    }
    return peer_open_lv2(peer, NULL, "http://gareus.org/oss/lv2/fil4#stereo", settings.all,
                         settings.n);
}

static bool open_eq10q(Peer* peer, uint32_t n_bands)
{
    Settings settings = {.n = 0};
    for (uint32_t k = 0; k < n_bands; ++k) {
        set(&settings, "filter%u_type", k + 1, 11); /* a bell */
        set(&settings, "filter%u_freq", k + 1, peer_band_freq_hz(k, n_bands));
        set(&settings, "filter%u_gain", k + 1, peer_band_gain_db(k));
        set(&settings, "filter%u_q", k + 1, PEER_BAND_Q);
        set(&settings, "filter%u_enable", k + 1, 1);
    }
    return peer_open_lv2(peer, NULL, "http://eq10q.sourceforge.net/eq/eq10qs", settings.all,
                         settings.n);
}

static bool open_calf(Peer* peer, uint32_t n_bands)
{
    Settings settings = {.n = 0};
    set(&settings, "ls_active", 0, 1);
    set(&settings, "ls_level", 0, amplitude_of(0));
    set(&settings, "hs_active", 0, 1);
    set(&settings, "hs_level", 0, amplitude_of(1));
    for (uint32_t k = 1; k < n_bands - 1; ++k) {
        set(&settings, "p%u_active", k, 1);
        set(&settings, "p%u_level", k, amplitude_of(k));
        set(&settings, "p%u_freq", k, peer_band_freq_hz(k, n_bands));
        set(&settings, "p%u_q", k, PEER_BAND_Q);
    }
    return peer_open_lv2(peer, NULL, "http://calf.sourceforge.net/plugins/Equalizer12Band",
                         settings.all, settings.n);
}

/* LADSPA */

static bool open_caps(Peer* peer, uint32_t n_bands)
{
    Settings settings = {.n = 0};
    for (uint32_t k = 0; k < n_bands; ++k)
        set(&settings, "%u", k, peer_band_gain_db(k));
    return peer_open_ladspa(peer, "caps.so", "Eq10X2", settings.all, settings.n);
}

static bool open_tap(Peer* peer, uint32_t n_bands)
{
    Settings settings = {.n = 0};
    for (uint32_t k = 0; k < n_bands; ++k) {
        set(&settings, "%u", k, peer_band_gain_db(k));
        set(&settings, "%u", n_bands + k, 100.0 * pow(2.0, k * 0.9));
    }
    return peer_open_ladspa(peer, "tap_eq.so", "tap_equalizer", settings.all, settings.n);
}

const PeerEntry* peer_table(uint32_t n_bands)
{
    static const PeerEntry of_10[] = {
        {"PipeWire param_eq", 10, open_param_eq},
        {"PipeWire chain of bq_peaking", 10, open_chain},
        {"LSP Parametric x16, APO (DR)", 10, open_lsp_16},
        {"x42 fil4", 6, open_fil4},
        {"EQ10Q", 10, open_eq10q},
        {"Calf 12 Band", 10, open_calf},
        {"CAPS Eq10X2", 10, open_caps},
        {"TAP Equalizer, twice", 8, open_tap},
        {NULL, 0, NULL},
    };
    static const PeerEntry of_20[] = {
        {"PipeWire param_eq", 20, open_param_eq},
        {"PipeWire chain of bq_peaking", 20, open_chain},
        {"LSP Parametric x32, APO (DR)", 20, open_lsp_32},
        {NULL, 0, NULL},
    };
    return n_bands == 20 ? of_20 : of_10;
}
