/* Broken files of other programs that hold filters, not numbers of bands: whatever the bytes, the
   readers come back, say what is wrong, and what they made of the rest is in order. Few of them, as
   some have to be fitted. Seeded: the same in each run. */

#include "corrections/correction.h"
#include "corrections/range.h"
#include "fakes/failing_malloc.h"
#include "formats/contents.h"
#include "formats/formats.h"
#include "formats/input.h"
#include "helpers/check.h"
#include "helpers/mutate.h"
#include "helpers/noise.h"

#include <stdlib.h>

enum { MAX_LENGTH = 2048, ROUNDS = 2000 };

static const struct {
    const char *format, *text;
} seeds[] = {
    {"minidsp", "# mine\nbiquad1,\nb0=0.998191200483864,\nb1=-1.9950521500467384,\n"
                "b2=0.996920046761057,\na1=1.9950521500467384,\na2=-0.9951112472449212,\n"
                "biquad2, b0=0.5, b1=0.5, b2=0, a1=0.8, a2=0\nbiquad3,b0=1\n"},
    {"camilladsp", "devices: {samplerate: 48000}\nfilters:\n  g: &a {type: Gain, parameters: "
                   "{gain: -6, inverted: "
                   "true}}\n  b:\n    type: Biquad\n    parameters:\n      type: Lowshelf\n      "
                   "freq: 105\n      "
                   "gain: 6.1\n      slope: 6\n  c: {type: BiquadCombo, parameters: {type: "
                   "LinkwitzRileyHighpass, "
                   "freq: 20, order: 6}}\n  d: {type: Conv, parameters: {}}\n  e: *a\npipeline:\n- "
                   "type: Filter\n  "
                   "channels: [0, 1]\n  names: [g, b, \"c\", d, nothing]\n- {type: Filter, "
                   "channel: 1, names: [e]}\n"
                   "- {type: Mixer, name: x}\n"},
    {"peace", "[General]\nPreAmp=-9\nStereo Expanding=3\n[Speakers]\nSpeakerId0=0\n"
              "SpeakerTargets0=all\nSpeakerId1=1\nSpeakerTargets1=L\n[Frequencies]\n"
              "Frequency1=105\nFrequency2=900\nFrequency3=30\n[Gains]\nGain1=-3,5\nGain2=2\n"
              "[Qualities]\nQuality1=0.7\nQuality3=4\n[Filters]\nFilter1=16\nFilter3=11\n"
              "[Frequencies1]\nFrequency1=400\nFrequency2=4000\n[Gains1]\nGain1=-1\n[Disabled1]\n"
              "Disabled2=1\n"},
    {"pipewire",
     "nodes = [ # all\n{ type = builtin name = a label = bq_peaking control = { \"Freq\" = 5500 "
     "\"Q\" "
     "= 8.0 \"Gain\" = -6.0 } }\n{ type = builtin name = b label = param_eq config = { filters1 = "
     "[ { "
     "type = bq_highshelf freq = 0 gain = -6.0 q = 1.0 } { type = bq_notch freq = 60 q = 40 } ] "
     "filters2 = [ ] } }\n{ type = lv2 name = eq plugin = \"urn:tare:eq\" control = { \"gain_1\" = "
     "3 "
     "\"type_1\" = 1 } } ]\nlinks = [ { output = \"a:Out\" input = \"b:In 1\" } { output = \"b:Out "
     "1\" input = \"eq:in_l\" } ]\ninputs = [ \"a:In\" \"b:In 2\" ]\n"},
};

enum { N_SEEDS = sizeof seeds / sizeof *seeds };

static uint64_t random_state = 88172645463325252u;

static void count(void* data, const TareReport* report)
{
    unsigned* const n = data;
    ++n[report->severity];
    CHECK(strstr(report->message, "expected") != NULL);
}

static void check_correction(const TareCorrection* c)
{
    CHECK(c->entry.id && tare_entry_id_is_valid(c->entry.id) && c->entry.brand && c->entry.model);
    CHECK(c->set.n_bands <= TARE_MAX_BANDS);
    CHECK(tare_range_holds(&tare_preamp_range, c->set.preamp_db));
    for (uint32_t i = 0; i < c->set.n_bands; ++i) {
        const TareBand* const band = &c->set.bands[i];
        CHECK((unsigned)band->type < TARE_N_BAND_TYPES);
        CHECK(tare_range_holds(&tare_freq_range, band->freq_hz));
        CHECK(tare_range_holds(&tare_gain_range, band->gain_db));
        CHECK(tare_range_holds(&tare_q_range, band->q));
    }
}

static TareStatus read_as(const char* format, TareContents* contents, const char* text,
                          size_t length, const TareReporter* reporter)
{
    const TareFormatInput input = {.file = "fuzz", .text = text, .length = length};
    return tare_formats_find(format)->read(contents, &input, reporter);
}

static void test_broken_files(void)
{
    unsigned n_good = 0, n_bad = 0;
    for (int round = 0; round < ROUNDS; ++round) {
        unsigned n[TARE_ERROR + 1] = {0};
        const TareReporter reporter = {count, n};
        const size_t seed = noise_below(&random_state, N_SEEDS);
        char text[MAX_LENGTH];
        size_t length = strlen(seeds[seed].text);
        memcpy(text, seeds[seed].text, length);
        length = mutate(text, length, MAX_LENGTH, &random_state);
        char* const exact = malloc(length + 1);
        memcpy(exact, text, length);
        exact[length] = '\0';
        TareContents contents;
        const TareStatus status = read_as(seeds[seed].format, &contents, exact, length, &reporter);
        CHECK(status == TARE_OK ? contents.n > 0 : contents.n == 0 && n[TARE_ERROR] > 0);
        for (size_t i = 0; i < contents.n; ++i)
            check_correction(&contents.corrections[i]);
        n_good += status == TARE_OK;
        n_bad += status != TARE_OK;
        tare_contents_clear(&contents);
        (void)tare_formats_of("x", exact, length);
        free(exact);
    }
    CHECK(n_good > ROUNDS / 10 && n_bad > ROUNDS / 50);
}

/** A file of sound with an impulse: left, with an echo, and right. */
static size_t make_sound(char* bytes)
{
    static const char head[] =
        "RIFF\x24\x02\0\0WAVEfmt \x10\0\0\0\x03\0\x02\0\x80\xBB\0\0\0\xDC\5\0"
        "\x08\0\x20\0data\0\x02\0\0";
    float samples[128] = {0.5f, 0.4f, 0.0f, 0.1f, 0.2f};
    memcpy(bytes, head, sizeof head - 1);
    memcpy(bytes + sizeof head - 1, samples, sizeof samples);
    return sizeof head - 1 + sizeof samples;
}

static void check_allocations(const char* format, const char* text, size_t length)
{
    for (unsigned n = 1;; ++n) {
        TareContents contents;
        failing_malloc_start(n);
        const TareStatus status = read_as(format, &contents, text, length, NULL);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(status == (n_asked < n ? TARE_OK : TARE_NO_MEMORY));
        CHECK((contents.n > 0) == (status == TARE_OK));
        tare_contents_clear(&contents);
        if (n_asked < n)
            break;
    }
}

static void test_failed_allocations(void)
{
    for (size_t i = 0; i < N_SEEDS; ++i)
        check_allocations(seeds[i].format, seeds[i].text, strlen(seeds[i].text));
}

static void test_broken_sounds(void)
{
    char sound[1024], broken[1024];
    const size_t length = make_sound(sound);
    TareContents contents;
    if (read_as("impulse", &contents, sound, length, NULL) != TARE_OK)
        SKIP("libsndfile is missing");
    check_correction(&contents.corrections[0]);
    tare_contents_clear(&contents);
    for (int round = 0; round < 40; ++round) {
        unsigned n[TARE_ERROR + 1] = {0};
        const TareReporter reporter = {count, n};
        memcpy(broken, sound, length);
        const size_t broken_length = mutate(broken, length, sizeof broken, &random_state);
        const TareStatus status = read_as("impulse", &contents, broken, broken_length, &reporter);
        CHECK(status == TARE_OK ? contents.n > 0 : contents.n == 0 && n[TARE_ERROR] > 0);
        tare_contents_clear(&contents);
    }
    check_allocations("impulse", sound, length);
}

int main(void)
{
    RUN(test_broken_files);
    RUN(test_broken_sounds);
    RUN(test_failed_allocations);
    return check_done();
}
