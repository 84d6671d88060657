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
    [TARE_WORD_HINT_RESULTS] = "Arrow keys choose, Enter applies, Escape goes back.",
    [TARE_WORD_HINT_CLIP] =
        "Whether the output went beyond full scale since a control changed, and why.",
};

const char* tare_word(TareWord word)
{
    return words[word];
}
