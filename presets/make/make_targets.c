/* Makes presets/curves/target_curves.c out of published curves:

       make_targets FOLDER > presets/curves/target_curves.c

   FOLDER has a file FILE.csv for each target of presets/curves/target_table.c that names one. The
   same files give the same text on every machine. */

#include "base/text.h"
#include "curves/curve_file.h"
#include "curves/target_curves.h"
#include "curves/targets.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TOLERANCE_DB 0.04 /* of the 0.05 that are promised */
#define UNIT_DB 0.01
#define CENTRE_HZ 1000.0

enum { POINTS_A_LINE = 6 };

static const char head[] =
    "/* The published curves of targets, thinned. Made by presets/make/make_targets.c and not to "
    "be\n"
    "   edited. They are those of AutoEq 4.1, https://github.com/jaakkopasanen/AutoEq, folder\n"
    "   \"targets\": MIT License, Copyright (c) 2018-2022 Jaakko Pasanen; its terms are in\n"
    "   presets/catalogue/measurements.LICENSE. */\n"
    "\n"
    "#include \"curves/target_curves.h\"\n"
    "\n"
    "/* clang-format off */\n";

static double rounded(double level_db)
{
    return round(level_db / UNIT_DB) * UNIT_DB;
}

/** Whether the straight line between two points passes near all between them. */
static bool is_straight(const TareCurve* curve, size_t from, size_t to)
{
    const TareCurvePoint ends[] = {
        {curve->points[from].freq_hz, rounded(curve->points[from].level_db)},
        {curve->points[to].freq_hz, rounded(curve->points[to].level_db)}};
    for (size_t i = from; i <= to; ++i) {
        const double level_db = tare_curve_points_level_db(ends, 2, curve->points[i].freq_hz);
        if (fabs(level_db - curve->points[i].level_db) > TOLERANCE_DB)
            return false;
    }
    return true;
}

/** The end of the longest line from a point on; none passes 1 kHz. */
static size_t line_end(const TareCurve* curve, size_t from)
{
    size_t end = from + 1;
    for (size_t to = end; to < curve->n; ++to) {
        if (is_straight(curve, from, to))
            end = to;
        if (curve->points[to].freq_hz == CENTRE_HZ)
            break;
    }
    return end;
}

static void write_points(const TareCurve* curve, size_t number)
{
    printf("\nstatic const TareCurvePoint points_%zu[] = {", number);
    size_t n = 0;
    for (size_t i = 0; i < curve->n; i = i + 1 < curve->n ? line_end(curve, i) : curve->n)
        printf("%s{%.5g, %.2f}",
               n++ % POINTS_A_LINE ? ", "
               : n == 1            ? "\n    "
                                   : ",\n    ",
               curve->points[i].freq_hz, rounded(curve->points[i].level_db) + 0.0);
    puts("};");
}

/** Brings a curve to 0 dB at 1 kHz, where it gets a point. */
static bool centre(TareCurve* curve)
{
    const double centre_db = tare_curve_level_db(curve, CENTRE_HZ);
    if (!tare_curve_append(curve, CENTRE_HZ, centre_db))
        return false;
    (void)tare_curve_arrange(curve);
    for (size_t i = 0; i < curve->n; ++i)
        curve->points[i].level_db -= centre_db;
    return true;
}

/** Whether no earlier target has the curve of one. */
static bool is_first_of_file(size_t number)
{
    const char* const file = tare_target_get(number)->file;
    for (size_t i = 0; file && i < number; ++i)
        if (tare_target_get(i)->file && strcmp(tare_target_get(i)->file, file) == 0)
            return false;
    return file != NULL;
}

static void print_report(void* data, const TareReport* report)
{
    (void)data;
    fprintf(stderr, "make_targets: %s: %s\n", report->file ? report->file : "", report->message);
}

static bool write_curve(const char* folder, size_t number)
{
    const TareReporter reporter = {print_report, NULL};
    TareText path = {0};
    TareCurve curve = {0};
    tare_text_format(&path, "%s/%s.csv", folder, tare_target_get(number)->file);
    const bool is_good = !path.failed &&
                         tare_curve_read_file(&curve, path.data, NULL, &reporter) == TARE_OK &&
                         centre(&curve);
    if (is_good)
        write_points(&curve, number);
    tare_curve_clear(&curve);
    tare_text_clear(&path);
    return is_good;
}

int main(int argc, char** argv)
{
    bool is_good = argc == 2;
    if (!is_good)
        fputs("make_targets: expected a folder\n", stderr);
    fputs(head, stdout);
    for (size_t i = 0; is_good && tare_target_get(i); ++i)
        is_good = !is_first_of_file(i) || write_curve(argv[1], i);
    puts("\nconst TareTargetCurve tare_target_curves[] = {");
    for (size_t i = 0; tare_target_get(i); ++i)
        if (is_first_of_file(i))
            printf("    {\"%s\", points_%zu, sizeof points_%zu / sizeof *points_%zu},\n",
                   tare_target_get(i)->file, i, i, i);
    puts("    {NULL, NULL, 0}};");
    return is_good && fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
