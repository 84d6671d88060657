#include "cli/fit/fit_tell.h"

#include "base/number.h"
#include "cli/catalogue/left_over.h"
#include "cli/frame/json.h"
#include "cli/frame/print.h"
#include "cli/frame/terminal.h"
#include "corrections/correction.h"
#include "fit/sides.h"

#include <stdio.h>

static const char* name_of_side(const TareFitSides* sides, size_t i)
{
    return sides->n == 1 ? "" : i == 0 ? "left" : "right";
}

static void print_figures(const char* label, const TareFitFigures* figures)
{
    printf("  %-18s %8.3f dB  %8.3f dB   %+6.2f dB at %.0f Hz\n", label, figures->rms_db,
           figures->top_rms_db, figures->largest_db, figures->largest_freq_hz);
}

static void print_outcome(const TareFitSides* sides, unsigned i, bool has_target)
{
    const TareFitOutcome* const outcome = &sides->sides[i].outcome;
    printf("\n%s  %-18s %s  %s   %s%s\n", tare_style(stdout, TARE_STYLE_FAINT),
           name_of_side(sides, i), "20 Hz-10 kHz", "  10-20 kHz", "largest",
           tare_style(stdout, TARE_STYLE_PLAIN));
    print_figures("before", &outcome->before);
    print_figures("after", &outcome->after);
    if (has_target)
        print_figures("bands to the wish", &outcome->fit);
    printf("  %-18s %8.2f dB\n", "level drop", outcome->fit.drop_db);
    if (sides->sides[i].turned_down_db > 0.0)
        printf("  %-18s %8.2f dB, to be as loud as the other side\n", "turned down",
               sides->sides[i].turned_down_db);
    if (sides->sides[i].left_louder_db > 0.0)
        printf("  %-18s %8.2f dB than the other side, which is left as it is\n", "louder",
               sides->sides[i].left_louder_db);
    tare_left_over_print(&outcome->before, &outcome->after);
}

void tare_fit_tell_text(const TareCorrection* correction, const TareFitSides* sides,
                        const char* target)
{
    char name[256], number[TARE_NUMBER_SIZE];
    tare_entry_display_name(&correction->entry, name, sizeof name);
    fputs(tare_style(stdout, TARE_STYLE_NAME), stdout);
    tare_terminal_print(stdout, name);
    fputs(tare_style(stdout, TARE_STYLE_PLAIN), stdout);
    if (target) {
        fputs("  to ", stdout);
        tare_terminal_print(stdout, target);
    }
    printf("\n  preamp %s dB\n\n",
           tare_number_format(number, sizeof number, correction->set.preamp_db));
    tare_print_bands(correction->set.bands, correction->set.n_bands);
    for (unsigned i = 0; i < sides->n; ++i)
        print_outcome(sides, i, target != NULL);
}

static json_t* figures_json(const TareFitFigures* figures)
{
    json_t* const object = json_object();
    const bool ok =
        tare_json_set(object, "rms_db", tare_json_thousandths(figures->rms_db)) &&
        tare_json_set(object, "top_rms_db", tare_json_thousandths(figures->top_rms_db)) &&
        tare_json_set(object, "largest_db", tare_json_thousandths(figures->largest_db)) &&
        tare_json_set(object, "largest_freq_hz", tare_json_thousandths(figures->largest_freq_hz)) &&
        tare_json_set(object, "deviation_db", tare_json_thousandths(figures->deviation_db)) &&
        tare_json_set(object, "tilt_db_per_octave",
                      tare_json_thousandths(figures->tilt_db_per_octave)) &&
        tare_json_set(object, "drop_db", tare_json_thousandths(figures->drop_db));
    return tare_json_keep_if(ok, object);
}

static json_t* side_item(const void* data, size_t i)
{
    const TareFitSides* const sides = data;
    const TareFitOutcome* const outcome = &sides->sides[i].outcome;
    json_t* const object = json_object();
    const bool ok = tare_json_set(object, "channel",
                                  tare_json_text(sides->n > 1 ? name_of_side(sides, i) : "both")) &&
                    tare_json_set(object, "turned_down_db",
                                  tare_json_thousandths(sides->sides[i].turned_down_db)) &&
                    tare_json_set(object, "left_louder_db",
                                  tare_json_thousandths(sides->sides[i].left_louder_db)) &&
                    tare_json_set(object, "before", figures_json(&outcome->before)) &&
                    tare_json_set(object, "after", figures_json(&outcome->after)) &&
                    tare_json_set(object, "fit", figures_json(&outcome->fit));
    return tare_json_keep_if(ok, object);
}

static json_t* object_of(const TareCorrection* correction, const TareFitSides* sides)
{
    json_t* const object = json_object();
    const bool ok = tare_json_set(object, "correction", tare_json_correction(correction)) &&
                    tare_json_set(object, "figures", tare_json_array(sides->n, side_item, sides));
    return tare_json_keep_if(ok, object);
}

TareExit tare_fit_tell_json(const TareCommand* command, const TareCorrection* correction,
                            const TareFitSides* sides)
{
    return tare_json_print(command, object_of(correction, sides));
}

bool tare_fit_tell_write_json(FILE* out, const TareCorrection* correction,
                              const TareFitSides* sides)
{
    json_t* const object = object_of(correction, sides);
    const bool is_written = object && tare_json_write(out, object) && fputc('\n', out) != EOF;
    json_decref(object);
    return is_written;
}
