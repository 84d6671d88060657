/* The fragment by which PipeWire's daemon starts the chain, so that it is there after every login
   and after every restart of the daemon; and a watcher of the outputs. */

#ifndef TARE_PIPEWIRE_START_FILE_H
#define TARE_PIPEWIRE_START_FILE_H

#include "base/report.h"

#include <stdbool.h>

/** What the daemon shall start beside the chain, and how. Starts as {0}; the texts are its own. */
typedef struct TareStartFile {
    char* watcher;  ///< path of the program that follows the devices; NULL: none
    char* lv2_path; ///< what LV2_PATH must be for the chain; NULL: what it is
    bool is_alone;  ///< there is no chain: the correction is in the output's own node
} TareStartFile;

void tare_start_file_clear(TareStartFile* start);

/** Whether nothing is there, or a fragment that tare wrote; a link that leads nowhere is somebody
    else's. */
bool tare_start_file_may_write(const char* path);

/** Writes the fragment. TARE_BAD_INPUT, reported, for a path that cannot stand there: see below. */
TareStatus tare_start_file_write(const char* path, const TareStartFile* start,
                                 const TareReporter* reporter);

/** Whether PipeWire can be told a list of folders for LV2_PATH: it takes arguments apart at blanks.
 */
bool tare_start_file_can_path(const char* path);

/** Whether it can be told the program that watches: single blanks do no harm, see main(). */
bool tare_start_file_can_watch(const char* program);

/** Reads what a fragment of ours starts; nothing when it is not there. False when memory is short.
 */
bool tare_start_file_read(TareStartFile* start, const char* path);

#endif
