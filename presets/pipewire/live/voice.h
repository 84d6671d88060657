/* The last word to a running sink, of one who does other things meanwhile: what gets louder glides,
   and it is said again until the sink confirms it. */

#ifndef TARE_PIPEWIRE_VOICE_H
#define TARE_PIPEWIRE_VOICE_H

#include <stdbool.h>

typedef struct TareControls TareControls;
typedef struct TareSession TareSession;
typedef struct TareSessionNode TareSessionNode;

typedef struct TareVoice TareVoice;

/** Makes one for a session; NULL when memory is short. */
TareVoice* tare_voice_new(TareSession* session);

/** Frees it, whatever has become of what was said; NULL is allowed. */
void tare_voice_free(TareVoice* voice);

/** Takes the floor, until the sink has confirmed what is said; false while another program glides.
 */
bool tare_voice_take(TareVoice* voice);

/** Begins to say something else. False when the sink's kind cannot play it. */
bool tare_voice_say(TareVoice* voice, const TareSessionNode* sink, const TareControls* controls);

/** Goes on; returns after how many milliseconds to come again, -1 when all is said. */
int tare_voice_run(TareVoice* voice);

/** Whether it was not confirmed in time and is to be said again. */
bool tare_voice_is_unheard(const TareVoice* voice);

/** Whether the sink plays something else than what was last said, however often it was. */
bool tare_voice_is_refused(const TareVoice* voice);

/** Says it again, maybe otherwise. */
void tare_voice_repeat(TareVoice* voice, const TareControls* controls);

/** Gives the floor back, whatever has become of what was said. */
void tare_voice_release(TareVoice* voice);

#endif
