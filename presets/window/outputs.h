/* The outputs that a host knows, and which correction each has of its own. */

#ifndef TARE_WINDOW_OUTPUTS_H
#define TARE_WINDOW_OUTPUTS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareShelf TareShelf;

/** An output, or a rule for outputs that are not there now. No text is NULL. */
typedef struct TareOutputRow {
    const char* title;  ///< for people
    const char* name;   ///< by which a rule for it is set
    const char* rule;   ///< the name of the rule that counts for it; "" for none
    const char* id;     ///< of the rule's correction; "" for none
    const char* called; ///< what a correction that is in no catalogue is called; "" for others
    bool is_there;
    bool is_played_to; ///< now
} TareOutputRow;

/** What a host tells. */
typedef struct TareOutputsNews {
    const TareOutputRow* rows;
    size_t n;
    bool is_away;     ///< which outputs there are cannot be asked now
    bool is_bypassed; ///< most programs play past the equaliser
} TareOutputsNews;

/** Starts as {0}: no host knows any. */
typedef struct TareOutputs {
    size_t n;
    TareOutputRow* rows; ///< with texts of their own; NULL when none are known
    size_t chosen;       ///< row
    bool is_by_hand;     ///< a person chose it
    size_t first;        ///< row that is shown at the top
    bool is_new;         ///< what the host told is to be shown
    bool is_stale;       ///< a rule was changed: the host is to tell anew
    bool is_away;        ///< as the host told
    bool is_bypassed;    ///< as the host told,
    bool is_asked_for;   ///< which the host is to change
} TareOutputs;

/** Takes what the host tells; all of it is copied. The output that was chosen stays so. When memory
   is short, nothing is known. */
void tare_outputs_tell(TareOutputs* outputs, const TareOutputsNews* news);

/** Frees what it holds. */
void tare_outputs_clear(TareOutputs* outputs);

/** The row that is chosen; NULL when there is none. */
const TareOutputRow* tare_outputs_chosen(const TareOutputs* outputs);

/** Chooses the output that is played to, now and when the host tells of another, until a person
    chooses; and has the host tell anew. */
void tare_outputs_choose_playing(TareOutputs* outputs);

/** A person chooses a row, or one so many further; stays within the list. */
void tare_outputs_choose(TareOutputs* outputs, size_t row);
void tare_outputs_move(TareOutputs* outputs, long by);

/** What an output gets, for people: the name of a headphone, or why there is no correction. Cut to
    fit. */
void tare_outputs_words(const TareOutputs* outputs, const TareOutputRow* row, TareShelf* shelf,
                        char* words, size_t size);

#endif
