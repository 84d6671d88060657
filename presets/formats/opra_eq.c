#include "formats/opra_eq.h"

#include "base/text.h"
#include "base/utf8.h"
#include "corrections/correction.h"
#include "formats/contents.h"
#include "formats/format.h"
#include "formats/gathered.h"
#include "formats/input.h"
#include "formats/json_input.h"
#include "formats/opra_bands.h"
#include "formats/opra_eq_write.h"

#include <string.h>

enum { MAX_BYTES = 1 << 20 };

/** Keeps a text of the preset when it may stand in a correction; false when memory is short. */
static bool keep(const json_t* preset, const char* key, const char** place)
{
    const char* const text = tare_json_input_text(preset, key);
    for (const char* p = text; *p; ++p)
        if (tare_utf8_is_control(p))
            return true;
    return !*text || tare_text_set(place, text);
}

static TareStatus read_preset(TareGathered* gathered, TareCorrection* correction,
                              const json_t* preset)
{
    char message[TARE_OPRA_MESSAGE_SIZE];
    const bool is_by_autoeq = tare_opra_bands_is_by_autoeq(tare_json_input_text(preset, "author"));
    TareBandSet set = {.reference_rate_hz = is_by_autoeq ? 44100.0 : 48000.0};
    const bool is_good = tare_opra_bands_read(&set, json_object_get(preset, "parameters"), message);
    if (message[0])
        tare_report(gathered->reporter, is_good ? TARE_WARNING : TARE_ERROR, gathered->file, 0, 0,
                    "%s", message);
    if (!is_good)
        return TARE_BAD_INPUT;
    gathered->rate_hz = set.reference_rate_hz;
    correction->set.reference_rate_hz = set.reference_rate_hz;
    for (uint32_t i = 0; i < set.n_bands; ++i)
        tare_gathered_band(gathered, 0, &set.bands[i]);
    tare_gathered_preamp(gathered, TARE_CHANNEL_BOTH, set.preamp_db);
    return keep(preset, "author", &correction->entry.author) &&
                   keep(preset, "details", &correction->entry.target) &&
                   keep(preset, "link", &correction->entry.source)
               ? TARE_OK
               : TARE_NO_MEMORY;
}

static bool is_opra_eq(const char* text, size_t length)
{
    static const char* const words[] = {"\"parametric_eq\"", "\"parameters\"", NULL};
    return tare_json_input_has(text, length, words);
}

static TareStatus read_text(TareContents* contents, const TareFormatInput* input,
                            const TareReporter* reporter)
{
    static const TareGatheredOrigin origin = {"opra", "preset of OPRA", false};
    json_t* root = NULL;
    TareGathered gathered = {.file = input->file, .reporter = reporter};
    TareCorrection correction = {.entry.kind = TARE_KIND_PRESET};
    *contents = (TareContents){0};
    TareStatus status = tare_json_input_read(input, &root, reporter);
    if (status != TARE_OK)
        return status;
    status = read_preset(&gathered, &correction, root);
    if (status == TARE_OK)
        status = tare_gathered_finish(&gathered, contents, &correction, &origin);
    if (status != TARE_OK)
        tare_contents_clear(contents);
    json_decref(root);
    tare_correction_clear(&correction);
    tare_gathered_clear(&gathered);
    return status;
}

const TareFormat tare_opra_eq_format = {.name = "opra-eq",
                                        .note = "a single preset of OPRA, info.json: all digits",
                                        .max_bytes = MAX_BYTES,
                                        .sniff = is_opra_eq,
                                        .limits = &tare_opra_eq_write_limits,
                                        .read = read_text,
                                        .write = tare_opra_eq_write};
