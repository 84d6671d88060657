/* A blind comparison: which sound stands where in each round, what the listener says of it, and
   what follows from that. Knows of sounds no more than their numbers. */

#ifndef TARE_BLIND_H
#define TARE_BLIND_H

#include <stdbool.h>
#include <stdint.h>

enum {
    TARE_BLIND_MIN_SOUNDS = 2,
    TARE_BLIND_MAX_SOUNDS = 9,
    TARE_BLIND_MAX_ROUNDS = 999,
    TARE_BLIND_MAX_RATING = 5,
    TARE_BLIND_MAX_PAIRS = TARE_BLIND_MAX_SOUNDS * (TARE_BLIND_MAX_SOUNDS - 1) / 2
};

typedef enum {
    TARE_BLIND_RATING, ///< each sound of a round gets 1 to 5
    TARE_BLIND_ABX     ///< two sounds and X, which is one of them: which one?
} TareBlindKind;

/** One round, by places: 0 is what the listener calls 1. */
typedef struct TareBlindRound {
    uint8_t sounds[TARE_BLIND_MAX_SOUNDS];  ///< which one stands there
    uint8_t ratings[TARE_BLIND_MAX_SOUNDS]; ///< 0: none yet
    uint8_t x;                              ///< the place that X is the same as
    uint8_t answer;                         ///< 1 + the place for which X was taken; 0: none yet
} TareBlindRound;

typedef struct TareBlind {
    TareBlindKind kind;
    uint8_t n_sounds;
    uint64_t dice;   ///< the state of its TareDice
    unsigned n_done; ///< rounds that count; behind them stands the one under way
    TareBlindRound rounds[TARE_BLIND_MAX_ROUNDS + 1];
} TareBlind;

/** Begins with the first round; a seed draws the same orders always. ABX is of two sounds. */
void tare_blind_start(TareBlind* blind, TareBlindKind kind, uint8_t n_sounds, uint64_t seed);

/** How many places there are to listen to: as many as sounds, and X behind them. */
uint8_t tare_blind_n_places(const TareBlind* blind);

/** The round under way. */
const TareBlindRound* tare_blind_round(const TareBlind* blind);

/** The sound at a place of the round under way. */
uint8_t tare_blind_sound(const TareBlind* blind, uint8_t place);

/** What the listener says: a rating from 1 to TARE_BLIND_MAX_RATING for a place; or the place that
   X is the same as. It may be said anew as long as the round is under way. */
void tare_blind_rate(TareBlind* blind, uint8_t place, uint8_t rating);
void tare_blind_answer(TareBlind* blind, uint8_t place);

/** Whether all is said of the round under way. */
bool tare_blind_is_answered(const TareBlind* blind);

/** Has the round count and draws the next one. False, with nothing changed, when it is not
   answered; also when it was the last that there is room for, which counts. */
bool tare_blind_next(TareBlind* blind);

/* What follows from the rounds that count */

/** The mean rating of a sound; NAN without a round. */
double tare_blind_mean(const TareBlind* blind, uint8_t sound);

/** The sound with the highest mean rating; false when there is none, or several have it. */
bool tare_blind_preferred(const TareBlind* blind, uint8_t* sound);

/** Two sounds by their ratings in the same rounds. */
typedef struct TareBlindPair {
    uint8_t better, other; ///< as more rounds say; in the order of their numbers when as many do
    unsigned n_higher, n_lower, n_same; ///< rounds in which `better` was rated so
    double chance;                      ///< that mere guessing says it as clearly (sign test)
    double chance_of_all; ///< the same in view of all the pairs that are looked at (S. Holm, "A
                          ///< simple sequentially rejective multiple test procedure", 1979)
} TareBlindPair;

/** Fills in every pair of sounds; returns how many. */
unsigned tare_blind_pairs(const TareBlind* blind, TareBlindPair pairs[TARE_BLIND_MAX_PAIRS]);

/** In how many rounds X was recognised, and the chance that mere guessing does as well. */
unsigned tare_blind_n_right(const TareBlind* blind);
double tare_blind_chance(const TareBlind* blind);

/** What a chance means, where a person need not think about numbers. */
const char* tare_blind_verdict(double chance);

#endif
