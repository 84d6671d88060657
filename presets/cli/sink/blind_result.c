#include "cli/sink/blind_result.h"

#include "base/number.h"
#include "base/text.h"
#include "cli/frame/terminal.h"
#include "cli/sink/blind_names.h"
#include "corrections/blind.h"

#include <math.h>
#include <stdio.h>

/** A number to so many digits that count. */
static const char* rounded(char number[TARE_NUMBER_SIZE], double value, int n_digits)
{
    const double scale = value > 0.0 ? pow(10.0, n_digits - 1 - floor(log10(value))) : 1.0;
    return tare_number_format(number, TARE_NUMBER_SIZE,
                              scale > 1.0 ? round(value * scale) / scale : round(value));
}

static const char* rounds_word(unsigned n)
{
    return n == 1 ? "round" : "rounds";
}

/** How often mere guessing does as well: where several pairs are looked at, one of them, too. */
static void append_chance(TareText* text, double chance, double of_all, unsigned n_pairs)
{
    char number[TARE_NUMBER_SIZE];
    tare_text_format(text, " in %s %% of comparisons", rounded(number, 100.0 * chance, 2));
    if (n_pairs > 1)
        tare_text_format(text, ", with one of %u pairs in up to %s %%", n_pairs,
                         rounded(number, 100.0 * of_all, 2));
    tare_text_format(text, ": %s (p = %s).", tare_blind_verdict(of_all),
                     rounded(number, of_all, 2));
}

/** Prints a paragraph and frees it. */
static void print_text(TareText* text, size_t indent)
{
    if (!text->failed)
        tare_terminal_print_wrapped(stdout, text->data, indent);
    tare_text_clear(text);
}

/* Ratings */

static void print_means(const TareBlind* blind, const TareBlindName* names)
{
    char number[TARE_NUMBER_SIZE];
    size_t width = 0;
    for (size_t i = 0; i < blind->n_sounds; ++i) {
        const size_t columns = tare_terminal_width(names[i].title);
        width = columns > width ? columns : width;
    }
    for (size_t i = 0; i < blind->n_sounds; ++i) {
        fputs("    ", stdout);
        tare_terminal_print_padded(stdout, names[i].title, width);
        printf("  rated %s on average\n", rounded(number, tare_blind_mean(blind, (uint8_t)i), 3));
    }
}

static void print_preferred(const TareBlind* blind, const TareBlindName* names)
{
    uint8_t preferred = 0;
    if (!tare_blind_preferred(blind, &preferred)) {
        puts("None was preferred.");
        return;
    }
    fputs("Preferred: ", stdout);
    tare_terminal_print(stdout, names[preferred].title);
    puts(".");
}

static void print_pair(const TareBlindName* names, const TareBlindPair* pair, unsigned n_pairs)
{
    TareText text = {0};
    tare_text_format(&text,
                     "%s was rated above %s in %u %s, below in %u, the same in %u. Mere guessing "
                     "is as clear",
                     names[pair->better].title, names[pair->other].title, pair->n_higher,
                     rounds_word(pair->n_higher), pair->n_lower, pair->n_same);
    append_chance(&text, pair->chance, pair->chance_of_all, n_pairs);
    print_text(&text, n_pairs > 1 ? 4 : 0);
}

static void print_ratings(const TareBlind* blind, const TareBlindName* names)
{
    TareBlindPair pairs[TARE_BLIND_MAX_PAIRS];
    const unsigned n = tare_blind_pairs(blind, pairs);
    print_means(blind, names);
    print_preferred(blind, names);
    for (unsigned i = 0; i < n; ++i)
        print_pair(names, &pairs[i], n);
}

/* ABX */

static void print_recognised(const TareBlind* blind)
{
    TareText text = {0};
    const unsigned n_right = tare_blind_n_right(blind);
    const double chance = tare_blind_chance(blind);
    tare_text_format(&text, "X was recognised in %u of %u %s. Mere guessing does as well", n_right,
                     blind->n_done, rounds_word(blind->n_done));
    append_chance(&text, chance, chance, 1);
    print_text(&text, 0);
}

void tare_blind_result_print(const TareBlind* blind, const TareBlindName* names, unsigned n_planned)
{
    if (blind->n_done == 0) {
        puts("No round was finished, so nothing follows.");
        return;
    }
    printf("%u %s", blind->n_done, rounds_word(blind->n_done));
    if (blind->n_done < n_planned)
        printf(" of %u; who ends when it looks well finds more than there is", n_planned);
    puts(".");
    if (blind->kind == TARE_BLIND_ABX)
        print_recognised(blind);
    else
        print_ratings(blind, names);
}
