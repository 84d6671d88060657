/* Towards what corrections correct: the targets that are known by name, whoever made them. Those
   that Tare can fit to itself are in curves/targets.h too, under the same names. */

#ifndef TARE_AIM_H
#define TARE_AIM_H

#include "corrections/entry.h"

/** How a target serves somebody who has not asked for one; the better come first. */
typedef enum {
    TARE_AIM_OF_RESEARCH,   ///< what most listeners liked in controlled tests, and what follows it
    TARE_AIM_NEAR_RESEARCH, ///< what comes out close to it
    TARE_AIM_OF_TASTE,      ///< how one person or house likes it
    TARE_AIM_OF_PHYSICS     ///< a sound field or nothing: where a liking would have to begin
} TareAimMerit;

typedef struct TareAim {
    const char* name;   ///< "harman-over-ear-2018"
    const char* title;  ///< "Harman over-ear 2018", for a person
    TareForm form;      ///< for headphones of this form; TARE_FORM_UNKNOWN: of any
    const char* rig;    ///< whose ear it is for, as in tare_rig_name(); NULL: of any, or not told
    TareAimMerit merit; ///< among several
} TareAim;

/** All of them, by an index from 0; NULL behind the last one. They are never freed. */
const TareAim* tare_aim_get(size_t index);

/** The one with a name; NULL when there is none, and for NULL. */
const TareAim* tare_aim_find(const char* name);

/** Its number from 1 on, for tare_aim_get(number - 1); 0 for NULL. */
size_t tare_aim_number(const TareAim* aim);

/** Whether a target is for headphones over or on the ear and the form is one inside it, or the
    other way round. What is not known contradicts nothing. */
bool tare_aim_contradicts(const TareAim* aim, TareForm form);

/** "stated" when the author's own words name the target, "rule" when only a rule says which one it
    is, NULL when it is not known. */
const char* tare_aim_is_known_by(const TareEntry* entry);

/** The target of an entry for a person: in its author's words, unless these are no more than the
    target's name, else by the title of the one that it has; NULL when it is not known. */
const char* tare_aim_title(const TareEntry* entry);

#endif
