/* Choosing what the sink Tare shall play, before it is applied: see sink_apply.h. */

#ifndef TARE_PIPEWIRE_SINK_CHOICE_H
#define TARE_PIPEWIRE_SINK_CHOICE_H

#include <stdbool.h>

typedef struct TareControls TareControls;
typedef struct TareSink TareSink;
typedef struct TareTaste TareTaste;

/** Which of the listener's wishes come with a choice. */
typedef struct TareSinkWish {
    bool is_kind_given; ///< then no other kind is tried
    bool wants_default; ///< to make Tare the default sink
    const char* device; ///< where Tare shall play to, "auto" for no certain sink; NULL: as before
} TareSinkWish;

/** Room for a name with its NUL. */
enum { TARE_SINK_CHOICE_NAME = 512 };

/** Chooses controls, with what of the listener's taste in them was said with this choice, the id of
   the correction, the name of the headphone and the file it came out of ("" for the catalogue) for
   people; all are copied. False when one of the texts has no room; then what is chosen is
   incomplete. */
bool tare_sink_choice_set(TareSink* sink, const TareControls* controls, const TareTaste* own,
                          const char* id, const char* name, const char* file);

/** Chooses the kind by its name; false when there is none. */
bool tare_sink_choice_set_kind(TareSink* sink, const char* name);

/** Where the sink is. */
typedef enum {
    TARE_SINK_OWN,   ///< an output by itself
    TARE_SINK_SMART, ///< in the way to the default one, which needs WirePlumber 0.5
    TARE_SINK_NODE,  ///< nowhere: the correction is in an output's own node (PipeWire 1.6)
    TARE_SINK_N_PLACES
} TareSinkPlace;

/** The place of a name, "own", "smart" or "node"; TARE_SINK_N_PLACES when there is none. */
TareSinkPlace tare_sink_choice_find_place(const char* name);

/** Chooses the place. */
void tare_sink_choice_set_place(TareSink* sink, TareSinkPlace place);

/** What is heard of the choice. */
typedef enum {
    TARE_SINK_CORRECTED,
    TARE_SINK_PLAIN,   ///< the sound as it came
    TARE_SINK_COMPARED ///< the same, as loud as it would be corrected
} TareSinkSwitch;

TareSinkSwitch tare_sink_choice_switch_of(const TareSink* sink);

/** Switches it, and leaves the choice as it is. False when there is no sink to switch. */
bool tare_sink_choice_switch(TareSink* sink, TareSinkSwitch to);

/** Has the choice follow another taste: what it says counts in place of what was said with the
    choice. */
void tare_sink_choice_set_taste(TareSink* sink, const TareTaste* taste);

#endif
