/* Which files hold a measured response, and which column of them: what is something else is
   refused, and what misleads does not. */

#include "curves/curve.h"
#include "curves/curve_file.h"
#include "helpers/check.h"
#include "helpers/curve_text.h"
#include "helpers/seen.h"

static void test_columns_in_other_units_are_refused(void)
{
    static const char* const names[] = {"Z(Ohm)",
                                        "Impedance",
                                        "Impedance [\xCE\xA9]",
                                        "|Z|/Ohm",
                                        "SPL (Pa)",
                                        "Sound pressure [mPa]",
                                        "Pressure in Pa",
                                        "Level (V)",
                                        "Output/mV",
                                        "Amplitude (Vrms)",
                                        "Response (%)",
                                        "THD",
                                        "THD (dB)",
                                        "Distortion (%)",
                                        "Group Delay (ms)",
                                        "Delay [\xC2\xB5s]",
                                        "Phase",
                                        "Phase (degrees)",
                                        "Angle (\xC2\xB0)",
                                        "Min. phase [rad]",
                                        "Coherence",
                                        "H2 harmonic (dB)",
                                        "Magnitude (linear)",
                                        "Volts",
                                        "Power (W)",
                                        "Noise floor (dB)",
                                        "Loudness (sone)",
                                        "Acceleration (m/s\xC2\xB2)",
                                        "Isolation (dB)",
                                        "Fase",
                                        "Klirrfaktor",
                                        "Gruppenlaufzeit",
                                        "Imp\303\251dance",
                                        "\xD0\xA4\xD0\xB0\xD0\xB7\xD0\xB0", /* phase, Russian */
                                        "\xE4\xBD\x8D\xE7\x9B\xB8" /* phase, Japanese */};
    char heading[200];
    for (size_t i = 0; i < sizeof names / sizeof *names; ++i) {
        static const struct {
            const char *format, *between;
        } ways[] = {{"Frequency (Hz),%s\n", ","}, {"Freq\t%s\n", "\t"}, {"f [Hz];%s\n", ";"}};
        for (size_t way = 0; way < 3; ++way) {
            snprintf(heading, sizeof heading, ways[way].format, names[i]);
            CHECK(is_refused(table(heading, ways[way].between, 2, 0), "expected one in dB"));
        }
    }
    CHECK(
        is_refused(table("* Freq(Hz) Z(Ohm) Phase(degrees)\n", " ", 3, 0), "no column is a level"));
    CHECK(is_refused(table("Frequency,Response\nHz,Pa\n", ",", 2, 0), "no column is a level"));
    CHECK(is_refused(table("Y unit,Pa\nFrequency,Level\n", ",", 2, 0), "no column is a level"));
    CHECK(is_refused(table("X unit;Hz\nY unit;Ohm\n", ";", 2, 0), "no column is a level"));
    CHECK(is_refused(table("Abscissa\tf (Hz)\nOrdinate\tPhase (deg)\n", "\t", 2, 0),
                     "no column is a level"));
}

static void test_times_are_refused(void)
{
    CHECK(is_refused(table("Time (ms),Amplitude\n", ",", 2, 0), "first column is time"));
    CHECK(is_refused(table("Zeit [s];Pegel\n", ";", 2, 0), "first column is time"));
    CHECK(is_refused(table("t/s\tL\n", "\t", 2, 0), "first column is time"));
}

static void test_calibrations_of_microphones_are_refused(void)
{
    static const char* const lines[] = {"\"Sens Factor =-1.378dB, SERNO: 7000000\"\n",
                                        "Sens Factor =-9.0dB, EARS Serial 860-1\n",
                                        "* Sens Factor =0.5dB\n",
                                        "SENSFACTOR = -3\n",
                                        "*1000Hz\t-38.1\n",
                                        "*1000 Hz -40\n",
                                        "* 1000Hz -37.5\n",
                                        "* 1000 Hz: -40.3 dB\n",
                                        "Sonarworks Ltd. microphone calibration\n",
                                        "; Cross-Spectrum Labs calibration data\n",
                                        "\"Calibration file, MM1 serial 1234\"\n"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; ++i)
        CHECK(is_refused(table(lines[i], "\t", 2, 0), "calibration of a microphone"));
    CHECK(gives(table("* Cal file: none\n* Calibration file: mic.txt\n", " ", 2, 0),
                TARE_CURVE_MEASURED, 0));
    CHECK(gives(table("* Source: Microphone, calibrated\n* Sensitivity: 103 dB SPL/V\n", " ", 2, 0),
                TARE_CURVE_MEASURED, 0));
}

static void test_levels_beyond_anything_are_refused(void)
{
    CHECK(is_refused("20,90\n1000,20000\n", "f:2:6: level of 20000; expected dB"));
    CHECK(is_refused("20,90\n1000,-200.5\n", "expected dB, within -200 to 200"));
    CHECK(is_refused("20,1e7\n1000,1e7\n", "expected dB"));
    TareCurve curve;
    Seen seen;
    CHECK(read_as(&curve, "20,200\n1000,-200\n", TARE_CURVE_MEASURED, &seen) == TARE_OK);
    tare_curve_clear(&curve);
}

static void test_lines_above_do_not_mislead(void)
{
    static const char* const lines[] = {"Title,Frequency Response\n",
                                        "X unit,Hz\n",
                                        "X unit,Hz\nY unit,dB\n",
                                        "Quantity,Frequency\n",
                                        "Abscissa,f (Hz)\nOrdinate,Level (dB)\n",
                                        "Model,Freq Shift\n",
                                        "Frequency range,20 Hz-20 kHz\n",
                                        "Sample frequency,48000\n",
                                        "7Hz Timeless\n",
                                        "64 Audio,U12t\n",
                                        "1/24 octave\n",
                                        "2021-02-03\n",
                                        "12.03.2021 14:25\n",
                                        "3 seatings averaged\n",
                                        "1More Triple Driver,\n",
                                        "DT 990 250 Ohm,open\n",
                                        "Model,Focal Phase\n",
                                        "48000,2\n",
                                        "2021,3,4\n",
                                        "100 % volume\n"};
    char text[300];
    for (size_t i = 0; i < sizeof lines / sizeof *lines; ++i) {
        const bool is_like_row =
            strcmp(lines[i], "48000,2\n") == 0 || strcmp(lines[i], "2021,3,4\n") == 0;
        CHECK(is_like_row || gives(table(lines[i], ",", 2, 0), TARE_CURVE_MEASURED, 0));
        snprintf(text, sizeof text, "%sFrequency,Phase (deg),SPL (dB)\n", lines[i]);
        CHECK(gives(table(text, ",", 3, 0), TARE_CURVE_MEASURED, 1));
        snprintf(text, sizeof text, "%s* Freq(Hz), Phase(deg), SPL(dB)\n", lines[i]);
        CHECK(gives(table(text, ",", 3, 0), TARE_CURVE_MEASURED, 1));
        snprintf(text, sizeof text, "Frequency,Phase,SPL\n%s", lines[i]);
        CHECK(is_like_row || gives(table(text, ",", 3, 0), TARE_CURVE_MEASURED, 1));
    }
    CHECK(gives(table("SPL,Frequency\n", ",", 2, 1), TARE_CURVE_MEASURED, 0));
    CHECK(gives(table("No.,SPL,Frequency\n", ",", 3, 2), TARE_CURVE_MEASURED, 1));
}

static void test_kilohertz_below_any_first_line(void)
{
    static const char text[] = "0.02,-3.5\n0.1,0.5\n1,0\n4,6.25\n10,-12\n";
    static const char* const lines[] = {"", "7Hz Timeless\n", "1/24 octave\n", "2021-02-03,x\n"};
    static const char* const heads[] = {"Frequency (kHz),dB\n", "Frequency,Level\nkHz,dB\n",
                                        "X unit,kHz\nY unit,dB\n", "# f[kHz], SPL[dB]\n"};
    char all[400];
    for (size_t i = 0; i < sizeof lines / sizeof *lines; ++i)
        for (size_t k = 0; k < sizeof heads / sizeof *heads; ++k) {
            snprintf(all, sizeof all, "%s%s%s", lines[i], heads[k], text);
            CHECK(gives(all, TARE_CURVE_MEASURED, 0));
        }
}

static void test_marks_between_thousands(void)
{
    static const char* const marks[] = {"\xC2\xA0",
                                        "\xE2\x80\xAF",
                                        "\xE2\x80\x89",
                                        "\xE2\x80\x87",
                                        "'",
                                        "\xE2\x80\x99",
                                        " ",
                                        "_",
                                        "\xA0",
                                        "\x92",
                                        ",",
                                        "."};
    static const char* const between[] = {"\t", ";", " ", ", "};
    char text[400];
    for (size_t i = 0; i < sizeof marks / sizeof *marks; ++i)
        for (size_t k = 0; k < sizeof between / sizeof *between; ++k) {
            const char* const m = marks[i];
            const char* const b = between[k];
            if (*m == *b || (*m == '.' && *b == ','))
                continue;
            snprintf(text, sizeof text,
                     "Frequency%sSPL\n20%s-3.5\n100%s0.5\n1%s000%s0\n4%s000%s6.25\n10%s000%s-12\n",
                     b, b, b, m, b, m, b, m, b);
            if (*b == ',' && *m == ',')
                continue;
            CHECK(gives(text, TARE_CURVE_MEASURED, 0));
        }
    CHECK(gives("20 -3.5 1\n100 .5 2\n1 000 0 3\n4 000 6.25 4\n10 000 -12 5\n", TARE_CURVE_MEASURED,
                0));
    CHECK(
        gives("20;-3,5\n100;0,5\n1'000,0;0\n4'000,0;6,25\n10'000,0;-12\n", TARE_CURVE_MEASURED, 0));
    CHECK(gives("20,\"-3.5\"\n100,0.5\n\"1,000\",0\n\"4,000\",6.25\n\"10,000\",-12\n",
                TARE_CURVE_MEASURED, 0));
}

static void test_frequencies_with_units(void)
{
    CHECK(gives("20 Hz;-3.5 dB\n100 Hz;0.5 dB\n1 kHz;0 dB\n4 kHz;6.25 dB\n10 kHz;-12 dB\n",
                TARE_CURVE_MEASURED, 0));
    CHECK(gives("20,-3.5\n100,0.5\n1k,0\n4K,6.25\n10.0k,-12\n", TARE_CURVE_MEASURED, 0));
    CHECK(gives("Hz,dB\n20Hz,-3.5dB\n0.1kHz,0.5dB\n1.000k,0\n4kHz,6.25dBr\n10k,-12\n",
                TARE_CURVE_MEASURED, 0));
    TareCurve curve;
    Seen seen;
    REQUIRE(read_as(&curve, "800,1\n1k,1\n1.25k,2\n1k6,3\n3k15,4\n12k5,5\n", TARE_CURVE_MEASURED,
                    &seen) == TARE_OK);
    const double freqs_hz[] = {800, 1000, 1250, 1600, 3150, 12500};
    for (size_t i = 0; i < curve.n && i < 6; ++i)
        CHECK(fabs(curve.points[i].freq_hz - freqs_hz[i]) < 1e-6);
    CHECK(curve.n == 6);
    tare_curve_clear(&curve);
    REQUIRE(read_as(&curve, "f (kHz),dB\n0.02,1\n20 Hz,1\n1,2\n2k,3\n", TARE_CURVE_MEASURED,
                    &seen) == TARE_OK);
    CHECK(curve.n == 3 && curve.points[2].freq_hz == 2000.0);
    tare_curve_clear(&curve);
}

static void test_many_lost_rows_are_no_measurement(void)
{
    char text[4000];
    static const char* const strange[] = {"1~000", "1:000", "x", "1#5", "1 00 0"};
    for (size_t s = 0; s < sizeof strange / sizeof *strange; ++s) {
        size_t used = (size_t)snprintf(text, sizeof text, "Frequency;SPL\n");
        for (int i = 0; i < 60; ++i)
            used += (size_t)snprintf(text + used, sizeof text - used, "%d;1\n", 20 + 16 * i);
        for (int i = 0; i < 40; ++i)
            used += (size_t)snprintf(text + used, sizeof text - used, "%s;9\n", strange[s]);
        CHECK(is_refused(text, "40 of 100 rows cannot be read"));
    }
    CHECK(is_refused("20,1\n30,1\n40,nan\n50,nan\n60,nan\n", "3 of 5 rows cannot be read"));
}

static void test_left_right_and_target(void)
{
    static const char* const heads[] = {"Frequency,Left,Right,Target\n", "Freq,L,R,Target\n",
                                        "Hz,SPL L (dB),SPL R (dB),Target (dB)\n",
                                        "f,left_1,right_1,desired\n"};
    for (size_t i = 0; i < sizeof heads / sizeof *heads; ++i) {
        const char* const text = table(heads[i], ",", 4, 0);
        CHECK(gives(text, TARE_CURVE_MEASURED, 0.5));
        CHECK(gives(text, TARE_CURVE_LEFT, 0));
        CHECK(gives(text, TARE_CURVE_RIGHT, 1));
        CHECK(gives(text, TARE_CURVE_TARGET, 2));
    }
    CHECK(gives(table("Freq;Target;Right;Left\n", ";", 4, 0), TARE_CURVE_MEASURED, 1.5));
    CHECK(gives(table("Freq;Target;Right;Left\n", ";", 4, 0), TARE_CURVE_LEFT, 2));
    CHECK(gives(table("Freq;L1;L2;R1;R2\n", ";", 5, 0), TARE_CURVE_MEASURED, 1.5));
    CHECK(gives(table("Freq;L1;L2;R1;R2\n", ";", 5, 0), TARE_CURVE_RIGHT, 2.5));
    CHECK(gives(table("Freq,Target,Measured\n", ",", 3, 0), TARE_CURVE_MEASURED, 1));
    CHECK(gives(table("Freq,Target,raw,Left,Right\n", ",", 5, 0), TARE_CURVE_MEASURED, 1));
    CHECK(gives(table("Freq,Left phase,Left,Right\n", ",", 4, 0), TARE_CURVE_MEASURED, 1.5));
    CHECK(gives(table("Freq,Left\n", ",", 2, 0), TARE_CURVE_MEASURED, 0));
    CHECK(gives(table("Freq,Target\n", ",", 2, 0), TARE_CURVE_TARGET, 0));
    CHECK(is_refused(table("Freq,Target\n", ",", 2, 0), "no column but a target"));
    TareCurve curve;
    Seen seen;
    CHECK(read_as(&curve, table("Freq,SPL\n", ",", 2, 0), TARE_CURVE_LEFT, &seen) ==
          TARE_BAD_INPUT);
    CHECK(strstr(seen.last, "no column of the left side") != NULL);
    CHECK(read_as(&curve, table("", ",", 2, 0), TARE_CURVE_RIGHT, &seen) == TARE_BAD_INPUT);
}

static const char russian[] = "\xD0\xA7\xD0\xB0\xD1\x81\xD1\x82\xD0\xBE\xD1\x82\xD0\xB0;"
                              "\xD0\x9B\xD0\xB5\xD0\xB2\xD1\x8B\xD0\xB9;"
                              "\xD0\x9F\xD1\x80\xD0\xB0\xD0\xB2\xD1\x8B\xD0\xB9;"
                              "\xD0\xA6\xD0\xB5\xD0\xBB\xD1\x8C\n";

/** Frequency, left, right, and a target in the languages of those who measure. */
static void test_headings_in_other_languages(void)
{
    static const char* const headings[] = {
        "Fr\xC3\xA9quence;Gauche;Droite;Cible\n",
        "Frecuencia;Izquierda;Derecha;Objetivo\n",
        "Frequenza;Sinistra;Destra;Obiettivo\n",
        "Frequentie;Links;Rechts;Doel\n",
        "Frequenz [Hz];links;rechts;Zielkurve\n",
        "Frekvens;V\xC3\xA4nster;H\xC3\xB6ger;Target\n",
        russian,
        "\xE9\xA2\x91\xE7\x8E\x87;\xE5\xB7\xA6;\xE5\x8F\xB3;\xE7\x9B\xAE\xE6\xA0\x87\n"}; /* Chinese
                                                                                           */
    for (size_t i = 0; i < sizeof headings / sizeof *headings; ++i) {
        const char* const text = table(headings[i], ";", 4, 0);
        CHECK(gives(text, TARE_CURVE_MEASURED, 0.5));
        CHECK(gives(text, TARE_CURVE_LEFT, 0));
        CHECK(gives(text, TARE_CURVE_RIGHT, 1));
        CHECK(gives(text, TARE_CURVE_TARGET, 2));
    }
}

static void test_marks_between_cells(void)
{
    CHECK(
        gives(table("* Freq(Hz), SPL(dB), Phase(degrees)\n", ", ", 3, 0), TARE_CURVE_MEASURED, 0));
    CHECK(gives(table("Frequency | SPL\n", " | ", 2, 0), TARE_CURVE_MEASURED, 0));
    CHECK(gives("| Frequency (kHz) | Phase | SPL |\n| ---: | --- | --- |\n| 0.02 | 9 | -3.5 |\n"
                "| 0.1 | 9 | 0,5 |\n|1|9|0|\n| 4 | 9 | 6.25 |\n| 10 | 9 | -12 |\n",
                TARE_CURVE_MEASURED, 0));
}

int main(void)
{
    RUN(test_columns_in_other_units_are_refused);
    RUN(test_headings_in_other_languages);
    RUN(test_marks_between_cells);
    RUN(test_times_are_refused);
    RUN(test_calibrations_of_microphones_are_refused);
    RUN(test_levels_beyond_anything_are_refused);
    RUN(test_lines_above_do_not_mislead);
    RUN(test_kilohertz_below_any_first_line);
    RUN(test_marks_between_thousands);
    RUN(test_frequencies_with_units);
    RUN(test_many_lost_rows_are_no_measurement);
    RUN(test_left_right_and_target);
    return check_done();
}
