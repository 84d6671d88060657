/* The words that have a meaning: each row of their tables in a sentence. */

#include "helpers/check.h"
#include "helpers/review_sentence.h"
#include "review/phrase_words.h"
#include "review/word_patterns.h"
#include "review/word_tables.h"
#include "review/words.h"

/* Nouns for too much, that a response "has". */
static const char* const humps[] = {
    "warmth",    "accumulation",  "bloat",    "bloom",    "boominess",
    "boost",     "brightness",    "buildup",  "bulge",    "bump",
    "crest",     "elevation",     "emphasis", "excess",   "glare",
    "heaviness", "hike",          "hill",     "hump",     "lift",
    "mound",     "overabundance", "overage",  "overload", "overrepresentation",
    "overshoot", "overemphasis",  "peak",     "plateau",  "prominence",
    "ridge",     "rise",          "spike",    "summit",   "surge",
    "surplus",   "swell",         "uplift",   "upswing",  "uptick",
    "upturn",    "augmentation",  "boosts",   "bumps",    "excesses",
    "humps",     "lifts",         "peaks",    "spikes",
};

/* Nouns for too little. */
static const char* const dips[] = {
    "reduction",
    "reductions",
    "roll",
    "canyon",
    "cavity",
    "chasm",
    "concavity",
    "crater",
    "crevasse",
    "crevice",
    "cuts",
    "dearth",
    "deemphasis",
    "deficiency",
    "deficit",
    "deficits",
    "dent",
    "depression",
    "dip",
    "dips",
    "ditch",
    "downtick",
    "downturn",
    "drop",
    "dropoff",
    "dropout",
    "falloff",
    "gap",
    "gorge",
    "hole",
    "holes",
    "hollow",
    "indentation",
    "lull",
    "loss",
    "fall",
    "notch",
    "notches",
    "null",
    "nulls",
    "pit",
    "pothole",
    "recess",
    "retreat",
    "roll-off",
    "rolldown",
    "rolloffs",
    "sag",
    "scoop",
    "shortage",
    "shortfall",
    "shortfalls",
    "slump",
    "suckout",
    "trench",
    "trough",
    "troughs",
    "underemphasis",
    "underrepresentation",
    "undershoot",
    "valley",
    "valleys",
    "void",
};

/* What a region "is" when there is too much of it. */
static const char* const loud[] = {
    "accentuated",  "amplified",     "augmented",    "boomy",     "boosted",    "bright",
    "brighter",     "bulging",       "energetic",    "enhanced",  "enlarged",   "exaggerated",
    "excessive",    "exuberant",     "forward",      "generous",  "heavier",    "heavy",
    "heightened",   "hot",           "hotter",       "hyped",     "inflated",   "intensified",
    "lifted",       "loud",          "magnified",    "overblown", "overbright", "overcooked",
    "overdone",     "overenergised", "overpowering", "peaked",    "prominent",  "protruding",
    "proud",        "pushed",        "raised",       "resonant",  "risen",      "shouty",
    "strengthened", "swollen",       "thick",        "up",        "uplifted",   "ballooning",
    "elevated",     "over target",   "above target", "increased", "spiking",    "rebounding",
};

/* What it is when there is too little. */
static const char* const quiet[] = {
    "absent",         "anaemic",      "anemic",      "attenuated", "backward",     "below target",
    "beneath target", "under target", "damped",      "decreased",  "depressed",    "diminished",
    "dipped",         "distant",      "down",        "dull",       "dulled",       "duller",
    "dwindling",      "faded",        "fading",      "inadequate", "insufficient", "lacking",
    "laid-back",      "lagging",      "lean",        "leaner",     "lessened",     "lost",
    "lowered",        "missing",      "muffled",     "muted",      "quiet",        "quieter",
    "recessed",       "reduced",      "relaxed",     "restrained", "retreating",   "rolled",
    "rolled-off",     "scarce",       "short",       "shrinking",  "shy",          "slumping",
    "softened",       "starved",      "subdued",     "subsiding",  "suppressed",   "tamped",
    "tapering",       "thin",         "thinned",     "thinner",    "trailing",     "tucked",
    "underemphatic",  "underpowered", "understated", "veiled",     "waning",       "weak",
    "withdrawn",      "withdrawing",  "ebbing",      "diving",
};

/* What the response does there. */
static const char* const climbs[] = {
    "adds",
    "balloons",
    "blooms",
    "climbs",
    "exceeds target by",
    "jumps",
    "exceeded target by",
    "outstrips target by",
    "protrudes",
    "raises",
    "rebounds",
    "rises",
    "rose",
    "soars",
    "surges",
    "surpasses target by",
    "swells",
    "gain of",
};

static const char* const sinks[] = {
    "reduces",   "collapses", "declines", "decreases", "descends", "dives", "drops",     "dropped",
    "ebbs",      "fades",     "falls",    "fell",      "lacks",    "lags",  "will lose", "loses",
    "nosedives", "plummets",  "plunges",  "recesses",  "retreats", "rolls", "sags",      "sank",
    "sinks",     "slumps",    "tapers",   "trails",    "tumbles",  "wanes",
};

/* What it is seen doing. */
static const char* const climbing[] = {"peaking", "rising", "spiking", "jumping", "soaring"};

static const char* const sinking[] = {"rolling off", "declining", "dipping",
                                      "dropping",    "falling",   "losing"};

/* What a reader is told to do, which is the filter itself. */
static const char* const raise[] = {"add", "adding", "boosting", "raise", "raising"};

static const char* const cut[] = {
    "attenuate",   "attenuating", "cut",    "cutting",   "lowering",
    "reduce",      "reducing",    "soften", "softening", "subtract",
    "subtracting", "tame",        "taming", "trim",      "trimming",
};

static const ReviewGroup groups[] = {
    REVIEW_GROUP(humps, "The response shows %s of 6 dB at 5 kHz.", "P5000:-6"),
    REVIEW_GROUP(dips, "The response shows %s of 6 dB at 5 kHz.", "P5000:+6"),
    REVIEW_GROUP(loud, "The region at 5 kHz is %s by 6 dB.", "P5000:-6"),
    REVIEW_GROUP(quiet, "The region at 5 kHz is %s by 6 dB.", "P5000:+6"),
    REVIEW_GROUP(climbs, "The response at 5 kHz %s 6 dB.", "P5000:-6"),
    REVIEW_GROUP(sinks, "The response at 5 kHz %s 6 dB.", "P5000:+6"),
    REVIEW_GROUP(climbing, "The response is %s 6 dB at 5 kHz.", "P5000:-6"),
    REVIEW_GROUP(sinking, "The response is %s 6 dB at 5 kHz.", "P5000:+6"),
    REVIEW_GROUP(raise, "We recommend to %s 6 dB at 5 kHz by equaliser.", "P5000:+6"),
    REVIEW_GROUP(cut, "We recommend to %s 6 dB at 5 kHz by equaliser.", "P5000:-6"),
};

enum { N_GROUPS = sizeof groups / sizeof *groups };

static void test_each_word_of_level_has_its_direction(void)
{
    for (size_t g = 0; g < N_GROUPS; ++g) {
        const char* const word = review_group_fails(&groups[g]);
        if (word)
            CHECK_STR(word, groups[g].frame);
    }
}

/** Rows are looked up by their first two letters, so these must not go back. */
static void check_letters(const char* one, const char* next)
{
    if (strncmp(one, next, 2) > 0)
        CHECK_STR(next, "behind its letters");
}

static void test_tables_are_in_the_order_of_letters(void)
{
    for (size_t i = 1; i < tare_n_level_words; ++i)
        check_letters(tare_level_words[i - 1].pattern, tare_level_words[i].pattern);
    for (size_t i = 1; i < tare_n_grammar_words; ++i)
        check_letters(tare_grammar_words[i - 1].pattern, tare_grammar_words[i].pattern);
    for (size_t i = 1; i < tare_n_phrase_verbs; ++i)
        check_letters(tare_phrase_verbs[i - 1].first, tare_phrase_verbs[i].first);
    for (size_t i = 1; i < tare_n_phrases; ++i)
        check_letters(tare_phrases[i - 1].first, tare_phrases[i].first);
}

static bool takes_as_much(const char* pattern, const char* other)
{
    return strchr(pattern, '*') || !strchr(other, '*');
}

/** The first row that fits counts: none may stand behind one that takes all its words. */
static void check_not_hidden(const TareWord* rows, size_t n)
{
    for (size_t i = 0; i < n; ++i)
        for (size_t k = 0; k < i; ++k)
            if (takes_as_much(rows[k].pattern, rows[i].pattern) &&
                tare_word_is(rows[i].pattern, strcspn(rows[i].pattern, "*"), rows[k].pattern))
                CHECK_STR(rows[i].pattern, "before the row that hides it");
}

static void test_no_row_hides_another(void)
{
    check_not_hidden(tare_level_words, tare_n_level_words);
    check_not_hidden(tare_grammar_words, tare_n_grammar_words);
}

/** A word in both tables has the meaning of the first, and the other row is never read. */
static void test_no_word_stands_in_both_tables(void)
{
    for (size_t i = 0; i < tare_n_grammar_words; ++i)
        for (size_t k = 0; k < tare_n_level_words; ++k)
            if (tare_word_is(tare_grammar_words[i].pattern,
                             strcspn(tare_grammar_words[i].pattern, "*"),
                             tare_level_words[k].pattern))
                CHECK_STR(tare_grammar_words[i].pattern, "in one table");
}

static TareWordMeaning meaning_of(const char* word)
{
    return tare_word_meaning(word, strlen(word));
}

static void test_a_word_means_the_same_in_any_case_and_with_hyphens(void)
{
    for (size_t i = 0; i < tare_n_level_words; ++i) {
        char word[64] = "", loud_word[130] = "";
        strncpy(word, tare_level_words[i].pattern, strcspn(tare_level_words[i].pattern, "*"));
        for (size_t k = 0; word[k]; ++k) {
            loud_word[k] = (char)(word[k] - ('a' - 'A'));
            loud_word[k + 1] = '-';
        }
        CHECK(meaning_of(word) != 0 && meaning_of(loud_word) == meaning_of(word));
    }
}

static void test_a_compound_means_what_its_last_part_does(void)
{
    CHECK(meaning_of("sub-bass-bump") == meaning_of("bump"));
    CHECK(meaning_of("mid-dip") == meaning_of("dip"));
    CHECK(meaning_of("roll-off") == meaning_of("rolloff"));
    CHECK(meaning_of("bump-like") == 0); /* its last part means nothing */
    CHECK(meaning_of("bump-") == meaning_of("bump"));
    CHECK(meaning_of("xyz-") == 0 && meaning_of("-") == 0 && meaning_of("") == 0);
    CHECK(meaning_of("bumper") == 0 && meaning_of("bum") == 0);
}

static void test_a_star_stands_for_any_rest(void)
{
    CHECK(tare_word_is("elevat", 6, "elevat*"));
    CHECK(tare_word_is("Elevation", 9, "elevat*"));
    CHECK(!tare_word_is("eleva", 5, "elevat*"));
    CHECK(tare_word_is("dip", 3, "dip") && !tare_word_is("dips", 4, "dip"));
    CHECK(tare_word_is("dips", 3, "dip")); /* only so much of the text is the word */
    CHECK(tare_word_is("", 0, "") && tare_word_is("", 0, "*") && !tare_word_is("", 0, "a"));
}

/** The rows of the grammar that a word is, against a walk through all of them. */
static void check_rows_of(const char* word, size_t length)
{
    const TareWord* found = NULL;
    for (size_t i = 0; i <= tare_n_grammar_words; ++i) {
        const TareWord* const row = i < tare_n_grammar_words ? &tare_grammar_words[i] : NULL;
        if (row && !tare_word_is(word, length, row->pattern))
            continue;
        found = tare_word_next_row(tare_grammar_words, tare_n_grammar_words, sizeof *row, found,
                                   word, length);
        CHECK(found == row);
    }
}

static void test_rows_are_found_by_two_letters(void)
{
    for (size_t i = 0; i < tare_n_grammar_words; ++i) {
        const char* const pattern = tare_grammar_words[i].pattern;
        const size_t length = strcspn(pattern, "*");
        char parted[40];
        check_rows_of(pattern, length);
        check_rows_of(pattern, length - 1);
        const int n =
            snprintf(parted, sizeof parted, "%c--%s", pattern[0] - 'a' + 'A', pattern + 1);
        check_rows_of(parted, (size_t)n - strlen(pattern) + length);
    }
    check_rows_of("", 0);
    check_rows_of("-", 1);
    check_rows_of("\xff\xff", 2);
    CHECK(!tare_word_next_row(tare_grammar_words, 0, sizeof *tare_grammar_words, NULL, "a", 1));
}

static bool is_in_a_group(const char* pattern)
{
    for (size_t g = 0; g < N_GROUPS; ++g)
        for (size_t i = 0; i < groups[g].n; ++i)
            if (review_text_has(groups[g].words[i], pattern))
                return true;
    return review_sentences_have(pattern);
}

static void test_no_word_of_level_is_left_without_a_sentence(void)
{
    for (size_t i = 0; i < tare_n_level_words; ++i)
        if (!is_in_a_group(tare_level_words[i].pattern))
            CHECK_STR(tare_level_words[i].pattern, "in a sentence");
}

int main(void)
{
    RUN(test_each_word_of_level_has_its_direction);
    RUN(test_no_word_of_level_is_left_without_a_sentence);
    RUN(test_tables_are_in_the_order_of_letters);
    RUN(test_no_row_hides_another);
    RUN(test_no_word_stands_in_both_tables);
    RUN(test_a_word_means_the_same_in_any_case_and_with_hyphens);
    RUN(test_a_compound_means_what_its_last_part_does);
    RUN(test_a_star_stands_for_any_rest);
    RUN(test_rows_are_found_by_two_letters);
    return check_done();
}
