/* Pictures of headphones that were measured. */

#include "corrections/correction.h"
#include "curves/curve.h"
#include "curves/smooth.h"
#include "picture/picture.h"
#include "picture/picture_parts.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* The same for all headphones, so that pictures can be held against each other. */
#define USUAL_RANGE_DB 20.0

#define AND_LAST_BITS 1.000001

/* What is so near to the end of the paper reaches it. */
#define PAPER_FROM_HZ 20.3
#define PAPER_TO_HZ 19700.0

/* Targets are published by a few points an octave, and run straight between: so near to each the
   bend is drawn. */
#define BEND_OCTAVES (1.0 / 8.0)

static void take_curve(const TarePicture* picture, const TareCurve* curve, double* gain_db)
{
    for (size_t i = 0; i < TARE_PICTURE_N_POINTS; ++i)
        gain_db[i] = tare_smooth_level_db(curve, picture->freq_hz[i]);
}

/** Ends the last curve where something was measured. */
static void end_last(TarePicture* picture, const TareCurve* measured)
{
    TarePlotCurve* const curve = &picture->curves[picture->plot.n_curves - 1];
    const double first_hz = measured->points[0].freq_hz / AND_LAST_BITS;
    const double last_hz = measured->points[measured->n - 1].freq_hz * AND_LAST_BITS;
    curve->begin = 0;
    curve->end = TARE_PICTURE_N_POINTS;
    while (first_hz > PAPER_FROM_HZ && curve->begin + 1 < curve->end &&
           picture->freq_hz[curve->begin] < first_hz)
        ++curve->begin;
    while (last_hz < PAPER_TO_HZ && curve->end > curve->begin + 1 &&
           picture->freq_hz[curve->end - 1] > last_hz)
        --curve->end;
}

/** The curve that was measured in a channel, or in both. */
static const TareCurve* response_in(const TarePictureSound* sound, uint32_t channel)
{
    return &sound->responses[sound->n_responses > 1 ? channel : 0];
}

/** Takes the mean level of a curve for each side away from all: how loud one side is beside the
    other is no matter of level. */
static void level_sides(const TarePicture* picture, double* const* gain_db)
{
    double sum_db = 0.0;
    for (unsigned i = 0; i < picture->n_channels; ++i)
        sum_db += tare_picture_parts_level_db(picture, gain_db[i]);
    for (unsigned i = 0; i < picture->n_channels; ++i)
        tare_picture_parts_lower(gain_db[i], sum_db / picture->n_channels);
}

/** The area between the lowest and the highest that anybody measured, each at the same level. */
static void add_spread(TarePicture* picture, const TarePictureSound* sound)
{
    char label[TARE_PICTURE_LABEL_SIZE];
    double one_db[TARE_PICTURE_N_POINTS];
    if (sound->n_persons < 2)
        return;
    snprintf(label, sizeof label, "as %s measured it", sound->persons);
    const size_t index = picture->plot.n_curves;
    double* const highest_db = tare_picture_parts_add(picture, TARE_PLOT_SPREAD, NULL, 0);
    snprintf(picture->labels[index], sizeof picture->labels[index], "%s", label);
    picture->curves[index].label = picture->labels[index];
    picture->curves[index].lowest_db = picture->lowest_db;
    for (size_t k = 0; k < sound->n_persons; ++k) {
        take_curve(picture, &sound->measured[k], one_db);
        tare_picture_parts_lower(one_db, tare_picture_parts_level_db(picture, one_db));
        for (size_t i = 0; i < TARE_PICTURE_N_POINTS; ++i) {
            highest_db[i] = k == 0 ? one_db[i] : fmax(highest_db[i], one_db[i]);
            picture->lowest_db[i] = k == 0 ? one_db[i] : fmin(picture->lowest_db[i], one_db[i]);
        }
    }
}

static void add_raw(TarePicture* picture, const TarePictureSound* sound)
{
    char label[TARE_PICTURE_LABEL_SIZE];
    double* raw_db[2];
    snprintf(label, sizeof label, "raw%s%s", sound->person ? ", by " : "",
             sound->person ? sound->person : "");
    for (unsigned i = 0; i < picture->n_channels; ++i) {
        raw_db[i] = tare_picture_parts_add(picture, TARE_PLOT_MEASURED, label, i);
        take_curve(picture, response_in(sound, picture->channels[i]), raw_db[i]);
        end_last(picture, response_in(sound, picture->channels[i]));
    }
    level_sides(picture, raw_db);
}

static void add_corrected(TarePicture* picture, const TareBandSet* set,
                          const TarePictureSound* sound)
{
    double response_db[TARE_PICTURE_N_POINTS];
    double* corrected_db[2];
    for (unsigned i = 0; i < picture->n_channels; ++i) {
        corrected_db[i] = tare_picture_parts_add(picture, TARE_PLOT_AFTER, "corrected", i);
        tare_picture_parts_respond(picture, set, picture->channels[i], corrected_db[i]);
        take_curve(picture, response_in(sound, picture->channels[i]), response_db);
        end_last(picture, response_in(sound, picture->channels[i]));
        for (size_t k = 0; k < TARE_PICTURE_N_POINTS; ++k)
            corrected_db[i][k] += response_db[k];
    }
    level_sides(picture, corrected_db);
}

/** Rounds the corners of a curve: at each point the mean of those around, the nearer the more. */
static void round_corners(const TarePicture* picture, double* gain_db)
{
    double round_db[TARE_PICTURE_N_POINTS];
    const double step_octaves = log2(picture->freq_hz[1] / picture->freq_hz[0]);
    const size_t width = (size_t)(BEND_OCTAVES / step_octaves);
    for (size_t i = 0; i < TARE_PICTURE_N_POINTS; ++i) {
        const size_t to_end = i < TARE_PICTURE_N_POINTS - 1 - i ? i : TARE_PICTURE_N_POINTS - 1 - i;
        const size_t w = width < to_end ? width : to_end;
        double sum_db = (double)(w + 1) * gain_db[i];
        for (size_t k = 1; k <= w; ++k)
            sum_db += (double)(w + 1 - k) * (gain_db[i - k] + gain_db[i + k]);
        round_db[i] = sum_db / (double)((w + 1) * (w + 1));
    }
    memcpy(gain_db, round_db, sizeof round_db);
}

static void add_target(TarePicture* picture, const TareCurve* target, const char* label)
{
    const unsigned n_channels = picture->n_channels;
    picture->n_channels = 1; /* it is one for both */
    double* const target_db = tare_picture_parts_add(picture, TARE_PLOT_TARGET, label, 0);
    picture->n_channels = n_channels;
    take_curve(picture, target, target_db);
    round_corners(picture, target_db);
    tare_picture_parts_lower(target_db, tare_picture_parts_level_db(picture, target_db));
}

TarePicture* tare_picture_new_sound(const TareCorrection* correction, const TarePictureSound* sound,
                                    TarePictureSide side, double rate_hz)
{
    const bool sides_differ = sound->n_responses > 1 || tare_picture_sides_differ(&correction->set);
    TarePicture* const picture = tare_picture_parts_new(side == TARE_PICTURE_BOTH && sides_differ,
                                                        side == TARE_PICTURE_RIGHT, rate_hz);
    if (!picture)
        return NULL;
    add_spread(picture, sound);
    add_raw(picture, sound);
    add_corrected(picture, &correction->set, sound);
    if (sound->target)
        add_target(picture, sound->target, "target");
    tare_picture_parts_write_words(picture, correction);
    tare_picture_parts_tell_side(picture, sides_differ);
    tare_picture_parts_tell_level(picture);
    tare_picture_set_range(picture, USUAL_RANGE_DB);
    return picture;
}

TarePicture* tare_picture_new_wish(const TareCorrection* correction, const TareCurve* wish,
                                   double rate_hz)
{
    TarePicture* const picture = tare_picture_parts_new(false, 0, rate_hz);
    if (!picture)
        return NULL;
    double* const sum_db = tare_picture_parts_add(picture, TARE_PLOT_CORRECTION, "correction", 0);
    tare_picture_parts_respond(picture, &correction->set, 0, sum_db);
    tare_picture_parts_lower(sum_db, tare_picture_parts_level_db(picture, sum_db));
    add_target(picture, wish, "wished");
    tare_picture_parts_write_words(picture, correction);
    tare_picture_parts_tell_level(picture);
    return picture;
}
