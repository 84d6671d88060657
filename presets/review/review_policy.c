#include "review/review_policy.h"

#include "base/number.h"
#include "base/text.h"
#include "corrections/correction.h"
#include "corrections/safe_preamp.h"
#include "review/findings.h"
#include "review/product.h"

#include <math.h>
#include <string.h>

#define MAX_BOOST_DB 6.0
#define MAX_DEVIATION_DB 6.0
#define MAX_POINT_DB 2.5

#define UNDOES_OCTAVES (1.0 / 3.0)
#define HIGH_Q 3.0

#define LOW_END_HZ 40.0
#define HIGH_END_HZ 10000.0
#define DEEP_BASS_HZ 100.0
#define SIMULATOR_LO_HZ 8000.0
#define SIMULATOR_HI_HZ 10000.0
#define EAR_LO_HZ 2000.0
#define EAR_HI_HZ 4000.0
#define EAR_GAIN_DB 6.0

/** What a rule looks at: a bare deviation and the product it was found on. */
typedef struct {
    const TareFinding* finding;
    const TareBand* filter; ///< at the full stated gain
    const TareProduct* product;
} Case;

static bool is_boost(const Case* c)
{
    return c->filter->gain_db > 0.0;
}

static bool boosts_rolloff(const Case* c)
{
    return is_boost(c) && c->finding->is_rolloff;
}

static bool boosts_low_end(const Case* c)
{
    return is_boost(c) && c->finding->hi_hz <= LOW_END_HZ;
}

/** A high shelf goes up to the end, wherever it begins. */
static bool boosts_high_end(const Case* c)
{
    return is_boost(c) &&
           (c->filter->freq_hz >= HIGH_END_HZ || c->filter->type == TARE_BAND_HIGH_SHELF);
}

static bool boosts_open_bass(const Case* c)
{
    return is_boost(c) && c->product->is_open && c->filter->freq_hz <= DEEP_BASS_HZ;
}

static bool boosts_simulator_notch(const Case* c)
{
    return is_boost(c) && c->filter->type == TARE_BAND_PEAK &&
           c->filter->freq_hz >= SIMULATOR_LO_HZ && c->filter->freq_hz <= SIMULATOR_HI_HZ;
}

static bool cuts_ear_gain(const Case* c)
{
    return c->filter->type == TARE_BAND_PEAK && c->filter->gain_db <= -EAR_GAIN_DB &&
           c->filter->freq_hz >= EAR_LO_HZ && c->filter->freq_hz <= EAR_HI_HZ &&
           !c->finding->names_target;
}

/* Deviations that are not corrected. */
static const struct {
    bool (*applies)(const Case* c);
    TareReason reason;
} refusals[] = {
    {boosts_rolloff, TARE_REASON_POLICY_ROLLOFF},
    {boosts_low_end, TARE_REASON_POLICY_LOW_END},
    {boosts_high_end, TARE_REASON_POLICY_HIGH_END},
    {boosts_open_bass, TARE_REASON_POLICY_OPEN_BASS},
    {boosts_simulator_notch, TARE_REASON_POLICY_SIMULATOR},
    {cuts_ear_gain, TARE_REASON_POLICY_EAR_GAIN},
};

static TareReason reason_to_refuse(const TareFinding* finding, const TareProduct* product)
{
    const Case c = {finding, &finding->fact.filter, product};
    if (finding->fact.is_advice)
        return TARE_REASON_NONE;
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; ++i) {
        if (refusals[i].applies(&c))
            return refusals[i].reason;
    }
    return TARE_REASON_NONE;
}

static bool is_tried(const TareFact* fact)
{
    return fact->is_advice && fact->is_q_stated;
}

/** What words of one kind are worth. See review_policy.h for what was measured. */
typedef struct {
    double share; ///< of the stated gain
    const char* share_name;
    double lowest_db, highest_db;
} Worth;

static const Worth tried = {1.0, NULL, -HUGE_VAL, MAX_BOOST_DB};
static const Worth advised = {0.5, "half", -HUGE_VAL, MAX_BOOST_DB};
static const Worth described = {0.5, "half", -MAX_DEVIATION_DB, MAX_DEVIATION_DB};
static const Worth pointed_at = {0.35, "35 %", -MAX_POINT_DB, MAX_POINT_DB};

static bool is_point(const TareFinding* finding)
{
    return finding->fact.filter.type == TARE_BAND_PEAK && finding->lo_hz == finding->hi_hz;
}

static const Worth* worth_of(const TareFinding* finding)
{
    if (is_tried(&finding->fact))
        return &tried;
    if (finding->fact.is_advice)
        return &advised;
    return is_point(finding) && !finding->fact.is_q_stated ? &pointed_at : &described;
}

/** The gain that is applied. */
static double restrained_db(double stated_db, const Worth* worth)
{
    return fmin(fmax(stated_db * worth->share, worth->lowest_db), worth->highest_db);
}

/** Appends a remark, with "; " between two. */
static void remark(TareText* note, const char* text)
{
    if (note->length)
        tare_text_append(note, "; ", 2);
    tare_text_append(note, text, strlen(text));
}

/** Appends a gain without its sign. */
static void append_db(TareText* note, const char* text, double gain_db)
{
    char number[TARE_NUMBER_SIZE];
    tare_text_format(note, "%s %s dB", text,
                     tare_number_format(number, sizeof number, fabs(gain_db)));
}

/** What was assumed or changed; an empty text when nothing was. */
static TareText make_note(const TareFact* fact, const Worth* worth)
{
    const double stated_db = fact->filter.gain_db;
    const double applied_db = restrained_db(stated_db, worth);
    TareText note = {0};
    if (!fact->is_q_stated)
        remark(&note, "Q assumed");
    if (worth->share_name) {
        remark(&note, worth->share_name);
        append_db(&note, " of the stated", stated_db);
    }
    if (applied_db != stated_db * worth->share) {
        remark(&note, "limited to");
        append_db(&note, "", applied_db);
    }
    return note;
}

/** A number without the digits that only a calculation has, such as the middle of a range. */
static double plain(double value, double n_steps)
{
    return round(value * n_steps) / n_steps;
}

/** The filter as applied. An assumed width above 10 kHz ends there. */
static TareBand restrain(const TareFact* fact, const Worth* worth)
{
    TareBand band = fact->filter;
    if (!fact->is_q_stated && band.type == TARE_BAND_PEAK && band.freq_hz > HIGH_END_HZ)
        band.q = fmax(band.q, HIGH_Q);
    band.freq_hz = plain(band.freq_hz, 1.0);
    band.gain_db = plain(restrained_db(band.gain_db, worth), 100.0);
    band.q = plain(band.q, 100.0);
    return band;
}

static bool add_band(const TareFinding* finding, TareCorrection* correction)
{
    const TareFact* const fact = &finding->fact;
    const Worth* const worth = worth_of(finding);
    TareText note = make_note(fact, worth);
    TareEvidence evidence = fact->evidence;
    evidence.note = note.data;
    evidence.is_advice = fact->is_advice;
    evidence.stated_db = fact->filter.gain_db;
    const bool is_good = !note.failed && tare_correction_add_evidence(correction, &evidence);
    tare_text_clear(&note);
    if (is_good)
        correction->set.bands[correction->set.n_bands++] = restrain(fact, worth);
    return is_good;
}

static void refuse(TareFindings* findings, const TareFinding* finding, TareReason reason)
{
    const TareEvidence* const evidence = &finding->fact.evidence;
    tare_findings_leave_out(findings, evidence->line,
                            tare_text_copy(evidence->text, strlen(evidence->text)), reason);
}

/** The chosen finding with the lowest frequency above that of the one before; of equal ones in the
    order of the text. n_chosen when there is no more. */
static size_t next_by_frequency(const TareFindings* findings, const size_t* chosen, size_t n_chosen,
                                size_t before)
{
    size_t best = n_chosen;
    for (size_t i = 0; i < n_chosen; ++i) {
        const double freq_hz = findings->findings[chosen[i]].fact.filter.freq_hz;
        const double last_hz =
            before < n_chosen ? findings->findings[chosen[before]].fact.filter.freq_hz : 0.0;
        const bool is_later = freq_hz > last_hz || (freq_hz == last_hz && i > before);
        if (is_later &&
            (best == n_chosen || freq_hz < findings->findings[chosen[best]].fact.filter.freq_hz))
            best = i;
    }
    return best;
}

static bool undo_each_other(const TareBand* a, const TareBand* b)
{
    return a->type == b->type && (a->gain_db > 0.0) != (b->gain_db > 0.0) &&
           fabs(log2(a->freq_hz / b->freq_hz)) < UNDOES_OCTAVES;
}

/** Why nothing comes of one of the chosen findings. */
static TareReason reason_among(const TareFindings* findings, const size_t* chosen, size_t n_chosen,
                               size_t which, const TareProduct* product)
{
    const TareFinding* const finding = &findings->findings[chosen[which]];
    const TareReason reason = reason_to_refuse(finding, product);
    for (size_t i = 0; i < n_chosen && !reason && !is_tried(&finding->fact); ++i) {
        const TareFinding* const other = &findings->findings[chosen[i]];
        if (undo_each_other(&finding->fact.filter, &other->fact.filter) &&
            !reason_to_refuse(other, product))
            return TARE_REASON_POLICY_UNDONE;
    }
    return reason;
}

static bool set_preamp(TareBandSet* set, TareSafePreamp* safe)
{
    if (!safe)
        return tare_safe_preamp_set(set);
    tare_safe_preamp_find(safe, set);
    return true;
}

bool tare_review_policy_apply(TareFindings* findings, const size_t* chosen, size_t n_chosen,
                              const TareProduct* product, TareSafePreamp* safe,
                              TareCorrection* correction)
{
    for (size_t i = next_by_frequency(findings, chosen, n_chosen, n_chosen); i < n_chosen;
         i = next_by_frequency(findings, chosen, n_chosen, i)) {
        const TareFinding* const finding = &findings->findings[chosen[i]];
        const TareReason reason = reason_among(findings, chosen, n_chosen, i, product);
        if (reason)
            refuse(findings, finding, reason);
        else if (correction->set.n_bands == TARE_MAX_BANDS)
            refuse(findings, finding, TARE_REASON_NO_BAND_LEFT);
        else if (!add_band(finding, correction))
            return false;
    }
    return set_preamp(&correction->set, safe) && !findings->failed;
}
