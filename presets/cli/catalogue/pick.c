#include "cli/catalogue/pick.h"

#include "base/file.h"
#include "base/utf8.h"
#include "cli/frame/cli.h"
#include "cli/frame/terminal.h"
#include "search/stock.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_CANDIDATES = 8, MAX_CATALOGUE_FILE_BYTES = 1 << 26 };

/* One that is only similar is meant when no other comes as near as this. */
#define SIMILAR_DISTANCE 0.06

/* What search scores below this is at best something near. */
#define SCORE_FOUND 0.5

static void print_candidates(const TareMatch* matches, size_t n)
{
    size_t width = 0;
    char name[256];
    for (size_t i = 0; i < n; ++i) {
        tare_entry_display_name(matches[i].model->corrections[0], name, sizeof name);
        const size_t columns = tare_terminal_width(name);
        width = columns > width ? columns : width;
    }
    for (size_t i = 0; i < n; ++i) {
        tare_entry_display_name(matches[i].model->corrections[0], name, sizeof name);
        fputs("    ", stderr);
        tare_terminal_print_padded(stderr, name, width);
        fputs("  ", stderr);
        tare_terminal_print(stderr, matches[i].model->corrections[0]->id);
        fputc('\n', stderr);
    }
}

/** Length of the digits at the beginning. */
static size_t digits_at(const char* text)
{
    return strspn(text, "0123456789");
}

/** Whether a name has a number, neither within a longer one. */
static bool has_number(const char* name, const char* number, size_t length)
{
    while (*name) {
        const size_t n = digits_at(name);
        if (n == length && strncmp(name, number, length) == 0)
            return true;
        name += n > 0 ? n : 1;
    }
    return false;
}

/** Whether every number that was typed stands in the model's name, and a plus in both or none: a
    slip in a name is harmless, but an HD 560 is no HD 650 and a CRA+ no CRA. */
static bool has_signs_of(const TareMatch* match, const char* typed)
{
    char name[256];
    tare_entry_display_name(match->model->corrections[0], name, sizeof name);
    if (!strchr(typed, '+') != !strchr(name, '+'))
        return false;
    while (*typed) {
        const size_t n = digits_at(typed);
        if (n > 0 && !has_number(name, typed, n))
            return false;
        typed += n > 0 ? n : 1;
    }
    return true;
}

static bool may_be_meant(const TareMatch* match, const char* typed)
{
    return match->score > TARE_SCORE_LIKE_MAX ||
           (match->score >= SCORE_FOUND && has_signs_of(match, typed));
}

size_t tare_pick_first(const TareMatch* matches, size_t n, const char* typed)
{
    size_t first = 0;
    while (first < n && !may_be_meant(&matches[first], typed))
        ++first;
    return first < n && matches[first].score < matches[0].score - SIMILAR_DISTANCE ? n : first;
}

/** Moves the matches that may be meant to the front, in their order; returns how many there are. */
static size_t keep_possible(TareMatch* matches, size_t n, const char* typed)
{
    size_t n_kept = 0;
    for (size_t i = tare_pick_first(matches, n, typed); i < n; ++i) {
        if (!may_be_meant(&matches[i], typed))
            continue;
        const TareMatch kept = matches[i];
        memmove(&matches[n_kept + 1], &matches[n_kept], (i - n_kept) * sizeof *matches);
        matches[n_kept++] = kept;
    }
    return n_kept;
}

/** How many models the words may mean: those that fit as well as the first one. */
static size_t count_meant(const TareMatch* matches, size_t n)
{
    const bool is_similar = matches[0].score <= TARE_SCORE_LIKE_MAX;
    const double lowest = matches[0].score - (is_similar ? SIMILAR_DISTANCE : 0.0);
    size_t n_meant = 1;
    while (n_meant < n && matches[n_meant].score >= lowest)
        ++n_meant;
    return n_meant;
}

/** The entry of the one model that the words mean, after saying what keeps it from being found;
   NULL when there is none, or more than one. */
static const TareEntry* search_model(const TareCommand* command, TareStock* stock,
                                     const char* model)
{
    TareMatch matches[MAX_CANDIDATES];
    size_t n = 0;
    if (!tare_stock_search(stock, model, matches, MAX_CANDIDATES, &n)) {
        tare_cli_no_memory(command);
        return NULL;
    }
    const size_t n_possible = keep_possible(matches, n, model);
    if (n_possible == 0) {
        tare_cli_error(command, "nothing found for '%s'%s", model,
                       n > 0 ? "; nearest:" : "; 'tare list' shows every model");
        print_candidates(matches, n);
        return NULL;
    }
    const size_t n_meant = count_meant(matches, n_possible);
    if (n_meant > 1) {
        tare_cli_error(command, "'%s' fits more than one model; expected one of:", model);
        print_candidates(matches, n_meant);
        return NULL;
    }
    if (matches[0].score <= TARE_SCORE_LIKE_MAX) {
        char name[256];
        tare_entry_display_name(matches[0].model->corrections[0], name, sizeof name);
        tare_cli_note(command, "'%s' is taken for %s", model, name);
    }
    return matches[0].model->corrections[0];
}

const TareCorrection* tare_pick_model(const TareCommand* command, TareStock* stock,
                                      const char* model)
{
    TareCatalogue* const catalogue = tare_stock_catalogue(stock);
    const TareEntry* entry = tare_catalogue_find_id(catalogue, model);
    if (!entry)
        entry = search_model(command, stock, model);
    return entry ? tare_catalogue_correction(catalogue, entry, tare_cli_reporter()) : NULL;
}

static bool ends_with(const char* text, const char* end)
{
    const size_t length = strlen(text);
    const size_t end_length = strlen(end);
    return length >= end_length && strcmp(text + length - end_length, end) == 0;
}

/** Reviews open with a line of dashes; a text of the catalogue never does. */
static bool is_review(const char* path, const char* text)
{
    text += tare_utf8_mark_length(text, strlen(text));
    return strncmp(text, "---", 3) == 0 || ends_with(path, ".md");
}

static TareExit pick_in_review(TarePick* pick, const TareCommand* command, const char* path)
{
    const TareStatus status = tare_review_read_file(&pick->review, path, path, tare_cli_reporter());
    if (status != TARE_OK)
        return tare_cli_exit_of(command, status);
    pick->is_review = true;
    if (pick->review.has_correction) {
        pick->correction = &pick->review.correction;
        return TARE_EXIT_DONE;
    }
    tare_cli_error(command, "%s gives no correction: %s", path,
                   pick->review.is_headphone ? "it says nothing in figures that can be corrected"
                                             : "it is not about a headphone");
    return TARE_EXIT_UNUSED;
}

static TareExit pick_in_catalogue_text(TarePick* pick, const TareCommand* command, const char* path,
                                       const char* text, size_t length)
{
    pick->catalogue = tare_catalogue_new();
    if (!pick->catalogue)
        return tare_cli_no_memory(command);
    const TareStatus status =
        tare_catalogue_add_text(pick->catalogue, path, text, length, tare_cli_reporter());
    if (status != TARE_OK)
        return tare_cli_exit_of(command, status);
    const size_t n = tare_catalogue_n_corrections(pick->catalogue);
    if (n != 1) {
        tare_report(tare_cli_reporter(), TARE_ERROR, path, 0, 0,
                    "holds %zu corrections; expected one, or a review", n);
        return TARE_EXIT_WRONG;
    }
    pick->correction = tare_catalogue_correction(
        pick->catalogue, tare_catalogue_get(pick->catalogue, 0), tare_cli_reporter());
    return TARE_EXIT_DONE;
}

static TareExit pick_in_file(TarePick* pick, const TareCommand* command, const char* path)
{
    char* text = NULL;
    size_t length = 0;
    const TareStatus status =
        tare_file_read(path, MAX_CATALOGUE_FILE_BYTES, &text, &length, tare_cli_reporter());
    if (status != TARE_OK)
        return tare_cli_exit_of(command, status);
    const TareExit state = is_review(path, text)
                               ? pick_in_review(pick, command, path)
                               : pick_in_catalogue_text(pick, command, path, text, length);
    free(text);
    return state;
}

static TareExit pick_by_name(TarePick* pick, const TareCommand* command, const char* model)
{
    const TareExit state = tare_stock_open(command, &pick->stock);
    if (state != TARE_EXIT_DONE)
        return state;
    pick->correction = tare_pick_model(command, pick->stock, model);
    return pick->correction ? TARE_EXIT_DONE : TARE_EXIT_UNUSED;
}

TareExit tare_pick(TarePick* pick, const TareCommand* command, const char* model, const char* file)
{
    *pick = (TarePick){0};
    if ((model != NULL) == (file != NULL)) {
        tare_cli_error(command, "%s; expected either a model or --file FILE",
                       file ? "both a model and a file are given" : "a model is missing");
        return TARE_EXIT_WRONG;
    }
    const TareExit state =
        file ? pick_in_file(pick, command, file) : pick_by_name(pick, command, model);
    if (state != TARE_EXIT_DONE)
        tare_pick_clear(pick);
    return state;
}

TareExit tare_pick_words(TarePick* pick, const TareCommand* command, TareArguments model,
                         const char* file)
{
    if (model.n == 0)
        return tare_pick(pick, command, NULL, file);
    char* const name = tare_cli_join(model);
    if (!name)
        return tare_cli_no_memory(command);
    const TareExit state = tare_pick(pick, command, name, file);
    free(name);
    return state;
}

void tare_pick_clear(TarePick* pick)
{
    if (pick->is_review)
        tare_review_clear(&pick->review);
    tare_catalogue_free(pick->catalogue);
    tare_stock_close(pick->stock);
    *pick = (TarePick){0};
}
