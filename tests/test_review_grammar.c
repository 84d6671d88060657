/* The words that hold a sentence together: each row of their table in a sentence. */

#include "helpers/check.h"
#include "helpers/review_sentence.h"
#include "review/word_tables.h"

/* Lead to the place. */
static const char* const at[] = {
    "about",
    "across",
    "around",
    "at",
    "centered at",
    "centering on",
    "centred at",
    "centring on",
    "covering",
    "in the region of",
    "near",
    "occupying",
    "spanning",
    "throughout",
    "stretching",
    "that spans",
    "over a span around",
    "through",
    "that covers",
    "from",
};

/* Stand before a figure that is not exact. */
static const char* const about[] = {
    "approaching", "approx.", "approximately", "ca.", "circa", "nearly", "roughly", "some", "over",
};

/* Lead from the place to the size. */
static const char* const reaches[] = {
    "amounts to", "attains",  "averaging", "extending", "hitting",   "measuring", "reaching",
    "sits",       "sitting",  "standing",  "totaling",  "totalling", "showing",   "exceeding",
    "sees",       "measures", "measure",   "exceeds",   "to exceed",
};

/* What the response is rightly compared with. */
static const char* const targets[] = {
    "baseline",       "curve",      "diffuse field", "expected level", "flat line",
    "Harman line",    "ideal line", "neutral line",  "nominal level",  "preference line",
    "reference line", "target",     "targets",
};

static const char* const compares[] = {"against",        "versus",      "vs.",
                                       "as compared to", "relative to", "referenced to",
                                       "referred to",    "higher than"};

/* Ask for the gain behind them. */
static const char* const asks[] = {
    "apply",          "applying",        "compensate by", "compensated by", "compensating by",
    "consider",       "correct by",      "corrected by",  "correcting by",  "counteracted by",
    "countered by",   "demands",         "filled by",     "flattened by",   "insert",
    "inserting",      "introduce",       "necessitates",  "needs",          "neutralise by",
    "neutralised by", "neutralising by", "neutralize by", "neutralized by", "neutralizing by",
    "offset by",      "recommends",      "recovered by",  "remedied by",    "is remediable by",
    "requires",       "restored by",     "takes",         "tamed by",       "try",
    "warrants",       "wants",           "prescribes",    "addressed by",
};

/* Name the work of an equaliser. */
static const char* const remedies[] = {
    "adjust",      "adjusting",  "adjustment", "compensation", "correction",
    "corrections", "corrective", "EQ",         "EQed",         "equaliser",
    "equalizer",   "filter",     "filters",    "graphic",      "parametric",
    "PEQ",         "setting",    "settings",   "AutoEq",       "oratory1990",
};

static const char* const helps[] = {
    "is alleviated", "benefits",        "is easy to fix", "fixes itself",     "needs fixing",
    "gets help",     "helps itself",    "can improve",    "sees improvement", "sees improvements",
    "improves",      "keeps improving", "is mitigated",
};

/* Say that it is not there. */
static const char* const denies[] = {
    "absence of a", "avoids a", "devoid of a", "free of a", "instead of a", "neither a",
    "never a",      "no",       "none of a",   "nor a",     "not a",        "without a",
};

/* Say that it is seen there. */
static const char* const shows[] = {
    "demonstrates", "displays", "exhibits", "indicates", "measured", "measurement:", "response:",
    "reveals",      "show",     "shown:",   "shows",     "suggest",  "suggests",
};

/* Make a gain the most that is allowed. */
static const char* const limits[] = {
    "criterion of", "less than",    "limit of", "standard of", "standards of",
    "threshold of", "tolerance of", "within",   "window of",
};

/* All frequencies on one side. */
static const char* const above[] = {"beyond 8 kHz", "past 8 kHz", "from 8 kHz onwards",
                                    "from 8 kHz upwards"};

static const char* const below[] = {"from 80 Hz downward", "from 80 Hz downwards", "sub 80 Hz"};

/* Part thoughts: what stands behind belongs to something else. */
static const char* const breaks[] = {"although", "but",   "followed by", "however", "though",
                                     "whereas",  "while", "whilst",      "yet"};

static const ReviewGroup groups[] = {
    REVIEW_GROUP(at, "It has a 6 dB peak %s 5 kHz.", "P5000:-6"),
    REVIEW_GROUP(about, "It has a peak of %s 6 dB at 5 kHz.", "P5000:-6"),
    REVIEW_GROUP(reaches, "It has a peak at 5 kHz %s 6 dB.", "P5000:-6"),
    REVIEW_GROUP(targets, "It is 6 dB above the %s at 5 kHz.", "P5000:-6"),
    REVIEW_GROUP(compares, "It is 6 dB louder %s target at 5 kHz.", "P5000:-6"),
    REVIEW_GROUP(asks, "The region at 5 kHz %s +6 dB.", "P5000:+6"),
    REVIEW_GROUP(remedies, "A %s of +6 dB at 5 kHz is recommended.", "P5000:+6"),
    REVIEW_GROUP(helps, "The sound %s with a cut of 6 dB at 5 kHz.", "P5000:-6"),
    REVIEW_GROUP(denies, "It is %s 6 dB peak at 5 kHz.", "-"),
    REVIEW_GROUP(shows, "The AutoEq data %s -6 dB at 5 kHz.", "P5000:+6"),
    REVIEW_GROUP(limits, "It has a peak %s 6 dB at 5 kHz.", "-"),
    REVIEW_GROUP(above, "It is 6 dB too loud %s.", "H8000:-6"),
    REVIEW_GROUP(below, "It is 6 dB too loud %s.", "L80:-6"),
    REVIEW_GROUP(breaks, "It is 6 dB too loud %s fine at 5 kHz.", "-"),
};

enum { N_GROUPS = sizeof groups / sizeof *groups };

static void test_each_word_of_grammar_does_its_part(void)
{
    for (size_t g = 0; g < N_GROUPS; ++g) {
        const char* const word = review_group_fails(&groups[g]);
        if (word)
            CHECK_STR(word, groups[g].frame);
    }
}

/* Those that need a sentence of their own. */
static const struct {
    const char* filter;
    const char* sentence;
} others[] = {
    {"P5000:-6", "There is another peak of 6 dB at 5 kHz."},
    {"P5000:-6 P9000:+4", "A 6 dB peak at 5 kHz and a 4 dB dip at 9 kHz."},
    {"P5000:-6 P9000:+4", "A 6 dB peak at 5 kHz plus a 4 dB dip at 9 kHz."},
    {"P5000:-6 P9000:+4", "A 6 dB peak at 5 kHz amid haze, a second dip of 4 dB at 9 kHz."},
    {"P5000:-6 P9000:-6", "It has 6 dB peaks at 5 kHz or 9 kHz each."},
    {"P5656.85:-6", "A 6 dB peak between 4 and 8 kHz."},
    {"P5000:-6", "There are peaks at 5 kHz and 9 kHz, the former of 6 dB."},
    {"P9000:-4", "There are peaks at 5 kHz and 9 kHz, the latter of 4 dB."},
    {"L80:+6:q0.7", "Set an EQ with a low shelf of +6 dB at 80 Hz, Q 0.7."},
    {"P5000:-6", "Treble containing a peak at 5 kHz of 6 dB."},
    {"P5000:-6", "Treble featuring a peak at 5 kHz of 6 dB."},
    {"P5000:-6", "Treble having a peak at 5 kHz of 6 dB."},
    {"P5000:-6", "Faults include a peak at 5 kHz of 6 dB."},
    {"P5000:-6", "It includes an excess at 5 kHz of 6 dB."},
    {"P5000:-6", "Faults, including a peak at 5 kHz of 6 dB."},
    {"P5000:-6", "The treble, where a peak at 5 kHz is 6 dB high."},
    {"P5000:-6", "It is bright with a peak at 5 kHz of 6 dB."},
    {"-", "The response slopes 6 dB from 2 to 5 kHz."},
    {"-", "The response is tilted 6 dB from 2 to 5 kHz."},
    {"L80:-6", "The bass is shelved up 6 dB below 80 Hz."},
    {"H8000:-6", "There is a shelving rise of 6 dB above 8 kHz."},
    {"H8000:-6", "Treble shelves up by 6 dB above 8 kHz."},
};

static void test_words_with_sentences_of_their_own(void)
{
    for (size_t i = 0; i < sizeof others / sizeof *others; ++i)
        CHECK(review_gives(others[i].sentence, others[i].filter));
}

static bool is_tried(const char* pattern)
{
    for (size_t g = 0; g < N_GROUPS; ++g) {
        if (review_text_has(groups[g].frame, pattern))
            return true;
        for (size_t i = 0; i < groups[g].n; ++i)
            if (review_text_has(groups[g].words[i], pattern))
                return true;
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; ++i)
        if (review_text_has(others[i].sentence, pattern))
            return true;
    return review_sentences_have(pattern);
}

static void test_no_word_of_grammar_is_left_without_a_sentence(void)
{
    for (size_t i = 0; i < tare_n_grammar_words; ++i)
        if (!is_tried(tare_grammar_words[i].pattern))
            CHECK_STR(tare_grammar_words[i].pattern, "in a sentence");
}

int main(void)
{
    RUN(test_each_word_of_grammar_does_its_part);
    RUN(test_words_with_sentences_of_their_own);
    RUN(test_no_word_of_grammar_is_left_without_a_sentence);
    return check_done();
}
