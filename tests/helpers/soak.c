#include "helpers/soak.h"

#include "helpers/moves.h"
#include "helpers/noise.h"
#include "helpers/stopwatch.h"
#include "instance.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    MAX_FRAMES = 8192,
    N_KEPT = 6, ///< streams that run all the time; one more gets another rate in each turn
    N_STREAMS = N_KEPT + 1,
    KNOWN_FRAMES = 256,
    N_KNOWN_BLOCKS = 400, ///< until what was before has died away
    MAX_COSTS = 4096
};

/** What a turn does with the controls. */
typedef enum { STILL, ONE_AT_A_TIME, ALL_AT_ONCE, N_KINDS } Kind;

typedef struct Stream {
    TareInstance* instance;
    double rate_hz;
    Moves moves;
    float known[KNOWN_FRAMES]; ///< what comes of the known sound at last, the first time
    bool has_known;
    double costs[MAX_COSTS]; ///< of the known sound in each turn, in ns a frame
    unsigned n_costs;
} Stream;

typedef struct Soak {
    Stream streams[N_STREAMS];
    float in[2][MAX_FRAMES], out[2][MAX_FRAMES];
    uint32_t seed;
    SoakReport* report;
} Soak;

static const struct {
    double rate_hz;
    uint32_t n_channels;
} kept[N_KEPT] = {{44100, 2}, {48000, 2}, {48000, 1}, {96000, 2}, {192000, 2}, {8000, 1}};

static bool open_stream(Soak* soak, Stream* stream, double rate_hz, uint32_t n_channels)
{
    tare_instance_free(stream->instance);
    stream->rate_hz = rate_hz;
    stream->instance = tare_instance_new(rate_hz, n_channels);
    if (!stream->instance)
        return false;
    moves_init(&stream->moves, n_channels, noise_next(&soak->seed));
    for (uint32_t i = 0; i < tare_ports_count(n_channels); ++i)
        tare_instance_connect(stream->instance, i, &stream->moves.controls[i]);
    for (uint32_t c = 0; c < n_channels; ++c) {
        tare_instance_connect(stream->instance, c, soak->in[c]);
        tare_instance_connect(stream->instance, n_channels + c, soak->out[c]);
    }
    tare_instance_activate(stream->instance);
    return true;
}

/** Mostly what hosts take, now and then a few frames, none, or very many. */
static uint32_t any_length(uint32_t* seed)
{
    const uint32_t kind = noise_next(seed) % 8;
    const uint32_t end = kind == 0 ? 8 : kind == 1 ? MAX_FRAMES : 1024;
    return noise_next(seed) % (end + 1);
}

static float* control(Stream* stream, TarePortRole role, uint32_t which)
{
    return &stream->moves.controls[tare_port_index(stream->moves.n_channels, role, which)];
}

static void move(Soak* soak, Stream* stream, Kind kind, uint32_t block)
{
    if (kind == STILL || noise_next(&soak->seed) % 2)
        return;
    if (kind == ONE_AT_A_TIME)
        moves_turn_one(&stream->moves);
    else if (block % 4 == 0)
        moves_turn_all(&stream->moves);
    ++soak->report->n_changes;
}

static void look(Soak* soak, const Stream* stream, uint32_t n_frames, bool is_automatic)
{
    for (uint32_t c = 0; c < stream->moves.n_channels; ++c)
        for (uint32_t i = 0; i < n_frames; ++i) {
            const double size = fabs((double)soak->out[c][i]);
            soak->report->n_not_finite += !(size <= (double)FLT_MAX);
            if (is_automatic && size > soak->report->loudest)
                soak->report->loudest = size;
        }
}

/** One or two seconds of moves; in every second turn the preamp follows by itself. */
static void run_moves(Soak* soak, Stream* stream, unsigned turn)
{
    const Kind kind = (Kind)(noise_next(&soak->seed) % N_KINDS);
    const bool is_automatic = turn / N_STREAMS % 2 == 0;
    const double end = stream->rate_hz * (1 + noise_next(&soak->seed) % 1000 / 1000.0);
    uint32_t block = noise_next(&soak->seed) % 300;
    moves_turn_all(&stream->moves);
    for (double n_done = 0; n_done < end; ++block) {
        const uint32_t n_frames = any_length(&soak->seed);
        move(soak, stream, kind, block);
        if (is_automatic)
            *control(stream, TARE_PORT_MANUAL_PREAMP, 0) = 0;
        for (uint32_t c = 0; c < stream->moves.n_channels; ++c)
            moves_fill(&stream->moves, block, soak->in[c], n_frames);
        tare_instance_run(stream->instance, n_frames);
        look(soak, stream, n_frames, is_automatic);
        n_done += n_frames;
    }
    soak->report->seconds += end / stream->rate_hz;
}

static void set_known(Stream* stream)
{
    static const float freqs_hz[] = {250, 500, 700, 1000, 1400, 2000, 2400, 2800, 3000, 3300};
    moves_init(&stream->moves, stream->moves.n_channels, stream->moves.seed);
    for (uint32_t i = 0; i < sizeof freqs_hz / sizeof *freqs_hz; ++i) {
        *control(stream, TARE_PORT_BAND_FREQ, i) = freqs_hz[i];
        *control(stream, TARE_PORT_BAND_GAIN, i) = i % 2 ? -6 : 4;
        *control(stream, TARE_PORT_BAND_Q, i) = 1.4f;
    }
}

/** A sound and settings that are the same each time: what comes must be, and what it costs. */
static void run_known(Soak* soak, Stream* stream)
{
    set_known(stream);
    for (uint32_t c = 0; c < stream->moves.n_channels; ++c)
        noise_fill(soak->in[c], KNOWN_FRAMES, 5 + c);
    double begin_us = 0;
    for (int block = 0; block < N_KNOWN_BLOCKS; ++block) {
        if (block == N_KNOWN_BLOCKS / 2) /* by now what was before has faded */
            begin_us = stopwatch_us();
        tare_instance_run(stream->instance, KNOWN_FRAMES);
    }
    const double n_frames = 0.5 * N_KNOWN_BLOCKS * KNOWN_FRAMES;
    const double cost = (stopwatch_us() - begin_us) * 1000 / n_frames;
    if (stream->n_costs < MAX_COSTS)
        stream->costs[stream->n_costs++] = cost;
    look(soak, stream, KNOWN_FRAMES, false);
    if (!stream->has_known)
        memcpy(stream->known, soak->out[0], sizeof stream->known);
    stream->has_known = true;
    for (int i = 0; i < KNOWN_FRAMES; ++i)
        soak->report->lasting =
            fmax(soak->report->lasting, fabs((double)(soak->out[0][i] - stream->known[i])));
}

static bool run_turn(Soak* soak, unsigned turn)
{
    Stream* const stream = &soak->streams[turn % N_STREAMS];
    if (turn % N_STREAMS == N_KEPT) {
        const double rate_hz = 8000 * pow(96, noise_next(&soak->seed) % 1000 / 1000.0);
        if (!open_stream(soak, stream, rate_hz, 1 + noise_next(&soak->seed) % 2))
            return false;
        stream->has_known = false;
    }
    run_moves(soak, stream, turn);
    run_known(soak, stream);
    ++soak->report->n_turns;
    return true;
}

/** What the process holds, in KiB; -1 where no system tells. */
static long memory_kib(void)
{
    long n_all, n_resident = -1;
    FILE* const file = fopen("/proc/self/statm", "r");
    if (file && fscanf(file, "%ld %ld", &n_all, &n_resident) != 2)
        n_resident = -1;
    if (file)
        fclose(file);
    return n_resident < 0 ? -1 : n_resident * (sysconf(_SC_PAGESIZE) / 1024);
}

static double median(const double* numbers, unsigned n)
{
    double sorted[MAX_COSTS];
    memcpy(sorted, numbers, n * sizeof *sorted);
    sort_numbers(sorted, n);
    return n ? sorted[n / 2] : 0;
}

/** Sums of the medians of all streams but the one whose rate changes. */
static void compare_costs(Soak* soak)
{
    for (int i = 0; i < N_KEPT; ++i) {
        const Stream* const stream = &soak->streams[i];
        const unsigned third = stream->n_costs / 3;
        soak->report->early_cost += median(stream->costs, third);
        soak->report->late_cost += median(stream->costs + stream->n_costs - third, third);
    }
}

static bool run_all(Soak* soak, double seconds)
{
    for (int i = 0; i < N_KEPT; ++i)
        if (!open_stream(soak, &soak->streams[i], kept[i].rate_hz, kept[i].n_channels))
            return false;
    soak->report->early_memory = -1;
    for (unsigned turn = 0; soak->report->seconds < seconds; ++turn) {
        if (soak->report->early_memory < 0 && soak->report->seconds > seconds / 10)
            soak->report->early_memory = memory_kib();
        if (!run_turn(soak, turn))
            return false;
    }
    soak->report->late_memory = memory_kib();
    compare_costs(soak);
    return true;
}

bool soak_run(double seconds, uint32_t seed, SoakReport* report)
{
    *report = (SoakReport){0};
    Soak* const soak = calloc(1, sizeof *soak);
    if (!soak)
        return false;
    soak->seed = seed;
    soak->report = report;
    const bool is_good = run_all(soak, seconds);
    for (int i = 0; i < N_STREAMS; ++i)
        tare_instance_free(soak->streams[i].instance);
    free(soak);
    return is_good;
}

void soak_print(const SoakReport* report)
{
    printf("%.0f s of audio in %u turns, %lu changes of controls, %lu samples not finite\n",
           report->seconds, report->n_turns, report->n_changes, report->n_not_finite);
    printf("loudest with automatic preamp %.2f; a known sound at most %.2g off\n", report->loudest,
           report->lasting);
    printf("cost of the known sound %.2f, later %.2f ns; memory %ld, later %ld KiB\n",
           report->early_cost / N_KEPT, report->late_cost / N_KEPT, report->early_memory,
           report->late_memory);
}
