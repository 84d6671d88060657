#include "review/word_tables.h"

/* Short names keep the table below readable. */
#define ALONE TARE_SOFTWARE_ALONE
#define OF_MAKER TARE_SOFTWARE_OF_MAKER
#define OF_PERSON TARE_SOFTWARE_OF_PERSON

/* Programs and devices that hold an equaliser, and those who publish settings. In the order of
   letters. */
const TareWord tare_software_words[] = {
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
    {"reaper", ALONE},       {"rme", ALONE},           {"roon*", ALONE},
    {"software", OF_PERSON}, {"sonarworks", ALONE},    {"soundalive", ALONE},
    {"soundid", ALONE},      {"soundsource", ALONE},   {"streamer", OF_PERSON},
    {"toneboosters", ALONE}, {"uapp", ALONE},          {"viper*", ALONE},
    {"voicemeeter", ALONE},  {"walkplay", ALONE},      {"wavelet*", ALONE},
};

const size_t tare_n_software_words = sizeof tare_software_words / sizeof *tare_software_words;
