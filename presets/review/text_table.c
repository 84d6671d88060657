#include "review/text_table.h"

#include "base/ascii.h"
#include "base/text.h"
#include "review/command_lines.h"
#include "review/ordered_lists.h"
#include "review/outline.h"
#include "review/quantities.h"
#include "review/setting_words.h"
#include "review/table_grids.h"
#include "review/table_heads.h"
#include "review/table_rows.h"
#include "review/text_pieces.h"
#include "review/wiki_table.h"

#include <stdio.h>
#include <string.h>

/* What a word does that names a column. */
#define COLUMNS                                                                                    \
    (unsigned)(TARE_SETTING_AT | TARE_SETTING_GAIN | TARE_SETTING_Q | TARE_SETTING_OCTAVES |       \
               TARE_SETTING_FILLS)

/** What the words at the beginning of a line do in settings, up to the first other character than
    blanks and brackets. `*length` receives where that stands. */
static unsigned roles_at(TarePiece line, size_t* length)
{
    size_t n = 0;
    unsigned roles = 0;
    while (n < line.length && (tare_is_letter(line.text[n]) || strchr(" ()", line.text[n]))) {
        size_t end = n;
        while (end < line.length && tare_is_letter(line.text[end]))
            ++end;
        roles |= tare_setting_word(line.text + n, end - n);
        n = end > n ? end : n + 1;
    }
    *length = n;
    return roles;
}

/** Whether a line holds but words that name columns: "# Freq Gain Q". */
static bool is_legend(TarePiece line)
{
    size_t length = 0;
    TarePiece word;
    while (tare_piece_next(&line, &word, ' ')) {
        const bool is_count = word.length == 1 && word.text[0] == '#';
        const unsigned named = COLUMNS | TARE_SETTING_INDEX | TARE_SETTING_PROVES;
        if (!is_count && (!(roles_at(word, &length) & named) || length < word.length))
            return false;
    }
    return true;
}

/** Whether a line names a column of faults beside one of settings: "HAS    NEEDS". */
static bool are_kinds(TarePiece names, char separator)
{
    enum { MAX_KINDS = 48 }; /* prose is longer, and not worth looking at its words */
    TarePiece part;
    unsigned n_faults = 0, n_filters = 0, n_others = 0;
    if (names.length > MAX_KINDS || strchr(".,;!?", names.text[names.length - 1]))
        return false;
    if (separator == '/' ? tare_piece_count(names, '/') != 1 : !tare_piece_has_wide(names))
        return false;
    while (tare_piece_next(&names, &part, separator)) {
        TareTableCell head = {part.text, part.length, 0};
        while (head.length && head.text[head.length - 1] == ' ')
            --head.length;
        for (; head.length && *head.text == ' '; ++head.text)
            --head.length;
        const bool is_fault = tare_table_head_is_of_fault(&head);
        const bool is_filter = tare_table_head_is_of_filter(&head);
        n_faults += is_fault && !is_filter;
        n_filters += is_filter && !is_fault;
        n_others += is_filter == is_fault;
    }
    return n_faults == 1 && n_filters == 1 && n_others == 0;
}

/** The mark that parts the names of columns; NUL when a line is not such names. */
static char separator_of(TarePiece names)
{
    static const char separators[] = {'\t', ';', '|', ','};
    if (names.length && names.text[names.length - 1] == ':')
        return '\0'; /* an introduction with commas */
    for (size_t i = 0; i < sizeof separators && !tare_piece_has_digit(names); ++i)
        if (tare_piece_count(names, separators[i]))
            return separators[i];
    if (are_kinds(names, TARE_PIECE_WIDE))
        return TARE_PIECE_WIDE;
    if (are_kinds(names, '/'))
        return '/';
    return tare_piece_count(names, ' ') > 1 && !tare_piece_has_digit(names) && is_legend(names)
               ? ' '
               : '\0';
}

/** Adds the parts of a line and returns how many. */
static size_t add_row(TareTableRows* table, TarePiece line, char separator)
{
    TarePiece part;
    size_t n = 0;
    for (; tare_piece_next(&line, &part, separator); ++n)
        tare_table_rows_add(table, part.text, part.length);
    tare_table_rows_end_row(table);
    return n;
}

/** Adds a slider as a row with units. */
static void add_slider(TareTableRows* table, double hz, TarePiece gain)
{
    char words[32];
    snprintf(words, sizeof words, "%.0f Hz", hz);
    tare_table_rows_add(table, words, strlen(words));
    snprintf(words, sizeof words, "%.*s dB", (int)gain.length, gain.text);
    tare_table_rows_add(table, words, strlen(words));
    tare_table_rows_end_row(table);
}

/** How many parts a line has. */
static size_t count_parts(TarePiece line, char separator)
{
    TarePiece part;
    size_t n = 0;
    while (tare_piece_next(&line, &part, separator))
        ++n;
    return n;
}

/** Whether a line has so many parts; the last one may be empty, when a tab before it is lost. */
static bool has_parts(TarePiece line, char separator, size_t n)
{
    const size_t n_full = count_parts(line, separator);
    const bool is_last_empty =
        separator == '\t' ? tare_piece_has_digit(line) : line.text[line.length - 1] == separator;
    return n_full == n || (n_full + 1 == n && n > 2 && is_last_empty);
}

/** Reads lines that have as many parts as the names above them, by what parts them. */
static bool read_parted(TareTableRows* table, const char** text, char separator)
{
    TarePiece line;
    const char* rest = *text;
    if (!tare_piece_next_line(&rest, &line))
        return false;
    table->has_heads = true;
    const size_t n = add_row(table, line, separator);
    for (*text = rest; tare_piece_next_line(&rest, &line) && has_parts(line, separator, n);
         *text = rest)
        add_row(table, line, separator);
    return n > 1 && table->n_rows > 1;
}

/** Reads columns with names above them. */
static bool read_columns(TareTableRows* table, const char** text)
{
    const char* rest = *text;
    TarePiece line;
    const char separator = tare_piece_next_line(&rest, &line) ? separator_of(line) : '\0';
    static const char blanks[] = {' ', TARE_PIECE_WIDE};
    for (size_t i = 0; separator == ' ' && i < sizeof blanks; ++i) {
        rest = *text;
        if (read_parted(table, &rest, blanks[i]) && !*rest) {
            *text = rest;
            return true;
        }
        tare_table_rows_clear(table);
    }
    return separator && read_parted(table, text, separator);
}

/* The sliders of an equaliser: fewer numbers under each other may be anything. */
enum { MIN_SLIDERS = 5 };

/* From one slider to the next; years and the like are closer. */
#define MIN_STEP 1.1

/** The place that a slider's name says: "250", "2K", "16 kHz"; 0 for none. */
static double place_of_slider(TarePiece name)
{
    TareQuantity place;
    if (!tare_quantity_read_single(name.text, name.length, &place) || place.length != name.length ||
        place.sign != TARE_SIGN_NONE ||
        (place.kind != TARE_QUANTITY_NUMBER && place.kind != TARE_QUANTITY_FREQ) ||
        !tare_quantity_is_place(place.lo, place.lo))
        return 0.0;
    return place.lo;
}

/** Reads the places of sliders, which rise, above as many gains: "31 62 125 ...", "0 -2 +1 ...". */
static bool read_sliders(TareTableRows* table, const char** text)
{
    TarePiece places, gains, place, gain;
    double before_hz = 0.0;
    if (!tare_piece_next_line(text, &places) || !tare_piece_next_line(text, &gains))
        return false;
    table->has_heads = false;
    size_t n = 0;
    for (; tare_piece_next(&places, &place, ' '); ++n) {
        const double hz = place_of_slider(place);
        TareQuantity read;
        if (hz < MIN_STEP * before_hz || !tare_piece_next(&gains, &gain, ' ') ||
            !tare_quantity_read_single(gain.text, gain.length, &read) ||
            read.length != gain.length ||
            (read.kind != TARE_QUANTITY_NUMBER && read.kind != TARE_QUANTITY_GAIN))
            return false;
        before_hz = hz;
        add_slider(table, hz, gain);
    }
    return n >= MIN_SLIDERS && !tare_piece_next(&gains, &gain, ' ');
}

/** The length of the name before the colon or equals sign of a line; 0 when it names no column. */
static size_t name_length(TarePiece line)
{
    size_t n = 0;
    const unsigned roles = roles_at(line, &n);
    const TarePiece value = {line.text + n + 1, n < line.length ? line.length - n - 1 : 0};
    const bool is_kind =
        (roles & TARE_SETTING_INDEX) && !tare_piece_has_digit(value); /* "Filter=PK" */
    const bool is_named =
        n < line.length && strchr(":=", line.text[n]) && ((roles & COLUMNS) || is_kind);
    return is_named && !memchr(line.text + n + 1, ':', line.length - n - 1) ? n : 0;
}

/** Whether a line but counts the filters: "Band 1". */
static bool is_number_of_filter(TarePiece line)
{
    size_t n = 0;
    if (line.length > 2 && line.text[0] == '[' && line.text[line.length - 1] == ']')
        line = (TarePiece){line.text + 1, line.length - 2}; /* "[Filter1]" */
    return (roles_at(line, &n) & TARE_SETTING_INDEX) &&
           strspn(line.text + n, "0123456789#:. ") >= line.length - n;
}

static bool is_same(TarePiece a, TarePiece b)
{
    return a.length == b.length && !memcmp(a.text, b.text, a.length);
}

/* A filter has no more: its kind, place, gain, width, state. */
enum { MAX_NAMES = 8 };

/** Which of so many names a line has; `n` for none. */
static size_t place_of(const TarePiece* names, size_t n, TarePiece name)
{
    size_t i = 0;
    while (i < n && !is_same(names[i], name))
        ++i;
    return i;
}

/** Finds the names of the lines up to the first that comes again. Returns how many. */
static size_t find_names(const char* text, TarePiece names[MAX_NAMES])
{
    TarePiece line;
    size_t n = 0;
    while (n < MAX_NAMES && tare_piece_next_line(&text, &line)) {
        const TarePiece name = {line.text, name_length(line)};
        if (place_of(names, n, name) < n)
            break;
        names[n] = name;
        n += name.length > 0;
    }
    return n;
}

/** "Impedance: 32" */
static bool names_number(TarePiece line)
{
    const size_t n = strcspn(line.text, ":=\n") + 1;
    const size_t n_blanks = n < line.length ? strspn(line.text + n, " ") : 0;
    return n + n_blanks < line.length && tare_is_digit(line.text[n + n_blanks]);
}

/** Reads lines each of which names its value, the same names again for each filter. Lines that
    count the filters may stand between these. */
static bool read_names(TareTableRows* table, const char** text)
{
    TarePiece names[MAX_NAMES], line;
    const size_t n_names = find_names(*text, names);
    size_t at = 0;
    if (n_names < 2)
        return false;
    table->has_heads = true;
    for (size_t i = 0; i < n_names; ++i)
        tare_table_rows_add(table, names[i].text, names[i].length);
    tare_table_rows_end_row(table);
    for (const char* rest = *text; tare_piece_next_line(&rest, &line); *text = rest) {
        const size_t n = names[at].length;
        if (at == 0 && is_number_of_filter(line))
            continue;
        if (!is_same(names[at], (TarePiece){line.text, name_length(line)})) {
            if (at > 0 || table->n_rows == 1 || names_number(line))
                return false; /* a list of specifications */
            break;            /* a remark behind the last filter */
        }
        tare_table_rows_add(table, line.text + n + 1, line.length - n - 1);
        at = at + 1 < n_names ? at + 1 : 0;
        if (at == 0)
            tare_table_rows_end_row(table);
    }
    return at == 0 && table->n_rows > 1;
}

/** How many lines between two places in a text each of so many filters has, with the empty one
    behind it. */
static unsigned lines_per_filter(const char* text, const char* end, size_t n_filters)
{
    size_t n_lines = 1;
    for (const char* c = text; c < end; ++c)
        n_lines += *c == '\n' || c + 1 == end;
    return (unsigned)(n_lines / n_filters);
}

/** A way to read a table from a place in a text, moving behind it. */
typedef struct {
    bool (*read)(TareTableRows* table, const char** text);
    bool is_line_a_row; ///< each row is a line, below that of the names
    bool is_named;      ///< the names that are the first row stand in no line above
    bool is_grid;       ///< only as a grid of several headphones or states
} Way;

static const Way ways[] = {{tare_wiki_table_read, false, false, false},
                           {read_columns, true, false, false},
                           {read_names, false, true, false},
                           {read_sliders, false, false, false},
                           {tare_table_grid_read, false, false, true},
                           {tare_command_line_read, false, false, false},
                           {tare_ordered_list_read, false, false, false}};

/** Reads the table that a text begins with, and moves behind it. NULL, with nothing kept, when
    there is none. */
static const Way* read_any(TareOutline* outline, TareTableRows* table, const char** text)
{
    for (size_t i = 0; i < sizeof ways / sizeof *ways; ++i) {
        const char* rest = *text;
        *table = (TareTableRows){0};
        const bool is_one = ways[i].read(table, &rest) &&
                            (tare_table_grid_settle(table, outline) ||
                             (!ways[i].is_grid && tare_table_rows_have_settings(table)));
        outline->failed = outline->failed || table->failed;
        if (is_one) {
            *text = rest;
            return &ways[i];
        }
        tare_table_rows_clear(table);
    }
    return NULL;
}

static void add_words(TareOutline* outline, const char* text, size_t length, unsigned line)
{
    TareText words = {0};
    while (length && text[length - 1] == '\n')
        --length;
    if (!length)
        return;
    tare_text_append(&words, text, length);
    outline->kind = TARE_BLOCK_PROSE;
    tare_outline_paragraph(outline, &words, line);
}

static unsigned count_lines(const char* text, const char* end)
{
    unsigned n = 0;
    for (; text < end; ++text)
        n += *text == '\n';
    return n;
}

/* So many lines above a table may introduce it. */
enum { MAX_LINES_ABOVE = 2 };

bool tare_text_table_read(TareOutline* outline, const char* text, unsigned line)
{
    const char* begin = text;
    TarePiece above;
    for (unsigned n = 0; n <= MAX_LINES_ABOVE && *begin;
         ++n, tare_piece_next_line(&begin, &above)) {
        TareTableRows table;
        const char* end = begin;
        const Way* const way = read_any(outline, &table, &end);
        if (!way)
            continue;
        const unsigned first = line + count_lines(text, begin);
        const unsigned n_lines =
            way->is_named ? lines_per_filter(begin, end, table.n_rows - 1) : way->is_line_a_row;
        add_words(outline, text, (size_t)(begin - text), line);
        tare_table_rows_tell(&table, outline, way->is_named ? first - n_lines : first, n_lines);
        add_words(outline, end, strlen(end), line + count_lines(text, end));
        return true;
    }
    return false;
}
