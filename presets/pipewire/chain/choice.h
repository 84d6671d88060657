/* What the listener chose: the one thing that `tare use` keeps, in the first lines of the chain's
   file. */

#ifndef TARE_PIPEWIRE_CHOICE_H
#define TARE_PIPEWIRE_CHOICE_H

#include "base/report.h"
#include "controls.h"
#include "pipewire/chain/chain_kind.h"
#include "pipewire/chain/taste.h"

#include <stdbool.h>
#include <stdio.h>

enum { TARE_CHOICE_TEXT = 512 };

typedef struct TareChoice {
    TareChainKind kind;
    bool is_off;                   ///< then the sound passes untouched
    bool is_comparing;             ///< then it passes as loud as it would be corrected
    char id[TARE_CHOICE_TEXT];     ///< of the correction; "" for none
    char name[TARE_CHOICE_TEXT];   ///< of the headphone, for people
    char file[TARE_CHOICE_TEXT];   ///< it came out of, "" for the catalogue
    char target[TARE_CHOICE_TEXT]; ///< node.name of the sink to play to; "" for the usual one
    bool is_smart;                 ///< whether it is in the way to the default sink instead
    bool is_inside;                ///< or in the target's own node
    bool is_default;               ///< whether Tare was made the default sink
    char
        default_before[TARE_CHOICE_TEXT]; ///< node.name that was the chosen one before; "" for none
    double rate_hz;        ///< for which the chain's file was made; only plugins play at every rate
    TareTaste own;         ///< what of the taste in `controls` was said with this choice
    TareControls controls; ///< what it plays when it is neither off nor comparing
} TareChoice;

/** Nothing chosen: flat, LV2. */
TareChoice tare_choice_none(void);

/** Copies a text into one of the fields; false, with the field empty, when it does not fit. */
bool tare_choice_set_text(char field[TARE_CHOICE_TEXT], const char* text);

/** Sets what it plays, with every value as the ports hold it: of single precision. */
void tare_choice_set_controls(TareChoice* choice, const TareControls* controls);

/** Controls as they are while the choice is off, or comparing, or neither. */
TareControls tare_choice_switched(const TareChoice* choice, const TareControls* controls);

/** Writes it as comment lines, the first of which says whose file it is. False when memory is
    short. */
bool tare_choice_write(FILE* out, const TareChoice* choice);

/** Whether a text begins as tare_choice_write() begins. */
bool tare_choice_is_ours(const char* text);

/** Reads it back. TARE_BAD_INPUT, reported, when it is damaged. */
TareStatus tare_choice_read(TareChoice* choice, const char* text, const char* file,
                            const TareReporter* reporter);

#endif
