#include "review/reason.h"

#include <stddef.h>

static const char* const words[TARE_N_REASONS] = {
    [TARE_REASON_ISOLATION] = "isolation or noise cancelling, not a response",
    [TARE_REASON_DISTORTION] = "distortion or noise, not a response",
    [TARE_REASON_DECAY] = "a decay in time, not a response",
    [TARE_REASON_LEVEL] = "a level or sensitivity, not a response",
    [TARE_REASON_CHANNELS] = "between the channels, not a response",
    [TARE_REASON_STATISTIC] = "a statistic, without a place",
    [TARE_REASON_SPREAD] = "a difference or spread, without a direction",
    [TARE_REASON_ANOTHER] = "another product or version",
    [TARE_REASON_CHOICE] = "only with a switch, mode or part that is not the default",
    [TARE_REASON_EAR] = "the ear or the measuring rig, not the headphone",
    [TARE_REASON_MICROPHONE] = "the microphone",
    [TARE_REASON_ELECTRONICS] = "the electronics, not the headphone",
    [TARE_REASON_BANDWIDTH] = "a statement of bandwidth",
    [TARE_REASON_TARGET] = "said of the target, not of the headphone",
    [TARE_REASON_CONDITION] = "only under a condition",
    [TARE_REASON_GONE] = "said not to be there, or not any more",
    [TARE_REASON_LIMIT] = "a limit or tolerance",
    [TARE_REASON_SLOPE] = "a slope, without a place",
    [TARE_REASON_TOO_LARGE] = "too large for a fault that can be corrected",
    [TARE_REASON_DENIED] = "denied",
    [TARE_REASON_UNSURE] = "asked, expected or hearsay, not said to be so",
    [TARE_REASON_PLUS_MINUS] = "plus-minus, without a direction",
    [TARE_REASON_ZERO] = "0 dB is no fault",
    [TARE_REASON_NO_FREQUENCY] = "no frequency is said of this gain",
    [TARE_REASON_NO_SIZE] = "no size is said of this place",
    [TARE_REASON_NO_DIRECTION] = "no word or sign gives a direction",
    [TARE_REASON_DOUBTFUL] = "a fault or its remedy: the words do not tell",
    [TARE_REASON_CONTRADICTION] = "the sign and the word contradict each other",
    [TARE_REASON_FILTER_KIND] = "a kind of filter that corrections from reviews do not have",
    [TARE_REASON_OPPOSITE] = "said once as a fault and once as its opposite: neither is taken",
    [TARE_REASON_OTHER_SET] = "another set of settings: the first one is used",
    [TARE_REASON_POLICY_ROLLOFF] = "policy: a roll-off is not boosted",
    [TARE_REASON_POLICY_LOW_END] = "policy: nothing is boosted below 40 Hz",
    [TARE_REASON_POLICY_HIGH_END] = "policy: nothing is boosted above 10 kHz",
    [TARE_REASON_POLICY_OPEN_BASS] = "policy: deep bass of an open headphone is not boosted",
    [TARE_REASON_POLICY_SIMULATOR] = "policy: a notch at 8 to 10 kHz is mostly the ear simulator's",
    [TARE_REASON_POLICY_EAR_GAIN] =
        "policy: 6 dB or more at 2 to 4 kHz without a target is probably ear gain",
    [TARE_REASON_POLICY_UNDONE] =
        "policy: an opposite gain within a third of an octave would undo it",
    [TARE_REASON_NO_BAND_LEFT] = "there is no band left for it",
    [TARE_REASON_TOO_MANY] = "too many findings",
};

const char* tare_reason_words(TareReason reason)
{
    return (unsigned)reason < TARE_N_REASONS ? words[reason] : NULL;
}
