#include "review/quantities.h"

#include "base/ascii.h"
#include "base/number.h"
#include "tare/limits.h"

#include <math.h>
#include <string.h>

/** One number with what belongs to it. */
typedef struct {
    TareQuantityKind kind;
    TareSign sign;
    double value;  ///< in the base unit
    double factor; ///< of the unit
    size_t length;
} Scalar;

typedef struct {
    const char* name; ///< lower case
    TareQuantityKind kind;
    double factor;
} Unit;

/* Longer names before those with which they begin. */
static const Unit units[] = {
    {"decibels", TARE_QUANTITY_GAIN, 1.0},     {"decibel", TARE_QUANTITY_GAIN, 1.0},
    {"dbs", TARE_QUANTITY_GAIN, 1.0},          {"db", TARE_QUANTITY_GAIN, 1.0},
    {"kilohertz", TARE_QUANTITY_FREQ, 1000.0}, {"khz", TARE_QUANTITY_FREQ, 1000.0},
    {"hertz", TARE_QUANTITY_FREQ, 1.0},        {"hz", TARE_QUANTITY_FREQ, 1.0},
    {"cycles", TARE_QUANTITY_FREQ, 1.0},       {"cps", TARE_QUANTITY_FREQ, 1.0},
    {"kc", TARE_QUANTITY_FREQ, 1000.0},        {"c/s", TARE_QUANTITY_FREQ, 1.0},
    {"k", TARE_QUANTITY_FREQ, 1000.0},         {"octaves", TARE_QUANTITY_WIDTH, 1.0},
    {"octave", TARE_QUANTITY_WIDTH, 1.0},      {"octs", TARE_QUANTITY_WIDTH, 1.0},
    {"oct", TARE_QUANTITY_WIDTH, 1.0},
};

/* Behind "dB", these say that it measures something else than a response against a target. */
static const char* const level_marks[] = {
    "spl",  "(spl",  "-spl", "a",    "(a)",          "a-",  "(c)", "c",   "fs",  "/1m",
    "/1 m", "/1v",   "/m",   "/v",   "/w",           "/o",  "/d",  "/ m", "/ v", "u",
    "v",    "m",     "r",    "per ", "std",          "rms", "thd", "snr", "p-p", "@ 1m",
    "@1m",  "@ 1 m", "@1 m", "hl",   "peak-to-peak",
};

/** As tare_ascii_begins(), and the name is not the beginning of a longer word. */
static bool begins_with_word(const char* text, size_t length, const char* name)
{
    const size_t n = strlen(name);
    return tare_ascii_begins(text, length, name) &&
           (length == n || !(tare_is_letter(text[n]) || tare_is_digit(text[n])) ||
            !tare_is_letter(text[n - 1]));
}

static size_t skip_blanks(const char* text, size_t length, size_t at)
{
    while (at < length && text[at] == ' ')
        ++at;
    return at;
}

/** Whether what follows "dB" makes it a level, and where the unit ends then. */
static bool is_level(const char* text, size_t length, size_t* end)
{
    const size_t at = skip_blanks(text, length, *end);
    const bool is_glued = at == *end;
    for (size_t i = 0; i < sizeof level_marks / sizeof *level_marks; ++i) {
        const char* const mark = level_marks[i];
        /* a single letter counts only when glued: "dBA", but "5 dB a" is the article */
        const bool is_there = mark[0] == '/' ? tare_ascii_begins(text + at, length - at, mark)
                                             : begins_with_word(text + at, length - at, mark);
        if ((is_glued || mark[1] != '\0') && is_there) {
            *end = at + strlen(mark);
            return true;
        }
    }
    return false;
}

/** Reads a unit at `*end` and moves behind it. */
static bool read_unit(const char* text, size_t length, size_t* end, const Unit** unit)
{
    size_t at = skip_blanks(text, length, *end);
    if (at == *end && at < length && text[at] == '-') /* "6-dB peak" */
        ++at;
    for (size_t i = 0; i < sizeof units / sizeof *units; ++i) {
        const size_t n = strlen(units[i].name);
        const bool is_glued_only = n == 1;
        if ((is_glued_only && at != *end) ||
            !tare_ascii_begins(text + at, length - at, units[i].name))
            continue;
        const char next = at + n < length ? text[at + n] : ' ';
        const bool ends = !tare_is_letter(next) && !tare_is_digit(next);
        if (!ends && !(units[i].kind == TARE_QUANTITY_GAIN && tare_is_letter(next)))
            continue;
        *unit = &units[i];
        *end = at + n;
        return true;
    }
    return false;
}

static size_t read_sign(const char* text, size_t length, TareSign* sign)
{
    *sign = TARE_SIGN_NONE;
    size_t at = 0;
    if (tare_ascii_begins(text, length, "+-") || tare_ascii_begins(text, length, "-+")) {
        *sign = TARE_SIGN_BOTH;
        at = 2;
    } else if (tare_ascii_begins(text, length, "+/-") || tare_ascii_begins(text, length, "-/+")) {
        *sign = TARE_SIGN_BOTH;
        at = 3;
    } else if (length && text[0] == '+') {
        *sign = TARE_SIGN_PLUS;
        at = 1;
    } else if (length && text[0] == '-') {
        *sign = TARE_SIGN_MINUS;
        at = 1;
    }
    return at && at < length && text[at] == ' ' ? at + 1 : at;
}

/** Digits, with a fraction; the 1/3 of "1/3 octave" too. */
static size_t read_number(const char* text, size_t length, double* value)
{
    size_t n = 0;
    while (n < length && (tare_is_digit(text[n]) || (text[n] == '.' && n + 1 < length && //
                                                     tare_is_digit(text[n + 1]))))
        ++n;
    size_t used = 0;
    if (n == 0 || !tare_is_digit(text[0]) || !tare_number_parse(text, n, value, &used))
        return 0;
    return used;
}

/** The 8 of "2k8", which is 2.8 kHz: adds it to the number before the "k". Returns the length from
    the "k" on, or 0. */
static size_t read_split_kilo(const char* text, size_t length, double* value)
{
    size_t n = 1;
    double tenths = 0.0, place = 0.1;
    if (length < 2 || tare_ascii_lower(text[0]) != 'k' || *value != floor(*value))
        return 0;
    for (; n < length && tare_is_digit(text[n]); ++n, place /= 10.0)
        tenths += place * (text[n] - '0');
    if (n == 1 || n > 3 || (n < length && (tare_is_letter(text[n]) || text[n] == '.')))
        return 0;
    *value += tenths;
    return n;
}

static size_t read_fraction(const char* text, size_t length, double* value)
{
    double below = 0.0;
    if (length < 2 || text[0] != '/' || !tare_is_digit(text[1]))
        return 0;
    const size_t n = read_number(text + 1, length - 1, &below);
    size_t end = 1 + n;
    const Unit* unit = NULL;
    if (n == 0 || !(below > 0.0) || !read_unit(text, length, &end, &unit) ||
        unit->kind != TARE_QUANTITY_WIDTH)
        return 0;
    *value /= below;
    return 1 + n;
}

/** Whether the point of a number groups its digits: "10.500 Hz" and "1.200 Hz" are thousands, as
    Equalizer APO takes them, but "31.250 Hz" is a place of its own. */
static bool is_thousands_point(const char* text, size_t n, double value)
{
    return n >= 5 && text[n - 4] == '.' && value * 1000.0 <= TARE_FREQ_MAX_HZ &&
           value < TARE_PLACE_MIN_HZ;
}

/** "1k5" is 1.5 kHz. Moves behind it. */
static bool take_inner_unit(const char* text, size_t length, size_t* at, Scalar* scalar)
{
    size_t end = *at + 1;
    double share = 0.1;
    if (*at >= length || tare_ascii_lower(text[*at]) != 'k')
        return false;
    double value = scalar->value;
    for (; end < length && tare_is_digit(text[end]); ++end, share /= 10.0)
        value += (text[end] - '0') * share;
    if (end == *at + 1 || (end < length && tare_is_letter(text[end])))
        return false;
    *scalar = (Scalar){
        .kind = TARE_QUANTITY_FREQ, .sign = scalar->sign, .value = value, .factor = 1000.0};
    *at = end;
    return true;
}

/** Gives a number the unit that stands at `*at`, if one does, and moves behind it. `number` has
    `n` characters. */
static void take_own_unit(const char* text, size_t length, size_t* at, const char* number, size_t n,
                          Scalar* scalar)
{
    const Unit* unit = NULL;
    if (read_unit(text, length, at, &unit)) {
        scalar->kind = unit->kind;
        scalar->factor = unit->factor;
        if (unit->kind == TARE_QUANTITY_FREQ && unit->factor == 1.0 &&
            is_thousands_point(number, n, scalar->value))
            scalar->value *= 1000.0;
        /* a letter right behind it makes an unknown relative of the dB */
        if (unit->kind == TARE_QUANTITY_GAIN &&
            (is_level(text, length, at) || (*at < length && tare_is_letter(text[*at]))))
            scalar->kind = TARE_QUANTITY_OTHER;
    } else if (!take_inner_unit(text, length, at, scalar) && *at < length &&
               (tare_is_letter(text[*at]) || text[*at] == '%')) {
        scalar->kind = TARE_QUANTITY_OTHER;
    }
}

static bool read_scalar(const char* text, size_t length, Scalar* scalar)
{
    *scalar = (Scalar){.kind = TARE_QUANTITY_NUMBER, .factor = 1.0};
    size_t at = read_sign(text, length, &scalar->sign);
    const char* const number = text + at;
    const size_t n = read_number(number, length - at, &scalar->value);
    if (n == 0)
        return false;
    at += n;
    const size_t n_kilo = read_split_kilo(text + at, length - at, &scalar->value);
    at += n_kilo ? n_kilo : read_fraction(text + at, length - at, &scalar->value);
    if (n_kilo) {
        scalar->kind = TARE_QUANTITY_FREQ;
        scalar->factor = 1000.0;
    } else {
        take_own_unit(text, length, &at, number, n, scalar);
    }
    while (at < length && scalar->kind == TARE_QUANTITY_OTHER &&
           (tare_is_letter(text[at]) || tare_is_digit(text[at]) || text[at] == '%'))
        ++at;
    scalar->value *= scalar->factor;
    scalar->length = at;
    return true;
}

/** What joins two numbers to a range. */
typedef enum { JOIN_NONE, JOIN_DASH, JOIN_TO, JOIN_SLASH, JOIN_AND, JOIN_COMMA } Join;

static const struct {
    const char* text;
    Join join;
} joins[] = {
    {"to ", JOIN_TO},  {"through ", JOIN_TO}, {"and ", JOIN_AND},
    {"or ", JOIN_AND}, {", and ", JOIN_AND},  {"& ", JOIN_AND},
    {"-", JOIN_DASH},  {"/", JOIN_SLASH},     {", ", JOIN_COMMA},
};

/* May stand before the second number. */
static const char* const abouts[] = {"about ", "around ", "roughly ", "approximately ", "~"};

static size_t skip_about(const char* text, size_t length, size_t at)
{
    for (size_t i = 0; i < sizeof abouts / sizeof *abouts; ++i) {
        if (tare_ascii_begins(text + at, length - at, abouts[i]))
            return at + strlen(abouts[i]);
    }
    return at;
}

static Join read_join(const char* text, size_t length, size_t* end)
{
    size_t at = skip_blanks(text, length, *end);
    for (size_t i = 0; i < sizeof joins / sizeof *joins; ++i) {
        if (tare_ascii_begins(text + at, length - at, joins[i].text)) {
            at = skip_blanks(text, length, at + strlen(joins[i].text));
            *end = skip_about(text, length, at);
            return joins[i].join;
        }
    }
    return JOIN_NONE;
}

static TareSign sign_of_range(const Scalar* first, const Scalar* second, Join join)
{
    const TareSign a = first->value == 0.0 ? second->sign : first->sign;
    const TareSign b = second->value == 0.0 ? a : second->sign;
    if (a == b)
        return a;
    if (a == TARE_SIGN_BOTH || b == TARE_SIGN_BOTH)
        return TARE_SIGN_BOTH;
    if (b == TARE_SIGN_NONE)
        return join == JOIN_DASH || a == TARE_SIGN_PLUS ? a : TARE_SIGN_BOTH;
    if (a == TARE_SIGN_NONE && b == TARE_SIGN_PLUS)
        return b;
    return TARE_SIGN_BOTH;
}

/** Gives a number without a unit the unit of the number that follows it. */
static void take_unit(Scalar* scalar, const Scalar* next)
{
    if (scalar->kind != TARE_QUANTITY_NUMBER)
        return;
    scalar->kind = next->kind;
    /* "20-20kHz" means 20 Hz */
    if (next->kind != TARE_QUANTITY_FREQ || scalar->value < next->value / next->factor) {
        scalar->value *= next->factor;
        scalar->factor = next->factor;
    }
}

static bool is_measure(TareQuantityKind kind)
{
    return kind == TARE_QUANTITY_GAIN || kind == TARE_QUANTITY_FREQ || kind == TARE_QUANTITY_WIDTH;
}

/** Looks for the unit that a number takes from the list it begins: "5, 8 and 12 kHz". */
static bool take_unit_of_list(const char* text, size_t length, Scalar* first)
{
    size_t at = first->length;
    for (unsigned n_numbers = 0; n_numbers < 4; ++n_numbers) {
        const Join join = read_join(text, length, &at);
        Scalar next;
        if ((join != JOIN_AND && join != JOIN_COMMA && join != JOIN_SLASH) ||
            !read_scalar(text + at, length - at, &next))
            return false;
        /* with nothing but commas it takes three: "3, 6, 9 kHz", but not "in 2020, 3 kHz" */
        if ((join != JOIN_COMMA || n_numbers > 0) && is_measure(next.kind)) {
            take_unit(first, &next);
            return true;
        }
        if (next.kind != TARE_QUANTITY_NUMBER)
            return false;
        at += next.length;
    }
    return false;
}

/** Looks whether a second number makes the first a range. */
static bool read_range(const char* text, size_t length, Scalar* first, TareQuantity* quantity)
{
    size_t at = first->length;
    const Join join = read_join(text, length, &at);
    Scalar second;
    if ((join != JOIN_DASH && join != JOIN_TO && join != JOIN_SLASH) ||
        !read_scalar(text + at, length - at, &second) || !is_measure(second.kind))
        return false;
    if (first->kind != second.kind && first->kind != TARE_QUANTITY_NUMBER)
        return false;
    /* with a slash, only "+3/-2 dB" is an interval */
    if (join == JOIN_SLASH && (second.sign == TARE_SIGN_NONE || second.kind != TARE_QUANTITY_GAIN))
        return false;
    take_unit(first, &second);
    *quantity = (TareQuantity){.kind = second.kind,
                               .sign = join == JOIN_SLASH ? TARE_SIGN_BOTH
                                                          : sign_of_range(first, &second, join),
                               .lo = fmin(first->value, second.value),
                               .hi = fmax(first->value, second.value),
                               .is_spelt = join == JOIN_TO,
                               .length = at + second.length};
    return true;
}

bool tare_quantity_read_single(const char* text, size_t length, TareQuantity* quantity)
{
    Scalar scalar;
    if (!read_scalar(text, length, &scalar))
        return false;
    *quantity = (TareQuantity){.kind = scalar.kind,
                               .sign = scalar.sign,
                               .lo = scalar.value,
                               .hi = scalar.value,
                               .length = scalar.length};
    return true;
}

bool tare_quantity_read(const char* text, size_t length, TareQuantity* quantity)
{
    Scalar first;
    if (!read_scalar(text, length, &first))
        return false;
    if (first.kind != TARE_QUANTITY_OTHER && read_range(text, length, &first, quantity))
        return true;
    const bool is_listed =
        first.kind == TARE_QUANTITY_NUMBER && take_unit_of_list(text, length, &first);
    *quantity = (TareQuantity){.kind = first.kind,
                               .sign = first.sign,
                               .lo = first.value,
                               .hi = first.value,
                               .is_listed = is_listed,
                               .length = first.length};
    return true;
}

bool tare_quantity_is_place(double lo_hz, double hi_hz)
{
    return lo_hz >= TARE_PLACE_MIN_HZ && hi_hz <= TARE_FREQ_MAX_HZ;
}
