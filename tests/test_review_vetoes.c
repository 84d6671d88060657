/* The words that make a figure something else than a fault: each of them in a sentence, beside the
   same sentence without it. */

#include "helpers/check.h"
#include "helpers/review_sentence.h"
#include "review/veto_words.h"

static const char* const isolation[] = {
    "peak attenuation",
    "peak reduction",
    "passive attenuation",
    "isolation",
    "noise",
    "ANC",
    "cancellation",
    "leakage",
    "ambient",
    "outside sounds",
    "outside world",
    "external sound",
    "surrounding sounds",
    "environmental sound",
    "incoming sound",
    "chatter",
    "traffic",
    "wind",
    "turbulence",
    "rumble",
    "blocks",
    "blocked",
    "blocking",
    "effectiveness",
    "active attenuation",
    "total attenuation",
};

static const char* const distortion[] = {
    "THD", "distortion", "harmonics", "crosstalk", "compression", "SNR", "IMD", "intermodulation"};

static const char* const decay[] = {"waterfall", "CSD", "decay", "impulse"};

static const char* const level[] = {"dynamic range", "sensitivity", "efficiency", "SPL",
                                    "headroom"};

static const char* const beside[] = {"volume", "preamp"};

static const char* const channels[] = {
    "channel",     "channels",     "imbalance",      "driver matching", "driver mismatch",
    "left driver", "left cup",     "left earcup",    "left earpiece",   "left earbud",
    "left unit",   "left side",    "left ear",       "left and right",  "right driver",
    "right cup",   "right earcup", "right earpiece", "right earbud",    "right unit",
    "right side",  "right ear",
};

static const char* const statistics[] = {
    "RMS",           "std",        "standard deviation", "standard error", "average deviation",
    "average error", "mean error", "mean deviation",
};

static const char* const spread[] = {"sometimes varies to a",
                                     "level may vary to a",
                                     "varied",
                                     "varying",
                                     "fluctuating",
                                     "unit-to-unit",
                                     "shifts",
                                     "shifted",
                                     "per octave"};

static const char* const spread_behind[] = {"apart", "range", "swing", "delta"};

static const char* const spread_beside[] = {"difference", "discrepancy", "variation", "variance",
                                            "spread"};

static const char* const spread_before[] = {"difference between bands", "contrast between bands"};

static const char* const choice[] = {
    "gaming mode",
    "modes",
    "switch",
    "switches",
    "nozzle",
    "module",
    "preset",
    "taped",
    "port closed",
    "port open",
    "port covered",
    "vent closed",
    "vent open",
    "vents closed",
    "vents open",
    "slider",
    "bass dial",
    "knob",
    "cups swapped",
    "swapping pads",
    "aftermarket pads",
    "adapter",
    "boost mode",
    "selectable bass",
    "passive operation",
    "unpowered",
    "powered off",
    "DSP off",
    "DSP disabled",
    "button",
    "dynamic EQ",
    "adaptive EQ",
    "loudness compensation",
    "low volume",
    "algorithm",
    "different eartips",
    "different tips",
    "different pads",
    "boost circuit",
    "button pressed",
    "filter attached",
    "plug installed",
    "toggle",
    "app",
    "tuning filter",
    "acoustic filter",
    "bass filter",
    "treble filter",
    "black filter",
    "blue filter",
    "brass filter",
    "copper filter",
    "gold filter",
    "green filter",
    "red filter",
    "silver filter",
    "white filter",
    "interchangeable",
    "foam tips",
    "built-in EQ",
    "adjustable",
    "enhancement",
    "enhancer",
    "optional",
};

static const char* const choice_behind[] = {"enabled", "activated", "engaged"};

static const char* const target[] = {
    "target asks for",
    "target rises",
    "target puts",
    "curve asks for",
    "curve rises",
    "target calls for",
    "curve calls for",
    "curve prescribes",
    "target allows",
    "target permits",
    "target itself has",
    "target adds",
    "target contains",
    "target features",
    "target shows",
    "target curve has",
    "target curve calls for",
    "target curve includes",
    "target has",
    "target includes",
    "target specifies",
};

static const char* const condition[] = {
    "an amplifier",
    "a tube amp",
    "an OTL design",
    "driven from a phone",
    "10 ohm output impedance",
    "some impedance",
    "high-impedance",
    "an impedance source",
    "source impedance",
    "some after EQ",
    "some after correction",
    "post-EQ",
    "a hypothetical",
    "one for reference",
    "tightly worn",
    "glasses",
};

static const char* const condition_behind[] = {
    "on other pads",   "when used",       "when driven",     "when paired",
    "for a poor seal", "for a loose fit", "without sealing", "for deep insertion"};

static const char* const gone[] = {
    "does not exist",
    "could not be confirmed",
    "could not be reproduced",
    "could not be replicated",
    "could not be verified",
    "we could not confirm",
    "we could not reproduce",
    "has been cured",
    "has been eliminated",
    "has been fixed",
    "is gone",
};

static const char* const ear[] = {
    "pinna",
    "as it should",
    "concha",
    "ear gain",
    "earcanal",
    "eargain",
    "ear canal",
    "canal resonance",
    "coupler resonance",
    "rig resonance",
    "coupler-induced",
    "hearing loss",
    "human hearing",
    "half-wave",
    "coupler length resonance",
    "artifact",
    "artefact",
    "one the coupler introduces",
    "that the coupler adds",
};

static const char* const microphone[] = {"sidetone",           "call quality", "voice pickup",
                                         "voice transmission", "mic",          "microphone"};

static const char* const electronics[] = {"codec",        "SBC",          "encoding", "dongle",
                                          "built-in DAC", "internal DAC", "crossfeed"};

static const char* const bandwidth[] = {"extension", "bandwidth", "cutoff", "specification",
                                        "spec",      "specs",     "rated"};

/* Sentences about other things than a "6 dB peak". */
static const char* const whole[] = {
    "It extends to 20 Hz at -6 dB.",
    "The -6 dB point is at 30 Hz.",
    "It is up by 6 dB of peak-to-peak at 5 kHz.",
    "It has a range of 6 dB at 5 kHz.",
    "The Harman target with +6 dB at 50 Hz is known.",
    "A rise of 6 dB at 50 Hz in the Harman target is usual.",
    "A rise of 6 dB at 50 Hz in the target is usual.",
    "Its rise of 6 dB at 50 Hz follows the target.",
    "Its rise of 6 dB at 50 Hz follows the Harman target.",
    "Its rise of 6 dB at 50 Hz follows the Harman curve.",
};

#define N_OF(list) (sizeof(list) / sizeof *(list))
#define WORDS(words) words, N_OF(words)

typedef struct {
    const char* const* words;
    size_t n;
    TareReason reason;
    const char* frame; ///< a sentence with "%s" in the place of the word
} Group;

static const Group groups[] = {
    {WORDS(isolation), TARE_REASON_ISOLATION, "The %s level is lower by 6 dB at 5 kHz."},
    {WORDS(distortion), TARE_REASON_DISTORTION, "With its %s it is up 6 dB at 5 kHz."},
    {WORDS(decay), TARE_REASON_DECAY, "The %s is 6 dB up at 5 kHz."},
    {WORDS(level), TARE_REASON_LEVEL, "The %s is 6 dB up at 5 kHz."},
    {WORDS(beside), TARE_REASON_LEVEL, "It is up by a %s of 6 dB at 5 kHz."},
    {WORDS(channels), TARE_REASON_CHANNELS, "The %s shows a 6 dB peak at 5 kHz."},
    {WORDS(statistics), TARE_REASON_STATISTIC, "The %s is 6 dB above target at 5 kHz."},
    {WORDS(spread), TARE_REASON_SPREAD, "The %s peak at 5 kHz is 6 dB high."},
    {WORDS(spread_behind), TARE_REASON_SPREAD, "The peak has a 6 dB %s at 5 kHz."},
    {WORDS(spread_beside), TARE_REASON_SPREAD, "The peak has a 6 dB %s at 5 kHz."},
    {WORDS(spread_before), TARE_REASON_SPREAD, "The %s is a 6 dB peak at 5 kHz."},
    {WORDS(choice), TARE_REASON_CHOICE, "Using the %s it has a 6 dB peak at 5 kHz."},
    {WORDS(choice_behind), TARE_REASON_CHOICE, "There is a 6 dB peak at 5 kHz %s."},
    {WORDS(target), TARE_REASON_TARGET, "The %s a 6 dB peak at 5 kHz."},
    {WORDS(condition), TARE_REASON_CONDITION, "For %s it is 6 dB up at 5 kHz."},
    {WORDS(condition_behind), TARE_REASON_CONDITION, "It is 6 dB up at 5 kHz %s."},
    {WORDS(gone), TARE_REASON_GONE, "The 6 dB peak at 5 kHz %s."},
    {WORDS(ear), TARE_REASON_EAR, "There is a %s peak of 6 dB at 5 kHz."},
    {WORDS(microphone), TARE_REASON_MICROPHONE, "The %s has a 6 dB peak at 5 kHz."},
    {WORDS(electronics), TARE_REASON_ELECTRONICS, "The %s has a 6 dB peak at 5 kHz."},
    {WORDS(bandwidth), TARE_REASON_BANDWIDTH, "It is 6 dB down at a %s of 30 Hz."},
};

static void test_each_word_makes_a_figure_something_else(void)
{
    for (size_t g = 0; g < N_OF(groups); ++g)
        for (size_t i = 0; i < groups[g].n; ++i) {
            char sentence[120];
            snprintf(sentence, sizeof sentence, groups[g].frame, groups[g].words[i]);
            CHECK(review_leaves_out(sentence, groups[g].reason));
        }
}

/** What is left out is left out because of the word: another one leaves a fault. */
static void test_without_the_word_there_is_a_fault(void)
{
    static const char* const plain[] = {"region", "treble"};
    for (size_t g = 0; g < N_OF(groups); ++g)
        for (size_t i = 0; i < N_OF(plain); ++i) {
            char sentence[120];
            snprintf(sentence, sizeof sentence, groups[g].frame, plain[i]);
            const bool is_down = strstr(sentence, "down") || strstr(sentence, "lower");
            CHECK(review_gives(sentence, strstr(sentence, "30 Hz") ? "P30:+6"
                                         : is_down                 ? "P5000:+6"
                                                                   : "P5000:-6"));
        }
}

static void test_sentences_of_their_own(void)
{
    CHECK(review_leaves_out(whole[0], TARE_REASON_BANDWIDTH));
    CHECK(review_leaves_out(whole[1], TARE_REASON_BANDWIDTH));
    CHECK(review_leaves_out(whole[2], TARE_REASON_SPREAD));
    CHECK(review_leaves_out(whole[3], TARE_REASON_SPREAD));
    for (size_t i = 4; i < N_OF(whole); ++i)
        CHECK(review_leaves_out(whole[i], TARE_REASON_TARGET));
}

static bool is_tried(const TareVeto* veto)
{
    for (size_t g = 0; g < N_OF(groups); ++g)
        for (size_t i = 0; i < groups[g].n; ++i)
            if (review_text_has(groups[g].words[i], veto->words))
                return true;
    for (size_t i = 0; i < N_OF(whole); ++i)
        if (review_text_has(whole[i], veto->words))
            return true;
    return review_sentences_have(veto->words);
}

/** Other products have a test of their own. */
static void test_no_word_is_left_without_a_sentence(void)
{
    for (size_t i = 0; i < tare_n_vetoes; ++i)
        if (tare_vetoes[i].reason != TARE_REASON_ANOTHER && !is_tried(&tare_vetoes[i]))
            CHECK_STR(tare_vetoes[i].words, "in a sentence");
}

int main(void)
{
    RUN(test_each_word_makes_a_figure_something_else);
    RUN(test_without_the_word_there_is_a_fault);
    RUN(test_sentences_of_their_own);
    RUN(test_no_word_is_left_without_a_sentence);
    return check_done();
}
