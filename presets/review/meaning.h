/* What single words of a review mean for the reading of its figures, and what part they play in a
   sentence. */

#ifndef TARE_MEANING_H
#define TARE_MEANING_H

#include <stdint.h>

/** Meanings, a bit each; a word may have several until its neighbours decide. */
typedef uint64_t TareWordMeaning;

#define TARE_WORD_BIT(n) ((TareWordMeaning)1 << (n))
#define TARE_WORD_UP TARE_WORD_BIT(0)   ///< too loud: "elevated"
#define TARE_WORD_DOWN TARE_WORD_BIT(1) ///< too quiet: "recessed"
#define TARE_WORD_SHAPE                                                                            \
    TARE_WORD_BIT(2) ///< with UP or DOWN: a noun that only a response has, "dip"
#define TARE_WORD_PLURAL                                                                           \
    TARE_WORD_BIT(3)                  ///< such a noun in the plural: what is said holds for several
#define TARE_WORD_AT TARE_WORD_BIT(4) ///< leads to a frequency: "around"
#define TARE_WORD_BELOW TARE_WORD_BIT(5)   ///< all frequencies below
#define TARE_WORD_ABOVE TARE_WORD_BIT(6)   ///< all frequencies above
#define TARE_WORD_BREAK TARE_WORD_BIT(7)   ///< a new thought: "while"
#define TARE_WORD_AND TARE_WORD_BIT(8)     ///< joins
#define TARE_WORD_WITH TARE_WORD_BIT(9)    ///< something else belongs to it: "with", "including"
#define TARE_WORD_REMEDY TARE_WORD_BIT(10) ///< names an equaliser's work: "correction"
#define TARE_WORD_ASKS TARE_WORD_BIT(11)   ///< asks for a remedy: "requires"
#define TARE_WORD_CHANGES                                                                          \
    TARE_WORD_BIT(12) ///< with UP or DOWN: what an equaliser can do too: "boost"
#define TARE_WORD_COMMANDS TARE_WORD_BIT(13) ///< with CHANGES: a verb that asks for it, "cutting"
#define TARE_WORD_ABOUT TARE_WORD_BIT(14)    ///< "approximately"
#define TARE_WORD_ARTICLE TARE_WORD_BIT(15)
#define TARE_WORD_COMPARES                                                                         \
    TARE_WORD_BIT(16)                      ///< the next thing is what it is compared with: "versus"
#define TARE_WORD_TARGET TARE_WORD_BIT(17) ///< what a response is rightly compared with
#define TARE_WORD_LATTER TARE_WORD_BIT(18)
#define TARE_WORD_FORMER TARE_WORD_BIT(19)
#define TARE_WORD_ROLLOFF TARE_WORD_BIT(20)
#define TARE_WORD_SHELF TARE_WORD_BIT(21)
#define TARE_WORD_REACHES                                                                          \
    TARE_WORD_BIT(22)                     ///< links a frequency to the gain behind it: "measuring"
#define TARE_WORD_MOVES TARE_WORD_BIT(23) ///< with a span, a slope and no fault: "falls"
#define TARE_WORD_NOT TARE_WORD_BIT(24)
#define TARE_WORD_LIMITS                                                                           \
    TARE_WORD_BIT(25) ///< next to a gain, makes it a limit: "within", "threshold"
#define TARE_WORD_EQUALISER TARE_WORD_BIT(26)
#define TARE_WORD_BETWEEN TARE_WORD_BIT(27)
#define TARE_WORD_OF TARE_WORD_BIT(28)
#define TARE_WORD_HELPS                                                                            \
    TARE_WORD_BIT(29) ///< asks for a remedy when one is named: "improves with a cut"
#define TARE_WORD_SHOWS TARE_WORD_BIT(30) ///< speaks of a measured response: "exhibits"

/** Roles, a bit each. Unlike a meaning, a role does not change with the neighbours. */
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

/** Behind frequencies, names them: "the 2-3 kHz and 6-8 kHz bands". */
#define TARE_ROLE_PLACE TARE_ROLE_BIT(27)

/** Before a gain, makes it one that is there: "its 6 dB boost". */
#define TARE_ROLE_KNOWN TARE_ROLE_BIT(29)
/** Shows that a signed gain is one of the response: "deviations of". */
#define TARE_ROLE_PROVES TARE_ROLE_BIT(28)

/** Says that a rise is right as it is: "natural", "well-judged". */
#define TARE_ROLE_PRAISES TARE_ROLE_BIT(30)
/** Names a part of the spectrum, which a level may be compared with: "the mids". */
#define TARE_ROLE_BAND TARE_ROLE_BIT(31)
/** Before a frequency, makes it where a slope begins. */
#define TARE_ROLE_STARTS TARE_ROLE_BIT(32)
/** Names a slope. */
#define TARE_ROLE_TILTS TARE_ROLE_BIT(33)

/** Tells what comes of a setting: "voices come forward", "sibilance disappears". */
#define TARE_ROLE_EFFECT TARE_ROLE_BIT(34)
/** Makes of a fall one without a place: "gradually". */
#define TARE_ROLE_STEADY TARE_ROLE_BIT(35)

/** Behind a "not", takes nothing away from the fault: "do not mind the peak". */
#define TARE_ROLE_BEARS TARE_ROLE_BIT(36)
/** Says that a change is bad: "distorts", "worse". */
#define TARE_ROLE_HARMS TARE_ROLE_BIT(37)
/** Makes of a change something that may be done, and is not there: "would", "could". */
#define TARE_ROLE_WISHES TARE_ROLE_BIT(38)
/** A part of a headphone that can be changed: "pads". */
#define TARE_ROLE_PART TARE_ROLE_BIT(40)
/** Changes a part: "swapping", "removed". */
#define TARE_ROLE_ALTERS TARE_ROLE_BIT(41)
/** A word for another issue of a product when an adjective stands before: "edition". */
#define TARE_ROLE_ISSUE TARE_ROLE_BIT(42)

/** Before a verb of change, or at the beginning: tells to do it: "please", "just". */
#define TARE_ROLE_ORDERS TARE_ROLE_BIT(43)
/** Who made the headphone as it is. */
#define TARE_ROLE_MAKER TARE_ROLE_BIT(44)
/** Asks whether something is so: "whether", "if". */
#define TARE_ROLE_ASKS_WHETHER TARE_ROLE_BIT(45)
/** Before "be higher": it is wished for. */
#define TARE_ROLE_DEMANDS_BE TARE_ROLE_BIT(46)

/** Behind a part: its state, "off", "removed". */
#define TARE_ROLE_ALTERED TARE_ROLE_BIT(47)
/** What a part, or a target, does: "gives", "adds". */
#define TARE_ROLE_GIVES TARE_ROLE_BIT(48)
/** Says of an issue or a "one" that it came before: "old". */
#define TARE_ROLE_ELDER TARE_ROLE_BIT(49)
/** Says of an issue that it is not the reviewed one: "wireless", "second". */
#define TARE_ROLE_VARIES TARE_ROLE_BIT(50)
/** Opens a condition: "when". */
#define TARE_ROLE_CONDITIONS TARE_ROLE_BIT(51)
/** What a reader may do without changing anything: "if you look at the graph". */
#define TARE_ROLE_LOOKS TARE_ROLE_BIT(52)

/** Beside a part: it belongs to the headphone. */
#define TARE_ROLE_SUPPLIED TARE_ROLE_BIT(53)

/** A verb whose subject is several things: "are". */
#define TARE_ROLE_OF_SEVERAL TARE_ROLE_BIT(54)
/** Takes up the fault that was told before: "another", "the 6 kHz one". */
#define TARE_ROLE_REPEATS TARE_ROLE_BIT(55)

/** Puts a headphone into a state: "switched to". */
#define TARE_ROLE_SETS TARE_ROLE_BIT(56)
/** What something named may be: "position". */
#define TARE_ROLE_STATE TARE_ROLE_BIT(57)

/** Whoever writes: "I", "we". */
#define TARE_ROLE_WRITER TARE_ROLE_BIT(58)
/** What is the writer's: "me", "my". */
#define TARE_ROLE_OF_WRITER TARE_ROLE_BIT(59)
/** Somebody, as the subject of a verb: "I", "we", "she", "you". */
#define TARE_ROLE_PERSON TARE_ROLE_BIT(60)

/** What a heading, or the introduction of a list, makes of what stands under it. */
typedef enum {
    TARE_HEAD_NONE,     ///< nothing
    TARE_HEAD_SETTINGS, ///< what an equaliser is set to
    TARE_HEAD_PROSE,    ///< prose that stands under such a heading and may speak of anything
    TARE_HEAD_FAULTS,   ///< what was measured
    TARE_HEAD_OTHER     ///< something else, or another product
} TareHead;

/** What stands before a figure, or is said of it. */
typedef enum {
    TARE_SIGN_NONE,
    TARE_SIGN_PLUS,
    TARE_SIGN_MINUS,
    TARE_SIGN_BOTH ///< plus-minus, or an interval from below to above 0: no direction
} TareSign;

#endif
