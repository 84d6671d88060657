/* Words that mean something only together: each row of their tables in a sentence. */

#include "helpers/check.h"
#include "helpers/review_sentence.h"
#include "review/idiom_words.h"
#include "review/phrase_words.h"

typedef struct {
    const char* filter;
    const char* sentence;
} Pair;

static void check_pairs(const Pair* pairs, size_t n)
{
    for (size_t i = 0; i < n; ++i)
        CHECK(review_gives(pairs[i].sentence, pairs[i].filter));
}

#define N_OF(list) (sizeof(list) / sizeof *(list))

/* Two words side by side. */
static const Pair side_by_side[] = {
    {"P5000:-6", "AutoEq suggests -6 dB at 5 kHz."},
    {"P5000:-6", "Oratory1990 suggests -6 dB at 5 kHz."},
    {"P5000:+6", "I added 6 dB at 5 kHz."},
    {"P5000:-6", "I applied -6 dB at 5 kHz."},
    {"P5000:-6", "I apply -6 dB at 5 kHz."},
    {"P5000:+6", "I gave 5 kHz +6 dB."},
    {"P5000:+6", "I give 5 kHz +6 dB."},
    {"P5000:-6", "I like -6 dB at 5 kHz."},
    {"P5000:-6", "I prefer -6 dB at 5 kHz."},
    {"P5000:-6", "I put 5 kHz at -6 dB."},
    {"P5000:-6", "I run -6 dB at 5 kHz."},
    {"P5000:-6", "I set 5 kHz to -6 dB."},
    {"P5000:-6", "I use -6 dB at 5 kHz."},
    {"P5000:-6", "I used -6 dB at 5 kHz."},
    {"P5000:-6", "We applied -6 dB at 5 kHz."},
    {"P5000:-6", "We apply -6 dB at 5 kHz."},
    {"P5000:-6", "We use -6 dB at 5 kHz."},
    {"P5000:-6", "We used -6 dB at 5 kHz."},
    {"P5000:+6", "The graph calls for +6 dB at 5 kHz."},
    {"P5000:+6", "You have to set +6 dB at 5 kHz."},
    {"P5000:+6", "One has to set +6 dB at 5 kHz."},
    {"P5000:-6", "There is 6 dB of higher output at 5 kHz."},
    {"P5000:-6", "The response juts out by 6 dB at 5 kHz."},
    {"P5000:+6", "There is 6 dB of lower output at 5 kHz."},
    {"P5000:+6", "It needs to get +6 dB at 5 kHz."},
    {"P5000:+6", "There is a negative deviation of 6 dB at 5 kHz."},
    {"P5000:+6", "There is a negative error of 6 dB at 5 kHz."},
    {"P5000:+6", "There are negative excursions of 6 dB at 5 kHz."},
    {"P5000:+6", "There is a negative offset of 6 dB at 5 kHz."},
    {"P5000:+6", "The worst is a negative one of 6 dB at 5 kHz."},
    {"P5000:-6", "There is not only a peak of 6 dB at 5 kHz."},
    {"P5000:-6", "A not insignificant peak of 6 dB is at 5 kHz."},
    {"P5000:-6", "A not negligible peak of 6 dB is at 5 kHz."},
    {"P5000:-6", "It is overly strong by 6 dB at 5 kHz."},
    {"P5000:-6", "There is a positive deviation of 6 dB at 5 kHz."},
    {"P5000:-6", "There is a positive error of 6 dB at 5 kHz."},
    {"P5000:-6", "There are positive excursions of 6 dB at 5 kHz."},
    {"P5000:-6", "There is a positive offset of 6 dB at 5 kHz."},
    {"P5000:-6", "The worst is a positive one of 6 dB at 5 kHz."},
    {"P5000:-6", "The response pokes out by 6 dB at 5 kHz."},
    {"P5000:-6", "The response is poking out by 6 dB at 5 kHz."},
    {"P5000:-6", "The response pops out by 6 dB at 5 kHz."},
    {"P5000:-6", "The response stands proud by 6 dB at 5 kHz."},
    {"P5000:-6", "The response is standing proud by 6 dB at 5 kHz."},
    {"P5000:-6", "The response sticks out by 6 dB at 5 kHz."},
    {"P5000:-6", "The response is sticking out by 6 dB at 5 kHz."},
    {"P5000:+6", "The response is 6 dB shy of target at 5 kHz."},
    {"P5000:+6", "The response is 6 dB short of target at 5 kHz."},
    {"P5000:-6", "There is 6 dB too much at 5 kHz."},
    {"P5000:+6", "There is 6 dB too little at 5 kHz."},
    {"P5000:+6", "It has 6 dB too few at 5 kHz."},
    {"P5000:-6", "It is 6 dB too strong at 5 kHz."},
    {"P5000:+6", "It is 6 dB too weak at 5 kHz."},
    {"P5000:+6", "It is 6 dB too quiet at 5 kHz."},
    {"P5000:-6", "It is 6 dB too loud at 5 kHz."},
    {"P5000:-6", "It is 6 dB too prominent at 5 kHz."},
    {"P5000:+6", "As a remedy we suggest +6 dB at 5 kHz."},
    {"P5000:+6", "As a remedy we propose +6 dB at 5 kHz."},
};

/* A verb with a particle. */
static const Pair verbs[] = {
    {"L100:-3", "Shelve the bass down 3 dB below 100 Hz."},
    {"P5000:-6", "Scoop out 6 dB at 5 kHz."},
    {"P5000:+6", "I pull up 5 kHz by 6 dB."},
    {"P5000:-6", "I pull 6 dB out at 5 kHz."},
    {"P5000:+6", "I fill in 5 kHz with 6 dB."},
    {"P5000:+6", "I put 6 dB on at 5 kHz."},
    {"P5000:+6", "Dial in 6 dB at 5 kHz."},
    {"P5000:-6", "I took 6 dB off at 5 kHz."},
    {"P5000:-6", "I took 6 dB out at 5 kHz."},
    {"P5000:-6", "You should back off 5 kHz by 6 dB with EQ."},
    {"P5000:-6", "We recommend backing off 5 kHz by 6 dB with EQ."},
    {"P5000:-6", "You should bring down 5 kHz by 6 dB with EQ."},
    {"P5000:+6", "You should bring up 5 kHz by 6 dB with EQ."},
    {"P5000:-6", "We recommend bringing down 5 kHz by 6 dB with EQ."},
    {"P5000:+6", "We recommend bringing up 5 kHz by 6 dB with EQ."},
    {"P5000:-6", "It should be brought down at 5 kHz by 6 dB with EQ."},
    {"P5000:+6", "It should be brought up at 5 kHz by 6 dB with EQ."},
    {"P5000:+6", "You should bump up 5 kHz by 6 dB with EQ."},
    {"P5000:+6", "With EQ 5 kHz should come up by 6 dB."},
    {"P5000:-6", "With EQ 5 kHz should come down by 6 dB."},
    {"P5000:+6", "You should crank 5 kHz up by 6 dB with EQ."},
    {"P5000:-6", "You should dial 5 kHz back by 6 dB with EQ."},
    {"P5000:-6", "You should dial 5 kHz down by 6 dB with EQ."},
    {"P5000:-6", "You should EQ 5 kHz down by 6 dB."},
    {"P5000:+6", "You should EQ 5 kHz up by 6 dB."},
    {"P5000:-6", "You should ease 5 kHz back by 6 dB with EQ."},
    {"P5000:-6", "You should knock 5 kHz down by 6 dB with EQ."},
    {"P5000:-6", "You should knock 6 dB off at 5 kHz with EQ."},
    {"P5000:-6", "You should notch out 5 kHz by 6 dB with EQ."},
    {"P5000:-6", "You should nudge 5 kHz down by 6 dB with EQ."},
    {"P5000:+6", "You should nudge 5 kHz up by 6 dB with EQ."},
    {"P5000:-6", "You should pull 5 kHz back by 6 dB with EQ."},
    {"P5000:-6", "You should pull 5 kHz down by 6 dB with EQ."},
    {"P5000:-6", "You should push 5 kHz down by 6 dB with EQ."},
    {"P5000:+6", "You should push 5 kHz up by 6 dB with EQ."},
    {"P5000:-6", "You should ramp 5 kHz down by 6 dB with EQ."},
    {"P5000:-6", "It should be rolled back at 5 kHz by 6 dB with EQ."},
    {"P5000:-6", "We recommend rolling back 5 kHz by 6 dB with EQ."},
    {"P5000:-6", "You should scale back 5 kHz by 6 dB with EQ."},
    {"P5000:-6", "You should scale down 5 kHz by 6 dB with EQ."},
    {"P5000:-6", "You should shave off 6 dB at 5 kHz with EQ."},
    {"P5000:-6", "You should shave away 6 dB at 5 kHz with EQ."},
    {"P5000:-6", "You should take off 6 dB at 5 kHz with EQ."},
    {"P5000:-6", "You should take out 6 dB at 5 kHz with EQ."},
    {"P5000:-6", "We recommend taking off 6 dB at 5 kHz with EQ."},
    {"P5000:-6", "We recommend taking out 6 dB at 5 kHz with EQ."},
    {"P5000:-6", "You should turn 5 kHz down by 6 dB with EQ."},
    {"P5000:+6", "You should turn 5 kHz up by 6 dB with EQ."},
    {"P5000:-6", "You should take 6 dB away at 5 kHz with EQ."},
    {"P5000:-6", "We recommend taking 6 dB away at 5 kHz with EQ."},
    {"P5000:-6", "You should tone down 5 kHz by 6 dB with EQ."},
    {"P5000:-6", "We recommend toning down 5 kHz by 6 dB with EQ."},
    {"P5000:-6", "We recommend winding 5 kHz back by 6 dB with EQ."},
    {"P5000:-6", "I pull 6 dB from the 5 kHz region."},
    {"P5000:+6", "Put 6 dB back at 5 kHz."},
    {"P5000:-6", "I roll 5 kHz back by 6 dB."},
    {"L100:+6", "Shelve everything below 100 Hz up by 6 dB."},
    {"P5000:-6", "Take 6 dB from the 5 kHz region."},
    {"P5000:-6", "Take 5 kHz down by 6 dB."},
    {"P5000:-6", "Try taking 5 kHz down by 6 dB."},
    {"P5000:-6", "I took 5 kHz down by 6 dB."},
    {"P5000:-6", "Try taking 6 dB from 5 kHz."},
    {"P5000:-6", "I took 6 dB from 5 kHz."},
};

static void test_two_words_side_by_side(void)
{
    check_pairs(side_by_side, N_OF(side_by_side));
}

static void test_verbs_with_a_particle(void)
{
    check_pairs(verbs, N_OF(verbs));
}

static bool is_phrase_tried(const TarePhrase* phrase)
{
    char patterns[64];
    snprintf(patterns, sizeof patterns, "%s %s", phrase->first, phrase->second);
    for (size_t i = 0; i < N_OF(side_by_side); ++i)
        if (review_text_has(side_by_side[i].sentence, patterns))
            return true;
    return review_sentences_have(patterns);
}

static bool is_verb_tried(const TarePhrase* verb)
{
    for (size_t i = 0; i < N_OF(verbs); ++i)
        if (review_text_has(verbs[i].sentence, verb->first) &&
            review_text_has(verbs[i].sentence, verb->second))
            return true;
    return false;
}

static void test_no_phrase_is_left_without_a_sentence(void)
{
    for (size_t i = 0; i < tare_n_phrases; ++i)
        if (!is_phrase_tried(&tare_phrases[i]))
            CHECK_STR(tare_phrases[i].second, "in a sentence");
    for (size_t i = 0; i < tare_n_phrase_verbs; ++i)
        if (!is_verb_tried(&tare_phrase_verbs[i]))
            CHECK_STR(tare_phrase_verbs[i].first, "in a sentence");
}

/** Twice 10 kHz is 20 kHz: the middle of an octave is sqrt 2 above its lower end. */
static void test_octaves_that_have_a_name(void)
{
    static const Pair named[] = {
        {"H10000:-6", "The top octave is too loud by 6 dB."},
        {"H10000:-6", "The highest octave is too loud by 6 dB."},
        {"L40:-6", "The bottom octave is too loud by 6 dB."},
        {"L40:-6", "The lowest octave is too loud by 6 dB."},
        {"-", "The second octave is too loud by 6 dB."},
        {"-", "The top is too loud by 6 dB."},
    };
    check_pairs(named, N_OF(named));
    for (size_t i = 0; i < tare_n_idiom_ranges; ++i)
        CHECK_NEAR(tare_idiom_ranges[i].hi_hz, 2.0 * tare_idiom_ranges[i].lo_hz, 0.0);
}

/** An adjective is a direction where it compares, and else the name of a band. */
static void test_words_that_compare(void)
{
    static const Pair compared[] = {
        {"P5000:+6", "It is 6 dB lower at 5 kHz."},
        {"P5000:+6", "It is 6 dB low at 5 kHz."},
        {"P5000:+6", "It has 6 dB less at 5 kHz."},
        {"P5000:-6", "It is stronger by 6 dB at 5 kHz."},
        {"P5000:-6", "It has an extra 6 dB at 5 kHz."},
        {"P5000:-6", "It has an additional 6 dB at 5 kHz."},
        {"P5000:-6", "It is 6 dB higher at 5 kHz."},
        {"P5000:-6", "It is 6 dB high at 5 kHz."},
        {"P5000:-6", "It has 6 dB more at 5 kHz."},
        {"P5000:-6", "It is too high at 5 kHz, by 6 dB."},
        {"P5000:+6", "It is too low by 6 dB at 5 kHz."},
        {"P300:-6", "The lower midrange peaks by 6 dB at 300 Hz."},
        {"P3000:+6", "The higher midrange dips by 6 dB at 3 kHz."},
    };
    check_pairs(compared, N_OF(compared));
}

/** A verb at the beginning, or behind "to", "should" or "must", tells what to do. */
static void test_orders(void)
{
    static const Pair orders[] = {
        {"P5000:-6", "Lower 5 kHz by 6 dB."},
        {"P5000:-6", "Decrease 5 kHz by 6 dB."},
        {"P5000:-6", "Decreasing 5 kHz by 6 dB is advisable."},
        {"P5000:+6", "Increase 5 kHz by 6 dB."},
        {"P5000:+6", "Increasing 5 kHz by 6 dB is advisable."},
        {"P5000:-6", "You should lower 5 kHz by 6 dB."},
        {"P5000:-6", "You must lower 5 kHz by 6 dB."},
        {"P5000:-6", "We recommend to lower 5 kHz by 6 dB."},
        {"P5000:-6", "Advice: lower 5 kHz by 6 dB."},
        {"H8000:-6", "Lower everything above 8 kHz by 6 dB."},
        {"H8000:+6", "Increase the treble above 8 kHz by 6 dB."},
    };
    check_pairs(orders, N_OF(orders));
}

static void test_signs_in_words(void)
{
    static const Pair signs[] = {
        {"P5000:+6", "The response is minus 6 dB at 5 kHz."},
        {"P5000:-6", "The response is plus 6 dB at 5 kHz."},
        {"-", "The response is plus or minus 6 dB at 5 kHz."},
        {"-", "The response is plus minus 6 dB at 5 kHz."},
        {"P5000:-6", "The peak is plus +6 dB at 5 kHz."},
    };
    check_pairs(signs, N_OF(signs));
}

/** One frequency and all beyond it. */
static void test_half_lines(void)
{
    static const Pair lines[] = {
        {"H8000:-6", "At 8 kHz and up it is too loud by 6 dB."},
        {"H8000:-6", "At 8 kHz and higher it is too loud by 6 dB."},
        {"H8000:-6", "At 8 kHz and above it is too loud by 6 dB."},
        {"H8000:-6", "At 8 kHz and beyond it is too loud by 6 dB."},
        {"L80:-6", "At 80 Hz and down it is too loud by 6 dB."},
        {"L80:-6", "At 80 Hz and lower it is too loud by 6 dB."},
        {"L80:-6", "At 80 Hz and below it is too loud by 6 dB."},
        {"H8000:-6", "It is 6 dB too loud from 8 kHz on."},
        {"H8000:-6", "It is 6 dB too loud from 8 kHz on up."},
        {"L80:-6", "It is 6 dB too loud up to 80 Hz."},
        {"H8000:-6", "It is 6 dB too loud down to 8 kHz."},
        {"P5000:-6", "It is too loud by up to 6 dB at 5 kHz."},
    };
    check_pairs(lines, N_OF(lines));
}

static void test_spans(void)
{
    static const Pair spans[] = {
        {"P4000:-6", "It is 6 dB too loud between 2 kHz and 8 kHz."},
        {"P4000:-6", "It is 6 dB too loud from 2 kHz to 8 kHz."},
        {"P4000:-6", "It is 6 dB too loud from 8 kHz down to 2 kHz."},
        {"P4000:-6", "It is 6 dB too loud from 2 kHz all the way up to 8 kHz."},
        {"P5000:-5", "It is between 4 dB and 6 dB too loud at 5 kHz."},
        {"P5000:-6", "It is too loud from 6 dB at 5 kHz."},
        {"-", "The response lies between -3 dB and +3 dB at 5 kHz."},
        {"-", "The peak is 6 dB between."},
        {"-", "The peak is 6 dB from"},
    };
    check_pairs(spans, N_OF(spans));
}

int main(void)
{
    RUN(test_two_words_side_by_side);
    RUN(test_verbs_with_a_particle);
    RUN(test_no_phrase_is_left_without_a_sentence);
    RUN(test_octaves_that_have_a_name);
    RUN(test_words_that_compare);
    RUN(test_orders);
    RUN(test_signs_in_words);
    RUN(test_half_lines);
    RUN(test_spans);
    return check_done();
}
