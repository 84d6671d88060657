/* Broken files of the live chain: whatever the bytes, and whichever allocation fails, the readers
   come back, say what is wrong, and keep all of it or nothing. Seeded: the same in each run. */

#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/mutate.h"
#include "helpers/noise.h"
#include "pipewire/chain/choice.h"
#include "pipewire/chain/rack.h"
#include "pipewire/chain/taste_file.h"
#include "pipewire/session/device_rules.h"
#include "settings.h"
#include "tare/band_traits.h"
#include "tare/controls.h"
#include "tare/limits.h"

#include <stdlib.h>

enum { N_ROUNDS = 20000, N_RACKS = 60, TEXT_SIZE = 2048 };

static uint64_t random_state = 88172645463325252u;

/** How it went, over all rounds. */
typedef struct {
    unsigned n_good, n_bad, n_short;
} Outcomes;

static void count(Outcomes* outcomes, TareStatus status)
{
    outcomes->n_good += status == TARE_OK;
    outcomes->n_bad += status == TARE_BAD_INPUT;
    outcomes->n_short += status == TARE_NO_MEMORY;
    CHECK(status == TARE_OK || status == TARE_BAD_INPUT || status == TARE_NO_MEMORY);
}

/** Neither all nor nothing was broken. */
static void check_outcomes(const Outcomes* outcomes, unsigned least)
{
    CHECK(outcomes->n_good > least && outcomes->n_bad > least);
}

static void count_report(void* data, const TareReport* report)
{
    ++*(unsigned*)data;
    CHECK(report->severity == TARE_ERROR && !strcmp(report->file, "fuzz"));
    CHECK((report->line == 0) == (report->column == 0));
    CHECK(strstr(report->message, "; expected") != NULL);
}

static bool ends(const char field[TARE_CHOICE_TEXT])
{
    return memchr(field, '\0', TARE_CHOICE_TEXT) != NULL;
}

/** What was read stays within its fields and ranges, and can be played. */
static void check_choice(const TareChoice* choice)
{
    CHECK(tare_chain_kind_name(choice->kind) != NULL);
    CHECK(ends(choice->id) && ends(choice->name) && ends(choice->file) && ends(choice->target) &&
          ends(choice->default_before));
    for (uint32_t i = 0; i < tare_ports_count(TARE_MAX_CHANNELS); ++i) {
        const TarePort port = tare_port(TARE_MAX_CHANNELS, i);
        const float value = tare_settings_port_value(&choice->controls, &port);
        CHECK(tare_port_is_audio(port.role) || tare_port_is_output(port.role) ||
              (value >= port.min && value <= port.max));
    }
}

static bool is_none(const TareChoice* choice)
{
    const TareChoice none = tare_choice_none();
    return choice->kind == none.kind && !choice->is_off && !choice->is_comparing &&
           tare_taste_is_none(&choice->own) && !choice->is_default && !choice->id[0] &&
           !choice->name[0] && !choice->file[0] && !choice->target[0] &&
           !choice->default_before[0] && tare_controls_equal(&choice->controls, &none.controls);
}

/** Writes a choice with a bit of everything. Returns the length. */
static size_t write_seed(char text[TEXT_SIZE])
{
    TareChoice choice = tare_choice_none();
    choice.is_off = true;
    choice.own.bass_db = 3.5;
    choice.own.strength_percent = 50.0;
    tare_choice_set_text(choice.id, "acme-one/a");
    tare_choice_set_text(choice.name, "Acm\xC3\xA9 \"One\"\n\\");
    tare_choice_set_text(choice.target, "alsa_output.pci");
    choice.controls.strength = 0.5;
    choice.controls.set.bands[0] = (TareBand){TARE_BAND_LOW_SHELF, 105, 4.5, 0.7, 0};
    choice.controls.set.bands[19] = (TareBand){TARE_BAND_HIGH_SHELF, 9000, -1e-3, 0.7, 2};
    FILE* const out = fmemopen(text, TEXT_SIZE, "w");
    CHECK(out && tare_choice_write(out, &choice) && fputs("context.modules = [\n", out) >= 0);
    fclose(out);
    return strlen(text);
}

/** Damages a text behind its first `n_spared` bytes; it ends in NUL. Returns the length. */
static size_t damage(char text[TEXT_SIZE], size_t n_spared, size_t length)
{
    length = n_spared +
             mutate(text + n_spared, length - n_spared, TEXT_SIZE - 1 - n_spared, &random_state);
    text[length] = '\0';
    return length;
}

static void check_one_choice(const char* text, Outcomes* outcomes)
{
    unsigned n_reports = 0;
    const TareReporter reporter = {count_report, &n_reports};
    TareChoice choice;
    memset(&choice, 0xFF, sizeof choice);
    const TareStatus status = tare_choice_read(&choice, text, "fuzz", &reporter);
    count(outcomes, status);
    CHECK(n_reports == (status == TARE_BAD_INPUT));
    check_choice(&choice);
    CHECK(status == TARE_OK || is_none(&choice));
    CHECK(status != TARE_OK || tare_choice_is_ours(text));
}

static void test_broken_choices(void)
{
    char seed[TEXT_SIZE];
    const size_t length = write_seed(seed);
    REQUIRE(tare_choice_is_ours(seed));
    const size_t n_first_line = strcspn(seed, "\n") + strlen("\n# ");
    Outcomes anywhere = {0}, inside = {0};
    for (int round = 0; round < N_ROUNDS; ++round) {
        char text[TEXT_SIZE];
        memcpy(text, seed, length + 1);
        damage(text, 0, length);
        check_one_choice(text, &anywhere);
        memcpy(text, seed, length + 1); /* or most of them would fail by their first line */
        damage(text, n_first_line, length);
        check_one_choice(text, &inside);
    }
    check_outcomes(&anywhere, 100);
    check_outcomes(&inside, 300);
}

static const char seed_rules[] =
    "[\n  {\"device\": \"*Headphones*\", \"correction\": \"acme-one/a\"},\n"
    "  {\"device\": \"00:11:22\", \"correction\": null},\n"
    "  {\"device\": \"caf\xC3\xA9 \\\"x\\\"\", \"correction\": \"b/c\", \"bass_db\": -2.5},\n"
    "  {\"device\": \"f\", \"correction\": \"d/e\", \"name\": \"D\", \"file\": \"/x.md\", "
    "\"ports\": "
    "{\"gain_1\": 3, \"freq_1\": 105}},\n"
    "  {\"device\": \"*\", \"correction\": \"acme-one/a\"}\n]\n";

/** Every rule has a name that is there once, and what fits is one of them. */
static void check_rules(const TareDeviceRules* rules)
{
    static const char* const names[] = {"", "USB Headphones", "00:11:22", "caf\xC3\xA9 \"x\""};
    for (size_t i = 0; i < rules->n; ++i) {
        REQUIRE(rules->rules[i].pattern && *rules->rules[i].pattern);
        for (size_t k = 0; k < i; ++k)
            CHECK(strcmp(rules->rules[i].pattern, rules->rules[k].pattern) != 0);
    }
    const TareDeviceRule* const found = tare_device_rules_find(rules, names, 4);
    CHECK(!found || (found >= rules->rules && found < rules->rules + rules->n));
}

static TareStatus check_one_list(const char* text, size_t length)
{
    unsigned n_reports = 0;
    const TareReporter reporter = {count_report, &n_reports};
    TareDeviceRules rules;
    const TareStatus status = tare_device_rules_parse(&rules, text, length, "fuzz", &reporter);
    CHECK(n_reports == (status == TARE_BAD_INPUT));
    CHECK(status == TARE_OK || (rules.n == 0 && !rules.rules));
    check_rules(&rules);
    tare_device_rules_clear(&rules);
    return status;
}

static void test_broken_rules(void)
{
    Outcomes outcomes = {0};
    for (int round = 0; round < N_ROUNDS; ++round) {
        char text[TEXT_SIZE];
        memcpy(text, seed_rules, sizeof seed_rules);
        const size_t length = damage(text, 0, sizeof seed_rules - 1);
        char* const exact =
            malloc(length ? length : 1); /* so that a sanitizer sees what reads beyond */
        REQUIRE(exact != NULL);
        memcpy(exact, text, length);
        count(&outcomes, check_one_list(exact, length));
        free(exact);
    }
    check_outcomes(&outcomes, 100);
    CHECK(outcomes.n_short == 0);
}

/** Each allocation fails once, for each of some damaged lists. */
static void test_broken_rules_in_short_memory(void)
{
    Outcomes outcomes = {0};
    for (int round = 0; round < N_ROUNDS / 10; ++round) {
        char text[TEXT_SIZE];
        memcpy(text, seed_rules, sizeof seed_rules);
        const size_t length = damage(text, 0, sizeof seed_rules - 1);
        const TareStatus wanted = check_one_list(text, length);
        for (unsigned n = 1;; ++n) {
            failing_malloc_start(n);
            const TareStatus status = check_one_list(text, length);
            const unsigned n_asked = failing_malloc_stop();
            count(&outcomes, status);
            CHECK(status == wanted || status == TARE_NO_MEMORY);
            if (n_asked < n) {
                CHECK(status == wanted);
                break;
            }
        }
    }
    CHECK(outcomes.n_short > 100);
    check_outcomes(&outcomes, 10);
}

static TareStatus check_one_taste(const char* text, size_t length)
{
    unsigned n_reports = 0;
    const TareReporter reporter = {count_report, &n_reports};
    TareTaste taste = {7.0, 7.0, 7.0, 7.0};
    const TareStatus status = tare_taste_file_parse(&taste, text, length, "fuzz", &reporter);
    CHECK(n_reports == (status == TARE_BAD_INPUT));
    CHECK(status == TARE_OK || tare_taste_is_none(&taste));
    CHECK(!(fabs(taste.bass_db) > TARE_TONE_MAX_DB) && !(fabs(taste.treble_db) > TARE_TONE_MAX_DB));
    CHECK(!(taste.strength_percent < 0.0) &&
          !(taste.strength_percent > TARE_STRENGTH_MAX_PERCENT) &&
          !(fabs(taste.tilt_db_per_octave) > TARE_TILT_MAX_DB_PER_OCTAVE));
    return status;
}

static void test_broken_tastes(void)
{
    static const char seed[] =
        "{\n  \"strength_percent\": 80,\n  \"bass_db\": 3.5,\n  \"treble_db\": "
        "-1,\n  \"tilt_db_per_octave\": -0.5\n}\n";
    Outcomes outcomes = {0};
    for (int round = 0; round < N_ROUNDS; ++round) {
        char text[TEXT_SIZE];
        memcpy(text, seed, sizeof seed);
        const size_t length = damage(text, 0, sizeof seed - 1);
        count(&outcomes, check_one_taste(text, length));
    }
    check_outcomes(&outcomes, 50);
}

static double between(double low, double high)
{
    return low + (high - low) * (double)noise_below(&random_state, 1u << 20) / ((1u << 20) - 1.0);
}

/** Bands all over the ranges that they may have, of any types and sides. */
static TareControls random_controls(void)
{
    TareControls controls = tare_controls_default();
    const size_t n = noise_below(&random_state, TARE_MAX_BANDS + 1);
    controls.strength = between(0, 1);
    controls.set.reference_rate_hz =
        tare_band_reference_rate_hz((uint32_t)noise_below(&random_state, TARE_N_REFERENCE_RATES));
    for (size_t i = 0; i < n; ++i)
        controls.set.bands[i] =
            (TareBand){(TareBandType)noise_below(&random_state, TARE_N_BAND_TYPES),
                       TARE_FREQ_MIN_HZ * pow(TARE_FREQ_MAX_HZ / TARE_FREQ_MIN_HZ, between(0, 1)),
                       between(TARE_GAIN_MIN_DB, TARE_GAIN_MAX_DB),
                       TARE_Q_MIN * pow(TARE_Q_MAX / TARE_Q_MIN, between(0, 1)),
                       (TareChannel)noise_below(&random_state, TARE_N_CHANNEL_CHOICES)};
    return controls;
}

/** Whatever is asked for, what a chain is set to are numbers, of filters that exist. */
static void test_any_controls_make_a_rack_or_none(void)
{
    static const double rates_hz[] = {8000, 44100, 48000, 96000, 192000, 768000};
    unsigned n_done = 0, n_refused = 0;
    for (int round = 0; round < N_RACKS; ++round) {
        const TareControls controls = random_controls();
        TareRack rack;
        const TareRackResult result =
            tare_rack_make(&rack, TARE_CHAIN_BUILTIN, &controls, rates_hz[round % 6]);
        n_done += result == TARE_RACK_DONE;
        n_refused += result == TARE_RACK_TYPE;
        CHECK(rack.n == 3 * TARE_RACK_N_NODES * TARE_MAX_CHANNELS);
        for (unsigned i = 0; i < rack.n; ++i)
            CHECK(isfinite(rack.controls[i].value));
        for (unsigned i = 2; i < rack.n && result == TARE_RACK_DONE; i += 3)
            CHECK(fabsf(rack.controls[i].value) <= 2 * (float)TARE_GAIN_MAX_DB);
        for (unsigned i = 1; i < rack.n; i += 3)
            CHECK(rack.controls[i].value > 0);
        CHECK(result != TARE_RACK_DONE || tare_cookbook_is_usable(&rack.cookbook));
    }
    CHECK(n_done + n_refused == N_RACKS && n_done > 3 && n_refused > 3);
}

int main(void)
{
    RUN(test_broken_choices);
    RUN(test_broken_rules);
    RUN(test_broken_rules_in_short_memory);
    RUN(test_broken_tastes);
    RUN(test_any_controls_make_a_rack_or_none);
    return check_done();
}
