/* What part single words play in a sentence, whatever they mean: unlike a meaning, a role does not
   change with the neighbours. */

#ifndef TARE_ROLE_WORDS_H
#define TARE_ROLE_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A bit each. */
typedef uint64_t TareRoles;

#define TARE_ROLE_BIT(n) ((TareRoles)1 << (n))

/** Its full stop ends no sentence: "approx.". */
#define TARE_ROLE_ABBREVIATES TARE_ROLE_BIT(0)
/** Behind a comma, goes on with what was said: ", located at 5 kHz". */
#define TARE_ROLE_GOES_ON TARE_ROLE_BIT(1)
/** What a fault has: "with a height of 6 dB". */
#define TARE_ROLE_SIZE TARE_ROLE_BIT(2)
/** Behind a gain, makes it the size of what came before: "6 dB high". */
#define TARE_ROLE_MEASURES TARE_ROLE_BIT(3)
/** Between a fault and its size: "which is 6 dB high". */
#define TARE_ROLE_IS TARE_ROLE_BIT(4)
/** Before the cause of a gain, which need not be where the gain is: "due to a dip at 3 kHz". */
#define TARE_ROLE_CAUSES TARE_ROLE_BIT(5)
/** Tells where one level is over another: "80 Hz lies 6 dB above 1 kHz". */
#define TARE_ROLE_LIES TARE_ROLE_BIT(6)
/** Before the place where responses are laid upon each other: "normalised at 1 kHz". */
#define TARE_ROLE_ALIGNS TARE_ROLE_BIT(7)
/** What "lower" and "increase" may be told to change: "lower the treble". */
#define TARE_ROLE_IS_CHANGED TARE_ROLE_BIT(8)
/** Makes octaves a width: "one octave wide". */
#define TARE_ROLE_WIDENS TARE_ROLE_BIT(9)
/** Tells of a steady fall, which has no place. */
#define TARE_ROLE_FALLS TARE_ROLE_BIT(10)
/** Between "can be tamed" and the means: "by a 4 dB cut". */
#define TARE_ROLE_LEADS TARE_ROLE_BIT(11)
/** Between "needs" and the gain: "needs to be filled with 4 dB". */
#define TARE_ROLE_FILLS TARE_ROLE_BIT(12)
/** Between a word of remedy and a gain that it does not ask for: "requires awareness of its 6 dB".
 */
#define TARE_ROLE_BARS TARE_ROLE_BIT(13)
/** Of an equaliser, or of an earphone's nozzle. */
#define TARE_ROLE_FILTERS TARE_ROLE_BIT(14)
/** Before the means: "with EQ". */
#define TARE_ROLE_USES TARE_ROLE_BIT(15)
/** Before a word of remedy: it is not for the reader to do. */
#define TARE_ROLE_UNDOES TARE_ROLE_BIT(16)
/** Behind a word of remedy: there is none. */
#define TARE_ROLE_OFF TARE_ROLE_BIT(17)
/** Behind a word of remedy: it is in what was measured: "the compensated response". */
#define TARE_ROLE_IS_SHOWN TARE_ROLE_BIT(18)
/** Behind a pair: it is asked for. */
#define TARE_ROLE_IS_ASKED TARE_ROLE_BIT(19)
/** Before a verb of change: somebody is told to do it. */
#define TARE_ROLE_ADVISES TARE_ROLE_BIT(20)
/** Before "be reduced": it is told to do. */
#define TARE_ROLE_DEMANDS TARE_ROLE_BIT(21)
/** Behind a pair: only a remedy does that. */
#define TARE_ROLE_RESTORES TARE_ROLE_BIT(22)
/** As RESTORES, behind something that takes away. */
#define TARE_ROLE_SOOTHES TARE_ROLE_BIT(23)
/** Before "mode" and the like: the default after all, or that and the others. */
#define TARE_ROLE_DEFAULT TARE_ROLE_BIT(24)
/** Shows that a sentence is about the response. */
#define TARE_ROLE_RESPONSE TARE_ROLE_BIT(25)
/** Begins a sentence that goes on about what the one before was about. */
#define TARE_ROLE_PRONOUN TARE_ROLE_BIT(26)

/** Whether a word, hyphens and case aside, plays one of these roles. */
bool tare_role_is(const char* word, size_t length, TareRoles roles);

#endif
