#include "review/product.h"

#include "review/words.h"

#include <string.h>

/** What a word tells of the thing it names. */
typedef enum {
    HEADPHONE = 1 << 0,
    OPEN = 1 << 1,
    OVER_EAR = 1 << 2,
    ON_EAR = 1 << 3,
    IN_EAR = 1 << 4,
    EARBUD = 1 << 5,
    OTHER = 1 << 6,  ///< whatever else the tags say, it is no headphone
    PART = 1 << 7,   ///< as OTHER when alone; "Detachable cable" is what a headphone has
    DEVICE = 1 << 8, ///< something that headphones may have inside, too
    MIC = 1 << 9,    ///< as PART; but a headset has one, and so may what is told to be a headphone
    HEADSET = 1 << 10
} Trait;

/** Blanks, hyphens and slashes do not count, '*' stands for the rest. */
typedef struct {
    const char* pattern;
    unsigned traits;
} Word;

/* The first pattern that fits counts. */
static const Word words[] = {
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
    {"earpads", PART},
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

static unsigned traits_of(const char* text, size_t length)
{
    char plain[48];
    const size_t n = squeeze(text, length, plain, sizeof plain);
    for (size_t i = 0; i < sizeof words / sizeof *words; ++i) {
        if (tare_word_is(plain, n, words[i].pattern))
            return words[i].traits;
    }
    return 0;
}

/** A whole tag counts, and else its last word: "Noise cancelling headphones". */
static unsigned traits_of_tag(const char* tag)
{
    const unsigned whole = traits_of(tag, strlen(tag));
    if (whole)
        return whole & PART ? whole | OTHER : whole;
    const char* const last = strrchr(tag, ' ');
    const unsigned traits = last ? traits_of(last + 1, strlen(last + 1)) : 0;
    return traits & (PART | MIC | DEVICE) ? 0 : traits; /* "Built-in DAC" */
}

/** The length of the word at a place; brackets and the like end it too. */
static size_t word_length(const char* text)
{
    return strcspn(text, " ,.;:()\"'");
}

/* What follows is not what a text says first. */
enum { MAX_PROSE_WORDS = 12 };

/** Traits of the first word of a text that has any, alone or together with the next: what a thing
    is gets said before what it is used with. */
static unsigned traits_of_prose(const char* text)
{
    for (unsigned n_words = 0; text && *text && n_words < MAX_PROSE_WORDS; ++n_words) {
        const size_t first = word_length(text);
        const size_t second = text[first] == ' ' ? word_length(text + first + 1) : 0;
        unsigned traits = second ? traits_of(text, first + 1 + second) : 0;
        if (!traits && first)
            traits = traits_of(text, first);
        if (traits)
            return traits & (PART | MIC) ? traits | OTHER : traits;
        text += first;
        text += strspn(text, " ,.;:()\"'");
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
        const unsigned found = traits_of_tag(front->tags[i]);
        traits |= found;
        n_headphone += (found & HEADPHONE) != 0;
        n_device += (found & DEVICE) != 0;
    }
    const unsigned named = traits_of_prose(front->target_name);
    const unsigned described = traits_of_prose(front->summary);
    /* tags decide; name and summary may refuse, and speak when the tags say nothing */
    traits |= (named | described) & OTHER;
    if (!n_headphone && !n_device)
        traits |= named ? named : described;
    if ((traits & MIC) && !((traits & HEADSET) || (described & HEADPHONE)))
        traits |= OTHER;
    const bool is_device = n_device && n_device >= n_headphone && !(described & HEADPHONE);
    return (TareProduct){.is_headphone = (traits & HEADPHONE) && !(traits & OTHER) && !is_device,
                         .is_open = (traits & OPEN) != 0,
                         .form = form_of(traits)};
}
