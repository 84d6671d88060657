#include "bank.h"

#include <math.h>
#include <string.h>

/* -240 dB: what a neutral lane still holds when it stops. */
static const double inaudible = 1e-12;

/* How far b0 may be moved out of the sections without leaving the range of float: far more than
   any correction needs, far less than twenty low-pass filters at 20 Hz do. */
static const double max_scale = 1e9;

/* Lanes and their biquads */

static const TareLane idle = {.from = {.b0 = 1.0}, .to = {.b0 = 1.0}};

static void lane_jump(TareLane* lane, const TareBiquad* target)
{
    lane->is_running = target != NULL;
    lane->is_neutral = !target;
    lane->to = target ? *target : tare_biquad_identity();
    lane->from = lane->to;
}

static void lane_glide(TareLane* lane, const TareBiquad* target)
{
    lane->is_neutral = !target;
    if (target) {
        lane->from = lane->is_running ? lane->to : tare_biquad_neutral(target);
        lane->to = *target;
        lane->is_running = true;
    } else {
        lane->from = lane->to;
        lane->to = tare_biquad_neutral(&lane->from);
    }
}

static void apply(TareBank* bank, const TareCascade* cascade,
                  void (*change)(TareLane*, const TareBiquad*))
{
    for (uint32_t c = 0; c < bank->n_channels; ++c)
        for (uint32_t k = 0; k < TARE_N_SECTIONS; ++k) {
            const TareSection* section = &cascade->sections[k];
            change(&bank->lanes[c][k], section->in_channel[c] ? &section->biquad : NULL);
        }
}

/* Between the lanes and the kernel */

/** The state returns from the kernel to the lanes. */
static void unpack(TareBank* bank)
{
    for (uint32_t i = 0; i < bank->n_running; ++i)
        for (uint32_t c = 0; c < bank->n_channels; ++c) {
            TareLane* lane = &bank->lanes[c][bank->running[i]];
            const size_t place = tare_kernel_place(bank->kernel, bank->data.n_vectors, i, c);
            lane->w1 = (double)bank->data.state[TARE_STATE_W1][place] / bank->scales[c][i];
            lane->w2 = (double)bank->data.state[TARE_STATE_W2][place] / bank->scales[c][i];
        }
}

static void choose_running(TareBank* bank)
{
    bank->n_running = 0;
    bank->has_neutral = false;
    for (uint32_t k = 0; k < TARE_N_SECTIONS; ++k) {
        bool is_running = false;
        for (uint32_t c = 0; c < bank->n_channels; ++c) {
            const TareLane* lane = &bank->lanes[c][k];
            is_running = is_running || lane->is_running;
            bank->has_neutral = bank->has_neutral || (lane->is_running && lane->is_neutral);
        }
        if (is_running)
            bank->running[bank->n_running++] = (uint8_t)k;
    }
    const uint32_t n_groups = bank->kernel->n_lanes / 2;
    bank->data.n_vectors = (bank->n_running + n_groups - 1) / n_groups;
}

/** The scale of each section is the product of all b0 behind it. Returns false when one of them
    leaves the range. */
static bool find_scales(TareBank* bank)
{
    for (uint32_t c = 0; c < bank->n_channels; ++c) {
        double scale = 1.0;
        for (uint32_t i = bank->n_running; i-- > 0;) {
            bank->scales[c][i] = scale;
            scale *= bank->lanes[c][bank->running[i]].to.b0;
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
            bank->data.rest[r][place] = 0.0f;
        for (int r = 0; r < TARE_N_MOVE; ++r) {
            bank->data.from[r][place] = r == TARE_MOVE_B0 ? 1.0f : 0.0f;
            bank->data.way[r][place] = 0.0f;
        }
        for (int r = 0; r < TARE_N_STATE; ++r)
            bank->data.state[r][place] = 0.0f;
    }
}

/** What a section adds to the frequency 0, against b0; 0 for the identity, which has no pole. */
static double pull_of(const TareBiquad* h)
{
    return h->q2 != 0.0 ? h->p2 / h->q2 - h->b0 : 0.0;
}

static void pack_rest(TareKernelData* data, size_t place, const TareBiquad* h)
{
    data->rest[TARE_REST_C1][place] = (float)(h->p1 / h->b0 - h->q1);
    data->rest[TARE_REST_K][place] = (float)(pull_of(h) / h->b0);
    data->rest[TARE_REST_Q1][place] = (float)h->q1;
    data->rest[TARE_REST_Q2][place] = (float)h->q2;
}

static void pack_move(TareKernelData* data, size_t place, const TareBiquad* a, const TareBiquad* b)
{
    const double from[] = {[TARE_MOVE_B0] = a->b0,
                           [TARE_MOVE_C1] = a->p1 - a->q1 * a->b0,
                           [TARE_MOVE_K] = pull_of(a),
                           [TARE_MOVE_Q1] = a->q1,
                           [TARE_MOVE_Q2] = a->q2};
    const double to[] = {[TARE_MOVE_B0] = b->b0,
                         [TARE_MOVE_C1] = b->p1 - b->q1 * b->b0,
                         [TARE_MOVE_K] = pull_of(b),
                         [TARE_MOVE_Q1] = b->q1,
                         [TARE_MOVE_Q2] = b->q2};
    for (int r = 0; r < TARE_N_MOVE; ++r) {
        data->from[r][place] = (float)from[r];
        data->way[r][place] = (float)(to[r] - from[r]);
    }
}

/** Gives the running lanes to the kernel. */
static void pack(TareBank* bank)
{
    choose_running(bank);
    forget_scales(bank);
    bank->needs_b0 = false;
    if (!bank->is_moving && !find_scales(bank)) {
        forget_scales(bank);
        bank->needs_b0 = true;
    }
    clear_places(bank);
    for (uint32_t i = 0; i < bank->n_running; ++i)
        for (uint32_t c = 0; c < bank->n_channels; ++c) {
            const TareLane* lane = &bank->lanes[c][bank->running[i]];
            const size_t place = tare_kernel_place(bank->kernel, bank->data.n_vectors, i, c);
            if (bank->is_moving || bank->needs_b0)
                pack_move(&bank->data, place, &lane->from, &lane->to);
            else
                pack_rest(&bank->data, place, &lane->to);
            bank->data.state[TARE_STATE_W1][place] = (float)(lane->w1 * bank->scales[c][i]);
            bank->data.state[TARE_STATE_W2][place] = (float)(lane->w2 * bank->scales[c][i]);
        }
}

/* What the equaliser asks for */

void tare_bank_init(TareBank* bank, const TareKernel* kernel, uint32_t n_channels)
{
    bank->kernel = kernel;
    bank->n_channels = n_channels;
    tare_bank_reset(bank);
}

void tare_bank_reset(TareBank* bank)
{
    for (uint32_t c = 0; c < TARE_MAX_CHANNELS; ++c)
        for (uint32_t k = 0; k < TARE_N_SECTIONS; ++k)
            bank->lanes[c][k] = idle;
    bank->is_moving = false;
    pack(bank);
}

void tare_bank_jump(TareBank* bank, const TareCascade* cascade)
{
    unpack(bank);
    apply(bank, cascade, lane_jump);
    bank->is_moving = false;
    pack(bank);
}

void tare_bank_glide(TareBank* bank, const TareCascade* cascade)
{
    unpack(bank);
    apply(bank, cascade, lane_glide);
    bank->is_moving = true;
    pack(bank);
}

void tare_bank_arrive(TareBank* bank)
{
    unpack(bank);
    for (uint32_t c = 0; c < bank->n_channels; ++c)
        for (uint32_t k = 0; k < TARE_N_SECTIONS; ++k)
            bank->lanes[c][k].from = bank->lanes[c][k].to;
    bank->is_moving = false;
    pack(bank);
}

void tare_bank_filter(TareBank* bank, float* pairs, const float* shape, uint32_t n_frames)
{
    if (bank->is_moving || bank->needs_b0)
        bank->kernel->filter_moving(&bank->data, pairs, shape, n_frames);
    else
        bank->kernel->filter(&bank->data, pairs, n_frames);
}

/** Stops the neutral lanes whose state has died away. Returns whether there was one. */
static bool stop_neutral_lanes(TareBank* bank)
{
    bool has_stopped = false;
    for (uint32_t c = 0; c < bank->n_channels; ++c)
        for (uint32_t k = 0; k < TARE_N_SECTIONS; ++k) {
            TareLane* lane = &bank->lanes[c][k];
            if (!lane->is_running || !lane->is_neutral || fabs(lane->w1) >= inaudible ||
                fabs(lane->w2) >= inaudible)
                continue;
            *lane = idle;
            has_stopped = true;
        }
    return has_stopped;
}

void tare_bank_check(TareBank* bank)
{
    if (!bank->kernel->check(&bank->data))
        memset(bank->data.state, 0, sizeof bank->data.state);
    if (bank->is_moving || !bank->has_neutral)
        return;
    unpack(bank);
    if (stop_neutral_lanes(bank))
        pack(bank);
}
