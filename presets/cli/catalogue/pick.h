/* Which correction a person means: by what was typed, or in a file. */

#ifndef TARE_CLI_PICK_H
#define TARE_CLI_PICK_H

#include "cli/frame/cli.h"
#include "curves/curve.h"
#include "formats/contents.h"

typedef struct TareCommand TareCommand;
typedef struct TareStock TareStock;

/** Of an option that says how a file is meant. */
#define TARE_PICK_DIALECT_HELP                                                                     \
    "apo, autoeq, squig (LS and HS), minidsp-48 or -96 (default by its shape)"
#define TARE_PICK_DIALECT_WORDS "apo autoeq squig minidsp-48 minidsp-96"

/** Endings of files that may hold corrections. */
#define TARE_PICK_FILES ".md .tare .txt .json .jsonl .yml .yaml .conf .wav"

/** A file in place of a model, as it was asked for. */
typedef struct TarePickFile {
    const char* path;    ///< NULL for none
    const char* dialect; ///< NULL: what its text says
} TarePickFile;

/** The rows of it. */
extern const TareOption tare_pick_options[];

/** The row of a table of options that stands for them; of `type` the member is a TarePickFile. */
#define TARE_PICK_OPTIONS(type, member) TARE_OPTIONS_OF_PART(tare_pick_options, type, member)

/** What the help tells of operands that tare_pick_words() takes. */
#define TARE_PICK_WORDS_NOTE                                                                       \
    "All arguments together name one model, so that a name with blanks needs no quotes."

/** The picked correction and what owns it. */
typedef struct TarePick {
    const TareCorrection* correction; ///< what is put to use
    const TareCorrection* picked;     ///< the same as the catalogue or the file has it
    TareStock* stock;                 ///< NULL when it comes out of a file
    TareContents file;                ///< empty when it does not
    TareContents aimed;               ///< empty unless it is aimed elsewhere (pick_aim.h)
    TareCurve target;                 ///< whereto it is aimed then
} TarePick;

/** Opens the catalogue. On TARE_EXIT_DONE the caller closes the stock; otherwise it is NULL and the
    reason has been said. */
TareExit tare_pick_stock(const TareCommand* command, TareStock** stock);

/** Finds the one correction that `model` means in the catalogue. When there is none, or more than
    one, says so with those that come near; says too how a name with slips was read. The
    result belongs to the stock; NULL means that the command ends with TARE_EXIT_UNUSED. */
const TareCorrection* tare_pick_model(const TareCommand* command, TareStock* stock,
                                      const char* model);

/** Finds what the arguments mean: all together one model, else each a model of its own.
   `corrections` has a place for each argument and receives `n` of them; none unless all are
   understood, and then the reasons have been said. */
TareExit tare_pick_models(const TareCommand* command, TareStock* stock, TareArguments models,
                          const TareCorrection** corrections, size_t* n);

/** Whether a correction is from words only and text is all there is for its model; `stock` is NULL
    for one out of a file. */
bool tare_pick_has_words_only(TareStock* stock, const TareCorrection* correction);

/** Says so on stderr of a correction that is put to use: who takes a review by its id, in place of
    what was measured, knows what it is. */
void tare_pick_tell_words(const TareCommand* command, TareStock* stock,
                          const TareCorrection* correction);

/** Picks by a model or by a file; exactly one of both must be given, the other is NULL, or has no
    path. On
    TARE_EXIT_DONE the caller clears the pick; otherwise it is empty and the reason has been said.
 */
TareExit tare_pick(TarePick* pick, const TareCommand* command, const char* model,
                   const TarePickFile* file);

/** The same by the words of a model, none of them when a file is given. */
TareExit tare_pick_words(TarePick* pick, const TareCommand* command, TareArguments model,
                         const TarePickFile* file);

void tare_pick_clear(TarePick* pick);

#endif
