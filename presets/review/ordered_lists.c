#include "review/ordered_lists.h"

#include "base/ascii.h"
#include "review/quantities.h"
#include "review/table_rows.h"
#include "review/text_pieces.h"

#include <stdio.h>
#include <string.h>

/* A longer line is prose. */
enum { MAX_FILTERS = 8, MAX_LINE = 160 };

/** Numbers of one kind, in their order. */
typedef struct {
    double values[MAX_FILTERS];
    size_t n;
} List;

/** What a line tells. */
typedef struct {
    List places, gains, qs, open; ///< of the open ones the unit is that of the next number
    bool is_behind_q, has_unsigned, is_good;
} Lists;

static void add(Lists* lists, List* list, double value)
{
    if (list->n == MAX_FILTERS)
        lists->is_good = false;
    else
        list->values[list->n++] = value;
}

static void close_open(Lists* lists, List* list)
{
    for (size_t i = 0; i < lists->open.n; ++i)
        add(lists, list, lists->open.values[i]);
    lists->open.n = 0;
}

/** The list that a number belongs to; NULL when it is none of a filter's. */
static List* list_of(Lists* lists, const TareQuantity* number)
{
    switch (number->kind) {
    case TARE_QUANTITY_FREQ:
        return &lists->places;
    case TARE_QUANTITY_GAIN:
        return &lists->gains;
    case TARE_QUANTITY_NUMBER:
        return lists->is_behind_q ? &lists->qs : &lists->open;
    default:
        return NULL;
    }
}

static void take_number(Lists* lists, const TareQuantity* number)
{
    List* const list = list_of(lists, number);
    const bool is_late = /* the lists come one after another */
        (list == &lists->places && lists->gains.n + lists->qs.n) ||
        (list == &lists->gains && lists->qs.n);
    if (!list || is_late || number->sign == TARE_SIGN_BOTH) {
        lists->is_good = false;
        return;
    }
    if (list == &lists->places || list == &lists->gains) {
        close_open(lists, list);
        lists->is_behind_q = false;
    }
    lists->has_unsigned =
        lists->has_unsigned || (list == &lists->gains && number->sign == TARE_SIGN_NONE);
    add(lists, list, number->sign == TARE_SIGN_MINUS ? -number->lo : number->lo);
}

static void read_line(Lists* lists, TarePiece line)
{
    for (size_t at = 0; at < line.length;) {
        TareQuantity number;
        const bool begins =
            at == 0 || !(tare_is_letter(line.text[at - 1]) || tare_is_digit(line.text[at - 1]));
        if (begins && tare_quantity_read_single(line.text + at, line.length - at, &number)) {
            take_number(lists, &number);
            at += number.length;
            continue;
        }
        const bool is_word = tare_is_letter(line.text[at]);
        const bool ends = at + 1 == line.length || !tare_is_letter(line.text[at + 1]);
        if (begins && ends && tare_ascii_lower(line.text[at]) == 'q')
            lists->is_behind_q = true;
        at += 1;
        while (is_word && at < line.length && tare_is_letter(line.text[at]))
            ++at;
    }
}

bool tare_ordered_list_read(TareTableRows* table, const char** text)
{
    TarePiece line;
    Lists lists = {.is_good = true};
    if (!tare_piece_next_line(text, &line) || line.length > MAX_LINE)
        return false;
    read_line(&lists, line);
    const size_t n = lists.places.n;
    if (!lists.is_good || n < 2 || lists.gains.n != n || lists.qs.n != n || lists.open.n ||
        lists.has_unsigned)
        return false;
    for (size_t i = 0; i < n; ++i) {
        char words[3][40];
        snprintf(words[0], sizeof words[0], "%.0f Hz", lists.places.values[i]);
        snprintf(words[1], sizeof words[1], "%+.2f dB", lists.gains.values[i]);
        snprintf(words[2], sizeof words[2], "Q %.2f", lists.qs.values[i]);
        for (size_t k = 0; k < 3; ++k)
            tare_table_rows_add(table, words[k], strlen(words[k]));
        tare_table_rows_end_row(table);
    }
    return true;
}
