/* 500 corrections of the catalogue, written in every format that can be read again: the bands that
   come back are the same, within the rounding that the format's limits state; of coefficients and
   chains of filters, what they do. Each is written for the rate that it
   means, so that its bands stay. */

#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "fit/eq_limits.h"
#include "formats/contents.h"
#include "formats/dialect.h"
#include "formats/formats.h"
#include "formats/input.h"
#include "formats/output.h"
#include "helpers/check.h"
#include "helpers/shipped.h"
#include "settings.h"
#include "tare/band_traits.h"
#include "tare/response.h"

#include <math.h>
#include <stdlib.h>
#include <unistd.h>

enum { N_CORRECTIONS = 500 };

static TareCatalogue* catalogue;

static bool can_stay(const TareCorrection* c, const TareEqLimits* limits)
{
    if (c->set.n_bands > limits->n_bands)
        return false;
    for (uint32_t i = 0; i < c->set.n_bands; ++i)
        if (!tare_eq_limits_hold(limits, &c->set.bands[i]))
            return false;
    return true;
}

/** The next band from `i` on that is heard; n when there is none. */
static uint32_t next_heard(const TareBandSet* set, uint32_t i)
{
    while (i < set->n_bands && !tare_band_is_active(&set->bands[i]))
        ++i;
    return i;
}

/** Whether a number came back within half a step, or, where there are no steps, within what fits
    into six characters. */
static bool is_near(double found, double wanted, double step)
{
    return fabs(found - wanted) <= 0.5 * step * (1.0 + 1e-6) + 2e-4 * fabs(wanted);
}

static void check_bands(const TareCorrection* c, const TareBandSet* back, const TareFormat* format)
{
    const TareEqLimits* const limits = format->limits;
    uint32_t i = next_heard(&c->set, 0), k = next_heard(back, 0);
    for (; i < c->set.n_bands && k < back->n_bands;
         i = next_heard(&c->set, i + 1), k = next_heard(back, k + 1)) {
        const TareBand *const wanted = &c->set.bands[i], *const found = &back->bands[k];
        const bool is_good = found->type == wanted->type && found->channel == wanted->channel &&
                             is_near(found->freq_hz, wanted->freq_hz, limits->freq_step_hz) &&
                             is_near(found->gain_db, wanted->gain_db, limits->gain_step_db) &&
                             is_near(found->q, wanted->q, limits->q_step);
        if (!is_good)
            fprintf(stderr, "%s as %s: band %u comes back as another\n", c->entry.id, format->name,
                    (unsigned)i + 1);
        CHECK(is_good);
    }
    /* a band that is rounded away was nothing */
    for (; i < c->set.n_bands; i = next_heard(&c->set, i + 1))
        CHECK(fabs(c->set.bands[i].gain_db) <= 0.5 * limits->gain_step_db);
    CHECK(k >= back->n_bands);
    /* a reader makes a preamp lower that lets something clip */
    CHECK(back->preamp_db <= c->set.preamp_db + limits->gain_step_db + 0.01);
}

/** Writes a correction and reads it with whatever format takes the text for its own. */
static void there_and_back(const TareCorrection* c, const TareFormat* format)
{
    char* text = NULL;
    size_t length = 0;
    FILE* const out = open_memstream(&text, &length);
    const TareFormatOutput output = {
        .file = out, .correction = c, .rate_hz = c->set.reference_rate_hz};
    CHECK(out && format->write(&output, NULL));
    fclose(out);
    const TareFormat* const reader = tare_formats_of("x", text, length);
    CHECK(reader && reader->read);
    /* LS and HS of SoundSource are AutoEq's, which the text alone does not say */
    const bool is_autoeq = output.rate_hz == 44100.0 || strcmp(format->name, "soundsource") == 0;
    const TareFormatInput input = {"x", text, length,
                                   is_autoeq ? TARE_DIALECT_AUTOEQ : TARE_DIALECT_BY_TEXT};
    TareContents contents = {0};
    if (reader && reader->read) {
        CHECK(reader->read(&contents, &input, NULL) == TARE_OK && contents.n == 1);
        if (contents.n == 1)
            check_bands(c, &contents.corrections[0].set, format);
        tare_contents_clear(&contents);
    }
    free(text);
}

/** Whether a format holds bands in a text that some reader takes: it has limits, and either a
   reader of its own or the shape of Equalizer APO's text, which is rounded to steps. Coefficients
   for miniDSP are no bands, and mean a rate that they do not say. */
static bool is_taken(const TareFormat* format)
{
    return format->write && format->limits && !(format->holds & TARE_FORMAT_HOLDS_SOUND) &&
           (format->read || format->limits->freq_step_hz > 0.0) && format->limits->n_peaks == 0 &&
           strcmp(format->name, "table") != 0 && strcmp(format->name, "minidsp") != 0;
}

static void test_corrections_come_back(void)
{
    const size_t n = tare_catalogue_n_corrections(catalogue);
    const size_t step = n > N_CORRECTIONS ? n / N_CORRECTIONS : 1;
    unsigned n_done = 0, n_formats = 0;
    for (size_t k = 0; tare_formats_get(k); ++k) {
        const TareFormat* const format = tare_formats_get(k);
        if (!is_taken(format))
            continue;
        const unsigned n_before = n_done;
        ++n_formats;
        for (size_t i = 0; i < n; i += step) {
            const TareCorrection* const c =
                tare_catalogue_correction(catalogue, tare_catalogue_get(catalogue, i), NULL);
            CHECK(c != NULL);
            if (!c || !shipped_is_alike(c) || c->set.reference_rate_hz == 0.0 ||
                !can_stay(c, format->limits))
                continue;
            there_and_back(c, format);
            ++n_done;
        }
        CHECK(n_done - n_before > N_CORRECTIONS * 8 / 10);
    }
    printf("     %u formats, %u round trips\n", n_formats, n_done);
    CHECK(n_formats >= 7);
}

/** The response of bands that are meant for a rate, at that rate, with their own preamp. */
static TareResponse* response_of(TareBandSet set, double rate_hz)
{
    set.reference_rate_hz = rate_hz;
    TareControls controls = tare_settings_from_set(&set);
    controls.is_preamp_manual = true;
    return tare_response_new(&controls, rate_hz, 1);
}

static void check_response(const TareCorrection* c, const TareBandSet* back, double rate_hz,
                           double tolerance_db, bool keeps_preamp)
{
    TareResponse* const wanted = response_of(c->set, rate_hz);
    TareResponse* const found = response_of(*back, rate_hz);
    REQUIRE(wanted && found);
    const double level_db =
        tare_response_gain_db(found, 0, 1000.0) - tare_response_gain_db(wanted, 0, 1000.0);
    double most_db = 0.0;
    for (double f = 20.0; f <= 20000.0; f *= 1.05)
        most_db = fmax(most_db, fabs(tare_response_gain_db(found, 0, f) -
                                     tare_response_gain_db(wanted, 0, f) - level_db));
    if (most_db > tolerance_db)
        fprintf(stderr, "%s: %.3f dB off\n", c->entry.id, most_db);
    CHECK(most_db <= tolerance_db);
    if (level_db > tolerance_db && keeps_preamp) /* a reader makes one lower that lets clip */
        fprintf(stderr, "%s: preamp %.3f dB up\n", c->entry.id, level_db);
    CHECK(level_db <= tolerance_db || !keeps_preamp);
    tare_response_free(wanted);
    tare_response_free(found);
}

/** What a format says when it is not bands that come back: coefficients, or a chain of filters.
   Both mean the rate that they are made for. */
static void sound_there_and_back(const TareCorrection* c, const TareFormat* format,
                                 double tolerance_db, bool keeps_preamp)
{
    const double rate_hz = 48000.0;
    char* text = NULL;
    size_t length = 0;
    TareCorrection meant = *c;
    meant.set.reference_rate_hz = rate_hz;
    FILE* const out = open_memstream(&text, &length);
    const TareFormatOutput output = {.file = out, .correction = &meant, .rate_hz = rate_hz};
    CHECK(out && format->write(&output, NULL));
    fclose(out);
    const TareFormat* const reader = tare_formats_of("x", text, length);
    const TareFormatInput input = {"x", text, length, TARE_DIALECT_MINIDSP_48};
    TareContents contents = {0};
    CHECK(reader && reader->read(&contents, &input, NULL) == TARE_OK && contents.n == 1);
    if (contents.n == 1)
        check_response(&meant, &contents.corrections[0].set, rate_hz, tolerance_db, keeps_preamp);
    tare_contents_clear(&contents);
    free(text);
}

static void test_sounds_come_back(void)
{
    static const struct {
        const char* name;
        double tolerance_db; ///< PipeWire's own filters have narrower ranges of gain and Q
        bool keeps_preamp;   ///< that of a chain is as high as nothing clips
    } all[] = {{"minidsp", 0.01, true},
               {"pipewire-builtin", 0.06, false},
               {"pipewire-param_eq", 0.06, false},
               {"pipewire-lv2", 0.01, false},
               {"pipewire-ladspa", 0.01, false}};
    const size_t n = tare_catalogue_n_corrections(catalogue);
    const size_t step = n > N_CORRECTIONS ? n / N_CORRECTIONS : 1;
    const TareEqLimits* const limits = tare_formats_find("minidsp")->limits;
    unsigned n_done = 0;
    for (size_t i = 0; i < n; i += step) {
        const TareCorrection* const c =
            tare_catalogue_correction(catalogue, tare_catalogue_get(catalogue, i), NULL);
        if (!c || !shipped_is_alike(c) || !can_stay(c, limits))
            continue;
        for (size_t k = 0; k < sizeof all / sizeof *all; ++k)
            sound_there_and_back(c, tare_formats_find(all[k].name), all[k].tolerance_db,
                                 all[k].keeps_preamp);
        ++n_done;
    }
    printf("     %u round trips of each\n", n_done);
    CHECK(n_done > N_CORRECTIONS * 8 / 10);
}

int main(void)
{
    catalogue = shipped_catalogue(TARE_READ_ALL);
    CHECK(catalogue);
    if (!catalogue)
        return check_done();
    RUN(test_corrections_come_back);
    RUN(test_sounds_come_back);
    tare_catalogue_free(catalogue);
    return check_done();
}
