#include "formats/gathered.h"

#include "base/list.h"
#include "base/number.h"
#include "base/path.h"
#include "base/utf8.h"
#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "corrections/range.h"
#include "corrections/safe_preamp.h"
#include "formats/contents.h"
#include "formats/file_name.h"
#include "tare/band_traits.h"
#include "tare/limits.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/** A number as text, the shortest that says it. */
#define TEXT_OF(value) tare_number_format((char[TARE_NUMBER_SIZE]){0}, TARE_NUMBER_SIZE, (value))

void tare_gathered_preamp(TareGathered* gathered, TareChannel channel, double preamp_db)
{
    gathered->has_preamp = true;
    if (channel != TARE_CHANNEL_RIGHT)
        gathered->preamp_db[0] += preamp_db;
    if (channel != TARE_CHANNEL_LEFT)
        gathered->preamp_db[1] += preamp_db;
}

void tare_gathered_unused(TareGathered* gathered, TareSeverity severity, unsigned line,
                          const char* why)
{
    const bool follows = gathered->unused.first && gathered->unused.file == gathered->file &&
                         gathered->unused.severity == severity &&
                         line == gathered->unused.last + 1 &&
                         strcmp(gathered->unused.why, why) == 0;
    if (!follows) {
        tare_gathered_tell(gathered);
        gathered->unused.file = gathered->file;
        gathered->unused.why = why;
        gathered->unused.severity = severity;
        gathered->unused.first = line;
    }
    gathered->unused.last = line;
}

void tare_gathered_tell(TareGathered* gathered)
{
    const unsigned first = gathered->unused.first;
    const unsigned last = gathered->unused.last;
    if (first && first == last)
        tare_report(gathered->reporter, gathered->unused.severity, gathered->unused.file, first, 0,
                    "line is not used: %s", gathered->unused.why);
    else if (first)
        tare_report(gathered->reporter, gathered->unused.severity, gathered->unused.file, first, 0,
                    "lines %u to %u are not used: %s", first, last, gathered->unused.why);
    gathered->unused.first = 0;
}

/** Whether two bands are the same but for their sides, of which they are one each. */
static bool are_a_pair(const TareBand* a, const TareBand* b)
{
    return a->channel != b->channel && a->channel != TARE_CHANNEL_BOTH &&
           b->channel != TARE_CHANNEL_BOTH && a->type == b->type && a->freq_hz == b->freq_hz &&
           a->gain_db == b->gain_db && a->q == b->q;
}

/** Makes one of each pair, which is heard the same, as the order of filters does not matter. */
static void join_pairs(TareGathered* gathered)
{
    TareGatheredBand* const bands = gathered->bands;
    for (size_t i = 0; i < gathered->n_bands; ++i)
        for (size_t k = i + 1; k < gathered->n_bands; ++k) {
            if (!are_a_pair(&bands[i].band, &bands[k].band))
                continue;
            bands[i].band.channel = TARE_CHANNEL_BOTH;
            memmove(&bands[k], &bands[k + 1], (--gathered->n_bands - k) * sizeof *bands);
            break;
        }
}

/** Takes the bands into a set with room for at most `max`. Those that do nothing give way when
    there are too many; of the others the first count. */
static void take_bands(const TareGathered* gathered, TareBandSet* set, uint32_t max)
{
    const bool is_full = gathered->n_bands > max;
    for (size_t i = 0; i < gathered->n_bands; ++i) {
        const TareGatheredBand* const found = &gathered->bands[i];
        if (is_full && !tare_band_is_active(&found->band))
            continue;
        if (set->n_bands < max)
            set->bands[set->n_bands++] = found->band;
        else
            tare_report(gathered->reporter, TARE_WARNING, found->file, found->line, 0,
                        "filter is left out, there are %u before it; expected at most that many "
                        "in a correction",
                        (unsigned)max);
    }
}

/** A sum of decimals as a decimal. */
static double without_last_bits(double level_db)
{
    return round(level_db * 1e6) / 1e6;
}

/** A level between the sides, of which there is no other way to say it: a shelf at the lowest
    frequency there is, whose Q keeps what is left at 20 Hz as small as it can be. */
static void add_level_band(const TareGathered* gathered, TareBandSet* set)
{
    const double more_db = without_last_bits(gathered->preamp_db[1] - gathered->preamp_db[0]);
    if (more_db == 0.0)
        return;
    set->bands[set->n_bands++] =
        (TareBand){.type = TARE_BAND_HIGH_SHELF,
                   .freq_hz = TARE_FREQ_MIN_HZ,
                   .gain_db = fmax(-fabs(more_db), TARE_GAIN_MIN_DB),
                   .q = 0.75,
                   .channel = more_db > 0.0 ? TARE_CHANNEL_LEFT : TARE_CHANNEL_RIGHT};
    tare_report(gathered->reporter, TARE_NOTE, gathered->file, 0, 0,
                "one side is %s dB louder than the other, which becomes a shelf at %s Hz; expected "
                "one preamp for both",
                TEXT_OF(fabs(more_db)), TEXT_OF(TARE_FREQ_MIN_HZ));
}

/** What a preamp may be above the safe one, which is rounded down this much. */
static const double rounding_db = 0.1;

/** False when memory is short. */
static bool set_preamp(const TareGathered* gathered, TareBandSet* set, bool keeps_preamp)
{
    TareBandSet safe = *set;
    double preamp_db = fmax(gathered->preamp_db[0], gathered->preamp_db[1]);
    preamp_db = without_last_bits(preamp_db);
    if (!tare_range_holds(&tare_preamp_range, preamp_db)) {
        tare_report(
            gathered->reporter, TARE_WARNING, gathered->file, 0, 0,
            "preamp %s is beyond what a correction holds, the nearest is taken; expected %s "
            "to %s",
            TEXT_OF(preamp_db), TEXT_OF(tare_preamp_range.min), TEXT_OF(tare_preamp_range.max));
        preamp_db = fmin(fmax(preamp_db, tare_preamp_range.min), tare_preamp_range.max);
    }
    set->preamp_db = preamp_db;
    if (keeps_preamp)
        return true;
    if (!tare_safe_preamp_set(&safe))
        return false;
    if (preamp_db <= safe.preamp_db + rounding_db)
        return true;
    set->preamp_db = safe.preamp_db;
    if (gathered->has_preamp)
        tare_report(gathered->reporter, TARE_NOTE, gathered->file, 0, 0,
                    "preamp of %s dB would let peaks clip, %s dB is taken; expected that or less",
                    TEXT_OF(preamp_db), TEXT_OF(safe.preamp_db));
    else
        tare_report(gathered->reporter, TARE_NOTE, gathered->file, 0, 0,
                    "there is no preamp, %s dB is taken so that nothing clips; expected one",
                    TEXT_OF(safe.preamp_db));
    return true;
}

/** Names the file, without its folders, as what the correction rests on. */
static bool add_evidence(TareCorrection* correction, const char* file, const char* note)
{
    const char* const name = tare_path_name(file);
    const bool is_text = tare_utf8_is_valid(name, strlen(name), NULL);
    const TareEvidence evidence = {.file = is_text && *name ? name : "?", .note = note};
    return !note || tare_correction_add_evidence(correction, &evidence);
}

static TareStatus fill(TareGathered* gathered, TareContents* contents, TareCorrection* correction,
                       const TareGatheredOrigin* origin)
{
    TareBandSet* const set = &correction->set;
    if (gathered->is_short_of_memory)
        return TARE_NO_MEMORY;
    if (gathered->n_bands == 0 && !gathered->has_preamp) {
        tare_report(gathered->reporter, TARE_ERROR, gathered->file, 0, 0,
                    "gives no correction; expected a filter that is on");
        return TARE_NOT_FOUND;
    }
    const bool has_level_band = gathered->preamp_db[0] != gathered->preamp_db[1];
    take_bands(gathered, set, TARE_MAX_BANDS - (uint32_t)has_level_band);
    add_level_band(gathered, set);
    TareCorrection* const grown = tare_list_grow(contents->corrections, contents->n, sizeof *grown);
    contents->corrections = grown ? grown : contents->corrections;
    return grown && set_preamp(gathered, set, origin->keeps_preamp) &&
                   tare_file_name_fill(&correction->entry, gathered->file, origin->author) &&
                   add_evidence(correction, gathered->file, origin->note)
               ? TARE_OK
               : TARE_NO_MEMORY;
}

TareStatus tare_gathered_finish(TareGathered* gathered, TareContents* contents,
                                TareCorrection* correction, const TareGatheredOrigin* origin)
{
    tare_gathered_tell(gathered);
    join_pairs(gathered);
    tare_gathered_fit(gathered, correction->set.reference_rate_hz);
    join_pairs(gathered);
    const TareStatus status = fill(gathered, contents, correction, origin);
    if (status == TARE_OK)
        contents->corrections[contents->n++] = *correction;
    else
        tare_correction_clear(correction);
    *correction = (TareCorrection){0};
    return status;
}

void tare_gathered_clear(TareGathered* gathered)
{
    for (int side = 0; side < TARE_MAX_CHANNELS; ++side)
        tare_curve_clear(&gathered->curves[side]);
    free(gathered->bands);
    gathered->bands = NULL;
    gathered->n_bands = 0;
}
