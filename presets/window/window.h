/* The window: all that is shown and how it answers, with no system of windows in it. */

#ifndef TARE_WINDOW_H
#define TARE_WINDOW_H

#include "window/box.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct _cairo cairo_t;
typedef struct TareEvent TareEvent;
typedef struct TareChooser TareChooser;
typedef struct TareDialsHost TareDialsHost;
typedef struct TareEntry TareEntry;
typedef struct TareOutputs TareOutputs;
typedef struct TareTheme TareTheme;

typedef struct TareWindow TareWindow;

/** That of an equaliser for 1 or 2 channels, of whose ports nothing is known yet. `home` is as in
    tare_stock_open_from(). NULL when memory is short. Sizes and places here are those at scale 1.
 */
TareWindow* tare_window_new(uint32_t n_channels, const char* home, const TareDialsHost* host);

/** Frees it; NULL is allowed. A control that is held is let go of. */
void tare_window_free(TareWindow* window);

void tare_window_resize(TareWindow* window, double width, double height);

/** The theme belongs to the caller. */
void tare_window_set_theme(TareWindow* window, const TareTheme* theme);

/** The host tells a value of a port. */
void tare_window_hear(TareWindow* window, uint32_t port, float value);

/** Something to be read in place of the meters, such as what is missing; "" for nothing. */
void tare_window_tell(TareWindow* window, const char* text);

/** What the window knows of outputs, for the host to tell (outputs.h). */
TareOutputs* tare_window_outputs(TareWindow* window);

/** The correction that is loaded; NULL when none is. `is_whole` tells whether it is as it was, not
    changed since. */
const TareEntry* tare_window_loaded(TareWindow* window, bool* is_whole);

/** The host tells what it calls the bands that it has told; counts as long as they are in no
    catalogue, and nobody changes them. */
void tare_window_tell_name(TareWindow* window, const char* name);

/** What is loaded, for people, with a word when it was changed. */
void tare_window_loaded_name(TareWindow* window, char* name, size_t size);

/** A person does something. Whether the window took it. */
bool tare_window_handle(TareWindow* window, const TareEvent* event);

/** A file is to be opened, such as one that was dropped on the window. */
void tare_window_open_file(TareWindow* window, const char* path);

/** The host can ask for files too; the chooser is the caller's and stays. */
void tare_window_set_chooser(TareWindow* window, const TareChooser* chooser);

/** The host's chooser has ended: with a path; with NULL for none; or nobody could be asked, so that
    the window does. */
void tare_window_end_choosing(TareWindow* window, const char* path, bool has_failed);

/** Loads a correction of the catalogue; false when it is not there. */
bool tare_window_load(TareWindow* window, const char* id);

/** The id of what is loaded, be it edited; NULL when the catalogue does not have it. */
const char* tare_window_loaded_id(TareWindow* window);

/** Whether something goes on that tare_window_dirty() will see the end of. */
bool tare_window_is_busy(const TareWindow* window);

/** Time goes on: what the pointer rests on explains itself after a while. */
void tare_window_pass(TareWindow* window, double now_ms);

/** What is to be drawn anew; empty when nothing is. Finds out, if ports have moved, what is
    loaded. */
TareBox tare_window_dirty(TareWindow* window);

/** Draws that part, and no other; then nothing is to be drawn. */
void tare_window_draw(TareWindow* window, cairo_t* cairo);

/** What was drawn is lost: all is to be drawn anew. */
void tare_window_soil(TareWindow* window);

#endif
