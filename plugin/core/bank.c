#include "bank.h"

#include "ahead.h"
#include "state.h"

#include <math.h>
#include <string.h>

/* How far b0 may be moved out of the sections without leaving the range of float: far more than
   any correction needs, far less than twenty low-pass filters at 20 Hz do. */
static const double max_scale = 1e9;

/* Each section remembers what those before it let through. When these change by more than this, all
   in all, its memory does not fit, and may even burst where sections take away each other's peaks.
 */
static const double max_distance_db = 6.5;

static bool is_running_in(const TareBank* bank, uint32_t section, uint32_t channel)
{
    return channel < bank->n_channels && bank->sections[section].in_channel[channel];
}

/** Of `out` is taken b0. */
static TareDeltaSection delta_section(const TareBiquad* h, double out)
{
    return (TareDeltaSection){(h->p1 - h->q1 * h->b0) / out, (h->p2 / h->q2 - h->b0) / out, h->q1,
                              h->q2};
}

static bool may_go_ahead(const TareBank* bank, uint32_t n_frames)
{
    for (uint32_t i = 0; i < bank->n_running; ++i) {
        const TareDeltaSection section =
            delta_section(&bank->sections[bank->running[i]].biquad, 1.0);
        if (!tare_ahead_is_exact(&section, n_frames))
            return false;
    }
    return true;
}

/** How many frames may be done at once. Only asked of few sections, which is cheap. */
static uint32_t n_together(const TareBank* bank)
{
    if (bank->n_running <= TARE_FOUR_MAX_SECTIONS && may_go_ahead(bank, 4))
        return 4;
    return bank->n_running <= TARE_AHEAD_LANES / 2 && may_go_ahead(bank, 2) ? 2 : 1;
}

static void choose_running(TareBank* bank)
{
    bank->n_running = 0;
    for (uint32_t k = 0; k < TARE_N_SECTIONS; ++k)
        if (is_running_in(bank, k, 0) || is_running_in(bank, k, 1))
            bank->running[bank->n_running++] = (uint8_t)k;
    bank->kernel = tare_kernel_for(bank->widest, bank->n_running, n_together(bank));
    const uint32_t n_groups = bank->kernel->n_lanes / 2;
    const uint32_t n_vectors = (bank->n_running + n_groups - 1) / n_groups;
    const bool is_shallow = n_vectors > 0 && bank->kernel->is_shallow;
    bank->data.n_vectors = n_vectors;
    bank->data.n_groups = is_shallow ? (bank->n_running + n_vectors - 1) / n_vectors : n_groups;
}

/** The scale of each section is the product of all b0 behind it. Returns false when one of them
    leaves the range. */
static bool find_scales(TareBank* bank)
{
    for (uint32_t c = 0; c < bank->n_channels; ++c) {
        double scale = 1.0;
        for (uint32_t i = bank->n_running; i-- > 0;) {
            bank->scales[c][i] = scale;
            if (is_running_in(bank, bank->running[i], c))
                scale *= bank->sections[bank->running[i]].biquad.b0;
            if (!(fabs(scale) <= max_scale && fabs(scale) >= 1.0 / max_scale))
                return false;
        }
        bank->entry_gains[c] = (float)scale;
    }
    return true;
}

static void forget_scales(TareBank* bank)
{
    for (uint32_t c = 0; c < TARE_MAX_CHANNELS; ++c) {
        bank->entry_gains[c] = 1.0f;
        for (uint32_t i = 0; i < TARE_N_SECTIONS; ++i)
            bank->scales[c][i] = 1.0;
    }
}

static void clear_places(TareBank* bank)
{
    const uint32_t n = bank->data.n_vectors * bank->kernel->n_lanes;
    for (uint32_t place = 0; place < n; ++place) {
        for (int r = 0; r < TARE_N_REST; ++r)
            bank->data.rest[r][place] = r == TARE_REST_B0 ? 1.0f : 0.0f;
        for (int r = 0; r < TARE_N_STATE; ++r)
            bank->data.state[r][place] = 0.0f;
    }
    memset(bank->data.ahead, 0, sizeof bank->data.ahead);
    memset(bank->data.waiting, 0, sizeof bank->data.waiting);
    bank->data.n_waiting = 0;
}

static void pack_ahead(TareKernelData* data, size_t place, uint32_t n_frames,
                       const TareDeltaSection* section)
{
    double factors[TARE_N_AHEAD] = {0};
    float rounded[TARE_N_AHEAD];
    tare_ahead_factors(section, n_frames, factors);
    tare_ahead_round(factors, rounded);
    for (int r = 0; r < TARE_N_AHEAD; ++r)
        data->ahead[r][place] = rounded[r];
}

/** `b0` is what is left to the section. */
static void pack_section(TareBank* bank, size_t place, const TareBiquad* h, double b0)
{
    const TareDeltaSection section = delta_section(h, h->b0 / b0);
    bank->data.rest[TARE_REST_C1][place] = (float)section.c1;
    bank->data.rest[TARE_REST_K][place] = (float)section.k;
    bank->data.rest[TARE_REST_Q1][place] = (float)section.q1;
    bank->data.rest[TARE_REST_Q2][place] = (float)section.q2;
    bank->data.rest[TARE_REST_B0][place] = (float)b0;
    if (bank->kernel->n_together > 1)
        pack_ahead(&bank->data, place, bank->kernel->n_together, &section);
}

static size_t place_of(const TareBank* bank, uint32_t index, uint32_t channel)
{
    return tare_kernel_place(bank->kernel, &bank->data, index, channel);
}

static void set_gain(TareBank* bank, double gain)
{
    const uint32_t last = bank->n_channels - 1;
    bank->gain = gain;
    bank->input_gains[0] = (float)(gain * bank->entry_gains[0]);
    bank->input_gains[1] = (float)(gain * bank->entry_gains[last]);
}

/** Gives the running sections to the kernel. */
static void pack(TareBank* bank, double gain)
{
    choose_running(bank);
    forget_scales(bank);
    bank->needs_b0 = !find_scales(bank);
    if (bank->needs_b0)
        forget_scales(bank);
    set_gain(bank, gain);
    clear_places(bank);
    for (uint32_t i = 0; i < bank->n_running; ++i)
        for (uint32_t c = 0; c < bank->n_channels; ++c)
            if (is_running_in(bank, bank->running[i], c)) {
                const TareBiquad* h = &bank->sections[bank->running[i]].biquad;
                pack_section(bank, place_of(bank, i, c), h, bank->needs_b0 ? h->b0 : 1.0);
            }
}

void tare_bank_init(TareBank* bank, const TareKernel* kernel, uint32_t n_channels)
{
    bank->widest = kernel;
    bank->n_channels = n_channels;
    tare_bank_reset(bank);
}

void tare_bank_reset(TareBank* bank)
{
    for (uint32_t k = 0; k < TARE_N_SECTIONS; ++k)
        bank->sections[k] = (TareSection){.biquad = tare_biquad_identity()};
    pack(bank, 1.0);
}

void tare_bank_jump(TareBank* bank, const TareCascade* cascade)
{
    memcpy(bank->sections, cascade->sections, sizeof bank->sections);
    pack(bank, cascade->gain);
}

void tare_bank_snapshot(const TareBank* bank, TareSnapshot* snapshot)
{
    const uint32_t n = bank->data.n_vectors * bank->kernel->n_lanes;
    for (int r = 0; r < TARE_N_STATE; ++r)
        for (uint32_t place = 0; place < n; place += TARE_KERNEL_MAX_LANES)
            memcpy(&snapshot->state[r][place], &bank->data.state[r][place],
                   TARE_KERNEL_MAX_LANES * sizeof(float));
    snapshot->gain = bank->gain;
}

/** Of the section at an index of `running`. */
static TareState memory_of(const TareBank* bank, const TareSnapshot* snapshot, uint32_t index,
                           uint32_t channel)
{
    const size_t place = place_of(bank, index, channel);
    const double scale = bank->scales[channel][index] * snapshot->gain;
    return (TareState){(double)snapshot->state[TARE_STATE_W1][place] / scale,
                       (double)snapshot->state[TARE_STATE_W2][place] / scale};
}

static void set_memory(TareBank* bank, uint32_t index, uint32_t channel, TareState memory)
{
    const size_t place = place_of(bank, index, channel);
    const double scale = bank->scales[channel][index] * bank->gain;
    bank->data.state[TARE_STATE_W1][place] = (float)(memory.w1 * scale);
    bank->data.state[TARE_STATE_W2][place] = (float)(memory.w2 * scale);
}

/** How far the sections of a place differ, in dB; one that does not run does nothing. */
static double distance_db(const TareBank* bank, const TareBank* other, uint32_t section,
                          uint32_t channel)
{
    const TareBiquad* const from = &other->sections[section].biquad;
    const TareBiquad* const to = &bank->sections[section].biquad;
    const TareBiquad from_neutral = {1.0, to->q1, to->q2, to->q1, to->q2};
    const TareBiquad to_neutral = {1.0, from->q1, from->q2, from->q1, from->q2};
    const bool was_running = is_running_in(other, section, channel);
    const bool is_running = is_running_in(bank, section, channel);
    if (!was_running && !is_running)
        return 0.0;
    return tare_state_distance_db(was_running ? from : &from_neutral,
                                  is_running ? to : &to_neutral);
}

static bool is_like(const TareBank* bank, const TareBank* other, uint32_t channel)
{
    double distance = 0.0;
    for (uint32_t k = 0; k < TARE_N_SECTIONS; ++k)
        distance += distance_db(bank, other, k, channel);
    return distance <= max_distance_db;
}

static void inherit(TareBank* bank, const TareBank* other, const TareSnapshot* snapshot,
                    uint32_t channel)
{
    for (uint32_t i = 0, j = 0; i < bank->n_running; ++i) {
        const uint32_t k = bank->running[i];
        while (j < other->n_running && other->running[j] < k)
            ++j;
        if (j < other->n_running && other->running[j] == k && is_running_in(bank, k, channel) &&
            is_running_in(other, k, channel))
            set_memory(bank, i, channel,
                       tare_state_pass(memory_of(other, snapshot, j, channel),
                                       &other->sections[k].biquad, &bank->sections[k].biquad));
    }
}

void tare_bank_inherit(TareBank* bank, const TareBank* other, const TareSnapshot* snapshot)
{
    for (uint32_t c = 0; c < bank->n_channels; ++c)
        if (is_like(bank, other, c))
            inherit(bank, other, snapshot, c);
}

void tare_bank_set_gain(TareBank* bank, double gain)
{
    const float louder = (float)(gain / bank->gain);
    for (int r = 0; r < TARE_N_STATE; ++r)
        for (uint32_t place = 0; place < TARE_KERNEL_ROW; ++place)
            bank->data.state[r][place] *= louder;
    for (int i = 0; i < TARE_AHEAD_FRAMES - 1; ++i)
        for (uint32_t place = 0; place < TARE_AHEAD_LANES; ++place)
            bank->data.waiting[i][place] *= louder;
    set_gain(bank, gain);
}

void tare_bank_filter(TareBank* bank, float* pairs, uint32_t n_frames)
{
    if (bank->needs_b0)
        bank->kernel->filter_b0(&bank->data, pairs, n_frames);
    else
        bank->kernel->filter(&bank->data, pairs, n_frames);
}

void tare_bank_check(TareBank* bank)
{
    if (bank->kernel->check(&bank->data))
        return;
    memset(bank->data.state, 0, sizeof bank->data.state);
    memset(bank->data.waiting, 0, sizeof bank->data.waiting);
}
