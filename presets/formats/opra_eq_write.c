#include "formats/opra_eq_write.h"

#include "corrections/correction.h"
#include "fit/eq_limits.h"
#include "formats/opra_bands.h"
#include "formats/output.h"
#include "formats/played.h"
#include "formats/written.h"

/* Passes have a slope there, but no Q (docs/CONTRIBUTING.md of OPRA): they are made of others. */
const TareEqLimits tare_opra_eq_write_limits = {
    TARE_EQ_OWN_RANGES,
    .types = TARE_EQ_HAS_SHELVES | TARE_EQ_HAS(TARE_BAND_BAND_PASS) | TARE_EQ_HAS(TARE_BAND_NOTCH)};

static const char* const types[TARE_N_BAND_TYPES] = {[TARE_BAND_PEAK] = "peak_dip",
                                                     [TARE_BAND_LOW_SHELF] = "low_shelf",
                                                     [TARE_BAND_HIGH_SHELF] = "high_shelf",
                                                     [TARE_BAND_BAND_PASS] = "band_pass",
                                                     [TARE_BAND_NOTCH] = "band_stop"};

static void write_band(FILE* out, const TareBand* band)
{
    fprintf(out, "            { \"type\": \"%s\", \"frequency\": ", types[band->type]);
    tare_written_number(out, band->freq_hz);
    if (TARE_EQ_HAS(band->type) & TARE_EQ_HAS_SHELVES) {
        fputs(", \"gain_db\": ", out);
        tare_written_number(out, band->gain_db);
    }
    fputs(", \"q\": ", out);
    tare_written_number(out, band->q);
    fputs(" }", out);
}

static void write_key(FILE* out, const char* key, const char* text)
{
    if (!text)
        return;
    fprintf(out, "    \"%s\": ", key);
    tare_written_quoted(out, text);
    fputs(",\n", out);
}

bool tare_opra_eq_write(const TareFormatOutput* output, const TareReporter* reporter)
{
    FILE* const out = output->file;
    const TareEntry* const entry = &output->correction->entry;
    const char* const author = entry->author ? entry->author : "Tare";
    TareFormatOutput at_rate = *output;
    TareRefit played;
    if (at_rate.rate_hz == 0.0 && tare_opra_bands_is_by_autoeq(author))
        at_rate.rate_hz = 44100.0;
    if (!tare_played(&played, &tare_opra_eq_write_limits, &at_rate, reporter))
        return false;
    fputs("{\n", out);
    write_key(out, "author", author);
    write_key(out, "details", entry->target ? entry->target : "");
    write_key(out, "link", entry->source);
    fputs("    \"type\": \"parametric_eq\",\n    \"parameters\": {\n        \"gain_db\": ", out);
    tare_written_number(out, played.preamp_db);
    fputs(",\n        \"bands\": [", out);
    for (unsigned i = 0; i < played.n_bands[0]; ++i) {
        fputs(i ? ",\n" : "\n", out);
        write_band(out, &played.bands[0][i]);
    }
    fputs("\n        ]\n    }\n}\n", out);
    return !ferror(out);
}
