#include "cli/frame/candidates.h"
#include "cli/frame/cli.h"
#include "cli/frame/command.h"
#include "cli/frame/option_reader.h"
#include "cli/frame/option_rules.h"
#include "cli/frame/options.h"
#include "cli/frame/usage.h"

#include <stdio.h>
#include <string.h>

/** Where the word stands that is being typed. */
typedef struct {
    const TareCommand* command;
    TareArguments operands;   ///< before it
    const TareOption* option; ///< whose value it is; NULL: of none
    bool is_option;           ///< it is the name of one, as far as it is typed
} Place;

/** Takes a word apart that begins with a dash: a name, or a name with a value, which is then what
    is typed. */
static void read_dashed(Place* place, TareCandidates* candidates, char* word)
{
    TareOptionReader reader =
        tare_option_reader(place->command->options, (TareArguments){1, &word});
    place->is_option = tare_option_reader_next(&reader) != TARE_READ_OPTION || !reader.text;
    if (place->is_option)
        return;
    snprintf(candidates->before, sizeof candidates->before, "%.*s", (int)(reader.text - word),
             word);
    place->option = reader.option;
    candidates->word = reader.text;
}

/** Finds the place of the last one of the words behind a command; the array is reordered. */
static Place find_place(const TareCommand* command, TareArguments words, TareCandidates* candidates)
{
    char* const word = words.texts[--words.n];
    Place place = {.command = command, .operands = {0, words.texts}};
    TareOptionReader reader = tare_option_reader(command->options, words);
    TareReadKind kind = TARE_READ_END;
    while ((kind = tare_option_reader_next(&reader)) != TARE_READ_END) {
        if (kind == TARE_READ_OPERAND)
            place.operands.texts[place.operands.n++] = reader.text;
        if (kind == TARE_READ_NO_VALUE)
            place.option = reader.option;
    }
    if (!place.option && !reader.is_past_options && word[0] == '-')
        read_dashed(&place, candidates, word);
    return place;
}

static bool is_empty(const TareOffer* offer)
{
    return !offer->words && !offer->list && !offer->files && !offer->has_folders;
}

void tare_offer_commands(TareCandidates* candidates)
{
    for (const TareCommand* const* command = tare_commands; *command; ++command)
        if (!(*command)->is_hidden)
            tare_candidates_add_if_begun(candidates, (*command)->name, (*command)->summary);
}

static void offer_option(TareCandidates* candidates, const TareOption* option)
{
    char name[64];
    snprintf(name, sizeof name, "--%s", option->name);
    tare_candidates_add_if_begun(candidates, name, option->help);
}

static void offer_options(TareCandidates* candidates, const Place* place)
{
    TareOptionWalk walk = tare_option_walk(place->command->options);
    while (tare_option_walk_next(&walk))
        if (tare_option_is_taken(place->command, place->operands, walk.option))
            offer_option(candidates, walk.option);
    offer_option(candidates, &tare_usage_help);
}

static void offer_words(TareCandidates* candidates, const char* words)
{
    while (words && *words != '\0') {
        char word[64];
        const size_t length = strcspn(words, " ");
        snprintf(word, sizeof word, "%.*s", (int)length, words);
        tare_candidates_add_if_begun(candidates, word, NULL);
        words += length + strspn(words + length, " ");
    }
}

static void offer_actions(TareCandidates* candidates, const TareAction* actions)
{
    for (const TareAction* action = actions; action->name; ++action)
        tare_candidates_add_if_begun(candidates, action->name, NULL);
}

/** What there is for an operand; those before it that are words of the same name become the
    earlier ones. NULL: nothing can be said. */
static const TareOffer* find_operand_offer(const Place* place, TareCandidates* candidates)
{
    const TareOperands* const operands = &place->command->operands;
    const TareOperandOffers* offers = &operands->offers;
    TareArguments before = place->operands;
    if (operands->max >= 0 && before.n >= operands->max)
        return NULL;
    if (operands->actions) {
        const TareAction* action = operands->actions;
        while (action->name && strcmp(action->name, before.texts[0]) != 0)
            ++action;
        offers = &action->offers;
        before = (TareArguments){before.n - 1, before.texts + 1};
    }
    const int n_first = is_empty(&offers->first) ? 0 : 1;
    if (before.n < n_first)
        return &offers->first;
    if (offers->is_one_name) {
        candidates->earlier = before.texts + n_first;
        candidates->n_earlier = before.n - n_first;
    }
    return &offers->rest;
}

/** What there is for the word, but names of options and actions; NULL for nothing. */
static const TareOffer* find_offer(const Place* place, TareCandidates* candidates)
{
    if (place->option)
        return &place->option->offer;
    const TareAction* const actions = place->command->operands.actions;
    if (place->is_option)
        offer_options(candidates, place);
    else if (actions && place->operands.n == 0)
        offer_actions(candidates, actions);
    else
        return find_operand_offer(place, candidates);
    return NULL;
}

/** Prints what the script of a shell goes by: in the first line how to take the candidates, and
    which files fit besides; then a candidate a line, with a tab and a note behind it. */
static void print(const TareCandidates* candidates, const TareOffer* offer)
{
    if (candidates->are_stems)
        fputs("stems ", stdout);
    if (candidates->n > 1 && candidates->n_common < strlen(candidates->word))
        fputs("list ", stdout);
    if (offer && offer->has_folders)
        fputs("folders ", stdout);
    if (offer && offer->files)
        printf("files %s", offer->files);
    putchar('\n');
    if (candidates->n > 0 && !candidates->lines.failed)
        fputs(candidates->lines.data, stdout);
}

/** For a word behind a command. */
static void complete_behind(TareCandidates* candidates, TareArguments words)
{
    const TareCommand* const command = tare_command_find_name(words.texts[0]);
    if (!command) {
        print(candidates, NULL);
        return;
    }
    const Place place =
        find_place(command, (TareArguments){words.n - 1, words.texts + 1}, candidates);
    const TareOffer* const offer = find_offer(&place, candidates);
    if (offer)
        offer_words(candidates, offer->words);
    if (offer && offer->list)
        offer->list(candidates);
    print(candidates, offer);
}

static TareExit complete(const TareCommand* command, TareArguments arguments)
{
    const TareParsed parsed = tare_options_parse(command, arguments, NULL);
    if (parsed.done)
        return parsed.state;
    const TareArguments words = parsed.operands;
    TareCandidates candidates = {.command = command, .word = words.texts[words.n - 1]};
    if (words.n > 1) {
        complete_behind(&candidates, words);
    } else {
        tare_offer_commands(&candidates);
        offer_words(&candidates, candidates.word[0] == '-' ? "--help --version" : NULL);
        print(&candidates, NULL);
    }
    const TareExit state = candidates.lines.failed ? tare_cli_no_memory(command) : TARE_EXIT_DONE;
    tare_candidates_clear(&candidates);
    return tare_cli_flush(command, state);
}

static const char note[] =
    "The first line says how to take the others: 'stems' are not whole words, 'list' have less in\n"
    "common than is typed, 'folders' fit as well, and 'files' of the endings behind it, or any.\n"
    "Then comes a candidate a line, and a note behind a tab.";

const TareCommand tare_command_complete = {
    .name = "complete",
    .arguments = "-- WORD...",
    .summary = "Tells a shell what fits the last word, which is being typed",
    .example = "-- use sen",
    .note = note,
    .operands = {.min = 1, .max = -1, .what = "a word"},
    .is_hidden = true,
    .run = complete};
