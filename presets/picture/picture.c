#include "picture/picture.h"

#include "base/number.h"
#include "base/utf8.h"
#include "cascade.h"
#include "corrections/aim.h"
#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "curves/curve.h"
#include "design.h"
#include "picture/plot_data.h"
#include "settings.h"
#include "tare/band_traits.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One point a pixel, and room for the bands, their sum, before and after. */
enum { N_POINTS = 1100, MAX_CURVES = TARE_MAX_BANDS + 3, MAX_MARKS = 6, MAX_QUOTE = 150 };

#define LOWEST_HZ 20.0
#define HIGHEST_HZ 20000.0

/* The mean of these is 0 dB where a level alone says nothing: voices are there, and headphones
   differ least. */
#define LEVEL_FROM_HZ 300.0
#define LEVEL_TO_HZ 3000.0

/* The same for all headphones, so that pictures can be held against each other. */
#define USUAL_RANGE_DB 20.0

static const char level_words[] = "0 dB: mean of 300 Hz to 3 kHz";

struct TarePicture {
    uint32_t channel;
    double rate_hz;
    TarePlot plot;
    TarePlotCurve curves[MAX_CURVES];
    TarePlotMark marks[MAX_MARKS];
    char mark_texts[MAX_MARKS][256];
    char labels[TARE_PICTURE_MAX_CORRECTIONS][256];
    char title[256], subtitle[512], footnote[512];
    double freq_hz[N_POINTS];
    double gain_db[MAX_CURVES][N_POINTS];
};

/** A number with a typographer's minus, and with at most three digits that count. */
static const char* short_number(double value, char* text, size_t size)
{
    char digits[TARE_NUMBER_SIZE];
    snprintf(digits, sizeof digits, "%.3g", fabs(value));
    double rounded = fabs(value);
    tare_number_parse(digits, strlen(digits), &rounded, NULL);
    tare_number_format(digits, sizeof digits, rounded);
    snprintf(text, size, "%s%s", value < 0.0 ? "\u2212" : "", digits);
    return text;
}

/** Level of a set over frequency, without its preamp. */
static void respond(const TarePicture* picture, const TareBandSet* set, double* gain_db)
{
    TareBandSet flat = *set;
    flat.preamp_db = 0.0;
    const TareControls controls = tare_settings_from_set(&flat);
    TareCascade cascade;
    tare_design_cascade(&cascade, &controls, picture->rate_hz, TARE_MAX_CHANNELS);
    for (size_t i = 0; i < N_POINTS; ++i)
        gain_db[i] = tare_cascade_gain_db(&cascade, picture->channel, picture->freq_hz[i]);
}

/** Takes the mean level away, by the logarithm of frequency, over which the points are even. */
static void take_level_away(const TarePicture* picture, double* gain_db)
{
    double sum_db = 0.0;
    unsigned n = 0;
    for (size_t i = 0; i < N_POINTS; ++i) {
        const bool counts =
            picture->freq_hz[i] >= LEVEL_FROM_HZ && picture->freq_hz[i] <= LEVEL_TO_HZ;
        sum_db += counts ? gain_db[i] : 0.0;
        n += counts;
    }
    for (size_t i = 0; i < N_POINTS; ++i)
        gain_db[i] -= sum_db / n;
}

/** Appends a curve and returns where its values go. */
static double* add_curve(TarePicture* picture, TarePlotKind kind, const char* label)
{
    const size_t i = picture->plot.n_curves++;
    picture->curves[i] = (TarePlotCurve){kind, label, picture->gain_db[i]};
    return picture->gain_db[i];
}

/** Gives values the levels of a curve, the mean taken away. */
static void set_levels(const TarePicture* picture, const TareCurve* curve, double* gain_db)
{
    for (size_t i = 0; i < N_POINTS; ++i)
        gain_db[i] = tare_curve_level_db(curve, picture->freq_hz[i]);
    take_level_away(picture, gain_db);
}

static void add_bands(TarePicture* picture, const TareBandSet* set)
{
    for (uint32_t i = 0; i < set->n_bands; ++i) {
        const TareBand* const band = &set->bands[i];
        if (!tare_band_is_active(band) || !tare_band_is_in_channel(band, picture->channel))
            continue;
        TareBandSet alone = {.reference_rate_hz = set->reference_rate_hz, .n_bands = 1};
        alone.bands[0] = *band;
        const char* const label = picture->plot.n_curves == 0 && set->n_bands > 1 ? "bands" : NULL;
        respond(picture, &alone, add_curve(picture, TARE_PLOT_BAND, label));
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
                                 uint32_t n_remedies, const double* correction_db)
{
    TareBandSet fault = {.n_bands = n_remedies};
    for (uint32_t i = 0; i < n_remedies; ++i) {
        fault.bands[i] = remedies[i];
        fault.bands[i].gain_db = -fault.bands[i].gain_db;
    }
    double* const before =
        add_curve(picture, TARE_PLOT_BEFORE, "before (as the review describes it)");
    respond(picture, &fault, before);
    double* const after = add_curve(picture, TARE_PLOT_AFTER, "after");
    for (size_t i = 0; i < N_POINTS; ++i)
        after[i] = before[i] + correction_db[i];
}

static void add_mark(TarePicture* picture, const TareBand* band, const double* sum_db)
{
    const size_t i = picture->plot.n_marks++;
    char freq[64];
    char gain[64];
    char q[64];
    short_number(band->freq_hz < 1000.0 ? band->freq_hz : band->freq_hz / 1000.0, freq,
                 sizeof freq);
    short_number(band->gain_db, gain, sizeof gain);
    short_number(band->q, q, sizeof q);
    snprintf(picture->mark_texts[i], sizeof picture->mark_texts[i], "%s %s  %s%s dB  Q %s", freq,
             band->freq_hz < 1000.0 ? "Hz" : "kHz", band->gain_db > 0.0 ? "+" : "", gain, q);
    const double position = log(band->freq_hz / LOWEST_HZ) / log(HIGHEST_HZ / LOWEST_HZ);
    const double nearest = round(fmin(fmax(position, 0.0), 1.0) * (N_POINTS - 1));
    picture->marks[i] =
        (TarePlotMark){band->freq_hz, sum_db[(size_t)nearest], picture->mark_texts[i]};
}

/** Names the bands while there are so few that the words do not hide the curves. */
static void add_marks(TarePicture* picture, const TareBandSet* set, const double* sum_db)
{
    if (set->n_bands > MAX_MARKS)
        return;
    for (uint32_t i = 0; i < set->n_bands; ++i)
        if (tare_band_type_has_gain(set->bands[i].type) && tare_band_is_active(&set->bands[i]) &&
            tare_band_is_in_channel(&set->bands[i], picture->channel))
            add_mark(picture, &set->bands[i], sum_db);
}

static void append(char* text, size_t size, const char* part)
{
    const size_t length = strlen(text);
    if (part && part[0] != '\0')
        snprintf(text + length, size - length, "%s%s", length > 0 ? "  \u00b7  " : "", part);
    tare_utf8_drop_partial_end(text);
}

static void write_subtitle(TarePicture* picture, const TareCorrection* correction)
{
    char* const text = picture->subtitle;
    const size_t size = sizeof picture->subtitle;
    char number[64];
    char part[96];
    append(text, size,
           correction->entry.kind == TARE_KIND_REVIEW ? "from review text"
                                                      : tare_kind_name(correction->entry.kind));
    append(text, size, correction->entry.author);
    append(text, size, correction->entry.rig);
    append(text, size, tare_aim_title(&correction->entry));
    append(text, size, correction->entry.date);
    const unsigned n_bands = correction->set.n_bands;
    snprintf(part, sizeof part, "%u band%s", n_bands, n_bands == 1 ? "" : "s");
    append(text, size, part);
    snprintf(part, sizeof part, "preamp %s dB",
             short_number(correction->set.preamp_db, number, sizeof number));
    append(text, size, part);
    append(text, size, picture->channel == 1 ? "right channel" : NULL);
}

/** The first words of the evidence, and where they stand. */
static void write_footnote(TarePicture* picture, const TareCorrection* correction)
{
    if (correction->n_evidence == 0 || !correction->evidence[0].file)
        return;
    const TareEvidence* const evidence = &correction->evidence[0];
    const char* const words = evidence->text ? evidence->text : "";
    size_t n = 0;
    uint32_t character = 0;
    const size_t length = strlen(words);
    while (n < length && n < MAX_QUOTE) {
        const size_t step = tare_utf8_decode(words + n, length - n, &character);
        n += step > 0 ? step : 1;
    }
    snprintf(picture->footnote, sizeof picture->footnote, "%s%.*s%s%s%s", n > 0 ? "\u201c" : "",
             (int)n, words, n < length ? "\u2026" : "", n > 0 ? "\u201d   " : "", evidence->file);
    tare_utf8_drop_partial_end(picture->footnote);
}

static void write_words(TarePicture* picture, const TareCorrection* correction)
{
    tare_entry_display_name(&correction->entry, picture->title, sizeof picture->title);
    write_subtitle(picture, correction);
    write_footnote(picture, correction);
    picture->plot.title = picture->title;
    picture->plot.subtitle = picture->subtitle;
    picture->plot.footnote = picture->footnote;
}

/** A picture without curves; NULL when memory is short. */
static TarePicture* new_picture(uint32_t channel, double rate_hz)
{
    TarePicture* const picture = calloc(1, sizeof *picture);
    if (!picture)
        return NULL;
    picture->channel = channel;
    picture->rate_hz = rate_hz;
    picture->plot.freq_hz = picture->freq_hz;
    picture->plot.n_points = N_POINTS;
    picture->plot.curves = picture->curves;
    picture->plot.marks = picture->marks;
    for (size_t i = 0; i < N_POINTS; ++i)
        picture->freq_hz[i] = LOWEST_HZ * pow(HIGHEST_HZ / LOWEST_HZ, (double)i / (N_POINTS - 1));
    return picture;
}

TarePicture* tare_picture_new(const TareCorrection* correction, uint32_t channel, double rate_hz)
{
    TarePicture* const picture = new_picture(channel, rate_hz);
    if (!picture)
        return NULL;
    const TareBandSet* const set = &correction->set;
    TareBand remedies[TARE_MAX_BANDS];
    double sum_db[N_POINTS];
    respond(picture, set, sum_db);
    add_bands(picture, set);
    if (find_remedies(correction, remedies))
        add_before_and_after(picture, remedies, set->n_bands, sum_db);
    memcpy(add_curve(picture, TARE_PLOT_CORRECTION, "correction"), sum_db, sizeof sum_db);
    add_marks(picture, set, sum_db);
    write_words(picture, correction);
    return picture;
}

TarePicture* tare_picture_new_measured(const TareCorrection* correction, const TareCurve* error,
                                       uint32_t channel, double rate_hz)
{
    TarePicture* const picture = new_picture(channel, rate_hz);
    if (!picture)
        return NULL;
    double sum_db[N_POINTS];
    respond(picture, &correction->set, sum_db);
    add_bands(picture, &correction->set);
    double* const before = add_curve(picture, TARE_PLOT_BEFORE, "before (off the target)");
    double* const after = add_curve(picture, TARE_PLOT_AFTER, "after");
    for (size_t i = 0; i < N_POINTS; ++i) {
        before[i] = tare_curve_level_db(error, picture->freq_hz[i]);
        after[i] = before[i] + sum_db[i];
    }
    take_level_away(picture, before);
    take_level_away(picture, after);
    memcpy(add_curve(picture, TARE_PLOT_CORRECTION, "correction"), sum_db, sizeof sum_db);
    add_marks(picture, &correction->set, sum_db);
    write_words(picture, correction);
    append(picture->subtitle, sizeof picture->subtitle, level_words);
    return picture;
}

TarePicture* tare_picture_new_response(const TareCorrection* correction, const TareCurve* response,
                                       const TareCurve* target, uint32_t channel, double rate_hz)
{
    TarePicture* const picture = new_picture(channel, rate_hz);
    if (!picture)
        return NULL;
    double* const raw = add_curve(picture, TARE_PLOT_MEASURED, "raw (as measured)");
    set_levels(picture, response, raw);
    double* const corrected = add_curve(picture, TARE_PLOT_AFTER, "corrected");
    respond(picture, &correction->set, corrected);
    for (size_t i = 0; i < N_POINTS; ++i)
        corrected[i] += raw[i];
    take_level_away(picture, corrected);
    if (target)
        set_levels(picture, target, add_curve(picture, TARE_PLOT_TARGET, "target"));
    write_words(picture, correction);
    append(picture->subtitle, sizeof picture->subtitle, level_words);
    tare_picture_set_range(picture, USUAL_RANGE_DB);
    return picture;
}

void tare_picture_set_range(TarePicture* picture, double range_db)
{
    if (picture)
        picture->plot.range_db = range_db;
}

/** Names the curves by their models, or by their ids where that would be the same. */
static void write_labels(TarePicture* picture, const TareCorrection* const* corrections, size_t n)
{
    for (size_t i = 0; i < n; ++i)
        tare_entry_display_name(&corrections[i]->entry, picture->labels[i],
                                sizeof *picture->labels);
    for (size_t i = 0; i < n; ++i) {
        bool is_shared = false;
        for (size_t k = 0; k < n; ++k) {
            char name[sizeof *picture->labels];
            tare_entry_display_name(&corrections[k]->entry, name, sizeof name);
            is_shared = is_shared || (k != i && strcmp(name, picture->labels[i]) == 0);
        }
        if (is_shared) {
            snprintf(picture->labels[i], sizeof *picture->labels, "%s", corrections[i]->entry.id);
            tare_utf8_drop_partial_end(picture->labels[i]);
        }
    }
}

TarePicture* tare_picture_new_comparison(const TareCorrection* const* corrections, size_t n,
                                         uint32_t channel, double rate_hz)
{
    TarePicture* const picture = new_picture(channel, rate_hz);
    if (!picture)
        return NULL;
    write_labels(picture, corrections, n);
    for (size_t i = 0; i < n; ++i) {
        double* const gain_db = add_curve(picture, TARE_PLOT_MODEL, picture->labels[i]);
        respond(picture, &corrections[i]->set, gain_db);
        take_level_away(picture, gain_db);
    }
    snprintf(picture->title, sizeof picture->title, "%zu corrections", n);
    append(picture->subtitle, sizeof picture->subtitle, "without preamp");
    append(picture->subtitle, sizeof picture->subtitle, level_words);
    append(picture->subtitle, sizeof picture->subtitle, channel == 1 ? "right channel" : NULL);
    picture->plot.title = picture->title;
    picture->plot.subtitle = picture->subtitle;
    return picture;
}

const TarePlot* tare_picture_plot(const TarePicture* picture)
{
    return &picture->plot;
}

void tare_picture_free(TarePicture* picture)
{
    free(picture);
}
