/* EasyEffects plays whatever it is given without a word: a mode that is missing or misspelt is
   another one, a number that is text makes the whole equaliser flat, a missing side is an error. So
   all keys are written, for both sides. */

#include "formats/easyeffects_write.h"

#include "fit/eq_limits.h"
#include "formats/output.h"
#include "formats/played.h"
#include "formats/written.h"

/* EasyEffects 8 (data/schema of the equalizer): 32 bands, 10 Hz to 24 kHz, +-36 dB, Q to 100. */
const TareEqLimits tare_easyeffects_write_limits = {
    TARE_EQ_OWN_COUNT,
    TARE_EQ_OWN_QS,
    TARE_EQ_OWN_GAINS,
    TARE_EQ_OWN_PREAMPS,
    .types = TARE_EQ_HAS_PASSES | TARE_EQ_HAS(TARE_BAND_NOTCH) | TARE_EQ_HAS(TARE_BAND_ALL_PASS),
    .min_freq_hz = 10.0,
    .max_freq_hz = TARE_FREQ_MAX_HZ,
    .has_sides = true};

static const char* const types[TARE_N_BAND_TYPES] = {
    [TARE_BAND_PEAK] = "Bell",           [TARE_BAND_LOW_SHELF] = "Lo-shelf",
    [TARE_BAND_HIGH_SHELF] = "Hi-shelf", [TARE_BAND_LOW_PASS] = "Lo-pass",
    [TARE_BAND_HIGH_PASS] = "Hi-pass",   [TARE_BAND_NOTCH] = "Notch",
    [TARE_BAND_ALL_PASS] = "Allpass"};

static void write_band(FILE* out, unsigned number, const TareBand* band)
{
    fprintf(out,
            "                \"band%u\": { \"type\": \"%s\", \"mode\": \"APO (DR)\", \"slope\": "
            "\"x1\", \"solo\": false, \"mute\": false, \"gain\": ",
            number, band ? types[band->type] : "Off");
    tare_written_number(out, band ? band->gain_db : 0.0);
    fputs(", \"frequency\": ", out);
    tare_written_number(out, band ? band->freq_hz : 1000.0);
    fputs(", \"q\": ", out);
    tare_written_number(out, band ? band->q : 1.0);
    fputs(", \"width\": 4.0 }", out);
}

/** Writes a side, with bands that are off up to `n`. */
static void write_side(FILE* out, const char* side, const TareRefit* played, uint32_t list,
                       unsigned n)
{
    fprintf(out, "            \"%s\": {\n", side);
    for (unsigned i = 0; i < n; ++i) {
        write_band(out, i, i < played->n_bands[list] ? &played->bands[list][i] : NULL);
        fputs(i + 1 < n ? ",\n" : "\n", out);
    }
    fputs("            }", out);
}

static void write_equalizer(FILE* out, const TareRefit* played)
{
    unsigned n = played->n_bands[0] > played->n_bands[1] ? played->n_bands[0] : played->n_bands[1];
    n = n ? n : 1;
    fputs("        \"equalizer#0\": {\n"
          "            \"bypass\": false,\n"
          "            \"input-gain\": ",
          out);
    tare_written_number(out, played->preamp_db);
    fprintf(out,
            ",\n"
            "            \"output-gain\": 0.0,\n"
            "            \"mode\": \"IIR\",\n"
            "            \"decramp\": \"Off\",\n"
            "            \"split-channels\": %s,\n"
            "            \"balance\": 0.0,\n"
            "            \"pitch-left\": 0.0,\n"
            "            \"pitch-right\": 0.0,\n"
            "            \"num-bands\": %u,\n",
            played->has_sides ? "true" : "false", n);
    write_side(out, "left", played, 0, n);
    fputs(",\n", out);
    write_side(out, "right", played, 1, n);
    fputs("\n        }\n", out);
}

bool tare_easyeffects_write(const TareFormatOutput* output, const TareReporter* reporter)
{
    TareRefit played;
    if (!tare_played(&played, &tare_easyeffects_write_limits, output, reporter))
        return false;
    fputs("{\n"
          "    \"output\": {\n"
          "        \"blocklist\": [],\n"
          "        \"plugins_order\": [\"equalizer#0\"],\n",
          output->file);
    write_equalizer(output->file, &played);
    fputs("    }\n}\n", output->file);
    return !ferror(output->file);
}
