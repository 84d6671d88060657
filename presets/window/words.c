#include "window/words.h"

#include "corrections/basis.h"

static const char* const words[TARE_N_WORDS] = {
    [TARE_WORD_NONE] = "",
    [TARE_WORD_FIND] = "Type the name of your headphone",
    [TARE_WORD_ON] = "On",
    [TARE_WORD_OFF] = "Off",
    [TARE_WORD_COMPARE] = "Compare",
    [TARE_WORD_COMPARING] = "Original",
    [TARE_WORD_SLOT_A] = "A",
    [TARE_WORD_SLOT_B] = "B",
    [TARE_WORD_COPY_TO_B] = "A \u2192 B",
    [TARE_WORD_COPY_TO_A] = "B \u2192 A",
    [TARE_WORD_UNDO] = "Undo changes",
    [TARE_WORD_STRENGTH] = "Strength",
    [TARE_WORD_BASS] = "Bass",
    [TARE_WORD_TREBLE] = "Treble",
    [TARE_WORD_TILT] = "Tilt",
    [TARE_WORD_LEVEL] = "Level",
    [TARE_WORD_TAB_BANDS] = "Bands",
    [TARE_WORD_TAB_TARGET] = "Target",
    [TARE_WORD_LIKE] = "Like another headphone \u2026",
    [TARE_WORD_TARGET_BASS] = "Target bass",
    [TARE_WORD_TARGET_TREBLE] = "Target treble",
    [TARE_WORD_TARGET_EAR] = "Target ear",
    [TARE_WORD_TARGET_TILT] = "Target tilt",
    [TARE_WORD_OPEN] = "Open \u2026",
    [TARE_WORD_SAVE] = "Save as \u2026",
    [TARE_WORD_AUTOMATIC] = "auto",
    [TARE_WORD_BAND] = "Band",
    [TARE_WORD_TYPE] = "Type",
    [TARE_WORD_HZ] = "Hz",
    [TARE_WORD_DB] = "dB",
    [TARE_WORD_Q] = "Q",
    [TARE_WORD_SIDE] = "Side",
    [TARE_WORD_LEFT] = "left",
    [TARE_WORD_RIGHT] = "right",
    [TARE_WORD_NOTHING_LOADED] = "No headphone chosen",
    [TARE_WORD_OWN_SETTINGS] = "Own settings",
    [TARE_WORD_EDITED] = "edited",
    [TARE_WORD_FROM_WORDS] = TARE_BASIS_WORDS,
    [TARE_WORD_MEASURED] = "fitted to a measurement",
    [TARE_WORD_PUBLISHED] = "published as bands",
    [TARE_WORD_OWN] = "your own",
    [TARE_WORD_DEFAULT] = "default",
    [TARE_WORD_NOT_FOUND] = "No such headphone is in the catalogue.",
    [TARE_WORD_NEAREST] = "No such headphone is in the catalogue. These come near:",
    [TARE_WORD_NO_CATALOGUE] =
        "No catalogue found: install Tare, or set TARE_CATALOGUE to its folder.",
    [TARE_WORD_OWN_TARGET] = "its own",
    [TARE_WORD_MISFIT] = "for another form or rig",
    [TARE_WORD_AIM_NOTHING] = "Choose a headphone first: type its name in the field above.",
    [TARE_WORD_AIM_UNKNOWN] =
        ("This correction cannot be aimed: neither a measured curve of the headphone is known, nor "
         "exactly what its bands lead to. Another correction of the same model may do."),
    [TARE_WORD_AIM_NO_ROOM] =
        ("This correction cannot be aimed: it uses all bands, and no measured "
         "curve is known to fit to."),
    [TARE_WORD_OTHER_RIG] =
        "These two were not measured on the same kind of rig, so they cannot be compared.",
    [TARE_WORD_LIKE_WHOM] = "Type the headphone to sound like",
    [TARE_WORD_SOUNDS_LIKE] = "like",
    [TARE_WORD_RAW] = "raw",
    [TARE_WORD_RAW_TOLD] = "raw, as the bands tell",
    [TARE_WORD_CORRECTED] = "corrected",
    [TARE_WORD_TARGET_LINE] = "target",
    [TARE_WORD_FILES_OPEN] = "Open a file: type its path, or choose below",
    [TARE_WORD_FILES_FORMAT] = "Save in which format? Type how its name begins, or choose below",
    [TARE_WORD_FILES_SAVE] = "Save as: type the path of the file",
    [TARE_WORD_FILES_REPLACE] = "This file is there already: Enter once more replaces it.",
    [TARE_WORD_FILES_WAIT] = "One moment \u2026",
    [TARE_WORD_FILES_SAVED] = "Saved as",
    [TARE_WORD_FILES_NO_PROGRAM] =
        "The program tare, which reads and writes files, cannot be started: install Tare.",
    [TARE_WORD_FILES_NOTHING] = "There is nothing to save: no band is heard.",
    [TARE_WORD_PREAMP] = "Preamp",
    [TARE_WORD_HEADROOM] = "Headroom",
    [TARE_WORD_SILENCE] = "No sound yet",
    [TARE_WORD_NO_CLIP] = "No clipping",
    [TARE_WORD_CLIP_CORRECTION] = "\u26a0 Clipped by the correction",
    [TARE_WORD_CLIP_INPUT] = "\u26a0 Clipped in the input",
    [TARE_WORD_HINT_FIND] = "Type a model; arrow keys choose, Enter applies, Escape goes back.",
    [TARE_WORD_HINT_ENABLED] = "Off: the sound as it came, untouched.",
    [TARE_WORD_HINT_COMPARE] = "The original, as loud as the corrected sound.",
    [TARE_WORD_HINT_SLOTS] = "Two settings to switch between; each keeps its own.",
    [TARE_WORD_HINT_COPY] = "Copies these settings to the other slot.",
    [TARE_WORD_HINT_UNDO] = "Goes back to the correction as it is in the catalogue.",
    [TARE_WORD_HINT_GRAPH] =
        "Drag a band; wheel: Q; Shift: fine. Double click: a new one, or as it was.",
    [TARE_WORD_HINT_GRAPH_KEYS] =
        "Arrows move the band, Page keys its Q, Home and End take another. Delete: off.",
    [TARE_WORD_HINT_LEVEL] =
        "Level before the bands. Auto: nothing comes out above full scale; Delete sets it.",
    [TARE_WORD_HINT_BANDS] =
        "Arrow keys choose a value: type it, or turn the wheel. Delete: band off.",
    [TARE_WORD_HINT_TAB_BANDS] = "The bands of the equaliser, one by one.",
    [TARE_WORD_HINT_TAB_TARGET] =
        "How the headphone shall sound: another target, or like another headphone.",
    [TARE_WORD_HINT_TARGETS] =
        "Arrow keys or a click choose a target; Delete goes back to its own.",
    [TARE_WORD_HINT_LIKE] = "Finds a headphone measured on the same rig, and fits to its sound.",
    [TARE_WORD_HINT_AIM_BASS] =
        "More bass than the target has: shelf at 105 Hz. Fits the bands anew.",
    [TARE_WORD_HINT_AIM_TREBLE] =
        "More treble than the target has: shelf at 2.5 kHz. Fits the bands anew.",
    [TARE_WORD_HINT_AIM_EAR] =
        "More of what the ear itself adds: peak at 2.75 kHz. Fits the bands anew.",
    [TARE_WORD_HINT_AIM_TILT] = "Slope of the target, above 0 brighter. Fits the bands anew.",
    [TARE_WORD_HINT_OPEN] =
        "A correction out of a file, of any format that Tare reads. Or drop one here.",
    [TARE_WORD_HINT_SAVE] =
        "What is heard now, without strength and tone, as a file for another program.",
    [TARE_WORD_HINT_FILES] = "Tab completes, arrow keys choose, Enter takes, Escape goes back.",
    [TARE_WORD_HINT_RESULTS] = "Arrow keys choose, Enter applies, Escape goes back.",
    [TARE_WORD_HINT_CLIP] =
        "Whether the output went beyond full scale since a control changed, and why.",
};

const char* tare_word(TareWord word)
{
    return words[word];
}
