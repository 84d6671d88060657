/* Broken files of other programs that hold filters, not numbers of bands: whatever the bytes, the
   readers come back, say what is wrong, and what they made of the rest is in order. Few of them, as
   some have to be fitted. Seeded: the same in each run. */

#include "corrections/correction.h"
#include "formats/contents.h"
#include "helpers/check.h"
#include "helpers/mutate.h"
#include "helpers/readers.h"

enum { ROUNDS = 2000 };

static const ReaderSeed seeds[] = {
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

static void test_broken_files(void)
{
    const ReaderOutcomes outcomes = readers_read_damaged(seeds, N_SEEDS, ROUNDS, &random_state);
    CHECK(outcomes.n_wrong == 0);
    CHECK(outcomes.n_good > ROUNDS / 10 && outcomes.n_bad > ROUNDS / 50);
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

static void test_failed_allocations(void)
{
    for (size_t i = 0; i < N_SEEDS; ++i)
        CHECK(readers_survive(seeds[i].format, "fuzz", seeds[i].text, strlen(seeds[i].text)));
}

static void test_broken_sounds(void)
{
    char sound[1024], broken[1024];
    const size_t length = make_sound(sound);
    TareContents contents;
    if (readers_read("impulse", &contents, sound, length, NULL) != TARE_OK)
        SKIP("libsndfile is missing");
    CHECK(readers_is_in_order(&contents.corrections[0]));
    tare_contents_clear(&contents);
    for (int round = 0; round < 40; ++round) {
        memcpy(broken, sound, length);
        const size_t broken_length = mutate(broken, length, sizeof broken, &random_state);
        const TareStatus status = readers_read("impulse", &contents, broken, broken_length, NULL);
        CHECK((status == TARE_OK) == (contents.n > 0));
        tare_contents_clear(&contents);
    }
    CHECK(readers_survive("impulse", "fuzz", sound, length));
}

int main(void)
{
    RUN(test_broken_files);
    RUN(test_broken_sounds);
    RUN(test_failed_allocations);
    return check_done();
}
