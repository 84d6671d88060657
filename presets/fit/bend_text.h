/* How a target is bent, as text. */

#ifndef TARE_BEND_TEXT_H
#define TARE_BEND_TEXT_H

typedef struct TareTargetBend TareTargetBend;
typedef struct TareText TareText;

/** Appends ", bass +3 dB, tilt -0.5 dB/octave" for people; nothing for what is not bent. */
void tare_bend_text_words(TareText* text, const TareTargetBend* bend);

/** Appends the same for an id: "+bass3+tilt-0.5". */
void tare_bend_text_id(TareText* text, const TareTargetBend* bend);

#endif
