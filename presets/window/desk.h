/* What all widgets share: what is shown, what of it has the focus, and where everything is. */

#ifndef TARE_WINDOW_DESK_H
#define TARE_WINDOW_DESK_H

#include "window/box.h"
#include "window/widget_id.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct TareAiming TareAiming;
typedef struct TareBlindTest TareBlindTest;
typedef struct TareChooser TareChooser;
typedef struct TareEdit TareEdit;
typedef struct TareExchange TareExchange;
typedef struct TareFiles TareFiles;
typedef struct TareFinder TareFinder;
typedef struct TareLines TareLines;
typedef struct TareLoadBack TareLoadBack;
typedef struct TareLoaded TareLoaded;
typedef struct TareOutputs TareOutputs;
typedef struct TareShelf TareShelf;
typedef struct TareSlots TareSlots;
typedef struct TareDials TareDials;
typedef struct TareTheme TareTheme;

/** Room for what is told in place of the meters. */
enum { TARE_DESK_NOTICE = 320 };

/** What the panel beside the graph shows. */
typedef enum { TARE_PANEL_BANDS, TARE_PANEL_TARGET, TARE_PANEL_OUTPUTS } TarePanel;

/** The first row that these lists show; the others keep it beside what they list. */
typedef struct TareScrolled {
    size_t bands, targets;
} TareScrolled;

typedef struct TareDesk {
    const TareTheme* theme;
    TareDials* dials;
    TareLines* lines;
    TareShelf* shelf;
    TareAiming* aiming;
    TareFiles* files;
    TareExchange* exchange;
    TareFinder* finder;
    TareOutputs* outputs;
    TareLoaded* loaded;
    TareLoadBack* back;
    TareSlots* slots;
    TareBlindTest* blind;
    TareScrolled* scrolled;
    const TareChooser* chooser;    ///< of the host; NULL when it has none
    bool is_saving;                ///< what that was asked for last
    TareBox all;                   ///< the window
    TareBox boxes[TARE_N_WIDGETS]; ///< empty for what is not shown
    TareWidgetId focus, hover, held;
    double held_x, held_y;       ///< where the pointer was when last asked, while something is held
    double dragged_x, dragged_y; ///< what the dragged values would be without their limits
    uint32_t band;               ///< chosen, in graph and list
    unsigned column;             ///< of the list
    TarePanel panel;
    bool is_goal_new;          ///< what is loaded has to be aimed anew
    TareWidgetId before_blind; ///< what had the focus before the blind test
    TareEdit* edit;            ///< of the value that is being typed
    bool is_typing;
    bool is_finding, is_choosing_file, is_blind, is_edited,
        has_back;                  ///< what decides which widgets there are;
    bool has_outputs, is_bypassed; ///< so do these, see outputs.h
    TareWidgetId tip, tip_of;      ///< what explains itself beside the pointer; what that is on
    double tip_since_ms;           ///< since when
    bool is_tip_spent;             ///< there is none until it is on something else
    char notice[TARE_DESK_NOTICE]; ///< "" for none
    char answer[TARE_DESK_NOTICE]; ///< to what was done last, until something else is done
    bool is_warning;               ///< so is this
    TareBox dirty;                 ///< to be drawn anew
} TareDesk;

/** Has a widget drawn anew, or everything. */
void tare_desk_soil(TareDesk* desk, TareWidgetId id);
void tare_desk_soil_all(TareDesk* desk);

/** Answers what somebody does: that it is done, or why not. */
void tare_desk_say(TareDesk* desk, const char* words);
void tare_desk_warn(TareDesk* desk, const char* words);

/** Answers that the program tare has begun to do it, or that it cannot. */
void tare_desk_tell_begun(TareDesk* desk, bool has_begun);

#endif
