#include "picture/picture_parts.h"

#include "base/plain.h"
#include "base/utf8.h"
#include "cascade.h"
#include "corrections/aim.h"
#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "design.h"
#include "picture/short_number.h"
#include "settings.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_QUOTE = 150 };

#define LOWEST_HZ 20.0
#define HIGHEST_HZ 20000.0

/* The mean of these is 0 dB where a level alone says nothing: voices are there, and headphones
   differ least. */
#define LEVEL_FROM_HZ 300.0
#define LEVEL_TO_HZ 3000.0

static const char* const side_names[] = {"left", "right"};

/** What was cut to fit, made fit to be seen. */
static void make_plain(char* text)
{
    tare_utf8_drop_partial_end(text);
    tare_plain_make(text);
}

TarePicture* tare_picture_parts_new(bool has_both, uint32_t channel, double rate_hz)
{
    TarePicture* const picture = calloc(1, sizeof *picture);
    if (!picture)
        return NULL;
    picture->n_channels = has_both ? 2 : 1;
    picture->channels[0] = has_both ? 0 : channel;
    picture->channels[1] = 1;
    picture->rate_hz = rate_hz;
    picture->plot.freq_hz = picture->freq_hz;
    picture->plot.n_points = TARE_PICTURE_N_POINTS;
    picture->plot.curves = picture->curves;
    picture->plot.marks = picture->marks;
    picture->plot.title = picture->title;
    picture->plot.subtitle = picture->subtitle;
    picture->plot.footnote = picture->footnote;
    for (size_t i = 0; i < TARE_PICTURE_N_POINTS; ++i)
        picture->freq_hz[i] =
            LOWEST_HZ * pow(HIGHEST_HZ / LOWEST_HZ, (double)i / (TARE_PICTURE_N_POINTS - 1));
    return picture;
}

double* tare_picture_parts_add(TarePicture* picture, TarePlotKind kind, const char* label,
                               unsigned side)
{
    const size_t i = picture->plot.n_curves++;
    char* const text = picture->labels[i];
    if (label)
        snprintf(text, sizeof picture->labels[i], "%s%s%s", label,
                 picture->n_channels > 1 ? ", " : "",
                 picture->n_channels > 1 ? side_names[side] : "");
    make_plain(text);
    picture->curves[i] = (TarePlotCurve){.kind = kind,
                                         .label = label ? text : NULL,
                                         .gain_db = picture->gain_db[i],
                                         .is_right = picture->n_channels > 1 && side == 1};
    return picture->gain_db[i];
}

void tare_picture_parts_respond(const TarePicture* picture, const TareBandSet* set,
                                uint32_t channel, double* gain_db)
{
    TareBandSet flat = *set;
    flat.preamp_db = 0.0;
    const TareControls controls = tare_settings_from_set(&flat);
    TareCascade cascade;
    tare_design_cascade(&cascade, &controls, picture->rate_hz, TARE_MAX_CHANNELS);
    for (size_t i = 0; i < TARE_PICTURE_N_POINTS; ++i)
        gain_db[i] = tare_cascade_gain_db(&cascade, channel, picture->freq_hz[i]);
}

double tare_picture_parts_level_db(const TarePicture* picture, const double* gain_db)
{
    double sum_db = 0.0;
    unsigned n = 0;
    for (size_t i = 0; i < TARE_PICTURE_N_POINTS; ++i) {
        const bool counts =
            picture->freq_hz[i] >= LEVEL_FROM_HZ && picture->freq_hz[i] <= LEVEL_TO_HZ;
        sum_db += counts ? gain_db[i] : 0.0;
        n += counts;
    }
    return sum_db / n;
}

void tare_picture_parts_lower(double* gain_db, double level_db)
{
    for (size_t i = 0; i < TARE_PICTURE_N_POINTS; ++i)
        gain_db[i] -= level_db;
}

void tare_picture_parts_append(TarePicture* picture, const char* part)
{
    char* const text = picture->subtitle;
    const size_t length = strlen(text);
    if (part && part[0] != '\0')
        snprintf(text + length, sizeof picture->subtitle - length, "%s%s",
                 length > 0 ? "  \u00b7  " : "", part);
    make_plain(text);
}

void tare_picture_parts_tell_level(TarePicture* picture)
{
    tare_picture_parts_append(picture, "0 dB: mean of 300 Hz to 3 kHz");
}

void tare_picture_parts_tell_side(TarePicture* picture, bool sides_differ)
{
    char text[32];
    if (!sides_differ || picture->n_channels > 1)
        return;
    snprintf(text, sizeof text, "%s side", side_names[picture->channels[0]]);
    tare_picture_parts_append(picture, text);
}

static void write_subtitle(TarePicture* picture, const TareCorrection* correction)
{
    const TareEntry* const entry = &correction->entry;
    char number[64];
    char part[96];
    const char* const kind =
        entry->kind == TARE_KIND_REVIEW ? "from review text" : tare_kind_name(entry->kind);
    const char* const parts[] = {kind, entry->author, entry->rig, tare_aim_title(entry),
                                 entry->date};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; ++i)
        tare_picture_parts_append(picture, parts[i]);
    const unsigned n_bands = correction->set.n_bands;
    snprintf(part, sizeof part, "%u band%s", n_bands, n_bands == 1 ? "" : "s");
    tare_picture_parts_append(picture, part);
    snprintf(part, sizeof part, "preamp %s dB",
             tare_short_number(correction->set.preamp_db, number, sizeof number));
    tare_picture_parts_append(picture, part);
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
    make_plain(picture->footnote);
}

void tare_picture_parts_write_words(TarePicture* picture, const TareCorrection* correction)
{
    tare_entry_display_name(&correction->entry, picture->title, sizeof picture->title);
    write_subtitle(picture, correction);
    write_footnote(picture, correction);
}
