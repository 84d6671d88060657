#include "readers/product.h"

#include "readers/words.h"

#include <string.h>

/** What a tag tells. */
typedef enum {
    HEADPHONE = 1 << 0,
    OPEN = 1 << 1,
    OVER_EAR = 1 << 2,
    ON_EAR = 1 << 3,
    IN_EAR = 1 << 4,
    EARBUD = 1 << 5,
    ACCESSORY = 1 << 6, ///< whatever else the tags say, it is no headphone
    DEVICE = 1 << 7     ///< something that headphones may have inside, too
} Trait;

/** A tag or word of a text; hyphens and blanks do not count, '*' stands for the rest. */
typedef struct {
    const char* pattern;
    unsigned traits;
} Tag;

static const Tag tags[] = {
    /* first what makes a headphone's word the name of something else */
    {"headphoneamp*", ACCESSORY},
    {"headphonedac*", ACCESSORY},
    {"headphonecable*", ACCESSORY},
    {"headphoneadapt*", ACCESSORY},
    {"headphonestand*", ACCESSORY},
    {"earphonecable*", ACCESSORY},
    {"iemcable*", ACCESSORY},
    {"adapter*", ACCESSORY},
    {"adaptor*", ACCESSORY},
    {"accessor*", ACCESSORY},
    {"amplifier*", ACCESSORY},
    {"bookshelf*", ACCESSORY},
    {"cable", ACCESSORY},
    {"cables", ACCESSORY},
    {"computerspeaker*", ACCESSORY},
    {"dongle*", ACCESSORY},
    {"eartip*", ACCESSORY},
    {"eartips*", ACCESSORY},
    {"earpad*", ACCESSORY},
    {"floorstand*", ACCESSORY},
    {"loudspeaker*", ACCESSORY},
    {"microphones", ACCESSORY},
    {"monitorspeaker*", ACCESSORY},
    {"nearfield*", ACCESSORY},
    {"portablespeaker*", ACCESSORY},
    {"powerconditioner*", ACCESSORY},
    {"receiver*", ACCESSORY},
    {"smartspeaker*", ACCESSORY},
    {"soundbar*", ACCESSORY},
    {"speaker", ACCESSORY},
    {"speakers", ACCESSORY},
    {"subwoofer*", ACCESSORY},
    {"turntable*", ACCESSORY},
    {"upgradecable*", ACCESSORY},
    {"wirelessadapter*", ACCESSORY},
    {"amp", DEVICE},
    {"amps", DEVICE},
    {"audiointerface*", DEVICE},
    {"dac", DEVICE},
    {"dacs", DEVICE},
    {"dacamp*", DEVICE},
    {"dap", DEVICE},
    {"dapplayer*", DEVICE},
    {"microphone", DEVICE},
    {"portablehifi", DEVICE},
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
    {"wirelessearphone*", HEADPHONE | IN_EAR},
    {"tws*", HEADPHONE | IN_EAR},
    {"truewireless*", HEADPHONE | IN_EAR},
    {"wirelessearbud*", HEADPHONE | IN_EAR},
    {"wirelessearphone*", HEADPHONE | IN_EAR},
    {"earbud*", HEADPHONE | EARBUD},
    {"flathead*", HEADPHONE | EARBUD},
    {"headphone*", HEADPHONE},
    {"wirelessheadphone*", HEADPHONE},
    {"studioheadphone*", HEADPHONE},
    {"gamingheadphone*", HEADPHONE},
    {"planarheadphone*", HEADPHONE},
    {"headset*", HEADPHONE},
    {"gamingheadset*", HEADPHONE},
    {"wirelessheadset*", HEADPHONE},
    {"neckband*", HEADPHONE},
};

/** Traits of a tag or of words; the first pattern that fits counts. */
static unsigned traits_of(const char* text, size_t length)
{
    char plain[48];
    size_t n = 0;
    for (size_t i = 0; i < length && n + 1 < sizeof plain; ++i) {
        if (text[i] != ' ' && text[i] != '/' && text[i] != '_')
            plain[n++] = text[i];
    }
    for (size_t i = 0; i < sizeof tags / sizeof *tags; ++i) {
        if (tare_word_is(plain, n, tags[i].pattern))
            return tags[i].traits;
    }
    return 0;
}

/** The length of the word at a place, and of the blanks and marks behind it. */
static size_t word_length(const char* text)
{
    return strcspn(text, " ,.;:()\"'");
}

/** Traits of the first words of a text that have any, alone or two together: what a thing is gets
    said before what it is used with. */
static unsigned traits_of_prose(const char* text)
{
    while (text && *text) {
        const size_t first = word_length(text);
        const size_t gap = text[first] == ' ';
        const size_t second = gap ? word_length(text + first + 1) : 0;
        unsigned traits = second ? traits_of(text, first + 1 + second) : 0;
        if (!traits && first)
            traits = traits_of(text, first);
        if (traits)
            return traits;
        text += first;
        text += *text != '\0';
    }
    return 0;
}

static TareForm form_of(unsigned traits)
{
    if (traits & IN_EAR)
        return TARE_FORM_IN_EAR;
    if (traits & EARBUD)
        return TARE_FORM_EARBUD;
    if (traits & ON_EAR)
        return TARE_FORM_ON_EAR;
    return traits & OVER_EAR ? TARE_FORM_OVER_EAR : TARE_FORM_UNKNOWN;
}

TareProduct tare_product_of(const TareFrontMatter* front)
{
    unsigned traits = 0, n_headphone = 0, n_device = 0;
    for (size_t i = 0; i < front->n_tags; ++i) {
        const unsigned found = traits_of(front->tags[i], strlen(front->tags[i]));
        traits |= found;
        n_headphone += (found & HEADPHONE) != 0;
        n_device += (found & DEVICE) != 0;
    }
    if (!n_headphone && !(traits & ACCESSORY))
        traits |= traits_of_prose(front->target_name);
    if (!n_headphone && !(traits & (ACCESSORY | HEADPHONE)))
        traits |= traits_of_prose(front->summary);
    TareProduct product = {.is_open = (traits & OPEN) != 0, .form = form_of(traits)};
    product.is_headphone =
        (traits & HEADPHONE) && !(traits & ACCESSORY) && (n_device == 0 || n_headphone > n_device);
    return product;
}
