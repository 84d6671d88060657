#include "formats/poweramp.h"

#include "base/text.h"
#include "base/utf8.h"
#include "corrections/correction.h"
#include "formats/contents.h"
#include "formats/format.h"
#include "formats/gathered.h"
#include "formats/input.h"
#include "formats/json_input.h"
#include "formats/poweramp_write.h"
#include "names/product_name.h"

#include <string.h>

enum { MAX_BYTES = 1 << 22 };

/** What the numbers of types and channels stand for (AutoEq, issue 888). */
static const TareBandType types[] = {TARE_BAND_LOW_PASS, TARE_BAND_HIGH_PASS, TARE_BAND_BAND_PASS,
                                     TARE_BAND_PEAK,     TARE_BAND_LOW_SHELF, TARE_BAND_HIGH_SHELF};
static const TareChannel channels[] = {TARE_CHANNEL_BOTH, TARE_CHANNEL_LEFT, TARE_CHANNEL_RIGHT};

/** Whether a key has a whole number below `n`. */
static bool read_choice(const json_t* object, const char* key, double otherwise, size_t n,
                        size_t* choice)
{
    const double value = tare_json_input_number(object, key, otherwise);
    *choice = value >= 0.0 && value < (double)n ? (size_t)value : n;
    return *choice < n && (double)*choice == value;
}

/** Tells of what a band or a preset has beside what is known; "color" is of the picture alone. */
static void tell_unused(const TareGathered* gathered, const json_t* object,
                        const char* const* known)
{
    void* at = json_object_iter((json_t*)object);
    for (; at; at = json_object_iter_next((json_t*)object, at)) {
        const char* const key = json_object_iter_key(at);
        size_t i = 0;
        while (known[i] && strcmp(known[i], key) != 0)
            ++i;
        if (!known[i])
            tare_report(gathered->reporter, TARE_WARNING, gathered->file, 0, 0,
                        "\"%s\" is not used; expected only what Poweramp writes", key);
    }
}

static void read_band(TareGathered* gathered, size_t number, const json_t* object)
{
    static const char* const known[] = {"type", "channels", "frequency", "q",
                                        "gain", "color",    NULL};
    size_t type = 0, channel = 0;
    const char* why = NULL;
    tell_unused(gathered, object, known);
    if (!read_choice(object, "type", -1.0, sizeof types / sizeof *types, &type))
        why = "its type is not known; expected 0 to 5";
    else if (!read_choice(object, "channels", 0.0, sizeof channels / sizeof *channels, &channel))
        why = "its channels are not known; expected 0, 1 or 2";
    else if (!json_is_number(json_object_get(object, "frequency")) ||
             !json_is_number(json_object_get(object, "q")) ||
             !json_is_number(json_object_get(object, "gain")))
        why = "something is no number; expected frequency, q and gain";
    if (why)
        tare_report(gathered->reporter, TARE_WARNING, gathered->file, 0, 0,
                    "band %zu is not used: %s", number + 1, why);
    else
        tare_gathered_band(
            gathered, 0,
            &(TareBand){types[type], tare_json_input_number(object, "frequency", 0.0),
                        tare_json_input_number(object, "gain", 0.0),
                        tare_json_input_number(object, "q", 0.0), channels[channel]});
}

/** Names the correction as the preset is; false when memory is short. */
static bool set_name(TareEntry* entry, const char* name)
{
    name += strspn(name, " ");
    for (const char* p = name; *p; ++p)
        if (tare_utf8_is_control(p))
            return true;
    return !*name || tare_product_name_split(name, "", &entry->brand, &entry->model);
}

static TareStatus read_preset(TareContents* contents, const TareFormatInput* input,
                              const json_t* preset, const TareReporter* reporter)
{
    static const TareGatheredOrigin origin = {"poweramp",
                                              "preset of Poweramp; filters as at 48000 Hz", false};
    static const char* const known[] = {"name", "preamp", "parametric", "bands", NULL};
    const json_t* const bands = json_object_get(preset, "bands");
    TareGathered gathered = {.file = input->file, .reporter = reporter};
    TareCorrection correction = {.entry.kind = TARE_KIND_USER, .set.reference_rate_hz = 48000.0};
    if (json_is_false(json_object_get(preset, "parametric"))) {
        tare_report(reporter, TARE_ERROR, input->file, 0, 0,
                    "preset \"%s\" is of the graphic equaliser; expected \"parametric\": true",
                    tare_json_input_text(preset, "name"));
        return TARE_NOT_FOUND;
    }
    if (!set_name(&correction.entry, tare_json_input_text(preset, "name"))) {
        tare_correction_clear(&correction);
        return TARE_NO_MEMORY;
    }
    tell_unused(&gathered, preset, known);
    if (json_is_number(json_object_get(preset, "preamp")))
        tare_gathered_preamp(&gathered, TARE_CHANNEL_BOTH,
                             tare_json_input_number(preset, "preamp", 0.0));
    for (size_t i = 0; i < json_array_size(bands); ++i)
        read_band(&gathered, i, json_array_get(bands, i));
    const TareStatus status = tare_gathered_finish(&gathered, contents, &correction, &origin);
    tare_gathered_clear(&gathered);
    return status;
}

static bool is_poweramp(const char* text, size_t length)
{
    static const char* const words[] = {"\"bands\"", "\"preamp\"", "\"frequency\"", NULL};
    return tare_json_input_has(text, length, words);
}

static TareStatus read_presets(TareContents* contents, const TareFormatInput* input,
                               const TareReporter* reporter)
{
    json_t* root = NULL;
    *contents = (TareContents){0};
    TareStatus status = tare_json_input_read(input, &root, reporter);
    if (status != TARE_OK)
        return status;
    const size_t n = json_is_array(root) ? json_array_size(root) : 1;
    TareStatus worst = TARE_NOT_FOUND;
    for (size_t i = 0; i < n && status != TARE_NO_MEMORY; ++i) {
        status = read_preset(contents, input, json_is_array(root) ? json_array_get(root, i) : root,
                             reporter);
        worst = status == TARE_OK || status == TARE_NO_MEMORY ? status : worst;
    }
    json_decref(root);
    if (worst != TARE_OK)
        tare_contents_clear(contents);
    return worst;
}

const TareFormat tare_poweramp_format = {
    .name = "poweramp",
    .note = "presets of Poweramp's parametric equaliser: all digits",
    .holds = TARE_FORMAT_HOLDS_CHANNELS | TARE_FORMAT_HOLDS_SEVERAL,
    .max_bytes = MAX_BYTES,
    .sniff = is_poweramp,
    .limits = &tare_poweramp_write_limits,
    .read = read_presets,
    .write = tare_poweramp_write};
