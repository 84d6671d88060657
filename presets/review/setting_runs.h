/* Lines of settings that stand together: they are judged as one. */

#ifndef TARE_SETTING_RUNS_H
#define TARE_SETTING_RUNS_H

#include "review/meaning.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareFindings TareFindings;
typedef struct TareParagraph TareParagraph;
typedef struct TareProse TareProse;
typedef struct TareSettingLine TareSettingLine;

/** What reading has come to know of the text so far. */
typedef struct TareSettings {
    const char* section; ///< the heading; the outline's
    TareHead heading;    ///< what it says, once it has been read
    bool is_heading_read;
    TareHead introduction; ///< of the list that may follow
    bool is_stated;        ///< by a sentence with a full stop
    unsigned n_recipes;    ///< lists of settings so far
    bool is_at_top;        ///< nothing has been read; set at the start where the first line
                           ///< can only name the product
    bool has_minus;        ///< in the list that is being read a gain is negative: the unsigned ones
                           ///< are positive
    bool is_bare;          ///< a note that speaks of settings or of nothing but figures
    bool is_measured;      ///< a note that says of its figures that they were measured
    unsigned last_dated_line;   ///< of a list whose lines begin with dates: it replaces the others
    double common_q;            ///< of all filters that state none; 0 when it is not told
    unsigned last_line;         ///< of the file, that was taken last; 0 for none
    unsigned last_sentence;     ///< the number of what it told
    bool is_in_list;            ///< the block before ended in one
    const TareParagraph* after; ///< the prose behind the list that is being read; NULL for none
} TareSettings;

enum { TARE_SETTING_MAX_RUN = 32 };

/** A line of a block. */
typedef struct TareSettingPiece {
    size_t first, length; ///< in the text of the block
    unsigned number;      ///< in the file
} TareSettingPiece;

/** Lines of settings that stand together. */
typedef struct TareSettingRun {
    TareSettingPiece lines[TARE_SETTING_MAX_RUN];
    size_t n_lines;
    size_t n_plain;   ///< how many filters are not called faults
    bool has_fault_q; ///< one that is called a fault states a Q, as only filters do
    bool is_proven, is_deviation, has_q, has_minus;
    size_t n_unknown; ///< words that are none of settings
    bool is_worded;   ///< other words stand in it, too
    bool is_loose;    ///< in the middle of prose
} TareSettingRun;

typedef struct TareSettingRuns {
    TareSettings* settings;
    const TareParagraph* block;
    const TareProse* prose;
    unsigned* n_sentences;
    TareFindings* findings;
    TareHead head;       ///< of the lines that come
    TareHead line_label; ///< of the line read last, by its label
    bool is_passed;      ///< the line read last says nothing of the others
    bool is_introduced;  ///< a line of prose governs what comes
    TareHead afterword;  ///< of the lines so far, by what stands behind them
    bool is_stated;      ///< by a whole sentence, which governs no prose
    TareHead label;      ///< of those of the run, by a label in it: "EQ: 60 Hz +4 dB"
    TareSettingRun run;
} TareSettingRuns;

/** What the heading of the section says of the lines below it. */
TareHead tare_setting_runs_heading(const TareSettingRuns* runs);

/** Reads one line as settings. False when it is none, or memory was short. */
bool tare_setting_runs_read(TareSettingRuns* runs, const TareSettingPiece* line,
                            TareSettingLine* read);

/** Appends a line that was read; a label in it, or an arrow behind it, may end the run before. */
void tare_setting_runs_add(TareSettingRuns* runs, const TareSettingPiece* line,
                           const TareSettingLine* read);

/** Ends lines that stand together: takes them, or leaves them to the reader of prose. */
void tare_setting_runs_end(TareSettingRuns* runs);

#endif
