#include "pipewire/chain/taste.h"

#include "pipewire/chain/port_values.h"
#include "tare/controls.h"
#include "tare/limits.h"

#include <jansson.h>
#include <math.h>
#include <stddef.h>
#include <string.h>

/** Where a value is, what it is called in files, which control it is and in what share of the
    control's unit, and its range. */
static const struct {
    size_t offset;
    const char* name;
    TareControl control;
    double unit, min, max;
} values[] = {
    {offsetof(TareTaste, strength_percent), "strength_percent", TARE_CONTROL_STRENGTH,
     1.0 / TARE_STRENGTH_MAX_PERCENT, 0.0, TARE_STRENGTH_MAX_PERCENT},
    {offsetof(TareTaste, bass_db), "bass_db", TARE_CONTROL_BASS_DB, 1.0, TARE_TONE_MIN_DB,
     TARE_TONE_MAX_DB},
    {offsetof(TareTaste, treble_db), "treble_db", TARE_CONTROL_TREBLE_DB, 1.0, TARE_TONE_MIN_DB,
     TARE_TONE_MAX_DB},
    {offsetof(TareTaste, tilt_db_per_octave), "tilt_db_per_octave", TARE_CONTROL_TILT_DB_PER_OCTAVE,
     1.0, TARE_TILT_MIN_DB_PER_OCTAVE, TARE_TILT_MAX_DB_PER_OCTAVE},
};
enum { N_VALUES = sizeof values / sizeof values[0] };

static double value_of(const TareTaste* taste, size_t i)
{
    return *(const double*)(const void*)((const char*)taste + values[i].offset);
}

static void set_value(TareTaste* taste, size_t i, double value)
{
    *(double*)(void*)((char*)taste + values[i].offset) = value;
}

TareTaste tare_taste_none(void)
{
    return (TareTaste){(double)NAN, (double)NAN, (double)NAN, (double)NAN};
}

bool tare_taste_is_none(const TareTaste* taste)
{
    for (size_t i = 0; i < N_VALUES; ++i)
        if (!isnan(value_of(taste, i)))
            return false;
    return true;
}

bool tare_taste_equal(const TareTaste* a, const TareTaste* b)
{
    for (size_t i = 0; i < N_VALUES; ++i)
        if (isnan(value_of(a, i)) ? !isnan(value_of(b, i)) : value_of(a, i) != value_of(b, i))
            return false;
    return true;
}

static bool is_wanted(double value)
{
    return !isnan(value) && value != 0.0;
}

bool tare_taste_has_tone(const TareTaste* taste)
{
    return is_wanted(taste->bass_db) || is_wanted(taste->treble_db) ||
           is_wanted(taste->tilt_db_per_octave);
}

void tare_taste_put(TareTaste* taste, const TareTaste* over)
{
    for (size_t i = 0; i < N_VALUES; ++i)
        if (!isnan(value_of(over, i)))
            set_value(taste, i, value_of(over, i));
}

void tare_taste_unput(TareTaste* taste, const TareTaste* other)
{
    for (size_t i = 0; i < N_VALUES; ++i)
        if (!isnan(value_of(other, i)))
            set_value(taste, i, (double)NAN);
}

void tare_taste_apply(const TareTaste* taste, TareControls* controls)
{
    for (size_t i = 0; i < N_VALUES; ++i)
        if (!isnan(value_of(taste, i)))
            tare_controls_set(controls, values[i].control, values[i].unit * value_of(taste, i));
}

TareTaste tare_taste_of(const TareControls* controls)
{
    TareTaste taste;
    for (size_t i = 0; i < N_VALUES; ++i)
        set_value(&taste, i,
                  tare_port_values_short(
                      (float)(tare_controls_get(controls, values[i].control) / values[i].unit)));
    return taste;
}

json_t* tare_taste_json(const TareTaste* taste)
{
    json_t* const object = json_object();
    bool ok = object != NULL;
    for (size_t i = 0; ok && i < N_VALUES; ++i)
        if (!isnan(value_of(taste, i)))
            ok = json_object_set_new(object, values[i].name, json_real(value_of(taste, i))) == 0;
    if (ok)
        return object;
    json_decref(object);
    return NULL;
}

const char* tare_taste_take(TareTaste* taste, const json_t* object)
{
    *taste = tare_taste_none();
    for (size_t i = 0; i < N_VALUES; ++i) {
        const json_t* const member = json_object_get(object, values[i].name);
        const double value = json_number_value(member);
        if (member && !(json_is_number(member) && value >= values[i].min && value <= values[i].max))
            return values[i].name;
        if (member)
            set_value(taste, i, value);
    }
    return NULL;
}

bool tare_taste_is_member(const char* name)
{
    for (size_t i = 0; i < N_VALUES; ++i)
        if (strcmp(values[i].name, name) == 0)
            return true;
    return false;
}
