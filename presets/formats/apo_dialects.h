/* Programs that write, and read, the language of Equalizer APO in a shape of their own. */

#ifndef TARE_APO_DIALECTS_H
#define TARE_APO_DIALECTS_H

typedef struct TareFormat TareFormat;

/** "autoeq" */
extern const TareFormat tare_apo_autoeq_format;

/** "rew" */
extern const TareFormat tare_apo_rew_format;

/** "soundsource" */
extern const TareFormat tare_apo_soundsource_format;

/** "squig" */
extern const TareFormat tare_apo_squig_format;

#endif
