#include "cli/catalogue/next_steps.h"

#include "base/plain.h"
#include "cli/catalogue/pick.h"
#include "cli/frame/terminal.h"
#include "corrections/correction.h"
#include "search/meant.h"
#include "search/stock.h"

#include <stdio.h>
#include <string.h>

/** Whether a text may be printed as it is, and is not taken for an option. */
static bool is_fit(const char* text)
{
    return text[0] != '-' && tare_plain_is(text);
}

/** The name if it alone means this correction and no other, else the id; NULL when memory is
    short. */
static const char* word_for(const TarePick* pick, const char* name)
{
    TareMeant meant;
    const char* const id = pick->correction->entry.id;
    if (!is_fit(name))
        return id;
    if (!tare_stock_meant(pick->stock, name, &meant))
        return NULL;
    return meant.meaning == TARE_MEANT_ONE && !strcmp(meant.entry->id, id) ? name : id;
}

/** A command around the word that means the correction. */
typedef struct {
    const char *before, *behind, *what;
} Step;

enum { MAX_STEPS = 5 };

static const Step by_name[] = {{"use ", "", "correct all that plays"},
                               {"render in.wav out.wav -m ", "", "correct a file"},
                               {"install ", "", "add a preset to LV2 hosts"},
                               {"export ", " --format apo", "take it to another equaliser"},
                               {NULL, NULL, NULL}};
static const Step by_file[] = {{"use -f ", "", "correct all that plays"},
                               {"render in.wav out.wav -f ", "", "correct a file"},
                               {"export -f ", " --format apo", "take it to another equaliser"},
                               {NULL, NULL, NULL}};
static const Step better_than_words = {"fit measured.csv -o mine.tare", NULL, "better than words"};

/** The columns of a step without what it does; without a word, too, where nothing is behind. */
static size_t width_of(const Step* step, const char* word)
{
    return strlen(step->before) +
           (step->behind ? tare_terminal_word_width(word) + strlen(step->behind) : 0);
}

static void print_step(const Step* step, const char* word, size_t width)
{
    printf("    tare %s", step->before);
    if (step->behind) {
        tare_terminal_print_word(stdout, word);
        fputs(step->behind, stdout);
    }
    printf("%*s  %s# %s%s\n", (int)(width - width_of(step, word)), "",
           tare_style(stdout, TARE_STYLE_FAINT), step->what, tare_style(stdout, TARE_STYLE_PLAIN));
}

static void print_steps(const Step* const* steps, size_t n, const char* word)
{
    size_t width = 0;
    for (size_t i = 0; i < n; ++i)
        width = width_of(steps[i], word) > width ? width_of(steps[i], word) : width;
    printf("\n  %sWhat to do next%s\n", tare_style(stdout, TARE_STYLE_FAINT),
           tare_style(stdout, TARE_STYLE_PLAIN));
    for (size_t i = 0; i < n; ++i)
        print_step(steps[i], word, width);
}

bool tare_next_steps_print(const TarePick* pick, const char* file)
{
    const Step* steps[MAX_STEPS];
    size_t n = 0;
    for (const Step* step = file ? by_file : by_name; step->before; ++step)
        steps[n++] = step;
    if (tare_pick_has_words_only(pick->stock, pick->correction))
        steps[n++] = &better_than_words;
    char name[256];
    tare_entry_display_name(&pick->correction->entry, name, sizeof name);
    const char* const word = !file ? word_for(pick, name) : is_fit(file) ? file : "FILE";
    if (word)
        print_steps(steps, n, word);
    return word != NULL;
}
