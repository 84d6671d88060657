#include "review/product_words.h"

#include "review/word_patterns.h"
#include "review/words.h"

/* Short names keep the table below readable. */
#define HEADPHONE TARE_TRAIT_HEADPHONE
#define OPEN TARE_TRAIT_OPEN
#define OVER_EAR TARE_TRAIT_OVER_EAR
#define ON_EAR TARE_TRAIT_ON_EAR
#define IN_EAR TARE_TRAIT_IN_EAR
#define EARBUD TARE_TRAIT_EARBUD
#define OTHER TARE_TRAIT_OTHER
#define PART TARE_TRAIT_PART
#define DEVICE TARE_TRAIT_DEVICE
#define MIC TARE_TRAIT_MIC
#define HEADSET TARE_TRAIT_HEADSET
#define WORN TARE_TRAIT_WORN
#define ROOM TARE_TRAIT_ROOM

/* Blanks, hyphens and slashes do not count, '*' stands for the rest. The first pattern that fits
   counts. */
static const struct {
    const char* pattern;
    unsigned traits;
} words[] = {
    /* what has a headphone's name in front and is something else */
    {"headphoneamp*", OTHER},
    {"headphonecable*", OTHER},
    {"headphonedac*", OTHER},
    {"headphonestand*", OTHER},
    {"earphonecable*", OTHER},
    {"iemcable*", OTHER},
    {"upgradecable*", OTHER},
    {"adapter*", OTHER},
    {"adaptor*", OTHER},
    {"accessor*", OTHER},
    {"amplifier*", OTHER},
    {"bookshelf*", OTHER},
    {"dap", OTHER},
    {"dongle*", OTHER},
    {"eartip", OTHER},
    {"eartips", OTHER},
    {"earpad*", PART},
    {"energizer*", OTHER},
    {"floorstand*", OTHER},
    {"interconnect*", OTHER},
    {"loudspeaker*", OTHER},
    {"mixer*", OTHER},
    {"nearfield*", OTHER},
    {"neckbandspeaker*", OTHER},
    {"player", OTHER},
    {"players", OTHER},
    {"plugin*", OTHER},
    {"receiver*", OTHER},
    {"recorder*", OTHER},
    {"software", OTHER},
    {"soundbar*", OTHER},
    {"speaker", OTHER},
    {"speakers", OTHER},
    {"splitter*", OTHER},
    {"streamer*", OTHER},
    {"subwoofer*", OTHER},
    {"transmitter*", OTHER},
    {"turntable*", OTHER},
    {"cable", PART},
    {"cables", PART},
    {"microphone*", MIC},
    {"amp", DEVICE},
    {"amps", DEVICE},
    {"audiointerface*", DEVICE},
    {"dac", DEVICE},
    {"dacs", DEVICE},
    {"dacamp*", DEVICE},
    {"desktopdac*", DEVICE},
    {"portabledac*", DEVICE},
    {"usbdac*", DEVICE},
    {"boneconduction*", HEADPHONE | OPEN},
    {"openear*", HEADPHONE | OPEN},
    {"openback*", HEADPHONE | OPEN},
    {"semiopen*", HEADPHONE | OPEN},
    {"closedback*", HEADPHONE},
    {"overear*", HEADPHONE | OVER_EAR},
    {"aroundear*", HEADPHONE | OVER_EAR},
    {"circumaural*", HEADPHONE | OVER_EAR},
    {"onear*", HEADPHONE | ON_EAR},
    {"supraaural*", HEADPHONE | ON_EAR},
    {"inear*", HEADPHONE | IN_EAR},
    {"iem", HEADPHONE | IN_EAR},
    {"iems", HEADPHONE | IN_EAR},
    {"ciem*", HEADPHONE | IN_EAR},
    {"earphone*", HEADPHONE | IN_EAR},
    {"tws*", HEADPHONE | IN_EAR},
    {"truewireless*", HEADPHONE | IN_EAR},
    {"wirelessearbud*", HEADPHONE | IN_EAR},
    {"flathead*", HEADPHONE | EARBUD},
    {"earbud*", HEADPHONE | EARBUD},
    {"buds", HEADPHONE | IN_EAR},
    {"headphone", HEADPHONE},
    {"headphones", HEADPHONE},
    {"earspeaker*", HEADPHONE | OVER_EAR},
    {"headset*", HEADPHONE | HEADSET},
    {"neckband*", HEADPHONE},
    /* asked for only where a whole text has to tell what it is about */
    {"cans", WORN},
    {"clamp*", WORN},
    {"cups", WORN},
    {"earcup*", WORN},
    {"ears", WORN},
    {"harman*", WORN},
    {"head", WORN},
    {"headband*", WORN},
    {"insertion", WORN},
    {"isolat*", WORN},
    {"nozzle*", WORN},
    {"pads", WORN},
    {"planar*", WORN},
    {"seal", WORN},
    {"shells", WORN},
    {"tips", WORN},
    {"anc", HEADPHONE},
    {"noisecancel*", HEADPHONE},
    {"audyssey", ROOM},
    {"ceiling", ROOM},
    {"comp", ROOM},
    {"crossed", ROOM},
    {"deess*", ROOM},
    {"desk", ROOM},
    {"dirac", ROOM},
    {"horns", ROOM},
    {"hpf", ROOM},
    {"jitter", ROOM},
    {"kitchen*", ROOM},
    {"mic", ROOM},
    {"onaxis", ROOM},
    {"phase", ROOM},
    {"rew", ROOM},
    {"room", ROOM},
    {"schroeder", ROOM},
    {"sinad", ROOM},
    {"sofa", ROOM},
    {"subs", ROOM},
    {"vox", ROOM},
    {"wall*", ROOM},
    {"wiim", ROOM},
    {"woofer*", ROOM},
};

/** Copies a text without what does not count. */
static size_t squeeze(const char* text, size_t length, char* plain, size_t size)
{
    size_t n = 0;
    for (size_t i = 0; i < length && n < size; ++i) {
        if (text[i] != ' ' && text[i] != '/' && text[i] != '_')
            plain[n++] = text[i];
    }
    return n;
}

unsigned tare_product_word_traits(const char* text, size_t length)
{
    char plain[48];
    const size_t n = squeeze(text, length, plain, sizeof plain);
    for (size_t i = 0; i < sizeof words / sizeof *words; ++i) {
        if (tare_word_is(plain, n, words[i].pattern))
            return words[i].traits;
    }
    return 0;
}

bool tare_product_word_is_of_use(const char* before, size_t length)
{
    static const char* const befores[] = {"audio", "in", "my", "music", "on", "via"};
    for (size_t i = 0; i < sizeof befores / sizeof *befores; ++i)
        if (tare_word_is(before, length, befores[i]))
            return true;
    return tare_word_names_software(before, length);
}
