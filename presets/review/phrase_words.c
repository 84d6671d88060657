#include "review/phrase_words.h"

/* Short names keep the tables below readable. */
#define UP TARE_WORD_UP
#define DOWN TARE_WORD_DOWN
#define ASKS TARE_WORD_ASKS

const TarePhrase tare_phrases[] = {
    {"call*", "for", ASKS},
    {"have", "to", ASKS},
    {"has", "to", ASKS},
    {"higher", "output", UP},
    {"jut*", "out", UP},
    {"lower", "output", DOWN},
    {"needs", "to", ASKS},
    {"negative", "deviation*", DOWN},
    {"negative", "error*", DOWN},
    {"negative", "excursion*", DOWN},
    {"negative", "offset*", DOWN},
    {"negative", "one", DOWN},
    {"not", "only", 0},
    {"not", "insignificant", 0},
    {"not", "negligible", 0},
    {"overly", "strong*", UP},
    {"positive", "deviation*", UP},
    {"positive", "error*", UP},
    {"positive", "excursion*", UP},
    {"positive", "offset*", UP},
    {"positive", "one", UP},
    {"poke*", "out", UP},
    {"poking", "out", UP},
    {"pop*", "out", UP},
    {"stands", "proud", UP},
    {"standing", "proud", UP},
    {"sticks", "out", UP},
    {"sticking", "out", UP},
    {"shy", "of", DOWN},
    {"short", "of", DOWN},
    {"too", "much", UP},
    {"too", "little", DOWN},
    {"too", "few", DOWN},
    {"too", "strong*", UP},
    {"too", "weak*", DOWN},
    {"too", "quiet*", DOWN},
    {"too", "loud*", UP},
    {"too", "prominent", UP},
    {"we", "suggest", ASKS},
    {"we", "propose", ASKS},
};

const size_t tare_n_phrases = sizeof tare_phrases / sizeof *tare_phrases;

const TarePhrase tare_phrase_verbs[] = {
    {"back", "off", DOWN},     {"backing", "off", DOWN},   {"bring", "down", DOWN},
    {"bring", "up", UP},       {"bringing", "down", DOWN}, {"bringing", "up", UP},
    {"brought", "down", DOWN}, {"brought", "up", UP},      {"bump*", "up", UP},
    {"come", "up", UP},        {"come", "down", DOWN},     {"crank*", "up", UP},
    {"dial*", "back", DOWN},   {"dial*", "down", DOWN},    {"eq*", "down", DOWN},
    {"eq*", "up", UP},         {"eas*", "back", DOWN},     {"knock*", "down", DOWN},
    {"knock*", "off", DOWN},   {"notch*", "out", DOWN},    {"nudg*", "down", DOWN},
    {"nudg*", "up", UP},       {"pull*", "back", DOWN},    {"pull*", "down", DOWN},
    {"push*", "down", DOWN},   {"push*", "up", UP},        {"ramp*", "down", DOWN},
    {"rolled", "back", DOWN},  {"rolling", "back", DOWN},  {"scal*", "back", DOWN},
    {"scal*", "down", DOWN},   {"shav*", "off", DOWN},     {"shav*", "away", DOWN},
    {"take", "off", DOWN},     {"take", "out", DOWN},      {"taking", "off", DOWN},
    {"taking", "out", DOWN},   {"turn*", "down", DOWN},    {"turn*", "up", UP},
    {"take", "away", DOWN},    {"taking", "away", DOWN},   {"tone*", "down", DOWN},
    {"toning", "down", DOWN},  {"wind*", "back", DOWN},
};

const size_t tare_n_phrase_verbs = sizeof tare_phrase_verbs / sizeof *tare_phrase_verbs;
