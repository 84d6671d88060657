/* What pictures are made of: curves over one grid of frequencies, and words. Of this folder only.
 */

#ifndef TARE_PICTURE_PARTS_H
#define TARE_PICTURE_PARTS_H

#include "band_set.h"
#include "picture/plot_data.h"

#include <stdint.h>

typedef struct TareCorrection TareCorrection;

/* One point a pixel. Bands, their sum, before and after, each twice if sides differ; words at as
   many bands as do not hide the curves. */
enum {
    TARE_PICTURE_N_POINTS = 1100,
    TARE_PICTURE_MAX_CURVES = TARE_MAX_BANDS + 6,
    TARE_PICTURE_MAX_MARKS = 6,
    TARE_PICTURE_LABEL_SIZE = 256
};

_Static_assert((int)TARE_PICTURE_N_POINTS <= (int)TARE_PLOT_MAX_POINTS, "they can be drawn");

typedef struct TarePicture {
    double rate_hz;
    uint32_t channels[2]; ///< those that are drawn
    unsigned n_channels;
    TarePlot plot;
    TarePlotCurve curves[TARE_PICTURE_MAX_CURVES];
    TarePlotMark marks[TARE_PICTURE_MAX_MARKS];
    char mark_texts[TARE_PICTURE_MAX_MARKS][TARE_PICTURE_LABEL_SIZE];
    char labels[TARE_PICTURE_MAX_CURVES][TARE_PICTURE_LABEL_SIZE];
    char title[256], subtitle[512], footnote[512];
    double freq_hz[TARE_PICTURE_N_POINTS];
    double gain_db[TARE_PICTURE_MAX_CURVES][TARE_PICTURE_N_POINTS];
    double lowest_db[TARE_PICTURE_N_POINTS]; ///< the other edge of an area
} TarePicture;

/** A picture without curves, of one channel, or of both; NULL when memory is short. */
TarePicture* tare_picture_parts_new(bool has_both, uint32_t channel, double rate_hz);

/** Appends a curve and returns where its values go. Its label gets the name of the side behind it
    where two are drawn; NULL: it has none. */
double* tare_picture_parts_add(TarePicture* picture, TarePlotKind kind, const char* label,
                               unsigned side);

/** Level of bands over frequency in a channel, without their preamp. */
void tare_picture_parts_respond(const TarePicture* picture, const TareBandSet* set,
                                uint32_t channel, double* gain_db);

/** The mean level over 300 Hz to 3 kHz, by the logarithm of frequency. */
double tare_picture_parts_level_db(const TarePicture* picture, const double* gain_db);

/** Takes a level away from all of a curve. */
void tare_picture_parts_lower(double* gain_db, double level_db);

/** Writes title, subtitle and footnote. */
void tare_picture_parts_write_words(TarePicture* picture, const TareCorrection* correction);

/** Appends to the subtitle; NULL and "" do nothing. */
void tare_picture_parts_append(TarePicture* picture, const char* part);

/** Says what 0 dB is, where tare_picture_parts_level_db() was taken away. */
void tare_picture_parts_tell_level(TarePicture* picture);

/** Says which one side is drawn, of two that differ. */
void tare_picture_parts_tell_side(TarePicture* picture, bool sides_differ);

#endif
