/* Values on a line of the catalogue, and its keys. */

#include "base/number.h"
#include "base/text.h"
#include "corrections/catalogue_keys.h"
#include "corrections/catalogue_values.h"
#include "corrections/range.h"
#include "corrections/text_field.h"
#include "helpers/check.h"
#include "helpers/noise.h"
#include "helpers/seen.h"
#include "tare/band_traits.h"
#include "tare/limits.h"

/** A line that is read, and what was said of it. */
typedef struct {
    Seen seen;
    TareReporter reporter;
    TarePlace place;
    TareSpan rest;
} Line;

static void start(Line* line, const char* text)
{
    line->seen = (Seen){0};
    line->reporter = seen_reporter(&line->seen);
    line->place = (TarePlace){.file = "t.tare",
                              .reporter = &line->reporter,
                              .line = 7,
                              .line_start = text,
                              .is_all_used = true};
    line->rest = (TareSpan){text, text + strlen(text)};
}

/** Compares what was said with "column: message"; nothing for "". */
static void check_said(const Line* line, const char* wanted)
{
    char report[600] = "";
    if (*wanted)
        snprintf(report, sizeof report, "t.tare:7:%s", wanted);
    CHECK_STR(line->seen.last, report);
    CHECK(line->seen.n == (*wanted ? 1 : 0));
    CHECK(line->seen.n == 0 || line->seen.severity == TARE_WARNING);
    CHECK(line->place.is_block_bad == (line->seen.n > 0));
    CHECK(line->place.is_all_used == (line->seen.n == 0));
}

static void check_number(const char* text, const TareRange* range, double wanted, const char* said)
{
    Line line;
    start(&line, text);
    double value = -77;
    CHECK(tare_value_only_number(&line.place, line.rest, range, &value) == (*said == '\0'));
    CHECK(value == wanted);
    check_said(&line, said);
}

static void test_numbers_are_read_between_blanks(void)
{
    check_number("1.5", &tare_q_range, 1.5, "");
    check_number("  1.5", &tare_q_range, 1.5, "");
    check_number("1.5   ", &tare_q_range, 1.5, "");
    check_number("+2e1", &tare_q_range, 20, "");
}

static void test_what_is_no_number_is_told_with_its_column(void)
{
    check_number("", &tare_q_range, -77, "1: Q is missing; expected a number");
    check_number("   ", &tare_q_range, -77, "4: Q is missing; expected a number");
    check_number(" abc", &tare_freq_range, -77,
                 "2: frequency is no number; expected one like -6.5");
    check_number("1,5", &tare_gain_range, -77, "1: gain is no number; expected one like -6.5");
    check_number("1.5dB", &tare_gain_range, -77, "1: gain is no number; expected one like -6.5");
    check_number("1e999", &tare_q_range, -77, "1: Q is no number; expected one like -6.5");
    check_number("nan", &tare_q_range, -77, "1: Q is no number; expected one like -6.5");
    check_number("1.5 x", &tare_q_range, 1.5, "5: too much on the line; expected its end here");
}

static void check_border(const TareRange* range, double border, double beyond, const char* said)
{
    char text[TARE_NUMBER_SIZE];
    check_number(tare_number_format(text, sizeof text, border), range, border, "");
    check_number(tare_number_format(text, sizeof text, nextafter(border, beyond)), range, -77,
                 said);
}

static void test_every_range_holds_its_borders_and_nothing_beyond(void)
{
    static const struct {
        const TareRange* range;
        double min, max;
        const char* said;
    } rows[] = {
        {&tare_freq_range, TARE_FREQ_MIN_HZ, TARE_FREQ_MAX_HZ,
         "1: frequency is out of range; expected 8 to 22000"},
        {&tare_gain_range, TARE_GAIN_MIN_DB, TARE_GAIN_MAX_DB,
         "1: gain is out of range; expected -30 to 30"},
        {&tare_q_range, TARE_Q_MIN, TARE_Q_MAX, "1: Q is out of range; expected 0.1 to 20"},
        {&tare_preamp_range, TARE_PREAMP_MIN_DB, TARE_PREAMP_MAX_DB,
         "1: preamp is out of range; expected -30 to 30"},
        {&tare_rate_range, TARE_SAMPLE_RATE_MIN_HZ, TARE_SAMPLE_RATE_MAX_HZ,
         "1: rate is out of range; expected 0, or 8000 to 768000"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; ++i) {
        check_border(rows[i].range, rows[i].min, -HUGE_VAL, rows[i].said);
        check_border(rows[i].range, rows[i].max, HUGE_VAL, rows[i].said);
        CHECK(!tare_range_holds(rows[i].range, (double)NAN));
    }
    check_number("0", &tare_rate_range, 0, "");
    check_number("-0", &tare_rate_range, 0, "");
    check_number("0", &tare_freq_range, -77, rows[0].said);
}

static void check_text(const char* text, const char* said)
{
    Line line;
    start(&line, text);
    CHECK(tare_value_is_text(&line.place, line.rest) == (*said == '\0'));
    check_said(&line, said);
}

static void test_texts_are_utf8_without_control_characters(void)
{
    check_text("Beyerdynamic DT 770", "");
    check_text("水月雨 é \xF0\x9F\x8E\xA7", "");
    check_text("", "1: value is missing; expected a text");
    check_text("ab\xFF", "3: text is not UTF-8; expected UTF-8");
    check_text("a\xC3", "2: text is not UTF-8; expected UTF-8");
    check_text("a\tb", "2: control character in a text; expected none");
    check_text("ab\x7F", "3: control character in a text; expected none");
    check_text("é\xC2\x85", "3: control character in a text; expected none");
    check_text("a\xC2\xA0z", "");
}

/** Reads a band and compares; what is left goes to `left`. */
static void check_band(const char* text, TareBandType type, TareBand wanted, const char* left)
{
    Line line;
    TareBand band;
    start(&line, text);
    CHECK(tare_value_band(&line.place, &line.rest, type, &band));
    check_said(&line, "");
    CHECK(band.type == type && band.freq_hz == wanted.freq_hz && band.gain_db == wanted.gain_db);
    CHECK(band.q == wanted.q && band.channel == wanted.channel);
    CHECK_STR(line.rest.first, left);
}

static void test_bands_are_read_up_to_the_comma_behind_them(void)
{
    const TareBand peak = {.freq_hz = 100, .gain_db = -3, .q = 1.4};
    const TareBand pass = {.freq_hz = 20, .q = 0.7, .channel = TARE_CHANNEL_RIGHT};
    check_band("100 -3 1.4", TARE_BAND_PEAK, peak, "");
    check_band("  100   -3   1.4  ", TARE_BAND_LOW_SHELF, peak, "");
    check_band("100 -3 1.4, 200 1 1", TARE_BAND_PEAK, peak, "200 1 1");
    check_band("100 -3 1.4,200 1 1", TARE_BAND_HIGH_SHELF, peak, "200 1 1");
    check_band("20 0.7 right", TARE_BAND_HIGH_PASS, pass, "");
    check_band("20 0.7 right , 30 1", TARE_BAND_NOTCH, pass, "30 1");
}

static void check_bad_band(const char* text, TareBandType type, const char* said)
{
    Line line;
    TareBand band;
    start(&line, text);
    CHECK(!tare_value_band(&line.place, &line.rest, type, &band));
    check_said(&line, said);
}

static void test_what_is_wrong_with_a_band_is_told_with_its_column(void)
{
    check_bad_band("", TARE_BAND_PEAK, "1: frequency is missing; expected a number");
    check_bad_band("100", TARE_BAND_PEAK, "4: gain is missing; expected a number");
    check_bad_band("100", TARE_BAND_NOTCH, "4: Q is missing; expected a number");
    check_bad_band("100 3 ", TARE_BAND_PEAK, "7: Q is missing; expected a number");
    check_bad_band("100,3 1", TARE_BAND_PEAK, "1: frequency is no number; expected one like -6.5");
    check_bad_band("100 3, 1", TARE_BAND_PEAK, "5: gain is no number; expected one like -6.5");
    check_bad_band("100 3 1x", TARE_BAND_PEAK, "7: Q is no number; expected one like -6.5");
    check_bad_band("100 3 1 up", TARE_BAND_PEAK,
                   "9: unknown word; expected one of: both, left, right");
    check_bad_band("100 3 1 left right", TARE_BAND_PEAK,
                   "9: unknown word; expected one of: both, left, right");
    check_bad_band("100 3 1, ", TARE_BAND_PEAK,
                   "10: band is missing; expected one after the comma");
    check_bad_band("100 3 1 left,", TARE_BAND_PEAK,
                   "14: band is missing; expected one after the comma");
}

static void test_any_band_survives_writing_and_reading(void)
{
    uint64_t random = 10;
    for (unsigned round = 0; round < 2000; ++round) {
        const TareBandType type = (TareBandType)noise_below(&random, TARE_N_BAND_TYPES);
        const bool has_gain = tare_band_type_has_gain(type);
        const TareBand wanted = {
            .freq_hz = 8 + (double)noise_below(&random, 21992000) / 1000,
            .gain_db = has_gain ? -30 + (double)noise_below(&random, 60001) / 1000 : 0,
            .q = 0.1 + (double)noise_below(&random, 19900) / 1000,
            .channel = (TareChannel)noise_below(&random, TARE_N_CHANNEL_CHOICES)};
        char freq[TARE_NUMBER_SIZE], gain[TARE_NUMBER_SIZE], q[TARE_NUMBER_SIZE], text[200];
        snprintf(text, sizeof text, "%s %s %s %s",
                 tare_number_format(freq, sizeof freq, wanted.freq_hz),
                 has_gain ? tare_number_format(gain, sizeof gain, wanted.gain_db) : "",
                 tare_number_format(q, sizeof q, wanted.q), tare_band_channel_name(wanted.channel));
        check_band(text, type, wanted, "");
    }
}

static const char* long_name(int i)
{
    static const char* const names[] = {"yes", NULL, "no",
                                        "a-very-long-name-of-many-letters-"
                                        "that-fills-what-room-there-is-for-all-the-names-of-a-"
                                        "list-more-than-once-if-it-has-to-be-written-out-as-it-is"};
    return names[i % 4];
}

static void test_choices_pass_over_names_that_are_not_there(void)
{
    Line line;
    int choice = -1;
    start(&line, "no");
    CHECK(tare_value_choice(&line.place, line.rest, long_name, 3, &choice) && choice == 2);
    start(&line, "");
    CHECK(!tare_value_choice(&line.place, line.rest, long_name, 3, &choice) && choice == 2);
    check_said(&line, "1: unknown word; expected one of: yes, no");
    start(&line, "yesno");
    CHECK(!tare_value_choice(&line.place, line.rest, long_name, 3, &choice));
}

static void test_choices_beyond_the_room_of_a_report_are_cut(void)
{
    Line line;
    int choice = -1;
    start(&line, "none");
    CHECK(!tare_value_choice(&line.place, line.rest, long_name, 40, &choice) && choice == -1);
    CHECK(strlen(line.seen.last) == strlen("t.tare:7:1: unknown word; expected one of: ") + 199);
}

static const TareKey* find(const TareKeys* keys, const char* name)
{
    return tare_keys_find(keys, (TareSpan){name, name + strlen(name)});
}

static void check_key(const TareKeys* keys, const char* name, TareKeyGroup group, unsigned index)
{
    const TareKey* const key = find(keys, name);
    CHECK(key->group == group && (group == TARE_KEY_NONE || key->index == index));
}

static void test_every_key_is_found_by_its_whole_name(void)
{
    static const char* const others[] = {"preamp", "kind"};
    static TareKeys keys;
    tare_keys_init(&keys, others, 2);
    for (unsigned i = 0; i < 2; ++i)
        check_key(&keys, others[i], TARE_KEY_OTHER, i);
    for (unsigned i = 0; i < TARE_N_ENTRY_FIELDS; ++i)
        check_key(&keys, tare_entry_fields[i].key, TARE_KEY_TEXT, i);
    for (unsigned i = 0; i < TARE_N_EVIDENCE_FIELDS; ++i)
        check_key(&keys, tare_evidence_fields[i].key, TARE_KEY_EVIDENCE, i);
    for (unsigned i = 0; i < TARE_N_EVIDENCE_FACTS; ++i)
        check_key(&keys, tare_evidence_facts[i], TARE_KEY_EVIDENCE, TARE_N_EVIDENCE_FIELDS + i);
    for (unsigned i = 0; i < TARE_N_BAND_TYPES; ++i)
        check_key(&keys, tare_band_type_name((TareBandType)i), TARE_KEY_BAND, i);
    check_key(&keys, "headphone", TARE_KEY_HEADPHONE, 0);
    CHECK(keys.n <= TARE_MAX_KEYS);
}

static void test_what_is_no_key_is_found_as_none(void)
{
    static TareKeys keys;
    tare_keys_init(&keys, NULL, 0);
    static const char* const names[] = {"preamp", "Id", "i", "idd", "peak ", "zzz", "\xFF", "low"};
    for (size_t i = 0; i < sizeof names / sizeof *names; ++i)
        check_key(&keys, names[i], TARE_KEY_NONE, 0);
}

int main(void)
{
    RUN(test_numbers_are_read_between_blanks);
    RUN(test_what_is_no_number_is_told_with_its_column);
    RUN(test_every_range_holds_its_borders_and_nothing_beyond);
    RUN(test_texts_are_utf8_without_control_characters);
    RUN(test_bands_are_read_up_to_the_comma_behind_them);
    RUN(test_what_is_wrong_with_a_band_is_told_with_its_column);
    RUN(test_any_band_survives_writing_and_reading);
    RUN(test_choices_pass_over_names_that_are_not_there);
    RUN(test_choices_beyond_the_room_of_a_report_are_cut);
    RUN(test_every_key_is_found_by_its_whole_name);
    RUN(test_what_is_no_key_is_found_as_none);
    return check_done();
}
