/* Figures of other products: each word and phrase that tells of one in a sentence, and names. */

#include "helpers/check.h"
#include "helpers/review_sentence.h"
#include "review/name_words.h"
#include "review/veto_words.h"

/* What "has" the peak, in place of the headphone that is reviewed. */
static const char* const others[] = {
    "predecessor",
    "successor",
    "sibling",
    "sister",
    "related design",
    "related models",
    "comparable set",
    "competitor",
    "competing set",
    "rival",
    "alternative",
    "original",
    "first version",
    "second version",
    "old firmware",
    "preproduction sample",
    "prototype",
    "Bluetooth version",
    "USB version",
    "standard model",
    "standard version",
    "base model",
    "regular version",
    "revised version",
    "revised model",
    "newer version",
    "newer revision",
    "newer model",
    "updated version",
    "new version",
    "new revision",
    "new model",
    "improved version",
    "cheaper set",
    "pricier set",
    "special edition",
    "limited edition",
    "Pro variant",
    "Lite version",
    "Plus version",
    "Max version",
    "other variant",
    "previous Mk2",
    "previous unit",
    "previous edition",
    "previous iteration",
    "previous flagship",
    "previous tuning",
    "earlier unit",
    "earlier batch",
    "earlier revision",
    "earlier iteration",
    "earlier generation",
    "early production",
    "early run",
    "early unit",
    "early batch",
    "early sample",
    "early version",
    "initial production",
    "initial batch",
    "initial run",
    "first batch",
    "first production",
    "launch unit",
    "older sibling",
    "older generation",
    "old version",
    "old model",
    "cheaper model",
    "stablemate",
    "family member",
    "counterpart",
    "previous generation",
    "previous version",
    "previous model",
    "earlier model",
    "earlier version",
    "older model",
    "older version",
    "first generation",
    "wired version",
    "wireless version",
    "Pro version",
};

/* Sentences of their own, for what no product is. */
static const char* const whole[] = {
    "Unlike the rest of the line, a 6 dB peak at 5 kHz is there.",
    "It can improve on the 6 dB peak at 5 kHz.",
    "For context, a 6 dB peak at 5 kHz was usual.",
    "For comparison, a 6 dB peak at 5 kHz was usual.",
    "By comparison, a 6 dB peak at 5 kHz was usual.",
    "There is its brother with a 6 dB peak at 5 kHz.",
    "Other models have a 6 dB peak at 5 kHz.",
    "Other closed models have a 6 dB peak at 5 kHz.",
    "A 6 dB peak at 5 kHz is larger than others.",
    "A 6 dB peak at 5 kHz is larger than most.",
    "A 6 dB peak at 5 kHz is larger than average.",
    "An improvement over the 6 dB peak at 5 kHz is there.",
    "It is improved over the 6 dB peak at 5 kHz.",
    "It improves upon the 6 dB peak at 5 kHz.",
};

#define N_OF(list) (sizeof(list) / sizeof *(list))

static void test_figures_of_other_products_are_left_out(void)
{
    for (size_t i = 0; i < N_OF(others); ++i) {
        char sentence[120];
        snprintf(sentence, sizeof sentence, "The %s has a 6 dB peak at 5 kHz.", others[i]);
        CHECK(review_leaves_out(sentence, TARE_REASON_ANOTHER));
        snprintf(sentence, sizeof sentence, "There is a 6 dB peak at 5 kHz, not so in the %s.",
                 others[i]);
        CHECK(review_gives(sentence, "P5000:-6")); /* said behind it, of something else */
    }
    for (size_t i = 0; i < N_OF(whole); ++i)
        CHECK(review_leaves_out(whole[i], TARE_REASON_ANOTHER));
}

static bool is_tried(const char* words)
{
    for (size_t i = 0; i < N_OF(others); ++i) {
        char phrase[80];
        snprintf(phrase, sizeof phrase, "The %s", others[i]);
        if (review_text_has(phrase, words))
            return true;
    }
    for (size_t i = 0; i < N_OF(whole); ++i)
        if (review_text_has(whole[i], words))
            return true;
    return false;
}

static void test_no_word_is_left_without_a_sentence(void)
{
    for (size_t i = 0; i < tare_n_vetoes; ++i)
        if (tare_vetoes[i].reason == TARE_REASON_ANOTHER && !is_tried(tare_vetoes[i].words))
            CHECK_STR(tare_vetoes[i].words, "in a sentence");
}

/* Names that look like a model and are none: rigs, targets, standards, techniques, figures. */
static const char* const no_models[] = {
    "AP",     "APX555", "B&K",    "BK5128",      "Clone",    "GRAS", "HATS",   "HDM1",      "HMS2",
    "JM1",    "KB5000", "RA0402", "TIA",         "Crinacle", "DF",   "FR",     "H3",        "HFE",
    "IE2019", "IEF",    "LFE",    "OE2018",      "RAA",      "ANSI", "EN",     "IEC60318",  "IP68",
    "IPX4",   "ISO",    "ITU",    "SIEC",        "AAC",      "aptX", "AutoEq", "Bluetooth", "BT5",
    "EQ",     "LDAC",   "MP3",    "Oratory1990", "PEQ",      "SBC",  "USB3",   "dB",        "Hz",
    "kHz",    "RMS",    "SNR",    "SPL",         "std",      "THD",  "Mk2",    "Type4",     "V2",
};

/* Headphones and makers that are known without a brand of the catalogue. */
static const char* const products[] = {
    "AirPods",   "Ananda",    "Arya",     "Astell",  "ATH",          "Austrian", "Bathys",
    "Bowers",    "Campfire",  "Dekoni",   "EarPods", "Elegia",       "FreeBuds", "Hexa",
    "Kato",      "Letshuoer", "Momentum", "Nura",    "QuietComfort", "Simgot",   "Soundcore",
    "Starfield", "Stellia",   "Sundara",  "Tangzu",  "Technica",     "Utopia",
};

static bool is_name(const char* name, unsigned classes)
{
    return tare_name_word_is(name, strlen(name), classes);
}

static void test_names_are_told_apart(void)
{
    for (size_t i = 0; i < N_OF(no_models); ++i)
        CHECK(is_name(no_models[i], TARE_NAME_NO_MODEL) && !is_name(no_models[i], TARE_NAME_MODEL));
    for (size_t i = 0; i < N_OF(products); ++i)
        CHECK(is_name(products[i], TARE_NAME_PRODUCT) &&
              !is_name(products[i], TARE_NAME_NO_BRAND | TARE_NAME_TOOL));
    CHECK(!is_name("", ~0u) && !is_name("-", ~0u) && !is_name("Headphone", ~0u));
    CHECK(!is_name("zebra", ~0u) && !is_name("\xc3\x84", ~0u)); /* beyond the last row */
}

/** A product's name takes the figure with it; a rig's, a target's or a standard's does not. */
static void test_names_in_sentences(void)
{
    for (size_t i = 0; i < N_OF(products); ++i) {
        char sentence[120];
        snprintf(sentence, sizeof sentence, "The %s has a 6 dB peak at 5 kHz.", products[i]);
        CHECK(review_leaves_out(sentence, TARE_REASON_ANOTHER));
    }
    CHECK(review_gives("The GRAS 45BC rig shows a 6 dB peak at 5 kHz.", "P5000:-6"));
    CHECK(review_gives("On a B&K 5128 there is a 6 dB peak at 5 kHz.", "P5000:-6"));
    CHECK(review_gives("Against IEF Neutral there is a 6 dB peak at 5 kHz.", "P5000:-6"));
    CHECK(review_gives("By IEC 60318-4 there is a 6 dB peak at 5 kHz.", "P5000:-6"));
    CHECK(review_gives("Over USB there is a 6 dB peak at 5 kHz.", "P5000:-6"));
    CHECK(review_gives("The HX-500 has a 6 dB peak at 5 kHz.", "P5000:-6"));
    CHECK(review_gives("The Acme HX-500 has a 6 dB peak at 5 kHz.", "P5000:-6"));
    CHECK(review_leaves_out("The HX-600 has a 6 dB peak at 5 kHz.", TARE_REASON_ANOTHER));
    CHECK(review_leaves_out("The Acme HX-600 has a 6 dB peak at 5 kHz.", TARE_REASON_ANOTHER));
    CHECK(
        review_leaves_out("The Sennheiser HD 600 has a 6 dB peak at 5 kHz.", TARE_REASON_ANOTHER));
}

/** Though a sibling is spoken of first, what is said of this one counts. */
static void test_concessions(void)
{
    CHECK(review_gives("Although its sibling is calmer, the HX-500 has a 6 dB peak at 5 kHz.",
                       "P5000:-6"));
    CHECK(review_leaves_out("Although its sibling has a 6 dB peak at 5 kHz, it is fine.",
                            TARE_REASON_ANOTHER));
}

/** What a sentence is about is carried to one that goes on with "it", and no farther. */
static void test_topics_are_carried(void)
{
    CHECK(review_leaves_out("Its predecessor was brighter. It has a 6 dB peak at 5 kHz.",
                            TARE_REASON_ANOTHER));
    CHECK(review_gives("Its predecessor was brighter. The HX-500 has a 6 dB peak at 5 kHz.",
                       "P5000:-6"));
    CHECK(
        review_gives("Its predecessor was brighter.\n\nIt has a 6 dB peak at 5 kHz.", "P5000:-6"));
    CHECK(
        review_leaves_out("The ANC is strong. It reduces 100 Hz by 20 dB.", TARE_REASON_ISOLATION));
    CHECK(review_gives("The ANC is strong. The response has a 6 dB dip at 100 Hz.", "P100:+6"));
}

int main(void)
{
    RUN(test_figures_of_other_products_are_left_out);
    RUN(test_no_word_is_left_without_a_sentence);
    RUN(test_names_are_told_apart);
    RUN(test_names_in_sentences);
    RUN(test_concessions);
    RUN(test_topics_are_carried);
    return check_done();
}
