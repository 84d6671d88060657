/* Columns that hold something else than a level in dB are not taken for one, whatever they are
   called, and frequencies are in Hz. */

#include "curves/curve.h"
#include "helpers/check.h"
#include "helpers/curve_text.h"
#include "helpers/seen.h"

/** Rows of levels that are ratios: no dB is below 0. */
static const char* ratios(const char* heading)
{
    static char text[1000];
    snprintf(text, sizeof text, "%s20,0.67\n100,1.06\n1000,1\n4000,2.05\n10000,0.25\n", heading);
    return text;
}

static void test_linear_columns_are_refused(void)
{
    static const char* const names[] = {"Magnitude (x)",
                                        "|H|",
                                        "|H(f)|",
                                        "V/V",
                                        "mV/V",
                                        "Pa/V",
                                        "Gain factor",
                                        "Amplitude (a.u.)",
                                        "Amplitude [arb. units]",
                                        "Magnitude (abs)",
                                        "abs(H)",
                                        "mag_lin",
                                        "Amplitude (FS)",
                                        "Magnitude (times)",
                                        "Gain (\xC3\x97)",
                                        "Amplitude ratio",
                                        "lin. gain",
                                        "Linear gain",
                                        "Power",
                                        "PSD (V\xC2\xB2/Hz)",
                                        "Re",
                                        "Energy"};
    char heading[200];
    for (size_t i = 0; i < sizeof names / sizeof *names; ++i) {
        snprintf(heading, sizeof heading, "Frequency (Hz),%s\n", names[i]);
        CHECK(is_refused(table(heading, ",", 2, 0), "expected one in dB"));
        CHECK(is_refused(ratios(heading), "expected one in dB"));
    }
    CHECK(is_refused(table("Freq,Real,Imag\n", ",", 3, 0), "no column is a level"));
    CHECK(is_refused(table("Freq Imp Phase\n", " ", 3, 0), "no column is a level"));
}

static bool is_read(const char* text)
{
    TareCurve curve;
    Seen seen;
    const TareStatus status = read_as(&curve, text, TARE_CURVE_MEASURED, &seen);
    tare_curve_clear(&curve);
    return status == TARE_OK && seen.n == 0;
}

/** Names that say neither: then the numbers do. */
static void test_ratios_are_refused_where_nothing_says_decibels(void)
{
    static const char* const names[] = {
        "Magnitude", "Amplitude", "Response", "Normalized amplitude",
        "Peak",      "RMS",       "Pressure", "Transfer function"};
    char heading[200];
    for (size_t i = 0; i < sizeof names / sizeof *names; ++i) {
        snprintf(heading, sizeof heading, "Frequency (Hz),%s\n", names[i]);
        CHECK(is_refused(ratios(heading), "may be ratios; expected dB"));
        CHECK(gives(table(heading, ",", 2, 0), TARE_CURVE_MEASURED, 0));
        CHECK(gives(table(heading, ",", 2, 0), TARE_CURVE_MEASURED, 0));
        snprintf(heading, sizeof heading, "Frequency (Hz),%s (dB)\n", names[i]);
        CHECK(is_read(ratios(heading)));
    }
    static const char* const levels[] = {"", "f,SPL\n", "f,raw\n", "f,gain\n", "f,L\n"};
    for (size_t i = 0; i < sizeof levels / sizeof *levels; ++i) {
        TareCurve curve;
        Seen seen;
        CHECK(read_as(&curve, ratios(levels[i]), TARE_CURVE_MEASURED, &seen) == TARE_OK);
        CHECK(strstr(seen.last, "may be ratios") != NULL);
        tare_curve_clear(&curve);
    }
}

static void test_what_is_no_response_is_refused(void)
{
    static const char* const names[] = {"SNR (dB)",
                                        "CSD (dB)",
                                        "Noise (dB)",
                                        "Std dev (dB)",
                                        "Uncertainty (dB)",
                                        "Leakage (dB)",
                                        "ANC reduction (dB)",
                                        "Channel balance (dB)",
                                        "L-R difference (dB)",
                                        "Insertion loss (dB)",
                                        "GD",
                                        "Q",
                                        "error",
                                        "Error (dB)",
                                        "error_smoothed",
                                        "equalization",
                                        "Equalised raw",
                                        "parametric_eq",
                                        "EQ gain",
                                        "Correction (dB)"};
    char heading[200];
    for (size_t i = 0; i < sizeof names / sizeof *names; ++i) {
        snprintf(heading, sizeof heading, "Frequency (Hz),%s\n", names[i]);
        CHECK(is_refused(table(heading, ",", 2, 0), "expected one in dB"));
    }
}

/** What is only said of a response leaves it one. */
static void test_remarks_behind_a_level(void)
{
    static const char* const names[] = {"SPL (mic correction applied)", "raw, no EQ",
                                        "HD 650 without equalizer (dB)"};
    char heading[200];
    for (size_t i = 0; i < sizeof names / sizeof *names; ++i) {
        snprintf(heading, sizeof heading, "Frequency (Hz);%s\n", names[i]);
        CHECK(gives(table(heading, ";", 2, 0), TARE_CURVE_MEASURED, 0));
    }
}

/** A table may have frequencies for each side. */
static void test_each_side_has_its_frequencies(void)
{
    TareCurve curve;
    Seen seen;
    static const char text[] =
        "Hz,Left (dB),Hz,Right (dB)\n20,1,40,5\n100,2,200,6\n1000,-3,2000,7\n";
    CHECK(read_as(&curve, text, TARE_CURVE_RIGHT, &seen) == TARE_OK && curve.n == 3);
    static const TareCurvePoint wanted[] = {{40, 5}, {200, 6}, {2000, 7}};
    for (size_t i = 0; i < curve.n; ++i) {
        CHECK(curve.points[i].freq_hz == wanted[i].freq_hz);
        CHECK(curve.points[i].level_db == wanted[i].level_db);
    }
    tare_curve_clear(&curve);
    CHECK(read_as(&curve, table("Hz,dBSPL,dBSPL\n", ",", 3, 0), TARE_CURVE_MEASURED, &seen) ==
          TARE_OK);
    CHECK(strstr(seen.last, "columns 2 and 3 are named alike") != NULL);
    tare_curve_clear(&curve);
}

static void test_other_axes_are_refused(void)
{
    static const char* const names[] = {"omega (rad/s)", "\xCF\x89", "Band",     "Bin",
                                        "Index",         "No.",      "MIDI note"};
    char heading[200];
    for (size_t i = 0; i < sizeof names / sizeof *names; ++i) {
        snprintf(heading, sizeof heading, "%s,dB\n", names[i]);
        CHECK(is_refused(table(heading, ",", 2, 0), "; expected frequencies"));
    }
    CHECK(is_refused("log10(f),dB\n1.3,1\n2,3\n3,2\n4.3,1\n", "no frequency reaches 100 Hz"));
    CHECK(is_refused("0.02,1\n0.1,3\n1,2\n20,1\n", "or a heading that says kHz"));
}

/** Sensitivities are told in calibrations; beside levels of sound they are a remark. */
static void test_sensitivities_of_microphones(void)
{
    static const char* const lines[] = {
        "* Sensitivity: 12.6 mV/Pa\n",      "# 11.2 mV/Pa at 1 kHz\n",
        "Sensitivity -38.9 dBV/Pa\n",       "Sensitivity = -37 dB re 1V/Pa\n",
        "; Empfindlichkeit 14,2 mV / Pa\n", "* Mic sens. -26 dBFS at 94 dB\n"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; ++i) {
        CHECK(is_refused(table(lines[i], "\t", 2, 0), "f:1:0: this tells the sensitivity"));
        char text[400];
        snprintf(text, sizeof text, "%s20\t90\n1000\t95.5\n10000\t88\n", lines[i]);
        TareCurve curve;
        Seen seen;
        CHECK(read_as(&curve, text, TARE_CURVE_MEASURED, &seen) == TARE_OK);
        tare_curve_clear(&curve);
    }
    CHECK(gives(table("* Sensitivity: 103 dB/mW\n", "\t", 2, 0), TARE_CURVE_MEASURED, 0));
}

int main(void)
{
    RUN(test_linear_columns_are_refused);
    RUN(test_ratios_are_refused_where_nothing_says_decibels);
    RUN(test_what_is_no_response_is_refused);
    RUN(test_remarks_behind_a_level);
    RUN(test_each_side_has_its_frequencies);
    RUN(test_other_axes_are_refused);
    RUN(test_sensitivities_of_microphones);
    return check_done();
}
