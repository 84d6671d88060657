#include "review/setting_item.h"

#include "review/setting_words.h"
#include "review/widths.h"

#include <math.h>

/* Nobody sets, or finds, more. */
#define MAX_GAIN_DB 20.0

bool tare_setting_item_is_complete(const TareSettingItem* item)
{
    return (item->n_freqs && item->has_gain) ||
           (item->kind == TARE_SETTING_NO_GAIN && item->n_freqs);
}

bool tare_setting_item_is_empty(const TareSettingItem* item)
{
    return !item->n_freqs && !item->has_gain && !item->has_q;
}

/* Where it is not said, a shelf below is one of the bass, and above one of the treble. */
#define MIDDLE_HZ 1000.0

static TareBandType type_of(unsigned kind, double freq_hz)
{
    if (kind == TARE_SETTING_SHELF)
        return freq_hz < MIDDLE_HZ ? TARE_BAND_LOW_SHELF : TARE_BAND_HIGH_SHELF;
    return kind == TARE_SETTING_LOW_SHELF    ? TARE_BAND_LOW_SHELF
           : kind == TARE_SETTING_HIGH_SHELF ? TARE_BAND_HIGH_SHELF
                                             : TARE_BAND_PEAK;
}

/** Whether it is called a "peak", which is a fault or a kind of filter. */
static bool is_peak(const TareSettingItem* item)
{
    return item->kind == TARE_SETTING_PEAK && item->is_noun;
}

/** The direction that words give an unsigned gain: of a change, or else of a fault. */
static int direction_of(const TareSettingItem* item, bool has_unsigned_boosts)
{
    if (item->direction)
        return item->direction;
    if (item->fault)
        return item->fault;
    if (item->carried)
        return item->carried;
    return item->is_labelled || has_unsigned_boosts || is_peak(item);
}

/** The gain with its sign; 0 when nothing gives it one. */
static double signed_gain_db(const TareSettingItem* item, bool has_unsigned_boosts,
                             TareReason* reason)
{
    const double size_db = item->gain_db;
    if (size_db == 0.0)
        *reason = TARE_REASON_ZERO;
    if (item->sign == TARE_SIGN_PLUS && item->direction < 0)
        *reason = TARE_REASON_CONTRADICTION;
    if (item->sign == TARE_SIGN_MINUS)
        return -size_db;
    if (item->sign == TARE_SIGN_PLUS)
        return size_db;
    const int direction = direction_of(item, has_unsigned_boosts);
    if (!direction && !*reason)
        *reason = TARE_REASON_NO_DIRECTION;
    return direction * size_db;
}

/* Of a filter that is as wide as a range. */
#define RANGE_Q_MIN 0.3
#define RANGE_Q_MAX 8.0

static double q_of(const TareSettingItem* item, TareBandType type)
{
    if (item->has_q)
        return item->q;
    if (type != TARE_BAND_PEAK)
        return TARE_ASSUMED_SHELF_Q;
    if (!item->is_range)
        return TARE_ASSUMED_POINT_Q;
    const double width_hz = item->freq_hz[1] - item->freq_hz[0];
    const double q = sqrt(item->freq_hz[0] * item->freq_hz[1]) / width_hz;
    return fmin(fmax(q, RANGE_Q_MIN), RANGE_Q_MAX);
}

static void add_at(const TareSettingItem* item, double freq_hz, bool has_unsigned_boosts,
                   TareSettingLine* line)
{
    if (line->n_settings == TARE_MAX_LINE_SETTINGS)
        return;
    TareSetting* const setting = &line->settings[line->n_settings++];
    *setting =
        (TareSetting){.is_q_stated = item->has_q,
                      .is_signed = item->sign != TARE_SIGN_NONE || item->fault || item->carried ||
                                   is_peak(item) || (item->is_particle && !item->is_commanded),
                      .is_peak = is_peak(item)};
    const double gain_db = signed_gain_db(item, has_unsigned_boosts, &setting->reason);
    setting->is_fault = item->fault ? item->fault * gain_db > 0.0
                                    : item->is_peak_last && !item->has_q && gain_db > 0.0;
    if (item->is_off)
        setting->reason = TARE_REASON_CHOICE;
    else if (item->kind == TARE_SETTING_NO_GAIN)
        setting->reason = TARE_REASON_FILTER_KIND;
    else if (item->gain_db > MAX_GAIN_DB)
        setting->reason = TARE_REASON_TOO_LARGE;
    const TareBandType type = type_of(item->kind, freq_hz);
    setting->band =
        (TareBand){.type = type, .freq_hz = freq_hz, .gain_db = gain_db, .q = q_of(item, type)};
}

/** Whether its words say that it is a setting: a verb that asks for it, a kind of filter that no
    fault has. */
static bool is_setting(const TareSettingItem* item)
{
    if (item->is_commanded || (item->direction && item->is_verb_first && !item->is_gain_first))
        return true;
    return (item->kind == TARE_SETTING_PEAK && item->sign == TARE_SIGN_MINUS) ||
           (item->is_labelled && (item->has_q || item->kind)) || /* "Gain 3 dB, Q 2" */
           (item->is_shelf && item->sign != TARE_SIGN_NONE);
}

/** Whether it states a Q and a sign, and no word of it may be the noun of a fault. */
static bool is_with_q(const TareSettingItem* item)
{
    const bool is_fault_noun = item->is_noun && !(is_peak(item) && item->is_peak_kind);
    return item->has_q && item->sign != TARE_SIGN_NONE && !is_fault_noun && !item->fault;
}

void tare_setting_item_add(const TareSettingItem* item, bool has_unsigned_boosts,
                           TareSettingLine* line)
{
    if (item->is_range)
        add_at(item, sqrt(item->freq_hz[0] * item->freq_hz[1]), has_unsigned_boosts, line);
    for (size_t i = 0; i < item->n_freqs && !item->is_range; ++i)
        add_at(item, item->freq_hz[i], has_unsigned_boosts, line);
    line->is_proven = line->is_proven || (tare_setting_item_is_complete(item) && is_setting(item));
    line->has_q = line->has_q || item->is_labelled || is_with_q(item);
    line->is_given = line->is_given || (item->is_commanded && item->is_gain_first);
    line->has_minus = line->has_minus || item->sign == TARE_SIGN_MINUS;
}
