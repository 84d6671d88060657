#include "review/command_lines.h"

#include "base/ascii.h"
#include "review/table_rows.h"
#include "review/text_pieces.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/** An effect, as SoX and ffmpeg call it, and its frequency where none is told. */
typedef struct {
    const char* name;
    const char* kind;
    double freq_hz;
} Effect;

static const Effect effects[] = {{"equalizer", "Peak", 0.0},
                                 {"bass", "Low shelf", 100.0},
                                 {"lowshelf", "Low shelf", 100.0},
                                 {"treble", "High shelf", 3000.0},
                                 {"highshelf", "High shelf", 3000.0}};

enum { N_EFFECTS = sizeof effects / sizeof *effects, MAX_WORD = 32 };

/** What a command asks of an effect. */
typedef struct {
    const Effect* effect;
    double freq_hz, gain_db, q;
    bool has_gain;
} Filter;

static const Effect* find_effect(TarePiece word)
{
    for (size_t i = 0; i < N_EFFECTS; ++i)
        if (strlen(effects[i].name) == word.length &&
            tare_ascii_begins(word.text, word.length, effects[i].name))
            return &effects[i];
    return NULL;
}

/** The number that a word begins with, and the character behind it. False when there is none. */
static bool read_number(TarePiece word, double* value, char* unit)
{
    char copy[MAX_WORD + 1];
    if (word.length == 0 || word.length > MAX_WORD || !strchr("+-.0123456789", word.text[0]))
        return false;
    memcpy(copy, word.text, word.length);
    copy[word.length] = '\0';
    if (strspn(copy, "+-.0123456789kqohs") < word.length)
        return false;
    char* end = NULL;
    *value = strtod(copy, &end);
    *unit = *end;
    return end > copy;
}

static double in_hz(double value, char unit)
{
    return unit == 'k' ? 1000.0 * value : value;
}

static void add_filter(TareTableRows* table, const Filter* filter)
{
    char words[40];
    if (!filter->has_gain || filter->freq_hz <= 0.0)
        return;
    snprintf(words, sizeof words, "EQ %s", filter->effect->kind);
    tare_table_rows_add(table, words, strlen(words));
    snprintf(words, sizeof words, "%.0f Hz", filter->freq_hz);
    tare_table_rows_add(table, words, strlen(words));
    snprintf(words, sizeof words, "%+.2f dB", filter->gain_db);
    tare_table_rows_add(table, words, strlen(words));
    if (filter->q > 0.0) {
        snprintf(words, sizeof words, "Q %.2f", filter->q);
        tare_table_rows_add(table, words, strlen(words));
    }
    tare_table_rows_end_row(table);
}

/** SoX: "equalizer FREQ WIDTH[q] GAIN", "bass GAIN [FREQ [WIDTH]]". */
static void read_sox(TareTableRows* table, TarePiece line)
{
    TarePiece word;
    while (tare_piece_next(&line, &word, ' ')) {
        Filter filter = {.effect = find_effect(word)};
        double numbers[3] = {0.0};
        char units[3] = {'\0'};
        size_t n = 0;
        TarePiece rest = line;
        while (filter.effect && n < 3 && tare_piece_next(&rest, &word, ' ') &&
               read_number(word, &numbers[n], &units[n])) {
            ++n;
            line = rest;
        }
        const bool is_peak = filter.effect == effects;
        filter.has_gain = n >= (is_peak ? 3u : 1u);
        if (!filter.has_gain)
            continue;
        filter.freq_hz = is_peak ? in_hz(numbers[0], units[0])
                         : n > 1 ? in_hz(numbers[1], units[1])
                                 : filter.effect->freq_hz;
        filter.gain_db = is_peak ? numbers[2] : numbers[0];
        filter.q = is_peak && units[1] == 'q' ? numbers[1] : 0.0;
        add_filter(table, &filter);
    }
}

/** Takes one "f=3000" of the options of a filter of ffmpeg's. */
static void take_option(Filter* filter, TarePiece option, bool* is_q, double* width)
{
    const char* const equals = memchr(option.text, '=', option.length);
    if (!equals)
        return;
    const size_t n_name = (size_t)(equals - option.text);
    const TarePiece value = {equals + 1, option.length - n_name - 1};
    const bool is_width_type = tare_ascii_begins(option.text, n_name, "width_type") ||
                               (n_name == 1 && option.text[0] == 't');
    double number = 0.0;
    char unit = '\0';
    if (is_width_type)
        *is_q = value.length == 1 && value.text[0] == 'q';
    else if (!read_number(value, &number, &unit))
        return;
    else if (option.text[0] == 'f')
        filter->freq_hz = in_hz(number, unit);
    else if (option.text[0] == 'w')
        *width = number;
    else if (option.text[0] == 'g') {
        filter->gain_db = number;
        filter->has_gain = true;
    }
}

/** "f=3000:t=q:w=2:g=-4", up to what ends a filter. */
static void read_options(TareTableRows* table, const Effect* effect, TarePiece options)
{
    Filter filter = {.effect = effect, .freq_hz = effect->freq_hz};
    double width = 0.0;
    bool is_q = false;
    TarePiece option;
    options.length = strcspn(options.text, ", \"'];\n");
    while (tare_piece_next(&options, &option, ':'))
        take_option(&filter, option, &is_q, &width);
    filter.q = is_q ? width : 0.0;
    add_filter(table, &filter);
}

/** ffmpeg, and what has its filters: "equalizer=f=3000:t=q:w=2:g=-4,bass=g=3". */
static void read_ffmpeg(TareTableRows* table, TarePiece line)
{
    for (size_t at = 0; at < line.length; ++at) {
        if (at > 0 && tare_is_letter(line.text[at - 1]))
            continue;
        for (size_t i = 0; i < N_EFFECTS; ++i) {
            const size_t n = strlen(effects[i].name);
            if (at + n < line.length && line.text[at + n] == '=' &&
                tare_ascii_begins(line.text + at, n, effects[i].name))
                read_options(table, &effects[i],
                             (TarePiece){line.text + at + n + 1, line.length - at - n - 1});
        }
    }
}

bool tare_command_line_read(TareTableRows* table, const char** text)
{
    static const struct {
        const char* name;
        void (*read)(TareTableRows* table, TarePiece line);
    } programs[] = {{"sox", read_sox},       {"play", read_sox},      {"rec", read_sox},
                    {"ffmpeg", read_ffmpeg}, {"ffplay", read_ffmpeg}, {"mpv", read_ffmpeg}};
    TarePiece line, word;
    if (!tare_piece_next_line(text, &line))
        return false;
    TarePiece rest = line;
    do {
        if (!tare_piece_next(&rest, &word, ' '))
            return false;
    } while (word.length == 1 && strchr("$>#%", word.text[0])); /* a prompt */
    for (size_t i = 0; i < sizeof programs / sizeof *programs; ++i)
        if (strlen(programs[i].name) == word.length &&
            tare_ascii_begins(word.text, word.length, programs[i].name))
            programs[i].read(table, rest);
    return table->n_rows > 0;
}
