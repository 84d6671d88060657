#include "review/clause_filter.h"

#include "review/clauses.h"
#include "review/token.h"
#include "review/widths.h"

#include <math.h>

/* Of a filter that is as wide as a range. */
#define RANGE_Q_MIN 0.3
#define RANGE_Q_MAX 8.0

/* A range that reaches an end of the audible spectrum is a shelf. */
#define LOW_END_HZ 25.0
#define HIGH_END_HZ 18000.0

/* Between the shelf of the bass and that of the treble when only "shelf" is said. */
#define MIDDLE_HZ 1000.0

/** What the words around a frequency say of its place: TARE_WORD_ABOVE, TARE_WORD_BELOW or 0. */
static TareWordMeaning find_place(const TareClause* clause)
{
    const TareSentence* const sentence = clause->sentence;
    const size_t freq = clause->pair.freq;
    const TareWordMeaning places = TARE_WORD_ABOVE | TARE_WORD_BELOW;
    size_t before = freq;
    while (before > 0 &&
           tare_token_means(sentence, before - 1, TARE_WORD_ABOUT | TARE_WORD_ARTICLE))
        --before;
    if (before > 0 && tare_token_means(sentence, before - 1, places))
        return sentence->tokens[before - 1].meaning & places;
    if (tare_token_means(sentence, freq + 1, places))
        return sentence->tokens[freq + 1].meaning & places;
    if (tare_token_means(sentence, freq + 1, TARE_WORD_AND) &&
        tare_token_means(sentence, freq + 2, places))
        return sentence->tokens[freq + 2].meaning & places;
    return 0;
}

/** "a high shelf, -2 dB from 8 kHz" */
static bool is_named_shelf(const TareClause* clause)
{
    return clause->first >= 2 && tare_token_is_mark(clause->sentence, clause->first - 1, ',') &&
           tare_token_means(clause->sentence, clause->first - 2, TARE_WORD_SHELF);
}

/** The shelf that a place or the word "shelf" asks for; TARE_BAND_PEAK for none. */
static TareBandType find_shelf(const TareClause* clause, const TareToken* freq)
{
    const TareWordMeaning place = find_place(clause);
    if (place)
        return place == TARE_WORD_ABOVE ? TARE_BAND_HIGH_SHELF : TARE_BAND_LOW_SHELF;
    if (tare_clause_any_means(clause, clause->first, clause->last, TARE_WORD_SHELF) ||
        is_named_shelf(clause))
        return freq->lo < MIDDLE_HZ ? TARE_BAND_LOW_SHELF : TARE_BAND_HIGH_SHELF;
    if (freq->lo == freq->hi)
        return TARE_BAND_PEAK;
    if (freq->lo <= LOW_END_HZ)
        return TARE_BAND_LOW_SHELF;
    return freq->hi >= HIGH_END_HZ ? TARE_BAND_HIGH_SHELF : TARE_BAND_PEAK;
}

/** A peak in the middle of a range, as wide as the range. */
static void set_range(TareBand* band, const TareToken* freq)
{
    band->freq_hz = sqrt(freq->lo * freq->hi);
    band->q = freq->hi > freq->lo ? band->freq_hz / (freq->hi - freq->lo) : TARE_ASSUMED_POINT_Q;
    band->q = fmin(fmax(band->q, RANGE_Q_MIN), RANGE_Q_MAX);
}

TareBand tare_clause_filter(const TareClause* clause, double correction_db)
{
    const TareToken* const freq = &clause->sentence->tokens[clause->pair.freq];
    TareBand band = {.type = find_shelf(clause, freq), .gain_db = correction_db};
    if (band.type == TARE_BAND_PEAK) {
        set_range(&band, freq);
    } else {
        band.freq_hz = band.type == TARE_BAND_LOW_SHELF ? freq->hi : freq->lo;
        band.q = TARE_ASSUMED_SHELF_Q;
    }
    if (clause->pair.q)
        band.q = clause->sentence->tokens[clause->pair.q].lo;
    return band;
}
