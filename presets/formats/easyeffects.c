#include "formats/easyeffects.h"

#include "corrections/correction.h"
#include "formats/contents.h"
#include "formats/easyeffects_band.h"
#include "formats/easyeffects_write.h"
#include "formats/format.h"
#include "formats/gathered.h"
#include "formats/input.h"
#include "formats/json_input.h"

#include <stdio.h>
#include <string.h>

enum { MAX_BANDS = 32, MAX_BYTES = 1 << 20 };

/** The bands of one side. */
typedef struct {
    TareGathered* gathered;
    const char *plugin, *side;
    TareChannel channel;
    bool has_solo; ///< then nothing else is heard
} Side;

static void leave_out(const Side* side, TareSeverity severity, int number, const char* why)
{
    tare_report(side->gathered->reporter, severity, side->gathered->file, 0, 0,
                "%s, %s, band%d is not used: %s", side->plugin, side->side, number, why);
}

static void read_band(const Side* side, int number, const json_t* object)
{
    const TareEasyEffectsPlace place = {side->gathered, side->plugin, side->side, number,
                                        side->channel};
    if (strcmp(tare_json_input_text(object, "type"), "Off") == 0)
        leave_out(side, TARE_NOTE, number, "it is off; expected a type");
    else if (json_is_true(json_object_get(object, "mute")))
        leave_out(side, TARE_NOTE, number, "it is muted; expected \"mute\": false");
    else if (side->has_solo && !json_is_true(json_object_get(object, "solo")))
        leave_out(side, TARE_NOTE, number, "another is heard solo; expected \"solo\": false");
    else
        tare_easyeffects_band(&place, object);
}

static const json_t* band_of(const json_t* bands, int number)
{
    char key[16];
    snprintf(key, sizeof key, "band%d", number);
    return json_object_get(bands, key);
}

static void read_side(Side side, const json_t* equalizer, int n_bands)
{
    const json_t* const bands = json_object_get(equalizer, side.side);
    for (int i = 0; i < n_bands; ++i)
        side.has_solo |= json_is_true(json_object_get(band_of(bands, i), "solo"));
    for (int i = 0; i < MAX_BANDS; ++i) {
        const json_t* const band = band_of(bands, i);
        if (!band && i < n_bands)
            leave_out(&side, TARE_WARNING, i, "it is missing; expected as many as num-bands says");
        else if (band && i >= n_bands)
            leave_out(&side, TARE_NOTE, i, "num-bands leaves it out; expected more");
        else if (band)
            read_band(&side, i, band);
    }
}

/** Says what besides the bands changes the sound and has no place in a correction. */
static void tell_others(const TareGathered* gathered, const char* name, const json_t* equalizer)
{
    static const char* const keys[] = {"balance", "pitch-left", "pitch-right"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; ++i)
        if (tare_json_input_number(equalizer, keys[i], 0.0) != 0.0)
            tare_report(gathered->reporter, TARE_WARNING, gathered->file, 0, 0,
                        "%s, %s is not used: bands have no such thing; expected 0", name, keys[i]);
    const char* const mode = tare_json_input_text(equalizer, "mode");
    if (*mode && strcmp(mode, "IIR") != 0)
        tare_report(gathered->reporter, TARE_NOTE, gathered->file, 0, 0,
                    "%s, mode %s is taken by its level, not by its phase; expected \"IIR\"", name,
                    mode);
    const char* const decramp = tare_json_input_text(equalizer, "decramp");
    if (*decramp && strcmp(decramp, "Off") != 0)
        tare_report(gathered->reporter, TARE_WARNING, gathered->file, 0, 0,
                    "%s, decramp is not used: filters are those at 48000 Hz; expected \"Off\"",
                    name);
}

/** One of the gains before and behind the filters; 0, which is said, where it is no number. */
static double read_gain(const TareGathered* gathered, const char* name, const json_t* equalizer,
                        const char* key)
{
    const json_t* const value = json_object_get(equalizer, key);
    if (value && !json_is_number(value))
        tare_report(gathered->reporter, TARE_WARNING, gathered->file, 0, 0,
                    "%s, %s is not used: it is no number; expected one like -6.5", name, key);
    return tare_json_input_number(equalizer, key, 0.0);
}

static void read_equalizer(TareGathered* gathered, const char* name, const json_t* equalizer)
{
    const double n = tare_json_input_number(equalizer, "num-bands", 0.0);
    const int n_bands = n >= 0.0 && n <= MAX_BANDS ? (int)n : MAX_BANDS;
    /* whatever split-channels says */
    const json_t* const right = json_object_get(equalizer, "right");
    const bool has_sides =
        json_is_object(right) && !json_equal(right, json_object_get(equalizer, "left"));
    if (json_is_true(json_object_get(equalizer, "bypass"))) {
        tare_report(gathered->reporter, TARE_NOTE, gathered->file, 0, 0,
                    "%s is not used: it is bypassed; expected \"bypass\": false", name);
        return;
    }
    tell_others(gathered, name, equalizer);
    tare_gathered_preamp(gathered, TARE_CHANNEL_BOTH,
                         read_gain(gathered, name, equalizer, "input-gain") +
                             read_gain(gathered, name, equalizer, "output-gain"));
    const TareChannel left = has_sides ? TARE_CHANNEL_LEFT : TARE_CHANNEL_BOTH;
    read_side((Side){gathered, name, "left", left, false}, equalizer, n_bands);
    if (has_sides)
        read_side((Side){gathered, name, "right", TARE_CHANNEL_RIGHT, false}, equalizer, n_bands);
}

/** Whether a chain has an order, and an effect no place in it: then it is not heard. */
static bool is_left_out(const json_t* chain, const char* name)
{
    const json_t* const order = json_object_get(chain, "plugins_order");
    size_t n = json_array_size(order);
    const bool has_order = n > 0;
    while (n > 0 && strcmp(name, json_is_string(json_array_get(order, n - 1))
                                     ? json_string_value(json_array_get(order, n - 1))
                                     : "") != 0)
        --n;
    return has_order && n == 0;
}

/** Reads each equalizer of a chain, which follow each other, and says what else stands in it. */
static void read_chain(TareGathered* gathered, const char* where, const json_t* chain)
{
    void* const place = json_object_iter((json_t*)chain);
    for (void* at = place; at; at = json_object_iter_next((json_t*)chain, at)) {
        const char* const name = json_object_iter_key(at);
        if (!json_is_object(json_object_iter_value(at)))
            continue;
        if (is_left_out(chain, name))
            tare_report(gathered->reporter, TARE_WARNING, gathered->file, 0, 0,
                        "%s of %s is not used: plugins_order does not name it; expected it there",
                        name, where);
        else if (strncmp(name, "equalizer", 9) == 0 && strcmp(where, "output") == 0)
            read_equalizer(gathered, name, json_object_iter_value(at));
        else
            tare_report(gathered->reporter, TARE_WARNING, gathered->file, 0, 0,
                        "%s of %s is not used; expected an equalizer of output", name, where);
    }
}

static bool is_easyeffects(const char* text, size_t length)
{
    static const char* const words[] = {"\"equalizer", "\"output\"", NULL};
    return tare_json_input_has(text, length, words);
}

static TareStatus read_preset(TareContents* contents, const TareFormatInput* input,
                              const TareReporter* reporter)
{
    static const TareGatheredOrigin origin = {
        "easyeffects", "preset of EasyEffects; filters as at 48000 Hz", false};
    json_t* root = NULL;
    TareGathered gathered = {.file = input->file, .reporter = reporter};
    TareCorrection correction = {.entry.kind = TARE_KIND_USER, .set.reference_rate_hz = 48000.0};
    *contents = (TareContents){0};
    TareStatus status = tare_json_input_read(input, &root, reporter);
    if (status != TARE_OK)
        return status;
    read_chain(&gathered, "output", json_object_get(root, "output"));
    read_chain(&gathered, "input", json_object_get(root, "input"));
    status = tare_gathered_finish(&gathered, contents, &correction, &origin);
    if (status != TARE_OK)
        tare_contents_clear(contents);
    json_decref(root);
    tare_gathered_clear(&gathered);
    return status;
}

const TareFormat tare_easyeffects_format = {
    .name = "easyeffects",
    .note = "preset of EasyEffects, filters in all modes: all digits",
    .holds = TARE_FORMAT_HOLDS_CHANNELS,
    .max_bytes = MAX_BYTES,
    .sniff = is_easyeffects,
    .limits = &tare_easyeffects_write_limits,
    .read = read_preset,
    .write = tare_easyeffects_write};
