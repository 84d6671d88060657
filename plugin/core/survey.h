/* What a response does to the level: its highest point, which says how much must be kept in
   reserve, and how loud it makes pink noise. In pieces small enough for the audio thread. */

#ifndef TARE_SURVEY_H
#define TARE_SURVEY_H

#include "sections.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct TareCascade TareCascade;

typedef struct TareSurvey TareSurvey;

/* Setup */

/** A survey for streams of one rate; NULL when memory is short. */
TareSurvey* tare_survey_new(double sample_rate_hz);

/** Frees it; NULL is allowed. */
void tare_survey_free(TareSurvey* survey);

/** The highest level of any channel's response from 5 Hz to Nyquist, preamp included, found within
    0.01 dB. What is above 0 dB can clip. Takes memory for a while; NAN when there is none. */
double tare_survey_cascade_peak_db(const TareCascade* cascade, uint32_t n_channels);

/* Audio */

/** At most this many local tops are looked at closely; what is beyond counts as on the grid. */
enum {
    TARE_SURVEY_MAX_TOPS = 24,
    TARE_SURVEY_TOPS_PER_STEP = 6,
    TARE_SURVEY_SECTIONS_PER_STEP = 14,
    TARE_SURVEY_MAX_STEPS = /* and one that reads the grid, and the last, which finds nothing */
    (TARE_N_SECTIONS + TARE_SURVEY_SECTIONS_PER_STEP - 1) / TARE_SURVEY_SECTIONS_PER_STEP + 2 +
    (TARE_SURVEY_MAX_TOPS + TARE_SURVEY_TOPS_PER_STEP - 1) / TARE_SURVEY_TOPS_PER_STEP
};

/** Begins with a cascade of the survey's rate, which must stay as it is until the end. */
void tare_survey_begin(TareSurvey* survey, const TareCascade* cascade, uint32_t n_channels);

/** Does a piece of the work, of about 10 us or a part of that. False when all is done, which takes
    at most TARE_SURVEY_MAX_STEPS pieces, times the parts that tare_pace() says. */
bool tare_survey_step(TareSurvey* survey);

/** The highest level of any channel, in dB. */
double tare_survey_peak_db(const TareSurvey* survey);

/** By how much pink noise gets louder, as a ratio of power, weighted after ITU-R BS.1770. */
double tare_survey_pink_power(const TareSurvey* survey);

#endif
