#include "window/aim_mark.h"

#include "base/parts.h"
#include "controls.h"
#include "corrections/catalogue.h"
#include "curves/targets.h"
#include "search/stock.h"
#include "window/aim_goal.h"
#include "window/quiet_words.h"
#include "window/shelf.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

enum {
    WORD_BITS = TARE_QUIET_WORD_BITS,
    N_VALUES = 1 << WORD_BITS,
    ZERO = N_VALUES / 2, ///< the word for a bend of 0
    N_BENDS = 4,
    ID_WORDS = 3,
    MAX_WORDS = 2 + 2 * ID_WORDS + N_BENDS
};

/* The words: one that checks the others, three that name the correction, flags, what is aimed at,
   and each bend that is not 0 in hundredths. */
enum { CHECK, ENTRY, FLAGS = ENTRY + ID_WORDS, AIM };

/* The flags; 1 << a bend: it is there. */
enum { IS_LIKE = 1 << N_BENDS, HAS_TARGET = 2 << N_BENDS };

typedef struct {
    uint32_t words[MAX_WORDS];
    uint32_t n;
} Mark;

static void bends_of(TareAimGoal* goal, double* bends[N_BENDS])
{
    bends[0] = &goal->bass_db;
    bends[1] = &goal->treble_db;
    bends[2] = &goal->ear_db;
    bends[3] = &goal->tilt_db_per_octave;
}

static uint64_t hash_of(const char* name, int n_words)
{
    return tare_parts_hash(0, name, strlen(name)) >> (64 - n_words * WORD_BITS);
}

static void put(Mark* mark, uint64_t value, int n_words)
{
    for (int i = 0; i < n_words; ++i)
        mark->words[mark->n++] = (uint32_t)(value >> i * WORD_BITS) & (N_VALUES - 1);
}

static uint32_t check_of(const Mark* mark)
{
    return (uint32_t)(tare_parts_hash(mark->n, mark->words + ENTRY,
                                      (mark->n - ENTRY) * sizeof *mark->words) >>
                      (64 - WORD_BITS));
}

/** False when a bend has no place in a word. */
static bool make(Mark* mark, const TareEntry* entry, const TareAimGoal* goal)
{
    TareAimGoal copy = *goal;
    double* bends[N_BENDS];
    uint32_t flags = goal->like ? IS_LIKE : goal->target ? HAS_TARGET : 0;
    bends_of(&copy, bends);
    for (int i = 0; i < N_BENDS; ++i)
        flags |= *bends[i] != 0.0 ? 1u << i : 0;
    *mark = (Mark){.n = ENTRY};
    put(mark, hash_of(entry->id, ID_WORDS), ID_WORDS);
    put(mark, flags, 1);
    if (goal->like)
        put(mark, hash_of(goal->like->id, ID_WORDS), ID_WORDS);
    else if (goal->target)
        put(mark, hash_of(goal->target->name, 1), 1);
    for (int i = 0; i < N_BENDS; ++i) {
        const double hundredths = round(*bends[i] * 100.0) + ZERO;
        if (*bends[i] == 0.0)
            continue;
        if (!(hundredths >= 0.0 && hundredths < N_VALUES) ||
            (hundredths - ZERO) / 100.0 != *bends[i])
            return false;
        put(mark, (uint32_t)hundredths, 1);
    }
    mark->words[CHECK] = check_of(mark);
    return true;
}

void tare_aim_mark_write(TareControls* controls, const TareEntry* entry, const TareAimGoal* goal)
{
    Mark mark;
    if (make(&mark, entry, goal))
        tare_quiet_words_put(&controls->set, mark.words, mark.n);
}

/** Takes the words out of controls; false when there are none. */
static bool take_words(Mark* mark, const TareControls* controls)
{
    mark->n = tare_quiet_words_take(&controls->set, mark->words, MAX_WORDS);
    if (mark->n <= FLAGS)
        return false;
    const uint32_t flags = mark->words[FLAGS];
    uint32_t n = AIM + (flags & IS_LIKE ? ID_WORDS : flags & HAS_TARGET ? 1 : 0);
    for (int i = 0; i < N_BENDS; ++i)
        n += flags >> i & 1;
    if (mark->n < n)
        return false;
    mark->n = n;
    return mark->words[CHECK] == check_of(mark);
}

/** The correction that words from one on name; NULL when there is none. */
static const TareEntry* find_entry(TareShelf* shelf, const uint32_t* words)
{
    uint64_t hash = 0;
    for (int i = ID_WORDS; i-- > 0;)
        hash = hash << WORD_BITS | words[i];
    TareStock* const stock = tare_shelf_stock(shelf);
    TareCatalogue* const catalogue = stock ? tare_stock_catalogue(stock) : NULL;
    const size_t n = catalogue ? tare_catalogue_n_corrections(catalogue) : 0;
    for (size_t i = 0; i < n; ++i) {
        const TareEntry* const entry = tare_catalogue_get(catalogue, i);
        if (hash_of(entry->id, ID_WORDS) == hash)
            return entry;
    }
    return NULL;
}

static const TareTarget* find_target(uint32_t hash)
{
    size_t i = 0;
    while (tare_target_get(i) && hash_of(tare_target_get(i)->name, 1) != hash)
        ++i;
    return tare_target_get(i);
}

bool tare_aim_mark_read(const TareControls* controls, TareShelf* shelf, const TareEntry** entry,
                        TareAimGoal* goal)
{
    Mark mark;
    double* bends[N_BENDS];
    *goal = (TareAimGoal){0};
    if (!take_words(&mark, controls))
        return false;
    const uint32_t flags = mark.words[FLAGS];
    uint32_t at = AIM;
    *entry = find_entry(shelf, mark.words + ENTRY);
    if (flags & IS_LIKE) {
        goal->like = find_entry(shelf, mark.words + at);
        at += ID_WORDS;
    } else if (flags & HAS_TARGET) {
        goal->target = find_target(mark.words[at++]);
    }
    bends_of(goal, bends);
    for (int i = 0; i < N_BENDS; ++i)
        if (flags >> i & 1)
            *bends[i] = ((double)mark.words[at++] - ZERO) / 100.0;
    return *entry && (!(flags & IS_LIKE) || goal->like) && (!(flags & HAS_TARGET) || goal->target);
}
