#include "ports.h"

#include "tare/band_traits.h"
#include "tare/clip.h"
#include "tare/limits.h"

#include <stdio.h>
#include <string.h>

static const char* const type_choices[] = {"Peak",      "Low shelf", "High shelf", "Low pass",
                                           "High pass", "Notch",     "Band pass",  "All pass"};
static const char* const channel_choices[] = {"Both", "Left", "Right"};
static const char* const rate_choices[] = {"Analogue", "44.1 kHz", "48 kHz"};
static const char* const clip_choices[] = {"No", "By the correction", "In the input"};

/** A row of the table. In symbol, name and comment %u stands for the number of the band. */
typedef struct {
    TarePortRole role;
    const char *symbol, *name, *short_name, *comment;
    TareUnit unit;
    TareScale scale;
    double min, max, def;
    uint32_t n_choices;
    const char* const* choices;
} Row;

static const Row audio_rows[2][TARE_MAX_CHANNELS] = {
    {{.role = TARE_PORT_INPUT,
      .symbol = "in_l",
      .name = "Input left",
      .short_name = "In L",
      .comment = "Left input."},
     {.role = TARE_PORT_INPUT,
      .symbol = "in_r",
      .name = "Input right",
      .short_name = "In R",
      .comment = "Right input."}},
    {{.role = TARE_PORT_OUTPUT,
      .symbol = "out_l",
      .name = "Output left",
      .short_name = "Out L",
      .comment = "Left output."},
     {.role = TARE_PORT_OUTPUT,
      .symbol = "out_r",
      .name = "Output right",
      .short_name = "Out R",
      .comment = "Right output."}},
};

static const Row mono_rows[2] = {
    {.role = TARE_PORT_INPUT,
     .symbol = "in",
     .name = "Input",
     .short_name = "In",
     .comment = "Input."},
    {.role = TARE_PORT_OUTPUT,
     .symbol = "out",
     .name = "Output",
     .short_name = "Out",
     .comment = "Output."},
};

static const Row global_rows[] = {
    {.role = TARE_PORT_ENABLED,
     .symbol = "enabled",
     .name = "Enabled",
     .short_name = "Enabled",
     .comment = "Off: the input passes untouched.",
     .scale = TARE_SCALE_TOGGLE,
     .max = 1,
     .def = 1},
    {.role = TARE_PORT_COMPARE,
     .symbol = "compare",
     .name = "Compare",
     .short_name = "Compare",
     .comment = "On: the input, as loud as the corrected sound. Counts while enabled.",
     .scale = TARE_SCALE_TOGGLE,
     .max = 1},
    {.role = TARE_PORT_STRENGTH,
     .symbol = "strength",
     .name = "Strength",
     .short_name = "Strength",
     .comment = "How much of the correction is applied: scales the gains of the bands in decibels.",
     .unit = TARE_UNIT_PERCENT,
     .max = TARE_STRENGTH_MAX_PERCENT,
     .def = TARE_STRENGTH_MAX_PERCENT},
    {.role = TARE_PORT_BASS,
     .symbol = "bass",
     .name = "Bass",
     .short_name = "Bass",
     .comment = "Low shelf at 105 Hz on top of the correction.",
     .unit = TARE_UNIT_DB,
     .min = TARE_TONE_MIN_DB,
     .max = TARE_TONE_MAX_DB},
    {.role = TARE_PORT_TREBLE,
     .symbol = "treble",
     .name = "Treble",
     .short_name = "Treble",
     .comment = "High shelf at 10 kHz on top of the correction.",
     .unit = TARE_UNIT_DB,
     .min = TARE_TONE_MIN_DB,
     .max = TARE_TONE_MAX_DB},
    {.role = TARE_PORT_TILT,
     .symbol = "tilt",
     .name = "Tilt",
     .short_name = "Tilt",
     .comment = "Slope of the whole response around 1 kHz on top of the correction.",
     .unit = TARE_UNIT_DB_PER_OCTAVE,
     .min = TARE_TILT_MIN_DB_PER_OCTAVE,
     .max = TARE_TILT_MAX_DB_PER_OCTAVE},
    {.role = TARE_PORT_MANUAL_PREAMP,
     .symbol = "manual_preamp",
     .name = "Manual preamp",
     .short_name = "Manual preamp",
     .comment = "On: the preamp is as set. Off: no frequency comes out above full scale.",
     .scale = TARE_SCALE_TOGGLE,
     .max = 1},
    {.role = TARE_PORT_PREAMP,
     .symbol = "preamp",
     .name = "Manual preamp level",
     .short_name = "Preamp level",
     .comment = "Level before the bands. Counts while the preamp is manual.",
     .unit = TARE_UNIT_DB,
     .min = TARE_PREAMP_MIN_DB,
     .max = TARE_PREAMP_MAX_DB},
    {.role = TARE_PORT_REFERENCE_RATE,
     .symbol = "reference_rate",
     .name = "Reference rate",
     .short_name = "Reference rate",
     .comment = "Sample rate for which the bands were made, or none for the analogue shape.",
     .scale = TARE_SCALE_CHOICE,
     .max = TARE_N_REFERENCE_RATES - 1,
     .n_choices = TARE_N_REFERENCE_RATES,
     .choices = rate_choices},
};

/** The channel comes last: the mono plugin does without it. */
static const Row band_rows[] = {
    {.role = TARE_PORT_BAND_TYPE,
     .symbol = "type_%u",
     .name = "Type %u",
     .short_name = "Type %u",
     .comment = "Kind of filter of band %u. A peak or shelf of 0 dB is off.",
     .scale = TARE_SCALE_CHOICE,
     .max = TARE_N_BAND_TYPES - 1,
     .n_choices = TARE_N_BAND_TYPES,
     .choices = type_choices},
    {.role = TARE_PORT_BAND_FREQ,
     .symbol = "freq_%u",
     .name = "Frequency %u",
     .short_name = "Freq %u",
     .comment = "Centre frequency of band %u.",
     .unit = TARE_UNIT_HZ,
     .scale = TARE_SCALE_LOGARITHMIC,
     .min = TARE_FREQ_MIN_HZ,
     .max = TARE_FREQ_MAX_HZ},
    {.role = TARE_PORT_BAND_GAIN,
     .symbol = "gain_%u",
     .name = "Gain %u",
     .short_name = "Gain %u",
     .comment = "Gain of band %u, for peak and shelves.",
     .unit = TARE_UNIT_DB,
     .min = TARE_GAIN_MIN_DB,
     .max = TARE_GAIN_MAX_DB},
    {.role = TARE_PORT_BAND_Q,
     .symbol = "q_%u",
     .name = "Q %u",
     .short_name = "Q %u",
     .comment = "Quality factor of band %u: the higher, the narrower.",
     .unit = TARE_UNIT_Q,
     .scale = TARE_SCALE_LOGARITHMIC,
     .min = TARE_Q_MIN,
     .max = TARE_Q_MAX,
     .def = 1},
    {.role = TARE_PORT_BAND_CHANNEL,
     .symbol = "channel_%u",
     .name = "Channel %u",
     .short_name = "Channel %u",
     .comment = "Where band %u is heard.",
     .scale = TARE_SCALE_CHOICE,
     .max = TARE_N_CHANNEL_CHOICES - 1,
     .n_choices = TARE_N_CHANNEL_CHOICES,
     .choices = channel_choices},
};

/** What the plugin tells. Ports that come one day come behind these, in rows of their own. */
static const Row told_rows[] = {
    {.role = TARE_PORT_PREAMP_USED,
     .symbol = "preamp_used",
     .name = "Preamp used",
     .short_name = "Preamp used",
     .comment = "Level before the bands, manual or not, with what keeps a tilt at 0 dB at 1 kHz.",
     .unit = TARE_UNIT_DB,
     .min = TARE_PREAMP_USED_MIN_DB,
     .max = TARE_PREAMP_USED_MAX_DB},
    {.role = TARE_PORT_HEADROOM,
     .symbol = "headroom",
     .name = "Headroom",
     .short_name = "Headroom",
     .comment = "How far the output stayed below full scale since a control was changed.",
     .unit = TARE_UNIT_DB,
     .min = TARE_HEADROOM_MIN_DB,
     .max = TARE_HEADROOM_MAX_DB},
    {.role = TARE_PORT_CLIP,
     .symbol = "clip",
     .name = "Clip",
     .short_name = "Clip",
     .comment = "Whether the output went beyond full scale since a control was changed, and why.",
     .scale = TARE_SCALE_CHOICE,
     .max = TARE_N_CLIPS - 1,
     .n_choices = TARE_N_CLIPS,
     .choices = clip_choices},
};

/** Half an octave apart, so that a person who opens the plugin finds a band wherever one is needed.
 */
static const float default_freq_hz[TARE_MAX_BANDS] = {22.4f, 31.5f, 45,   63,   90,    125,  180,
                                                      250,   355,   500,  710,  1000,  1400, 2000,
                                                      2800,  4000,  5600, 8000, 11200, 16000};

enum {
    n_global_rows = sizeof global_rows / sizeof *global_rows,
    n_band_rows = sizeof band_rows / sizeof *band_rows,
    n_told_rows = sizeof told_rows / sizeof *told_rows
};

static uint32_t n_audio_ports(uint32_t n_channels)
{
    return 2 * n_channels;
}

static uint32_t n_ports_per_band(uint32_t n_channels)
{
    return n_channels == 1 ? n_band_rows - 1 : n_band_rows;
}

uint32_t tare_ports_count(uint32_t n_channels)
{
    return n_audio_ports(n_channels) + n_global_rows +
           TARE_MAX_BANDS * n_ports_per_band(n_channels) + n_told_rows;
}

/** Where in the table the port of an index stands. */
typedef struct {
    const Row* row;
    uint32_t which;
} Place;

static Place place_of(uint32_t n_channels, uint32_t index)
{
    if (index < n_audio_ports(n_channels)) {
        const uint32_t direction = index / n_channels;
        const uint32_t channel = index % n_channels;
        return (Place){n_channels == 1 ? &mono_rows[direction] : &audio_rows[direction][channel],
                       channel};
    }
    index -= n_audio_ports(n_channels);
    if (index < n_global_rows)
        return (Place){&global_rows[index], 0};
    index -= n_global_rows;
    const uint32_t n = n_ports_per_band(n_channels);
    if (index < TARE_MAX_BANDS * n)
        return (Place){&band_rows[index % n], index / n};
    return (Place){&told_rows[index - TARE_MAX_BANDS * n], 0};
}

TarePort tare_port(uint32_t n_channels, uint32_t index)
{
    const Place place = place_of(n_channels, index);
    const Row* row = place.row;
    return (TarePort){.role = row->role,
                      .which = place.which,
                      .unit = row->unit,
                      .scale = row->scale,
                      .min = (float)row->min,
                      .max = (float)row->max,
                      .def = row->role == TARE_PORT_BAND_FREQ ? default_freq_hz[place.which]
                                                              : (float)row->def,
                      .n_choices = row->n_choices,
                      .choices = row->choices};
}

TarePortText tare_port_text(uint32_t n_channels, uint32_t index)
{
    const Place place = place_of(n_channels, index);
    const uint32_t number = place.which + 1;
    TarePortText text;
    snprintf(text.symbol, sizeof text.symbol, place.row->symbol, number);
    snprintf(text.name, sizeof text.name, place.row->name, number);
    snprintf(text.short_name, sizeof text.short_name, place.row->short_name, number);
    snprintf(text.comment, sizeof text.comment, place.row->comment, number);
    return text;
}

uint32_t tare_port_index(uint32_t n_channels, TarePortRole role, uint32_t which)
{
    const uint32_t n_ports = tare_ports_count(n_channels);
    for (uint32_t i = 0; i < n_ports; ++i) {
        const TarePort port = tare_port(n_channels, i);
        if (port.role == role && port.which == which)
            return i;
    }
    return n_ports;
}

uint32_t tare_port_find(uint32_t n_channels, const char* symbol)
{
    const uint32_t n_ports = tare_ports_count(n_channels);
    for (uint32_t i = 0; i < n_ports; ++i)
        if (!strcmp(tare_port_text(n_channels, i).symbol, symbol))
            return i;
    return n_ports;
}

bool tare_port_is_audio(TarePortRole role)
{
    return role == TARE_PORT_INPUT || role == TARE_PORT_OUTPUT;
}

bool tare_port_is_output(TarePortRole role)
{
    return role == TARE_PORT_OUTPUT || role == TARE_PORT_PREAMP_USED ||
           role == TARE_PORT_HEADROOM || role == TARE_PORT_CLIP;
}

bool tare_port_is_correction(TarePortRole role)
{
    return role == TARE_PORT_PREAMP || role == TARE_PORT_REFERENCE_RATE ||
           (role >= TARE_PORT_BAND_TYPE && role <= TARE_PORT_BAND_CHANNEL);
}
