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
    [TARE_WORD_BACK] = "Back",
    [TARE_WORD_FORTH] = "Forth",
    [TARE_WORD_UNDO] = "Undo changes",
    [TARE_WORD_STRENGTH] = "Strength",
    [TARE_WORD_BASS] = "Bass",
    [TARE_WORD_TREBLE] = "Treble",
    [TARE_WORD_TILT] = "Tilt",
    [TARE_WORD_LEVEL] = "Level",
    [TARE_WORD_TAB_BANDS] = "Bands",
    [TARE_WORD_TAB_TARGET] = "Target",
    [TARE_WORD_TAB_OUTPUTS] = "Outputs",
    [TARE_WORD_OUTPUT_FIND] = "Headphone \u2026",
    [TARE_WORD_OUTPUT_LOADED] = "As loaded",
    [TARE_WORD_OUTPUT_FLAT] = "Flat",
    [TARE_WORD_OUTPUT_FORGET] = "None of its own",
    [TARE_WORD_OUTPUT_EVERYTHING] = "Send everything that plays through Tare",
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
    [TARE_WORD_NOT_FOUND] = "No such headphone is in the catalogue. Ctrl+O opens a file.",
    [TARE_WORD_NEAREST] =
        "No such headphone is in the catalogue. Ctrl+O opens a file; these come near:",
    [TARE_WORD_NO_CATALOGUE] =
        "No catalogue found: install Tare, or set TARE_CATALOGUE to its folder.",
    [TARE_WORD_OWN_TARGET] = "its own",
    [TARE_WORD_MISFIT] = "other form or rig",
    [TARE_WORD_AT_GRAS] = "GRAS",
    [TARE_WORD_AT_HMS] = "HMS",
    [TARE_WORD_AT_711] = "711",
    [TARE_WORD_AT_5128] = "5128",
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
    [TARE_WORD_RAW_TOLD] = "raw, by bands",
    [TARE_WORD_SPREAD] = "all who measured it",
    [TARE_WORD_CORRECTED] = "corrected",
    [TARE_WORD_TARGET_LINE] = "target",
    [TARE_WORD_OUTPUT_WHAT] = "Type the headphone at this output",
    [TARE_WORD_OUTPUT_NONE] =
        "There is no output now. Plug something in: it shows here as soon as PipeWire has it.",
    [TARE_WORD_OUTPUT_UNASKED] =
        "PipeWire, which knows the outputs, has not answered: they show here as soon as it does.",
    [TARE_WORD_OUTPUT_PLAYS] = "\u25b6 plays now",
    [TARE_WORD_OUTPUT_AWAY] = "not there now",
    [TARE_WORD_OUTPUT_ALL] = "what is loaded, as every output",
    [TARE_WORD_OUTPUT_WITHOUT] = "flat, as it has no correction of its own",
    [TARE_WORD_OUTPUT_IS_FLAT] = "flat",
    [TARE_WORD_OUTPUT_UNKNOWN] = "flat, as the catalogue does not have",
    [TARE_WORD_OUTPUT_HAS_NONE] = "This output has no correction of its own.",
    [TARE_WORD_OUTPUT_DONE] = "Done: it counts whenever this output plays.",
    [TARE_WORD_OUTPUT_HEARD] = "At this output you hear:",
    [TARE_WORD_OUTPUT_BYPASSED] =
        "Most programs play past Tare, as it is not the default output: see Outputs.",
    [TARE_WORD_CHOOSE_OPEN] = "Open a correction",
    [TARE_WORD_CHOOSE_SAVE] = "Save the correction",
    [TARE_WORD_FILES_OPEN] = "Open a file: type its path, or choose below",
    [TARE_WORD_FILES_FORMAT] = "Save for what? Type a word, or choose below",
    [TARE_WORD_FILES_SAVE] = "Save as: type the path of the file",
    [TARE_WORD_FILES_REPLACE] = "This file is there already: Enter once more replaces it.",
    [TARE_WORD_FILES_WAIT] = "One moment \u2026",
    [TARE_WORD_FILES_OPENED] = "Opened. Ctrl+Z goes back to the bands that were there before.",
    [TARE_WORD_FILES_SAVED] = "Saved as",
    [TARE_WORD_FILES_FOLDED] = "Strength and tone are in its bands.",
    [TARE_WORD_FILES_OFF] = "It differs from what is heard by up to",
    [TARE_WORD_FILES_PRESET] = "preset of this plugin in Ardour, Carla, Qtractor and other hosts",
    [TARE_WORD_FILES_INSTALLED] =
        "From its next start on, the host has it among the presets of this plugin",
    [TARE_WORD_FILES_NO_PROGRAM] =
        "The program tare, which reads and writes files, cannot be started: install Tare.",
    [TARE_WORD_FILES_NOTHING] = "There is nothing to save: no band is heard.",
    [TARE_WORD_BLIND] = "Blind test \u2026",
    [TARE_WORD_BLIND_TITLE] = "Blind test",
    [TARE_WORD_BLIND_SETUP] =
        ("Hear two sounds without knowing which is which, equally loud, as often as you like. "
         "What you say of them is counted, and how likely mere guessing does as well."),
    [TARE_WORD_BLIND_ORIGINAL] = "Against original",
    [TARE_WORD_BLIND_SLOTS] = "A against B",
    [TARE_WORD_BLIND_WHICH] = "Tell them apart",
    [TARE_WORD_BLIND_BETTER] = "Which is better",
    [TARE_WORD_BLIND_5] = "5 rounds",
    [TARE_WORD_BLIND_10] = "10 rounds",
    [TARE_WORD_BLIND_20] = "20 rounds",
    [TARE_WORD_BLIND_PLAY_1] = "Hear 1",
    [TARE_WORD_BLIND_PLAY_2] = "Hear 2",
    [TARE_WORD_BLIND_PLAY_X] = "Hear X",
    [TARE_WORD_BLIND_SAY_1] = "X is 1",
    [TARE_WORD_BLIND_SAY_2] = "X is 2",
    [TARE_WORD_BLIND_SAY_SAME] = "No difference",
    [TARE_WORD_BLIND_BETTER_1] = "1 is better",
    [TARE_WORD_BLIND_BETTER_2] = "2 is better",
    [TARE_WORD_BLIND_ON] = "Next round",
    [TARE_WORD_BLIND_START] = "Start",
    [TARE_WORD_BLIND_AGAIN] = "Once more",
    [TARE_WORD_BLIND_END] = "End the test",
    [TARE_WORD_BLIND_CLOSE] = "Close",
    [TARE_WORD_BLIND_NOTHING] = "There is no correction yet: choose a headphone first.",
    [TARE_WORD_BLIND_NO_SLOTS] =
        "Only one slot has settings: press B, and choose there what A is compared with.",
    [TARE_WORD_BLIND_ALIKE] = "A and B sound the same: change one of them first.",
    [TARE_WORD_BLIND_TOO_LOUD] =
        "A and B differ too much in level to be made equally loud: change the level of one.",
    [TARE_WORD_BLIND_NO_DICE] = "The system gives no memory or no random numbers for a test.",
    [TARE_WORD_BLIND_SAY_FIRST] = "Answer first: which one is it?",
    [TARE_WORD_BLIND_ROUND] = "Round",
    [TARE_WORD_BLIND_OF] = "of",
    [TARE_WORD_BLIND_ASK_WHICH] =
        "Listen to 1, 2 and X, as often as you like: X is one of the others. Which one?",
    [TARE_WORD_BLIND_ASK_BETTER] = "Listen to 1 and 2, as often as you like. Which is better?",
    [TARE_WORD_BLIND_RESULT] = "Result",
    [TARE_WORD_BLIND_RECOGNISED] = "Rounds in which X was recognised:",
    [TARE_WORD_BLIND_CORRECTED] = "corrected",
    [TARE_WORD_BLIND_THE_ORIGINAL] = "original",
    [TARE_WORD_BLIND_WAS_BETTER] = "Rounds in which it was better:",
    [TARE_WORD_BLIND_CHANCE] = "Mere guessing does as well with a probability of p =",
    [TARE_WORD_BLIND_EARLY] = "Ended early: who ends when it looks well finds more than there is.",
    [TARE_WORD_TRAY_ON] = "Correct what plays",
    [TARE_WORD_TRAY_SHOW] = "Show the window",
    [TARE_WORD_TRAY_QUIT] = "Quit",
    [TARE_WORD_TRAY_OFF] = "off",
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
    [TARE_WORD_HINT_BACK] =
        "To the bands that were there before others were loaded, and forth again; so does Ctrl+Z.",
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
    [TARE_WORD_HINT_TAB_OUTPUTS] =
        "Loudspeakers, jacks, Bluetooth: each output can have a correction of its own.",
    [TARE_WORD_HINT_OUTPUTS] =
        "Arrow keys choose an output; Enter finds its headphone, Delete takes its correction away.",
    [TARE_WORD_HINT_OUTPUT_FIND] = "Finds the headphone whose correction this output always gets.",
    [TARE_WORD_HINT_OUTPUT_LOADED] =
        "Gives this output what is loaded now, to be its own correction from now on.",
    [TARE_WORD_HINT_OUTPUT_FLAT] = "No correction for what plays to this output.",
    [TARE_WORD_HINT_OUTPUT_FORGET] =
        "Takes this output's own correction away; without any, all outputs get what is loaded.",
    [TARE_WORD_HINT_OUTPUT_EVERYTHING] =
        "Makes Tare the default output; it plays to the one that is that now.",
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
        "What is heard now, strength and tone put into the bands: a preset, or a file.",
    [TARE_WORD_HINT_FILES] = "Tab completes, arrow keys choose, Enter takes, Escape goes back.",
    [TARE_WORD_HINT_RESULTS] = "Arrow keys choose, Enter applies, Escape goes back.",
    [TARE_WORD_HINT_BLIND] =
        "Do you hear a difference, and which sound do you prefer? Without knowing which is which.",
    [TARE_WORD_HINT_BLIND_ORIGINAL] = "The sound as it is set now, against the sound as it came.",
    [TARE_WORD_HINT_BLIND_SLOTS] = "The two settings of the slots, made equally loud.",
    [TARE_WORD_HINT_BLIND_WHICH] = "In each round you say which of two sounds a third one is.",
    [TARE_WORD_HINT_BLIND_BETTER] = "In each round you say which of two sounds is better.",
    [TARE_WORD_HINT_BLIND_ROUNDS] = "The more rounds, the smaller the differences that show.",
    [TARE_WORD_HINT_BLIND_PLAY] = "Plays this sound; so do the keys 1, 2 and x.",
    [TARE_WORD_HINT_BLIND_SAY] = "Your answer; it may be changed until the next round.",
    [TARE_WORD_HINT_BLIND_ON] = "Begins; goes on, once there is an answer.",
    [TARE_WORD_HINT_BLIND_END] = "All is again as it was before; Escape does the same.",
    [TARE_WORD_HINT_CLIP] =
        "Whether the output went beyond full scale since a control changed, and why.",
};

const char* tare_word(TareWord word)
{
    return words[word];
}
