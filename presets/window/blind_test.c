#include "window/blind_test.h"

#include "base/dice.h"
#include "corrections/blind.h"
#include "corrections/equal_loudness.h"
#include "window/dials.h"
#include "window/loaded.h"
#include "window/slots.h"

#include <stdlib.h>

/* For pink noise it matters little which. */
#define RATE_HZ 48000.0

enum { N_SOUNDS = 2, FEW_ROUNDS = 10 };

typedef struct {
    TareControls controls;
    bool is_comparing;
} Sound;

struct TareBlindSounds {
    Sound sounds[N_SOUNDS];
    Sound before;
    bool was_enabled;
    TareLoaded loaded; ///< before
};

void tare_blind_test_clear(TareBlindTest* test)
{
    if (!test)
        return;
    free(test->blind);
    free(test->sounds);
}

void tare_blind_test_open(TareBlindTest* test, const TareSlots* slots)
{
    test->page = TARE_BLIND_TEST_SETUP;
    test->has_slots = slots->has_other;
    test->is_of_slots = test->is_of_slots && slots->has_other;
    if (test->n_rounds == 0)
        test->n_rounds = FEW_ROUNDS;
}

static bool has_no_tone(const TareControls* controls)
{
    return controls->bass_db == 0.0 && controls->treble_db == 0.0 &&
           controls->tilt_db_per_octave == 0.0;
}

static bool is_flat(const TareControls* controls)
{
    return (controls->strength == 0.0 || tare_loaded_print(controls) == 0) && has_no_tone(controls);
}

/** Whether both sound the same, but for their level. */
static bool is_alike(const TareControls* a, const TareControls* b)
{
    return a->strength == b->strength && a->bass_db == b->bass_db && a->treble_db == b->treble_db &&
           a->tilt_db_per_octave == b->tilt_db_per_octave &&
           tare_loaded_print(a) == tare_loaded_print(b);
}

/** The corrected sound and the original, whose loudness the equaliser itself keeps alike. */
static TareWord take_original(Sound* sounds, const TareControls* now)
{
    sounds[0] = (Sound){*now, false};
    sounds[1] = (Sound){*now, true};
    return is_flat(now) ? TARE_WORD_BLIND_NOTHING : TARE_WORD_NONE;
}

/** Both slots, made equally loud. */
static TareWord take_slots(Sound* sounds, const TareControls* now, const TareSlots* slots)
{
    double lowered_db[N_SOUNDS];
    TareControls both[N_SOUNDS];
    both[slots->current] = *now;
    both[1 - slots->current] = slots->other;
    if (!slots->has_other || is_alike(&both[0], &both[1]))
        return TARE_WORD_BLIND_ALIKE;
    if (tare_equal_loudness_set(both, N_SOUNDS, RATE_HZ, lowered_db) != TARE_OK)
        return TARE_WORD_BLIND_TOO_LOUD;
    for (int i = 0; i < N_SOUNDS; ++i)
        sounds[i] = (Sound){both[i], false};
    return TARE_WORD_NONE;
}

static void hear(TareDials* dials, const Sound* sound, bool is_enabled)
{
    tare_dials_apply_all(dials, &sound->controls);
    tare_dials_set(dials, TARE_PORT_COMPARE, 0, sound->is_comparing ? 1.0f : 0.0f);
    tare_dials_set(dials, TARE_PORT_ENABLED, 0, is_enabled ? 1.0f : 0.0f);
}

/** Has what a test needs of memory; false when there is none. */
static bool get_memory(TareBlindTest* test)
{
    if (!test->blind)
        test->blind = malloc(sizeof *test->blind);
    if (!test->sounds)
        test->sounds = malloc(sizeof *test->sounds);
    return test->blind && test->sounds;
}

TareWord tare_blind_test_begin(TareBlindTest* test, TareDials* dials, const TareSlots* slots,
                               const TareLoaded* loaded)
{
    const TareControls now = *tare_dials_controls(dials);
    Sound sounds[N_SOUNDS];
    uint64_t seed = 0;
    const TareWord why_not =
        test->is_of_slots ? take_slots(sounds, &now, slots) : take_original(sounds, &now);
    if (why_not != TARE_WORD_NONE)
        return why_not;
    if (!get_memory(test) || !tare_dice_draw_seed(&seed))
        return TARE_WORD_BLIND_NO_DICE;
    *test->sounds = (TareBlindSounds){.sounds = {sounds[0], sounds[1]},
                                      .before = {now, now.is_comparing},
                                      .was_enabled = now.enabled,
                                      .loaded = *loaded};
    tare_blind_start(test->blind, test->is_preference ? TARE_BLIND_RATING : TARE_BLIND_ABX,
                     N_SOUNDS, seed);
    test->page = TARE_BLIND_TEST_ROUNDS;
    tare_blind_test_play(test, dials, 0);
    return TARE_WORD_NONE;
}

uint8_t tare_blind_test_n_places(const TareBlindTest* test)
{
    return test->is_preference ? N_SOUNDS : N_SOUNDS + 1;
}

void tare_blind_test_play(TareBlindTest* test, TareDials* dials, uint8_t place)
{
    if (test->page != TARE_BLIND_TEST_ROUNDS || place >= tare_blind_test_n_places(test))
        return;
    test->place = place;
    hear(dials, &test->sounds->sounds[tare_blind_sound(test->blind, place)], true);
}

/* A preference is a rating of two grades. */
enum { WORSE = 1, BETTER = 2 };

void tare_blind_test_say(TareBlindTest* test, uint8_t answer)
{
    if (test->page != TARE_BLIND_TEST_ROUNDS)
        return;
    if (!test->is_preference) {
        if (answer < N_SOUNDS)
            tare_blind_answer(test->blind, answer);
        return;
    }
    for (int place = 0; place < N_SOUNDS; ++place)
        tare_blind_rate(test->blind, (uint8_t)place, place == answer ? BETTER : WORSE);
}

bool tare_blind_test_is_answered(const TareBlindTest* test)
{
    return test->page == TARE_BLIND_TEST_ROUNDS && tare_blind_is_answered(test->blind);
}

bool tare_blind_test_has_said(const TareBlindTest* test, uint8_t answer)
{
    if (!tare_blind_test_is_answered(test))
        return false;
    const TareBlindRound* const round = tare_blind_round(test->blind);
    if (!test->is_preference)
        return round->answer == answer + 1;
    return answer < N_SOUNDS ? round->ratings[answer] == BETTER
                             : round->ratings[0] == round->ratings[1];
}

void tare_blind_test_next(TareBlindTest* test, TareDials* dials, TareLoaded* loaded)
{
    if (!tare_blind_test_is_answered(test))
        return;
    (void)tare_blind_next(test->blind);
    if (test->blind->n_done >= test->n_rounds)
        tare_blind_test_end(test, dials, loaded);
    else
        tare_blind_test_play(test, dials, 0);
}

void tare_blind_test_end(TareBlindTest* test, TareDials* dials, TareLoaded* loaded)
{
    const bool was_running = test->page == TARE_BLIND_TEST_ROUNDS;
    test->page = TARE_BLIND_TEST_CLOSED;
    if (!was_running)
        return;
    hear(dials, &test->sounds->before, test->sounds->was_enabled);
    *loaded = test->sounds->loaded;
    if (test->blind->n_done > 0)
        test->page = TARE_BLIND_TEST_RESULT;
}
