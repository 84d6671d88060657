#include "fit/bend_text.h"

#include "base/number.h"
#include "base/text.h"
#include "curves/targets.h"

/** One knob. */
typedef struct {
    const char *name, *unit;
    double value;
} Knob;

enum { N_KNOBS = 4 };

static void knobs_of(const TareTargetBend* bend, Knob* knobs)
{
    knobs[0] = (Knob){"bass", "dB", bend->bass_db};
    knobs[1] = (Knob){"treble", "dB", bend->treble_db};
    knobs[2] = (Knob){"ear", "dB", bend->ear_db};
    knobs[3] = (Knob){"tilt", "dB/octave", bend->tilt_db_per_octave};
}

void tare_bend_text_words(TareText* text, const TareTargetBend* bend)
{
    char number[TARE_NUMBER_SIZE];
    Knob knobs[N_KNOBS];
    knobs_of(bend, knobs);
    for (unsigned i = 0; i < N_KNOBS; ++i)
        if (knobs[i].value != 0.0)
            tare_text_format(text, ", %s %s%s %s", knobs[i].name, knobs[i].value > 0.0 ? "+" : "",
                             tare_number_format(number, sizeof number, knobs[i].value),
                             knobs[i].unit);
}

void tare_bend_text_id(TareText* text, const TareTargetBend* bend)
{
    char number[TARE_NUMBER_SIZE];
    Knob knobs[N_KNOBS];
    knobs_of(bend, knobs);
    for (unsigned i = 0; i < N_KNOBS; ++i)
        if (knobs[i].value != 0.0)
            tare_text_format(text, "+%s%s", knobs[i].name,
                             tare_number_format(number, sizeof number, knobs[i].value));
}
