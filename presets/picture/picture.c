#include "picture/picture.h"

#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "picture/picture_parts.h"
#include "picture/short_number.h"
#include "tare/band_traits.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool tare_picture_sides_differ(const TareBandSet* set)
{
    for (uint32_t i = 0; i < set->n_bands; ++i)
        if (tare_band_is_active(&set->bands[i]) && set->bands[i].channel != TARE_CHANNEL_BOTH)
            return true;
    return false;
}

/** Whether a band is drawn, and with the side of which number. */
static bool is_drawn(const TarePicture* picture, const TareBand* band, unsigned* side)
{
    for (*side = 0; *side < picture->n_channels; ++*side)
        if (tare_band_is_active(band) && tare_band_is_in_channel(band, picture->channels[*side]))
            return true;
    return false;
}

static void add_bands(TarePicture* picture, const TareBandSet* set)
{
    for (uint32_t i = 0; i < set->n_bands; ++i) {
        unsigned side;
        if (!is_drawn(picture, &set->bands[i], &side))
            continue;
        TareBandSet alone = {.reference_rate_hz = set->reference_rate_hz, .n_bands = 1};
        alone.bands[0] = set->bands[i];
        const bool is_named = picture->plot.n_curves == 0 && set->n_bands > 1;
        double* const gain_db = tare_picture_parts_add(picture, TARE_PLOT_BAND, NULL, side);
        tare_picture_parts_respond(picture, &alone, picture->channels[side], gain_db);
        if (is_named)
            picture->curves[0].label = "bands";
    }
}

/** The remedies that a review states in full: a band for each evidence. False when the correction
   is not from a review, or its words do not belong to its bands. */
static bool find_remedies(const TareCorrection* correction, TareBand* remedies)
{
    if (correction->entry.kind != TARE_KIND_REVIEW ||
        correction->n_evidence != correction->set.n_bands)
        return false;
    for (size_t i = 0; i < correction->n_evidence; ++i) {
        remedies[i] = correction->set.bands[i];
        if (correction->evidence[i].stated_db != 0.0)
            remedies[i].gain_db = correction->evidence[i].stated_db;
    }
    return true;
}

/** What the words of a review say the headphone does, the stated remedies turned round, and what
    the correction leaves of it. */
static void add_before_and_after(TarePicture* picture, const TareBand* remedies,
                                 const TareBandSet* set, unsigned side)
{
    const uint32_t channel = picture->channels[side];
    TareBandSet fault = {.n_bands = set->n_bands};
    for (uint32_t i = 0; i < set->n_bands; ++i) {
        fault.bands[i] = remedies[i];
        fault.bands[i].gain_db = -fault.bands[i].gain_db;
    }
    double* const before = tare_picture_parts_add(picture, TARE_PLOT_BEFORE,
                                                  "before (as the review describes it)", side);
    tare_picture_parts_respond(picture, &fault, channel, before);
    double* const after = tare_picture_parts_add(picture, TARE_PLOT_AFTER, "after", side);
    tare_picture_parts_respond(picture, set, channel, after);
    for (size_t i = 0; i < TARE_PICTURE_N_POINTS; ++i)
        after[i] += before[i];
}

static void add_mark(TarePicture* picture, const TareBand* band, const double* sum_db)
{
    const size_t i = picture->plot.n_marks++;
    char freq[64];
    char gain[64];
    char q[64];
    tare_short_number(band->freq_hz < 1000.0 ? band->freq_hz : band->freq_hz / 1000.0, freq,
                      sizeof freq);
    tare_short_number(band->gain_db, gain, sizeof gain);
    tare_short_number(band->q, q, sizeof q);
    snprintf(picture->mark_texts[i], sizeof picture->mark_texts[i], "%s %s  %s%s dB  Q %s", freq,
             band->freq_hz < 1000.0 ? "Hz" : "kHz", band->gain_db > 0.0 ? "+" : "", gain, q);
    size_t at = 0;
    while (at + 1 < TARE_PICTURE_N_POINTS && picture->freq_hz[at] < band->freq_hz)
        ++at;
    picture->marks[i] = (TarePlotMark){band->freq_hz, sum_db[at], picture->mark_texts[i]};
}

/** Names the bands while there are so few that the words do not hide the curves. */
static void add_marks(TarePicture* picture, const TareBandSet* set, double* const* sums_db)
{
    if (set->n_bands > TARE_PICTURE_MAX_MARKS)
        return;
    for (uint32_t i = 0; i < set->n_bands; ++i) {
        unsigned side;
        if (tare_band_type_has_gain(set->bands[i].type) && is_drawn(picture, &set->bands[i], &side))
            add_mark(picture, &set->bands[i], sums_db[side]);
    }
}

TarePicture* tare_picture_new(const TareCorrection* correction, TarePictureSide side,
                              double rate_hz)
{
    const TareBandSet* const set = &correction->set;
    const bool sides_differ = tare_picture_sides_differ(set);
    TarePicture* const picture = tare_picture_parts_new(side == TARE_PICTURE_BOTH && sides_differ,
                                                        side == TARE_PICTURE_RIGHT, rate_hz);
    if (!picture)
        return NULL;
    TareBand remedies[TARE_MAX_BANDS];
    double* sums_db[2];
    add_bands(picture, set);
    if (find_remedies(correction, remedies))
        for (unsigned i = 0; i < picture->n_channels; ++i)
            add_before_and_after(picture, remedies, set, i);
    for (unsigned i = 0; i < picture->n_channels; ++i) {
        sums_db[i] = tare_picture_parts_add(picture, TARE_PLOT_CORRECTION, "correction", i);
        tare_picture_parts_respond(picture, set, picture->channels[i], sums_db[i]);
    }
    add_marks(picture, set, sums_db);
    tare_picture_parts_write_words(picture, correction);
    tare_picture_parts_tell_side(picture, sides_differ);
    return picture;
}

/** Writes the name by which one of several corrections is told: that of its model, or its id where
    that would be the same. */
static void write_name(char* name, size_t size, const TareCorrection* const* corrections, size_t n,
                       size_t index)
{
    const TareEntry* const entry = &corrections[index]->entry;
    tare_entry_display_name(entry, name, size);
    for (size_t i = 0; i < n; ++i) {
        char other[TARE_PICTURE_LABEL_SIZE];
        tare_entry_display_name(&corrections[i]->entry, other, sizeof other);
        if (i != index && strcmp(name, other) == 0) {
            snprintf(name, size, "%s", entry->id);
            return;
        }
    }
}

TarePicture* tare_picture_new_comparison(const TareCorrection* const* corrections, size_t n,
                                         TarePictureSide side, double rate_hz)
{
    TarePicture* const picture = tare_picture_parts_new(false, side == TARE_PICTURE_RIGHT, rate_hz);
    if (!picture)
        return NULL;
    bool sides_differ = false;
    for (size_t i = 0; i < n; ++i) {
        char name[TARE_PICTURE_LABEL_SIZE];
        const TareBandSet* const set = &corrections[i]->set;
        write_name(name, sizeof name, corrections, n, i);
        double* const gain_db = tare_picture_parts_add(picture, TARE_PLOT_MODEL, name, 0);
        tare_picture_parts_respond(picture, set, picture->channels[0], gain_db);
        tare_picture_parts_lower(gain_db, tare_picture_parts_level_db(picture, gain_db));
        sides_differ = sides_differ || tare_picture_sides_differ(set);
    }
    snprintf(picture->title, sizeof picture->title, "%zu corrections", n);
    tare_picture_parts_append(picture, "without preamp");
    tare_picture_parts_tell_level(picture);
    tare_picture_parts_tell_side(picture, sides_differ);
    return picture;
}

void tare_picture_set_range(TarePicture* picture, double range_db)
{
    if (picture)
        picture->plot.range_db = range_db;
}

const TarePlot* tare_picture_plot(const TarePicture* picture)
{
    return &picture->plot;
}

void tare_picture_free(TarePicture* picture)
{
    free(picture);
}
