#include "review/bearer_words.h"

#include "review/word_patterns.h"

/* Short names keep the table below readable. */
#define OWN TARE_BEARER_HEADPHONE
#define OTHER TARE_BEARER_OTHER

typedef struct {
    const char* pattern; ///< of tare_word_is()
    TareBearer bearer;
} Row;

/* In the order of letters. */
static const Row words[] = {
    {"algorithm*", OTHER}, {"amp", OTHER},         {"amp's", OTHER},       {"amplifier*", OTHER},
    {"app", OTHER},        {"app's", OTHER},       {"buds", OWN},          {"calibrat*", OTHER},
    {"cans", OWN},         {"circuit", OTHER},     {"coil", OTHER},        {"compensation", OTHER},
    {"computer*", OTHER},  {"convol*", OTHER},     {"correction*", OTHER}, {"coupler", OWN},
    {"crossover", OTHER},  {"dap", OTHER},         {"data", OWN},          {"dirac", OTHER},
    {"display", OTHER},    {"driver*", OWN},       {"dsp", OTHER},         {"earbud*", OWN},
    {"earphone*", OWN},    {"exports", OTHER},     {"filter*", OTHER},     {"generated", OTHER},
    {"headphone*", OWN},   {"headset*", OWN},      {"iem*", OWN},          {"inears", OWN},
    {"inverse", OTHER},    {"inverted", OTHER},    {"laptop*", OTHER},     {"measur*", OWN},
    {"mix", OTHER},        {"model", OWN},         {"monitors", OTHER},    {"morphit", OTHER},
    {"network", OTHER},    {"optimis*", OTHER},    {"optimiz*", OTHER},    {"oratory", OTHER},
    {"outcome", OTHER},    {"pair", OWN},          {"patch", OTHER},       {"phone", OTHER},
    {"phone's", OTHER},    {"player*", OTHER},     {"plugin*", OTHER},     {"preset*", OTHER},
    {"profile*", OTHER},   {"proposal", OTHER},    {"proposed", OTHER},    {"raw", OWN},
    {"receiver", OTHER},   {"recommended", OTHER}, {"record", OTHER},      {"recording*", OTHER},
    {"resistor", OTHER},   {"response*", OWN},     {"rew's", OTHER},       {"rig", OWN},
    {"room", OTHER},       {"room's", OTHER},      {"sample", OWN},        {"script", OTHER},
    {"software*", OTHER},  {"solver", OTHER},      {"song", OTHER},        {"sound", OWN},
    {"speaker*", OTHER},   {"stereo", OTHER},      {"streamer", OTHER},    {"they", OWN},
    {"track", OTHER},      {"trap", OTHER},        {"unit", OWN},          {"wizard", OTHER},
};

TareBearer tare_bearer_word(const char* word, size_t length)
{
    const Row* const row =
        tare_word_next_row(words, sizeof words / sizeof *words, sizeof *words, NULL, word, length);
    return row ? row->bearer : TARE_BEARER_NONE;
}
