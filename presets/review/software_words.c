#include "review/software_words.h"

#include "review/words.h"

typedef struct {
    const char* pattern; ///< of tare_word_is()
    bool is_of_maker;    ///< an ordinary word, which says so only right behind the maker's name
} Row;

/* In the order of letters. */
static const Row words[] = {
    {"adi", false},        {"adi2", false},      {"apo", false},          {"app", true},
    {"audacious", false},  {"audirvana", false}, {"autoeq*", false},      {"boom", true},
    {"camilla*", false},   {"connect", true},    {"control", true},       {"easyeffects", false},
    {"eqapo", false},      {"eqmac", false},     {"equalify", false},     {"foobar*", false},
    {"fxsound", false},    {"graphiceq", false}, {"hesuvi", false},       {"hqplayer", false},
    {"jamesdsp", false},   {"jriver", false},    {"logic", true},         {"music", true},
    {"musicolet", false},  {"neutron", false},   {"oratory*", false},     {"peace", false},
    {"plexamp", false},    {"poweramp*", false}, {"pulseeffects", false}, {"qudelix*", false},
    {"reaeq", false},      {"reaper", false},    {"roon*", false},        {"sonarworks", false},
    {"soundalive", false}, {"soundid", false},   {"soundsource", false},  {"toneboosters", false},
    {"uapp", false},       {"viper*", false},    {"voicemeeter", false},  {"walkplay", false},
    {"wavelet*", false},
};

static bool is_named(const char* word, size_t length, bool is_of_maker)
{
    for (const Row* row = NULL; (row = tare_word_next_row(words, sizeof words / sizeof *words,
                                                          sizeof *words, row, word, length));)
        if (row->is_of_maker == is_of_maker)
            return true;
    return false;
}

bool tare_software_is(const char* word, size_t length)
{
    return is_named(word, length, false);
}

bool tare_software_is_of_maker(const char* word, size_t length)
{
    return is_named(word, length, true);
}
