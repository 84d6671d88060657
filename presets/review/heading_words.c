#include "review/heading_words.h"

#include "base/ascii.h"
#include "review/word_patterns.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

static const char price[] = "about prices", others[] = "about other products",
                  sources[] = "a list of sources", box[] = "about what is in the box",
                  facts[] = "a list of specifications", support[] = "about the maker's support",
                  noise[] = "about isolation or noise cancelling",
                  microphone[] = "about the microphone", power[] = "about power or connections",
                  page[] = "part of the page, not of the review";

/* What figures mean in a section is told by its heading: "-20 dB at 100 Hz" by one about noise. A
   word is to be taken literally, '*' stands for the rest. */
static const struct {
    const char* word;
    const char* reason; ///< NULL: the section speaks of the sound, whatever else
    bool is_decisive;   ///< even when another word speaks of the sound
} rows[] = {
    /* "Sound", "Measurements", "Advice on equalisation", "Compared with the target" */
    {"advice", NULL, false},
    {"bass*", NULL, false},
    {"curve*", NULL, true},
    {"eq*", NULL, false},
    {"frequency", NULL, false},
    {"harman", NULL, true},
    {"measure*", NULL, false},
    {"mid*", NULL, false},
    {"peq", NULL, false},
    {"response*", NULL, false},
    {"signature*", NULL, false},
    {"sonic*", NULL, false},
    {"sound*", NULL, false},
    {"target*", NULL, true},
    {"tonal*", NULL, false},
    {"treble*", NULL, false},
    {"tuning*", NULL, false},
    /* "Price and value", "Is it worth it?" */
    {"afford*", price, false},
    {"bargain*", price, false},
    {"budget", price, false},
    {"buy", price, false},
    {"cost*", price, false},
    {"deal*", price, false},
    {"discount*", price, false},
    {"money", price, false},
    {"price*", price, false},
    {"pricing", price, false},
    {"value", price, false},
    {"worth", price, false},
    /* "Comparisons", "Acme 1 vs. Acme 2", "Alternatives" */
    {"alternative*", others, true},
    {"compar*", others, true},
    {"competit*", others, true},
    {"competes", others, true},
    {"others", others, true},
    {"rival*", others, true},
    {"siblings", others, true},
    {"versus", others, true},
    {"vs", others, true},
    /* "References", "Works cited", "Further reading" */
    {"bibliography", sources, true},
    {"citation*", sources, true},
    {"cited", sources, true},
    {"footnote*", sources, true},
    {"links", sources, false},
    {"literature", sources, false},
    {"reading", sources, false},
    {"references", sources, true},
    {"sources", sources, false},
    /* "In the box", "Unboxing" */
    {"accessor*", box, false},
    {"box", box, false},
    {"bundle*", box, false},
    {"packag*", box, false},
    {"unbox*", box, false},
    /* "Specifications", "Technical data" */
    {"data", facts, false},
    {"datasheet", facts, false},
    {"spec", facts, true},
    {"specs", facts, true},
    {"specification*", facts, true},
    {"reliability", support, false},
    {"support", support, false},
    {"warranty", support, false},
    /* "Sound isolation" */
    {"anc", noise, true},
    {"attenuation", noise, true},
    {"cancel*", noise, true},
    {"isolation", noise, true},
    {"leakage", noise, true},
    {"noise", noise, true},
    {"transparency", noise, false},
    {"call*", microphone, true},
    {"mic", microphone, true},
    {"mics", microphone, true},
    {"microphone*", microphone, true},
    {"amping", power, false},
    {"amplif*", power, false},
    {"battery", power, false},
    {"bluetooth", power, false},
    {"connect*", power, false},
    {"drivability", power, false},
    {"power", power, false},
    {"sensitivity", power, false},
    /* "Comments (12)", "About the author", "Related articles" */
    {"author", page, false},
    {"comment*", page, false},
    {"disclaimer", page, false},
    {"disclosure", page, false},
    {"newsletter", page, false},
    {"posts", page, false},
    {"related", page, false},
    {"share", page, false},
    {"subscribe", page, false},
};

enum { N_ROWS = sizeof rows / sizeof *rows };

/** The length of the word at a place: letters and digits. */
static size_t word_length(const char* text)
{
    size_t n = 0;
    while (tare_is_letter(text[n]) || tare_is_digit(text[n]))
        ++n;
    return n;
}

const char* tare_heading_unread_reason(const char* heading)
{
    const char *reason = NULL, *decisive = NULL;
    bool is_sound = false;
    for (const char* word = heading; *word;) {
        const size_t n = word_length(word);
        for (size_t i = 0; i < N_ROWS && n; ++i) {
            if (!tare_word_is(word, n, rows[i].word))
                continue;
            if (!rows[i].reason && rows[i].is_decisive)
                return NULL;
            is_sound = is_sound || !rows[i].reason;
            reason = reason ? reason : rows[i].reason;
            if (rows[i].is_decisive && !decisive)
                decisive = rows[i].reason;
            break;
        }
        word += n ? n : 1;
    }
    return decisive ? decisive : is_sound ? NULL : reason;
}
