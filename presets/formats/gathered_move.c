#include "formats/gathered_move.h"

#include "corrections/range.h"
#include "fit/approach.h"
#include "fit/eq_limits.h"
#include "formats/gathered.h"
#include "formats/second_order.h"
#include "tare/band_traits.h"

#include <math.h>
#include <stdlib.h>

/* What a filter may sound otherwise at another rate. */
static const double least_change_db = 0.003;

/* Helpers are no narrower than the filters, unless these are wider than this: what is narrower
   would hide between the points of the grid. */
static const double narrow_q = 4.0;

/* What others may be off without a word. */
static const double told_db = 0.01;

typedef struct {
    TareGathered* gathered;
    double from_hz, to_hz;
    unsigned max_bands;
    bool has_room;
    TareFitApproach* approach; ///< of the channel that is moved
    unsigned line;             ///< of the first of its bands that move
    unsigned n;                ///< bands that sound otherwise, of all channels
    double error_db;           ///< what is left at most
    double error_freq_hz;
} Move;

static double level_db(const TareBand* band, double rate_hz, double freq_hz)
{
    const TareSecondOrder filter = tare_second_order_of_band(band, rate_hz);
    return tare_gathered_sound_db((TareGatheredSound){&filter, rate_hz}, freq_hz);
}

static bool sounds_otherwise(const Move* move, const TareBand* band)
{
    const TareFitGrid* const grid = &move->approach->grid;
    const TareBand nearest = tare_eq_limits_nearest(&tare_eq_limits_own, band);
    double change_db = 0.0;
    for (unsigned i = 0; i < grid->n; ++i)
        change_db = fmax(change_db, fabs(level_db(band, move->from_hz, grid->freq_hz[i]) -
                                         level_db(&nearest, move->to_hz, grid->freq_hz[i])));
    return change_db > least_change_db;
}

/** How much steeper the frequency of the analogue shape rises than that of the sound, both as
    shares: d ln tan(pi f / fs) / d ln f. */
static double steepness(double freq_hz, double rate_hz)
{
    const double angle = 2.0 * M_PI * freq_hz / rate_hz;
    return angle / sin(angle);
}

/** The band with a gain from which to go on: as wide where it is. */
static TareFitFilter first_guess(const Move* move, const TareBand* band)
{
    TareBand guess = *band;
    guess.freq_hz = fmin(guess.freq_hz, 0.45 * move->to_hz);
    if (guess.type == TARE_BAND_PEAK)
        guess.q *= steepness(guess.freq_hz, move->from_hz) / steepness(guess.freq_hz, move->to_hz);
    guess = tare_eq_limits_nearest(&tare_eq_limits_own, &guess);
    return tare_fit_filters_of_band(&guess);
}

/** Wishes for what a band did, or for what one that stays does less now. */
static void wish(Move* move, const TareBand* band)
{
    TareFitApproach* const approach = move->approach;
    const bool stays = !tare_band_type_has_gain(band->type);
    const TareBand nearest = tare_eq_limits_nearest(&tare_eq_limits_own, band);
    for (unsigned i = 0; i < approach->grid.n; ++i) {
        const double freq_hz = approach->grid.freq_hz[i];
        approach->problem.wished_db[i] += level_db(band, move->from_hz, freq_hz);
        if (stays)
            approach->problem.wished_db[i] -= level_db(&nearest, move->to_hz, freq_hz);
    }
    if (!stays && band->type == TARE_BAND_PEAK)
        approach->problem.peak.max_q = fmax(approach->problem.peak.max_q, band->q);
    if (!stays)
        approach->filters[approach->n_filters++] = first_guess(move, band);
}

static void put_into_curves(const Move* move, const TareGatheredBand* found)
{
    const TareBand nearest = tare_eq_limits_nearest(&tare_eq_limits_own, &found->band);
    const TareSecondOrder from = tare_second_order_of_band(&found->band, move->from_hz);
    const TareSecondOrder to = tare_second_order_of_band(&nearest, move->to_hz);
    const bool stays = !tare_band_type_has_gain(found->band.type);
    tare_gathered_sound(
        move->gathered, found->line, found->band.channel, (TareGatheredSound){&from, move->from_hz},
        stays ? (TareGatheredSound){&to, move->to_hz} : (TareGatheredSound){NULL, 0.0});
}

/** Takes the bands of a channel that sound otherwise out of those gathered. */
static void take(Move* move, TareChannel channel)
{
    TareGathered* const gathered = move->gathered;
    size_t n = 0;
    for (size_t i = 0; i < gathered->n_bands; ++i) {
        TareGatheredBand found = gathered->bands[i];
        const bool moves = found.band.channel == channel && sounds_otherwise(move, &found.band);
        if (moves && move->has_room)
            wish(move, &found.band);
        else if (moves)
            put_into_curves(move, &found);
        if (moves && !move->line)
            move->line = found.line;
        move->n += moves;
        if (moves && tare_band_type_has_gain(found.band.type))
            continue;
        if (found.band.channel == channel)
            found.band = tare_eq_limits_nearest(&tare_eq_limits_own, &found.band);
        gathered->bands[n++] = found;
    }
    gathered->n_bands = n;
}

/** Six digits: no two C libraries share the last ones. */
static double rounded(double value)
{
    const double step = pow(10.0, floor(log10(fmax(fabs(value), 1e-9))) - 5.0);
    return step < 1.0 ? round(value / step) / round(1.0 / step) : round(value);
}

static void give_back(Move* move, TareChannel channel)
{
    for (unsigned i = 0; i < move->approach->n_filters; ++i) {
        TareBand band = tare_fit_filters_band(&move->approach->filters[i]);
        band.freq_hz = rounded(band.freq_hz);
        band.gain_db = rounded(band.gain_db);
        band.q = rounded(band.q);
        band.channel = channel;
        tare_gathered_band(move->gathered, move->line, &band);
    }
}

static void begin_channel(Move* move)
{
    TareFitApproach* const approach = move->approach;
    tare_fit_approach_begin(approach, move->to_hz);
    approach->problem.peak = tare_fit_approach_limits(&tare_eq_limits_own, move->to_hz, false);
    approach->problem.low_shelf = approach->problem.high_shelf =
        tare_fit_approach_limits(&tare_eq_limits_own, move->to_hz, true);
    approach->problem.peak.max_q = narrow_q;
    move->line = 0;
}

static void move_channel(Move* move, TareChannel channel)
{
    TareFitApproach* const approach = move->approach;
    const unsigned n_before = move->n;
    unsigned at = 0;
    begin_channel(move);
    take(move, channel);
    if (!move->has_room || move->n == n_before)
        return;
    approach->max_filters = move->max_bands - (unsigned)tare_gathered_n_active(move->gathered);
    if (!tare_fit_approach(approach)) {
        move->gathered->is_short_of_memory = true;
        return;
    }
    const double error_db = fabs(tare_fit_approach_error(approach, &at));
    if (error_db > move->error_db) {
        move->error_db = error_db;
        move->error_freq_hz = approach->grid.freq_hz[at];
    }
    give_back(move, channel);
}

/** Tells of what is made for another rate; of frequencies beyond the range each has been told. */
static void tell(const Move* move)
{
    const TareGathered* const gathered = move->gathered;
    const bool is_rate = move->from_hz != move->to_hz;
    if (move->n > 0 && is_rate && move->has_room)
        tare_report(gathered->reporter, TARE_NOTE, gathered->file, 0, 0,
                    "filters are made for %.0f Hz: %u sound otherwise at %.0f Hz and are moved, at "
                    "most %.3f dB off at %.0f Hz; expected filters for 44100 or 48000 Hz",
                    move->from_hz, move->n, move->to_hz, move->error_db, move->error_freq_hz);
    else if (move->n > 0 && is_rate)
        tare_report(gathered->reporter, TARE_NOTE, gathered->file, 0, 0,
                    "filters are made for %.0f Hz: %u sound otherwise at %.0f Hz and are fitted; "
                    "expected filters for 44100 or 48000 Hz",
                    move->from_hz, move->n, move->to_hz);
    else if (move->error_db > told_db)
        tare_report(gathered->reporter, TARE_NOTE, gathered->file, 0, 0,
                    "filters beyond the frequencies of a correction are done by others, at most "
                    "%.3f dB off at %.0f Hz; expected %.0f to %.0f Hz",
                    move->error_db, move->error_freq_hz, tare_freq_range.min, tare_freq_range.max);
}

void tare_gathered_move(TareGathered* gathered, double from_hz, double to_hz, unsigned max_bands)
{
    Move move = {gathered, from_hz, to_hz, max_bands,
                 .has_room = tare_gathered_n_active(gathered) <= max_bands};
    move.approach = malloc(sizeof *move.approach);
    gathered->is_short_of_memory = gathered->is_short_of_memory || !move.approach;
    for (int i = 0; i < TARE_N_CHANNEL_CHOICES && !gathered->is_short_of_memory; ++i)
        move_channel(&move, (TareChannel)i);
    tell(&move);
    free(move.approach);
}
