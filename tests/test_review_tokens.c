/* Sentences cut into tokens, each written as a word: "w" a word, "g" a gain, "f" a frequency, "q" a
   width, "n" a number, "o" another figure, and marks as they are. */

#include "helpers/check.h"
#include "helpers/noise.h"
#include "review/normalise.h"
#include "review/product_words.h"
#include "review/role_words.h"
#include "review/sentences.h"
#include "review/token.h"
#include "review/widths.h"

static TareSentence sentence;

/** Writes the kinds of all tokens of a text, '|' between sentences. */
static void write_kinds(const char* text, char* kinds, size_t size)
{
    TareNormalised normalised;
    size_t position = 0, n = 0;
    REQUIRE(tare_normalise(&normalised, text, strlen(text)));
    while (tare_sentence_next(&normalised, &position, &sentence)) {
        if (n && n + 1 < size)
            kinds[n++] = '|';
        for (size_t i = 0; i < sentence.n_tokens && n + 1 < size; ++i) {
            const TareToken* const token = &sentence.tokens[i];
            kinds[n++] = token->kind == TARE_TOKEN_MARK ? token->mark : "wgfqno"[token->kind];
        }
    }
    kinds[n] = '\0';
    tare_normalised_clear(&normalised);
}

static void check_kinds(const char* text, const char* wanted)
{
    char kinds[2000] = "";
    write_kinds(text, kinds, sizeof kinds);
    CHECK_STR(kinds, wanted);
}

static void test_kinds_of_tokens(void)
{
    check_kinds("", "");
    check_kinds("   ", "");
    check_kinds("Peak: 6 dB, 5 kHz (Q 2); end", "w:g,f(q);w");
    check_kinds("94 dB SPL at 1 kHz", "owf");
    check_kinds("The 7Hz Timeless at 7 kHz", "wowwf"); /* a brand, and a frequency */
    check_kinds("5 Hz and 30 kHz are no places", "owowww");
    check_kinds("8 Hz to 22 kHz", "o");
    check_kinds("The K712's peak", "www");
    check_kinds("sub-100 Hz bass", "wfw");
    check_kinds("the 3rd and 2nd", "wowo");
    check_kinds("HX-500 v2.1", "ww");
    check_kinds("R&B music", "ww");
    check_kinds("a \"quoted\" word", "www");
    check_kinds("6 dB [3] at 5 kHz [4, 5].", "gwf");
    check_kinds("[not a mark] 6 dB", "wwwg");
    check_kinds("[12345678901234567890123456] here", "nw");
}

/** A sign that stands for a word. */
static void test_signs_are_words(void)
{
    static const struct {
        const char* text;
        TareWordMeaning meaning;
    } signs[] = {
        {"< 5 kHz", TARE_WORD_BELOW}, {"> 5 kHz", TARE_WORD_ABOVE}, {"@ 5 kHz", TARE_WORD_AT},
        {"~ 5 kHz", TARE_WORD_ABOUT}, {"& 5 kHz", TARE_WORD_AND},
    };
    for (size_t i = 0; i < sizeof signs / sizeof *signs; ++i) {
        char kinds[20];
        write_kinds(signs[i].text, kinds, sizeof kinds);
        CHECK_STR(kinds, "wf");
        CHECK(tare_token_means(&sentence, 0, signs[i].meaning));
    }
    check_kinds("# 5 kHz = / % *", "f");
}

static void test_where_sentences_end(void)
{
    check_kinds("One two. Three! Four? Five", "ww|w|w|w");
    check_kinds("It is 2.5 dB. It is 3 dB.", "wwg|wwg");
    check_kinds("One. two", "w|w"); /* as many people write */
    check_kinds("A max. two", "www");
    check_kinds("One.Two", "w");
    check_kinds("One. (Two) \"Three\"", "w|(w)w");
    check_kinds("One.) Two", "w|w"); /* the bracket belongs to the first */
    check_kinds("One. 5 kHz", "w|f");
    check_kinds("It is approx. 5 kHz, cf. Fig. 3.", "wwwf,wwn");
    check_kinds("Is it? Yes", "ww|w");
    check_kinds("One [2]. Two", "w|w");
    check_kinds("One.[2] Two", "w|w");
    check_kinds("One. \xc3\x84pfel", "w|w");
}

/** Which abbreviations there are: behind each the sentence goes on. */
static void test_abbreviations(void)
{
    static const char* const words[] = {"approx", "avg",  "ca", "cf", "e.g", "eg", "fig",
                                        "i.e",    "incl", "ie", "no", "rel", "vs"};
    for (size_t i = 0; i < sizeof words / sizeof *words; ++i) {
        char text[40];
        snprintf(text, sizeof text, "See %s. Five", words[i]);
        check_kinds(text, "www");
        CHECK(tare_roles_of(words[i], strlen(words[i])) & TARE_ROLE_ABBREVIATES);
    }
    check_kinds("See bass. Five", "ww|w");
}

static void check_q(const char* text, double wanted)
{
    char kinds[100];
    double q = 0.0;
    write_kinds(text, kinds, sizeof kinds);
    for (size_t i = 0; i < sentence.n_tokens; ++i)
        if (sentence.tokens[i].kind == TARE_TOKEN_Q)
            q = sentence.tokens[i].lo;
    CHECK_NEAR(q, wanted, 1e-3);
}

/** 0 where no width is told. */
static void test_widths(void)
{
    check_q("a peak with Q 2.5", 2.5);
    check_q("a peak with Q=2.5", 2.5);
    check_q("a peak (Q: 2.5)", 2.5);
    check_q("a Q of about 2.5", 2.5);
    check_q("a Q-factor of 2.5", 2.5);
    check_q("a Q value 2.5", 2.5);
    check_q("Q2.5", 2.5);
    check_q("q0.7", 0.7);
    check_q("Q 0.09", 0.0);
    check_q("Q 0.1", 0.1);
    check_q("Q 20", 20.0);
    check_q("Q 21", 0.0);
    check_q("Q21", 0.0);
    check_q("Q of bass", 0.0);
    check_q("Q3-like", 0.0);
    check_q("one octave wide", 1.4142);
    check_q("1 octave wide", 1.4142);
    check_q("two octaves wide", 0.6667);
    check_q("three octaves in width", 0.4041);
    check_q("half an octave wide", 2.8709);
    check_q("a third octave wide", 4.3184);
    check_q("a quarter octave wide", 5.7633);
    check_q("a single octave of bandwidth", 1.4142);
    check_q("spanning about one octave", 1.4142);
    check_q("one octave up", 0.0);
    check_q("many octaves wide", 0.0);
    check_q("octave wide", 0.0);
    check_q("9 octaves wide", 0.0); /* Q is out of range */
}

/** The width in octaves between the points of half the gain in dB, solved for (RBJ cookbook). */
static void test_q_of_octaves_against_its_inverse(void)
{
    for (double octaves = 0.05; octaves < 8.0; octaves *= 1.3) {
        const double q = tare_q_of_octaves(octaves);
        CHECK_NEAR(2.0 / log(2.0) * asinh(1.0 / (2.0 * q)), octaves, 1e-9);
    }
}

/* Each word of the table, and some that are none. */
static const struct {
    unsigned traits;
    const char* words[44]; ///< up to NULL
} product_rows[] = {
    {TARE_TRAIT_OTHER,
     {"Headphone Amp",
      "headphone cable",
      "headphone DAC",
      "headphone stand",
      "Earphone Cable",
      "IEM cable",
      "Upgrade cable",
      "adapters",
      "adaptor",
      "accessories",
      "Amplifiers",
      "Bookshelf speakers",
      "DAP",
      "dongle",
      "ear tip",
      "Ear-tips",
      "energizer",
      "floorstanding",
      "interconnects",
      "loudspeaker",
      "mixer",
      "near-field",
      "neckband speaker",
      "player",
      "players",
      "plug-in",
      "receiver",
      "recorder",
      "software",
      "soundbar",
      "speaker",
      "speakers",
      "splitter",
      "streamer",
      "subwoofer",
      "transmitter",
      "turntable"}},
    {TARE_TRAIT_PART, {"cable", "cables", "ear pad", "Earpads"}},
    {TARE_TRAIT_MIC, {"microphone", "Microphones"}},
    {TARE_TRAIT_DEVICE,
     {"amp", "amps", "audio interface", "DAC", "DACs", "DAC/amp", "desktop DAC", "portable DAC",
      "USB DAC"}},
    {TARE_TRAIT_HEADPHONE | TARE_TRAIT_OPEN,
     {"bone conduction", "open-ear", "Open-Back", "semi-open"}},
    {TARE_TRAIT_HEADPHONE, {"closed-back", "headphone", "Headphones", "neckband"}},
    {TARE_TRAIT_HEADPHONE | TARE_TRAIT_OVER_EAR,
     {"over-ear", "around-ear", "circumaural", "earspeakers"}},
    {TARE_TRAIT_HEADPHONE | TARE_TRAIT_ON_EAR, {"on-ear", "supra-aural"}},
    {TARE_TRAIT_HEADPHONE | TARE_TRAIT_IN_EAR,
     {"in-ear", "IEM", "IEMs", "CIEM", "earphones", "TWS", "true wireless", "wireless earbuds",
      "buds"}},
    {TARE_TRAIT_HEADPHONE | TARE_TRAIT_EARBUD, {"flat-head", "earbuds"}},
    {TARE_TRAIT_HEADPHONE | TARE_TRAIT_HEADSET, {"headset", "Headsets"}},
    {0, {"", "-", "music", "headphon", "bud", "Daps", "amped", "cabled"}},
};

static unsigned traits_of(const char* text)
{
    return tare_product_word_traits(text, strlen(text));
}

static void test_words_of_products(void)
{
    for (size_t i = 0; i < sizeof product_rows / sizeof *product_rows; ++i)
        for (const char* const* word = product_rows[i].words; *word; ++word)
            if (traits_of(*word) != product_rows[i].traits)
                CHECK_STR(*word, "of other traits");
    CHECK(traits_of("a tag that is longer than any word of the table, and so no word") == 0);
}

/** Whatever the text: tokens stand in order inside their sentence, and each byte is read once. */
static void test_any_text_is_cut_in_order(void)
{
    static const char* const parts[] = {
        "6 dB", " ",      ". ", "Peak", "at", "5 kHz", ",",   "(", ")",  "[",  "]",       "1/3",
        "-",    "octave", "Q",  "of",   "'s", "?",     "sub", "~", "up", "to", "between", "and"};
    uint64_t state = 7;
    for (unsigned round = 0; round < 3000; ++round) {
        char text[300] = "";
        for (size_t n = 1 + noise_below(&state, 30); n; --n)
            strcat(text, parts[noise_below(&state, sizeof parts / sizeof *parts)]);
        TareNormalised normalised;
        REQUIRE(tare_normalise(&normalised, text, strlen(text)));
        size_t position = 0, before = 0;
        while (tare_sentence_next(&normalised, &position, &sentence)) {
            CHECK(sentence.start >= before && sentence.end > sentence.start);
            CHECK(position >= sentence.end && position <= normalised.length);
            before = position;
            uint32_t end = sentence.start;
            for (size_t i = 0; i < sentence.n_tokens; ++i) {
                CHECK(sentence.tokens[i].start >= end);
                end = sentence.tokens[i].end;
                CHECK(end > sentence.tokens[i].start && end <= sentence.end);
            }
        }
        tare_normalised_clear(&normalised);
    }
}

int main(void)
{
    RUN(test_kinds_of_tokens);
    RUN(test_signs_are_words);
    RUN(test_where_sentences_end);
    RUN(test_abbreviations);
    RUN(test_widths);
    RUN(test_q_of_octaves_against_its_inverse);
    RUN(test_words_of_products);
    RUN(test_any_text_is_cut_in_order);
    return check_done();
}
