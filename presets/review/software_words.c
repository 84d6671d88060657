#include "review/software_words.h"

#include "review/words.h"

/* Ordinary words say so only behind another one: the maker's name, "my". */
typedef enum { ALONE, OF_MAKER, OF_PERSON } Kind;

typedef struct {
    const char* pattern; ///< of tare_word_is()
    Kind kind;
} Row;

/* In the order of letters. */
static const Row words[] = {
    {"adi", ALONE},          {"adi2", ALONE},          {"apo", ALONE},
    {"app", OF_MAKER},       {"audirvana", ALONE},     {"autoeq*", ALONE},
    {"boom", OF_MAKER},      {"camilla*", ALONE},      {"chain", OF_PERSON},
    {"connect", OF_MAKER},   {"control", OF_MAKER},    {"dap", OF_PERSON},
    {"dsp", OF_PERSON},      {"easyeffects", ALONE},   {"eqapo", ALONE},
    {"eqmac", ALONE},        {"equalify", ALONE},      {"foobar*", ALONE},
    {"fxsound", ALONE},      {"graphiceq", ALONE},     {"hesuvi", ALONE},
    {"hqplayer", ALONE},     {"interface", OF_PERSON}, {"jamesdsp", ALONE},
    {"jriver", ALONE},       {"logic", OF_MAKER},      {"mixer", OF_PERSON},
    {"music", OF_MAKER},     {"musicolet", ALONE},     {"neutron", ALONE},
    {"oratory*", ALONE},     {"peace", ALONE},         {"phone", OF_PERSON},
    {"player", OF_PERSON},   {"plexamp", ALONE},       {"poweramp*", ALONE},
    {"pulseeffects", ALONE}, {"qudelix*", ALONE},      {"reaeq", ALONE},
    {"reaper", ALONE},       {"roon*", ALONE},         {"software", OF_PERSON},
    {"sonarworks", ALONE},   {"soundalive", ALONE},    {"soundid", ALONE},
    {"soundsource", ALONE},  {"streamer", OF_PERSON},  {"toneboosters", ALONE},
    {"uapp", ALONE},         {"viper*", ALONE},        {"voicemeeter", ALONE},
    {"walkplay", ALONE},     {"wavelet*", ALONE},
};

static bool is_named(const char* word, size_t length, Kind kind)
{
    for (const Row* row = NULL; (row = tare_word_next_row(words, sizeof words / sizeof *words,
                                                          sizeof *words, row, word, length));)
        if (row->kind == kind)
            return true;
    return false;
}

bool tare_software_is(const char* word, size_t length)
{
    return is_named(word, length, ALONE);
}

bool tare_software_is_of_maker(const char* word, size_t length)
{
    return is_named(word, length, OF_MAKER);
}

bool tare_software_is_of_person(const char* word, size_t length)
{
    return is_named(word, length, OF_PERSON);
}
