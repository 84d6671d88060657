/* Lines, heads and tags of settings by themselves; what whole texts of them mean stands in
   tests/data/reviews/settings.tsv. */

#include "helpers/check.h"
#include "review/bbcode.h"
#include "review/heads.h"
#include "review/setting_line.h"
#include "review/setting_words.h"
#include "review/subject.h"

static bool reads(const char* text, TareSettingLine* line)
{
    return tare_setting_line_read(line, text, strlen(text), false);
}

static void test_a_line(void)
{
    TareSettingLine line;
    REQUIRE(reads("Filter 1: ON PK Fc 105 Hz Gain 5.5 dB Q 0.71", &line));
    REQUIRE(line.n_settings == 1);
    const TareSetting* const setting = &line.settings[0];
    CHECK(setting->band.type == TARE_BAND_PEAK);
    CHECK_NEAR(setting->band.freq_hz, 105, 1e-9);
    CHECK_NEAR(setting->band.gain_db, 5.5, 1e-9);
    CHECK_NEAR(setting->band.q, 0.71, 1e-9);
    CHECK(setting->is_q_stated && !setting->is_signed && !setting->reason && line.is_proven);
}

static void test_several_in_a_line(void)
{
    TareSettingLine line;
    REQUIRE(reads("add 4 dB at 60 and 150, cut 3k by 2", &line));
    REQUIRE(line.n_settings == 3);
    CHECK_NEAR(line.settings[1].band.freq_hz, 150, 1e-9);
    CHECK_NEAR(line.settings[1].band.gain_db, 4, 1e-9);
    CHECK_NEAR(line.settings[2].band.freq_hz, 3000, 1e-9);
    CHECK_NEAR(line.settings[2].band.gain_db, -2, 1e-9);
}

static void check_reason(const char* text, TareReason wanted)
{
    TareSettingLine line;
    REQUIRE(reads(text, &line));
    REQUIRE(line.n_settings == 1);
    CHECK(line.settings[0].reason == wanted);
}

static void test_reasons(void)
{
    check_reason("60 Hz, 4 dB", TARE_REASON_NO_DIRECTION);
    check_reason("cut 60 Hz by +4 dB", TARE_REASON_CONTRADICTION);
    check_reason("60 Hz, 0 dB", TARE_REASON_ZERO);
    check_reason("60 Hz, +25 dB", TARE_REASON_TOO_LARGE);
    check_reason("OFF PK Fc 60 Hz Gain 4 dB", TARE_REASON_CHOICE);
    check_reason("HPQ Fc 20 Hz Q 0.7", TARE_REASON_FILTER_KIND);
}

static void test_no_lines(void)
{
    static const char* const none[] = {
        "",
        "EQ",
        "60 Hz",
        "+4 dB",
        "6 Hz +4 dB",
        "60 Hz loses -4 dB",
        "60 Hz +4 dB Q 5000",
        "+4 dB at 6",
        "60 Hz +-4 dB",
        "94 dB SPL at 1 kHz",
    };
    for (size_t i = 0; i < sizeof none / sizeof *none; ++i) {
        TareSettingLine line;
        if (reads(none[i], &line))
            fprintf(stderr, "\"%s\" is taken for settings\n", none[i]);
        CHECK(!reads(none[i], &line));
    }
}

/** What may be a fault's name, and a Q without a sign, prove nothing. */
static void test_proof(void)
{
    TareSettingLine line;
    CHECK(reads("5 kHz +6 dB Q 4", &line) && !line.is_proven && line.has_q);
    CHECK(reads("5 kHz 6 dB Q 4", &line) && !line.is_proven && !line.has_q);
    CHECK(reads("+6 dB boost at 5 kHz, Q 4", &line) && !line.is_proven && !line.has_q);
    CHECK(reads("peak 5 kHz +6 dB Q 4", &line) && !line.is_proven && line.has_q);
    CHECK(reads("low shelf 105 Hz +4 dB", &line) && line.is_proven);
    CHECK(reads("bass shelf 105 Hz 4 dB", &line) && !line.is_proven);
    CHECK(reads("Deviation +4 dB, Frequency 105 Hz", &line) && line.is_deviation);
}

static bool may_be(const char* text)
{
    return tare_setting_words_may_be(text, strlen(text));
}

static void test_what_may_be_a_line(void)
{
    CHECK(may_be("5.5k -6dB Q8"));
    CHECK(may_be("60 Hz (less mud)"));
    CHECK(may_be("Whatever stands there to say what for it is: 60 Hz +4 dB"));
    CHECK(!may_be("5 kHz sticks out, as ever, and whoever hears it complains"));
    CHECK(!may_be("cut"));
}

static void test_legends(void)
{
    CHECK(tare_setting_words_are_legend("Hz; dB", 6));
    CHECK(tare_setting_words_are_legend("freq gain q", 11));
    CHECK(!tare_setting_words_are_legend("Hz", 2));
    CHECK(!tare_setting_words_are_legend("60 Hz", 5));
    CHECK(!tare_setting_words_are_legend("gain of the bass", 16));
}

static void test_words_beside_filters(void)
{
    TareSettingLine line;
    REQUIRE(reads("Treble tamer: 8.3k, -5, Q4", &line));
    CHECK(line.n_settings == 1 && line.n_label == 13 && !line.is_worded);
    REQUIRE(reads("sparkle, 15 kHz ... +2 dB", &line));
    CHECK(line.n_label == 0 && line.is_worded);
    REQUIRE(reads("hump, 180 Hz, 3 dB", &line));
    CHECK(line.n_settings == 1 && line.settings[0].is_fault);
    REQUIRE(reads("dip 400 by 2 dB", &line));
    CHECK(line.is_proven && !line.settings[0].is_fault);
    CHECK_NEAR(line.settings[0].band.gain_db, -2, 1e-9);
    CHECK(!reads("60 Hz was +4 dB", &line));
}

static void test_numbers_without_units(void)
{
    TareSettingLine line;
    REQUIRE(reads("2k8 minus 4, 8k5 plus 3 Q .8", &line));
    REQUIRE(line.n_settings == 2);
    CHECK_NEAR(line.settings[0].band.freq_hz, 2800, 1e-6);
    CHECK_NEAR(line.settings[0].band.gain_db, -4, 1e-9);
    CHECK_NEAR(line.settings[1].band.q, 0.8, 1e-9);
    REQUIRE(reads("4800 2 3", &line));
    CHECK(line.settings[0].reason == TARE_REASON_NO_DIRECTION);
    REQUIRE(tare_setting_line_read(&line, "4800 2 3", 8, true));
    CHECK_NEAR(line.settings[0].band.gain_db, 2, 1e-9);
    CHECK_NEAR(line.settings[0].band.q, 3, 1e-9);
    REQUIRE(reads("20-60: push 2", &line));
    CHECK_NEAR(line.settings[0].band.freq_hz, 34.641, 1e-3);
}

static void test_words_of_each_letter_are_found(void)
{
    static const char* const words[] = {"a",   "band", "cut", "dial", "eq",  "filter", "gain",
                                        "hs",  "i",    "k",   "low",  "my",  "narrow", "out",
                                        "peq", "q",    "set", "trim", "use", "wide"};
    for (size_t i = 0; i < sizeof words / sizeof *words; ++i)
        CHECK(tare_setting_word(words[i], strlen(words[i])) != 0);
    CHECK(tare_setting_word("zebra", 5) == 0);
}

static void check_head(const char* text, TareHead wanted)
{
    const TareSubject subject = {"Acme HX-500", NULL};
    TareHead head = TARE_HEAD_NONE;
    REQUIRE(tare_head_read(text, strlen(text), &subject, &head));
    if (head != wanted)
        fprintf(stderr, "\"%s\" is %d; expected %d\n", text, (int)head, (int)wanted);
    CHECK(head == wanted);
}

static void test_heads(void)
{
    check_head("EQ", TARE_HEAD_SETTINGS);
    check_head("It is bright. What I use:", TARE_HEAD_SETTINGS);
    check_head("Recommended filters", TARE_HEAD_SETTINGS);
    check_head("EQ for the HX-500", TARE_HEAD_SETTINGS);
    check_head("EQ for the HX-400", TARE_HEAD_OTHER);
    check_head("Measured deviations", TARE_HEAD_FAULTS);
    check_head("Response without EQ", TARE_HEAD_FAULTS);
    check_head("Measured response and EQ", TARE_HEAD_NONE);
    check_head("Isolation", TARE_HEAD_OTHER);
    check_head("Nozzle filters", TARE_HEAD_OTHER);
    check_head("Sound", TARE_HEAD_NONE);
    check_head("", TARE_HEAD_NONE);
}

static void check_blanked(const char* text, const char* wanted)
{
    char copy[80];
    snprintf(copy, sizeof copy, "%s", text);
    tare_bbcode_blank(copy, strlen(copy));
    CHECK_STR(copy, wanted);
}

static void test_tags(void)
{
    check_blanked("[b]EQ[/b]: 60 Hz", "   EQ    : 60 Hz");
    check_blanked("[color=red]a", "           a");
    check_blanked("[*]60 Hz[*]3k", "\v  60 Hz\v  3k");
    check_blanked("peak [1], [B&K] and [", "peak [1], [B&K] and [");
}

int main(void)
{
    RUN(test_a_line);
    RUN(test_several_in_a_line);
    RUN(test_reasons);
    RUN(test_no_lines);
    RUN(test_proof);
    RUN(test_what_may_be_a_line);
    RUN(test_legends);
    RUN(test_words_beside_filters);
    RUN(test_numbers_without_units);
    RUN(test_words_of_each_letter_are_found);
    RUN(test_heads);
    RUN(test_tags);
    return check_done();
}
