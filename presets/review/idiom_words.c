#include "review/idiom_words.h"

/* Short names keep the tables below readable. */
#define UP TARE_WORD_UP
#define DOWN TARE_WORD_DOWN
#define CHANGES TARE_WORD_CHANGES

const TareIdiomRange tare_idiom_ranges[] = {
    {"top", "octave", 10000.0, 20000.0},
    {"highest", "octave", 10000.0, 20000.0},
    {"bottom", "octave", 20.0, 40.0},
    {"lowest", "octave", 20.0, 40.0},
};

const size_t tare_n_idiom_ranges = sizeof tare_idiom_ranges / sizeof *tare_idiom_ranges;

const TareWord tare_idiom_orders[] = {
    {"lower", DOWN},    {"decrease", DOWN}, {"decreasing", DOWN},
    {"dropping", DOWN}, {"increase", UP},   {"increasing", UP},
};

const size_t tare_n_idiom_orders = sizeof tare_idiom_orders / sizeof *tare_idiom_orders;

const TareWord tare_idiom_noun_orders[] = {
    {"dip", DOWN},
    {"drop", DOWN},
    {"notch", DOWN},
};

const size_t tare_n_idiom_noun_orders =
    sizeof tare_idiom_noun_orders / sizeof *tare_idiom_noun_orders;

const TareWord tare_idiom_askers[] = {
    {"give", TARE_WORD_ASKS}, {"giving", TARE_WORD_ASKS}, {"put", TARE_WORD_ASKS},
    {"set", TARE_WORD_ASKS},  {"use", TARE_WORD_ASKS},    {"using", TARE_WORD_ASKS},
};

const size_t tare_n_idiom_askers = sizeof tare_idiom_askers / sizeof *tare_idiom_askers;

const TareWord tare_idiom_comparatives[] = {
    {"lower", DOWN},
    {"low", DOWN},
    {"less", DOWN | CHANGES},
    {"stronger", UP},
    {"extra", UP},
    {"additional", UP},
    {"higher", UP},
    {"high", UP},
    {"more", UP | CHANGES},
    {"aggressive", UP},
    {"back", DOWN},
    {"behind", DOWN},
    {"big", UP},
    {"pushy", UP},
    {"keen", UP},
    {"eager", UP},
    {"deep", DOWN},
    {"zingy", UP},
    {"warm", UP},
    {"thick", UP},
    {"spicy", UP},
    {"lean", DOWN},
    {"heavy", UP},
    {"fat", UP},
    {"dark", DOWN},
    {"cool", DOWN},
    {"cold", DOWN},
    {"bright", UP},
    {"bold", UP},
    {"far", UP},
    {"full", UP},
    {"gentle", DOWN},
    {"harsh", UP},
    {"intense", UP},
    {"light", DOWN},
    {"mild", DOWN},
    {"polite", DOWN},
    {"present", UP},
    {"rich", UP},
    {"sharp", UP},
    {"shrill", UP},
    {"small", DOWN},
    {"soft", DOWN},
    {"strong", UP},
    {"tall", UP},
    {"tame", DOWN},
    {"timid", DOWN},
    {"piercing", UP},
    {"airy", UP},
    {"softly", DOWN},
    {"north", UP},
    {"south", DOWN},
    {"plus", UP},
    {"minus", DOWN},
    {"upward*", UP | CHANGES},
    {"downward*", DOWN | CHANGES},
};

const size_t tare_n_idiom_comparatives =
    sizeof tare_idiom_comparatives / sizeof *tare_idiom_comparatives;
