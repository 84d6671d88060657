#include "cli/sink/blind_run.h"

#include "base/interrupt.h"
#include "cli/sink/blind_keys.h"
#include "corrections/blind.h"

#include <stdio.h>
#include <unistd.h>

/* How late an interrupt may be noticed. */
enum { TURN_MS = 100 };

typedef struct {
    TareBlind* blind;
    TareAudition* audition;
    unsigned n_rounds;
    uint8_t place; ///< that plays
    char asked;    ///< 'r' or 'a' when a digit shall follow; else NUL
    bool has_ended, is_terminal_gone;
} Run;

/* What is to be seen */

static char place_name(const Run* run, uint8_t place)
{
    return place < run->blind->n_sounds ? (char)('1' + place) : 'x';
}

static char digit_or_dash(unsigned number)
{
    return number > 0 ? (char)('0' + number) : '-';
}

static void clear_line(void)
{
    fputs("\r\033[K", stdout);
}

static void show_ratings(const Run* run)
{
    const TareBlindRound* const round = tare_blind_round(run->blind);
    for (uint8_t place = 0; place < run->blind->n_sounds; ++place)
        printf("  %c: %c", place_name(run, place), digit_or_dash(round->ratings[place]));
    if (run->asked)
        printf("   rate %c from 1 to %d", place_name(run, run->place), TARE_BLIND_MAX_RATING);
}

static void show_answer(const Run* run)
{
    printf("  x is %c", digit_or_dash(tare_blind_round(run->blind)->answer));
    if (run->asked)
        printf("   is x 1 or 2?");
}

static void show(const Run* run)
{
    clear_line();
    printf("Round %u of %u   %c plays ", run->blind->n_done + 1, run->n_rounds,
           place_name(run, run->place));
    if (run->blind->kind == TARE_BLIND_ABX)
        show_answer(run);
    else
        show_ratings(run);
    fflush(stdout);
}

/* What keys do */

static void play(Run* run, uint8_t place)
{
    run->place = place;
    tare_audition_play(run->audition, tare_blind_sound(run->blind, place));
}

static void go_on(Run* run)
{
    if (!tare_blind_is_answered(run->blind)) {
        clear_line();
        puts(run->blind->kind == TARE_BLIND_ABX ? "Say first which one x is: a, and 1 or 2."
                                                : "Rate each sound first: play it, r, and 1 to 5.");
        return;
    }
    show(run);
    putchar('\n');
    run->has_ended = !tare_blind_next(run->blind) || run->blind->n_done == run->n_rounds;
    if (!run->has_ended)
        play(run, 0);
}

/** The digit behind 'r' or 'a'. */
static void take_answer(Run* run, char asked, unsigned number)
{
    const bool is_abx = asked == 'a';
    const unsigned max = is_abx ? run->blind->n_sounds : TARE_BLIND_MAX_RATING;
    if (number < 1 || number > max)
        return;
    if (is_abx)
        tare_blind_answer(run->blind, (uint8_t)(number - 1));
    else
        tare_blind_rate(run->blind, run->place, (uint8_t)number);
}

static void take_key(Run* run, char key)
{
    static const char end_of_text = '\004'; /* Ctrl-D */
    const bool is_abx = run->blind->kind == TARE_BLIND_ABX;
    const unsigned number = key >= '0' && key <= '9' ? (unsigned)(key - '0') : 0;
    const char asked = run->asked;
    run->asked = '\0';
    if (asked)
        take_answer(run, asked, number);
    else if (number >= 1 && number <= run->blind->n_sounds)
        play(run, (uint8_t)(number - 1));
    else if (key == 'x' && is_abx)
        play(run, run->blind->n_sounds);
    else if (key == (is_abx ? 'a' : 'r'))
        run->asked = key;
    else if (key == ' ')
        go_on(run);
    else if (key == 'q' || key == end_of_text)
        run->has_ended = true;
}

static void on_key(void* data, char key)
{
    Run* const run = data;
    if (run->has_ended)
        return;
    take_key(run, key);
    if (!run->has_ended)
        show(run);
}

static void on_readable(void* data, int fd)
{
    Run* const run = data;
    if (run->is_terminal_gone || run->has_ended)
        return;
    run->is_terminal_gone = !tare_blind_keys_read(fd, on_key, run);
}

TareBlindRunEnd tare_blind_run(TareBlind* blind, TareAudition* audition, unsigned n_rounds,
                               TareAuditionState* state)
{
    Run run = {.blind = blind, .audition = audition, .n_rounds = n_rounds};
    *state = TARE_AUDITION_GOES_ON;
    if (!tare_audition_watch_fd(audition, STDIN_FILENO, on_readable, &run))
        return TARE_BLIND_RUN_LOST;
    play(&run, 0);
    show(&run);
    while (!run.has_ended && !run.is_terminal_gone && !tare_interrupt_came() &&
           *state == TARE_AUDITION_GOES_ON)
        *state = tare_audition_run(audition, TURN_MS);
    if (!run.has_ended)
        putchar('\n');
    if (run.is_terminal_gone || tare_interrupt_came())
        return TARE_BLIND_RUN_INTERRUPTED;
    return run.has_ended ? TARE_BLIND_RUN_DONE : TARE_BLIND_RUN_LOST;
}
