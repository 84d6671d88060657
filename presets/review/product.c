#include "review/product.h"

#include "base/ascii.h"
#include "review/front_matter.h"
#include "review/product_words.h"
#include "review/word_patterns.h"

#include <string.h>

/** What a few words tell of a thing; what is worn tells something only in a whole text. */
static unsigned traits_of_words(const char* text, size_t length)
{
    return tare_product_word_traits(text, length) & ~(unsigned)(TARE_TRAIT_WORN | TARE_TRAIT_ROOM);
}

/** A whole tag counts, and else its last word: "Noise cancelling headphones". */
static unsigned traits_of_tag(const char* tag)
{
    const unsigned whole = traits_of_words(tag, strlen(tag));
    if (whole)
        return whole & TARE_TRAIT_PART ? whole | TARE_TRAIT_OTHER : whole;
    const char* const last = strrchr(tag, ' ');
    const unsigned traits = last ? traits_of_words(last + 1, strlen(last + 1)) : 0;
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
        unsigned traits = second ? traits_of_words(text, first + 1 + second) : 0;
        if (!traits && first)
            traits = traits_of_words(text, first);
        const bool is_owner = text[first] == '\'' && text[first + 1] == 's'; /* "a player's pick" */
        if (traits && !is_owner)
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

/* So often a text calls a thing by one name at least, when it is about that. */
enum { MIN_CALLS = 3, MAX_KINDS = 8, N_STEM = 5 };

/* So many things of a room, and more than words for headphones, tell that it is about that. */
enum { MIN_ROOM_KINDS = 2, MIN_ROOM_KINDS_OF_PROSE = 4, MAX_NOTES = 800 };

/* What a text names within so many characters is what it is about. */
enum { MAX_OPENING = 30 };

/** How often a text calls things by one name, singular or plural. */
typedef struct {
    const char* words[MAX_KINDS];
    unsigned n_calls[MAX_KINDS];
    size_t n;
} Kinds;

static bool has_same_stem(const char* a, const char* b)
{
    for (size_t i = 0; i < N_STEM; ++i) {
        if (tare_ascii_lower(a[i]) != tare_ascii_lower(b[i]))
            return false;
        if (!a[i])
            break;
    }
    return true;
}

static void count_kind(Kinds* kinds, const char* word)
{
    size_t i = 0;
    while (i < kinds->n && !has_same_stem(kinds->words[i], word))
        ++i;
    if (i == MAX_KINDS)
        return;
    if (i == kinds->n)
        kinds->words[kinds->n++] = word;
    ++kinds->n_calls[i];
}

static unsigned most_calls(const Kinds* kinds)
{
    unsigned most = 0;
    for (size_t i = 0; i < kinds->n; ++i)
        most = kinds->n_calls[i] > most ? kinds->n_calls[i] : most;
    return most;
}

/** Whether a text of so many bytes names more things of a room than words for headphones. */
static bool is_about_room(const Kinds* rooms, unsigned n_headphone, size_t length)
{
    const size_t wanted = length <= MAX_NOTES ? MIN_ROOM_KINDS : MIN_ROOM_KINDS_OF_PROSE;
    return rooms->n >= wanted && rooms->n > n_headphone;
}

/** Whether a word names what a microphone's signal passes, and another one did so in its line: a
    headset has a line for that. */
static bool is_of_chain(const char* text, const char* word, size_t length)
{
    static const char* const chain[] = {"comp", "deess*", "hpf", "mic", "vox"};
    bool is_in = false, has_one = false;
    for (size_t i = 0; i < sizeof chain / sizeof *chain; ++i)
        is_in = is_in || tare_word_is(word, length, chain[i]);
    while (is_in && word > text && word[-1] != '\n') {
        --word;
        for (size_t i = 0; i < sizeof chain / sizeof *chain; ++i)
            has_one = has_one || tare_word_is(word, word_length(word), chain[i]);
    }
    return has_one;
}

/** Whether a thing is only used: "my player", "with an adapter". */
static bool is_in_passing(const char* word, size_t length, const char* before, size_t n_before)
{
    return tare_product_word_is_of_use(before, n_before) || tare_word_is(word, length, "adapt*");
}

/** Whether a word speaks of the sound of something. */
static bool is_of_sound(const char* word, size_t length)
{
    static const char* const words[] = {"bass", "khz",      "measurement*",
                                        "mids", "midrange", "treble"};
    for (size_t i = 0; i < sizeof words / sizeof *words; ++i)
        if (tare_word_is(word, length, words[i]))
            return true;
    return false;
}

/** Whether a text of these traits names nothing but what is worn, or nothing at all. */
static bool is_of_nothing_else(unsigned traits)
{
    const unsigned others = TARE_TRAIT_OTHER | TARE_TRAIT_ROOM;
    const unsigned unworn = TARE_TRAIT_DEVICE | TARE_TRAIT_MIC;
    return !(traits & others) && (!(traits & unworn) || (traits & TARE_TRAIT_WORN));
}

/** What the traits of a whole text come to, of which others do not decide; it may be taken for one
    about a headphone when it names nothing else. */
static unsigned kept_traits(unsigned traits, bool may_be_taken)
{
    const unsigned passed = TARE_TRAIT_OTHER | TARE_TRAIT_MIC | TARE_TRAIT_WORN | TARE_TRAIT_ROOM;
    if (traits & TARE_TRAIT_HEADPHONE)
        return traits & ~passed;
    return may_be_taken && is_of_nothing_else(traits) ? TARE_TRAIT_HEADPHONE : 0;
}

/** Whether what a text calls things is mostly another thing than a headphone. */
static bool is_about_others(const Kinds* others, unsigned n_headphone, const char* begin)
{
    const unsigned n_others = most_calls(others);
    const bool is_opening = others->n && others->words[0] < begin + MAX_OPENING;
    if (is_opening && n_others >= n_headphone)
        return true; /* "A bookshelf speaker." */
    return n_others >= n_headphone && (n_others >= MIN_CALLS || (n_others > 1 && !n_headphone));
}

/** What a whole text speaks of most: traits of headphones, TARE_TRAIT_OTHER, or 0 when it speaks of
    neither, or of others only in passing. The text of an entry of a collection, which has its name
    in front, is about a headphone when it speaks of sound and names nothing else. */
static unsigned traits_of_text(const char* text, bool is_entry)
{
    unsigned traits = 0, n_headphone = 0;
    bool has_sound = false;
    Kinds others = {0}, rooms = {0};
    text += strspn(text, word_ends);
    const char *const begin = text, *before = text;
    size_t n_before = 0;
    while (*text) {
        const size_t n = word_length(text);
        const unsigned found = tare_product_word_traits(text, n);
        traits |= found;
        n_headphone += (found & (TARE_TRAIT_HEADPHONE | TARE_TRAIT_WORN)) != 0;
        has_sound = has_sound || is_of_sound(text, n);
        if ((found & TARE_TRAIT_ROOM) && !is_of_chain(begin, text, n))
            count_kind(&rooms, text);
        if ((found & TARE_TRAIT_OTHER) && !is_in_passing(text, n, before, n_before))
            count_kind(&others, text);
        before = text;
        n_before = n;
        text += n;
        text += strspn(text, word_ends);
    }
    if (is_about_room(&rooms, n_headphone, (size_t)(text - begin)))
        return TARE_TRAIT_OTHER;
    if (is_about_others(&others, n_headphone, begin))
        return TARE_TRAIT_OTHER;
    return kept_traits(traits, is_entry && has_sound);
}

/** What name, summary and text say of a thing without tags. */
static unsigned traits_without_tags(const TareFrontMatter* front, const char* text)
{
    const unsigned named = traits_of_prose(front->target_name);
    if (named)
        return named;
    const unsigned described = traits_of_prose(front->summary);
    return described || !text ? described : traits_of_text(text, front->body > 0);
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
       itself is asked where no tag names a thing */
    traits |= (named | described) & TARE_TRAIT_OTHER;
    if (!n_headphone && !n_device)
        traits |= traits_without_tags(front, traits ? NULL : text);
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
