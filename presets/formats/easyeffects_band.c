#include "formats/easyeffects_band.h"

#include "base/number.h"
#include "formats/gathered.h"
#include "formats/json_input.h"
#include "formats/lsp_filter.h"

#include <math.h>
#include <string.h>

enum { NO_LSP = -1, NO_BAND = -1 };

/* What EasyEffects (src/equalizer_preset.cpp) calls types, and what they are in the mode "APO (DR)"
   and in the others. */
static const struct {
    const char* name;
    int band; ///< TareBandType
    int lsp;  ///< TareLspType
} types[] = {{"Bell", TARE_BAND_PEAK, TARE_LSP_BELL},
             {"Hi-pass", TARE_BAND_HIGH_PASS, TARE_LSP_HIGH_PASS},
             {"Hi-shelf", TARE_BAND_HIGH_SHELF, TARE_LSP_HIGH_SHELF},
             {"Lo-pass", TARE_BAND_LOW_PASS, TARE_LSP_LOW_PASS},
             {"Lo-shelf", TARE_BAND_LOW_SHELF, TARE_LSP_LOW_SHELF},
             {"Notch", TARE_BAND_NOTCH, TARE_LSP_NOTCH},
             {"Resonance", TARE_BAND_PEAK, TARE_LSP_RESONANCE},
             {"Allpass", TARE_BAND_ALL_PASS, TARE_LSP_ALL_PASS},
             {"Bandpass", TARE_BAND_BAND_PASS, NO_LSP},
             {"Ladder-pass", NO_BAND, NO_LSP},
             {"Ladder-rej", NO_BAND, NO_LSP}};

static const struct {
    const char* name;
    TareLspMode mode;
    bool is_matched;
} modes[] = {{"RLC (BT)", TARE_LSP_RLC, false}, {"RLC (MT)", TARE_LSP_RLC, true},
             {"BWC (BT)", TARE_LSP_BWC, false}, {"BWC (MT)", TARE_LSP_BWC, true},
             {"LRX (BT)", TARE_LSP_LRX, false}, {"LRX (MT)", TARE_LSP_LRX, true}};

enum { N_TYPES = sizeof types / sizeof *types, N_MODES = sizeof modes / sizeof *modes };

static void tell(const TareEasyEffectsPlace* place, TareSeverity severity, const char* what)
{
    tare_report(place->gathered->reporter, severity, place->gathered->file, 0, 0,
                "%s, %s, band%d %s", place->plugin, place->side, place->number, what);
}

/** A number of a band, brought to what EasyEffects holds. */
static double held(const TareEasyEffectsPlace* place, const json_t* object, const char* key,
                   double min, double max)
{
    const double value = tare_json_input_number(object, key, 0.0);
    const double taken = fmin(fmax(value, min), max);
    if (taken != value)
        tare_report(place->gathered->reporter, TARE_NOTE, place->gathered->file, 0, 0,
                    "%s, %s, band%d: %s is beyond what EasyEffects plays, the nearest is taken; "
                    "expected %.0f to %.0f",
                    place->plugin, place->side, place->number, key, min, max);
    return taken;
}

/** The steepness "x2" as a number; 0 for none that is known. One that is missing is the first, as
    in EasyEffects. */
static unsigned slope_of(const json_t* object)
{
    double slope = 0.0;
    size_t used = 0;
    if (!json_object_get(object, "slope"))
        return 1;
    const char* const text = tare_json_input_text(object, "slope");
    const size_t n = strlen(text);
    const bool is_good = n > 1 && *text == 'x' &&
                         tare_number_parse(text + 1, n - 1, &slope, &used) && used == n - 1 &&
                         slope >= 1.0 && slope <= TARE_LSP_MAX_SLOPE && slope == floor(slope);
    return is_good ? (unsigned)slope : 0;
}

/** The mode by its name. One that is missing or not known is the first, as in EasyEffects. */
static size_t mode_of(const TareEasyEffectsPlace* place, const json_t* object)
{
    const char* const name = tare_json_input_text(object, "mode");
    size_t mode = 0;
    while (mode < N_MODES && strcmp(modes[mode].name, name) != 0)
        ++mode;
    if (mode == N_MODES)
        tell(place, TARE_NOTE,
             "has no known mode and is read as \"RLC (BT)\", as in EasyEffects; expected one like "
             "\"APO (DR)\"");
    return mode < N_MODES ? mode : 0;
}

static void take_lsp(const TareEasyEffectsPlace* place, const json_t* object, int type,
                     const TareBand* band)
{
    TareSecondOrder sections[TARE_LSP_MAX_SECTIONS];
    const size_t mode = mode_of(place, object);
    const TareLspFilter filter = {.type = (TareLspType)type,
                                  .mode = modes[mode].mode,
                                  .is_matched = modes[mode].is_matched,
                                  .slope = slope_of(object),
                                  .freq_hz = band->freq_hz,
                                  .gain_db = band->gain_db,
                                  .q = band->q};
    if (filter.slope == 0) {
        tell(place, TARE_WARNING,
             "is not used: its slope is not known; expected \"x1\" to \"x16\"");
        return;
    }
    const unsigned n = tare_lsp_filter(sections, &filter, 48000.0);
    for (unsigned i = 0; i < n; ++i)
        (void)tare_gathered_filter(place->gathered, 0, place->channel, &sections[i]);
}

static void take(const TareEasyEffectsPlace* place, const json_t* object, size_t type)
{
    TareBand band = {.freq_hz = held(place, object, "frequency", 10.0, 24000.0),
                     .gain_db = held(place, object, "gain", -36.0, 36.0),
                     .q = held(place, object, "q", 0.0, 100.0),
                     .channel = place->channel};
    const bool is_apo = strcmp(tare_json_input_text(object, "mode"), "APO (DR)") == 0;
    if (is_apo && types[type].band != NO_BAND) {
        band.type = (TareBandType)types[type].band;
        band.q = fmax(band.q, 0.1); /* as LSP does; there is no slope in this mode */
        tare_gathered_band(place->gathered, 0, &band);
    } else if (types[type].lsp != NO_LSP) {
        take_lsp(place, object, types[type].lsp, &band);
    } else {
        tell(place, TARE_WARNING,
             "is not used: a correction has no such type; expected Bell, shelf, pass or notch");
    }
}

void tare_easyeffects_band(const TareEasyEffectsPlace* place, const json_t* object)
{
    const char* const name = tare_json_input_text(object, "type");
    size_t type = 0;
    while (type < N_TYPES && strcmp(types[type].name, name) != 0)
        ++type;
    if (type == N_TYPES)
        tell(place, TARE_WARNING,
             "is not used: its type is not known; expected one like Bell, Lo-shelf or Hi-shelf");
    else if (!json_is_number(json_object_get(object, "frequency")) ||
             !json_is_number(json_object_get(object, "q")) ||
             !json_is_number(json_object_get(object, "gain")))
        tell(place, TARE_WARNING,
             "is not used: something is no number; expected frequency, gain and q");
    else
        take(place, object, type);
}
