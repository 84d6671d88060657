#include "review/product.h"

#include "review/front_matter.h"
#include "review/product_words.h"

#include <string.h>

/** A whole tag counts, and else its last word: "Noise cancelling headphones". */
static unsigned traits_of_tag(const char* tag)
{
    const unsigned whole = tare_product_word_traits(tag, strlen(tag));
    if (whole)
        return whole & TARE_TRAIT_PART ? whole | TARE_TRAIT_OTHER : whole;
    const char* const last = strrchr(tag, ' ');
    const unsigned traits = last ? tare_product_word_traits(last + 1, strlen(last + 1)) : 0;
    return traits & (TARE_TRAIT_PART | TARE_TRAIT_MIC | TARE_TRAIT_DEVICE)
               ? 0
               : traits; /* "Built-in DAC" */
}

static const char word_ends[] = " \t\r\n,.;:()[]*_#|<>\"'";

/** The length of the word at a place; brackets and the like end it too. */
static size_t word_length(const char* text)
{
    return strcspn(text, word_ends);
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
        unsigned traits = second ? tare_product_word_traits(text, first + 1 + second) : 0;
        if (!traits && first)
            traits = tare_product_word_traits(text, first);
        if (traits)
            return traits & (TARE_TRAIT_PART | TARE_TRAIT_MIC) ? traits | TARE_TRAIT_OTHER : traits;
        text += first;
        text += strspn(text, word_ends);
    }
    return 0;
}

static TareForm form_of(unsigned traits)
{
    if (traits & TARE_TRAIT_IN_EAR)
        return TARE_FORM_IN_EAR;
    if (traits & TARE_TRAIT_EARBUD)
        return TARE_FORM_EARBUD;
    if (traits & TARE_TRAIT_ON_EAR)
        return TARE_FORM_ON_EAR;
    return traits & TARE_TRAIT_OVER_EAR ? TARE_FORM_OVER_EAR : TARE_FORM_UNKNOWN;
}

/* Who names a product from outside says that it is a headphone, and may mention other things. */
enum { MAX_OTHER = 2 };

/** What a whole text speaks of most: traits of headphones, TARE_TRAIT_OTHER, or 0 when it speaks of
    neither, or has no more than `max_other` words for other things. */
static unsigned traits_of_text(const char* text, unsigned max_other)
{
    unsigned traits = 0, n_headphone = 0, n_other = 0;
    text += strspn(text, word_ends);
    while (*text) {
        const size_t n = word_length(text);
        const unsigned found = tare_product_word_traits(text, n);
        traits |= found;
        n_headphone += (found & TARE_TRAIT_HEADPHONE) != 0;
        n_other += (found & TARE_TRAIT_OTHER) != 0;
        text += n;
        text += strspn(text, word_ends);
    }
    if (n_headphone > n_other)
        return traits & ~(unsigned)(TARE_TRAIT_OTHER | TARE_TRAIT_MIC);
    return n_other > max_other ? TARE_TRAIT_OTHER : 0;
}

/** What name, summary and text say of a thing without tags. */
static unsigned traits_without_tags(const TareFrontMatter* front, const char* text)
{
    const unsigned named = traits_of_prose(front->target_name);
    if (named)
        return named;
    const unsigned described = traits_of_prose(front->summary);
    return described || !text ? described
                              : traits_of_text(text, front->is_named_from_outside ? MAX_OTHER : 0);
}

TareProduct tare_product_of(const TareFrontMatter* front, const char* text)
{
    unsigned traits = 0, n_headphone = 0, n_device = 0;
    for (size_t i = 0; i < front->n_tags; ++i) {
        const unsigned found = traits_of_tag(front->tags[i]);
        traits |= found;
        n_headphone += (found & TARE_TRAIT_HEADPHONE) != 0;
        n_device += (found & TARE_TRAIT_DEVICE) != 0;
    }
    const unsigned named = traits_of_prose(front->target_name);
    const unsigned described = traits_of_prose(front->summary);
    /* tags decide; name and summary may refuse, and speak when the tags say nothing; the text
       itself is asked where there are no tags */
    traits |= (named | described) & TARE_TRAIT_OTHER;
    if (!n_headphone && !n_device)
        traits |= traits_without_tags(front, front->n_tags ? NULL : text);
    if (!traits && front->is_named_from_outside)
        traits = TARE_TRAIT_HEADPHONE; /* who names it says that it is one */
    if ((traits & TARE_TRAIT_MIC) &&
        !((traits & TARE_TRAIT_HEADSET) || (described & TARE_TRAIT_HEADPHONE)))
        traits |= TARE_TRAIT_OTHER;
    const bool is_device =
        n_device && n_device >= n_headphone && !(described & TARE_TRAIT_HEADPHONE);
    return (TareProduct){.is_headphone = (traits & TARE_TRAIT_HEADPHONE) &&
                                         !(traits & TARE_TRAIT_OTHER) && !is_device,
                         .is_open = (traits & TARE_TRAIT_OPEN) != 0,
                         .form = form_of(traits)};
}
