#include "corrections/blind.h"

#include "base/chance.h"
#include "base/dice.h"

#include <math.h>

_Static_assert((int)TARE_BLIND_MAX_ROUNDS <= (int)TARE_CHANCE_MAX_TRIES, "chances can be told");

/* The rounds */

static TareBlindRound* under_way(TareBlind* blind)
{
    return &blind->rounds[blind->n_done];
}

static void draw(TareBlind* blind)
{
    TareBlindRound* const round = under_way(blind);
    TareDice dice = {blind->dice};
    *round = (TareBlindRound){.x = 0};
    tare_dice_shuffle(&dice, round->sounds, blind->n_sounds);
    if (blind->kind == TARE_BLIND_ABX)
        round->x = (uint8_t)tare_dice_below(&dice, blind->n_sounds);
    blind->dice = dice.state;
}

void tare_blind_start(TareBlind* blind, TareBlindKind kind, uint8_t n_sounds, uint64_t seed)
{
    blind->kind = kind;
    blind->n_sounds = n_sounds;
    blind->dice = tare_dice(seed).state;
    blind->n_done = 0;
    draw(blind);
}

uint8_t tare_blind_n_places(const TareBlind* blind)
{
    return blind->kind == TARE_BLIND_ABX ? (uint8_t)(blind->n_sounds + 1) : blind->n_sounds;
}

const TareBlindRound* tare_blind_round(const TareBlind* blind)
{
    return &blind->rounds[blind->n_done];
}

uint8_t tare_blind_sound(const TareBlind* blind, uint8_t place)
{
    const TareBlindRound* const round = tare_blind_round(blind);
    return round->sounds[place < blind->n_sounds ? place : round->x];
}

void tare_blind_rate(TareBlind* blind, uint8_t place, uint8_t rating)
{
    under_way(blind)->ratings[place] = rating;
}

void tare_blind_answer(TareBlind* blind, uint8_t place)
{
    under_way(blind)->answer = (uint8_t)(place + 1);
}

bool tare_blind_is_answered(const TareBlind* blind)
{
    const TareBlindRound* const round = tare_blind_round(blind);
    if (blind->kind == TARE_BLIND_ABX)
        return round->answer != 0;
    for (uint8_t place = 0; place < blind->n_sounds; ++place)
        if (round->ratings[place] == 0)
            return false;
    return true;
}

bool tare_blind_next(TareBlind* blind)
{
    if (!tare_blind_is_answered(blind) || blind->n_done == TARE_BLIND_MAX_ROUNDS)
        return false;
    ++blind->n_done;
    draw(blind);
    return blind->n_done < TARE_BLIND_MAX_ROUNDS;
}

/* What follows */

static uint8_t rating_of(const TareBlindRound* round, uint8_t sound)
{
    uint8_t place = 0;
    while (round->sounds[place] != sound)
        ++place;
    return round->ratings[place];
}

static unsigned sum_of(const TareBlind* blind, uint8_t sound)
{
    unsigned sum = 0;
    for (unsigned i = 0; i < blind->n_done; ++i)
        sum += rating_of(&blind->rounds[i], sound);
    return sum;
}

double tare_blind_mean(const TareBlind* blind, uint8_t sound)
{
    return blind->n_done > 0 ? (double)sum_of(blind, sound) / blind->n_done : (double)NAN;
}

bool tare_blind_preferred(const TareBlind* blind, uint8_t* sound)
{
    unsigned highest = 0;
    bool is_alone = false;
    for (uint8_t i = 0; i < blind->n_sounds; ++i) {
        const unsigned sum = sum_of(blind, i);
        if (sum < highest)
            continue;
        is_alone = sum > highest;
        highest = sum;
        *sound = is_alone ? i : *sound;
    }
    return is_alone;
}

static TareBlindPair compare(const TareBlind* blind, uint8_t a, uint8_t b)
{
    TareBlindPair pair = {.better = a, .other = b};
    for (unsigned i = 0; i < blind->n_done; ++i) {
        const uint8_t rating_a = rating_of(&blind->rounds[i], a);
        const uint8_t rating_b = rating_of(&blind->rounds[i], b);
        pair.n_higher += rating_a > rating_b;
        pair.n_lower += rating_a < rating_b;
        pair.n_same += rating_a == rating_b;
    }
    pair.chance = tare_chance_of_signs(pair.n_higher, pair.n_lower);
    if (pair.n_higher >= pair.n_lower)
        return pair;
    const unsigned n_higher = pair.n_higher;
    pair.n_higher = pair.n_lower;
    pair.n_lower = n_higher;
    pair.better = b;
    pair.other = a;
    return pair;
}

/** Holm's: the least likely of all counts as often as there are pairs, the next one time less, and
    none less than one before it. */
static double in_view_of_all(const TareBlindPair* pairs, unsigned n, double chance)
{
    double highest = 0.0;
    for (unsigned i = 0; i < n; ++i) {
        unsigned n_before = 0;
        for (unsigned k = 0; k < n; ++k)
            n_before +=
                pairs[k].chance < pairs[i].chance || (k < i && pairs[k].chance == pairs[i].chance);
        if (pairs[i].chance <= chance)
            highest = fmax(highest, (n - n_before) * pairs[i].chance);
    }
    return fmin(highest, 1.0);
}

unsigned tare_blind_pairs(const TareBlind* blind, TareBlindPair pairs[TARE_BLIND_MAX_PAIRS])
{
    unsigned n = 0;
    for (uint8_t a = 0; a < blind->n_sounds; ++a)
        for (uint8_t b = (uint8_t)(a + 1); b < blind->n_sounds; ++b)
            pairs[n++] = compare(blind, a, b);
    for (unsigned i = 0; i < n; ++i)
        pairs[i].chance_of_all = in_view_of_all(pairs, n, pairs[i].chance);
    return n;
}

unsigned tare_blind_n_right(const TareBlind* blind)
{
    unsigned n_right = 0;
    for (unsigned i = 0; i < blind->n_done; ++i)
        n_right += blind->rounds[i].answer == blind->rounds[i].x + 1u;
    return n_right;
}

double tare_blind_chance(const TareBlind* blind)
{
    return tare_chance_at_least(tare_blind_n_right(blind), blind->n_done);
}

const char* tare_blind_verdict(double chance)
{
    return chance <= 0.01   ? "hardly chance"
           : chance <= 0.05 ? "probably not chance"
           : chance <= 0.2  ? "may be chance"
                            : "may well be chance";
}
